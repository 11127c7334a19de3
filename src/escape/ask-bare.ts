import { has, isNotThePerson } from './ask-has.ts'
import { EMOJI, HARD, QUESTION, SOFT, UNKNOWN } from './ask-kinds.ts'
import type { Ask } from './ask-rule.ts'
import type { Tokens } from './ask-tokens.ts'

/**
 * A sentence that is nothing but a person, with courtesies: "¡¡humano!!", "asesor por favor", "operadora". So is what
 * stands between commas at either end of one: "no, agent", "maldita máquina, ¡persona!". Whether "¿persona?" asks for
 * one or asks what we are can't be told.
 */
export function readBare(message: Tokens): Ask {
  const { kinds } = message
  let said: Ask = 'no'
  let begun = 0
  let sentence = 0
  // Of the sentence so far, the part that is being read left out.
  let [isWhat, isWho] = [false, false]
  for (let i = 0; i <= kinds.length; i += 1) {
    const kind = kinds[i] ?? HARD
    if (kind !== HARD && kind !== QUESTION && kind !== SOFT) continue
    const here = readPart(message, begun, i)
    // "Are you a bot, or a person", "how do I share it, with another person": the part goes on with what is before it.
    const goesOn =
      (isWhat && isWho) || (has.with[kinds[begun] ?? 0] === 1 && begun - sentence > INTERJECTION + 1)
    if (here !== 'no' && !goesOn) {
      const isAtAnEnd = kind !== SOFT || begun === sentence
      if (here === 'asks' && isAtAnEnd) {
        const isWhoWeAre = kind === QUESTION && said === 'no' && !isOfTheDesk(message, begun, i)
        return isWhoWeAre ? 'may-ask' : 'asks'
      }
      said = 'may-ask'
    }
    for (let at = begun; at < i; at += 1) {
      if (has.be[kinds[at] ?? 0] === 1) isWhat = true
      if (has.you[kinds[at] ?? 0] === 1 || has.talking[kinds[at] ?? 0] === 1) isWho = true
    }
    begun = i + 1
    if (kind === SOFT) continue
    sentence = begun
    isWhat = false
    isWho = false
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

const OF_SOMEBODY = /^(?:para|for|by|mi|my|our|mis|cual|cuales|which|what|whose)$/
const OF_OUR_KIND = /^(?:hu|hoo|persona|person|real|actual|live|ser$)/
/** Habits of telephone menus. */
const KEYS = /^(?:0|00|9|menu|opcion|option|tecla|marco|marque|press|dial)$/
const ANY = /^(?:any|algun|alguna|otro|otra|another)$/

/** Longer than this, what stands before a comma is no interjection. */
const INTERJECTION = 3

function readPart(message: Tokens, from: number, to: number): Ask {
  const { kinds, words } = message
  // "Para una persona", "mi jefa quiere una línea" speak of somebody; "mi asesor" may be asked for.
  // "No agente" refuses one, "or a person" goes on with something else.
  if (OF_SOMEBODY.test(words[from] ?? '') && has.polite[kinds[from] ?? 0] !== 1) return 'no'
  // "Qué operador tengo"; "que un asesor" goes on with a wish.
  if (words[from] === 'que' && has.desk[kinds[from + 1] ?? 0] === 1) return 'no'
  if (has.no[kinds[from] ?? 0] === 1 || /^(?:o|or|y|and)$/.test(words[from] ?? '')) return 'no'
  let said: Ask = 'no'
  let someone = false
  for (let at = from; at < to; at += 1) {
    const kind = kinds[at] ?? UNKNOWN
    if (has.desk[kind] === 1 || has.plainPerson[kind] === 1 || (has.department[kind] === 1 && someone)) {
      if (isNotThePerson(message, at)) return 'no'
      // "La empresa de mi representante".
      if (at > from + 1 && /^(?:mi|my)$/.test(words[at - 1] ?? '')) return 'no'
      said = 'asks'
    } else if (has.hint[kind] === 1) said = said === 'no' ? 'may-ask' : said
    else if (has.bare[kind] !== 1 && kind !== EMOJI && !KEYS.test(words[at] ?? '')) return 'no'
    if (has.someone[kind] === 1) someone = true
    // "You a real person?" is about us.
    if (said === 'no' && has.you[kind] === 1) return 'no'
  }
  return said
}
