import { type Ask, type Guard, RULES, type Rule } from './ask-rules.ts'
import { HARD, kindsWith, QUESTION, SOFT, type Tokens, tokens } from './ask-tokens.ts'

export type { Ask } from './ask-rules.ts'

/** Most words that a rule reads over between two of its steps. */
const MOST_BETWEEN = 8
/** How far before a match a refusal or a tense is looked for. */
const LOOK_BACK = 4

const has = {
  no: kindsWith('no'),
  if: kindsWith('if'),
  you: kindsWith('you'),
  can: kindsWith('can'),
  be: kindsWith('be'),
  want: kindsWith('want'),
  fill: kindsWith('fill'),
  polite: kindsWith('polite'),
  bare: kindsWith('fill|polite|real|help|service|want'),
  topic: kindsWith('topic'),
  tried: kindsWith('tried'),
  talking: kindsWith('talking'),
  refusing: kindsWith('refusing'),
  possessive: kindsWith('possessive'),
  person: kindsWith('desk|person|someone|people'),
  desk: kindsWith('desk'),
  plainPerson: kindsWith('person'),
  someone: kindsWith('someone'),
  department: kindsWith('department'),
  hint: kindsWith('someone|department|escalate'),
  bot: kindsWith('bot'),
  compound: kindsWith('compound'),
  notBefore: kindsWith('notBefore'),
}

/** Nothing reads over these, and everything over those. */
const stops = has.topic.map((isTopic, kind) => (isTopic === 1 || kind === HARD || kind === QUESTION ? 1 : 0))
const passes = kindsWith('fill|polite')
passes[SOFT] = 1

interface Compiled extends Rule {
  accepts: Uint8Array[]
}

const compiled: Compiled[] = RULES.map((rule) => ({
  ...rule,
  accepts: rule.steps.split(' ').map(kindsWith),
}))
/** Which rules begin with each kind of word. */
const rulesByKind: Compiled[][] = Array.from(compiled[0]?.accepts[0] ?? [], (_, kind) =>
  compiled.filter((rule) => rule.accepts[0]?.[kind] === 1),
)

/**
 * Whether a message asks for a person, in Spanish or English: the first thing that is done with every message,
 * before and without the bot. `may-ask` is a sign too weak to act on alone: the bot offers a person.
 *
 * Pure and linear in the length of the text; it never throws.
 */
export function readAsk(text: string): Ask {
  if (isZero(text)) return 'asks'
  const message = tokens(text)
  const present = [...new Set(message.kinds)]
  const possible = new Map<Compiled, boolean>()
  let said: Ask = 'no'
  for (let start = 0; start < message.kinds.length; start += 1) {
    for (const rule of rulesByKind[message.kinds[start] ?? 0] ?? []) {
      const isWorthReading = possible.get(rule) ?? isPossible(rule, present)
      possible.set(rule, isWorthReading)
      if (!isWorthReading) continue
      if (said === 'may-ask' && rule.says === 'may-ask') continue
      const found = read(rule, message, start)
      if (found === 'asks') return 'asks'
      if (found === 'may-ask') said = 'may-ask'
    }
  }
  const bare = readBare(message)
  return bare === 'no' ? said : bare
}

