import { isVerb, VERBS, type VerbSpec } from '../business/business.ts'
import { REFUSALS, type Refusal } from '../business/refusals.ts'
import type { Commitment } from '../cases/commitments.ts'
import type { Desk } from '../cases/desk-file.ts'
import { wordsOfVerb } from '../cases/work.ts'
import type { Language } from '../language.ts'
import { type Showing, show } from '../turn/dialog/template.ts'
import type { Vocabulary } from '../turn/dialog/vocabulary.ts'
import type { WorkView } from './wire.ts'

/** Facts that the desk sets by itself when a work item is finished. */
const SET_BY_ITSELF = new Set(['proven'])

/** What an agent has to find or do by hand, in words: the arguments, what can be entered, and why it may be refused. */
export function workView(
  house: { vocabulary: Vocabulary; desk: Desk; now: number },
  commitment: Commitment,
  language: Language,
): WorkView | undefined {
  const { work } = commitment
  if (!work) return undefined
  const { vocabulary } = house
  const spec: VerbSpec | undefined = isVerb(work.verb) ? VERBS[work.verb] : undefined
  const label = (name: string) => vocabulary[name]?.label[language] ?? name
  return {
    verb: work.verb,
    says: wordsOfVerb(work.verb)[language],
    changes: spec?.changes ?? true,
    facts: Object.entries(work.args).map(([name, value]) => ({
      name,
      label: label(name),
      value: shown(house, name, value, language),
    })),
    gives: Object.keys(spec?.gives ?? {})
      .filter((name) => !SET_BY_ITSELF.has(name))
      .map((name) => {
        const fact = vocabulary[name]
        const labels = fact?.kind === 'label' ? fact.labels : undefined
        return {
          name,
          label: label(name),
          kind: fact?.kind ?? 'text',
          ...(labels
            ? { choices: Object.entries(labels).map(([value, texts]) => ({ value, title: texts[language] })) }
            : {}),
        }
      }),
    refuses: (spec?.refuses ?? []).map((reason) => ({
      reason,
      title: REFUSALS[reason as Refusal]?.[language] ?? reason,
    })),
  }
}

/** An argument as people read it. What proves who the customer is must be seen by who checks it. */
function shown(
  { vocabulary, desk, now }: { vocabulary: Vocabulary; desk: Desk; now: number },
  name: string,
  value: string | number | boolean,
  language: Language,
): string {
  const spec = vocabulary[name]
  if (!spec || spec.kind === 'proof') return String(value)
  const showing: Showing = {
    facts: { [name]: { class: 'known', value, source: 'customer', at: now, conversationId: '' } },
    vocabulary,
    company: desk.company,
    language,
    timeZone: desk.timeZone,
    region: desk.region,
    now,
  }
  return show(name, showing) ?? String(value)
}
