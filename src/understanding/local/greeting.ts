/** How people begin a message that is about something: with the time of day, an apology, a name for who reads it. */
const GREETING =
  /^[\s¡¿!.,]*(?:h?ola+s?|buenas?(?: (?:tardes|noches|dias|días))?|buenos d[ií]as|buen d[ií]a|que tal|qué tal|saludos|disculpe|disculpa|perd[oó]n|oiga|mire|che|señor(?:it)?a?|señores|amig[oa]s?|hello|hi(?:ya)?|hey|good (?:morning|afternoon|evening|day)|excuse me|sorry|listen)(?=[\s,.!;:]|$)[\s,.!;:]*/iu
/** So many words after a greeting say something of their own. */
const OWN_WORDS = 2

/** A message without the greeting that it begins with; undefined when it begins with none, or is nothing else. */
export function withoutGreeting(text: string): string | undefined {
  let rest = text
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(GREETING, '')
  }
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? []
  return rest !== text && words.length >= OWN_WORDS ? rest : undefined
}
