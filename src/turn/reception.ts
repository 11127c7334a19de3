import type { LinkSubject } from '../cases/case-link.ts'
import type { Desk } from '../cases/desk-file.ts'
import { quoted } from '../cases/say.ts'
import { TEXTS } from '../cases/texts.ts'
import { when } from '../cases/when.ts'
import type { Accepted, Caller, Inbound, Intake, Kept, LinkHolder, Reception } from '../channels/channel.ts'
import { type Clock, RESTED } from '../clock.ts'
import { HttpFault, isNotStored, messageOf, StoreAway } from '../errors.ts'
import { readAsk } from '../escape/ask.ts'
import { readDanger } from '../escape/danger.ts'
import type { Logger } from '../telemetry.ts'
import { turnsTo } from '../understanding/language.ts'
import { Gate } from './gate.ts'
import { askerOf, type Spool, type SpooledAsk } from './spool.ts'
import type { SpoolDrain } from './spool-drain.ts'

/** An ask that the store has not taken by then is kept on the disk as well: that is known by its id and stored once. */
const ASK_WITHIN_MS = 3_000

export interface ReceptionParts {
  intake: Intake
  /** The conversation that a link leads to; undefined when nothing of it is stored. */
  conversationOf(link: LinkSubject): Promise<string | undefined>
  spool: Spool
  drain: Pick<SpoolDrain, 'drainFor'>
  clock: Clock
  desk: Desk
  logger: Pick<Logger, 'warn' | 'error'>
}

/**
 * A request for a person is refused by nobody: while the store is away it is written to a disk of this process, and
 * acknowledged by a receipt whose key stays good. Everything else is told that it was not stored.
 */
export function createReception(parts: ReceptionParts): Reception {
  const { intake, spool, drain, clock, desk, logger } = parts
  const gate = new Gate(clock)

  async function store(from: Caller | LinkHolder, inbound: Inbound): Promise<Accepted> {
    // What was asked before it comes first.
    const asker = askerOf(from)
    if (spool.holds(asker)) await drain.drainFor(asker)
    const id = 'link' in from ? await parts.conversationOf(from.link) : from.id
    if (id === undefined) throw new HttpFault(404, 'no-case', 'what the link is about is not stored any more')
    try {
      return await intake.accept(id, inbound)
    } catch (thrown) {
      if ('link' in from || !isUnknown(thrown)) throw thrown
    }
    // Its start never came, or was refused: who writes brings all that it takes. A store that is full refuses it again,
    // and with that an ask is kept; that there is no such conversation would be its last word to somebody who asks.
    await intake.start(from)
    return await intake.accept(id, inbound)
  }

  async function inTime(stored: Promise<Accepted>): Promise<Accepted> {
    const over = new AbortController()
    const late = clock.sleep(ASK_WITHIN_MS, over.signal).then((): never => {
      throw new StoreAway(`the store took longer than ${ASK_WITHIN_MS} ms`)
    })
    try {
      return await Promise.race([stored, late])
    } finally {
      // Whichever comes second is of no more interest.
      for (const one of [stored, late]) one.catch(() => undefined)
      over.abort(RESTED)
    }
  }

  function keep(from: Caller | LinkHolder, inbound: Inbound, refusal: unknown): Kept {
    try {
      const ask = spool.keep({ conversation: from, inbound, askedAt: clock.now() })
      if (ask !== 'full') return keptWords(ask, clock.now(), desk)
      logger.error({ spooled: spool.size }, 'an ask for a person was refused: store and spool are full')
    } catch (thrown) {
      logger.error({ error: messageOf(thrown) }, 'an ask for a person was refused: it could not be kept')
    }
    throw refusal
  }

  async function accept(from: Caller | LinkHolder, inbound: Inbound): Promise<Accepted | Kept> {
    const asks = asksForPerson(inbound)
    const stored = gate.pass(() => store(from, inbound))
    try {
      return await (asks ? inTime(stored) : stored)
    } catch (thrown) {
      if (!asks || !isNotStored(thrown)) throw thrown
      return keep(from, inbound, thrown)
    }
  }

  return { accept, acceptByLink: accept }
}

function isUnknown(thrown: unknown): boolean {
  return thrown instanceof HttpFault && thrown.status === 404
}

function asksForPerson({ text, action }: Inbound): boolean {
  if (action !== undefined) return action === 'ask' || action === 'supervisor' || action === 'return'
  return readAsk(text) === 'asks' || readDanger(text) !== undefined
}

function keptWords(ask: SpooledAsk, now: number, desk: Desk): Kept {
  const { caseKey: key, askedAt, inbound, conversation } = ask
  const language = turnsTo(inbound.text, conversation.language) ?? conversation.language
  const receipt = { key, asked: inbound.text, askedAt }
  const at = when(askedAt, now, desk.timeZone, language)
  const texts = TEXTS[language]
  const danger = readDanger(inbound.text)
  const lead = danger ? [texts.lead('danger', desk.emergencyNumber, danger)] : []
  const words = [...lead, texts.receipt({ key, asked: quoted(inbound.text), at }), texts.storeAway]
  return { outcome: 'kept', receipt, words: words.join('\n') }
}
