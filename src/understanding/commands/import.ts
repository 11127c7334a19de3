import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigFault } from '../../errors.ts'
import { writeIntents } from '../intent-files.ts'
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
  const changed = writeIntents(path.resolve(values.intents), intentsOf(parse(file)))
  return changed.length === 0 ? 'nothing changed' : `changed: ${changed.join(', ')}`
})

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (thrown) {
    if (thrown instanceof SyntaxError) throw new ConfigFault(`${file} is not JSON`, thrown)
    throw thrown
  }
}
