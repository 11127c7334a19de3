import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadDesk } from '../cases/load-desk.ts'
import { ConfigFault } from '../errors.ts'
import { botDesk } from '../turn/bot-desk.ts'
import type { Dialog } from '../turn/dialog/dialog.ts'
import { installedIntents } from '../understanding/intents.ts'
import type { House, Violation } from './check.ts'
import { dialogFiles } from './static/dialog-files.ts'
import { violationIn } from './static/found.ts'

const LIST = 'dialogs/index.ts'

/** A house, and the faults of those of its dialogs that can't be run at all and so aren't in it. */
export interface Loaded extends House {
  faults: readonly Violation[]
}

/**
 * Loads what is checked: `dialogs/index.ts` and `intents/` of a folder, with a desk. The modules are imported on demand, so that one
 * that can't be loaded is told in words.
 *
 * @throws ConfigFault when the desk, the dialogs or the intents can't be loaded.
 */
export async function loadHouse(folder: string, deskFile: string): Promise<Loaded> {
  const calendar = await loadDesk(deskFile)
  const { company, timeZone, region, limits, emergencyNumber } = calendar
  if (!existsSync(path.join(folder, LIST))) {
    throw new ConfigFault(`${LIST} of ${folder} can’t be found: give the folder that holds dialogs/`)
  }
  const list = await load(folder, LIST)
  const dialogs = list.dialogs
  if (!Array.isArray(dialogs) || dialogs.length === 0) {
    throw new ConfigFault(`${LIST} of ${folder} exports no list "dialogs": export one with every dialog`)
  }
  const listed = dialogs as Dialog[]
  const files = dialogFiles(folder)
  const sound = listed.filter(({ faults }) => faults.length === 0)
  const desk = botDesk({
    company,
    timeZone,
    region,
    dialogs: sound,
    limits,
    calendar,
    opening: calendar,
  })
  const faults = listed.flatMap((dialog) =>
    dialog.faults.map((fault) => violationIn(dialog.id, files, fault)),
  )
  const intents = installedIntents(folder)
  // The intents of a dialog that isn't in the house would seem to be nobody's.
  return { desk, files, emergencyNumber, faults, ...(faults.length === 0 ? { intents } : {}) }
}

async function load(folder: string, file: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(path.join(folder, file)).href)) as Record<string, unknown>
  } catch (thrown) {
    if (thrown instanceof ConfigFault) throw thrown
    throw new ConfigFault(`${file} of ${folder} can't be loaded: ${(thrown as Error).message}`, thrown)
  }
}
