/** The languages that the rules know. The same as `language.ts`, which browser code can't import. */
export const RULE_LANGUAGES = ['es', 'en'] as const
export type RuleLanguage = (typeof RULE_LANGUAGES)[number]

/** Who says a text: the bot and the house in the company's name, or a person of the desk. */
export type Speaker = 'bot' | 'agent'

/**
 * What a text may say because of where it stands.
 *
 * `promise`: a commitment is written down before these words are said. `person`: they are said with a stored case, so
 * that it is true that a person will see to it. `done`: the company's system has confirmed it. `offer`: the customer
 * came to buy.
 */
export type Licence = 'promise' | 'person' | 'done' | 'offer'

/** One thing that no text may say, with everything needed to read, test and mend it. */
export interface TextRule {
  /** Kebab-case: what a violation is called. */
  name: string
  /** The promise that it guards: README's names. */
  guards: 'Reach' | 'Nothing asked twice' | 'No bouncing' | 'No dead line' | 'Done means done' | 'House style'
  /** What is wrong, as said to whoever wrote the text. */
  what: Readonly<Record<RuleLanguage, string>>
  /** How to say it. */
  instead: Readonly<Record<RuleLanguage, string>>
  /** Whose texts it is held over. */
  speakers: readonly Speaker[]
  /** Held over no text that has one of these. */
  waivedBy?: readonly Licence[]
  /** Asking is not saying: "¿le llamamos?" promises nothing. */
  notInQuestions?: boolean
  /** A clause with one of these says the contrary: "no está hecho". */
  unless?: RegExp
  /**
   * What the rule is about, as plain words over text without accents. A text that mentions none of it is not read
   * further: the patterns are many, and a start has no time to prepare all of them.
   */
  mentions?: Readonly<Record<RuleLanguage, RegExp>>
  /**
   * Over lower case without accents; one that has an accent itself ("hará") is read over the text with its accents.
   * `…` stands for a fact that is filled in.
   */
  patterns: Readonly<Record<RuleLanguage, readonly RegExp[]>>
  wrong: Readonly<Record<RuleLanguage, readonly string[]>>
  right: Readonly<Record<RuleLanguage, readonly string[]>>
}

/** Lower case, straight apostrophes, `{fact}` as `…`: what patterns with accents are read over. */
export function lower(text: string): string {
  return text
    .replaceAll(/\{[^{}]*\}/g, '…')
    .replaceAll(/[‘’´`]/g, "'")
    .normalize('NFC')
    .toLowerCase()
}

/** Without accents, one character for one: what all other patterns are read over. */
export function withoutAccents(text: string): string {
  return text.replaceAll(/[áàâäéèêëíìîïóòôöúùûüñ]/g, (letter) => letter.normalize('NFD').charAt(0))
}

/** Patterns that are built from shared parts are written as strings. */
export function patterns(...written: (string | RegExp)[]): RegExp[] {
  return written.map((one) => new RegExp(one))
}
