import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadIntents } from '../understanding/intents.ts'
import { trainLocal } from '../understanding/local/recognizer.ts'
import { loadHouse } from './house.ts'
import { replayOverBot } from './replay-bot.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/**
 * `node src/guarantee/replay.ts FILE`: plays what is given in a transcript (see transcript.ts) on this build and
 * prints what comes of it: the transcript again, where nothing has changed.
 */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new SyntaxError('name the file of the transcript')
  const { desk } = await loadHouse(ROOT, path.resolve(process.env.DESK_FILE || 'desk.yaml'))
  let recognizer: ReturnType<typeof trainLocal> | undefined
  const { transcript } = await replayOverBot(readFileSync(file, 'utf8'), {
    desk,
    // Trained when a message says nothing of how it is read.
    reader(text) {
      recognizer ??= trainLocal(
        loadIntents(path.join(ROOT, 'intents')),
        path.join(ROOT, 'dist/intents.model'),
      )
      return recognizer.read(text)
    },
  })
  process.stdout.write(`${transcript.join('\n')}\n`)
}

await main(process.argv[2])
