import { type Case, caseCodec, isOpen } from '../cases/case.ts'
import { readCaseKey } from '../cases/case-key.ts'
import { type Commitment, commitmentCodec } from '../cases/commitments.ts'
import { type Customer, customerCodec } from '../cases/customer.ts'
import type { Desk } from '../cases/desk-file.ts'
import { plain } from '../cases/labels.ts'
import { ownCaseKey } from '../cases/reserved-key.ts'
import { indexName, logName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { CommitmentView, QueueItem, QueueView, ScheduledItem, SearchView, WorkView } from './wire.ts'

const QUEUE_PAGE = 100
const SCHEDULED_SHOWN = 100
const SEARCH_SHOWN = 20

/** The newest position of the event log. Read it before the data: events after it then complete the picture. */
export async function eventPosition(store: Store): Promise<number> {
  const [last] = await store.linesBefore(logName.events(), undefined, 1)
  return last?.seq ?? 0
}

/** The line in the order it will be served, over all queues; `after` is a former page's `next`. */
export async function queueView(store: Store, desk: Desk, after: string | undefined): Promise<QueueView> {
  const at = await eventPosition(store)
  const now = store.now()
  const from = readPlace(after)
  const queues = desk.queues.map((queue) => indexName.queue(queue.name))
  const [pages, sizes, firsts, scheduled] = await Promise.all([
    Promise.all(queues.map((queue) => store.page(queue, from, QUEUE_PAGE + 1))),
    Promise.all(queues.map((queue) => store.rank(queue, 'none'))),
    Promise.all(queues.map((queue) => store.page(queue, undefined, 20))),
    from ? Promise.resolve([]) : store.page(indexName.scheduled(), undefined, SCHEDULED_SHOWN),
  ])
  const inOrder = pages.flat().toSorted((a, b) => a.score - b.score || (a.member < b.member ? -1 : 1))
  const shown = inOrder.slice(0, QUEUE_PAGE)
  const last = inOrder.length > QUEUE_PAGE ? shown.at(-1) : undefined
  const records = await store.read(shown.map((entry) => entry.member))
  const waiting = caseCodec.readable(records).map((record) => record.value)
  const unreadable = records.filter((record) => record !== undefined).length - waiting.length
  const [promised, oldest] = await Promise.all([
    readCases(
      store,
      scheduled.map((entry) => entry.member),
    ),
    readCases(
      store,
      firsts.flat().map((entry) => entry.member),
    ),
  ])
  const names = await customerNames(store, [...waiting, ...promised])
  const waits = oldest.filter((c) => c.state.kind === 'queue').map((c) => now - c.askedAt)
  return {
    at,
    waiting: waiting.filter((c) => c.state.kind === 'queue').map((c) => queueItem(c, now, names)),
    scheduled: promised.flatMap((c) => scheduledItem(c, now, names) ?? []),
    size: sizes.reduce((sum, queue) => sum + queue.size, 0),
    oldestWaitSeconds: Math.floor(Math.max(0, ...waits) / 1000),
    ...(unreadable > 0 ? { unreadable } : {}),
    ...(last ? { next: `${last.score}:${last.member}` } : {}),
  }
}

export function queueItem(c: Case, now: number, names: ReadonlyMap<string, string>): QueueItem {
  const customerName = names.get(c.customerId)
  return {
    key: c.key,
    reason: c.reason,
    askedAt: iso(c.askedAt),
    waitingSeconds: Math.max(0, Math.floor((now - c.askedAt) / 1000)),
    dueAt: iso(c.dueAt),
    language: c.language,
    // Wanted of whoever takes it, when the customer writes in none of the house's languages.
    ...(c.speaks ? { speaks: c.speaks } : {}),
    channel: c.channel,
    priority: c.priority,
    summary: c.summary || c.asked,
    queue: c.queue,
    ...(customerName ? { customerName } : {}),
    ...(c.supervisorAsked ? { supervisorAsked: true } : {}),
    ...(c.preferredAgentId ? { preferredAgentId: c.preferredAgentId } : {}),
    ...(c.schedule ? { promised: promisedOf(c) } : {}),
  }
}

export function promisedOf(c: Case): QueueItem['promised'] {
  if (!c.schedule) return undefined
  const { what, window } = c.schedule
  return {
    what,
    window: { from: iso(window.from), to: iso(window.to) },
    ...(c.callBackPhone ? { phone: c.callBackPhone } : {}),
  }
}

/** Names of these cases' customers, by customer id. */
export async function customerNames(store: Store, cases: readonly Case[]): Promise<Map<string, string>> {
  const ids = [...new Set(cases.map((c) => c.customerId))]
  const stored = await store.read(ids.map((id) => recordKey.customer(id)))
  return new Map(
    customerCodec
      .readable(stored)
      .flatMap(({ value }) => (value.name ? [[value.id, value.name] as const] : [])),
  )
}

/** Cases by their records' keys; those that are gone or can't be read are left out. */
export async function readCases(store: Store, keys: readonly string[]): Promise<Case[]> {
  const stored = await store.read(keys)
  return caseCodec.readable(stored).map((record) => record.value)
}

/** What is promised to customers and due before `until`, most urgent first. */
export async function openCommitments(store: Store, until: number) {
  const entries = await store.page(indexName.commitments(), undefined, 200)
  const due = entries.filter((entry) => entry.score <= until)
  const stored = await store.read(due.map((entry) => entry.member))
  return commitmentCodec.readable(stored).map((record) => record.value)
}

export async function commitmentsOf(
  store: Store,
  customers: readonly Pick<Customer, 'id'>[],
  workOf: (commitment: Commitment) => WorkView | undefined = () => undefined,
): Promise<CommitmentView[]> {
  const found = await Promise.all(
    customers.map(({ id }) => store.page(indexName.commitmentsOfCustomer(id), undefined, 100)),
  )
  const stored = await store.read(found.flat().map((entry) => entry.member))
  return commitmentCodec.readable(stored).map(({ value }) => {
    const work = value.state === 'open' ? workOf(value) : undefined
    return { ...commitmentView(value), ...(work ? { work } : {}) }
  })
}

export function commitmentView(c: Commitment): CommitmentView {
  const { id, kind, text, state, dueAt } = c
  const ref = c.confirmation?.ref ?? c.ref
  return { id, kind, text, state, dueAt: iso(dueAt), ...(ref === undefined ? {} : { ref }) }
}

/** Cases by key, or by words, among those that this person may see. */
export async function search(
  store: Store,
  desk: Desk,
  text: string,
  options: { agentIds: readonly string[]; maySee: (c: Case) => boolean },
): Promise<SearchView> {
  const key = readCaseKey(text)
  const wanted = plain(text)
  if (wanted === '') return { results: [] }
  const indexes = [
    ...options.agentIds.map((id) => indexName.agentCases(id)),
    ...desk.queues.map((queue) => indexName.queue(queue.name)),
    indexName.scheduled(),
  ]
  const [exact, ...pages] = await Promise.all([
    key ? ownCaseKey(store, key).then((own) => readCases(store, [own])) : Promise.resolve([]),
    ...indexes.map(async (index) => {
      const entries = await store.page(index, undefined, 200)
      return readCases(
        store,
        entries.map((entry) => entry.member),
      )
    }),
  ])
  const candidates = pages.flat().filter(isOpen)
  const names = await customerNames(store, [...(exact ?? []), ...candidates])
  const found = candidates.filter((c) =>
    [names.get(c.customerId) ?? '', c.summary, c.asked].some((words) => plain(words).includes(wanted)),
  )
  const unique = new Map([...(exact ?? []), ...found].map((c) => [c.key, c]))
  return {
    results: [...unique.values()]
      .filter(options.maySee)
      .slice(0, SEARCH_SHOWN)
      .map((c) => ({
        key: c.key,
        state: c.state.kind,
        customerName: names.get(c.customerId) ?? '',
        askedAt: iso(c.askedAt),
        summary: c.summary || c.asked,
      })),
  }
}

export function iso(ms: number): string {
  return new Date(ms).toISOString()
}

function scheduledItem(c: Case, now: number, names: ReadonlyMap<string, string>): ScheduledItem | undefined {
  if (c.state.kind !== 'scheduled') return undefined
  const { what, window } = c.state
  return {
    ...queueItem(c, now, names),
    what,
    window: { from: iso(window.from), to: iso(window.to) },
    ...(c.callBackPhone ? { phone: c.callBackPhone } : {}),
  }
}

function readPlace(after: string | undefined): { member: string; score: number } | undefined {
  const colon = after?.indexOf(':') ?? -1
  if (after === undefined || colon < 1) return undefined
  const score = Number(after.slice(0, colon))
  return Number.isFinite(score) ? { score, member: after.slice(colon + 1) } : undefined
}
