import type { Business, Verb, VerbSpec } from '../business/business.ts'
import { PROVEN, VERBS } from '../business/business.ts'
import { mayCall } from '../business/proven.ts'
import { isOpen } from '../cases/case.ts'
import { customerCodec } from '../cases/customer.ts'
import { type Clock, type Ids, RESTED } from '../clock.ts'
import { messageOf } from '../errors.ts'
import type { Versioned } from '../store/codec.ts'
import { indexName, recordKey } from '../store/keys.ts'
import type { Store, Taken } from '../store/store.ts'
import type { Logger } from '../telemetry.ts'
import { appendLine } from './append.ts'
import { commitFirmly } from './commit.ts'
import type { Line, Outcome } from './line.ts'
import { loadConversation, loadHead, relyOn } from './load.ts'
import { type Loop, startPool } from './loop.ts'
import { type CallRecord, callCodec, callTerms } from './records.ts'

export interface CallerParts {
  store: Store
  clock: Clock
  ids: Ids
  by: string
  business: Business
  logger: Logger
}

const AT_ONCE = 64
const LOOK_EVERY_MS = 500
/** After this long without an outcome the customer is told what is being tried. */
export const TELL_AFTER_MS = 2_000
/** A call found `wanted` is put off the others' hands for this long: enough to commit that it has started. */
const HOLD_MS = 10_000

/**
 * Makes the calls that turns have committed. That a call has started is stored before it is sent, so that one whose
 * process died is never taken for not sent: it is `unknown`, unless its verb can be repeated.
 */
export function startCaller(parts: CallerParts): Loop {
  const { store, clock } = parts
  const loop = startPool<Taken>({
    clock,
    everyMs: LOOK_EVERY_MS,
    atOnce: AT_ONCE,
    take: (n) =>
      store.take([indexName.due('call')], { by: parts.by, upTo: store.now(), n, leaseMs: HOLD_MS }),
    work: (taken) => carryOut(parts, taken),
    onError: (thrown) =>
      parts.logger.error({ error: messageOf(thrown) }, 'a call failed; it will be looked at again'),
  })
  const unwatch = store.watch([indexName.due('call')], () => loop.hint())
  return {
    hint: loop.hint,
    async stop() {
      unwatch()
      await loop.stop()
    },
  }
}

async function carryOut(parts: CallerParts, taken: Taken): Promise<void> {
  const { store, clock } = parts
  const [stored] = await store.read([taken.member])
  if (!stored) return
  const call = callCodec.read(stored)
  const { state } = call.value
  if (state.kind === 'done') return
  const spec: VerbSpec | undefined = VERBS[call.value.verb as Verb]
  if (!spec) {
    return await finish(parts, call, { kind: 'failed', why: `there is no verb ${call.value.verb}` })
  }
  if (state.kind === 'started' && !spec.repeatable) {
    const why = 'the process that made the call died before it knew the outcome'
    return await finish(parts, call, { kind: 'unknown', why })
  }
  const unproven = await unprovenOutcome(parts, call.value, spec)
  if (unproven) return await finish(parts, call, unproven)
  const started: CallRecord = { ...call.value, state: { kind: 'started', at: clock.now() } }
  const marked = await commitFirmly(store, {
    id: parts.ids.next(),
    put: [callCodec.put({ ...call, value: started }, callTerms(started))],
  })
  // Somebody else has it: theirs is the outcome.
  if (marked.outcome !== 'committed' && marked.outcome !== 'already') return

  const over = new AbortController()
  const told = tellAfterAWhile(parts, started, over.signal)
  const outcome = await callWithin(parts, started, spec)
  over.abort(RESTED)
  await told
  await finish(parts, { ...call, version: call.version + 1, value: started }, outcome)
}

/**
 * What is personal is refused here, before any system of the company hears of it, whatever led to the call: a dialog
 * that forgot to ask who the customer is shows nothing and changes nothing.
 */
async function unprovenOutcome(
  parts: CallerParts,
  call: CallRecord,
  spec: VerbSpec,
): Promise<Outcome | undefined> {
  if (!spec.needsProof) return undefined
  const head = await loadHead(parts.store, call.conversationId)
  const stored = head ? await parts.store.read([recordKey.customer(head.value.customerId)]) : []
  const [customer] = customerCodec.readable(stored)
  if (mayCall(spec, call.args, customer?.value.facts[PROVEN])) return undefined
  return { kind: 'failed', why: `${call.verb} needs a customer who has proven who they are` }
}

/** Never throws: what is not known to have failed before it was sent, and changes something, is `unknown`. */
async function callWithin(parts: CallerParts, call: CallRecord, spec: VerbSpec): Promise<Outcome> {
  const stop = new AbortController()
  const answered = new AbortController()
  const late = parts.clock.sleep(call.limitMs, answered.signal).then((): Outcome => {
    stop.abort()
    return lost(spec, `no answer in ${Math.round(call.limitMs / 1000)} seconds`)
  })
  const answer = parts.business
    .call(call.verb as Verb, call.args, { id: call.id, signal: stop.signal })
    .catch((thrown: unknown) => lost(spec, messageOf(thrown)))
  const outcome = await Promise.race([answer, late])
  answered.abort(RESTED)
  return outcome
}

function lost(spec: VerbSpec, why: string): Outcome {
  return spec.changes ? { kind: 'unknown', why } : { kind: 'failed', why }
}

/** Stores the outcome as the conversation's next input. */
async function finish(parts: CallerParts, call: Versioned<CallRecord>, outcome: Outcome): Promise<void> {
  const { store, clock, ids } = parts
  const { id, conversationId, verb } = call.value
  const head = await loadHead(store, conversationId)
  const done: CallRecord = { ...call.value, state: { kind: 'done', at: clock.now(), outcome } }
  const line: Line = { id: ids.next(), at: clock.now(), kind: 'outcome', callId: id, verb, outcome }
  await commitFirmly(store, {
    id: ids.next(),
    put: [callCodec.put({ ...call, value: done }, callTerms(done))],
    ...(head ? { append: [appendLine(head.value, line, ids, { forBot: true })] } : {}),
  })
}

/** Says what is being tried, if the call is still on its way and the conversation is still the bot's. */
async function tellAfterAWhile(parts: CallerParts, call: CallRecord, over: AbortSignal): Promise<void> {
  const { store, clock, ids } = parts
  await clock.sleep(TELL_AFTER_MS, over)
  if (over.aborted) return
  try {
    const head = await loadHead(store, call.conversationId)
    if (!head) return
    const conversation = await loadConversation(store, head)
    if (conversation.caseFault !== undefined) return
    if (conversation.case && isOpen(conversation.case.value)) return
    const line: Line = {
      id: ids.next(),
      at: clock.now(),
      kind: 'message',
      from: { kind: 'bot' },
      text: call.trying,
    }
    await store.commit({
      id: `trying:${call.id}`,
      rely: relyOn(conversation),
      append: [appendLine(head.value, line, ids)],
    })
  } catch (thrown) {
    // Telling is a courtesy: the call and its outcome go on without it.
    parts.logger.warn({ error: messageOf(thrown) }, 'could not tell a customer what is being tried')
  }
}
