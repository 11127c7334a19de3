import { kindCount, kindsWith, SOFT, UNKNOWN } from './ask-kinds.ts'

/**
 * The kinds of words in some thirty classes, by what they do in an ask: so that what is learnt of an order of words
 * holds for words that never stood in it. A word is of the first class that it fits; a word of no class may be any.
 */
const CLASSES = [
  'bot|computer',
  'nobody',
  'giveMe|putMe|passOn|connect|escalate|transferBare',
  'callMe|callBack|callNow|call',
  'talk|reach',
  'talking',
  'who',
  'desk|person|someone|people',
  'department',
  'want|better|asked',
  'pasar|hand|transfer|route|transferYou|passSub',
  'attend|comeOn',
  'help|serves|review|service',
  'tell|treat|get',
  'leave',
  'hate|useless|but',
  'no|if',
  'tried|promised',
  'exist',
  'can',
  'be',
  'me',
  'you|withYou',
  'with|alongside',
  'how',
  'free|available|real|human',
  'topic',
  'thing|compound|notBefore',
].map(kindsWith)

/** A word of no class, or several. */
export const NO_CLASS = 0
const LEFT_OUT = -1

const isLeftOut = kindsWith('fill|polite')
isLeftOut[SOFT] = 1
const classOf = Int8Array.from({ length: kindCount() }, (_, kind) => {
  const first = CLASSES.findIndex((has) => has[kind] === 1)
  if (first >= 0) return first + 1
  return isLeftOut[kind] === 1 ? LEFT_OUT : NO_CLASS
})

/** The class of a kind that comes after a word of the class `before`; nothing where it adds nothing. */
export function classAfter(before: number, kind: number): number | undefined {
  const own = classOf[kind] ?? UNKNOWN
  return own === LEFT_OUT || (own === NO_CLASS && before === NO_CLASS) ? undefined : own
}
