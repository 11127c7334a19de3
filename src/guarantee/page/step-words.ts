import { REFUSALS } from '../../business/refusals.ts'
import { LANGUAGES, type Texts } from '../../language.ts'
import type { AnyStep, Dialog } from '../../turn/dialog/dialog.ts'
import { HOUSE } from '../../turn/dialog/house-texts.ts'
import type { Vocabulary } from '../../turn/dialog/vocabulary.ts'

type Kind = AnyStep['kind']

/** What a step is called on the page. */
export const KINDS: Readonly<Record<Kind, Texts>> = {
  ask: { es: 'Pregunta', en: 'Question' },
  choose: { es: 'Menú', en: 'Menu' },
  confirm: { es: 'Sí o no', en: 'Yes or no' },
  say: { es: 'Dice', en: 'Says' },
  decide: { es: 'Según lo que sabe', en: 'By what it knows' },
  copy: { es: 'Anota', en: 'Notes' },
  call: { es: 'Sistema', en: 'System' },
  reject: { es: 'No sirve', en: 'No use' },
  promise: { es: 'Compromiso', en: 'Commitment' },
  menu: { es: 'Menú', en: 'Menu' },
  done: { es: 'Fin', en: 'Done' },
  person: { es: 'Persona', en: 'Person' },
}

/** How a step is coloured. */
export const TONES = ['question', 'call', 'promise', 'person', 'done', 'quiet'] as const
export type Tone = (typeof TONES)[number]

export const TONE_WORDS: Readonly<Record<Tone, Texts>> = {
  question: { es: 'pregunta al cliente', en: 'asks the customer' },
  call: { es: 'sistema de la empresa', en: 'the company’s system' },
  promise: { es: 'compromiso con fecha', en: 'commitment with a date' },
  person: { es: 'una persona', en: 'a person' },
  done: { es: 'fin', en: 'done' },
  quiet: { es: 'dice o decide', en: 'says or decides' },
}

export function toneOf(kind: Kind): Tone {
  switch (kind) {
    case 'ask':
    case 'choose':
    case 'confirm':
      return 'question'
    case 'call':
    case 'promise':
    case 'person':
    case 'done':
      return kind
    default:
      return 'quiet'
  }
}

/** What a step does or says, in a sentence. */
export function wordsOf(step: AnyStep, facts: Vocabulary): Texts {
  switch (step.kind) {
    case 'decide': {
      const label = labelOf(step.fact, facts)
      return facts[step.fact]?.kind === 'label'
        ? { es: `¿Cuál es «${label.es}»?`, en: `Which is “${label.en}”?` }
        : { es: `¿Se sabe «${label.es}»?`, en: `Is “${label.en}” known?` }
    }
    case 'copy': {
      const labels = Object.keys(step.facts).map((name) => labelOf(name, facts))
      return {
        es: labels.map(({ es }) => es).join(', '),
        en: labels.map(({ en }) => en).join(', '),
      }
    }
    case 'call':
      return readable(step.trying, facts)
    case 'done':
      return step.text ? readable(step.text, facts) : { es: 'No dice nada más.', en: 'Says nothing more.' }
    default:
      return readable(step.text, facts)
  }
}

/** A way from one step to another, and when it is taken. */
export interface Way {
  to: string
  /** Undefined when it is the only way on. */
  when: Texts | undefined
  /** Something did not work, or the customer could not answer. */
  fails: boolean
}

