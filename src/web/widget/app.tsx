import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Language } from '../../language.ts'
import { type Announcement, Announcer } from './announcer.tsx'
import type { Conversation } from './conversation.ts'
import { Icon } from './icons.tsx'
import { speakerOf } from './message.tsx'
import { Panel } from './panel.tsx'
import { type Screen, unseen } from './screen.ts'
import { TEXTS } from './texts.ts'
import { type Ui, UiProvider } from './ui.ts'

/** Announcements that stay readable in the live region; older ones are taken away in silence. */
const ANNOUNCED = 8

export interface AppProps {
  conversation: Conversation
  /** The page's; once a person is asked for, the widget speaks what receipts and people speak with this customer. */
  language: Language
  company: string
  /** Told which language the widget speaks, whenever that changes: screen readers go by it. */
  onLanguage(language: Language): void
}

export function App({ conversation, language: ofPage, company, onLanguage }: AppProps): JSX.Element {
  const [screen, setScreen] = useState(conversation.screen)
  const languageOf = (shown: Screen): Language => shown.status.language ?? ofPage
  const language = languageOf(screen)
  const texts = TEXTS[language]
  const lastAnnouncement = useRef(0)
  const [announcements, setAnnouncements] = useState<readonly Announcement[]>([])
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const openedBy = useRef<'keyboard' | 'pointer'>('keyboard')

  const ui = useMemo<Ui>(
    () => ({
      conversation,
      language,
      texts: TEXTS[language],
      company,
      say(words) {
        lastAnnouncement.current += 1
        const next = { id: lastAnnouncement.current, words }
        setAnnouncements((before) => [...before, next].slice(-ANNOUNCED))
      },
    }),
    [language],
  )

  useEffect(() => onLanguage(language), [language])

  useEffect(() => {
    conversation.onHeard((said) => {
      // What is heard may be what changed the language: this screen is drawn only after it.
      const now = TEXTS[languageOf(conversation.screen)]
      ui.say(`${speakerOf(said, now)}: ${said.text}`)
    })
    const onVisible = (): void => conversation.markSeen()
    document.addEventListener('visibilitychange', onVisible)
    const unwatch = conversation.watch(setScreen)
    setScreen(conversation.screen)
    return () => {
      document.removeEventListener('visibilitychange', onVisible)
      unwatch()
    }
  }, [])

  // Focus comes back to where the customer came from; never is it taken from elsewhere in the page.
  useEffect(() => {
    if (wasOpen.current && !screen.isOpen) opener.current?.focus()
    wasOpen.current = screen.isOpen
  }, [screen.isOpen])

  const unread = unseen(screen).length
  return (
    <UiProvider value={ui}>
      {screen.isOpen ? (
        <Panel screen={screen} openedBy={openedBy.current} onClose={() => conversation.close()} />
      ) : (
        <button
          ref={opener}
          type="button"
          class="opener"
          aria-haspopup="dialog"
          aria-label={unread ? texts.openUnread(unread) : texts.open}
          onClick={(event) => {
            // A press of Enter or Space is a click without a pointer.
            openedBy.current = event.detail === 0 ? 'keyboard' : 'pointer'
            conversation.open()
          }}
        >
          <Icon name="help" />
          <span class="opener-word">{texts.help}</span>
          {unread > 0 && <span class="badge">{unread > 9 ? '9+' : unread}</span>}
        </button>
      )}
      <Announcer announcements={announcements} />
    </UiProvider>
  )
}
