import { z } from 'zod'
import { LANGUAGES, type Language } from '../language.ts'
import { logName } from '../store/keys.ts'
import type { Append, Store } from '../store/store.ts'
import { maskPersonal } from './personal.ts'

/**
 * What the bot can learn from: messages that it did not understand, or had to ask about, and what the customer turned
 * out to want. Kept apart from transcripts, without anything that says who wrote; `npm run intents:review` reads it.
 */
export const lessonShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heard'),
    id: z.string(),
    at: z.number(),
    why: z.enum(['unmatched', 'clarified']),
    language: z.enum(LANGUAGES),
    /** What was written, with personal data masked. */
    text: z.string(),
  }),
  z.object({
    kind: z.literal('solved'),
    id: z.string(),
    /**
     * The intent of the dialog that it came to, why a person took over, or what an agent resolved it as, by the names of
     * desk.yaml. Of several for one message the last is what finally solved it.
     */
    by: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('intent'), intent: z.string() }),
      z.object({ kind: z.literal('person'), reason: z.string() }),
      z.object({ kind: z.literal('agent'), outcome: z.string(), rootCause: z.string() }),
    ]),
  }),
])
export type Lesson = z.infer<typeof lessonShape>
/** What solved a message. */
export type Solution = Extract<Lesson, { kind: 'solved' }>['by']

/** The oldest are dropped. */
export const LESSONS_KEPT = 10_000
/** As much of a message as tells what it is about. */
const LONGEST = 300
/** What a customer comes to later than this is another thing. */
export const SOLVED_WITHIN_MS = 30 * 60_000
/** So many messages wait for what solves them. */
const MOST_WAITING = 5

/** A message whose solution is not known yet. */
export const unsolvedShape = z.object({ id: z.string(), at: z.number() })
export type Unsolved = z.infer<typeof unsolvedShape>

/** A lesson in the same commit as the turn that it tells of. */
export function lessonAppend(lesson: Lesson): Append {
  return { log: logName.lessons(), body: JSON.stringify(lesson), keep: LESSONS_KEPT }
}

/** A message that was not understood, and what waits for its solution from now on. */
export function heardLesson(
  waiting: readonly Unsolved[],
  heard: { id: string; at: number; why: 'unmatched' | 'clarified'; language: Language; text: string },
): { lesson: Lesson; waiting: Unsolved[] } {
  const { id, at } = heard
  const text = maskPersonal(heard.text).slice(0, LONGEST)
  return { lesson: { kind: 'heard', ...heard, text }, waiting: [...waiting, { id, at }].slice(-MOST_WAITING) }
}

/** What solved the messages that wait for it. */
export function solvedLessons(waiting: readonly Unsolved[], by: Solution, now: number): Lesson[] {
  return waiting
    .filter(({ at }) => now - at <= SOLVED_WITHIN_MS)
    .map(({ id }): Lesson => ({ kind: 'solved', id, by }))
}

/** What is kept to learn from, oldest first. What another version wrote and this one doesn't know is left out. */
export async function readLessons(store: Store): Promise<Lesson[]> {
  const lines = await store.linesBefore(logName.lessons(), undefined, LESSONS_KEPT)
  return lines.flatMap(({ body }) => {
    const parsed = lessonShape.safeParse(JSON.parse(body))
    return parsed.success ? [parsed.data] : []
  })
}
