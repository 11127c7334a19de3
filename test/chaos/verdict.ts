import { caseCodec, isOpen } from '../../src/cases/case.ts'
import { readCase } from '../../src/cases/desk.ts'
import { idOf, indexName, logName, recordKey } from '../../src/store/keys.ts'
import type { Store } from '../../src/store/store.ts'
import { headCodec } from '../../src/turn/conversation.ts'
import { decodeLine, type ReadLine } from '../../src/turn/transcript.ts'
import { ATTEMPTS_LIMIT } from '../../src/turn/worker.ts'
import { type CustomerAccount, isAcked, type Ledger } from './ledger.ts'
import { markOf } from './marks.ts'
import { judgePhone } from './phone-verdict.ts'
import type { WhatsApp } from './whatsapp.ts'

export interface Verdict {
  /** Acknowledged and not there: messages, asks, agents' replies. */
  loss: string[]
  /** Twice what must be once: messages, answers, cases. */
  doubles: string[]
  /** Anything else that the promise forbids: out of order, a bot that talks over an agent, nobody who answered. */
  broken: string[]
  /** Asks that one process kept while another stored what came later: nobody is lost, and the ask stands behind it. */
  overtaken: number
  /** What phones got once more than it was said, in the one window that is known. */
  again: number
  /** Who was let go of because the bot failed: wrong where nothing makes it fail, as the run knows. */
  errors: string[]
}

const PAGE = 500
/** A case follows its ask in the same commit, so within these lines. */
const FOLLOWS_WITHIN = 12
const CASE_FOLLOWS = new Set(['case-opened', 'case-joined', 'case-returned', 'case-reopened', 'place-asked'])
const BEGINS = new Set(['case-opened', 'case-claimed', 'case-reopened', 'case-returned'])
const ENDS = new Set(['case-resolved', 'case-withdrawn'])

/** Holds what the ledger says against what the desk has, once everything has come to rest. */
export async function judge(ledger: Ledger, store: Store, whatsapp: WhatsApp | undefined): Promise<Verdict> {
  const verdict: Verdict = {
    loss: [],
    doubles: [],
    broken: [...ledger.odd],
    overtaken: 0,
    again: 0,
    errors: [],
  }
  const replies: string[] = []
  for (const account of ledger.customers) {
    const lines = await readLog(store, account.conversationId)
    judgeMessages(account, lines, verdict)
    judgeAnswers(account, lines, verdict)
    if (account.channel === 'web') judgeSeen(account, lines, verdict)
    else if (whatsapp) await judgePhone(account, lines, whatsapp, store, verdict)
    judgeSilence(account, lines, verdict)
    judgeErrors(account, lines, verdict)
    await judgeAsks(account, lines, store, verdict)
    for (const line of lines) {
      if (line.kind === 'message' && line.agentMessageId !== undefined) replies.push(line.agentMessageId)
    }
  }
  for (const fault of whatsapp?.api.faults ?? []) verdict.broken.push(`Meta would refuse it: ${fault}`)
  if (isRunTooOften(ledger))
    verdict.broken.push('the bot was run again and again over a message that ends its process')
  for (const id of twice(replies)) verdict.doubles.push(`agent's reply ${id} is there twice`)
  for (const reply of ledger.replies.filter(isAcked)) {
    if (!replies.includes(reply.id))
      verdict.loss.push(`agent's reply ${reply.id} (${reply.caseKey}) is nowhere`)
  }
  return verdict
}

async function readLog(store: Store, conversationId: string): Promise<ReadLine[]> {
  const lines: ReadLine[] = []
  for (;;) {
    const page = await store.lines(logName.conversation(conversationId), lines.at(-1)?.seq ?? 0, PAGE)
    lines.push(...page.map(decodeLine))
    if (page.length < PAGE) return lines
  }
}

/** Every acknowledged message once, and in the order in which one was posted after another was acknowledged. */
function judgeMessages(
  { name, channel, sent }: CustomerAccount,
  lines: readonly ReadLine[],
  verdict: Verdict,
): void {
  const places = new Map<string, number[]>()
  for (const line of lines) {
    if (line.kind !== 'message' || line.clientId === undefined) continue
    places.set(line.clientId, [...(places.get(line.clientId) ?? []), line.seq])
  }
  for (const [id, seqs] of places) {
    if (seqs.length > 1) verdict.doubles.push(`message ${id} is there ${seqs.length} times`)
  }
  // WhatsApp is not told whether what it brought is stored, or an ask that was kept.
  const kept = new Set(
    sent.filter((one) => one.kept || (channel === 'whatsapp' && one.asks)).map(({ id }) => id),
  )
  let latest = { id: '', seq: 0 }
  let settledAt = 0
  for (const message of sent.filter(isAcked)) {
    const seq = places.get(message.id)?.[0]
    if (seq === undefined) {
      verdict.loss.push(`message ${message.id} "${message.text}" was acknowledged and is nowhere`)
      continue
    }
    // Two on their way at once may come in any order.
    if (message.postedAt >= settledAt && seq < latest.seq) {
      if (kept.has(latest.id)) verdict.overtaken += 1
      else verdict.broken.push(`message ${message.id} of ${name} stands before ${latest.id}`)
    }
    if (seq > latest.seq) latest = { id: message.id, seq }
    settledAt = Math.max(settledAt, message.ackedAt ?? 0)
  }
}

