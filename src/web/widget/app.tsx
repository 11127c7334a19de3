import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Language } from '../../language.ts'
import { type Announcement, Announcer } from './announcer.tsx'
import type { Conversation } from './conversation.ts'
import { Icon } from './icons.tsx'
import { speakerOf } from './message.tsx'
import { Panel } from './panel.tsx'
import { unseen } from './screen.ts'
import { TEXTS } from './texts.ts'
import { type Ui, UiProvider } from './ui.ts'

/** Announcements that stay readable in the live region; older ones are taken away in silence. */
const ANNOUNCED = 8

export interface AppProps {
  conversation: Conversation
  language: Language
  company: string
}

export function App({ conversation, language, company }: AppProps): JSX.Element {
  const texts = TEXTS[language]
  const [screen, setScreen] = useState(conversation.screen)
  const [announcements, setAnnouncements] = useState<readonly Announcement[]>([])
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const openedBy = useRef<'keyboard' | 'pointer'>('keyboard')

  const ui = useMemo<Ui>(() => {
    let id = 0
    return {
      conversation,
      language,
      texts,
      company,
      say(words) {
        id += 1
        const next = { id, words }
        setAnnouncements((before) => [...before, next].slice(-ANNOUNCED))
      },
    }
  }, [])

  useEffect(() => {
    conversation.onHeard((said) => ui.say(`${speakerOf(said, texts)}: ${said.text}`))
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
