import { bookingOf } from '../cases/booking.ts'
import type { Case } from '../cases/case.ts'
import { caseChange } from '../cases/case-change.ts'
import { type Customer, customerCodec } from '../cases/customer.ts'
import { customerWrote } from '../cases/customer-wrote.ts'
import type { Desk } from '../cases/desk-file.ts'
import type { Duty } from '../cases/duty.ts'
import { stillStands } from '../cases/opening.ts'
import type { Accepted, Inbound, Intake, KeptAsk, NewConversation } from '../channels/channel.ts'
import type { Clock, Ids } from '../clock.ts'
import { HttpFault } from '../errors.ts'
import { type Ask, readAsk } from '../escape/ask.ts'
import { type DangerKind, readDanger } from '../escape/danger.ts'
import { detail } from '../escape/details.ts'
import { asksForSupervisor } from '../escape/supervisor.ts'
import type { Language } from '../language.ts'
import type { Versioned } from '../store/codec.ts'
import { idOf, outsideId, recordKey, uniqueName } from '../store/keys.ts'
import type { Change, Put, Store } from '../store/store.ts'
import type { Metrics } from '../telemetry.ts'
import { turnsTo } from '../understanding/language.ts'
import { appendLine } from './append.ts'
import { commitFirmly } from './commit.ts'
import { type Channel, type Head, headPut } from './conversation.ts'
import { type KeptCase, keptCase, settleKept } from './kept-ask.ts'
import type { Line, MessageLine } from './line.ts'
import { loadConversation, loadHead, openCaseOf, relyOn } from './load.ts'
import { matterOf } from './matter.ts'
import { openingChange } from './opening-change.ts'
import { RememberedHeads } from './remembered-heads.ts'
import type { EscapeReason } from './turn.ts'
import type { Hands } from './worker.ts'

export interface IntakeParts {
  store: Store
  clock: Clock
  ids: Ids
  desk: Desk
  /** Who is on duty now. */
  duty: () => Promise<Duty>
  /** What the bot says first: handed in, because intake knows nothing of the bot. */
  welcome: (language: Language) => Pick<MessageLine, 'text' | 'buttons'>
  metrics: Metrics
  /** The worker in this process: it goes on with a message as soon as that is stored. */
  hands?: Hands
}

/** How often a decision is made again because what it was based on changed in between. */
const TRIES = 8

/**
 * Stores what customers write before anything is acknowledged, and opens the case of an ask there and then. It needs
 * no hold, no bot state and no bot code: whatever the bot is doing, an ask passes.
 */
