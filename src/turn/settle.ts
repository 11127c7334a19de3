import { VERBS, type Verb } from '../business/business.ts'
import { broken, type Commitment, commitmentFrom, commitmentPut, confirmed } from '../cases/commitments.ts'
import { commitmentsOfCustomer } from '../cases/customer-commitments.ts'
import { dueBy } from '../cases/deadlines.ts'
import type { Desk } from '../cases/desk-file.ts'
import type { Texts } from '../language.ts'
import { recordKey } from '../store/keys.ts'
import type { Put, Store } from '../store/store.ts'
import type { Outcome } from './line.ts'
import type { Conversation } from './load.ts'
import { callCodec } from './records.ts'

const VERIFY: Texts = {
  es: 'Comprobar si se llevó a cabo',
  en: 'Verify whether it was carried out',
}

/**
 * What an outcome that no dialog waits for does to what was promised: it confirms or breaks the commitments of its
 * call, and a change whose outcome is unknown becomes one. Settling twice changes nothing.
 */
export async function settleOutcome(
  parts: { store: Store; desk: Desk },
  conversation: Conversation,
  came: { callId: string; verb: string; outcome: Outcome; now: number },
): Promise<Put[]> {
  const { store, desk } = parts
  const { callId, verb, outcome, now } = came
  const ofCustomer = await commitmentsOfCustomer(store, conversation.head.value.customerId)
  const promised = ofCustomer.filter((record) => record.value.callId === callId)
  if (promised.length > 0) {
    return promised
      .filter((record) => record.value.state === 'open')
      .flatMap((record) => {
        const value = settled(record.value, outcome, now)
        return value ? [commitmentPut({ ...record, value })] : []
      })
  }
  if (outcome.kind !== 'unknown' || !VERBS[verb as Verb]?.changes) return []
  const id = `verify:${callId}`
  const [call] = await store.read([recordKey.call(callId)])
  const what = call ? callCodec.read(call).value.trying : verb
  const due = dueBy(desk, 'verify', now)
  const draft = {
    id,
    kind: 'verify',
    text: `${VERIFY[conversation.head.value.language]}: ${what}`,
    dueAt: due.at,
    rule: due.rule,
    callId,
  } as const
  const value = commitmentFrom(draft, conversation.head.value, desk, now)
  return [commitmentPut({ key: recordKey.commitment(id), version: 0, value })]
}

function settled(commitment: Commitment, outcome: Outcome, now: number): Commitment | undefined {
  switch (outcome.kind) {
    case 'ok':
      return confirmed(commitment, outcome.ref, now)
    case 'refused':
      return broken(commitment, outcome.reason)
    case 'failed':
      return broken(commitment, outcome.why)
    case 'unknown':
      return undefined
  }
}