/** Each input answered at most once, and somebody answered or took over. */
function judgeAnswers({ name }: CustomerAccount, lines: readonly ReadLine[], verdict: Verdict): void {
  const marks = lines.flatMap((line) =>
    line.kind === 'message' && line.from.kind === 'bot' ? (markOf(line.text) ?? []) : [],
  )
  for (const mark of twice(marks.map((one) => one.mark))) {
    verdict.doubles.push(`${name} got the answer ${mark} twice`)
  }
  const answered = new Set(marks.map(({ inputId }) => asked(lines, inputId)))
  for (const line of lines) {
    if (line.kind !== 'message' || line.from.kind !== 'customer' || line.toPeople || answered.has(line.seq))
      continue
    const taken = lines.some(
      (later) => later.seq > line.seq && later.kind === 'event' && CASE_FOLLOWS.has(later.name),
    )
    if (!taken) {
      const all = lines.map(inShort).join(' · ')
      verdict.broken.push(`nobody answered ${name}: "${line.text}" (${line.seq} of ${lines.length}): ${all}`)
    }
  }
}

/** The place of the message that an input comes from: its own, or that of the message whose turn made the call. */
function asked(lines: readonly ReadLine[], inputId: string): number | undefined {
  const input = lines.find((line) => 'id' in line && line.id === inputId)
  if (input?.kind !== 'outcome') return input?.seq
  // A call is named after the line whose turn made it: see the seed in src/turn/worker.ts.
  const seq = Number(/:(\d+)-call-\d+$/.exec(input.callId)?.[1])
  const cause = lines.find((line) => line.seq === seq && line.seq < input.seq)
  return cause && 'id' in cause ? asked(lines, cause.id) : undefined
}

/** A line of a conversation, for who looks for what went wrong in it. */
function inShort(line: ReadLine): string {
  if (line.kind === 'event') return `${line.seq} ${line.name}`
  if (line.kind !== 'message') return `${line.seq} ${line.kind}`
  return `${line.seq} ${line.from.kind} ${line.id} "${line.text.slice(0, 60)}" ${markOf(line.text)?.mark ?? ''}`
}

/** What the customer's client was handed by watermark: all there is, each once, in order. */
function judgeSeen(
  { name, seen, seenUpTo, lastSeq }: CustomerAccount,
  lines: readonly ReadLine[],
  verdict: Verdict,
): void {
  const said = lines.filter((line) => line.kind === 'message').map((line) => line.seq)
  const got = seen.map((id) => Number(id.slice(id.lastIndexOf('|') + 1)))
  for (const seq of twice(got)) verdict.doubles.push(`${name} was shown line ${seq} twice`)
  for (const seq of said) {
    // What the desk has said since then is still to be shown.
    if (seq <= Math.max(seenUpTo, lastSeq) && !got.includes(seq))
      verdict.loss.push(`${name} was never shown line ${seq}`)
  }
}

/** No word of the bot while people have the conversation: from the moment the case is stored, not only from a claim. */
function judgeSilence({ name }: CustomerAccount, lines: readonly ReadLine[], verdict: Verdict): void {
  let event: string | undefined
  for (const line of lines) {
    if (line.kind === 'event' && BEGINS.has(line.name)) event = line.name
    if (line.kind === 'event' && ENDS.has(line.name)) event = undefined
    if (event !== undefined && line.kind === 'message' && line.from.kind === 'bot') {
      verdict.broken.push(`the bot spoke to ${name} after "${event}": "${line.text}"`)
    }
  }
}

/** Who was let go of because the bot failed. */
function judgeErrors({ name }: CustomerAccount, lines: readonly ReadLine[], verdict: Verdict): void {
  for (const line of lines) {
    if (line.kind !== 'event' || line.data?.reason !== 'error') continue
    const all = lines.map(inShort).join(' · ')
    verdict.errors.push(`${name} was let go of with "error", and nothing had failed (${line.seq}): ${all}`)
  }
}

