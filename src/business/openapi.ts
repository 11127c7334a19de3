import { z } from 'zod'
import { VERBS, type Verb, type VerbSpec } from './business.ts'
import { REFUSALS, type Refusal } from './refusals.ts'
import { answerShape, argsShape, verbPath } from './wire.ts'

const DESCRIPTION = `What Escotilla asks of a company's systems, one POST for each verb.

Answer 200 with \`ok\` (your reference, and what was found or done) or \`refused\` (one of the verb's reasons, or another).
Carry out each \`Idempotency-Key\` once: asked again with the same key, answer as before. Verbs that change nothing, and
those marked \`x-repeatable\`, are asked again when an answer is lost; the others never are.
Answer 429 or 503 only when nothing was carried out. Any other failure of a change is taken as "perhaps carried out": a
person verifies it, and the customer is not told that it is done.
Verbs marked \`x-needs-proof\` are called only for an account that \`prove-identity\` (or a signed identity) has proven.`

/** The OpenAPI 3.1 document that a company builds against, made from the verbs themselves. */
export function businessOpenApi(serverUrl: string): Record<string, unknown> {
  const paths = Object.fromEntries(
    Object.entries(VERBS).map(([verb, spec]) => [verbPath(verb), { post: describe(verb as Verb, spec) }]),
  )
  return {
    openapi: '3.1.0',
    info: { title: "Escotilla: the company's systems", version: '1', description: DESCRIPTION },
    servers: [{ url: serverUrl }],
    security: [{ token: [] }],
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  }
}

function describe(verb: Verb, spec: VerbSpec): Record<string, unknown> {
  const reasons = spec.refuses.map((reason) => `- \`${reason}\`: ${REFUSALS[reason as Refusal].en}`)
  return {
    operationId: verb,
    summary: spec.says.en,
    description: `Refused for:\n${reasons.join('\n')}`,
    'x-changes': spec.changes,
    'x-repeatable': spec.repeatable,
    'x-needs-proof': spec.needsProof,
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description: 'The id of this call: carried out once.',
        schema: { type: 'string' },
      },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(argsShape(verb)) } } },
    responses: {
      200: {
        description: 'Found, done, or refused',
        content: { 'application/json': { schema: jsonSchema(answerShape(verb)) } },
      },
      400: { description: 'Not carried out: the arguments are not right' },
      401: { description: 'Not carried out: the token is not right' },
      429: { description: 'Not carried out: too many calls' },
      503: { description: 'Not carried out: not now' },
    },
  }
}

function jsonSchema(shape: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape) as Record<string, unknown>
  return schema
}
