import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { loadDotEnv, readConfig } from './config.ts'
import { ConfigFault } from './errors.ts'
import { openEmbedded } from './store/embedded/open.ts'
import { logName } from './store/keys.ts'
import type { Store } from './store/store.ts'
import { systemClock } from './system.ts'
import { LESSONS_KEPT, type Lesson, lessonShape } from './turn/lessons.ts'
import { INTENTS_FOLDER, runCommand } from './understanding/commands/command.ts'
import { writeIntents } from './understanding/intent-files.ts'
import { loadIntents } from './understanding/intents.ts'
import { trainLocal } from './understanding/local/recognizer.ts'
import { accept, describe, type Group, groupLessons } from './understanding/review.ts'

const HELP = `npm run intents:review [-- OPTIONS]

Shows what customers said that the bot did not understand, or had to ask about: grouped, most frequent first, with what
they came to and the intent that should learn it. In a terminal it asks about each group; what is accepted is written
to the intent's file.

  --list              only shows the groups
  --accept N=INTENT   writes group N to an intent, or to a new one; N alone takes the proposal. Again for more
  --intents DIR       the intents (intents/ of this installation)
  --data DIR          the data folder (DATA_DIR); a copy while the server runs on the embedded store

With REDIS_URL set it reads from there, while the server runs.`

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
  const folder = path.resolve(values.intents)
  const intents = loadIntents(folder)
  const recognizer = trainLocal(intents)
  const groups = groupLessons(await lessons(values.data), { intents, read: (text) => recognizer.read(text) })
  if (groups.length === 0) return 'nothing to review'
  if (values.accept.length > 0) return values.accept.map((one) => write(folder, groups, one)).join('\n')
  if (values.list || !process.stdin.isTTY)
    return groups.map((group, i) => describe(group, i + 1)).join('\n\n')
  return ask(folder, groups)
})

async function ask(folder: string, groups: readonly Group[]): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const done: string[] = []
  try {
    for (const [at, group] of groups.entries()) {
      process.stdout.write(`\n${describe(group, at + 1)}\n`)
      const said = await terminal.question(
        `   [Enter] ${group.proposal.intent}, another intent, s skip, q quit: `,
      )
      const answer = said.trim()
      if (answer === 'q') break
      if (answer === 's') continue
      done.push(write(folder, groups, answer === '' ? `${at + 1}` : `${at + 1}=${answer}`))
      process.stdout.write(`   ${done.at(-1)}\n`)
    }
  } finally {
    terminal.close()
  }
  return `${done.length} of ${groups.length} groups accepted`
}

/** `choice`: `2=cancel-visit`, or `2` for the proposal. */
function write(folder: string, groups: readonly Group[], choice: string): string {
  const [number = '', named] = choice.split('=')
  const group = groups[Number(number) - 1]
  if (!group) throw new ConfigFault(`There is no group ${number}: there are ${groups.length}`)
  const intent = named ?? group.proposal.intent
  // Read again for each: one group may add to what another has just written.
  const intents = loadIntents(folder)
  const isNew = intents.intents.every(({ id }) => id !== intent)
  const after = accept(intents, group, intent)
  const changed = writeIntents(folder, after)
  if (changed.length === 0) return `${number}: nothing that ${intent} doesn't have`
  const hint = isNew
    ? '; it is new: write its dialog, the server does not start with an intent that nothing handles'
    : ''
  return `${number}: written to ${changed.join(', ')}${hint}`
}

async function lessons(data: string | undefined): Promise<Lesson[]> {
  const store = await open(data)
  try {
    const lines = await store.linesBefore(logName.lessons(), undefined, LESSONS_KEPT)
    return lines.flatMap(({ body }) => {
      const parsed = lessonShape.safeParse(JSON.parse(body))
      return parsed.success ? [parsed.data] : []
    })
  } finally {
    await store.close()
  }
}

async function open(data: string | undefined): Promise<Store> {
  if (data !== undefined) return openEmbedded({ folder: path.resolve(data), clock: systemClock })
  loadDotEnv()
  const { dataDir, redisUrl, deskId } = readConfig(process.env)
  if (redisUrl === undefined) return openEmbedded({ folder: dataDir, clock: systemClock })
  const { openRedis } = await import('./store/redis/open.ts')
  return openRedis({ url: redisUrl, desk: deskId })
}
