import type { ComponentChildren, JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { SteadyRow } from '../model/steady.ts'
import { matches } from '../model/views.ts'
import { nameOf, timeOfDay, words } from '../settings.ts'
import { feed, found, me, owed, query } from '../state.ts'
import { useTools } from './context.ts'
import { ChatRowItem, CommitmentRow, FoundRow, QueueRow, ScheduledRow } from './rows.tsx'
import { useHold, useSteadyRows } from './use-steady.ts'

/** So many of the line are drawn; "show more" draws as many again. */
const QUEUE_STEP = 40

export function ListColumn(): JSX.Element {
  const list = useRef<HTMLElement>(null)
  const held = useHold(list).value
  const w = words.value
  const q = query.value
  const f = feed.value
  const named = owed.value
  const isLoaded = f.chats !== undefined

  const mine = useSteadyRows(
    isLoaded ? named.mine.filter((r) => matches(q, r.customerName, r.key, r.lastText)) : undefined,
    (r) => r.key,
    held,
  )
  const parked = useSteadyRows(
    isLoaded ? named.parked.filter((r) => matches(q, r.customerName, r.key, r.lastText)) : undefined,
    (r) => r.key,
    held,
  )
  const promises = useSteadyRows(
    f.commitments?.commitments.filter((c) => matches(q, c.customerName, c.caseKey, c.text)),
    (c) => c.id,
    held,
  )
  const waiting = useSteadyRows(
    f.queue?.waiting.filter((i) => matches(q, i.key, i.summary, w.reason[i.reason])),
    (i) => i.key,
    held,
  )
  const scheduled = useSteadyRows(
    f.queue?.scheduled.filter((i) => matches(q, i.key, i.summary)),
    (i) => i.key,
    held,
  )
  const listed = new Set(
    [mine, parked, waiting, scheduled].flatMap((part) => part.rows.map((row) => row.key)),
  )
  const others = q === '' ? [] : found.value.filter((one) => !listed.has(one.key))
  const changes = mine.changes + parked.changes + promises.changes + waiting.changes + scheduled.changes
  const nothingFound =
    q !== '' &&
    others.length === 0 &&
    [mine, parked, promises, waiting, scheduled].every((part) => part.rows.length === 0)

  return (
    <nav class="list" ref={list} aria-label={w.columns.list}>
      <div class="list__scroll">
        <OffDuty />
        {nothingFound && <p class="list__empty">{w.noneFound}</p>}
        <Part title={w.myChats} count={mine.rows.length} empty={q ? undefined : isLoaded ? w.noChats : ''}>
          {mine.rows.map((row) => (
            <ChatRowItem key={row.key} row={row.item} gone={row.gone} />
          ))}
        </Part>
        {parked.rows.length > 0 && (
          <Part title={w.parkedChats} count={parked.rows.length}>
            {parked.rows.map((row) => (
              <ChatRowItem key={row.key} row={row.item} gone={row.gone} />
            ))}
          </Part>
        )}
        {promises.rows.length > 0 && (
          <Part title={w.todaysCommitments} count={promises.rows.length}>
            {promises.rows.map((row) => (
              <CommitmentRow key={row.key} commitment={row.item} gone={row.gone} />
            ))}
          </Part>
        )}
        <QueuePart rows={waiting.rows} isSearch={q !== ''} />
        {others.length > 0 && (
          <Part title={w.otherCases} count={others.length}>
            {others.map((one) => (
              <FoundRow key={one.key} found={one} />
            ))}
          </Part>
        )}
        {scheduled.rows.length > 0 && (
          <Part title={w.scheduled} count={scheduled.rows.length}>
            {scheduled.rows.map((row) => (
              <ScheduledRow key={row.key} item={row.item} gone={row.gone} />
            ))}
          </Part>
        )}
      </div>
      <p class="list__held">{held && changes > 0 ? w.held(changes) : ''}</p>
    </nav>
  )
}

/** Off duty with open chats: who gets each, and when. */
function OffDuty(): JSX.Element | null {
  const w = words.value
  const presence = me.value?.presence
  if (presence?.status !== 'away' || !presence.openChats?.length) return null
  return (
    <section class="off-duty">
      <h2>{w.offDutyHeading}</h2>
      <ul>
        {presence.openChats.map((chat) => (
          <li key={chat.key}>
            <bdi class="off-duty__name">{nameOf(chat.customerName, chat.key)}</bdi>{' '}
            {chat.staysUntil
              ? w.staysUntil(timeOfDay(chat.staysUntil), chat.thenQueue)
              : w.staysThen(chat.thenQueue)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function QueuePart(p: {
  rows: SteadyRow<Parameters<typeof QueueRow>[0]['item']>[]
  isSearch: boolean
}): JSX.Element {
  const { commands } = useTools()
  const [limit, setLimit] = useState(QUEUE_STEP)
  const w = words.value
  const queue = feed.value.queue
  const size = p.isSearch ? p.rows.length : (queue?.size ?? 0)
  const more = Math.max(0, Math.max(size, p.rows.length) - Math.min(limit, p.rows.length))
  const showMore = (): void => {
    setLimit(limit + QUEUE_STEP)
    if (queue?.next !== undefined && p.rows.length < limit + QUEUE_STEP) void commands.showMoreOfQueue()
  }
  return (
    <Part title={w.queue} count={size} empty={p.isSearch ? undefined : queue ? w.noneWaits : ''}>
      {p.rows.slice(0, limit).map((row) => (
        <QueueRow key={row.key} item={row.item} gone={row.gone} />
      ))}
      {more > 0 && (
        <li>
          <button type="button" class="more" onClick={showMore}>
            {w.showMore(Math.min(more, QUEUE_STEP))}
          </button>
        </li>
      )}
    </Part>
  )
}

/** A titled part of the list. `empty` undefined: with nothing in it, it isn't there. */
function Part(p: {
  title: string
  count: number
  empty?: string
  children: ComponentChildren
}): JSX.Element | null {
  if (p.count === 0 && p.empty === undefined) return null
  return (
    <section class="part">
      <h2 class="part__title">
        {p.title} <span class="part__count">{p.count}</span>
      </h2>
      {p.count === 0 ? <p class="list__empty">{p.empty}</p> : <ul class="rows">{p.children}</ul>}
    </section>
  )
}
