import type { JSX } from 'preact'
import type { Screen } from './screen.ts'
import type { WidgetTexts } from './texts.ts'
import { useUi } from './ui.ts'

/** The choices under the last message. A press says the label's words. */
export function Choices({ screen }: { screen: Screen }): JSX.Element | null {
  const { conversation, texts } = useUi()
  const labels = offered(screen, texts)
  if (labels.length === 0) return null
  return (
    <div class="choices chips">
      {labels.map((label) => (
        <button type="button" class="choice" key={label} onClick={() => conversation.send(label)}>
          {label}
        </button>
      ))}
    </div>
  )
}

/** Of the last message only, and not what the bar above offers already. */
function offered(screen: Screen, texts: WidgetTexts): readonly string[] {
  const last = screen.messages.at(-1)
  if (!last || last.from === 'customer' || screen.unsent.length > 0) return []
  if (screen.status.owner === 'bot') {
    return last.choices.filter((label) => label !== texts.talkToPerson && label !== texts.returnToLine)
  }
  const inBar = new Set([texts.callMe, texts.leave, texts.supervisor])
  if (screen.status.owner === 'scheduled') inBar.add(texts.returnToLine)
  if (screen.status.onDuty === false) inBar.add(texts.keepOpen)
  return last.choices.filter((label) => !inBar.has(label))
}
