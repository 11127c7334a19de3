import { Temporal } from 'temporal-polyfill'
import { isVerb, PROVEN, VERBS, type VerbSpec } from '../business/business.ts'
import { REFUSALS } from '../business/refusals.ts'
import { StoreAway } from '../errors.ts'
import type { Texts } from '../language.ts'
import type { Versioned } from '../store/codec.ts'
import { recordKey } from '../store/keys.ts'
import type { Outcome } from '../turn/line.ts'
import { withFacts } from '../turn/load.ts'
import type { Case } from './case.ts'
import { caseChange } from './case-change.ts'
import { broken, type Commitment, commitmentCodec, commitmentPut, confirmed } from './commitments.ts'
import { type Customer, customerCodec } from './customer.ts'
import { endOfDay } from './deadlines.ts'
import { type Acted, type DeskDeps, readCase } from './desk.ts'
import { touched } from './leases.ts'
import { type At, eventLine, systemLine } from './say.ts'
import { TEXTS } from './texts.ts'
import { isMine, type Person } from './transitions.ts'
import { day } from './when.ts'

/*
 * What no system of the company does, its people do. A call that needs a person is a commitment with the verb and its
 * arguments; it is done when an agent has entered the company's date and reference, and only then is it told as done.
 */

/** What an agent found or did for the company. `on` is the company's date, "2026-11-30"; `facts` by the verb's names. */
export type WorkResult =
  | { kind: 'done'; ref: string; on: string; facts?: Readonly<Record<string, string>> | undefined }
  | { kind: 'refused'; reason: string }

const ATTEMPTS = 8

/**
 * An agent finishes a work item of the case's customer: the commitment is confirmed or broken, what was found becomes
 * facts, and of a change the customer is told, with a receipt. A second time changes nothing: the first answer stands.
 */
export async function finishWork(
  deps: DeskDeps,
  caseKey: string,
  by: Person,
  workId: string,
  result: WorkResult,
): Promise<Acted | { outcome: 'no-such-work' }> {
  const { store, desk, ids } = deps
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const record = await readCase(store, caseKey)
    if (!record) return { outcome: 'not-found' }
    const c = record.value
    if (!isMine(c, by)) return { outcome: 'not-yours' }
    const [stored, storedCustomer] = await store.read([
      recordKey.commitment(workId),
      recordKey.customer(c.customerId),
    ])
    const item = stored && commitmentCodec.read(stored)
    if (!item?.value.work || item.value.customerId !== c.customerId) return { outcome: 'no-such-work' }
    if (item.value.state !== 'open') return { outcome: 'done', case: c }
    const at: At = { now: store.now(), lineId: () => ids.next(), desk }
    const finished = finish(item.value, result, at)
    const after = touched(c, at.now, desk)
    const parts = caseChange({
      version: record.version,
      before: c,
      after,
      lines: linesOf(finished, after, by, at),
      ids,
    })
    const [customer] = customerCodec.readable(storedCustomer ? [storedCustomer] : [])
    const { outcome } = await store.commit({
      id: ids.next(),
      ...parts,
      put: [
        ...parts.put,
        commitmentPut({ ...item, value: finished }),
        ...(customer ? learnt(customer, finished, c, at.now) : []),
      ],
    })
    if (outcome === 'committed' || outcome === 'already') return { outcome: 'done', case: after }
    if (outcome === 'full') throw new StoreAway('the store is full: free disk space')
  }
  return { outcome: 'stale' }
}

/** The verb's own words, for agents and customers; a verb that this version doesn't know is shown by its name. */
export function wordsOfVerb(verb: string): Texts {
  return isVerb(verb) ? VERBS[verb].says : { es: verb, en: verb }
}

function finish(item: Commitment, result: WorkResult, at: At): Commitment {
  const { work } = item
  if (!work) return item
  const outcome = outcomeOf(work, result)
  const value = { ...item, work: { ...work, outcome } }
  return outcome.kind === 'ok'
    ? confirmed(value, outcome.ref, result.kind === 'done' ? dayOf(result.on, at) : at.now)
    : broken(value, outcome.reason)
}

function outcomeOf(
  work: NonNullable<Commitment['work']>,
  result: WorkResult,
): Extract<Outcome, { kind: 'ok' | 'refused' }> {
  if (result.kind === 'refused') return result
  const spec: VerbSpec | undefined = isVerb(work.verb) ? VERBS[work.verb] : undefined
  const given = Object.entries(result.facts ?? {}).filter(([name]) => spec && name in spec.gives)
  // Who an account belongs to is proven for the account that was asked about, and for no other.
  const data: Record<string, string | number | boolean> = Object.fromEntries(given)
  if (spec && PROVEN in spec.gives) data[PROVEN] = work.args.account ?? ''
  return { kind: 'ok', ref: result.ref, data }
}

/** Noon of the company's date, so that it is that day in every zone it is shown in; today is now. */
function dayOf(on: string, { now, desk }: At): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(desk.timeZone).toPlainDate()
  return on === today.toString() ? now : endOfDay(on, desk.timeZone) - 12 * 3_600_000
}

function learnt(customer: Versioned<Customer>, { work }: Commitment, c: Case, now: number) {
  if (work?.outcome?.kind !== 'ok') return []
  const changes = Object.entries(work.outcome.data).map(([name, value]) => ({
    name,
    fact: { class: 'known', value, source: 'agent', at: now, conversationId: c.conversationId } as const,
  }))
  if (changes.length === 0) return []
  return [customerCodec.put({ ...customer, value: withFacts(customer.value, changes) })]
}

/** Agents read what came of it; the customer is told of changes, and of a look-up by the agent's own words. */
function linesOf({ text, confirmation, work, why }: Commitment, c: Case, by: Person, at: At) {
  const event = eventLine(at, c, confirmation ? 'work-done' : 'work-refused', by.id, {
    text,
    ...(confirmation ? { ref: confirmation.ref } : { reason: why }),
  })
  const spec = work && isVerb(work.verb) ? VERBS[work.verb] : undefined
  if (!spec?.changes) return [event]
  const texts = TEXTS[c.language]
  if (!confirmation) {
    const reason = Object.hasOwn(REFUSALS, why ?? '')
      ? REFUSALS[why as keyof typeof REFUSALS][c.language]
      : ''
    return [event, systemLine(at, c, texts.workRefused(text, reason))]
  }
  const { ref } = confirmation
  const told = systemLine(
    at,
    c,
    texts.workDone(text, day(confirmation.at, at.now, at.desk.timeZone, c.language), ref),
  )
  return [event, { ...told, receipt: { title: text, ref, at: confirmation.at } }]
}
