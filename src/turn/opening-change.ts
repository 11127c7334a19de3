import { caseChange } from '../cases/case-change.ts'
import { caseKeyFrom } from '../cases/case-key.ts'
import { customerCodec } from '../cases/customer.ts'
import type { Desk } from '../cases/desk-file.ts'
import type { Duty } from '../cases/duty.ts'
import { openOrJoin } from '../cases/opening.ts'
import type { Ids } from '../clock.ts'
import type { DangerKind } from '../escape/danger.ts'
import type { Append, Change, Put } from '../store/store.ts'
import { headPut } from './conversation.ts'
import type { FactChange } from './facts.ts'
import type { Contact } from './history.ts'
import type { Line } from './line.ts'
import { type Conversation, relyOn, withFacts } from './load.ts'
import type { EscapeReason } from './turn.ts'

/**
 * Puts the customer of a conversation in line: opens their case, or joins the one that is open. Case, receipt, words
 * and events are one change, so that what is said is said about a case that is stored.
 */
export function openingChange(options: {
  conversation: Conversation
  reason: EscapeReason
  detail?: string
  danger?: DangerKind
  /** The customer's words that led here, and what they were about. */
  asked: string
  summary: string
  now: number
  /** When it was asked, if that was before now. */
  askedAt?: number
  /** The key that the customer was given already, for a case that opens; with the version of what stands under it. */
  fresh?: { key: string; version: number }
  ids: Ids
  desk: Desk
  duty: Duty
  /** What comes before the case's own lines: the message that asks, the bot's last words; with their appends. */
  said: readonly { line: Line; append: Append }[]
  facts?: readonly FactChange[]
  contacts?: readonly Contact[]
  /** The promise that was not kept in time, when that is the reason. */
  overdue?: string
  /** What else is written, once the case's key is known. */
  also?: (caseKey: string) => readonly Put[]
}): Required<Pick<Change, 'rely' | 'put' | 'append' | 'unique'>> {
  const {
    conversation,
    reason,
    detail,
    danger,
    asked,
    summary,
    now,
    ids,
    desk,
    duty,
    said,
    facts = [],
    contacts = [],
  } = options
  const { head } = conversation
  const customer = {
    ...conversation.customer,
    value: withFacts(conversation.customer.value, facts, contacts),
  }
  const existing = conversation.openCase ?? conversation.case
  const opened = openOrJoin({
    head: head.value,
    customer: customer.value,
    ...(existing ? { existing: existing.value } : {}),
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(danger === undefined ? {} : { danger }),
    ...(options.overdue === undefined ? {} : { overdue: options.overdue }),
    asked,
    summary,
    now,
    ...(options.askedAt === undefined ? {} : { askedAt: options.askedAt }),
    freshKey: options.fresh?.key ?? caseKeyFrom(ids.next()),
    lineId: () => ids.next(),
    desk,
    duty,
  })
  const base = existing?.value.key === opened.case.key ? existing : undefined
  const change = caseChange({
    version: base?.version ?? (opened.case.key === options.fresh?.key ? options.fresh.version : 0),
    before: base?.value,
    after: opened.case,
    ...(conversation.customerFault === undefined ? { customer } : {}),
    lines: opened.lines,
    ids,
    also: said.map(({ line }) => line),
  })
  const writesCustomer = change.put.some((put) => put.key === customer.key)
  return {
    rely: relyOn(conversation),
    put: [
      ...change.put,
      ...(options.also?.(opened.case.key) ?? []),
      ...(opened.head.caseKey === head.value.caseKey ? [] : [headPut({ ...head, value: opened.head })]),
      ...(facts.length + contacts.length > 0 && !writesCustomer && conversation.customerFault === undefined
        ? [customerCodec.put(customer)]
        : []),
    ],
    append: [...said.map(({ append }) => append), ...change.append],
    unique: change.unique.map((name) =>
      conversation.unreadableCase === undefined ? name : { ...name, insteadOf: conversation.unreadableCase },
    ),
  }
}
