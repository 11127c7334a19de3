import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CaseView, DeskView } from '../../../http/wire.ts'
import { useTools } from '../parts/context.ts'
import { language, nameOf, words } from '../settings.ts'
import { desk } from '../state.ts'
import { Choices, Modal } from './modal.tsx'

export function ResolveDialog({ view }: { view: CaseView }): JSX.Element {
  const { commands } = useTools()
  const [outcome, setOutcome] = useState<string>()
  const [rootCause, setRootCause] = useState<string>()
  const [note, setNote] = useState('')
  const w = words.value
  const known = desk.value

  const choicesOf = (named: DeskView['outcomes']) =>
    named.map(({ name, title }) => ({ value: name, label: title[language.value] }))
  const resolve = (): void => {
    if (!outcome || !rootCause) return
    void commands.resolve(view.key, {
      outcome,
      rootCause,
      ...(note.trim() ? { note: note.trim() } : {}),
    })
  }
  return (
    <Modal title={w.resolveHeading(nameOf(view.customer.name, view.key))} isWide>
      <form
        class="modal__form"
        onSubmit={(e) => {
          e.preventDefault()
          resolve()
        }}
      >
        <div class="modal__columns">
          <Choices
            title={w.outcome}
            name="outcome"
            choices={choicesOf(known?.outcomes ?? [])}
            chosen={outcome}
            choose={setOutcome}
          />
          <Choices
            title={w.rootCause}
            name="root-cause"
            choices={choicesOf(known?.rootCauses ?? [])}
            chosen={rootCause}
            choose={setRootCause}
          />
        </div>
        <label class="field">
          <span>{w.resolveNote}</span>
          <textarea rows={2} value={note} onInput={(e) => setNote(e.currentTarget.value)} />
        </label>
        <div class="modal__foot">
          <button type="submit" class="button button--primary" disabled={!outcome || !rootCause}>
            {w.resolve}
          </button>
        </div>
      </form>
    </Modal>
  )
}
