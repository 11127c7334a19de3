import { Worker } from 'node:worker_threads'
import type { House } from '../check.ts'
import type { DialogFound } from './one-dialog.ts'

/** What a thread is given. */
export interface Share {
  house: House
  /** Dialogs to be explored, by id. */
  dialogs: readonly string[]
  /** How many of them have been taken: each thread takes the next by itself, however busy the first thread is. */
  taken: Int32Array
}

/** Explores dialogs in several threads, the largest first; what was found, in the order asked for. */
export async function exploreInThreads(
  house: House,
  dialogs: readonly string[],
  threads: number,
): Promise<DialogFound[]> {
  const sizeOf = (id: string) => Object.keys(house.desk.dialogs.get(id)?.steps ?? {}).length
  const share: Share = {
    house,
    dialogs: dialogs.toSorted((a, b) => sizeOf(b) - sizeOf(a)),
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  }
  // A thread that finds nothing left to take has started in vain.
  const most = Math.max(1, Math.min(threads, dialogs.length))
  const all = await Promise.all(Array.from({ length: most }, () => runThread(share)))
  const found = new Map(all.flat().map((one) => [one.dialog, one]))
  return dialogs.flatMap((id) => found.get(id) ?? [])
}

/** One thread, until no dialog is left. Rejects with what went wrong in it. */
function runThread(share: Share): Promise<DialogFound[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: share })
    const found: DialogFound[] = []
    worker.on('error', reject)
    worker.on('message', (one: DialogFound) => found.push(one))
    worker.on('exit', () => resolve(found))
  })
}
