import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CaseView } from '../../../http/wire.ts'
import { useTools } from '../parts/context.ts'
import { words } from '../settings.ts'
import { Modal } from './modal.tsx'

/** What can be promised, and the terms of the house, as `words.promiseKind` and `words.term` name them. */
const KINDS = [
  'answer',
  'refund',
  'claim',
  'visit',
  'visit-cancellation',
  'cancellation',
  'call-back',
  'change',
] as const
const TERMS = ['answer', 'billing', 'refund', 'continuity'] as const

/** Something that the agent promises the customer: what, and by when. The customer is told, with a receipt. */
export function PromiseDialog({ view }: { view: CaseView }): JSX.Element {
  const { commands } = useTools()
  const [kind, setKind] = useState<string>(KINDS[0])
  const [text, setText] = useState('')
  const [term, setTerm] = useState<string>(TERMS[0])
  const [date, setDate] = useState('')
  const w = words.value
  const isOnDay = term === 'day'
  const isWhole = text.trim() !== '' && (!isOnDay || date !== '')
  const promise = (): void => {
    if (!isWhole) return
    // The end of that day where the agent is.
    const due = isOnDay ? { at: new Date(`${date}T23:59:59`).toISOString() } : { rule: term }
    void commands.promise(view.key, { kind, text: text.trim(), due })
  }
  return (
    <Modal title={w.promiseHeading}>
      <form
        class="modal__form"
        onSubmit={(e) => {
          e.preventDefault()
          promise()
        }}
      >
        <p class="modal__note">{w.promiseNote}</p>
        <label class="field">
          <span>{w.promiseWhat}</span>
          <select value={kind} onChange={(e) => setKind(e.currentTarget.value)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {w.promiseKind[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{w.promiseText}</span>
          <textarea
            rows={2}
            maxLength={300}
            value={text}
            lang={view.language}
            onInput={(e) => setText(e.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{w.promiseDue}</span>
          <select value={term} onChange={(e) => setTerm(e.currentTarget.value)}>
            {TERMS.map((one) => (
              <option key={one} value={one}>
                {w.term[one]}
              </option>
            ))}
            <option value="day">{w.promiseOnDay}</option>
          </select>
        </label>
        {isOnDay && (
          <label class="field">
            <span>{w.promiseDay}</span>
            <input type="date" value={date} onInput={(e) => setDate(e.currentTarget.value)} />
          </label>
        )}
        <div class="modal__foot">
          <button type="submit" class="button button--primary" disabled={!isWhole}>
            {w.promiseDo}
          </button>
        </div>
      </form>
    </Modal>
  )
}
