import type { JSX } from 'preact'
import type { CaseView } from '../../../http/wire.ts'
import { KEYS, type KeyName } from '../keys.ts'
import { words } from '../settings.ts'
import { type DialogName, dialog } from '../state.ts'
import { useTools } from './context.ts'

export function CaseActions({ view }: { view: CaseView }): JSX.Element {
  const { commands } = useTools()
  const w = words.value
  const isParked = view.state.kind === 'agent' && view.state.parked === true
  const ask = (name: DialogName) => () => {
    dialog.value = name
  }
  return (
    <div class="actions" role="toolbar" aria-label={w.customerHeading}>
      <Action name="checking" label={w.checking} run={ask('checking')} />
      <Action name="park" label={isParked ? w.unpark : w.park} run={() => void commands.togglePark()} />
      <Action name="transfer" label={w.transfer} run={ask('transfer')} />
      <Action name="release" label={w.release} run={() => void commands.release()} />
      <Action name="resolve" label={w.resolve} run={ask('resolve')} isMain />
    </div>
  )
}

function Action(p: { name: KeyName; label: string; run(): void; isMain?: boolean }): JSX.Element {
  return (
    <button
      type="button"
      class={p.isMain ? 'button actions__main' : 'button'}
      title={KEYS[p.name]}
      onClick={p.run}
    >
      {p.label}
    </button>
  )
}
