import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useTools } from '../parts/context.ts'
import { nameOf, words } from '../settings.ts'
import { desk, me, owed } from '../state.ts'
import { Modal } from './modal.tsx'

/** Going off duty with open chats: the agent says who gets each. */
export function AwayDialog({ thenSignOut = false }: { thenSignOut?: boolean }): JSX.Element {
  const { commands } = useTools()
  const [plan, setPlan] = useState<Record<string, string>>({})
  const w = words.value
  useEffect(() => void commands.loadDesk(), [commands])
  const others = (desk.value?.agents ?? []).filter((a) => a.id !== me.value?.id && a.status === 'available')
  const chats = owed.value.mine

  const leave = (): void => {
    const choices = chats.map(({ key }) => {
      const choice = plan[key] ?? 'keep'
      return [key, choice === 'keep' || choice === 'release' ? choice : { agentId: choice }] as const
    })
    void commands.leaveDuty(Object.fromEntries(choices)).then((isAway) => {
      if (isAway && thenSignOut) void commands.signOut()
    })
  }
  return (
    <Modal title={w.awayHeading}>
      <p class="modal__note">{w.awayNote}</p>
      <form
        class="modal__form"
        onSubmit={(e) => {
          e.preventDefault()
          leave()
        }}
      >
        {chats.map((row) => (
          <label class="field field--inline" key={row.key}>
            <bdi>{nameOf(row.customerName, row.key)}</bdi>
            <select
              value={plan[row.key] ?? 'keep'}
              onChange={(e) => setPlan({ ...plan, [row.key]: e.currentTarget.value })}
            >
              <option value="keep">{w.awayKeep}</option>
              <option value="release">{w.awayRelease}</option>
              {others.map((agent) => (
                <option key={agent.id} value={agent.id}>
                  {w.awayTo(agent.name)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <div class="modal__foot">
          <button type="submit" class="button button--primary">
            {thenSignOut ? w.signOut : w.awayConfirm}
          </button>
        </div>
      </form>
    </Modal>
  )
}
