import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CaseView } from '../../../http/wire.ts'
import { useTools } from '../parts/context.ts'
import { language, nameOf, words } from '../settings.ts'
import { desk, me } from '../state.ts'
import { Choices, Modal } from './modal.tsx'

export function TransferDialog({ view }: { view: CaseView }): JSX.Element {
  const { commands } = useTools()
  const [to, setTo] = useState<string>()
  const [note, setNote] = useState('')
  const w = words.value
  const known = desk.value
  useEffect(() => void commands.loadDesk(), [commands])

  const send = (): void => {
    if (!to) return
    const [kind, name = ''] = split(to)
    const target = kind === 'queue' ? { queue: name } : { agentId: name }
    void commands.transfer(view.key, { to: target, ...(note.trim() ? { note: note.trim() } : {}) })
  }
  const queues = (known?.queues ?? []).map((q) => ({
    value: `queue ${q.name}`,
    label: q.title[language.value],
  }))
  const agents = (known?.agents ?? [])
    .filter((agent) => agent.id !== me.value?.id)
    .map((agent) => ({
      value: `agent ${agent.id}`,
      label: agent.name,
      more: agent.status === 'away' ? w.agentAway : w.agentLoad(agent.load, agent.capacity),
      isOff: agent.status === 'away',
    }))
  return (
    <Modal title={w.transferHeading(nameOf(view.customer.name, view.key))}>
      <form
        class="modal__form"
        onSubmit={(e) => {
          e.preventDefault()
          send()
        }}
      >
        <Choices title={w.toQueue} name="to" choices={queues} chosen={to} choose={setTo} />
        {agents.length > 0 && (
          <Choices title={w.toAgent} name="to" choices={agents} chosen={to} choose={setTo} />
        )}
        <label class="field">
          <span>{w.handNote}</span>
          <textarea rows={3} value={note} onInput={(e) => setNote(e.currentTarget.value)} />
        </label>
        <div class="modal__foot">
          <button type="submit" class="button button--primary" disabled={!to}>
            {w.transfer}
          </button>
        </div>
      </form>
    </Modal>
  )
}

function split(value: string): [string, string] {
  const space = value.indexOf(' ')
  return [value.slice(0, space), value.slice(space + 1)]
}
