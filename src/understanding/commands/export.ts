import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadIntents } from '../intents.ts'
import { NONE, projectOf } from '../project/project.ts'
import { INTENTS_FOLDER, runCommand } from './command.ts'

const HELP = `npm run intents:export [-- FILE] [OPTIONS]

Writes what customers say as a project of Azure's conversational language understanding, to be imported there.

  FILE             where the project goes (clu-project.json)
  --project NAME   what it is called (CLU_PROJECT, else escotilla)
  --intents DIR    the intents (intents/ of this installation)`

await runCommand(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: 'string', default: process.env.CLU_PROJECT ?? 'escotilla' },
      intents: { type: 'string', default: INTENTS_FOLDER },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return HELP
  const file = path.resolve(positionals[0] ?? 'clu-project.json')
  const project = projectOf(loadIntents(values.intents), values.project)
  writeFileSync(file, `${JSON.stringify(project, undefined, 2)}\n`)
  const { intents, utterances } = project.assets
  const outOfScope = utterances.filter(({ intent }) => intent === NONE).length
  return `${file}: ${intents.length - 1} intents, ${utterances.length} utterances, ${outOfScope} of them ${NONE}`
})
