import type { JSX, TargetedKeyboardEvent } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Composer } from './composer.tsx'
import { Header } from './header.tsx'
import { Icon } from './icons.tsx'
import { PersonBar } from './person-bar.tsx'
import type { Screen } from './screen.ts'
import { Transcript } from './transcript.tsx'
import { useUi } from './ui.ts'
import { useBackButton, useStillPage, useViewport } from './viewport.ts'

export interface PanelProps {
  screen: Screen
  openedBy: 'keyboard' | 'pointer'
  onClose(): void
}

/** The open widget: a dialog beside the page, or over all of it on a phone. */
export function Panel({ screen, openedBy, onClose }: PanelProps): JSX.Element {
  const { texts, company, conversation, say } = useUi()
  const { isFull, isShort, top, height } = useViewport()
  const panel = useRef<HTMLElement>(null)
  const isOffline = screen.link === 'offline'
  const wasOffline = useRef(false)
  useBackButton(isFull, onClose)
  useStillPage(isFull)

  // To the field for a mouse; to the dialog itself otherwise, so that it is read out and no keyboard pops up.
  useEffect(() => {
    const field = openedBy === 'pointer' && !isFull ? panel.current?.querySelector('textarea') : undefined
    ;(field ?? panel.current)?.focus()
  }, [])

  const offlineWords = conversation.keep.isLasting ? texts.offlineKept : texts.offlinePassing
  useEffect(() => {
    if (isOffline) say(`${texts.offlineTitle} ${offlineWords}`)
    else if (wasOffline.current && screen.link === 'online') say(texts.backOnline)
    wasOffline.current = isOffline || (wasOffline.current && screen.link !== 'online')
  }, [screen.link])

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation()
      onClose()
    } else if (event.key === 'Tab' && isFull && panel.current) stayInside(event, panel.current)
  }

  return (
    <section
      ref={panel}
      class={`panel${isFull ? ' full' : ''}${isShort ? ' short' : ''}`}
      style={isFull ? { top: `${top}px`, height: `${height}px` } : {}}
      role="dialog"
      aria-label={texts.chatWith(company)}
      aria-modal={isFull ? 'true' : undefined}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Header screen={screen} onClose={onClose} />
      <PersonBar screen={screen} isShort={isShort} />
      <Transcript screen={screen} />
      {isOffline && (
        <p class="offline">
          <Icon name="warn" />
          <span>
            <b>{texts.offlineTitle}</b> {offlineWords}
          </span>
        </p>
      )}
      {screen.link === 'connecting' && <p class="connecting">{texts.connecting}</p>}
      <Composer />
    </section>
  )
}

/** Over the whole screen, Tab must not wander into the page that nobody sees. */
function stayInside(event: TargetedKeyboardEvent<HTMLElement>, panel: HTMLElement): void {
  const stops = [...panel.querySelectorAll<HTMLElement>('button, a[href], textarea, [tabindex="0"]')].filter(
    (element) => element.getClientRects().length > 0,
  )
  const [first, last] = [stops[0], stops.at(-1)]
  const { activeElement } = panel.getRootNode() as ShadowRoot
  const isAtEdge = event.shiftKey
    ? activeElement === first || activeElement === panel
    : activeElement === last
  if (!isAtEdge) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
