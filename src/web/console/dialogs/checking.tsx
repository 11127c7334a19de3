import type { JSX } from 'preact'
import type { CaseView } from '../../../http/wire.ts'
import { useTools } from '../parts/context.ts'
import { words } from '../settings.ts'
import { Modal } from './modal.tsx'

const MINUTES = [2, 5, 10, 15]

/** "Lo estoy revisando": how long it takes is told to the customer, and the chat stays until then. */
export function CheckingDialog({ view }: { view: CaseView }): JSX.Element {
  const { commands } = useTools()
  const w = words.value
  return (
    <Modal title={w.checkingHeading}>
      <p class="modal__note">{w.checkingNote}</p>
      <div class="modal__minutes">
        {MINUTES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            class="button"
            onClick={() => void commands.checking(view.key, minutes)}
          >
            {w.minutes(minutes)}
          </button>
        ))}
      </div>
    </Modal>
  )
}