export function createIntake(parts: IntakeParts): Intake {
  const { store, clock, ids } = parts
  const heads = new RememberedHeads()

  async function start(wanted: NewConversation): Promise<Head> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const identity = uniqueName.identity(wanted.channel, wanted.outsideId)
      const known = await store.find(identity)
      const customerId = known ? idOf(known) : ids.next()
      const openCase = known ? await openCaseOf(store, customerId) : undefined
      const now = clock.now()
      if (wanted.id !== undefined) {
        const started = await loadHead(store, wanted.id)
        if (started) return started.value
      }
      const head: Head = {
        id: wanted.id ?? ids.next(),
        channel: wanted.channel,
        address: wanted.address,
        customerId,
        language: wanted.language,
        startedAt: now,
        // A customer whom people already have goes on with them, wherever they write.
        ...(openCase ? { caseKey: openCase.value.key } : {}),
      }
      const newcomer: Customer = {
        id: customerId,
        ...(wanted.customerName ? { name: wanted.customerName } : {}),
        identities: [{ channel: wanted.channel, outsideId: wanted.outsideId }],
        facts: {},
        createdAt: now,
      }
      const customerKey = recordKey.customer(customerId)
      const first: Line = openCase
        ? stillStands(openCase.value, { now, lineId: () => ids.next(), desk: parts.desk }, wanted.language)
        : {
            id: ids.next(),
            at: now,
            kind: 'message',
            from: { kind: 'bot' },
            ...greeting(parts.welcome(wanted.language), wanted.channel),
          }
      const result = await commitFirmly(store, {
        id: ids.next(),
        put: [
          headPut({ key: recordKey.head(head.id), version: 0, value: head }),
          ...(known ? [] : [customerCodec.put({ key: customerKey, version: 0, value: newcomer })]),
        ],
        unique: known ? [] : [{ name: identity, owner: customerKey }],
        append: [appendLine(head, first, ids)],
      })
      if (result.outcome === 'committed' || result.outcome === 'already') return head
      if (result.outcome === 'full') throw storeFull()
      parts.metrics.staleCommits.inc()
    }
    throw contended()
  }

  /**
   * Who is on duty, read once for all who ask at the same moment: each for itself, many asks at once would read the
   * whole line as many times. What a customer is told may be as old as one reading takes.
   */
  let reading: Promise<Duty> | undefined
  function dutyOfTheMoment(): Promise<Duty> {
    reading ??= parts.duty().finally(() => {
      reading = undefined
    })
    return reading
  }

  async function accept(conversationId: string, inbound: Inbound, kept?: KeptAsk): Promise<Accepted> {
    const isWords = inbound.action === undefined
    const danger = isWords ? readDanger(inbound.text) : undefined
    const read = isWords ? readAsk(inbound.text) : undefined
    // It was told that it is in line: nothing takes that back.
    const asks = danger || kept ? 'clearly' : askOf(inbound, read)
    for (let tries = 0; tries < TRIES; tries += 1) {
      // What goes to the bot relies on the head and on nothing else: was it another by now, the change is stale.
      const head =
        (asks === 'no' ? heads.of(conversationId) : undefined) ?? (await loadHead(store, conversationId))
      if (!head) throw new HttpFault(404, 'no-conversation', 'there is no such conversation: start a new one')
      const now = clock.now()
      // In the transcript it has the time when it was written, so agents read it before what was stored meanwhile.
      const message = messageOfCustomer(inbound, ids.next(), kept?.askedAt ?? now, read)
      const once = outsideId(head.value.channel, conversationId, inbound.messageId)
      const earlier = kept && (await keptCase(store, kept))
      const { change: decided, escaped } = await decide(head, message, now, once, asks, danger, earlier)
      const change = {
        ...(inbound.records ? await withRecords(decided, inbound.records) : decided),
        // Who was told that a person comes is in line whichever server fails.
        ...(asks === 'no' && !escaped ? {} : { replicated: true }),
      }
      const result = await commitFirmly(store, { id: ids.next(), ...forHands(head.value, change) })
      switch (result.outcome) {
        case 'committed':
        case 'already':
          if (result.taken) parts.hands?.work(result.taken)
          if (isWithBot(head.value) && !change.put?.some(({ key }) => key === head.key)) heads.remember(head)
          if (escaped) parts.metrics.escapes.inc({ reason: escaped, channel: head.value.channel })
          return { outcome: 'stored', seq: result.seqs[0] ?? 0 }
        case 'duplicate':
          if (kept) await settleKept(parts, conversationId, kept)
          return { outcome: 'duplicate', seq: result.seq }
        case 'full':
          throw storeFull()
        case 'stale':
          heads.forget(conversationId)
          parts.metrics.staleCommits.inc()
      }
    }
    throw contended()
  }

  /** A file of a message that was refused once may be there: who sends it again must not be told that it is stale. */
  async function withRecords(
    change: Omit<Change, 'id'>,
    records: readonly Put[],
  ): Promise<Omit<Change, 'id'>> {
    const stored = await store.read(records.map(({ key }) => key))
    return { ...change, put: [...(change.put ?? []), ...records.filter((_, at) => stored[at] === undefined)] }
  }

  /** A message for the bot is taken for the worker here by the change that stores it, if it has room. */
  function forHands(head: Head, change: Omit<Change, 'id'>): Omit<Change, 'id'> {
    const taking = parts.hands?.taking(head)
    const forBot = taking && change.append?.find(({ wake }) => [wake].flat().includes(taking.index))
    return forBot ? { ...change, take: { log: forBot.log, ...taking } } : change
  }

  /** What one message changes. Its line is always the first one appended. */
  async function decide(
    head: Versioned<Head>,
    message: MessageLine,
    now: number,
    once: string,
    asks: Asks,
    danger: DangerKind | undefined,
    kept: KeptCase | undefined,
  ): Promise<{ change: Omit<Change, 'id'>; escaped?: EscapeReason }> {
    const toBot = appendLine(head.value, message, ids, { once, forBot: true })
    if (asks === 'no' && isWithBot(head.value)) {
      return { change: { rely: [{ key: head.key, version: head.version }], append: [toBot] } }
    }
    // At the same time: each waits for the store about as long as for all.
    const [loaded, duty, matter] = await Promise.all([
      loadConversation(store, head),
      dutyOfTheMoment(),
      asks === 'clearly' ? matterOf(store, head.value.id, message) : undefined,
    ])
    const language = asks === 'clearly' ? turnsTo(message.text, head.value.language) : undefined
    // Who asks in another of our languages is answered, and waited for by agents, in that one.
    const conversation = language
      ? { ...loaded, head: { ...head, value: { ...head.value, language } } }
      : loaded
    const toPeople = appendLine(head.value, { ...message, toPeople: true }, ids, { once })
    const { desk } = parts
    // Whom people have in another conversation goes on with them here, whatever became of this one's own case.
    const theirs = conversation.openCase ?? conversation.case
    if (asks === 'no' && !theirs && conversation.caseFault === undefined) {
      return { change: { rely: relyOn(conversation), append: [toBot] } }
    }
    if (theirs && (asks !== 'clearly' || (danger && isHelpedInDanger(theirs.value)))) {
      const writes = (who: Duty) =>
        customerWrote({
          case: theirs.value,
          message,
          now,
          lineId: () => ids.next(),
          desk,
          duty: who,
          head: head.value,
        })
      const first = writes(duty)
      const booking = first.to === 'bot' ? undefined : await bookingOf(store, theirs.value, first.case)
      // Who has booked is counted after the window's record was read: what is booked since makes this stale.
      const wrote = booking ? writes(await parts.duty()) : first
      if (wrote.to !== 'bot') {
        const changed = caseChange({
          version: theirs.version,
          before: theirs.value,
          after: wrote.case,
          ...(conversation.customerFault === undefined ? { customer: conversation.customer } : {}),
          lines: wrote.lines,
          ids,
          also: [message],
        })
        return {
          change: {
            ...changed,
            rely: [{ key: head.key, version: head.version }],
            put: [
              ...changed.put,
              ...caseOfHead(head, wrote.case.key),
              ...(booking ? [booking] : []),
              ...(kept?.alias(wrote.case.key) ?? []),
            ],
            append: [toPeople, ...changed.append],
          },
        }
      }
      if (asks === 'no') return { change: { rely: relyOn(conversation), append: [toBot] } }
    }
    // Not an ask, and not the bot's either: whoever had this customer can't be read any more.
    const reason = reasonOf(message, asks, danger)
    return {
      escaped: reason,
      change: openingChange({
        conversation,
        reason,
        ...(danger ? { danger, detail: detail('danger', { danger }) } : {}),
        ...(matter ?? (await matterOf(store, head.value.id, message))),
        now,
        ...(kept ? { askedAt: kept.askedAt, also: kept.alias } : {}),
        ...(kept?.fresh ? { fresh: kept.fresh } : {}),
        ids,
        desk,
        duty,
        said: [{ line: message, append: toPeople }],
      }),
    }
  }

  return { start, accept }
}

