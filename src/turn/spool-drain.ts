import { caseKeyFrom } from '../cases/case-key.ts'
import { conversationOfLink } from '../cases/my-case.ts'
import { reservePut } from '../cases/reserved-key.ts'
import type { Caller, Intake, LinkHolder } from '../channels/channel.ts'
import type { Clock, Ids } from '../clock.ts'
import { EscotillaError, isNotStored, messageOf } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { Logger, Metrics } from '../telemetry.ts'
import { commitFirmly } from './commit.ts'
import { type Loop, startLoop } from './loop.ts'
import { askerOf, type Spool, type SpooledAsk } from './spool.ts'

export interface SpoolDrainParts {
  store: Store
  intake: Intake
  spool: Spool
  clock: Clock
  ids: Ids
  logger: Logger
  metrics: Pick<Metrics, 'spooledAsks'>
}

export interface SpoolDrain extends Loop {
  /** Brings what waits on the disk of this asker. Throws when the store does not take it yet. */
  drainFor(asker: string): Promise<void>
}

const EVERY_MS = 1_000
/** Keys set aside in the store, so that receipts can be given while it is away; further ones are made by chance. */
export const KEYS_KEPT = 64
const KEYS_LOW = KEYS_KEPT / 2
/** How often what other processes left behind is looked for. */
const ADOPT_EVERY_MS = 10_000

/**
 * Brings asks from the disk through the ordinary intake, in order, each once: intake knows a message by its id, so one
 * that was stored before its acknowledgement was lost is not stored again.
 */
export function startSpoolDrain(parts: SpoolDrainParts): SpoolDrain {
  const { store, intake, spool, clock, ids, logger, metrics } = parts
  let adoptedAt = Number.NEGATIVE_INFINITY
  let last: Promise<void> = Promise.resolve()

  /** One at a time, so that the asks of a conversation keep their order. */
  function inTurn(run: () => Promise<void>): Promise<void> {
    const mine = last.then(run)
    last = mine.catch(() => undefined)
    return mine
  }

  async function bring(ask: SpooledAsk): Promise<void> {
    const { conversation, inbound, caseKey, askedAt } = ask
    const conversationId = await begin(conversation)
    const { outcome } = await intake.accept(conversationId, inbound, { caseKey, askedAt })
    spool.done(ask)
    logger.info(
      { conversationId, caseKey, outcome, waitedMs: clock.now() - askedAt },
      'an ask that was kept while the store was away is stored',
    )
  }

  async function begin(conversation: Caller | LinkHolder): Promise<string> {
    if (!('link' in conversation)) return (await intake.start(conversation)).id
    const found = await conversationOfLink(store, conversation.link)
    if (found === undefined)
      throw new EscotillaError('no-conversation', 'what the link is about is not stored any more')
    return found
  }

  async function drain(asks: readonly SpooledAsk[]): Promise<void> {
    const stuck = new Set<string>()
    for (const ask of asks) {
      const asker = askerOf(ask.conversation)
      if (stuck.has(asker)) continue
      try {
        await bring(ask)
      } catch (thrown) {
        if (isNotStored(thrown)) throw thrown
        // It keeps its place and is tried again; the others must not wait for it.
        stuck.add(asker)
        logger.error({ error: messageOf(thrown), asker }, 'an ask that was kept could not be stored yet')
      }
    }
  }

  async function reserveKeys(): Promise<void> {
    if (spool.keys >= KEYS_LOW) return
    const keys = Array.from({ length: KEYS_KEPT - spool.keys }, () => caseKeyFrom(ids.next()))
    const distinct = [...new Set(keys)]
    const { outcome } = await commitFirmly(store, { id: ids.next(), put: distinct.map(reservePut) })
    // Stale: a case has one of them. Others are drawn the next time.
    if (outcome === 'committed' || outcome === 'already') spool.addKeys(distinct)
  }

  const loop = startLoop({
    clock,
    everyMs: EVERY_MS,
    async run() {
      metrics.spooledAsks.set(spool.size)
      if (clock.now() - adoptedAt >= ADOPT_EVERY_MS) {
        adoptedAt = clock.now()
        spool.adopt()
      }
      if (spool.size > 0) await inTurn(() => drain(spool.waiting()))
      metrics.spooledAsks.set(spool.size)
      await reserveKeys()
    },
    onError(thrown) {
      metrics.spooledAsks.set(spool.size)
      // While the store is away this is what is meant to happen.
      if (!isNotStored(thrown))
        logger.error({ error: messageOf(thrown) }, 'asks that were kept are tried again')
    },
  })

  return {
    hint: loop.hint,
    drainFor: (asker) =>
      inTurn(() => drain(spool.waiting().filter(({ conversation }) => askerOf(conversation) === asker))),
    async stop() {
      await loop.stop()
      await last
    },
  }
}
