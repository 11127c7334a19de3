import { existsSync } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { EscotillaError, messageOf } from '../errors.ts'

/** Rows gathered before they are written, bytes. */
const BUFFER_BYTES = 256 * 1024
/** How much of a file's end is looked at for its last whole line. */
const TAIL_BYTES = 64 * 1024
const NEWLINE = 0x0a

/**
 * A day's file of the archive: JSON lines, only ever added to. What was not flushed may be cut in its last line by a crash;
 * the next opening cuts that off, since nothing was let go of for it.
 */
export class DayFile {
  readonly path: string
  readonly #file: FileHandle
  #size: number
  /** Up to here it is on disk. */
  #flushed: number
  #waiting: Buffer[] = []
  #waitingBytes = 0

  private constructor(file: string, handle: FileHandle, size: number) {
    this.path = file
    this.#file = handle
    this.#size = size
    this.#flushed = size
  }

  /** `day` such as `2026-11-23`. Throws `archive-unwritable` when the folder can't be written to. */
  static async open(folder: string, day: string): Promise<DayFile> {
    const file = path.join(folder, `archive-${day}.jsonl`)
    return told(file, async () => {
      // What customers wrote is for this user only. Not with all its parents: a wrong path is not to be made true.
      if (!existsSync(folder)) await mkdir(folder, { mode: 0o700 })
      const handle = await open(file, 'a+', 0o600)
      try {
        const size = await wholeLines(handle)
        const { size: found } = await handle.stat()
        if (size < found) await handle.truncate(size)
        await flushFolder(folder)
        return new DayFile(file, handle, size)
      } catch (thrown) {
        await handle.close()
        throw thrown
      }
    })
  }

  get bytes(): number {
    return this.#size
  }

  async append(row: object): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(row)}\n`)
    this.#waiting.push(line)
    this.#waitingBytes += line.length
    if (this.#waitingBytes >= BUFFER_BYTES) await this.#write()
  }

  /** All rows are on disk when this resolves. Otherwise none of those since the last flush count, and they are cut off. */
  async flush(): Promise<void> {
    await this.#write()
    await this.#orCutOff(() => this.#file.datasync())
    this.#flushed = this.#size
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  async #write(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    await this.#orCutOff(async () => {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.#file.write(bytes, done)
        done += bytesWritten
      }
    })
    this.#size += bytes.length
  }

  async #orCutOff(write: () => Promise<void>): Promise<void> {
    try {
      await told(this.path, write)
    } catch (thrown) {
      // The next opening cuts it off where this can't.
      await this.#file.truncate(this.#flushed).catch(() => undefined)
      throw thrown
    }
  }
}

/** Where the last whole line of a file ends. */
async function wholeLines(file: FileHandle): Promise<number> {
  const { size } = await file.stat()
  for (let end = size; end > 0; ) {
    const length = Math.min(TAIL_BYTES, end)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, end - length)
    const at = buffer.lastIndexOf(NEWLINE)
    if (at >= 0) return end - length + at + 1
    end -= length
  }
  return 0
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

async function told<T>(file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    const isFull = code === 'ENOSPC' || code === 'EDQUOT'
    throw new EscotillaError(
      isFull ? 'archive-full' : 'archive-unwritable',
      isFull
        ? `no space left for ${file}: free some, or give another folder with --folder. What was not written is still in the store`
        : `${file} can't be written: ${messageOf(thrown)}. What was not written is still in the store`,
      thrown,
    )
  }
}
