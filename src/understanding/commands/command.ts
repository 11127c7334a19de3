import path from 'node:path'
import { EscotillaError } from '../../errors.ts'

/** The installation's own intents. */
export const INTENTS_FOLDER = path.resolve(import.meta.dirname, '../../../intents')

/** Runs a command: what it answers goes to stdout, a fault of the operator's making is told in its own words. */
export async function runCommand(command: () => string | Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command()}\n`)
  } catch (thrown) {
    const isTold = thrown instanceof EscotillaError || isBadArgument(thrown)
    process.stderr.write(`${isTold ? thrown.message : String((thrown as Error).stack ?? thrown)}\n`)
    process.exitCode = 1
  }
}

/** A file that was named can't be read. */
const UNREADABLE = new Set(['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR'])

function isBadArgument(thrown: unknown): thrown is Error {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    (String(thrown.code).startsWith('ERR_PARSE_ARGS') || UNREADABLE.has(String(thrown.code)))
  )
}