/** Every acknowledged ask is one case that is open or was served, and never two are open. */
async function judgeAsks(
  { name, channel, conversationId, sent }: CustomerAccount,
  lines: readonly ReadLine[],
  store: Store,
  verdict: Verdict,
): Promise<void> {
  const [stored] = await store.read([recordKey.head(conversationId)])
  if (!stored) {
    // On WhatsApp a conversation begins with a message: who was never acknowledged one has none.
    if (channel === 'whatsapp' && !sent.some(isAcked)) return
    verdict.loss.push(`the conversation of ${name} is nowhere`)
    return
  }
  const { customerId } = headCodec.read(stored).value
  const entries = await store.page(indexName.casesOfCustomer(customerId), undefined, PAGE)
  const cases = caseCodec
    .readable(await store.read(entries.map(({ member }) => member)))
    .map(({ value }) => value)
  const open = cases.filter(isOpen)
  if (open.length > 1) verdict.doubles.push(`${name} has ${open.length} open cases`)
  for (const c of cases) {
    if (c.state.kind !== 'queue') continue
    const { before } = await store.rank(indexName.queue(c.queue), recordKey.case(c.key))
    if (before === undefined) verdict.loss.push(`${name}: ${c.key} waits and is not in line`)
  }
  const openedOnce = lines.filter((line) => line.kind === 'event' && line.name === 'case-opened')
  for (const key of twice(openedOnce.map((line) => (line.kind === 'event' ? (line.caseKey ?? '') : '')))) {
    verdict.doubles.push(`${name}: ${key} was opened twice`)
  }
  for (const message of sent.filter((one) => one.asks && isAcked(one))) {
    const line = lines.find((one) => one.kind === 'message' && one.clientId === message.id)
    if (!line) continue
    const event = lines.find(
      (one) =>
        one.kind === 'event' &&
        CASE_FOLLOWS.has(one.name) &&
        one.seq > line.seq &&
        one.seq <= line.seq + FOLLOWS_WITHIN,
    )
    const key = event?.kind === 'event' ? event.caseKey : undefined
    const isWithPeople = line.kind === 'message' && line.toPeople === true && cases.length > 0
    if (key === undefined ? !isWithPeople : !cases.some((c) => c.key === key)) {
      verdict.loss.push(`${name} asked for a person (${message.id}) and no case is there`)
    }
  }
  for (const key of sent.flatMap(({ kept = [] }) => kept)) {
    if ((await readCase(store, key))?.value.customerId !== customerId) {
      verdict.loss.push(`${name} has a receipt for ${key}, and that is no case of theirs`)
    }
  }
  for (const c of cases) {
    if (c.state.kind === 'resolved' && c.firstHumanWordsAt === undefined && c.reopened === undefined) {
      verdict.broken.push(`${name}: ${c.key} ended and no person had said a word`)
    }
  }
}

function twice<T>(of: readonly T[]): T[] {
  return [...new Set(of.filter((one, at) => of.indexOf(one) !== at))]
}

/** What still waits for a worker, or to be stored at all: nothing, when all has come to rest. */
export async function whatWaits(ledger: Ledger, store: Store): Promise<string[]> {
  const inputs = await store.page(indexName.inputs(), undefined, PAGE)
  const outbox = await store.page(indexName.outbox('whatsapp'), undefined, PAGE)
  const waiting = [
    ...inputs.map(({ member }) => `messages of ${idOf(member)} still wait for a worker`),
    ...outbox.map(({ member }) => `messages of ${idOf(member)} still wait to be sent`),
  ]
  for (const { conversationId, channel, sent } of ledger.customers) {
    const kept = sent.filter((one) => one.kept || (channel === 'whatsapp' && one.asks && isAcked(one)))
    if (kept.length === 0) continue
    const lines = await readLog(store, conversationId)
    for (const { id, kept: keys = [] } of kept) {
      const isThere = lines.some((line) => line.kind === 'message' && line.clientId === id)
      // Two processes may have kept it: the message is there with the first, each receipt is good with its own.
      const known = await Promise.all(keys.map((key) => readCase(store, key)))
      if (!isThere) waiting.push(`the kept ask ${id} waits to be stored`)
      else if (known.includes(undefined)) waiting.push(`a key of the kept ask ${id} (${keys}) leads nowhere`)
    }
  }
  return waiting
}

/** The place of the last thing that each customer is to see, by conversation. */
export async function lastMessages(ledger: Ledger, store: Store): Promise<Map<string, number>> {
  const last = new Map<string, number>()
  for (const { conversationId } of ledger.customers) {
    const lines = await readLog(store, conversationId)
    last.set(conversationId, lines.findLast((line) => line.kind === 'message')?.seq ?? 0)
  }
  return last
}

/** The third attempt at a message is a person's. */
export function isRunTooOften({ poisonRuns }: Ledger): boolean {
  return [...poisonRuns.values()].some((runs) => runs >= ATTEMPTS_LIMIT)
}
