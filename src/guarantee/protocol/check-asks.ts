import type { Desk } from '../../cases/desk-file.ts'
import { LANGUAGES, type Language } from '../../language.ts'
import type { CheckResult, Violation } from '../check.ts'
import { type Moment, parseTranscript, linesOf as writtenLines } from '../transcript.ts'
import { CHANNELS, DUTIES, FAULTS, OWNERS, WAYS } from './asks.ts'
import { waysToBot } from './imports.ts'
import { Play } from './play.ts'
import { playOver } from './replay-house.ts'
import { type Finding, violationOf } from './rules.ts'
import { firstScene, type Scene } from './scene.ts'

interface AsksOptions {
  /** Where the sources are. */
  root: string
  channels?: readonly (typeof CHANNELS)[number][]
  languages?: readonly Language[]
  /** Names of `OWNERS`. */
  owners?: readonly string[]
}

/** Enough to see what is wrong; the others are most often the same fault again. */
const SHOWN = 5

/**
 * Asks for a person in every state of a conversation, on the real intake: whoever has it, whoever is there, whatever
 * can't be read, on every channel, in every language, in every way, and in each state one of them twice. The commit that stores the
 * message must hold the open case and its receipt. That intake needs nothing of the bot is read from its imports under
 * `root`, where the sources are.
 */
export async function checkAsks(
  desk: Desk,
  { root, channels = CHANNELS, languages = LANGUAGES, owners = Object.keys(OWNERS) }: AsksOptions,
): Promise<CheckResult> {
  const violations: Violation[] = waysToBot(root).map((way) =>
    violationOf({ rule: 'ask-needs-bot', what: `intake depends on the bot: ${way}` }),
  )
  let [asks, states] = [0, 0]
  const standing = owners.flatMap((owner) =>
    Object.values(DUTIES).flatMap((duty) =>
      channels.flatMap((channel) => languages.map((language) => ({ owner, duty, channel, language }))),
    ),
  )
  for (const { owner, duty, channel, language } of standing) {
    const stage = `(channel: ${channel}, language: ${language})`
    const before = [duty.before, stage, OWNERS[owner] ?? '', duty.after].join('\n')
    const scene = await sceneAfter(desk, parseTranscript(before))
    for (const fault of Object.values(FAULTS)) {
      const faulty = await sceneAfter(scene, parseTranscript(fault))
      states += 1
      for (const [i, way] of WAYS[language].entries()) {
        asks += 1
        const finding = await askIn(faulty, way, i === states % WAYS[language].length)
        if (!finding) continue
        const written = [before, fault, way].flatMap(writtenLines)
        const { transcript } = await playOver(parseTranscript(written.join('\n')), desk)
        violations.push(violationOf(finding, transcript))
        if (violations.length >= SHOWN) return result(asks, states, violations)
      }
    }
  }
  return result(asks, states, violations)
}

/** Asks; `isTwice`: has the channel send the same again. Answers what was wrong. */
async function askIn(scene: Scene, way: string, isTwice: boolean): Promise<Finding | undefined> {
  const play = new Play(scene)
  const [ask] = parseTranscript(way)
  if (ask?.kind !== 'customer') throw new SyntaxError(`a customer asks: ${way}`)
  // The conversation is there before anybody can ask in it.
  await play.open()
  const commits = play.commits
  const failure = await failureOf(play.play(ask))
  if (failure !== undefined) return { rule: 'threw', what: `“${ask.text}” was refused: ${failure}` }
  if (play.commits !== commits + 1) {
    const what = `“${ask.text}” was stored in ${play.commits - commits} commits instead of one`
    play.findings.push({ rule: 'more-than-one-commit', what })
  }
  if (!isTwice) return play.findings[0]
  const again = { ...ask, marks: [...(ask.marks ?? []), 'again'] } satisfies Moment
  const [seconds, second] = [play.commits, await failureOf(play.play(again))]
  if (second !== undefined)
    return { rule: 'threw', what: `“${ask.text}”, sent again, was refused: ${second}` }
  if (play.commits !== seconds) {
    play.findings.push({ rule: 'message-stored-twice', what: `“${ask.text}”, sent again, was stored again` })
  }
  return play.findings[0]
}

async function failureOf(played: Promise<void>): Promise<string | undefined> {
  try {
    await played
    return undefined
  } catch (thrown) {
    return (thrown as Error).message
  }
}

async function sceneAfter(from: Scene | Desk, moments: readonly Moment[]): Promise<Scene> {
  const play = new Play('state' in from ? from : firstScene(from))
  for (const moment of moments) await play.play(moment)
  return play.scene()
}

function result(asks: number, states: number, violations: Violation[]): CheckResult {
  return {
    name: 'asks',
    claim: {
      es: 'Quien pide una persona queda en la fila, con su número de caso, en el mismo momento en que se guarda su mensaje: en cualquier estado, canal e idioma, haga lo que haga el bot.',
      en: 'Whoever asks for a person is in line, with a case number, in the very moment their message is stored: in any state, channel and language, whatever the bot is doing.',
    },
    figures: { asks, conversations: states },
    violations,
  }
}
