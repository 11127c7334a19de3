import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CaseView } from '../../../http/wire.ts'
import { useTools } from '../parts/context.ts'
import { words } from '../settings.ts'
import { settling } from '../state.ts'
import { Choices, Modal } from './modal.tsx'

type How = 'confirmed' | 'broken' | 'off'

/** What became of a promise: done under a reference, not to be done, or cancelled with the customer, who is told. */
export function SettleDialog({ view }: { view: CaseView }): JSX.Element | null {
  const { commands } = useTools()
  const [how, setHow] = useState<How>('confirmed')
  const [detail, setDetail] = useState('')
  const w = words.value
  const promise = view.commitments.find((one) => one.id === settling.value)
  if (!promise) return null
  const isWhole = how === 'off' || detail.trim() !== ''
  const settle = (): void => {
    if (!isWhole) return
    const said = detail.trim()
    void commands.settlePromise(
      view.key,
      promise.id,
      how === 'confirmed' ? { how, ref: said } : how === 'broken' ? { how, why: said } : { how },
    )
  }
  return (
    <Modal title={w.settleHeading}>
      <form
        class="modal__form"
        onSubmit={(e) => {
          e.preventDefault()
          settle()
        }}
      >
        <p class="modal__note" dir="auto">
          {promise.text}
        </p>
        <Choices<How>
          title={w.settleHow}
          name="how"
          choices={(['confirmed', 'broken', 'off'] as const).map((value) => ({
            value,
            label: w.settle[value],
          }))}
          chosen={how}
          choose={setHow}
        />
        {how !== 'off' && (
          <label class="field">
            <span>{how === 'confirmed' ? w.settleReference : w.settleWhy}</span>
            <input
              type="text"
              maxLength={how === 'confirmed' ? 100 : 300}
              value={detail}
              onInput={(e) => setDetail(e.currentTarget.value)}
            />
          </label>
        )}
        <div class="modal__foot">
          <button type="submit" class="button button--primary" disabled={!isWhole}>
            {w.settleDo}
          </button>
        </div>
      </form>
    </Modal>
  )
}