/** Where a step leads, the likeliest first. */
export function waysOf(step: AnyStep, dialog: Dialog): Way[] {
  const { facts } = dialog
  const way = (to: string, when?: Texts, fails = false): Way => ({ to, when, fails })
  switch (step.kind) {
    case 'ask':
      return [
        way(step.next, { es: 'responde', en: 'answers' }),
        way(step.refused, { es: 'no puede decirlo', en: 'can’t say' }, true),
      ]
    case 'choose': {
      const spec = facts[step.fact]
      const labels = spec?.kind === 'label' ? spec.labels : {}
      return [
        ...Object.entries(step.next).map(([label, to]) =>
          way(to, readable(labels[label] ?? { es: label, en: label }, facts)),
        ),
        ...(step.cannot ? [way(step.cannot.to, readable(step.cannot.label, facts), true)] : []),
      ]
    }
    case 'confirm':
      return [
        way(step.yes, readable(step.labels?.yes ?? { es: 'sí', en: 'yes' }, facts)),
        way(step.no, readable(step.labels?.no ?? { es: 'no', en: 'no' }, facts)),
        ...(step.cannot
          ? [way(step.cannot.to, readable(step.cannot.label ?? HOUSE.cannot, facts), true)]
          : []),
      ]
    case 'say':
    case 'copy':
    case 'promise':
      return [way(step.next)]
    case 'decide': {
      const spec = facts[step.fact]
      const labels = spec?.kind === 'label' ? spec.labels : {}
      return Object.entries(step.when)
        .map(([known, to]) => way(to, CLASSES[known] ?? readable(labels[known] ?? same(known), facts)))
        .sort((a, b) => Number(a.when === CLASSES.refused) - Number(b.when === CLASSES.refused))
    }
    case 'call':
      return [
        way(step.ok, { es: 'sale bien', en: 'it works' }),
        ...Object.entries(step.refused).map(([why, to]) => way(to, refusal(why), why === 'other')),
        way(step.failed, { es: 'falla', en: 'it fails' }, true),
        way(step.unknown, { es: 'no se sabe si se hizo', en: 'not known whether done' }, true),
      ]
    case 'reject':
      return [way(step.question, { es: 'pregunta otra vez', en: 'asks again' })]
    case 'menu':
    case 'done':
    case 'person':
      return []
  }
}

const CLASSES: Readonly<Record<string, Texts>> = {
  known: { es: 'se sabe', en: 'known' },
  unknown: { es: 'no se sabe', en: 'not known' },
  refused: { es: 'no quiso decirlo', en: 'would not say' },
}

/** Why the company's systems say no, as it stands beside an arrow: the sentence without its capital and full stop. */
function refusal(why: string): Texts {
  if (why === 'other') return { es: 'se niega por otra causa', en: 'refused otherwise' }
  const sentence = (REFUSALS as Readonly<Record<string, Texts>>)[why]
  if (!sentence) return same(why.replaceAll('-', ' '))
  const phrase = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
  return { es: phrase(sentence.es), en: phrase(sentence.en) }
}

/** Ways to one step become one, with the words of each. */
export function merged(ways: readonly Way[]): Way[] {
  const byStep = new Map<string, Way>()
  for (const way of ways) {
    const before = byStep.get(way.to)
    if (!before) byStep.set(way.to, way)
    else {
      const when =
        before.when && way.when
          ? { es: `${before.when.es} · ${way.when.es}`, en: `${before.when.en} · ${way.when.en}` }
          : undefined
      byStep.set(way.to, { to: way.to, when, fails: before.fails && way.fails })
    }
  }
  return [...byStep.values()]
}

/** A template as a person reads it: each fact by its name, `‹Número de cuenta›`. */
export function readable(texts: Texts, facts: Vocabulary): Texts {
  const shown: Texts = { ...texts }
  for (const language of LANGUAGES) {
    shown[language] = (texts[language] ?? '').replace(
      /\{([^{}]*)\}/g,
      (_, name: string) => `‹${(HOUSE_WORDS[name] ?? labelOf(name, facts))[language]}›`,
    )
  }
  return shown
}

const HOUSE_WORDS: Readonly<Record<string, Texts>> = {
  company: { es: 'la empresa', en: 'the company' },
  hours: { es: 'el horario', en: 'the opening hours' },
  open: { es: 'si hay personas ahora', en: 'whether people are there now' },
}

function labelOf(fact: string, facts: Vocabulary): Texts {
  return facts[fact]?.label ?? same(fact)
}

function same(text: string): Texts {
  return { es: text, en: text }
}
