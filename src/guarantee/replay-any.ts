import path from 'node:path'
import { loadDesk } from '../cases/load-desk.ts'
import { installedIntents } from '../understanding/intents.ts'
import { trainLocal } from '../understanding/local/recognizer.ts'
import { breachesIn } from './explore/counterexample.ts'
import { loadHouse } from './house.ts'
import { replayOverHouse } from './protocol/replay-house.ts'
import { replayOverBot } from './replay-bot.ts'
import { parseTranscript } from './transcript.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/**
 * Plays what is given in a transcript (see transcript.ts) on this build: with its dialogs, or on the whole message
 * path where more than the bot takes part. Answers what comes of it: the transcript again, where nothing has changed.
 */
export async function replay(written: string): Promise<string> {
  const deskFile = path.resolve(process.env.DESK_FILE || path.join(ROOT, 'desk.yaml'))
  if (isOfHouse(written)) {
    return (await replayOverHouse(written, await loadDesk(deskFile))).transcript
  }
  const { desk } = await loadHouse(ROOT, deskFile)
  let recognizer: ReturnType<typeof trainLocal> | undefined
  const { transcript } = await replayOverBot(written, {
    desk,
    judge: breachesIn,
    // Trained when a message says nothing of how it is read.
    reader(text) {
      recognizer ??= trainLocal(installedIntents(ROOT), path.join(ROOT, 'dist/intents.model'))
      return recognizer.read(text)
    },
  })
  return transcript.join('\n')
}

/** Whether more than the bot takes part: agents, parts of the program, a channel. */
function isOfHouse(written: string): boolean {
  return parseTranscript(written).some((moment) =>
    moment.kind === 'stage'
      ? moment.what.channel !== undefined
      : ['agent', 'agent-says', 'runs', 'step', 'restart'].includes(moment.kind),
  )
}
