import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Clock, Ids } from '../../clock.ts'
import { HttpFault, messageOf, NotDeliverable, TooManyMessages } from '../../errors.ts'
import type { Versioned } from '../../store/codec.ts'
import { indexName } from '../../store/keys.ts'
import type { Store, Taken } from '../../store/store.ts'
import type { Logger } from '../../telemetry.ts'
import { type Loop, startPool } from '../../turn/loop.ts'
import { PASSING, type Upload, type Uploads, uploadCodec, uploadTerms } from '../uploads.ts'
import type { ChannelState } from './channel-state.ts'
import type { Graph } from './graph.ts'

export interface MediaParts {
  store: Store
  clock: Clock
  ids: Ids
  by: string
  logger: Logger
  graph: Graph
  state: ChannelState
  uploads: Uploads
}

const AT_ONCE = 4
const LOOK_EVERY_MS = 5_000
/** Longer than a fetch may take. */
const HOLD_MS = 90_000
const FETCH_LIMIT_MS = 60_000
/** Tries over about a day; WhatsApp keeps a file for longer. */
const ATTEMPTS = 60
const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 30 * 60_000

/**
 * Fetches the files that customers send: their addresses first, then the bytes, which are checked as uploads of the web
 * are. It is done behind the acknowledgement, from a record that was stored with the message, by whichever process.
 */
export function startMediaFetcher(parts: MediaParts): Loop {
  const { store, clock, logger } = parts
  const index = indexName.due('media')
  const loop = startPool<Taken>({
    clock,
    everyMs: LOOK_EVERY_MS,
    atOnce: AT_ONCE,
    take: (n) => store.take([index], { by: parts.by, upTo: store.now(), n, leaseMs: HOLD_MS }),
    work: (taken) => fetchOne(parts, taken),
    onError: (thrown) => logger.error({ error: messageOf(thrown) }, 'files of customers are fetched again'),
  })
  const unwatch = store.watch([index], () => loop.hint())
  return {
    hint: loop.hint,
    async stop() {
      unwatch()
      await loop.stop()
    },
  }
}

async function fetchOne(parts: MediaParts, taken: Taken): Promise<void> {
  const { store, logger } = parts
  const [stored] = await store.read([taken.member])
  if (!stored) return
  const record = uploadCodec.read(stored)
  const { away, ...upload } = record.value
  if (!away || away.lost !== undefined) return await write(parts, record, record.value)
  try {
    const file = await download(parts, upload, away.mediaId)
    await write(parts, record, { ...upload, ...file })
  } catch (thrown) {
    const lost = whyLost(thrown, taken.attempts)
    logger.warn(
      { error: messageOf(thrown), isLost: lost !== undefined },
      'a file of a customer was not fetched',
    )
    if (lost !== undefined) return await write(parts, record, { ...record.value, away: { ...away, lost } })
    if (thrown instanceof TooManyMessages) {
      return await store.yield(taken, store.now() + thrown.afterMs, 'uncounted')
    }
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (taken.attempts - 1), LONGEST_PAUSE_MS)
    await store.yield(taken, store.now() + pauseMs)
  }
}

async function download(
  { graph, state, uploads, ids }: MediaParts,
  upload: Omit<Upload, 'away'>,
  mediaId: string,
): Promise<Pick<Upload, 'name' | 'contentType' | 'bytes' | 'digest'>> {
  // The table of file types is large: it is loaded when the first file comes.
  const { fileTooLarge, PHONE_FILES, receiveFile } = await import('../received-file.ts')
  const signal = AbortSignal.timeout(FETCH_LIMIT_MS)
  const info = await state.watch(() => graph.media(mediaId, signal))
  if ((info.file_size ?? 0) > PHONE_FILES.bytes) throw fileTooLarge(PHONE_FILES)
  const response = await graph.download(info.url, signal)
  if (!response.ok || !response.body) throw new Error(`WhatsApp answered ${response.status} to a file`)
  const passingPath = path.join(await uploads.folder(), `${ids.next()}${PASSING}`)
  try {
    const stream = Readable.fromWeb(response.body as ReadableStream)
    const file = await receiveFile(stream, { name: upload.name, passingPath }, PHONE_FILES)
    await uploads.place(upload.id, file)
    const { name, contentType, bytes, digest } = file
    return { name, contentType, bytes, digest }
  } finally {
    // What was placed has another name by now.
    await rm(passingPath, { force: true })
  }
}

/** Why a file will never be here, for the agent; undefined: perhaps next time. */
function whyLost(thrown: unknown, attempts: number): string | undefined {
  if (thrown instanceof HttpFault) return `the file was not kept: ${thrown.message}`
  if (thrown instanceof NotDeliverable) return 'WhatsApp no longer has this file'
  return attempts >= ATTEMPTS ? 'WhatsApp did not give this file out' : undefined
}

/** Without its place among what is to be fetched. Stale: another process was faster, and has fetched the same. */
async function write({ store, ids }: MediaParts, record: Versioned<Upload>, value: Upload): Promise<void> {
  await store.commit({ id: ids.next(), put: [uploadCodec.put({ ...record, value }, uploadTerms(value))] })
}
