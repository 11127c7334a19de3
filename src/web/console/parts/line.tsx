import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CaseView, TranscriptLine } from '../../../http/wire.ts'
import { Icon, type IconName } from '../icons.tsx'
import type { Outgoing } from '../model/outbox.ts'
import { outcomeWords } from '../outcomes.ts'
import { timeOfDay, words } from '../settings.ts'
import { post, setDraft } from '../state.ts'
import { Attachments } from './attachments.tsx'
import { useTools } from './context.ts'

/** Longer messages are folded, so that one of them can't bury the conversation. */
const FOLDED_OVER = 900

export function LineItem(p: { line: TranscriptLine; isSameSpeaker: boolean; view: CaseView }): JSX.Element {
  const { line, view } = p
  if (line.kind === 'note') return <Note line={line} />
  if (line.kind === 'event' || line.kind === 'outcome') return <EventLine line={line} />
  const speaker = line.from?.kind ?? 'system'
  return (
    <li class={`line line--${speaker}${p.isSameSpeaker ? ' line--same' : ''}`}>
      <Speaker line={line} view={view} isHidden={p.isSameSpeaker} />
      <div class="bubble">
        {line.text && <Words text={line.text} />}
        {line.attachments && <Attachments attachments={line.attachments} />}
        {line.buttons && line.buttons.length > 0 && (
          <ul class="offered" aria-label={words.value.offered}>
            {line.buttons.map((button) => (
              <li key={button.label}>{button.label}</li>
            ))}
          </ul>
        )}
      </div>
      <Delivery line={line} caseKey={view.key} />
    </li>
  )
}

/** The speaker comes first, for eyes and for screen readers. */
function Speaker(p: { line: TranscriptLine; view: CaseView; isHidden: boolean }): JSX.Element {
  const w = words.value
  const from = p.line.from
  const icons: Record<string, IconName> = { bot: 'bot', agent: 'person', customer: 'person' }
  const icon = icons[from?.kind ?? '']
  const name =
    from?.kind === 'agent'
      ? from.name
      : from?.kind === 'customer'
        ? p.view.customer.name || w.speaker.customer
        : w.speaker[from?.kind ?? 'system']
  return (
    <p class={p.isHidden ? 'unseen' : 'speaker'}>
      {icon && <Icon name={icon} />}
      <bdi class="speaker__name">{name}</bdi>
      {p.line.about && <span class="speaker__about">{p.line.about.title}</span>}
      <time dateTime={p.line.at}>{timeOfDay(p.line.at)}</time>
    </p>
  )
}

/** What somebody wrote, as text and nothing else. */
function Words({ text }: { text: string }): JSX.Element {
  const [isWhole, setWhole] = useState(false)
  const isLong = text.length > FOLDED_OVER
  const shown = isLong && !isWhole ? `${firstCharacters(text, FOLDED_OVER)}…` : text
  return (
    <>
      <p class="words" dir="auto">
        {shown}
      </p>
      {isLong && (
        <button type="button" class="plain" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.value.fewerWords : words.value.moreWords}
        </button>
      )}
    </>
  )
}

/** Never cuts an emoji in half. */
function firstCharacters(text: string, length: number): string {
  const cut = text.slice(0, length)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

const DELIVERY_ICONS: Record<string, IconName> = {
  stored: 'clock',
  sent: 'check',
  delivered: 'check',
  read: 'twoChecks',
  failed: 'warning',
}

function Delivery({ line, caseKey }: { line: TranscriptLine; caseKey: string }): JSX.Element | null {
  const { commands } = useTools()
  const w = words.value
  const isFailed = line.delivery === 'failed'
  // Of what bot and desk say, only that it did not arrive is the agent's business.
  if (!line.delivery || (line.from?.kind !== 'agent' && !isFailed)) return null
  return (
    <p class={`delivery delivery--${line.delivery}`}>
      <Icon name={DELIVERY_ICONS[line.delivery] ?? 'clock'} />
      {w.delivery[line.delivery]}
      {isFailed && line.failure && <span dir="auto">: {failureWords(line.failure)}</span>}
      {isFailed && (
        <>
          {' · '}
          <button type="button" class="plain" onClick={() => void commands.sendAgain(caseKey, line)}>
            {w.resend}
          </button>
        </>
      )}
    </p>
  )
}

/** A channel's reason in the agent's language, by the code that it ends in; one that nobody has words for as it is. */
function failureWords(failure: string): string {
  const code = /\((\d+)\)$/.exec(failure)?.[1] ?? ''
  return words.value.failures[code] ?? failure
}

function Note({ line }: { line: TranscriptLine }): JSX.Element {
  const by = line.from?.kind === 'agent' ? line.from.name : words.value.speaker.system
  return (
    <NoteBox by={by} at={line.at}>
      <Words text={line.text ?? ''} />
    </NoteBox>
  )
}

function NoteBox(p: { by: string; at: string; children: ComponentChildren }): JSX.Element {
  return (
    <li class="line line--note">
      <p class="speaker">
        <Icon name="note" />
        <span class="speaker__name">{words.value.noteBy(p.by)}</span>
        <time dateTime={p.at}>{timeOfDay(p.at)}</time>
      </p>
      <div class="bubble">{p.children}</div>
    </li>
  )
}

function EventLine({ line }: { line: TranscriptLine }): JSX.Element {
  return (
    <li class="event">
      <span class="event__text" dir="auto">
        {eventWords(line)}
      </span>
      <time dateTime={line.at}>{timeOfDay(line.at)}</time>
    </li>
  )
}

function eventWords(line: TranscriptLine): string {
  const w = words.value
  if (line.kind === 'outcome') return `${w.speaker.business} · ${outcomeWords(line)}`
  const what = line.text ?? (line.name ? (w.events[line.name] ?? line.name) : '')
  const { name, minutes, value, text } = line.data ?? {}
  const more = [name, text, value, typeof minutes === 'number' ? w.minutes(minutes) : undefined]
  const told = more.filter((part) => typeof part === 'string' || typeof part === 'number')
  return line.text || told.length === 0 ? what : `${what} · ${told.join(' · ')}`
}

/** Something on its way: visible at once, and honest about where it is. */
export function OutgoingItem({ item }: { item: Outgoing }): JSX.Element {
  const w = words.value
  const { state } = item
  const isRefused = state.kind === 'refused'
  const giveBack = (): void => {
    setDraft(
      item.key,
      item.kind === 'notes' ? { note: item.text, mode: 'note' } : { reply: item.text, mode: 'reply' },
    )
    post({ type: 'remove', id: item.id })
  }
  const where = state.kind === 'accepted' ? 'stored' : state.kind
  return (
    <li class={`line line--${item.kind === 'notes' ? 'note' : 'agent'} line--waiting`}>
      <p class="speaker">
        <span class="speaker__name">{item.kind === 'notes' ? w.speaker.note : w.you}</span>
        <time dateTime={item.at}>{timeOfDay(item.at)}</time>
      </p>
      <div class="bubble">
        <Words text={item.text} />
      </div>
      <p class={`delivery delivery--${isRefused ? 'failed' : 'stored'}`}>
        <Icon name={isRefused ? 'warning' : 'clock'} />
        {isRefused && state.code === 'not-yours' ? w.refusedNotYours : w.delivery[where]}
        {isRefused && (
          <>
            {' · '}
            <button type="button" class="plain" onClick={giveBack}>
              {w.backToDraft}
            </button>
          </>
        )}
      </p>
    </li>
  )
}
