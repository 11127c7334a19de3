import { readOrdinal } from '../../understanding/entities/choice.ts'
import { plain, words } from '../../understanding/words.ts'

/** "Todos menos la cuota", "anything but the 1000": what is named is what is left out. */
const LEFT_OUT =
  /\b(?:tod[oa]s?|cualquier\w*)(?: \S+){0,2} menos\b|\b(?:excepto|salvo|except|other than|apart from|aparte de|(?:any|every)\S* but|all but)\b/
/** "No es el celular", "it's not the phone". */
const DENIED =
  /\bno (?:es|era|son|eran) (?:el|la|los|las|lo)\b|\b(?:its|is|was|are) not (?:the|my)\b|\b(?:isnt|wasnt) the\b/
const KEPT = /\bme quedo con\b|\bi (?:want to |will |would like to )?keep\b/
/** "Le escribo desde el celular": with what the customer writes, not what about. */
const WRITTEN_WITH =
  /\b(?:escrib\w+|chate\w+|llam(?:en?|eme|enme)|writing|chatting|call me)\b(?: \S+)? (?:desde|del?|por|con|al|from|on|with)\b|^desde (?:mi|el)\b/

/** Whether a thing of a list that a message names is named without being meant, whatever the list is of. */
export function isNamedInPassing(text: string): boolean {
  const said = plain(text)
  return [LEFT_OUT, DENIED, KEPT, WRITTEN_WITH].some((pattern) => pattern.test(said))
}

/** The place in a list that a message names, and does not refuse: "no la segunda", "la segunda no". "No, la segunda" means it. */
export function placeMeant(text: string, count: number): number | undefined {
  return refuses(text) ? undefined : readOrdinal(text, count)
}

/** Whether a label that a message has parts of is refused by it: "no quiero la de 1000". Some labels have a "no" themselves. */
export function isRefused(text: string, label: string): boolean {
  return refuses(text) && !words(label).includes('no')
}

/** A "no" before a figure is a number's: "no 2", "no. 2". */
function refuses(text: string): boolean {
  return /(?:^|\s)no(?!\s*(?:[,.;:]|\d))(?:\s|$)|\sno[\s.!]*$/i.test(text)
}

/** How a plan, and not a sum, an address or a number of people, is named by a number: "el de 600", "600 megas", "quiero 600". */
const BEFORE_A_NUMBER =
  /\b(?:el|la|al?|los|del|(?:el|la|uno|plan) de|fibra|plan|mejor|quiero|prefiero|pongame|the|to|want|fibre|fiber|take) $/
const AFTER_A_NUMBER = /^\s*(?:$|megas?\b|mb|gigas?\b|plan\b|one\b|please\b|por favor\b)/
/** Whose it is or was, or what is wrong with it. */
const OF_SOMETHING_ELSE =
  /\b(?:vecin\w+|amig\w+|herman\w+|neighbou?rs?|friends?|ten(?:go|ia|iamos|emos)|i (?:have|had)|menos de|mas de|less than|more than|under|pagar|pay|calle|carrera|avenida|es (?:mucho|muy|poco)|is too|too|me parece)\b/

/** Whether a number of a message may name one of a list. */
export function mayName(text: string, number: string): boolean {
  return text.split(/[,;.!?]+/).some((clause) => {
    const said = plain(clause)
    const at = said.search(new RegExp(`(?<!\\d)${number}(?!\\d)`))
    if (at < 0 || OF_SOMETHING_ELSE.test(said)) return false
    const [before, after] = [said.slice(0, at), said.slice(at + number.length)]
    return BEFORE_A_NUMBER.test(before) || AFTER_A_NUMBER.test(after)
  })
}
