import { existsSync, globSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadDesk } from '../cases/desk-file.ts'
import { ConfigFault } from '../errors.ts'
import { botDesk } from '../turn/bot-desk.ts'
import type { Dialog } from '../turn/dialog/dialog.ts'
import type { House, Violation } from './check.ts'

const LIST = 'dialogs/index.ts'

/** A house, and the faults of those of its dialogs that can't be run at all and so aren't in it. */
export interface Loaded extends House {
  faults: readonly Violation[]
}

/**
 * Loads what is checked: `dialogs/index.ts` of a folder, with a desk. The modules are imported on demand, so that one
 * that can't be loaded is told in words.
 *
 * @throws ConfigFault when the desk or the dialogs can't be loaded.
 */
export async function loadHouse(folder: string, deskFile: string): Promise<Loaded> {
  const calendar = await loadDesk(deskFile)
  const { company, timeZone, region, limits } = calendar
  if (!existsSync(path.join(folder, LIST))) {
    throw new ConfigFault(`${LIST} of ${folder} can’t be found: give the folder that holds dialogs/`)
  }
  const list = await load(folder, LIST)
  const dialogs = list.dialogs
  if (!Array.isArray(dialogs) || dialogs.length === 0) {
    throw new ConfigFault(`${LIST} of ${folder} exports no list "dialogs": export one with every dialog`)
  }
  const listed = dialogs as Dialog[]
  const files = await filesOf(listed, folder)
  const sound = listed.filter(({ faults }) => faults.length === 0)
  const desk = botDesk({ company, timeZone, region, dialogs: sound, limits, calendar })
  return { desk, files, faults: listed.flatMap((dialog) => violationsOf(dialog, files)) }
}

/** What a dialog can't be run with, as violations. */
function violationsOf({ id, faults }: Dialog, files: House['files']): Violation[] {
  return faults.map(({ rule, step, text, what, fix }) => ({
    rule,
    where: {
      file: files[id] ?? LIST,
      dialog: id,
      ...(step === undefined ? {} : { step }),
      ...(text === undefined ? {} : { text }),
    },
    what,
    fix,
  }))
}

/** Finds each dialog's own module: the one, apart from the list, that exports that very dialog. */
async function filesOf(dialogs: readonly Dialog[], folder: string): Promise<Record<string, string>> {
  const files = Object.fromEntries(dialogs.map(({ id }) => [id, LIST]))
  for (const found of globSync('dialogs/**/*.ts', { cwd: folder }).sort()) {
    const file = found.split(path.sep).join('/')
    // What the list imports has loaded. A module that doesn't load is on no list, so it doesn't run.
    const exported = new Set(Object.values(await load(folder, file).catch(() => ({}))))
    for (const dialog of dialogs) if (exported.has(dialog)) files[dialog.id] = file
  }
  return files
}

async function load(folder: string, file: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(path.join(folder, file)).href)) as Record<string, unknown>
  } catch (thrown) {
    if (thrown instanceof ConfigFault) throw thrown
    throw new ConfigFault(`${file} of ${folder} can't be loaded: ${(thrown as Error).message}`, thrown)
  }
}
