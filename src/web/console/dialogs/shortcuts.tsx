import type { JSX } from 'preact'
import { KEYS, type KeyName } from '../keys.ts'
import { words } from '../settings.ts'
import { Modal } from './modal.tsx'

export function ShortcutsDialog(): JSX.Element {
  const w = words.value
  return (
    <Modal title={w.shortcuts} isWide>
      <dl class="shortcuts">
        {(Object.keys(KEYS) as KeyName[]).map((name) => (
          <div key={name}>
            <dt>{w.keys[name]}</dt>
            <dd>
              {KEYS[name].split('+').map((key) => (
                <kbd key={key}>{key === 'Enter' ? w.enter : key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
