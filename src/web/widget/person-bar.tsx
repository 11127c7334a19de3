import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import { type Choice, personView } from './person-view.ts'
import { KeyRow } from './receipt.tsx'
import type { Screen } from './screen.ts'
import { useUi } from './ui.ts'

/**
 * The way to a person: under the header, as wide as the widget, in every state. Its main button stays the same element
 * through all of them, so that focus is not lost when the button becomes the place in line.
 */
export function PersonBar({ screen, isShort }: { screen: Screen; isShort: boolean }): JSX.Element {
  const { conversation, texts, language } = useUi()
  const [isUnfolded, setUnfolded] = useState<boolean>()
  const isLasting = conversation.keep.isLasting
  const view = personView(screen, { texts, language, now: Date.now(), isLasting })
  const canUnfold = view.press.kind === 'unfold'
  const isOpen = canUnfold && (isUnfolded ?? !isShort)

  function say({ action, label }: Choice): void {
    if (action === 'ask') conversation.ask(label)
    else conversation.send(label, { action })
  }

  function press(): void {
    if (view.press.kind === 'say') say(view.press.choice)
    else if (view.press.kind === 'try-now') conversation.tryNow()
    else setUnfolded(!isOpen)
  }

  return (
    <div class={`person ${view.tone}`} data-person={view.tone}>
      <button
        type="button"
        class="person-main"
        onClick={press}
        aria-expanded={canUnfold ? isOpen : undefined}
        aria-controls={isOpen ? 'person-details' : undefined}
      >
        <Icon name={view.icon} />
        <span class="person-words">
          <strong>{view.title}</strong>
          {view.detail && <span class="person-detail">{view.detail}</span>}
        </span>
        {canUnfold && (
          <span class={isOpen ? 'turn up' : 'turn'}>
            <Icon name="down" />
          </span>
        )}
      </button>
      {isOpen && (
        <div class="person-details" id="person-details">
          {view.caseKey && <KeyRow caseKey={view.caseKey} screen={screen} />}
          {view.choices.length > 0 && (
            <div class="choices">
              {view.choices.map((choice) => (
                <button
                  type="button"
                  class={choice.action === 'leave' ? 'quiet' : 'choice'}
                  key={choice.action}
                  onClick={() => say(choice)}
                >
                  {choice.label}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
