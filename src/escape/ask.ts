import { fold } from '../understanding/words.ts'
import { scoreAsk } from './ask-model.ts'
import type { Ask, Guard, Rule } from './ask-rule.ts'
import { RULES } from './ask-rules.ts'
import { EMOJI, HARD, kindsWith, QUESTION, SOFT, type Tokens, tokens, UNKNOWN } from './ask-tokens.ts'
import { asksInOtherLanguage } from './other-languages.ts'

export type { Ask } from './ask-rule.ts'

/** Most words that a rule reads over between two of its steps. */
const MOST_BETWEEN = 8
/** How far before a match a refusal or a tense is looked for. */
const LOOK_BACK = 4

const has = {
  no: kindsWith('no'),
  if: kindsWith('if'),
  you: kindsWith('you'),
  with: kindsWith('alongside'),
  can: kindsWith('can'),
  be: kindsWith('be'),
  want: kindsWith('want'),
  fill: kindsWith('fill'),
  polite: kindsWith('polite'),
  bare: kindsWith('fill|polite|real|help|service|want|available'),
  topic: kindsWith('topic'),
  tried: kindsWith('tried'),
  promised: kindsWith('promised'),
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
passes[EMOJI] = 1

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

/** From this score on the model's word is enough for a sentence that no rule spoke of. */
const SURE = 0.32
/** The same, where a rule has only a hint. */
const SURER = 0.6
/** The same of a stretch of a long sentence, which lacks its surroundings. */
const SURE_STRETCH = 0.6
/** The same, where a rule saw its words refused or told of: of such messages the model errs on few. */
const SURE_THOUGH_REFUSED = 0.5
/** The same of few words, of which a rule can't tell. */
const SURE_THOUGH_AMBIGUOUS = 1
/** Of fewer words than these nobody can tell: "customer service", "llámenme". */
const FEWEST_FOR_SURE = 3
/** From this score on a person is offered. */
const LIKELY = 0
const LIKELY_STRETCH = 0.3

/**
 * Whether a message asks for a person: the first thing that is done with every message, before and without the bot.
 * `may-ask` is a sign too weak to act on alone: the bot offers a person.
 *
 * Rules decide what they know, in Spanish and English; a model behind them hears what is misspelt or in words that no
 * rule has. Pure and linear in the length of the text; it never throws.
 */
export function readAsk(text: string): Ask {
  if (isZero(text)) return 'asks'
  const message = tokens(text)
  const { says, wasRefused, isAmbiguous } = readRules(message)
  if (says === 'asks' || asksInOtherLanguage(text)) return 'asks'
  const { sentence, stretch } = scoreAsk(message)
  // "No quiero un asesor", "¿eres una persona?": a rule knows the words, and that they don't ask.
  const surest = Math.max(sentence, stretch)
  if (wasRefused) return surest >= SURE_THOUGH_REFUSED ? 'asks' : says
  const isShort = message.kinds.length < FEWEST_FOR_SURE
  if (isAmbiguous) return surest >= SURE_THOUGH_AMBIGUOUS && !isShort ? 'asks' : says
  if (isShort && says === 'may-ask') return surest >= SURE_THOUGH_AMBIGUOUS ? 'asks' : says
  if (sentence >= (says === 'no' ? SURE : SURER) || stretch >= SURE_STRETCH) return 'asks'
  return sentence >= LIKELY || stretch >= LIKELY_STRETCH ? 'may-ask' : says
}

export interface Rules {
  says: Ask
  /** One of them matched words that refuse, tell of or ask who is there. */
  wasRefused: boolean
  /** Few words, of which it can't be told. */
  isAmbiguous: boolean
}

/** Most words and marks that a rule's ambiguity speaks for. */
const FEW = 7

/** What the rules alone say. */
export function readRules(message: Tokens): Rules {
  const present = [...new Set(message.kinds)]
  const possible: (readonly Compiled[] | undefined)[] = []
  let said: Ask = 'no'
  let wasRefused = false
  let isAmbiguous = false
  for (let start = 0; start < message.kinds.length; start += 1) {
    const kind = message.kinds[start] ?? 0
    possible[kind] ??= rulesByKind[kind]?.filter((rule) => isPossible(rule, present)) ?? []
    for (const rule of possible[kind] ?? []) {
      if (said === 'may-ask' && rule.says === 'may-ask' && rule.isAmbiguous !== true) continue
      const found = read(rule, message, start)
      if (found === 'asks') return { says: 'asks', wasRefused: false, isAmbiguous: false }
      if (found === 'may-ask') {
        said = 'may-ask'
        isAmbiguous ||= rule.isAmbiguous === true && message.kinds.length <= FEW
      }
      if (found === 'refused') wasRefused = true
    }
  }
  const bare = readBare(message)
  return { says: bare === 'no' ? said : bare, wasRefused, isAmbiguous }
}

/** `0` asks for a person everywhere, as on every telephone; "press 0" and "zero" are the same habit in words. */
function isZero(text: string): boolean {
  if (text.length > 40) return false
  return /^[\s*#.!]*(?:0[\s*#.!]*){1,4}(?:\ufe0f?\u20e3)?[\s*#.!]*$/u.test(text) || SAID_ZERO.test(fold(text))
}

const SAID_ZERO =
  /^\W*(?:(?:i |yo )?(?:press|pressing|dial|hit|push|type|marco|marcar|marque|marca|pulso|pulsar|oprimo|oprimir|presiono|presionar|digito|digitar|tecla|opcion|option|numero|number|el|la) (?:(?:el|la|the|tecla|numero|number|opcion|option) )?(?:0|cero|zero)|cero|zero)(?: (?:operadora?|operator|para operadora?|for operator|please|por favor|ya))?\W*$/

/** Whether all of a rule's words are in the message: in most messages no rule has them. */
function isPossible({ accepts }: Compiled, kinds: readonly number[]): boolean {
  for (const step of accepts) {
    let isThere = false
    for (const kind of kinds) if (step[kind] === 1) isThere = true
    if (!isThere) return false
  }
  return true
}

function read(rule: Compiled, message: Tokens, start: number): Ask | 'refused' {
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
  if (rule.ending === 'only' && !isOnly(message, start, at)) return 'no'
  const guards = rule.guards ?? []
  if (guards.some((guard) => guard !== 'told' && isGuarded(guard, message, start, at))) return 'refused'
  return guards.includes('told') && isGuarded('told', message, start, at) ? 'may-ask' : rule.says
}

/** "agent account", "asistente virtual", "in person": the word is there, the person isn't. */
function isNotThePerson({ kinds }: Tokens, at: number): boolean {
  const kind = kinds[at] ?? 0
  if (has.person[kind] !== 1) return false
  return has.compound[kinds[at + 1] ?? 0] === 1 || has.notBefore[kinds[at - 1] ?? 0] === 1
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
const A_TALK = /^(?:chat|talk|contact|contacto)$/
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

/**
 * A sentence that is nothing but a person, with courtesies: "¡¡humano!!", "asesor por favor", "operadora". So is what
 * stands between commas at either end of one: "no, agent", "maldita máquina, ¡persona!". Whether "¿persona?" asks for
 * one or asks what we are can't be told.
 */
function readBare(message: Tokens): Ask {
  const { kinds } = message
  let said: Ask = 'no'
  let begun = 0
  let sentence = 0
  for (let i = 0; i <= kinds.length; i += 1) {
    const kind = kinds[i] ?? HARD
    if (kind !== HARD && kind !== QUESTION && kind !== SOFT) continue
    const here = readPart(message, begun, i)
    if (here !== 'no' && !belongsToTheRest(kinds, sentence, begun)) {
      const isAtAnEnd = kind !== SOFT || begun === sentence
      if (here === 'asks' && isAtAnEnd) {
        const isWhoWeAre = kind === QUESTION && said === 'no' && !isOfTheDesk(message, begun, i)
        return isWhoWeAre ? 'may-ask' : 'asks'
      }
      said = 'may-ask'
    }
    begun = i + 1
    if (kind !== SOFT) sentence = begun
  }
  return said
}

/** "¿Asesor?" asks for one; "¿humano?" may ask what we are. */
function isOfTheDesk({ kinds, words }: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (ANY.test(words[at] ?? '')) return true
    if (has.desk[kinds[at] ?? 0] === 1 && !OF_OUR_KIND.test(words[at] ?? '')) return true
  }
  return false
}

const OF_SOMEBODY = /^(?:para|for|by|mi|my|our|mis)$/
const OF_OUR_KIND = /^(?:hu|hoo|persona|person|real|actual|live|ser$)/
/** Habits of telephone menus. */
const KEYS = /^(?:0|00|9|menu|opcion|option|tecla|marco|marque|press|dial)$/
const ANY = /^(?:any|algun|alguna|otro|otra|another)$/

/** Longer than this, what stands before a comma is no interjection. */
const INTERJECTION = 3

/** "Are you a bot, or a person", "how do I share it, with another person": the part goes on with what is before it. */
function belongsToTheRest(kinds: readonly number[], sentence: number, begun: number): boolean {
  if (begun === sentence) return false
  const before = kinds.slice(sentence, begun)
  if (
    before.some((kind) => has.be[kind] === 1) &&
    before.some((kind) => has.you[kind] === 1 || has.talking[kind] === 1)
  )
    return true
  return has.with[kinds[begun] ?? 0] === 1 && before.length > INTERJECTION + 1
}

function readPart(message: Tokens, from: number, to: number): Ask {
  const { kinds, words } = message
  // "Para una persona", "mi jefa quiere una línea" speak of somebody; "mi asesor" may be asked for.
  // "No agente" refuses one, "or a person" goes on with something else.
  if (OF_SOMEBODY.test(words[from] ?? '') && has.polite[kinds[from] ?? 0] !== 1) return 'no'
  if (has.no[kinds[from] ?? 0] === 1 || /^(?:o|or|y|and)$/.test(words[from] ?? '')) return 'no'
  let said: Ask = 'no'
  let someone = false
  for (let at = from; at < to; at += 1) {
    const kind = kinds[at] ?? UNKNOWN
    if (has.desk[kind] === 1 || has.plainPerson[kind] === 1 || (has.department[kind] === 1 && someone)) {
      if (isNotThePerson(message, at)) return 'no'
      said = 'asks'
    } else if (has.hint[kind] === 1) said = said === 'no' ? 'may-ask' : said
    else if (has.bare[kind] !== 1 && kind !== EMOJI && !KEYS.test(words[at] ?? '')) return 'no'
    if (has.someone[kind] === 1) someone = true
    // "You a real person?" is about us.
    if (said === 'no' && has.you[kind] === 1) return 'no'
  }
  return said
}
