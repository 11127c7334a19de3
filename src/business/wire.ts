import { z } from 'zod'
import type { ValueKind } from '../turn/dialog/vocabulary.ts'
import { VERBS, type Verb, type VerbSpec } from './business.ts'
import { type FieldName, kindOf, labelsOf } from './fields.ts'

/*
 * What goes over the wire between Escotilla and a company's systems: one POST a verb, with the arguments as the body
 * and the call's id in the header Idempotency-Key. The OpenAPI document is made from these shapes.
 */

/** The path of a verb, under BUSINESS_URL. */
export const verbPath = (verb: string): string => `/verbs/${verb}`
export const IDEMPOTENCY_HEADER = 'idempotency-key'

const MOST_CHARACTERS = 2_000
const KINDS: Readonly<Record<ValueKind, z.ZodType<string>>> = {
  account: z.string().min(1).max(40).meta({ example: '445566' }),
  money: z
    .string()
    .regex(/^-?\d{1,12}(\.\d{1,2})? [A-Z]{3}$/)
    .meta({ example: '74900 COP' }),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ example: '2026-11-30' }),
  text: z.string().max(MOST_CHARACTERS),
  proof: z.string().min(1).max(100),
}

function fieldShape(name: FieldName): z.ZodType<string> {
  const labels = labelsOf(name)
  if (labels) return z.enum(labels as [string, ...string[]])
  return KINDS[kindOf(name) as ValueKind]
}

/** What a verb is sent. Anything else in a body is refused, so that a misspelt argument is noticed. */
export function argsShape(verb: Verb): z.ZodType<Record<string, string>> {
  const { takes }: VerbSpec = VERBS[verb]
  return z.strictObject(Object.fromEntries(takes.map((name) => [name, fieldShape(name as FieldName)])))
}

/** What a verb is answered. Fields that it doesn't give are dropped; one that it always gives must be there. */
export function answerShape(verb: Verb) {
  const spec: VerbSpec = VERBS[verb]
  const data = Object.keys(spec.gives).map((name) => {
    const shape = fieldShape(name as FieldName)
    return [name, spec.sometimes?.includes(name) ? shape.optional() : shape] as const
  })
  return z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('ok'),
      ref: z.string().min(1).max(100).meta({ description: "The company's reference, told to the customer." }),
      data: z.object(Object.fromEntries(data)),
    }),
    z.object({ kind: z.literal('refused'), reason: z.string().max(100) }),
  ])
}
