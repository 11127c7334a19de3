import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigFault } from '../../errors.ts'
import { writeIntents } from '../intent-files.ts'
import { loadIntents } from '../intents.ts'
import { intentsOf } from '../project/project.ts'
import { INTENTS_FOLDER, runCommand } from './command.ts'

const HELP = `npm run intents:import -- FILE [OPTIONS]

Brings a project of Azure's conversational language understanding back to the intents: the utterances of each of its
intents become those of the intent's file. Intents that the project doesn't have are left alone.

  FILE            the project, as the service exports it
  --intents DIR   the intents (intents/ of this installation)`

await runCommand(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      intents: { type: 'string', default: INTENTS_FOLDER },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return HELP
  const [file] = positionals
  if (file === undefined) throw new ConfigFault(`Which project?\n\n${HELP}`)
  const folder = path.resolve(values.intents)
  const here = intentsIn(folder)
  const imported = intentsOf(parse(file), here)
  const ids = new Set(imported.intents.map(({ id }) => id))
  const missing = [...here].filter((id) => !ids.has(id))
  const told = missing.length > 0 ? [`the project does not have: ${missing.join(', ')}`] : []
  let changed: string[]
  try {
    changed = writeIntents(folder, imported)
  } catch (thrown) {
    if (!(thrown instanceof ConfigFault) || missing.length === 0) throw thrown
    // What is renamed in the service would stand here twice.
    throw new ConfigFault(
      `${thrown.message}\n\n${told[0]}. What was renamed there must be renamed here first: its file, and the id in it`,
      thrown,
    )
  }
  const made = here.size === 0 ? [] : [...ids].filter((id) => !here.has(id))
  return [
    changed.length === 0 ? 'nothing changed' : `changed: ${changed.join(', ')}`,
    ...(made.length > 0
      ? [
          `new: ${made.join(', ')}; write a dialog for each (docs/first-dialog.md), the server does not start with an intent that nothing handles`,
        ]
      : []),
    ...told.map((one) => `${one}; left alone`),
  ].join('\n')
})

/** The intents that are here already; none where the folder is yet to be made. */
function intentsIn(folder: string): Set<string> {
  const isThere = existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.yaml'))
  return new Set(isThere ? loadIntents(folder).intents.map(({ id }) => id) : [])
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  } catch (thrown) {
    if (thrown instanceof SyntaxError) throw new ConfigFault(`${file} is not JSON`, thrown)
    throw thrown
  }
}
