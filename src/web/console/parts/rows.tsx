import type { ComponentChildren, JSX } from 'preact'
import type { ChatRow, CommitmentsView, QueueItem, ScheduledItem, SearchView } from '../../../http/wire.ts'
import { Icon, type IconName } from '../icons.tsx'
import { clockText } from '../model/time.ts'
import { dateAndTime, nameOf, nameOfLanguage, timeOfDay, words } from '../settings.ts'
import { hasDraft, now, openKey } from '../state.ts'
import { useTools } from './context.ts'

/** Two lines, always: what a row says may change, its height and place do not. */
function Row(p: {
  caseKey?: string
  /** Rows of commitments lead to a case without being it. */
  isReference?: boolean
  gone: boolean
  tone?: 'late' | 'soon' | 'danger' | 'warned'
  icon: IconName
  iconLabel: string
  name: string
  marks?: ComponentChildren
  clock?: ComponentChildren
  below: string
}): JSX.Element {
  const { commands } = useTools()
  const isOpen = p.caseKey !== undefined && openKey.value === p.caseKey && !p.isReference
  const open = (): void => {
    if (p.caseKey) void commands.open(p.caseKey)
  }
  return (
    <li class={`row${p.tone ? ` row--${p.tone}` : ''}${p.gone ? ' row--gone' : ''}`} data-key={p.caseKey}>
      <button
        type="button"
        class="row__open"
        aria-current={isOpen ? 'true' : undefined}
        disabled={p.gone}
        onClick={open}
      >
        <span class="row__line">
          <span class="row__icon" title={p.iconLabel}>
            <Icon name={p.icon} />
            <span class="unseen">{p.iconLabel} </span>
          </span>
          <bdi class="row__name">{p.name}</bdi>
          <span class="row__marks">{p.marks}</span>
        </span>
        <span class="row__line">
          {p.gone ? (
            <span class="row__clock">{words.value.rowGone}</span>
          ) : (
            p.clock && <span class="row__clock">{p.clock}</span>
          )}
          <span class="row__below" dir="auto">
            {p.below}
          </span>
        </span>
      </button>
    </li>
  )
}

export function ChatRowItem({ row, gone }: { row: ChatRow; gone: boolean }): JSX.Element {
  const w = words.value
  const isOpen = openKey.value === row.key
  const unread = isOpen && document.hasFocus() ? 0 : row.unread
  return (
    <Row
      caseKey={row.key}
      gone={gone}
      tone={row.warned ? 'warned' : undefined}
      icon={row.channel}
      iconLabel={w.channel[row.channel]}
      name={nameOf(row.customerName, row.key)}
      clock={owedClock(row)}
      below={row.lastFrom === 'agent' ? `${w.you}: ${row.lastText}` : row.lastText}
      marks={
        <>
          {row.supervisorAsked && (
            <span class="row__draft" title={w.supervisorAsked}>
              <Icon name="warning" />
              <span class="unseen">{w.supervisorAsked}</span>
            </span>
          )}
          {hasDraft(row.key) && (
            <span class="row__draft" title={w.draft}>
              <Icon name="pencil" />
              <span class="unseen">{w.draft}</span>
            </span>
          )}
          {unread > 0 && (
            <span class="badge">
              <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
              <span class="unseen">{w.unread(unread)}</span>
            </span>
          )}
        </>
      }
    />
  )
}

function owedClock(row: ChatRow): JSX.Element | undefined {
  const w = words.value
  if (row.checkingUntil && Date.parse(row.checkingUntil) > now.value) {
    return <>{w.checkingUntil(timeOfDay(row.checkingUntil))}</>
  }
  if (!row.owedSince) return undefined
  return <span class="row__owed">{w.owes(clockText(now.value - Date.parse(row.owedSince)))}</span>
}

/** Under this the due time is shown as near. */
const SOON_MS = 60_000

function DueClock({ dueAt }: { dueAt: string }): JSX.Element {
  const left = Date.parse(dueAt) - now.value
  const w = words.value
  return <span class="row__due">{left >= 0 ? w.dueIn(clockText(left)) : w.lateBy(clockText(-left))}</span>
}

function toneOfDue(dueAt: string, priority: QueueItem['priority']): 'late' | 'soon' | 'danger' | undefined {
  const left = Date.parse(dueAt) - now.value
  if (priority === 'danger') return 'danger'
  return left < 0 ? 'late' : left < SOON_MS ? 'soon' : undefined
}

export function QueueRow({ item, gone }: { item: QueueItem; gone: boolean }): JSX.Element {
  const w = words.value
  const reason = w.reason[item.reason]
  const priority = item.reason === 'danger' ? '' : w.priority[item.priority]
  return (
    <Row
      caseKey={item.key}
      gone={gone}
      tone={toneOfDue(item.dueAt, item.priority)}
      icon={item.channel}
      iconLabel={w.channel[item.channel]}
      name={priority ? `${priority}: ${reason}` : reason}
      clock={item.promised ? promisedWords(item.promised) : <DueClock dueAt={item.dueAt} />}
      below={item.customerName ? `${item.customerName}: ${item.summary}` : item.summary}
      marks={
        <abbr
          class="row__language"
          title={item.speaks ? w.writesIn(nameOfLanguage(item.speaks)) : w.languageName[item.language]}
        >
          {(item.speaks ?? item.language).toUpperCase()}
        </abbr>
      }
    />
  )
}

/** A call-back or answer whose hour has come: that it is one matters more than when it is due. */
function promisedWords({ what, window }: NonNullable<QueueItem['promised']>): string {
  return `${words.value.scheduledWhat[what]} ${timeOfDay(window.from)}`
}

export function ScheduledRow({ item, gone }: { item: ScheduledItem; gone: boolean }): JSX.Element {
  const w = words.value
  return (
    <Row
      caseKey={item.key}
      gone={gone}
      icon="calendar"
      iconLabel={w.scheduledWhat[item.what]}
      name={item.customerName || item.phone || w.scheduledWhat[item.what]}
      clock={dateAndTime(item.window.from)}
      below={item.summary}
    />
  )
}

export function CommitmentRow(p: {
  commitment: CommitmentsView['commitments'][number]
  gone: boolean
}): JSX.Element {
  const { commitment } = p
  const isLate = Date.parse(commitment.dueAt) < now.value
  return (
    <Row
      caseKey={commitment.caseKey}
      isReference
      gone={p.gone}
      tone={isLate ? 'late' : undefined}
      icon="clock"
      iconLabel={words.value.commitments}
      name={nameOf(commitment.customerName, commitment.caseKey ?? '')}
      clock={<span class="row__due">{timeOfDay(commitment.dueAt)}</span>}
      below={commitment.text}
    />
  )
}

/** A case that a search found beyond the lists. */
export function FoundRow({ found }: { found: SearchView['results'][number] }): JSX.Element {
  return (
    <Row
      caseKey={found.key}
      gone={false}
      icon="search"
      iconLabel={found.key}
      name={found.customerName || found.key}
      clock={words.value.caseState[found.state]}
      below={found.summary}
    />
  )
}