/** People have never had this conversation. */
function isWithBot(head: Head): boolean {
  return !head.caseKey
}

/** Where a conversation begins with the customer's words there is nothing to choose from: they are answered next. */
function greeting({ text, buttons }: ReturnType<IntakeParts['welcome']>, channel: Channel) {
  return channel === 'web' && buttons ? { text, buttons } : { text }
}

/**
 * Whether a message puts its customer in line. `by-action`: only where no case of theirs is open; a case that is
 * open decides by itself what a call-back or a supervisor means.
 */
type Asks = 'clearly' | 'by-action' | 'no'

const ASKING_ACTIONS: ReadonlySet<string> = new Set(['supervisor', 'return', 'call-back', 'written-answer'])

function askOf({ action }: Inbound, read: Ask | undefined): Asks {
  if (action === 'ask' || read === 'asks') return 'clearly'
  return action !== undefined && ASKING_ACTIONS.has(action) ? 'by-action' : 'no'
}

/** Somebody is with them and knows: more words of danger are for that person, and the number has been said. */
function isHelpedInDanger(c: Case): boolean {
  return c.reason === 'danger' && c.state.kind === 'agent'
}

function reasonOf(message: MessageLine, asks: Asks, danger: DangerKind | undefined): EscapeReason {
  if (danger) return 'danger'
  if (asks === 'no') return 'unreadable'
  const isForSupervisor = message.action === 'supervisor' || asksForSupervisor(message.text)
  return isForSupervisor ? 'supervisor' : 'asked'
}

function messageOfCustomer(inbound: Inbound, id: string, at: number, ask: Ask | undefined): MessageLine {
  const { text, attachments, action, actionValue, clientId } = inbound
  return {
    id,
    at,
    kind: 'message',
    from: { kind: 'customer' },
    text,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(action === undefined ? {} : { action }),
    ...(actionValue === undefined ? {} : { actionValue }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(ask === undefined ? {} : { ask }),
  }
}

/** The conversation turns to a case that it did not have. */
function caseOfHead(head: Versioned<Head>, caseKey: string): Put[] {
  return head.value.caseKey === caseKey ? [] : [headPut({ ...head, value: { ...head.value, caseKey } })]
}

/** Seconds until it is worth trying again. */
const AGAIN = { 'retry-after': '2' }

function contended(): HttpFault {
  return new HttpFault(
    503,
    'busy',
    'nothing was stored: too many changes at the same moment; send it again',
    undefined,
    AGAIN,
  )
}

function storeFull(): HttpFault {
  return new HttpFault(
    503,
    'store-full',
    'nothing was stored: the store is full; send it again in a while',
    undefined,
    AGAIN,
  )
}
