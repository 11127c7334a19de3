import { words } from '../words.ts'
import type { Classifier } from './classifier.ts'

/** Shorter messages are about one thing. */
const LONG_MESSAGE_WORDS = 18
/** A clause of fewer words says too little by itself. */
const CLAUSE_WORDS = 3
/** From this confidence on, a clause by itself is about something. */
const SURE = 0.6

/** Where one thing ends and another may begin. */
const CLAUSE = /[,.;:!?\n]+|\s(?:y|e|and|además|ademas|aparte|encima|también|tambien|also|besides|plus)\s/iu

/**
 * The intents of a long message, clause by clause, each once: "llevo dos días sin internet, me cobraron de más y
 * quiero cancelar" holds three, while its best intent as a whole is only the loudest of them.
 */
export function mattersOf(text: string, classifier: Classifier): string[] {
  if (words(text).length < LONG_MESSAGE_WORDS) return []
  const found = text
    .split(CLAUSE)
    .filter((clause) => words(clause).length >= CLAUSE_WORDS)
    .flatMap((clause) => classifier.classify(clause).slice(0, 1))
    .filter((best) => best.score >= SURE)
    .map((best) => best.label)
  return [...new Set(found)]
}
