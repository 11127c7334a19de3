import type { DialogFault } from '../../turn/dialog/faults.ts'
import type { Violation } from '../check.ts'

/** Something found in a dialog, before its file is known. */
export type Found = DialogFault

/** A finding with the place where an operator looks for it. */
export function violationIn(
  dialog: string,
  files: Readonly<Record<string, string>>,
  { rule, step, text, what, fix }: Found,
): Violation {
  const file = files[dialog]
  return {
    rule,
    where: {
      ...(file === undefined ? {} : { file }),
      dialog,
      ...(step === undefined ? {} : { step }),
      ...(text === undefined ? {} : { text }),
    },
    what,
    fix,
  }
}
