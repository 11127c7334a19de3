import { z } from 'zod'
import type { Entity, Reading } from '../recognizer.ts'

/** CLU's own intent for what belongs to none of the others. */
export const NONE = 'None'

/** How many candidates a reading has. */
const CANDIDATES = 3

/**
 * The score is `confidenceScore` in the GA versions of the service and `confidence` in the previews, and the client
 * library renames one into the other: either is taken, one of them must be there.
 */
const scored = {
  category: z.string().min(1),
  confidence: z.number().min(0).max(1).optional(),
  confidenceScore: z.number().min(0).max(1).optional(),
}
const scoreOf = (one: { confidence?: number | undefined; confidenceScore?: number | undefined }) =>
  one.confidenceScore ?? one.confidence

const intentShape = z
  .object(scored)
  .refine((one) => scoreOf(one) !== undefined, 'an intent has no score')
  .transform((one) => ({ intent: one.category, score: scoreOf(one) ?? 0 }))

const entityShape = z
  .object({ category: z.string().min(1), text: z.string() })
  .transform(({ category, text }): Entity => ({ type: category, value: text, text }))

const answerShape = z.object({
  result: z.object({
    prediction: z.object({
      projectKind: z.literal('Conversation'),
      topIntent: z.string().min(1).nullish(),
      intents: z.array(intentShape).min(1, 'no intents'),
      entities: z.array(entityShape).default([]),
    }),
  }),
})

/** What CLU made of a text: intents best first, `None` among them, and what it found in the text. */
export type CluAnswer = Pick<Reading, 'candidates' | 'entities'>

/** Parses an answer of the service; undefined when it is not as agreed. Never says what was in it. */
export function parseAnswer(body: unknown): CluAnswer | undefined {
  const parsed = answerShape.safeParse(body)
  if (!parsed.success) return undefined
  const { intents, entities } = parsed.data.result.prediction
  const candidates = intents.toSorted((a, b) => b.score - a.score).slice(0, CANDIDATES)
  return { candidates, entities }
}