/** `0` asks for a person everywhere, as on every telephone. */
function isZero(text: string): boolean {
  return text.length <= 12 && /^[\s*#.!]*0{1,3}\ufe0f?\u20e3?[\s*#.!]*$/u.test(text)
}

/** Whether all of a rule's words are in the message: in most messages no rule has them. */
function isPossible({ accepts }: Compiled, kinds: readonly number[]): boolean {
  for (const step of accepts) {
    let isThere = false
    for (const kind of kinds) if (step[kind] === 1) isThere = true
    if (!isThere) return false
  }
  return true
}

function read(rule: Compiled, message: Tokens, start: number): Ask {
  const { kinds } = message
  let at = start
  let spare = rule.spare ?? 0
  if (isNotThePerson(message, at)) return 'no'
  for (let step = 1; step < rule.accepts.length; step += 1) {
    let between = 0
    at += 1
    while (rule.accepts[step]?.[kinds[at] ?? 0] !== 1 || isNotThePerson(message, at)) {
      const kind = kinds[at] ?? HARD
      if (stops[kind] === 1) return 'no'
      if (passes[kind] !== 1) spare -= 1
      between += 1
      if (spare < 0 || between > MOST_BETWEEN) return 'no'
      at += 1
    }
  }
  if (rule.ending === 'last' && !isLast(message, at)) return 'no'
  const guards = rule.guards ?? []
  if (guards.some((guard) => guard !== 'told' && isGuarded(guard, message, start, at))) return 'no'
  return guards.includes('told') && isGuarded('told', message, start, at) ? 'may-ask' : rule.says
}

/** "agent account", "asistente virtual", "in person": the word is there, the person isn't. */
function isNotThePerson({ kinds }: Tokens, at: number): boolean {
  const kind = kinds[at] ?? 0
  if (has.person[kind] !== 1) return false
  return has.compound[kinds[at + 1] ?? 0] === 1 || has.notBefore[kinds[at - 1] ?? 0] === 1
}

function isLast({ kinds }: Tokens, at: number): boolean {
  for (let i = at + 1; i < kinds.length; i += 1) {
    const kind = kinds[i] ?? 0
    if (kind === HARD || kind === QUESTION || kind === SOFT || has.no[kind] === 1) return true
    if (has.bare[kind] !== 1) return false
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
    case 'definite':
      return (
        has.person[message.kinds[start] ?? 0] === 1 && has.possessive[message.kinds[start - 1] ?? 0] === 1
      )
  }
}

/** A refusal right before, with nothing but filler and a wish between; "si no me pasan con alguien…" is none. */
function isNegated({ kinds, words }: Tokens, start: number): boolean {
  for (let i = start - 1; i >= Math.max(0, start - LOOK_BACK); i -= 1) {
    const kind = kinds[i] ?? 0
    if (has.no[kind] === 1) {
      if (has.if[kinds[i - 1] ?? 0] === 1) return false
      return refuses(kinds, start) || !(words[i] === 'no' && /^(me|nos)$/.test(words[start] ?? ''))
    }
    if (has.can[kind] === 1 || (has.fill[kind] !== 1 && has.want[kind] !== 1)) return false
  }
  return false
}

/** "No me pasen con otro" refuses, "¿no me pasas con alguien?" asks. */
function refuses(kinds: readonly number[], start: number): boolean {
  return has.refusing[kinds[start + 1] ?? 0] === 1
}

/** "Are you a real person?", "am I talking to a human?": asks who is there. */
function isIdentity(message: Tokens, start: number, end: number): boolean {
  const talksNow = has.talking[message.kinds[start] ?? 0] === 1 || has.person[message.kinds[start] ?? 0] === 1
  return (talksNow && looksBack(message, start, has.be)) || (start === end && looksBack(message, end, has.be))
}

function looksBack({ kinds }: Tokens, start: number, wanted: Uint8Array): boolean {
  for (let i = start - 1; i >= Math.max(0, start - LOOK_BACK); i -= 1) {
    const kind = kinds[i] ?? 0
    if (kind === HARD || kind === QUESTION) return false
    if (wanted[kind] === 1) return true
  }
  return false
}

/**
 * A sentence that is nothing but a person, with courtesies: "¡¡humano!!", "asesor por favor", "operadora". Whether
 * "¿persona?" asks for one or asks what we are can't be told.
 */
function readBare({ kinds }: Tokens): Ask {
  let said: Ask = 'no'
  let here: Ask = 'no'
  let isBare = true
  let someone = false
  for (let i = 0; i <= kinds.length; i += 1) {
    const kind = kinds[i] ?? HARD
    if (kind === HARD || kind === QUESTION) {
      if (isBare && here === 'asks') return kind === QUESTION && said === 'no' ? 'may-ask' : 'asks'
      if (isBare && here === 'may-ask') said = 'may-ask'
      here = 'no'
      isBare = true
      someone = false
      continue
    }
    if (has.desk[kind] === 1 || has.plainPerson[kind] === 1 || (has.department[kind] === 1 && someone))
      here = 'asks'
    else if (has.hint[kind] === 1) here = here === 'no' ? 'may-ask' : here
    else if (has.bare[kind] !== 1 && kind !== SOFT) isBare = false
    if (has.someone[kind] === 1) someone = true
    // "You a real person?" is about us.
    if (has.you[kind] === 1 && here === 'no') isBare = false
  }
  return said
}
