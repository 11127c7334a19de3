import {
  type Licence,
  lower,
  RULE_LANGUAGES,
  type RuleLanguage,
  type Speaker,
  type TextRule,
  withoutAccents,
} from './text-rule.ts'
import { TEXT_RULES } from './text-rules.ts'

const ACCENT = /[áéíóú]/

/** Where a text is said. */
export interface Saying {
  /** Both languages when left out. */
  language?: RuleLanguage
  /** Who says it: the bot and the house, or an agent. */
  where: Speaker
  /** What it may say there that others may not. */
  licences?: readonly Licence[]
  /** The one number that may be named: it is said to somebody in danger. */
  emergencyNumber?: string
}

/** A rule that a text breaks, and the words that do. */
export interface Finding {
  rule: TextRule
  language: RuleLanguage
  found: string
}

/**
 * The rules that a text breaks, at most once each. Pure and fast: agents' replies are read as they type. A finding
 * can be wrong, so it refuses a dialog, whose author can say it in another way, and only warns an agent.
 */
export function lintText(text: string, saying: Saying): Finding[] {
  const sentences = sentencesOf(withoutEmergency(lower(text), saying.emergencyNumber))
  const languages = saying.language ? [saying.language] : RULE_LANGUAGES
  return TEXT_RULES.flatMap((rule) => {
    if (!rule.speakers.includes(saying.where)) return []
    if (rule.waivedBy?.some((licence) => saying.licences?.includes(licence))) return []
    for (const language of languages) {
      const found = firstBreach(rule, language, sentences)
      if (found !== undefined) return [{ rule, language, found }]
    }
    return []
  })
}

function firstBreach(
  rule: TextRule,
  language: RuleLanguage,
  sentences: readonly string[],
): string | undefined {
  for (const sentence of sentences) {
    if (rule.notInQuestions && sentence.endsWith('?')) continue
    for (const written of rule.unless ? clausesOf(sentence) : [sentence]) {
      const plain = withoutAccents(written)
      if (rule.mentions?.[language].test(plain) === false || rule.unless?.test(plain)) continue
      for (const pattern of rule.patterns[language]) {
        const found = pattern.exec(ACCENT.test(pattern.source) ? written : plain)
        // As it was written, with its accents.
        if (found) return written.slice(found.index, found.index + found[0].length).trim()
      }
    }
  }
  return undefined
}

/** A full stop within a number or an address ends no sentence. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])(?=\s|$)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function clausesOf(sentence: string): string[] {
  return sentence.split(/[;:,·]+/).map((clause) => clause.trim())
}

function withoutEmergency(text: string, number: string | undefined): string {
  if (number === undefined) return text
  const digits = number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(
    new RegExp(`\\b(?:llame|llama|marque|call|dial)[^.?!\\n\\d]{0,20}${digits}(?!\\d)`, 'g'),
    ' ',
  )
}
