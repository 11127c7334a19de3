import { recordKey } from '../store/keys.ts'
import { headCodec } from '../turn/conversation.ts'
import { lineAppend } from '../turn/transcript.ts'
import { caseCodec, isOpen } from './case.ts'
import { caseChange } from './case-change.ts'
import { caseKeyFrom } from './case-key.ts'
import { commitmentCodec, commitmentPut } from './commitments.ts'
import { customerCodec } from './customer.ts'
import { readDuty } from './duty.ts'
import { eventAppend } from './events.ts'
import { openOrJoin } from './opening.ts'
import { eventLine } from './say.ts'
import { atOf, isWritten, type SweepDeps, type Swept } from './sweep.ts'

/** A commitment came due without a confirmation: a person gets it, with all that is known. */
export async function sweepCommitment(deps: SweepDeps, commitmentId: string): Promise<Swept> {
  const { store, desk, ids } = deps
  const [stored] = await store.read([recordKey.commitment(commitmentId)])
  if (!stored) return 'nothing'
  const record = commitmentCodec.read(stored)
  const commitment = record.value
  const at = atOf(deps)
  if (commitment.state !== 'open' || commitment.raisedAt !== undefined || at.now < commitment.dueAt)
    return 'nothing'
  const [headStored, customerStored] = await store.read([
    recordKey.head(commitment.conversationId),
    recordKey.customer(commitment.customerId),
  ])
  if (!headStored || !customerStored) return 'nothing'
  const head = headCodec.read(headStored)
  const customer = customerCodec.read(customerStored)
  const caseKey = customer.value.openCase ?? head.value.caseKey
  const [caseStored] = caseKey === undefined ? [] : await store.read([recordKey.case(caseKey)])
  const existing = caseStored && caseCodec.read(caseStored)
  const raised = (key: string) =>
    commitmentPut({ ...record, value: { ...commitment, caseKey: key, raisedAt: at.now } })

  if (existing && isOpen(existing.value)) {
    // Somebody has the case already: they read it in the transcript, and the customer isn't told again.
    const c = existing.value
    const line = eventLine(at, c, 'commitment-due', undefined, { text: commitment.text, id: commitment.id })
    const result = await store.commit({
      id: ids.next(),
      rely: [{ key: existing.key, version: existing.version }],
      put: [raised(c.key)],
      append: [
        lineAppend(c.conversationId, line, ids),
        eventAppend({ type: 'line', key: c.key, line: { id: line.id, conversationId: c.conversationId } }),
      ],
    })
    return isWritten(result) ? 'raised' : 'stale'
  }
  const opened = openOrJoin({
    ...at,
    head: head.value,
    customer: customer.value,
    ...(existing ? { existing: existing.value } : {}),
    reason: 'commitment',
    detail: commitment.text,
    asked: commitment.text,
    summary: commitment.text,
    freshKey: caseKeyFrom(ids.next()),
    duty: await readDuty(store, desk, at.now),
  })
  const joined = existing?.value.key === opened.case.key ? existing : undefined
  const parts = caseChange({
    version: joined?.version ?? 0,
    before: joined?.value,
    after: opened.case,
    customer,
    lines: opened.lines,
    ids,
  })
  const result = await store.commit({
    id: ids.next(),
    ...parts,
    put: [...parts.put, headCodec.put({ ...head, value: opened.head }), raised(opened.case.key)],
  })
  return isWritten(result) ? 'raised' : 'stale'
}
