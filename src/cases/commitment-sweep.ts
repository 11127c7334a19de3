import type { Versioned } from '../store/codec.ts'
import { recordKey } from '../store/keys.ts'
import type { CommitResult, Put } from '../store/store.ts'
import { type Conversation, loadConversation, loadHead } from '../turn/load.ts'
import { openingChange } from '../turn/opening-change.ts'
import { type Case, isOpen } from './case.ts'
import { caseChange } from './case-change.ts'
import { type Commitment, commitmentCodec, commitmentPut } from './commitments.ts'
import type { Desk } from './desk-file.ts'
import { readDuty } from './duty.ts'
import { dueAt, priorityOf } from './queue-order.ts'
import { eventLine, systemLine } from './say.ts'
import { atOf, isWritten, type SweepDeps, type Swept } from './sweep.ts'
import { TEXTS } from './texts.ts'

/** A commitment came due without a confirmation: a person gets it, with all that is known, and the customer is told. */
export async function sweepCommitment(deps: SweepDeps, commitmentId: string): Promise<Swept> {
  const { store } = deps
  const [stored] = await store.read([recordKey.commitment(commitmentId)])
  if (!stored) return 'nothing'
  const record = commitmentCodec.read(stored)
  const { state, raisedAt, dueAt: due, conversationId } = record.value
  if (state !== 'open' || raisedAt !== undefined || store.now() < due) return 'nothing'
  const head = await loadHead(store, conversationId)
  if (!head) return 'nothing'
  const conversation = await loadConversation(store, head)
  const result = await raise(deps, record, conversation)
  return isWritten(result) ? 'raised' : 'stale'
}

async function raise(
  deps: SweepDeps,
  record: Versioned<Commitment>,
  conversation: Conversation,
): Promise<CommitResult> {
  const { store, desk, ids } = deps
  const at = atOf(deps)
  const commitment = record.value
  const raised = (caseKey: string): Put =>
    commitmentPut({ ...record, value: { ...commitment, caseKey, raisedAt: at.now } })
  const theirs = conversation.openCase ?? conversation.case
  if (theirs && isOpen(theirs.value)) {
    const before = theirs.value
    const next = noLaterThanOwed(before, desk)
    const lines = [
      eventLine(at, next, 'commitment-due', undefined, { text: commitment.text, id: commitment.id }),
      systemLine(at, next, TEXTS[next.language].late(commitment.text, next.key)),
    ]
    const change = caseChange({ version: theirs.version, before, after: next, lines, ids })
    return store.commit({ id: ids.next(), ...change, put: [...change.put, raised(next.key)] })
  }
  const opening = openingChange({
    conversation,
    reason: 'commitment',
    detail: commitment.text,
    overdue: commitment.text,
    asked: commitment.text,
    summary: commitment.text,
    now: at.now,
    ids,
    desk,
    duty: await readDuty(store, desk, at.now),
    said: [],
    also: (caseKey) => [raised(caseKey)],
  })
  return store.commit({ id: ids.next(), ...opening })
}

/** What is late goes with the case that somebody has or will have, no later in line than such a thing is owed. */
function noLaterThanOwed(c: Case, desk: Desk): Case {
  const priority = priorityOf('commitment')
  const due = dueAt(c.askedAt, priority, desk)
  return due < c.dueAt ? { ...c, priority, dueAt: due } : c
}
