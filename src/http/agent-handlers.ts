import type { z } from 'zod'
import { HttpFault } from '../errors.ts'
import type { OPERATIONS, Operation, OperationName } from './agent-operations.ts'
import type { Session } from './agent-session.ts'
import type { bodies } from './agent-shapes.ts'
import type { Answer, Call } from './routes.ts'

type BodyOf<N extends OperationName> = (typeof OPERATIONS)[N] extends {
  body: infer B extends keyof typeof bodies
}
  ? z.output<(typeof bodies)[B]>
  : undefined
type SessionOf<N extends OperationName> = (typeof OPERATIONS)[N] extends { open: true } ? undefined : Session

/** A handler of one operation: its body is checked, and who calls is known where the operation needs it. */
export type Handler<N extends OperationName> = (
  call: Call<BodyOf<N>>,
  session: SessionOf<N>,
) => Promise<Answer | 'sent'> | Answer | 'sent'
export type Handlers<N extends OperationName = OperationName> = { [K in N]: Handler<K> }

/** A handler as the registration calls it, after it has checked what `Handler` promises. */
export type AnyHandler = (call: Call<unknown>, session: Session | undefined) => ReturnType<Handler<'me'>>

export function needsSession(operation: Operation): boolean {
  return operation.open !== true
}

const REFUSALS: Record<string, readonly [status: number, message: string]> = {
  'not-found': [404, 'there is no such case: check the key'],
  'no-such-work': [404, 'this customer has no such work item: read the case again'],
  'no-such-message': [404, 'there is no such message in this case: read the case again'],
  'not-yours': [409, 'this case is not yours: claim it first'],
  taken: [409, 'another agent took this case first'],
  past: [400, 'that day is over: give a later one'],
  closed: [409, 'this case is resolved, or the customer has left the line'],
  stale: [409, 'somebody acted on this at the same moment: read it again'],
  'at-capacity': [409, 'no more chats fit: resolve, park or release one first'],
  'not-available': [409, 'that agent is not on duty: choose another one, or a queue'],
  'unknown-outcome': [400, 'that outcome or root cause is none of the desk’s: see GET /desk'],
  'unknown-queue': [400, 'there is no such queue: see GET /desk'],
  'unknown-agent': [401, 'this account is not known here any more: sign in again'],
}

/** The contract's error for a command that was not carried out. */
export function refusal(outcome: string): HttpFault {
  const [status, message] = REFUSALS[outcome] ?? [409, 'this can’t be done now: read the case again']
  return new HttpFault(status, outcome, message)
}
