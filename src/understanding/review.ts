import { contentWords, saysTheSame } from '../escape/same-words.ts'
import type { Language, Texts } from '../language.ts'
import type { Lesson, Solution } from '../turn/lessons.ts'
import { MASKED } from '../turn/personal.ts'
import { BACKGROUND, type Intent, type Intents, isIntentId } from './intents.ts'
import type { Reading } from './recognizer.ts'
import { fold, plain } from './words.ts'

/** Messages that say about the same, and what should be done about them. */
export interface Group {
  /** How often it was said. */
  count: number
  /** Each wording once, the most frequent first. */
  sayings: { text: string; language: Language; count: number }[]
  /** What the customers turned out to want, or what agents resolved it as, the most frequent first. */
  solved: { by: string; count: number }[]
  proposal: { kind: 'extend' | 'new'; intent: string }
}

/** What agents may resolve a case as, and why it came about, as desk.yaml has it. */
export interface Endings {
  outcomes: readonly { name: string; title: Texts }[]
  rootCauses: readonly { name: string; title: Texts }[]
}

/** From this score on, what the recogniser itself thinks of a message is worth proposing. */
const LIKELY = 0.2

/**
 * Groups what was not understood, most frequent first, and proposes for each the intent that it should be taught to: what
 * customers turned out to want, else what the recogniser thinks, else a new one. What intents hold already is left out.
 */
export function groupLessons(
  lessons: readonly Lesson[],
  {
    intents,
    read,
    endings,
  }: {
    intents: Intents
    read: (text: string) => Reading
    /** Absent: what agents resolved is told by its names. */
    endings?: Endings | undefined
  },
): Group[] {
  const known = knownIn(intents)
  // Of several for one message the last is what finally solved it.
  const solutions = new Map(
    lessons.flatMap((one) => (one.kind === 'solved' ? [[one.id, one.by] as const] : [])),
  )
  const gathered: { words: readonly string[]; heard: Extract<Lesson, { kind: 'heard' }>[] }[] = []
  for (const lesson of lessons) {
    if (lesson.kind !== 'heard' || plain(lesson.text) === '' || known.has(plain(lesson.text))) continue
    const words = contentWords(lesson.text)
    const said = plain(lesson.text)
    const group = gathered.find(
      (one) => saysTheSame(one.words, words) || one.heard.some(({ text }) => plain(text) === said),
    )
    if (group) group.heard.push(lesson)
    else gathered.push({ words, heard: [lesson] })
  }
  return gathered
    .map(({ heard }): Group => {
      const sayings = counted(heard.map(({ language, text }) => `${language} ${plain(text)}`)).flatMap(
        ({ by, count }) => {
          const same = heard.filter(({ language, text }) => `${language} ${plain(text)}` === by)
          const first = same.find(({ text }) => !isMasked(text)) ?? same[0]
          return first ? [{ text: first.text, language: first.language, count }] : []
        },
      )
      const titles = { in: sayings[0]?.language ?? 'es', endings }
      const solved = counted(heard.map(({ id }) => nameOf(solutions.get(id), titles)))
      const [most] = counted(
        heard.flatMap(({ id }) => {
          const by = solutions.get(id)
          return by?.kind === 'intent' ? [by.intent] : []
        }),
      )
      // What a few of them went on to may be another matter of theirs.
      const wanted = most && most.count * 2 > heard.length ? most.by : undefined
      const [likely] = read(sayings[0]?.text ?? '').candidates
      const guess = wanted ?? (likely && likely.score >= LIKELY ? likely.intent : undefined)
      return {
        count: heard.length,
        sayings,
        solved,
        proposal:
          guess === undefined
            ? { kind: 'new', intent: newId(sayings[0]?.text ?? '', intents) }
            : { kind: 'extend', intent: guess },
      }
    })
    .sort((a, b) => b.count - a.count)
}

/** Where the sayings of a group go. */
export type Target =
  | { as: 'utterance'; intent: string }
  /** Resembles the intent, and is not it. */
  | { as: 'near-miss'; intent: string }
  /** Nothing that the bot does. */
  | { as: 'out-of-scope' }

/** Before the name of an intent: a near-miss of it. */
const NEAR = 'near:'

/** "cancel-visit", "near:cancel-visit" or "none"; undefined when an intent can't be called so. */
export function readTarget(said: string): Target | undefined {
  if (said === BACKGROUND) return { as: 'out-of-scope' }
  const isNear = said.startsWith(NEAR)
  const intent = isNear ? said.slice(NEAR.length).trim() : said
  if (!isIntentId(intent)) return undefined
  return { as: isNear ? 'near-miss' : 'utterance', intent }
}

