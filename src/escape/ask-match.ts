import { has, isNotThePerson } from './ask-has.ts'
import { EMOJI, HARD, kindCount, kindsWith, QUESTION, SOFT } from './ask-kinds.ts'
import type { Ask, Guard, Rule } from './ask-rule.ts'
import { RULES } from './ask-rules.ts'
import type { Tokens } from './ask-tokens.ts'

/** Most words that a rule reads over between two of its steps. */
const MOST_BETWEEN = 8
/** How far before a match a refusal or a tense is looked for. */
const LOOK_BACK = 4

/** Nothing reads over these, and everything over those. */
const stops = has.topic.map((isTopic, kind) => (isTopic === 1 || kind === HARD || kind === QUESTION ? 1 : 0))
const passes = kindsWith('fill|polite')
passes[SOFT] = 1
passes[EMOJI] = 1

export interface Compiled extends Rule {
  accepts: Uint8Array[]
  /** Which of `seconds` is its own, one bit in two halves; none where it has one step alone. */
  second: Bits
}

/** So many bits that no number is large enough for them. */
interface Bits {
  low: number
  high: number
}

/** What second steps there are: rules have many in common. */
const seconds = [...new Set(RULES.map(({ steps }) => steps.split(' ')[1]))].filter(
  (step) => step !== undefined,
)
const HALF = 32

const compiled: Compiled[] = RULES.map((rule) => ({
  ...rule,
  accepts: rule.steps.split(' ').map(kindsWith),
  second: bitsOf((step) => step === rule.steps.split(' ')[1]),
}))
/** The second steps that each kind of word is. */
const secondsByKind: Bits[] = Array.from({ length: kindCount() }, (_, kind) =>
  bitsOf((step) => kindsWith(step)[kind] === 1),
)

function bitsOf(has: (step: string) => boolean): Bits {
  const bits = { low: 0, high: 0 }
  for (const [i, step] of seconds.entries()) {
    if (!has(step)) continue
    if (i < HALF) bits.low |= 1 << i
    else bits.high |= 1 << (i - HALF)
  }
  return bits
}

/** Which rules begin with each kind of word. */
export const rulesByKind: Compiled[][] = Array.from(compiled[0]?.accepts[0] ?? [], (_, kind) =>
  compiled.filter((rule) => rule.accepts[0]?.[kind] === 1),
)

/** The second steps that stand within a rule's reach of a word. */
const ahead: Bits = { low: 0, high: 0 }

/** Takes note of what stands within a rule's reach of the word at `start`. */
export function lookAhead(kinds: readonly number[], start: number): void {
  ahead.low = 0
  ahead.high = 0
  const end = Math.min(kinds.length, start + MOST_BETWEEN + 2)
  for (let at = start + 1; at < end; at += 1) {
    const bits = secondsByKind[kinds[at] ?? 0]
    if (bits === undefined) continue
    ahead.low |= bits.low
    ahead.high |= bits.high
  }
}

/** Whether a rule's second word follows where `lookAhead` looked: most rules end here. */
export function mayFollow({ accepts, second }: Compiled): boolean {
  return accepts.length === 1 || (second.low & ahead.low) !== 0 || (second.high & ahead.high) !== 0
}

/** Whether all of a rule's words are in the message: in most messages no rule has them. */
export function isPossible({ accepts }: Compiled, kinds: readonly number[]): boolean {
  for (const step of accepts) {
    let isThere = false
    for (const kind of kinds) if (step[kind] === 1) isThere = true
    if (!isThere) return false
  }
  return true
}

/** What a rule says of the words that begin at `start`. */
export function read(rule: Compiled, message: Tokens, start: number): Ask | 'refused' {
  const { kinds } = message
  let at = start
  let spare = rule.spare ?? 0
  if (isNotThePerson(message, at)) return 'no'
  for (let step = 1; step < rule.accepts.length; step += 1) {
    let between = 0
    at += 1
    while (rule.accepts[step]?.[kinds[at] ?? 0] !== 1 || isNotThePerson(message, at)) {
      const kind = kinds[at] ?? HARD
      // "Prefer to talk to you than to a person".
      if (has.you[kind] === 1 && /^(?:que|than)$/.test(message.words[at + 1] ?? '')) return 'refused'
      if (stops[kind] === 1) return 'no'
      if (passes[kind] !== 1) spare -= 1
      between += 1
      if (spare < 0 || between > MOST_BETWEEN || rule.close === true) return 'no'
      at += 1
    }
  }
  if (rule.ending === 'last' && !isLast(message, at)) return 'no'
  if (rule.ending === 'number' && !isByNumber(message, start, at)) return 'no'
  if (rule.ending === 'only' && !isOnly(message, start, at)) return 'no'
  const guards = rule.guards ?? []
  if (guards.some((guard) => guard !== 'told' && isGuarded(guard, message, start, at))) return 'refused'
  return guards.includes('told') && isGuarded('told', message, start, at) ? 'may-ask' : rule.says
}

function isLast({ kinds, words }: Tokens, at: number): boolean {
  for (let i = at + 1; i < kinds.length; i += 1) {
    const kind = kinds[i] ?? 0
    // The number at which to call.
    if (/^\d{3,}$/.test(words[i] ?? '')) continue
    if (kind === HARD || kind === QUESTION || kind === SOFT || has.no[kind] === 1) return true
    if (has.bare[kind] !== 1 && kind !== EMOJI) return false
  }
  return true
}

