import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Dialog } from '../turn/dialog/dialog.ts'
import type { Intents } from '../understanding/intents.ts'

/** What the static check reads of an installation. */
export interface Checked {
  dialogs: readonly Dialog[]
  intents: Intents
  /** The text of the desk's file. */
  desk: string
}

/**
 * Whether these very dialogs, intents and desk were found to break no promise, and the file that remembers it. The
 * check's rules are not small, and a server that is sure need not hold them: `npm start` checks while it builds.
 */
export function verdictOn(root: string, checked: Checked): { isWhole: boolean; keep(): void } {
  const file = verdictFile(root)
  const key = createHash('sha256').update(JSON.stringify(checked)).digest('base64url')
  return {
    isWhole: read(file) === key,
    keep() {
      try {
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(file, key)
      } catch {
        // A read-only folder: the next start checks again.
      }
    },
  }
}

/** Removed by every build: with the code the rules may have changed. */
export function verdictFile(root: string): string {
  return path.join(root, 'dist', 'house.checked')
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
