import { dayFormat } from '../../formats.ts'
import { type Day, isoDay, readDay, readMonth } from '../../understanding/entities/dates.ts'
import { plain } from '../../understanding/words.ts'
import type { AnyStep } from './dialog.ts'
import { choicesOf } from './questions.ts'
import { slotsOf } from './template.ts'
import type { TurnDraft } from './turn-draft.ts'

/**
 * How people name a part of the day. Labels of these names mean it, whatever hours they show. In Spanish the "tarde" goes
 * on until it is dark.
 */
const PARTS: readonly (readonly [readonly string[], RegExp])[] = [
  [
    ['morning'],
    /\b(?:(?:por|en|a|de) la manana|mananita|manana (?:temprano|a primera hora)|temprano|morning|early)\b/,
  ],
  [
    ['afternoon', 'evening'],
    /(?<!\b(?:muy|es|mas|ya|llego|demasiado|bien|tan|hizo|se hace) )\b(?:tarde|tardecita)\b/,
  ],
  [['afternoon'], /\b(?:mediodia|afternoon|midday|noon)\b/],
  [['evening'], /\b(?:noche|nochecita|ultima hora|evening|tonight|night)\b/],
]

/** The day that a message names, as facts store it: "el martes", "3/12", "next Friday". What is asked for lies ahead. */
export function readDayAhead(draft: TurnDraft, text: string): string | undefined {
  const day = readDay(text, { today: today(draft), toward: 'future' })
  return day && isoDay(day)
}

/** Whether a message names a day to come or a part of one, as who is asked for a time does: "afternoon". */
export function namesTime(draft: TurnDraft, text: string): boolean {
  const said = plain(text)
  return readDayAhead(draft, text) !== undefined || PARTS.some(([, pattern]) => pattern.test(said))
}

/**
 * The one choice that some words name by its day or part of the day: "el martes por la tarde", "tomorrow morning".
 * Undefined when they name none, or when it fits more than one.
 */
export function choiceByDay(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  words: string,
): string | undefined {
  const said = plain(words).replace(GREETING, ' ')
  if (REFUSES.test(said)) return undefined
  const day = readDayAhead(draft, words)
  const named = PARTS.find(([, pattern]) => pattern.test(said))?.[0] ?? partOfHour(said)
  const parts: readonly (string | undefined)[] = named ?? [undefined]
  const spec = draft.given.desk.facts[step.fact]
  if (spec?.kind !== 'label' || (day === undefined && parts[0] === undefined)) return undefined
  const shows = (value: string, wanted: string | undefined, isSuch: (kind: string) => boolean) =>
    wanted === undefined ||
    slotsOf(spec.labels[value]?.[draft.language] ?? '').some((name) => {
      const fact = draft.facts[name]
      const kind = draft.given.desk.facts[name]?.kind
      return fact?.class === 'known' && kind !== undefined && isSuch(kind) && fact.value === wanted
    })
  const ofThatDay = choicesOf(draft, step).filter(({ value }) => shows(value, day, (kind) => kind === 'date'))
  for (const part of parts) {
    const [meant, ...others] = ofThatDay.filter(({ value }) => shows(value, part, (kind) => kind === 'label'))
    if (meant) return others.length === 0 ? meant.value : undefined
  }
  return undefined
}

/** The one choice whose row shows a day of the month that some words name: "el recibo de septiembre". */
export function choiceByMonth(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  words: string,
): string | undefined {
  const { facts } = draft.given.desk
  const spec = facts[step.fact]
  const month = spec?.kind === 'label' ? readMonth(words, today(draft)) : undefined
  if (spec?.kind !== 'label' || month === undefined || REFUSES.test(plain(words))) return undefined
  const [meant, ...others] = choicesOf(draft, step).filter(({ value }) =>
    slotsOf(spec.labels[value]?.[draft.language] ?? '').some((name) => {
      const fact = facts[name]?.kind === 'date' ? draft.facts[name] : undefined
      return fact?.class === 'known' && Number(String(fact.value).slice(5, 7)) === month
    }),
  )
  return others.length === 0 ? meant?.value : undefined
}

/** Says nothing of a time. */
const GREETING = /\bgood (?:morning|afternoon|evening|night)\b/
/** A time that is named to say that it won't do: "el martes no puedo". */
const REFUSES =
  /\b(?:no (?:puedo|podria|me (?:sirve|queda|va|viene)|estoy|en|por)|(?:ni|menos) (?:el|la|los|las)|trabajo|viajo|ocupad[oa]|tengo (?:que|cita|turno|clases?|reunion)|cumple\w*|not|cant|cannot|wont|busy|birthday|i work|im working|too (?:late|early)|muy tarde)\b|\b(?:manana|tarde|noche|morning|afternoon|evening) (?:o|or)\b/

const HOUR = /\b(?:a las?|at) (\d{1,2})(?: \d\d)? ?(am|pm|a m|p m)?\b/
/** Nobody is visited before: smaller hours are those after noon. */
const FIRST_HOUR = 7
const EVENING_HOUR = 17
const LAST_HOUR = 20

/** Whether a message names an hour: "a las 3" is no third place in a list. */
export function isHour(text: string): boolean {
  return HOUR.test(plain(text))
}

/** The part of the day that an hour is in: "a las 8", "at 3 pm". */
function partOfHour(said: string): readonly string[] | undefined {
  const [, told, half] = HOUR.exec(said) ?? []
  if (told === undefined) return undefined
  const isLate = half ? half.startsWith('p') && Number(told) < 12 : Number(told) < FIRST_HOUR
  const hour = Number(told) + (isLate ? 12 : 0)
  if (hour < FIRST_HOUR || hour > LAST_HOUR) return undefined
  return [hour < 12 ? 'morning' : hour < EVENING_HOUR ? 'afternoon' : 'evening']
}

/** The customer's day, in the company's time zone. */
function today({ given }: TurnDraft): Day {
  const zoned = dayFormat(given.desk.timeZone).format(given.now)
  const [year = 0, month = 0, day = 0] = zoned.split('-').map(Number)
  return { year, month, day }
}
