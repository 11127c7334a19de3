import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CaseView, TranscriptLine } from '../../../http/wire.ts'
import { Icon } from '../icons.tsx'
import { placeOf } from '../model/feed.ts'
import type { Outgoing } from '../model/outbox.ts'
import { dayOf } from '../model/time.ts'
import { longDate, words } from '../settings.ts'
import { openTranscript, outbox } from '../state.ts'
import { useTools } from './context.ts'
import { LineItem, OutgoingItem } from './line.tsx'

/** Nearer to the end than this counts as reading the end. */
const END_PX = 48

export function Transcript({ view }: { view: CaseView }): JSX.Element {
  const { commands } = useTools()
  const box = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const heightBefore = useRef<number>(undefined)
  const [unseen, setUnseen] = useState(0)
  const w = words.value
  const { lines, before } = openTranscript.value
  const said = lines.filter(isShown)
  const waiting = waitingToSend(outbox.value, view.key, lines)
  const length = useRef(said.length)

  useLayoutEffect(() => {
    const el = box.current
    if (!el) return
    if (heightBefore.current !== undefined) {
      // Older lines came in above: what was on screen stays where it was.
      el.scrollTop += el.scrollHeight - heightBefore.current
      heightBefore.current = undefined
    } else if (isAtEnd.current) {
      el.scrollTop = el.scrollHeight
    } else if (said.length > length.current) {
      setUnseen(unseen + said.length - length.current)
    }
    length.current = said.length
  }, [said.length, waiting.length, said.at(-1)])

  useEffect(() => {
    const el = box.current
    if (!el) return
    // What scrolls must be reachable by keyboard (WCAG 2.1.1); not every browser sees to it.
    el.tabIndex = 0
    const keepEnd = new ResizeObserver(() => {
      if (isAtEnd.current) el.scrollTop = el.scrollHeight
    })
    keepEnd.observe(el)
    return () => keepEnd.disconnect()
  }, [])

  const onScroll = (): void => {
    const el = box.current
    if (!el) return
    isAtEnd.current = el.scrollHeight - el.scrollTop - el.clientHeight < END_PX
    if (isAtEnd.current && unseen > 0) setUnseen(0)
  }
  const toTheEnd = (): void => {
    const el = box.current
    if (el) el.scrollTop = el.scrollHeight
  }
  const loadOlder = async (): Promise<void> => {
    heightBefore.current = box.current?.scrollHeight
    isAtEnd.current = false
    await commands.loadOlder(view.key)
  }

  return (
    <section class="transcript" aria-label={w.transcript}>
      <div class="transcript__scroll" id="transcript" ref={box} onScroll={onScroll}>
        {before !== undefined && (
          <button type="button" id="older" class="more" onClick={() => void loadOlder()}>
            {w.loadOlder}
          </button>
        )}
        <ol class="lines">
          {said.map((line, place) => (
            <LineWithDay key={placeOf(line)} line={line} previous={said[place - 1]} view={view} />
          ))}
          {waiting.map((item) => (
            <OutgoingItem key={item.id} item={item} />
          ))}
        </ol>
      </div>
      {unseen > 0 && (
        <button type="button" class="new-below" onClick={toTheEnd}>
          <Icon name="down" /> {w.newBelow(unseen)}
        </button>
      )}
    </section>
  )
}

function LineWithDay(p: { line: TranscriptLine; previous?: TranscriptLine; view: CaseView }): JSX.Element {
  const isNewDay = !p.previous || dayOf(p.previous.at) !== dayOf(p.line.at)
  return (
    <>
      {isNewDay && (
        <li class="day">
          <span>{longDate(p.line.at)}</span>
        </li>
      )}
      <LineItem line={p.line} isSameSpeaker={!isNewDay && isSameSpeaker(p.line, p.previous)} view={p.view} />
    </>
  )
}

const SAME_BREATH_MS = 120_000

function isSameSpeaker(line: TranscriptLine, previous: TranscriptLine | undefined): boolean {
  if (!previous || line.kind !== 'message' || previous.kind !== 'message') return false
  if (line.from?.kind !== previous.from?.kind || line.conversationId !== previous.conversationId) return false
  if (line.from?.kind === 'agent' && previous.from?.kind === 'agent' && line.from.id !== previous.from.id) {
    return false
  }
  return Date.parse(line.at) - Date.parse(previous.at) < SAME_BREATH_MS
}

/** A message without words or files says nothing to an agent. */
function isShown(line: TranscriptLine): boolean {
  return line.kind !== 'message' || !!line.text || !!line.attachments?.length
}

/** Our clock and the server's may differ so much. */
const CLOCKS_APART_MS = 60_000

/** What is on its way and not in the transcript yet. Messages are known by their id, notes by their words. */
function waitingToSend(all: readonly Outgoing[], key: string, lines: readonly TranscriptLine[]): Outgoing[] {
  const arrived = new Set(lines.map((line) => line.agentMessageId).filter(Boolean))
  const isNoted = (item: Outgoing): boolean =>
    item.kind === 'notes' &&
    item.state.kind !== 'refused' &&
    lines.some(
      (line) =>
        line.kind === 'note' &&
        line.text === item.text &&
        Date.parse(line.at) > Date.parse(item.at) - CLOCKS_APART_MS,
    )
  return all.filter((item) => item.key === key && !arrived.has(item.id) && !isNoted(item))
}
