import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { ConfigFault, messageOf } from '../errors.ts'
import { type Desk, parseDesk } from './desk-file.ts'

/** Reads `desk.yaml`. Throws `ConfigFault` when the file is missing, is not YAML or has faults. */
export async function loadDesk(path: string): Promise<Desk> {
  let value: unknown
  try {
    value = parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new ConfigFault(`the desk file ${path} cannot be read: ${messageOf(cause)}`, cause)
  }
  return parseDesk(value, path)
}
