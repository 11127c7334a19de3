import { z } from 'zod'
import { STAYS_MS } from '../cases/stays.ts'
import { codec, type Versioned } from '../store/codec.ts'
import { indexName } from '../store/keys.ts'
import type { Put } from '../store/store.ts'
import { outcomeShape } from './line.ts'

/** A call to the company's systems, from the turn that wanted it to its outcome. */
export const callShape = z.object({
  /** The idempotency key given to the company's system. */
  id: z.string(),
  conversationId: z.string(),
  verb: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Said after two seconds: what is being tried. */
  trying: z.string(),
  limitMs: z.number(),
  wantedAt: z.number(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('wanted') }),
    /** On its way since; found so after a crash, nobody knows whether it was carried out. */
    z.object({ kind: z.literal('started'), at: z.number() }),
    z.object({ kind: z.literal('done'), at: z.number(), outcome: outcomeShape }),
  ]),
})
export type CallRecord = z.infer<typeof callShape>
export const callCodec = codec<CallRecord>({ kind: 'call', schema: 1, shape: callShape })

/** How long after its own limit a started call counts as abandoned by its process. */
export const CALL_GRACE_MS = 5_000

/** When somebody must look at this call: now if nobody has started it, else when its process must have died. */
export function callTerms(call: CallRecord): NonNullable<Put['terms']> {
  switch (call.state.kind) {
    case 'wanted':
      return [[indexName.due('call'), call.wantedAt]]
    case 'started':
      return [[indexName.due('call'), call.state.at + call.limitMs + CALL_GRACE_MS]]
    case 'done':
      return [[indexName.due('archive'), call.state.at + STAYS_MS]]
  }
}

/** A moment that the bot wants to be woken at. */
export const timerShape = z.object({
  id: z.string(),
  conversationId: z.string(),
  name: z.string(),
  at: z.number(),
  fired: z.boolean(),
})
export type TimerRecord = z.infer<typeof timerShape>
export const timerCodec = codec<TimerRecord>({ kind: 'timer', schema: 1, shape: timerShape })

export function timerPut(timer: Versioned<TimerRecord>): Put {
  return timerCodec.put(timer, timerTerms(timer.value))
}

export function timerTerms({ fired, at }: TimerRecord): NonNullable<Put['terms']> {
  return fired ? [] : [[indexName.due('timer'), at]]
}
