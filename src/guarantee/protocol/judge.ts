import { type Case, caseCodec, isOpen } from '../../cases/case.ts'
import { KEEP_PLACE_MS } from '../../cases/opening.ts'
import type { Inbound } from '../../channels/channel.ts'
import { readAsk } from '../../escape/ask.ts'
import type { Codec } from '../../store/codec.ts'
import { idOf, indexName, logName, recordKey, uniqueName } from '../../store/keys.ts'
import type { Change, Stored } from '../../store/store.ts'
import { type Head, headCodec } from '../../turn/conversation.ts'
import { type Line, lineShape, type MessageLine } from '../../turn/line.ts'
import type { Finding } from './rules.ts'
import { consumedUpTo, type StoreState } from './store-state.ts'

/** What is held of every commit, by whom and whenever it comes. `before` and `after` are the store around it. */
export function judgeCommit(c: { before: StoreState; after: StoreState; change: Change }): Finding[] {
  const { before, after, change } = c
  return said(change).flatMap(({ conversationId, line, lines }) => {
    if (line.kind !== 'message') return []
    const head = headOf(after, conversationId)
    if (!head) return [{ rule: 'message-lost', what: `${conversationId} has a line but no head` } as const]
    switch (line.from.kind) {
      case 'customer':
        return judgeAsk(before, after, { head, line, lines, change })
      case 'bot':
        return judgeBot(before, { head, line, change })
      case 'system':
        return judgeWords(after, line)
      default:
        return []
    }
  })
}

/** A message that asks leaves an open case behind, and a receipt that names it, in the commit that stores it. */
function judgeAsk(
  before: StoreState,
  after: StoreState,
  stored: { head: Head; line: MessageLine; lines: readonly Line[]; change: Change },
): Finding[] {
  const { head, line, lines, change } = stored
  const twice = timesStored(after, head.id, line.clientId) > 1
  const found: Finding[] = twice
    ? [{ rule: 'message-stored-twice', what: `“${line.text}” is in the log twice` }]
    : []
  const had = openCaseOf(before, head.customerId)
  const kind = asks(line)
  if (kind === 'no' || (kind === 'by-action' && had)) return found
  const open = openCaseOf(after, head.customerId)
  const isWritten = open && change.put?.some(({ key }) => key === recordKey.case(open.key))
  if (!open || !isWritten || head.caseKey !== open.key) {
    found.push({
      rule: 'ask-not-stored',
      what: `“${line.text}” asks for a person, and is stored without its case`,
    })
    return found
  }
  const receipt = lines.find((one) => one.kind === 'message' && one.from.kind === 'system')
  if (receipt?.kind !== 'message' || receipt.caseKey !== open.key || !receipt.text.includes(open.key)) {
    found.push({
      rule: 'ask-not-stored',
      what: `“${line.text}” asks for a person, and is answered without the key of its case, ${open.key}`,
    })
  }
  return [...found, ...judgePlace(before, { head, had, open, at: line.at })]
}

/** Who asks again has the key, the clock and the place that they had. */
function judgePlace(
  before: StoreState,
  now: { head: Head; had: Case | undefined; open: Case; at: number },
): Finding[] {
  const { head, had, open, at } = now
  const latest = had ?? caseOf(before, headOf(before, head.id)?.caseKey)
  const isKept =
    latest && (isOpen(latest) || (latest.state.kind === 'withdrawn' && at - latest.state.at < KEEP_PLACE_MS))
  if (!latest || !isKept) return []
  if (latest.key === open.key && latest.askedAt === open.askedAt && open.dueAt <= latest.dueAt) return []
  return [{ rule: 'place-lost', what: `the case ${latest.key} became ${open.key}, and its place was lost` }]
}

/** The bot says nothing while people have the conversation, nothing twice, and nothing that it won't remember. */
function judgeBot(before: StoreState, stored: { head: Head; line: MessageLine; change: Change }): Finding[] {
  const { head, line, change } = stored
  const found: Finding[] = []
  const owner = caseOf(before, headOf(before, head.id)?.caseKey)
  if (owner && isOpen(owner)) {
    const what = `the bot says “${line.text}” while the case ${owner.key} has the conversation (${owner.state.kind})`
    found.push({ rule: 'bot-speaks-over-people', what })
  }
  const isGreeting = !before.records.has(recordKey.head(head.id))
  if (isGreeting || change.id.startsWith('trying:')) return found
  if (!change.put?.some(({ key }) => key === recordKey.bot(head.id))) {
    found.push({ rule: 'words-without-state', what: `“${line.text}” is said without the bot’s state` })
  }
  if (isAnsweredBefore(before, head.id, change)) {
    found.push({ rule: 'answered-twice', what: `“${line.text}” answers what had been answered` })
  }
  return found
}

