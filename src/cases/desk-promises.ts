import { StoreAway } from '../errors.ts'
import { outsideId, recordKey } from '../store/keys.ts'
import type { Append, CommitResult } from '../store/store.ts'
import { appendLine } from '../turn/append.ts'
import { headCodec } from '../turn/conversation.ts'
import type { Line, LineReceipt, MessageLine } from '../turn/line.ts'
import { openCaseOf } from '../turn/load.ts'
import type { CommitmentKind } from '../turn/turn.ts'
import { type Case, isOpen } from './case.ts'
import { caseChange, caseLineAppend } from './case-change.ts'
import type { LinkMaker } from './case-link.ts'
import { broken, type Commitment, commitmentCodec, commitmentPut, confirmed, off } from './commitments.ts'
import { endedBy } from './customer-commitments.ts'
import { dueBy, type TermName } from './deadlines.ts'
import { type Acted, type DeskDeps, readCase } from './desk.ts'
import { caseEvents, eventsOf } from './events.ts'
import { everywhere } from './same-holder.ts'
import type { At } from './say.ts'
import { eventLine, systemLine } from './say.ts'
import { TEXTS } from './texts.ts'
import { alive, isMine, type Person } from './transitions.ts'
import { day } from './when.ts'

/** What agents promise in the company's name, and how a promise ends. The customer is told of both, with a receipt. */
export interface PromiseDeps extends DeskDeps {
  caseLink?: LinkMaker
}

export interface AgentPromise {
  /** The client's own id: sent twice, it is one promise. */
  id: string
  kind: Exclude<CommitmentKind, 'verify'>
  text: string
  /** By a term of the house, or by a moment, ms. */
  due: { rule: TermName } | { at: number }
}

export type Ending =
  /** Done, under the company's reference. */
  | { how: 'confirmed'; ref: string }
  /** It will not be done. */
  | { how: 'broken'; why: string }
  /** Cancelled with the customer. */
  | { how: 'off' }

export type Settled =
  | { outcome: 'done'; commitment: Commitment }
  | { outcome: 'not-found' | 'not-yours' | 'closed' | 'stale' }

const ATTEMPTS = 8

/** An agent promises something in a case of theirs. It is theirs to keep, and comes due like any other. */
export async function promise(
  deps: PromiseDeps,
  caseKey: string,
  by: Person,
  made: AgentPromise,
): Promise<Acted | { outcome: 'past' }> {
  const { store, desk, ids } = deps
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const record = await readCase(store, caseKey)
    if (!record) return { outcome: 'not-found' }
    const before = record.value
    const at: At = { now: store.now(), lineId: () => ids.next(), desk }
    const moved = alive(before, by, at)
    if (typeof moved === 'string') return { outcome: moved }
    const due =
      'at' in made.due ? { at: made.due.at, rule: 'the day agreed' } : dueBy(desk, made.due.rule, at.now)
    if (due.at <= at.now) return { outcome: 'past' }
    const commitment: Commitment = {
      id: `${caseKey}-${made.id}`,
      kind: made.kind,
      text: made.text,
      dueAt: due.at,
      rule: due.rule,
      zone: desk.timeZone,
      customerId: before.customerId,
      conversationId: before.conversationId,
      caseKey: before.key,
      owner: { kind: 'agent', agentId: by.id },
      state: 'open',
      createdAt: at.now,
    }
    const texts = TEXTS[before.language]
    const told = texts.promised(by.name, made.text, day(due.at, at.now, desk.timeZone, before.language))
    const receipt = { title: made.text, ref: caseKey, at: at.now, dueAt: due.at }
    const lines: Line[] = [
      eventLine(at, moved.case, 'commitment-made', by.id, { id: commitment.id, text: made.text }),
      { ...systemLine(at, moved.case, told), receipt: withLink(deps, receipt, commitment.id, at.now) },
    ]
    const change = caseChange({ version: record.version, before, after: moved.case, lines: [], ids })
    const once = outsideId('promise', caseKey, made.id)
    const result = await store.commit({
      id: ids.next(),
      put: [
        ...change.put,
        commitmentPut({ key: recordKey.commitment(commitment.id), version: 0, value: commitment }),
      ],
      unique: change.unique,
      append: [
        ...lines.map((line, i) => caseLineAppend(moved.case, line, ids, i === 0 ? { once } : {})),
        ...eventsOf(caseEvents(before, moved.case, lines)),
      ],
    })
    if (isSettled(result)) return { outcome: 'done', case: moved.case }
    if (result.outcome === 'duplicate') return { outcome: 'done', case: before }
  }
  return { outcome: 'stale' }
}

