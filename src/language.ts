/** The languages that the bot speaks. A customer who writes in another one goes to a person. */
export const LANGUAGES = ['es', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
/** A text of the house in every language. */
export type Texts = Record<Language, string>
