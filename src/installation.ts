import { readFileSync } from 'node:fs'
import { dialogs } from '../dialogs/index.ts'
import type { Desk } from './cases/desk-file.ts'
import { loadDesk } from './cases/load-desk.ts'
import { verdictOn } from './guarantee/verdict.ts'
import { type BotDesk, botDesk } from './turn/bot-desk.ts'
import { type Intents, installedIntents } from './understanding/intents.ts'

/** What a company brings: its people and promises, what its customers say, and what its bot does. */
export interface Installation {
  desk: Desk
  intents: Intents
  /** The dialogs with what they need of the desk. */
  house: BotDesk
}

/**
 * Reads what the company brings, and refuses what breaks the promise. `npm run build` has checked it before; what has
 * not changed since is not checked again, so that a server need not hold the rules in memory.
 *
 * @param root the installation's folder.
 * @throws ConfigFault when `desk.yaml`, the intents or the dialogs are wrong or break the promise: all faults in one.
 */
export async function readInstallation(root: string, deskFile: string): Promise<Installation> {
  const desk = await loadDesk(deskFile)
  const { company, timeZone, region, emergencyNumber } = desk
  const intents = installedIntents(root)
  const verdict = verdictOn(root, { dialogs, intents, desk: readFileSync(deskFile, 'utf8') })
  const check = verdict.isWhole ? undefined : await import('./guarantee/static/at-start.ts')
  const files = check?.dialogFiles(root) ?? {}
  check?.refuseNoDialogs(dialogs, files)
  const house = botDesk({
    company,
    timeZone,
    region,
    dialogs,
    limits: desk.limits,
    calendar: desk,
    opening: desk,
  })
  if (check) {
    check.refuseBrokenPromises({ desk: house, files, intents, emergencyNumber })
    verdict.keep()
  }
  return { desk, intents, house }
}