/** The intent that accepting to this target would make; undefined when nothing new comes to be. */
export function newIntentOf(target: Target, { intents }: Intents): string | undefined {
  if (target.as === 'out-of-scope' || intents.some(({ id }) => id === target.intent)) return undefined
  return target.intent
}

export interface Accepted {
  intents: Intents
  added: number
  /** Sayings that were left out because something of somebody's was masked in them. */
  masked: number
}

/**
 * The intents with the sayings of a group added to one of them, to a new one, or to what is out of scope. A saying that
 * holds something masked is nobody's words, and one that is there already is left out.
 */
export function accept(before: Intents, group: Group, target: Target): Accepted {
  const known = knownIn(before)
  const wanted = group.sayings.filter(({ text }) => plain(text) !== '' && !known.has(plain(text)))
  const sayings = wanted.filter(({ text }) => !isMasked(text))
  const withSayings = (lists: Record<Language, readonly string[]>): Record<Language, string[]> => {
    const added = (language: Language) =>
      sayings.filter((one) => one.language === language).map(({ text }) => text.trim())
    return { es: [...lists.es, ...added('es')], en: [...lists.en, ...added('en')] }
  }
  const counts = { added: sayings.length, masked: wanted.length - sayings.length }
  if (target.as === 'out-of-scope')
    return { intents: { ...before, outOfScope: withSayings(before.outOfScope) }, ...counts }
  const own = before.intents.find(({ id }) => id === target.intent) ?? emptyIntent(target.intent)
  const field = target.as === 'utterance' ? 'utterances' : 'nearMisses'
  const others = before.intents.filter(({ id }) => id !== target.intent)
  const intents = [...others, { ...own, [field]: withSayings(own[field]) }].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
  return { intents: { ...before, intents }, ...counts }
}

function emptyIntent(id: string): Intent {
  return { id, utterances: { es: [], en: [] }, nearMisses: { es: [], en: [] } }
}

/** A group as a person reads it. */
export function describe(group: Group, number: number): string {
  const { kind, intent } = group.proposal
  return [
    `${number}. ${group.count} ${group.count === 1 ? 'message' : 'messages'}`,
    ...group.sayings.map(({ text, language, count }) => {
      const note = isMasked(text) ? '   (masked: not accepted as it is)' : ''
      return `   ${language} ${count > 1 ? `${count}× ` : ''}${text}${note}`
    }),
    `   came to: ${group.solved.map(({ by, count }) => `${by} ${count}`).join('; ')}`,
    `   proposal: ${kind === 'extend' ? 'extend' : 'new intent'} ${intent}`,
  ].join('\n')
}

/** Titles of endings are in the language of the messages. */
function nameOf(by: Solution | undefined, titles: { in: Language; endings: Endings | undefined }): string {
  switch (by?.kind) {
    case undefined:
      // Who asks for a person is heard before the bot is; who leaves says nothing.
      return 'left, or the case is not resolved'
    case 'intent':
      return by.intent
    case 'person':
      return `a person (${by.reason})`
    case 'agent': {
      const { outcomes = [], rootCauses = [] } = titles.endings ?? {}
      // What desk.yaml no longer has is told by its name.
      const titleOf = (list: Endings['outcomes'], name: string) =>
        list.find((one) => one.name === name)?.title[titles.in] ?? name
      return `solved by a person: ${titleOf(outcomes, by.outcome)} (${titleOf(rootCauses, by.rootCause)})`
    }
  }
}

/** Whether something of somebody's is masked in it; cards and IBANs are masked with dots (turn/masking.ts). */
function isMasked(text: string): boolean {
  return text.includes(MASKED) || text.includes('••')
}

function knownIn({ intents, outOfScope }: Intents): Set<string> {
  const texts = [
    ...intents.flatMap(({ utterances, nearMisses }) => [
      ...Object.values(utterances).flat(),
      ...Object.values(nearMisses).flat(),
    ]),
    ...Object.values(outOfScope).flat(),
  ]
  return new Set(texts.map(plain))
}

function counted(names: readonly string[]): { by: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([by, count]) => ({ by, count })).sort((a, b) => b.count - a.count)
}

/** A name for what nobody has named: its longest words. */
function newId(text: string, { intents }: Intents): string {
  const words = (fold(text).match(/[a-z]{4,}/g) ?? []).toSorted((a, b) => b.length - a.length).slice(0, 2)
  const id = words.join('-') || 'unnamed'
  return intents.some((one) => one.id === id) ? `${id}-more` : id
}
