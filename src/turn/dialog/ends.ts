import { plain, words } from '../../understanding/words.ts'
import type { AnyStep } from './dialog.ts'
import { choicesOf } from './questions.ts'
import { slotsOf } from './template.ts'
import type { TurnDraft } from './turn-draft.ts'
import { knownValue } from './values.ts'

/**
 * How people name one end of a list, after an article: "el más barato", "the latest one". What is fastest costs most, or
 * comes soonest; whatever is chosen is shown to the customer before anything is done.
 */
const ENDS: readonly { of: 'money' | 'date'; end: 'least' | 'most'; isAhead?: true; named: RegExp }[] = [
  {
    of: 'money',
    end: 'least',
    named: named('mas (?:barat|economic|baj|pequen)[oa]', 'cheapest|lowest|smallest'),
  },
  {
    of: 'money',
    end: 'most',
    named: named(
      'mas (?:car[oa]|alt[oa]|grande|rapid[oa])',
      'most expensive|highest|biggest|largest|fastest|quickest',
    ),
  },
  { of: 'date', end: 'most', named: named('mas (?:reciente|nuev[oa])', 'most recent|latest|newest') },
  { of: 'date', end: 'least', named: named('mas (?:antigu|viej)[oa]', 'oldest') },
  {
    of: 'date',
    end: 'least',
    isAhead: true,
    named: new RegExp(
      `${named('mas (?:pront|proxim|cercan|rapid)[oa]', 'earliest|soonest|nearest|fastest|quickest|next available').source}|lo (?:mas pronto|antes) posible|cuanto antes|as soon as possible|asap`,
    ),
  },
]

function named(spanish: string, english: string): RegExp {
  return new RegExp(`\\b(?:(?:el|la|al|del|lo) (?:\\p{L}+ )?${spanish}|the (?:${english}))\\b`, 'u')
}

/** Who says something of an end, asks about it, or names one of other things: "el internet es lo más caro que pago". */
const TELLS_OF_IT =
  /\b(?:no|not|but|pero|cuanto(?! antes)|cuanta|que tan|how|tengo|tiene|have|has|had)\b|\b(?:es|era|is|was|looks) (?:mi|muy|my|too)\b|\b(?:el|la|mi|the|my) (?!que\b)\S+ (?:es|era|is|was) (?:el|la|lo|the)\b/

const A_DAY = 24 * 60 * 60 * 1000
/** A message that names an end has few words more: a longer one tells of it. */
const MOST_WORDS = 8

/**
 * The choice at the end that a message names: "el más barato", "the latest one", "lo antes posible". Undefined when it
 * names none, when fewer than two can be compared, and when two amounts are the same.
 */
export function choiceByEnd(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  text: string,
): string | undefined {
  const said = plain(text)
  if (text.includes('?') || TELLS_OF_IT.test(said) || words(text).length > MOST_WORDS) return undefined
  for (const { of, end, isAhead, named: pattern } of ENDS) {
    if (!pattern.test(said)) continue
    const [first, second] = choicesOf(draft, step)
      .flatMap(({ value }) => {
        const at = placeOf(draft, step, value, of)
        return at === undefined ? [] : [{ value, at }]
      })
      .toSorted((a, b) => (end === 'least' ? a.at - b.at : b.at - a.at))
    if (!first || !second) continue
    // Of what is past nothing comes soon: "que me lo devuelvan lo antes posible".
    if (isAhead && first.at < draft.given.now - A_DAY) continue
    // Of two hours of the first free day the earlier one stands first, and is meant.
    return first.at === second.at && !(of === 'date' && end === 'least') ? undefined : first.value
  }
  return undefined
}

/** The amount or the day that the row of a choice shows, as a number. */
function placeOf(
  draft: TurnDraft,
  step: Extract<AnyStep, { kind: 'choose' }>,
  choice: string,
  kind: 'money' | 'date',
): number | undefined {
  const { facts } = draft.given.desk
  const spec = facts[step.fact]
  if (spec?.kind !== 'label') return undefined
  const name = slotsOf(spec.labels[choice]?.[draft.language] ?? '').find((one) => facts[one]?.kind === kind)
  const value = name === undefined ? undefined : knownValue(draft, name)
  if (value === undefined) return undefined
  const at = kind === 'money' ? Number.parseFloat(value) : Date.parse(value)
  return Number.isNaN(at) ? undefined : at
}