/** A person of the company says what became of a promise. Twice the same is done once. */
export async function settle(deps: PromiseDeps, id: string, by: Person, ending: Ending): Promise<Settled> {
  const { store, desk, ids } = deps
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [record] = commitmentCodec.readable(await store.read([recordKey.commitment(id)]))
    if (!record) return { outcome: 'not-found' }
    const before = record.value
    const openCase = (await openCaseOf(store, before.customerId))?.value
    if (!maySettle(before, openCase, by)) return { outcome: 'not-yours' }
    if (before.state === ending.how) return { outcome: 'done', commitment: before }
    if (before.state !== 'open') return { outcome: 'closed' }
    const now = store.now()
    const after = ended(before, ending, now)
    const alsoOff =
      ending.how === 'confirmed'
        ? await endedBy(store, await everywhere(store, before.customerId), [after])
        : []
    const told = await tell(deps, after, ending, openCase, { now, lineId: () => ids.next(), desk }, by)
    if (!told) return { outcome: 'not-found' }
    const result = await store.commit({
      id: ids.next(),
      put: [commitmentPut({ ...record, value: after }), ...alsoOff.filter((put) => put.key !== record.key)],
      append: told,
    })
    if (isSettled(result)) return { outcome: 'done', commitment: after }
  }
  return { outcome: 'stale' }
}

/** Theirs to keep, or nobody's yet; of a customer who is with another agent only that agent's and a supervisor's. */
function maySettle(c: Commitment, openCase: Case | undefined, by: Person): boolean {
  if (by.role === 'supervisor') return true
  if (openCase?.state.kind === 'agent') return isMine(openCase, by)
  return c.owner.kind === 'queue' || c.owner.agentId === by.id
}

function ended(c: Commitment, ending: Ending, now: number): Commitment {
  switch (ending.how) {
    case 'confirmed':
      return confirmed(c, ending.ref, now)
    case 'broken':
      return broken(c, ending.why)
    case 'off':
      return off(c, 'agreed with the customer')
  }
}

/** What the customer reads of it, where they are now: in their open case, or else where it was promised. */
async function tell(
  deps: PromiseDeps,
  c: Commitment,
  ending: Ending,
  openCase: Case | undefined,
  at: At,
  by: Person,
): Promise<Append[] | undefined> {
  const { store, ids } = deps
  const [head] = headCodec.readable(await store.read([recordKey.head(c.conversationId)]))
  if (!head) return undefined
  const theirs = openCase && isOpen(openCase) ? openCase : undefined
  const texts = TEXTS[theirs?.language ?? head.value.language]
  const receipt =
    ending.how === 'confirmed'
      ? { receipt: withLink(deps, { title: c.text, ref: ending.ref, at: at.now }, c.id, at.now) }
      : {}
  const message: MessageLine = {
    kind: 'message',
    id: at.lineId(),
    at: at.now,
    from: { kind: 'system' },
    text:
      ending.how === 'confirmed'
        ? texts.kept(c.text, ending.ref)
        : ending.how === 'broken'
          ? texts.notDone(c.text, ending.why)
          : texts.calledOff(c.text),
    ...(theirs ? { caseKey: theirs.key } : {}),
    ...receipt,
  }
  if (!theirs) return [appendLine(head.value, message, ids)]
  const event = eventLine(at, theirs, `commitment-${ending.how}`, by.id, { id: c.id, text: c.text })
  const lines = [event, message]
  return [
    ...lines.map((line) => caseLineAppend(theirs, line, ids)),
    ...eventsOf(caseEvents(theirs, theirs, lines)),
  ]
}

function withLink(
  { caseLink }: PromiseDeps,
  receipt: LineReceipt,
  promise: string,
  now: number,
): LineReceipt {
  if (!caseLink) return receipt
  const { path, until } = caseLink({ promise }, now)
  return { ...receipt, link: path, linkUntil: until }
}

function isSettled(result: CommitResult): boolean {
  if (result.outcome === 'full') throw new StoreAway('the store is full: free disk space')
  return result.outcome === 'committed' || result.outcome === 'already'
}
