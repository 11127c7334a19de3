import type { JSX } from 'preact'
import type { IconName } from './icon-paths.ts'
import { Icon } from './icons.tsx'
import type { Screen } from './screen.ts'
import type { WidgetTexts } from './texts.ts'
import { useUi } from './ui.ts'

/** Whose help this is, and who speaks now: by icon and in words. */
export function Header({ screen, onClose }: { screen: Screen; onClose(): void }): JSX.Element {
  const { company, texts } = useUi()
  const { icon, words } = speakingNow(screen, texts)
  return (
    <div class="header">
      <button
        type="button"
        class="round close"
        aria-label={texts.close}
        title={texts.close}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
      <div class="who">
        <h2>{company}</h2>
        <p data-speaking={screen.status.owner}>
          <Icon name={icon} />
          {words}
        </p>
      </div>
    </div>
  )
}

function speakingNow({ status }: Screen, texts: WidgetTexts): { icon: IconName; words: string } {
  switch (status.owner) {
    case 'bot':
      return { icon: 'bot', words: texts.bot }
    case 'queue':
      return { icon: 'line', words: texts.inLine }
    case 'scheduled':
      return { icon: 'calendar', words: texts.scheduled }
    case 'agent':
      return { icon: 'person', words: texts.person(status.agentName ?? texts.someone) }
  }
}
