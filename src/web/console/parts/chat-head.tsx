import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CaseView } from '../../../http/wire.ts'
import { Icon } from '../icons.tsx'
import { clockText, promiseClock } from '../model/time.ts'
import { replyWindowEnds } from '../model/views.ts'
import { triedWords } from '../outcomes.ts'
import { nameOf, timeOfDay, words } from '../settings.ts'
import { now, openTranscript } from '../state.ts'

export function ChatHead({ view }: { view: CaseView }): JSX.Element {
  const w = words.value
  return (
    <header class="head">
      <div class="head__who">
        <h2 class="head__name">
          <bdi>{nameOf(view.customer.name, view.key)}</bdi>
        </h2>
        <p class="head__facts">
          <span class="head__channel">
            <Icon name={view.channel} />
            {w.channel[view.channel]}
          </span>
          <span>{w.languageName[view.language]}</span>
          <span class="head__key">{view.key}</span>
          <span class="head__asked">{w.askedAt(timeOfDay(view.clock.askedAt))}</span>
        </p>
      </div>
      <div class="head__clocks">
        <PromiseLine view={view} />
        <ReplyWindow view={view} />
        {view.promised && (
          <p class="promise promise--running">
            <Icon name="calendar" />
            {timeOfDay(view.promised.window.from)}{' '}
            {view.promised.phone ? w.callAt(view.promised.phone) : w.writeBy}
          </p>
        )}
      </div>
    </header>
  )
}

/** The clock of the promise: it runs from the ask, and only words typed by a person stop it. */
function PromiseLine({ view }: { view: CaseView }): JSX.Element {
  const w = words.value
  const clock = promiseClock(view.clock, now.value)
  const waited = clockText(clock.waitedMs)
  if (clock.kind === 'kept') {
    return (
      <p class={`promise promise--${clock.inTime ? 'kept' : 'kept-late'}`}>
        <Icon name="check" />
        {clock.inTime ? w.promise.kept(waited) : w.promise.keptLate(waited)}
      </p>
    )
  }
  return (
    <p class={`promise promise--${clock.kind}`}>
      <Icon name="clock" />
      {clock.kind === 'late'
        ? w.promise.late(waited, clockText(clock.lateMs))
        : w.promise.running(waited, clockText(clock.leftMs))}
    </p>
  )
}

function ReplyWindow({ view }: { view: CaseView }): JSX.Element | null {
  const ends = replyWindowEnds(view, openTranscript.value.lines)
  if (ends === undefined) return null
  const left = ends - now.value
  const hours = Math.floor(left / 3_600_000)
  const text = hours >= 1 ? `${hours} h` : clockText(left)
  return (
    <p class={left > 0 ? 'promise' : 'promise promise--late'}>
      {left > 0 ? words.value.replyWindow(text) : words.value.replyWindowOver}
    </p>
  )
}

/** Over this the three boxes can be opened. */
const LONG_SUMMARY = 110

/** The ten-second summary, pinned above the conversation. */
export function Summary({ view }: { view: CaseView }): JSX.Element {
  const [isWhole, setWhole] = useState(false)
  const w = words.value
  const { wants, promised } = view.summary
  const tried = triedWords(view, openTranscript.value.lines)
  const boxes: [string, string[], string][] = [
    [w.wants, [wants || view.asked], ''],
    [w.tried, tried, w.nothingTried],
    [w.promised, promised, w.nothingPromised],
  ]
  const isLong = boxes.some(([, texts]) => texts.length > 2 || texts.join(' ').length > LONG_SUMMARY)
  return (
    <section class={`summary${isWhole ? ' summary--whole' : ''}`}>
      {boxes.map(([title, texts, none]) => (
        <div class="summary__box" key={title}>
          <h3>{title}</h3>
          {texts.length === 0 ? (
            <p class="summary__none">{none}</p>
          ) : (
            <div class="summary__texts">
              {texts.map((text) => (
                <p key={text} dir="auto">
                  {text}
                </p>
              ))}
            </div>
          )}
        </div>
      ))}
      {isLong && (
        <button
          type="button"
          class="plain summary__more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? w.fewerWords : w.moreWords}
        </button>
      )}
    </section>
  )
}