/** "Llámenme al 612 345 678", "my number is 555 0134, call me": the figures stand within a few words. */
function isByNumber({ words }: Tokens, start: number, end: number): boolean {
  for (let i = start - BY_NUMBER; i <= end + BY_NUMBER; i += 1) {
    if (/^\d{2,}$/.test(words[i] ?? '') && /^\d{6,}/.test((words[i] ?? '') + numberAfter(words, i)))
      return true
  }
  return false
}
const BY_NUMBER = 4

/** What follows of a number that is written in groups. */
function numberAfter(words: readonly string[], at: number): string {
  return [words[at + 1], words[at + 2]].filter((word) => /^\d+$/.test(word ?? '')).join('')
}

/** Between the marks around it a match has nothing but courtesies beside it. */
function isOnly({ kinds }: Tokens, start: number, end: number): boolean {
  for (const [from, step] of [
    [start - 1, -1],
    [end + 1, 1],
  ] as const) {
    for (let i = from; i >= 0 && i < kinds.length; i += step) {
      const kind = kinds[i] ?? HARD
      if (kind === HARD || kind === QUESTION || kind === SOFT) break
      if (has.polite[kind] !== 1 && kind !== EMOJI) return false
    }
  }
  return true
}

function isGuarded(guard: Guard, message: Tokens, start: number, end: number): boolean {
  switch (guard) {
    case 'negated':
      return isNegated(message, start)
    case 'told':
      return looksBack(message, start, has.tried)
    case 'identity':
      return isIdentity(message, start, end)
    case 'promised':
      return looksBack(message, start, has.promised)
    case 'ofSelf':
      return looksBackAt(message, start, (word) => OF_SELF.test(word))
    case 'definite':
      return (
        has.person[message.kinds[start] ?? 0] === 1 && has.possessive[message.kinds[start - 1] ?? 0] === 1
      )
    case 'namesATalk':
      return A_TALK.test(message.words[start] ?? '') && has.possessive[message.kinds[start - 1] ?? 0] === 1
  }
}

/** A refusal right before, with nothing but filler and a wish between; "si no me pasan con alguien…" is none. */
function isNegated({ kinds, words }: Tokens, start: number): boolean {
  for (let i = start - 1; i >= Math.max(0, start - LOOK_BACK); i -= 1) {
    const kind = kinds[i] ?? 0
    // "I hate talking to people": of a robot the rules of what is hated tell.
    if (i === start - 1 && HATES.test(words[i] ?? '')) return true
    if (has.no[kind] === 1) {
      if (words[i] === 'no' && SPEAKS_ON.test(words[i + 1] ?? '')) return false
      if (has.if[kinds[i - 1] ?? 0] === 1) return false
      // "No me atiende una persona" complains, "no me atienda una persona" refuses.
      if (words[i] === 'no' && start === i + 2 && /^(?:me|nos)$/.test(words[i + 1] ?? ''))
        return has.refusing[kinds[start] ?? 0] === 1
      if (has.refusing[kinds[start] ?? 0] === 1) return true
      return refuses(kinds, start) || !(words[i] === 'no' && /^(me|nos)$/.test(words[start] ?? ''))
    }
    if (has.can[kind] === 1 || (has.fill[kind] !== 1 && has.want[kind] !== 1)) return false
  }
  return false
}

const HATES = /^(?:hate|dislike|odio|detesto|aborrezco)$/
/** After these an English "no" answers and refuses nothing that follows: "no i want a person". */
const SPEAKS_ON = /^(?:i|im|id|just|let|get|give|can|could|please|connect|transfer|we|you|,)$/

/** "No me pasen con otro" refuses, "¿no me pasas con alguien?" asks. */
function refuses(kinds: readonly number[], start: number): boolean {
  return has.refusing[kinds[start + 1] ?? 0] === 1
}

/** "Are you a real person?", "am I talking to a human?": asks who is there. */
function isIdentity(message: Tokens, start: number, end: number): boolean {
  // "Do humans read this?"
  if (
    has.person[message.kinds[start] ?? 0] === 1 &&
    looksBackAt(message, start, (word) => WHETHER.test(word), 2)
  )
    return true
  const talksNow = has.talking[message.kinds[start] ?? 0] === 1 || has.person[message.kinds[start] ?? 0] === 1
  return (talksNow && looksBack(message, start, has.be)) || (start === end && looksBack(message, end, has.be))
}

const WHETHER = /^(?:do|does|did)$/
/** Words of talking that are things as well. */
const A_TALK = /^(?:chat|talk|contact|contacto|phone)$/
const OF_SELF = /^(?:soy|am|im)$/

function looksBack(message: Tokens, start: number, wanted: Uint8Array): boolean {
  return looksBackAt(message, start, (_, kind) => wanted[kind] === 1)
}

function looksBackAt(
  { kinds, words }: Tokens,
  start: number,
  isWanted: (word: string, kind: number) => boolean,
  most = LOOK_BACK,
): boolean {
  for (let i = start - 1; i >= Math.max(0, start - most); i -= 1) {
    const kind = kinds[i] ?? 0
    if (kind === HARD || kind === QUESTION) return false
    if (isWanted(words[i] ?? '', kind)) return true
  }
  return false
}
