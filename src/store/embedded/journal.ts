import { randomBytes } from 'node:crypto'
import { closeSync, constants, fdatasync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Change, Claim, IndexName, Taken, TakeOptions } from '../store.ts'

/** Something that wrote, with the store's time it was done at: done again in order, it gives the same. */
export type Entry =
  | readonly ['commit', at: number, change: Change, token?: string]
  | readonly ['take', at: number, indexes: readonly IndexName[], options: TakeOptions, tokens: string[]]
  /** `takenBack`: so many attempts; as a boolean, by older versions: all of them or none. */
  | readonly ['yield', at: number, taken: Taken, notBefore: number, takenBack: number | boolean]
  | readonly ['mend', at: number, claims: readonly Claim[]]

const { O_CREAT, O_RDONLY, O_RDWR } = constants
/** A record's head: epoch, length of its text in bytes, CRC-32 of the text. */
const EPOCH_BYTES = 8
const HEAD_BYTES = EPOCH_BYTES + 4 + 4
/** The file grows by so much: a flush is twice as fast when it needn't change the file's size too. */
const GROWTH_BYTES = 512 * 1024

/**
 * What was written since the database's last transaction ended, as text in the order it was done: short records that
 * one flush brings to disk, where the database would write every page they touch. After a crash they are done again.
 *
 * Records carry the epoch that the database names in the transaction they follow. When the next transaction ends, it
 * names another one, and with that all of them are void at once: the file is written from its start again.
 */
export class Journal {
  readonly #file: number
  #epoch: string
  #end = 0
  /** Where the latest record begins. */
  #latest = 0
  #size: number

  /** `epoch`: as the database has it. Records of any other are of a time before. */
  constructor(path: string, epoch: string) {
    this.#file = openSync(path, O_RDWR | O_CREAT, 0o600)
    this.#size = fstatSync(this.#file).size
    // A new file's name is on disk when its folder is.
    if (this.#size === 0) flushFolder(dirname(path))
    this.#epoch = epoch
  }

  /** Bytes of the records that count. */
  get length(): number {
    return this.#end
  }

  /** One record, all of it or nothing after a crash. It outlives this process, and once flushed the machine's power. */
  append(entries: readonly Entry[]): void {
    const text = Buffer.from(JSON.stringify(entries))
    const head = Buffer.alloc(HEAD_BYTES)
    head.write(this.#epoch, 'hex')
    head.writeUInt32LE(text.length, EPOCH_BYTES)
    head.writeUInt32LE(crc32(text), EPOCH_BYTES + 4)
    this.#write(Buffer.concat([head, text]))
    this.#latest = this.#end
    this.#end += HEAD_BYTES + text.length
  }

  /** Everything appended is on disk when `done` is called. The event loop goes on meanwhile. */
  flush(done: (fault: unknown) => void): void {
    fdatasync(this.#file, (fault) => done(fault ?? undefined))
  }

  /** The latest record could not be flushed: it never was. */
  drop(): void {
    this.#end = this.#latest
    writeFully(this.#file, Buffer.alloc(HEAD_BYTES), this.#latest)
  }

  /** All entries that count, in order; what follows the last whole record is overwritten by the next one. */
  *read(): Generator<Entry> {
    let at = 0
    for (let record = this.#recordAt(at); record; record = this.#recordAt(at)) {
      at = record.end
      yield* JSON.parse(record.text) as Entry[]
    }
    this.#end = at
  }

  /** A name for the next epoch, to be written by the transaction that makes these records void. */
  nextEpoch(): string {
    return randomBytes(EPOCH_BYTES).toString('hex')
  }

  /** That transaction is on disk. */
  begin(epoch: string): void {
    this.#epoch = epoch
    this.#end = 0
  }

  close(): void {
    closeSync(this.#file)
  }

  #write(record: Buffer): void {
    const end = this.#end + record.length
    if (end > this.#size) {
      const room = Buffer.alloc(GROWTH_BYTES + end - this.#size)
      writeFully(this.#file, room, this.#size)
      this.#size += room.length
    }
    writeFully(this.#file, record, this.#end)
  }

  #recordAt(at: number): { text: string; end: number } | undefined {
    const head = readFully(this.#file, at, HEAD_BYTES)
    if (head?.toString('hex', 0, EPOCH_BYTES) !== this.#epoch) return undefined
    const length = head.readUInt32LE(EPOCH_BYTES)
    const end = at + HEAD_BYTES + length
    const text = end > this.#size ? undefined : readFully(this.#file, at + HEAD_BYTES, length)
    if (!text || crc32(text) !== head.readUInt32LE(EPOCH_BYTES + 4)) return undefined
    return { text: text.toString(), end }
  }
}

function flushFolder(folder: string): void {
  const descriptor = openSync(folder, O_RDONLY)
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function writeFully(file: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, at + done)
  }
}

function readFully(file: number, at: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length; ) {
    const n = readSync(file, bytes, done, length - done, at + done)
    if (n === 0) return undefined
    done += n
  }
  return bytes
}
