/** The service refuses longer texts. It counts characters; we count UTF-16 code units, which are never fewer. */
export const MOST_CHARACTERS = 1_000
/** Of a long message so much is taken from its beginning, and the rest from its end. */
const FROM_BEGINNING = 600

/**
 * A text that CLU takes. People say what they want first or last, and tell the story in between: the middle goes.
 * Cut between words, where there are words.
 */
export function shorten(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text
  const beginning = text.slice(0, FROM_BEGINNING)
  const end = text.slice(text.length - (MOST_CHARACTERS - FROM_BEGINNING - 1))
  return `${beginning.replace(/\s+\S*$/, '')} ${end.replace(/^\S*\s+/, '')}`.toWellFormed()
}