/** An input is consumed by the turn that answers it; an outcome may come before messages that wait for it. */
function isAnsweredBefore(before: StoreState, conversationId: string, change: Change): boolean {
  const log = logName.conversation(conversationId)
  const done = consumedUpTo(before, log, indexName.inputs())
  const upTo = change.consume?.find((one) => one.log === log)?.upTo ?? done
  if (upTo > done) return false
  return !linesOf(before, conversationId).some((line, i) => i + 1 > done && line.kind === 'outcome')
}

/** Words about a case are about one that is stored. */
function judgeWords(after: StoreState, line: MessageLine): Finding[] {
  if (line.caseKey === undefined || after.records.has(recordKey.case(line.caseKey))) return []
  return [{ rule: 'words-before-case', what: `“${line.text}” is said before the case is stored` }]
}

/** What is held of the whole store, whenever it is looked at. */
export function judgeState(state: StoreState): Finding[] {
  const open = new Map<string, string>()
  const found: Finding[] = []
  for (const { key } of state.records.values()) {
    if (!key.startsWith('case/')) continue
    const one = caseOf(state, idOf(key))
    if (!one || !isOpen(one)) continue
    const other = open.get(one.customerId)
    if (other !== undefined) {
      found.push({ rule: 'two-open-cases', what: `one customer has two open cases, ${other} and ${one.key}` })
    }
    open.set(one.customerId, one.key)
  }
  return found
}

/** Whether what a customer wrote puts them in line; by an action, where no case of theirs is open. */
export function asks(message: Pick<Inbound, 'text' | 'action'>): 'clearly' | 'by-action' | 'no' {
  switch (message.action) {
    case undefined:
      return readAsk(message.text) === 'asks' ? 'clearly' : 'no'
    case 'ask':
      return 'clearly'
    case 'supervisor':
    case 'return':
    case 'call-back':
    case 'written-answer':
      return 'by-action'
    default:
      return 'no'
  }
}

/** How often the message with this id of its client is in a conversation. */
export function timesStored(state: StoreState, conversationId: string, clientId: string | undefined): number {
  return linesOf(state, conversationId).filter(
    (line) => line.kind === 'message' && clientId !== undefined && line.clientId === clientId,
  ).length
}

/** Lines of a conversation. Every line of a model can be read. */
export function linesOf(state: StoreState, conversationId: string): Line[] {
  return (state.logs.get(logName.conversation(conversationId)) ?? []).map(({ body }) => lineIn(body))
}

export function headOf(state: StoreState, conversationId: string): Head | undefined {
  return readOnce(state.records.get(recordKey.head(conversationId)), headCodec)
}

/** The case, when it is there and can be read. */
export function caseOf(state: StoreState, key: string | undefined): Case | undefined {
  if (key === undefined) return undefined
  return readOnce(state.records.get(recordKey.case(key)), caseCodec)
}

/** The one case that holds the customer's name for open cases. */
export function openCaseOf(state: StoreState, customerId: string): Case | undefined {
  const owner = state.uniques.get(uniqueName.openCase(customerId))
  const held = owner === undefined ? undefined : caseOf(state, idOf(owner))
  return held && isOpen(held) ? held : undefined
}

/** What a change appends to conversations, with all that it says in the same one. */
function said(change: Change): { conversationId: string; line: Line; lines: readonly Line[] }[] {
  const appended = (change.append ?? [])
    .filter(({ log }) => log.startsWith('conversation/'))
    .map(({ log, body }) => ({ conversationId: idOf(log), line: lineIn(body) }))
  return appended.map((one) => ({
    ...one,
    lines: appended
      .filter(({ conversationId }) => conversationId === one.conversationId)
      .map(({ line }) => line),
  }))
}

const decoded = new Map<string, Line>()

function lineIn(body: string): Line {
  const known = decoded.get(body)
  if (known) return known
  const line = lineShape.parse((JSON.parse(body) as { line: unknown }).line)
  if (decoded.size > 20_000) decoded.clear()
  decoded.set(body, line)
  return line
}

/** Stored records are never changed in place, so each is read once. */
const values = new WeakMap<object, unknown>()

function readOnce<T>(stored: Stored | undefined, codec: Codec<T>): T | undefined {
  if (!stored) return undefined
  if (!values.has(stored)) values.set(stored, codec.readable([stored])[0]?.value)
  return values.get(stored) as T | undefined
}
