import type { OtherLanguage } from '../escape/other-languages.ts'
import type { EscapeReason } from '../turn/turn.ts'
import type { Priority } from './case.ts'
import type { Desk } from './desk-file.ts'

/** How soon a person is owed to whom. A customer in danger is first; who was failed repeatedly comes next. */
export function priorityOf(reason: EscapeReason): Priority {
  switch (reason) {
    case 'danger':
      return 'danger'
    case 'supervisor':
    case 'repeat-contact':
    case 'frustrated':
    case 'commitment':
      return 'urgent'
    default:
      return 'normal'
  }
}

/** A case's place in line. It follows from fixed values alone, so that a release restores it exactly. */
export function dueAt(askedAt: number, priority: Priority, desk: Desk): number {
  return askedAt + desk.promise[priority] * 1000
}

/**
 * The queue of a case: the first whose people speak the customer's language, when that is none of the house's; else
 * the first that names the reason; otherwise the first of all.
 */
export function queueOf(reason: EscapeReason, desk: Desk, speaks?: OtherLanguage): string {
  const queue =
    (speaks && desk.queues.find((one) => one.languages.includes(speaks))) ??
    desk.queues.find((one) => one.reasons.includes(reason)) ??
    desk.queues[0]
  if (!queue) throw new TypeError('a desk has at least one queue')
  return queue.name
}
