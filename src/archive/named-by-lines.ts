import { uploadCodec } from '../channels/uploads.ts'
import { Unreadable } from '../errors.ts'
import { idOf, recordKey } from '../store/keys.ts'
import type { Store, Stored, StoredLine } from '../store/store.ts'
import { callCodec, timerCodec } from '../turn/records.ts'
import { decodeLine } from '../turn/transcript.ts'
import { kindOf } from '../upkeep/entries.ts'

/** Read at once. */
const SLICE = 50

/**
 * The records that lines name and that are of no use without them: files that a customer sent, calls and timers. An
 * older version left its calls and timers in no index, so this is where they are found.
 */
export class NamedByLines {
  readonly #keys = new Set<string>()

  hear(stored: StoredLine): void {
    const line = decodeLine(stored)
    switch (line.kind) {
      case 'message':
        for (const { uploadId } of line.attachments ?? []) {
          if (uploadId !== undefined) this.#keys.add(recordKey.upload(uploadId))
        }
        return
      case 'outcome':
        this.#keys.add(recordKey.call(line.callId))
        return
      case 'timer':
        this.#keys.add(recordKey.timer(line.timerId))
    }
  }

  /** Those that are there and over. */
  async over(store: Store): Promise<Stored[]> {
    const keys = [...this.#keys]
    const over: Stored[] = []
    for (let n = 0; n < keys.length; n += SLICE) {
      for (const stored of await store.read(keys.slice(n, n + SLICE))) {
        if (stored && isOver(stored)) over.push(stored)
      }
    }
    return over
  }
}

/** The upload whose content goes with this record. */
export function fileOf({ key }: Readonly<Stored>): string | undefined {
  return kindOf(key) === 'upload' ? idOf(key) : undefined
}

/** What this version can't read is left as it is. */
function isOver(stored: Readonly<Stored>): boolean {
  try {
    switch (kindOf(stored.key)) {
      case 'call':
        return callCodec.read(stored).value.state.kind === 'done'
      case 'timer':
        return timerCodec.read(stored).value.fired
      default:
        return uploadCodec.read(stored).key === stored.key
    }
  } catch (thrown) {
    if (thrown instanceof Unreadable) return false
    throw thrown
  }
}
