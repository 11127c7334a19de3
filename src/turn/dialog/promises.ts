import { EscotillaError } from '../../errors.ts'
import type { AnyStep } from './dialog.ts'
import { fill } from './template.ts'
import { freshId, showing, type TurnDraft } from './turn-draft.ts'

const HOUR_MS = 3_600_000
/** What was perhaps carried out is verified within this time. */
export const VERIFY_WITHIN_MS = 4 * HOUR_MS

/** Writes down what the company has promised, with its due date. */
export function promise(draft: TurnDraft, step: Extract<AnyStep, { kind: 'promise' }>): void {
  const { now } = draft.given
  const ref = step.ref === undefined ? undefined : draft.facts[step.ref]
  const confirmed = step.confirmed && ref?.class === 'known'
  draft.commitments.push({
    id: freshId(draft, 'promise'),
    kind: step.what,
    text: fill(step.text, showing(draft)),
    dueAt: 'hours' in step.due ? now + step.due.hours * HOUR_MS : endOfDay(draft, step.due.on),
    ...(confirmed ? { confirmation: { ref: String(ref.value), at: now } } : {}),
  })
}

/** The last moment of a date fact's day, in the company's time zone. */
function endOfDay(draft: TurnDraft, name: string): number {
  const fact = draft.facts[name]
  const day = fact?.class === 'known' ? Date.parse(`${fact.value}T23:59:59Z`) : Number.NaN
  if (Number.isNaN(day)) {
    throw new EscotillaError('dialog-fault', `a promise is due on {${name}}, which is not a known date`)
  }
  return day - offsetAt(day, draft.given.desk.timeZone)
}

/** How far a zone's clock is ahead of UTC, milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const there = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return there - Math.floor(instant / 1000) * 1000
}
