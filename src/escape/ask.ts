import { countOf } from '../understanding/entities/number-words.ts'
import { fold } from '../understanding/words.ts'
import { readBare } from './ask-bare.ts'
import { type Compiled, isPossible, lookAhead, mayFollow, read, rulesByKind } from './ask-match.ts'
import { scoreAsk } from './ask-model.ts'
import type { Ask } from './ask-rule.ts'
import { type Tokens, tokens } from './ask-tokens.ts'
import { readAskInOtherLanguage } from './other-language-asks.ts'
import { otherLanguageOf } from './other-languages.ts'

export type { Ask } from './ask-rule.ts'

/** From this score on the model's word is enough for a sentence that no rule spoke of. */
const SURE = 0.2
/** The same, where a rule has only a hint. */
const SURER = 0.2
/** The same of a stretch of a long sentence, which lacks its surroundings. */
const SURE_STRETCH = 0.6
/** The same, where a rule saw its words refused or told of: of such messages the model errs on few. */
const SURE_THOUGH_REFUSED = 0.5
/** The same of few words, of which a rule can't tell. */
const SURE_THOUGH_AMBIGUOUS = 1.4
/** The same of a word or two of which a rule has a hint: "escalate". */
const SURE_THOUGH_SHORT = 1
/** A word by itself that no rule knows: from this score on it asks for a person, and from the next one it may. */
const SURE_OF_A_WORD = 1
const LIKELY_OF_A_WORD = 0.6
/** Of fewer words than these nobody can tell: "customer service", "llámenme". */
const FEWEST_FOR_SURE = 3
/** From this score on a person is offered. */
const LIKELY = -0.05
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
  const own = readOwn(text, tokens(text))
  if (own === 'asks') return own
  const other = readAskInOtherLanguage(text)
  return other === 'no' ? own : other
}

/** In Spanish and English. */
function readOwn(text: string, message: Tokens): Ask {
  const { says, wasRefused, isAmbiguous } = readRules(message)
  if (says === 'asks') return says
  const { sentence, stretch } = scoreAsk(message)
  // "No quiero un asesor", "¿eres una persona?": a rule knows the words, and that they don't ask.
  const surest = Math.max(sentence, stretch)
  if (wasRefused) return surest >= SURE_THOUGH_REFUSED ? 'asks' : says
  if (message.kinds.length === 1 && says === 'no') {
    // "Uno" chooses from a list.
    if (sentence < LIKELY_OF_A_WORD || countOf(fold(text).trim()) !== undefined) return 'no'
    return sentence >= SURE_OF_A_WORD ? 'asks' : 'may-ask'
  }
  const isShort = message.kinds.length < FEWEST_FOR_SURE
  if (isAmbiguous) return surest >= SURE_THOUGH_AMBIGUOUS && !isShort ? 'asks' : says
  if (isShort && says === 'may-ask') return surest >= SURE_THOUGH_SHORT ? 'asks' : says
  const isSure = sentence >= (says === 'no' ? SURE : SURER) || stretch >= SURE_STRETCH
  const isLikely = isSure || sentence >= LIKELY || stretch >= LIKELY_STRETCH
  // Of other languages the model has learnt nothing.
  if (!isLikely || otherLanguageOf(text) !== undefined) return says
  return isSure ? 'asks' : 'may-ask'
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
    const rules = possible[kind] ?? []
    if (rules.length > 0) lookAhead(message.kinds, start)
    for (const rule of rules) {
      if (!mayFollow(rule)) continue
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
  /^\W*(?:(?:i |yo )?(?:press|pressed|pressing|dial|dialed|dialled|hit|push|pushed|type|typed|aprieto|aprete|presione|marque|marco|marcar|marque|marca|pulso|pulsar|oprimo|oprimir|presiono|presionar|digito|digitar|tecla|opcion|option|numero|number|el|la) (?:(?:el|la|the|tecla|numero|number|opcion|option) )?(?:0|cero|zero)|cero|zero)(?: (?:operadora?|operator|para operadora?|for operator|please|por favor|ya))?\W*$/
