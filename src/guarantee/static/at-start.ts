import { ConfigFault } from '../../errors.ts'
import type { Dialog } from '../../turn/dialog/dialog.ts'
import type { House, Violation } from '../check.ts'
import { installationFaults } from './check-house.ts'
import { violationIn } from './found.ts'

export { dialogFiles } from './dialog-files.ts'

/**
 * What no dialog may be put into a house with. Looked at before the house is put together, so that the faults of all
 * dialogs come in one list.
 *
 * @throws ConfigFault
 */
export function refuseNoDialogs(dialogs: readonly Dialog[], files: House['files']): void {
  refuse(dialogs.flatMap((dialog) => dialog.faults.map((fault) => violationIn(dialog.id, files, fault))))
}

/**
 * Refuses to start with dialogs or intents that break the promise.
 *
 * @throws ConfigFault that lists every violation: where it is, what is wrong and what to change.
 */
export function refuseBrokenPromises(house: House): void {
  refuse(installationFaults(house))
}

function refuse(violations: readonly Violation[]): void {
  if (violations.length === 0) return
  const count = violations.length === 1 ? '1 violation' : `${violations.length} violations`
  throw new ConfigFault(
    `Escotilla does not start: ${count} of its promise, in what this installation says.\n\n${violations.map(told).join('\n\n')}\n\n\`npm run guarantee\` tells the same, and more.`,
  )
}

/** A violation as an operator reads it: place and rule, what is wrong, what to change. */
export function told({ rule, where, what, fix }: Violation): string {
  const place = [
    where.file,
    where.dialog && `dialog ${where.dialog}`,
    where.step && `step ${where.step}`,
    where.text && `text ${where.text}`,
  ].filter((part) => part)
  return `${place.join(' · ')}\n  ${rule}: ${what}\n  Change: ${fix}`
}
