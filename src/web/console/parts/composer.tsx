import type { JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { CaseView } from '../../../http/wire.ts'
import { lintText } from '../../../wording/lint.ts'
import { Icon } from '../icons.tsx'
import { KEYS } from '../keys.ts'
import { language, nameOf, words } from '../settings.ts'
import { connection, draftOf, setDraft } from '../state.ts'
import { useTools } from './context.ts'

/** A chat is not a letter: the hint says so from here. */
const LONG_REPLY = 1_200
/** What every channel can carry in one message. */
export const REPLY_LIMIT = 4_000

export function Composer({ view }: { view: CaseView }): JSX.Element {
  const { commands } = useTools()
  const hintId = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const w = words.value
  const draft = draftOf(view.key)
  const isNote = draft.mode === 'note'
  const text = isNote ? draft.note : draft.reply
  const name = nameOf(view.customer.name, view.key)
  const label = isNote ? w.noteOn(name) : w.replyTo(name, w.channel[view.channel])

  // A chat that was just opened is there to be answered; what arrives by itself never takes the focus.
  useEffect(() => box.current?.focus(), [])

  const write = (value: string): void => {
    setDraft(view.key, isNote ? { note: value } : { reply: value })
    if (!isNote && value.trim()) commands.typing(view.key)
  }
  const send = (): void => {
    if (text.length <= REPLY_LIMIT) commands.send(view.key)
    box.current?.focus()
  }
  const choose = (mode: 'reply' | 'note'): void => {
    setDraft(view.key, { mode })
    box.current?.focus()
  }
  const hint = hintOf(text, isNote)

  return (
    <form
      class={`composer${isNote ? ' composer--note' : ''}`}
      onSubmit={(e) => {
        e.preventDefault()
        send()
      }}
    >
      <div class="composer__top">
        <label class="composer__label" for="reply" dir="auto">
          {label}
        </label>
        <fieldset class="switch">
          <legend class="unseen">{w.keys.note}</legend>
          <button
            type="button"
            class="switch__choice"
            aria-pressed={!isNote}
            title={KEYS.reply}
            onClick={() => choose('reply')}
          >
            {w.replyTab}
          </button>
          <button
            type="button"
            class="switch__choice"
            aria-pressed={isNote}
            title={KEYS.note}
            onClick={() => choose('note')}
          >
            <Icon name="note" /> {w.noteTab}
          </button>
        </fieldset>
      </div>
      <textarea
        id="reply"
        ref={box}
        class="composer__box"
        dir="auto"
        lang={isNote ? undefined : view.language}
        value={text}
        aria-describedby={hintId}
        onInput={(e) => write(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return
          e.preventDefault()
          e.stopPropagation()
          send()
        }}
      />
      <div class="composer__bottom">
        <p class={`composer__hint${hint.isWarning ? ' composer__hint--warning' : ''}`} id={hintId}>
          {hint.text}
        </p>
        <button
          type="submit"
          class="button button--primary"
          title={KEYS.send}
          disabled={!text.trim() || text.length > REPLY_LIMIT}
        >
          {isNote ? w.saveNote : w.send}
        </button>
      </div>
    </form>
  )
}

/** One line, always there: what matters most about what is being written. */
function hintOf(text: string, isNote: boolean): { text: string; isWarning: boolean } {
  const w = words.value
  if (text.length > REPLY_LIMIT) return { text: w.tooLong(text.length - REPLY_LIMIT), isWarning: true }
  if (connection.value !== 'live') return { text: w.hintOffline, isWarning: true }
  if (isNote) return { text: w.hintNote, isWarning: false }
  // Only what the bot is held to as well; a hint, never a refusal: it can be wrong.
  const [first] = lintText(text, { where: 'agent' })
  if (first) {
    const bounces = first.rule.guards === 'No bouncing'
    return { text: bounces ? w.hintBounce : first.rule.what[language.value], isWarning: true }
  }
  if (text.length > LONG_REPLY) return { text: w.hintLong(text.length), isWarning: false }
  return { text: w.hintSend, isWarning: false }
}
