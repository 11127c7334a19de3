import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Ids } from './clock.ts'

/** Demo mode keeps its own secret, so that a restart leaves everybody where they were. */
export function demoSecret(dataDir: string, ids: Ids): string {
  const file = path.join(dataDir, 'session-secret')
  try {
    writeFileSync(file, `${ids.next()}${ids.next()}\n`, { flag: 'wx', mode: 0o600 })
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
  }
  return readFileSync(file, 'utf8').trim()
}
