import { computed, effect, signal } from '@preact/signals'
import type { DeskView, MeView, SearchView } from '../../http/wire.ts'
import type { Connection } from './live.ts'
import { emptyFeed, type Feed, type FeedInput, reduce } from './model/feed.ts'
import { type OutboxInput, type Outgoing, reduceOutbox } from './model/outbox.ts'
import { caseNow, chatRows, inOrderOwed, transcriptOf } from './model/views.ts'
import { keep, recall } from './storage.ts'

/** Who is signed in; `undefined` while we don't know, `null` when nobody is. */
export const me = signal<MeView | null | undefined>(undefined)
export const desk = signal<DeskView | undefined>(undefined)
export const feed = signal<Feed>(emptyFeed)
export const connection = signal<Connection>('connecting')
/** The case on screen. */
export const openKey = signal<string | undefined>(undefined)
export const missingKey = signal<string | undefined>(undefined)
export const query = signal('')
/** What the desk found for the query, beyond the lists. */
export const found = signal<SearchView['results']>([])
export type Column = 'list' | 'chat' | 'customer'
/** Which column a narrow window shows. */
export const column = signal<Column>('list')
export type DialogName =
  | 'transfer'
  | 'resolve'
  | 'checking'
  | 'promise'
  | 'settle'
  | 'away'
  | 'sign-out'
  | 'shortcuts'
  | 'settings'
export const dialog = signal<DialogName | undefined>(undefined)
/** The promise whose end is being told. */
export const settling = signal<string | undefined>(undefined)
/** Event positions up to which the agent has seen each chat. */
export const readUpTo = signal<Readonly<Record<string, number>>>({})

export function tell(input: FeedInput): void {
  feed.value = reduce(feed.value, input)
}

export const rows = computed(() => chatRows(feed.value, readUpTo.value))
export const owed = computed(() => inOrderOwed(rows.value))
export const openCase = computed(() => (openKey.value ? caseNow(feed.value, openKey.value) : undefined))
export const openTranscript = computed(() =>
  openKey.value ? transcriptOf(feed.value, openKey.value) : { lines: [] },
)
/** The chat that will be lost first unless the agent shows life. */
export const aboutToLose = computed(
  () =>
    rows.value
      .filter((row) => row.warned && row.returnsAt !== undefined)
      .sort((a, b) => (a.returnsAt as string).localeCompare(b.returnsAt as string))[0],
)

/** Ticks every second; waits and leases on screen follow it. */
export const now = signal(Date.now())
let skewMs = 0
/** An agent's computer may be minutes off: clocks on screen follow the server's. */
export function heardServerTime(serverNow: number): void {
  const skew = serverNow - Date.now()
  // The header has whole seconds, and the answer took its time: small differences mean nothing.
  skewMs = Math.abs(skew) > 3_000 ? skew : 0
}
export function startTicking(): void {
  const tick = (): void => {
    now.value = Date.now() + skewMs
  }
  tick()
  setInterval(tick, 1_000)
}

export interface Draft {
  mode: 'reply' | 'note'
  reply: string
  note: string
}
const NO_DRAFT: Draft = { mode: 'reply', reply: '', note: '' }
/** What the agent has begun to write, by case: kept through reloads, sign-outs and lost chats. */
export const drafts = signal<Readonly<Record<string, Draft>>>({})
export function draftOf(key: string): Draft {
  return drafts.value[key] ?? NO_DRAFT
}
export function setDraft(key: string, change: Partial<Draft>): void {
  drafts.value = { ...drafts.value, [key]: { ...draftOf(key), ...change } }
}
export function hasDraft(key: string): boolean {
  const draft = drafts.value[key]
  return draft !== undefined && (draft.reply.trim() !== '' || draft.note.trim() !== '')
}

export const outbox = signal<readonly Outgoing[]>([])
export function post(input: OutboxInput): void {
  outbox.value = reduceOutbox(outbox.value, input)
}

let belongings: (() => void) | undefined
/** Takes up the drafts and unsent messages of this agent, and keeps them from now on. */
export function openBelongings(agentId: string): void {
  belongings?.()
  drafts.value = recall<Record<string, Draft>>(`drafts.${agentId}`) ?? {}
  post({ type: 'restore', items: recall<Outgoing[]>(`outbox.${agentId}`) ?? [] })
  const stopDrafts = effect(() => {
    const written = Object.entries(drafts.value).filter(([key]) => hasDraft(key))
    keep(`drafts.${agentId}`, written.length ? Object.fromEntries(written) : undefined)
  })
  const stopOutbox = effect(() => keep(`outbox.${agentId}`, outbox.value.length ? outbox.value : undefined))
  belongings = () => {
    stopDrafts()
    stopOutbox()
  }
}

/** Forgets what one agent saw; drafts and unsent messages stay in the browser for them. */
export function closeBelongings(): void {
  belongings?.()
  belongings = undefined
  feed.value = emptyFeed
  desk.value = undefined
  openKey.value = undefined
  drafts.value = {}
  outbox.value = []
  dialog.value = undefined
}
