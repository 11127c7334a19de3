import { globSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadDesk } from '../cases/desk-file.ts'
import { ConfigFault } from '../errors.ts'
import { botDesk } from '../turn/bot-desk.ts'
import type { Dialog } from '../turn/dialog/dialog.ts'
import type { House } from './check.ts'

/**
 * Loads what is checked: `dialogs/index.ts` of a folder, with a desk. The modules are imported on demand, so that one
 * that can't be loaded is told in words.
 *
 * @throws ConfigFault when the desk or the dialogs can't be loaded.
 */
export async function loadHouse(folder: string, deskFile: string): Promise<House> {
  const calendar = await loadDesk(deskFile)
  const { company, timeZone, region, limits } = calendar
  const list = await load(folder, 'dialogs/index.ts')
  const dialogs = list.dialogs
  if (!Array.isArray(dialogs) || dialogs.length === 0) {
    throw new ConfigFault(
      `dialogs/index.ts of ${folder} exports no list "dialogs": export one with every dialog`,
    )
  }
  const listed = dialogs as Dialog[]
  const desk = botDesk({ company, timeZone, region, dialogs: listed, limits, calendar })
  return { desk, files: await filesOf(listed, folder) }
}

/** Finds each dialog's own module: the one, apart from the list, that exports that very dialog. */
async function filesOf(dialogs: readonly Dialog[], folder: string): Promise<Record<string, string>> {
  const files = Object.fromEntries(dialogs.map(({ id }) => [id, 'dialogs/index.ts']))
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
