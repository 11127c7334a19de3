import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Choices } from './choices.tsx'
import { Icon } from './icons.tsx'
import { Message, speakerOf, Waiting } from './message.tsx'
import type { Screen, Shown } from './screen.ts'
import { useUi } from './ui.ts'

/** So close to the end still counts as reading the end, CSS pixels. */
const NEAR_END_PX = 80

/** What was said, oldest first. New messages are followed only by who is at the end; nobody is torn from what they read. */
export function Transcript({ screen }: { screen: Screen }): JSX.Element {
  const { texts } = useUi()
  const box = useRef<HTMLElement>(null)
  const isAtEnd = useRef(true)
  const [hasNews, setNews] = useState(false)
  const { messages, unsent, typing } = screen
  const last = messages.at(-1)
  const isOwnLast = unsent.length > 0 || last?.from === 'customer'

  function toEnd(): void {
    box.current?.scrollTo({ top: box.current.scrollHeight })
    setNews(false)
  }

  useLayoutEffect(() => {
    if (isAtEnd.current || isOwnLast) toEnd()
    else setNews(true)
  }, [messages.length, unsent.length])
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd()
  }, [typing])

  // A keyboard that opens, or a bar that unfolds, makes the box smaller: the end stays in view.
  useEffect(() => {
    const follow = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd()
    })
    if (box.current) {
      follow.observe(box.current)
      // In the tab order, so that it can be scrolled by keyboard.
      box.current.tabIndex = 0
    }
    return () => follow.disconnect()
  }, [])

  function onScroll(): void {
    const { current } = box
    if (!current) return
    isAtEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_END_PX
    if (isAtEnd.current) setNews(false)
  }

  return (
    <div class="middle">
      <section class="transcript" ref={box} onScroll={onScroll} aria-label={texts.conversation}>
        <ol>
          {messages[0]?.from !== 'bot' && <Message message={introOf(texts.intro)} isFirst isRead={false} />}
          {messages.map((message, at) => (
            <Message
              key={message.seq}
              message={message}
              isFirst={!isSameSpeaker(messages[at - 1], message)}
              isRead={message.seq <= screen.agentReadTo}
            />
          ))}
          {unsent.map((one) => (
            <Waiting key={one.id} unsent={one} />
          ))}
        </ol>
        {typing && (
          <p class="typing">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {texts.typing(speakerOf(typing, texts))}
          </p>
        )}
        <Choices screen={screen} />
      </section>
      {hasNews && (
        <button type="button" class="news" onClick={toEnd}>
          <Icon name="down" />
          {texts.newMessages}
        </button>
      )}
    </div>
  )
}

/** What the bot says first, before it could be asked: this is a machine, and a person is one press away. */
function introOf(text: string): Shown {
  return { id: 'intro', seq: 0, from: 'bot', text, at: 0, choices: [], files: [] }
}

function isSameSpeaker(before: Shown | undefined, message: Shown): boolean {
  return before?.from === message.from && before.name === message.name
}
