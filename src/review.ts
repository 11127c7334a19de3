import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadDesk } from './cases/load-desk.ts'
import { loadDotEnv, readConfig } from './config.ts'
import { findServer } from './control/command.ts'
import { ConfigFault } from './errors.ts'
import { openEmbedded } from './store/embedded/open.ts'
import { systemClock } from './system.ts'
import { type Lesson, lessonShape, readLessons } from './turn/lessons.ts'
import { INTENTS_FOLDER, runCommand } from './understanding/commands/command.ts'
import { askAbout, writeGroup } from './understanding/commands/review-groups.ts'
import { loadIntents } from './understanding/intents.ts'
import { trainLocal } from './understanding/local/recognizer.ts'
import { describe, type Endings, groupLessons } from './understanding/review.ts'

const HELP = `npm run intents:review [-- OPTIONS]

Shows what customers said that the bot did not understand, or had to ask about: grouped, most frequent first, with what
they came to, or what an agent resolved their case as (in the titles of desk.yaml, DESK_FILE), and the intent that should
learn it. In a terminal it asks about each group; what is accepted is written to the intent's file.

  --list              only shows the groups
  --accept N=WHERE    writes group N; N alone takes the proposal. Again for more
  --intents DIR       the intents (intents/ of this installation)
  --data DIR          the data folder (DATA_DIR), or a copy of it

WHERE is an intent or a new one; near:INTENT for what resembles it and is something else; none for what the bot doesn't
do. Servers may run meanwhile. They read with what was accepted after their next start.`

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      list: { type: 'boolean', default: false },
      accept: { type: 'string', multiple: true, default: [] },
      intents: { type: 'string', default: INTENTS_FOLDER },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return HELP
  loadDotEnv()
  const folder = path.resolve(values.intents)
  const intents = loadIntents(folder)
  const recognizer = trainLocal(intents)
  const kept = await lessons(values.data)
  const endings = await titles()
  const groups = groupLessons(kept, { intents, read: (text) => recognizer.read(text), endings })
  if (values.accept.length > 0) {
    return values.accept
      .map((choice) => {
        const [number = '', where] = choice.split('=')
        const group = groups[Number(number) - 1]
        if (!group) throw new ConfigFault(`There is no group ${number}: there are ${groups.length}`)
        return `${number}: ${writeGroup(folder, group, where ?? group.proposal.intent).told}`
      })
      .join('\n')
  }
  if (groups.length === 0) return 'nothing to review'
  if (values.list || !process.stdin.isTTY)
    return groups.map((group, i) => describe(group, i + 1)).join('\n\n')
  return askAbout(groups, folder, { input: process.stdin, output: process.stdout })
})

/** What agents can resolve a case as. A copy of the data may be looked at where there is no desk. */
async function titles(): Promise<Endings | undefined> {
  try {
    return await loadDesk(path.resolve(process.env.DESK_FILE || 'desk.yaml'))
  } catch (thrown) {
    if (thrown instanceof ConfigFault) return undefined
    throw thrown
  }
}

async function lessons(data: string | undefined): Promise<Lesson[]> {
  if (data !== undefined) return lessonsIn(path.resolve(data))
  const { dataDir, redisUrl, deskId } = readConfig(process.env)
  if (redisUrl === undefined) return lessonsIn(dataDir)
  const { openRedis } = await import('./store/redis/open.ts')
  const store = await openRedis({ url: redisUrl, desk: deskId })
  return readLessons(store).finally(() => store.close())
}

/** Of the embedded store: from the server that has it, else from the folder itself. */
async function lessonsIn(folder: string): Promise<Lesson[]> {
  const server = await findServer(folder)
  if (server) {
    try {
      return z.array(lessonShape).parse(await server.ask({ do: 'lessons' }))
    } finally {
      server.leave()
    }
  }
  const store = openEmbedded({ folder, clock: systemClock })
  return readLessons(store).finally(() => store.close())
}
