import { z } from 'zod'
import type { Clock, Ids } from '../clock.ts'
import { messageOf } from '../errors.ts'
import { readAsk } from '../escape/ask.ts'
import { codec } from '../store/codec.ts'
import { logName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { Logger, Metrics } from '../telemetry.ts'
import { type Loop, startLoop } from './loop.ts'
import { sealLineShape } from './seal.ts'
import { decodeLine, type ReadLine } from './transcript.ts'

/**
 * Counts the promise from the transcripts alone, never from the cases: it reads every line once, when it is sealed,
 * and looks for asks that no case followed. It shares nothing with intake but the words that count as asking.
 */
export const asksAuditShape = z.object({
  /** Seals up to and including this one of the log of seals have been read. */
  upTo: z.number(),
  asks: z.number(),
  /** Asks that no case followed. The promise is 0. */
  notReached: z.number(),
})
export type AsksAudit = z.infer<typeof asksAuditShape>
export const asksAuditCodec = codec<AsksAudit>({ kind: 'asks-audit', schema: 1, shape: asksAuditShape })

const EVERY_MS = 60_000
const SEALS_AT_ONCE = 100
/** A case follows its ask in the same commit, so within these lines. */
const FOLLOWS_WITHIN = 12
const LINES_AT_ONCE = 500
const CASE_EVENTS: ReadonlySet<string> = new Set([
  'case-opened',
  'case-joined',
  'case-returned',
  'case-reopened',
])

export interface AsksAuditParts {
  store: Store
  clock: Clock
  ids: Ids
  logger: Logger
  metrics: Pick<Metrics, 'askedNotReached'>
}

export function startAsksAudit(parts: AsksAuditParts): Loop {
  return startLoop({
    clock: parts.clock,
    everyMs: EVERY_MS,
    run: () => auditAsks(parts),
    onError: (thrown) =>
      parts.logger.error(
        { error: messageOf(thrown) },
        'the audit of asks was not finished; it goes on later',
      ),
  })
}

/** Reads what was sealed since the last time. */
export async function auditAsks({ store, ids, logger, metrics }: AsksAuditParts): Promise<void> {
  const key = recordKey.asksAudit()
  for (;;) {
    const [stored] = await store.read([key])
    const audit = stored
      ? asksAuditCodec.read(stored)
      : { key, version: 0, value: { upTo: 0, asks: 0, notReached: 0 } }
    metrics.askedNotReached.set(audit.value.notReached)
    const seals = await store.lines(logName.seals(), audit.value.upTo, SEALS_AT_ONCE)
    if (seals.length === 0) return
    const value = { ...audit.value, upTo: seals.at(-1)?.seq ?? audit.value.upTo }
    for (const seal of seals) {
      const { conversation, after, upTo } = sealLineShape.parse(JSON.parse(seal.body))
      const counted = asksIn(await linesBetween(store, conversation, after, upTo), upTo)
      value.asks += counted.asks
      value.notReached += counted.notReached.length
      for (const seq of counted.notReached) {
        logger.error({ conversation, seq }, 'somebody asked for a person and no case followed')
      }
    }
    const result = await store.commit({ id: ids.next(), put: [asksAuditCodec.put({ ...audit, value })] })
    // Stale: another process counts as well.
    if (result.outcome !== 'committed') return
  }
}

/** The asks among lines up to `upTo`, and the places of those that no case followed. */
export function asksIn(lines: readonly ReadLine[], upTo: number): { asks: number; notReached: number[] } {
  const asks = lines.filter((line) => line.seq <= upTo && isAsk(line))
  const notReached = asks.filter(
    ({ seq }) =>
      !lines.some(
        (line) =>
          line.kind === 'event' &&
          CASE_EVENTS.has(line.name) &&
          line.seq > seq &&
          line.seq <= seq + FOLLOWS_WITHIN,
      ),
  )
  return { asks: asks.length, notReached: notReached.map(({ seq }) => seq) }
}

function isAsk(line: ReadLine): boolean {
  if (line.kind !== 'message' || line.from.kind !== 'customer') return false
  return line.action === 'ask' || (line.action === undefined && readAsk(line.text) === 'asks')
}

async function linesBetween(
  store: Store,
  conversation: string,
  after: number,
  upTo: number,
): Promise<ReadLine[]> {
  const lines: ReadLine[] = []
  let last = after
  while (last < upTo + FOLLOWS_WITHIN) {
    const page = await store.lines(logName.conversation(conversation), last, LINES_AT_ONCE)
    lines.push(...page.map(decodeLine))
    if (page.length < LINES_AT_ONCE) break
    last = page.at(-1)?.seq ?? last
  }
  return lines
}
