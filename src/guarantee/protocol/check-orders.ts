import type { Desk } from '../../cases/desk-file.ts'
import type { CheckResult } from '../check.ts'
import { type Moment, parseTranscript } from '../transcript.ts'
import { interleave } from './interleave.ts'
import { Play } from './play.ts'
import { playOver } from './replay-house.ts'
import { violationOf } from './rules.ts'
import { ONE_ANSWER, ONE_OWNER } from './scenarios.ts'
import { firstScene } from './scene.ts'

/** While people have the conversation the bot is silent, and nothing is said before it is stored. */
export function checkOneOwner(desk: Desk, options: Options = {}): Promise<CheckResult> {
  return check('one-owner', ONE_OWNER, desk, options, {
    es: 'Mientras una persona tiene la conversación, el bot calla; nada se dice ni se confirma antes de estar guardado; nada se pierde, pase lo que pase al mismo tiempo y aunque el programa caiga en cualquier punto.',
    en: 'While people have the conversation the bot says nothing; nothing is said or acknowledged before it is stored; nothing is lost, whatever happens at the same moment and wherever the program is killed.',
  })
}

/** What is done twice counts once. */
export function checkOneAnswer(desk: Desk, options: Options = {}): Promise<CheckResult> {
  return check('one-answer', ONE_ANSWER, desk, options, {
    es: 'Cada mensaje se guarda una vez y se contesta una vez, aunque llegue repetido o lo atiendan dos procesos a la vez.',
    en: 'Each message is stored once and answered once, although it comes twice or two processes take it at the same time.',
  })
}

interface Options {
  /** Just the scenarios of these names. */
  only?: readonly string[]
  /** Told which one is gone through. */
  progress?: (scenario: string) => void
}

/**
 * Goes through every order of what may happen at one moment, each also with everybody killed at every point of it.
 * Ends at the first fault: the rest would most often be the same again.
 */
async function check(
  name: string,
  scenarios: Readonly<Record<string, string>>,
  desk: Desk,
  { only = Object.keys(scenarios), progress }: Options,
  claim: CheckResult['claim'],
): Promise<CheckResult> {
  const figures = { scenarios: 0, schedules: 0, states: 0, transitions: 0, crashes: 0 }
  for (const scenario of only) {
    progress?.(scenario)
    const moments = parseTranscript(scenarios[scenario] ?? '')
    const [before, together] = [moments.filter((one) => !isTogether(one)), moments.filter(isTogether)]
    const play = new Play(firstScene(desk))
    for (const moment of before) await play.play(moment)
    const { found, schedules, states, transitions, crashes } = await interleave(play.scene(), together)
    figures.scenarios += 1
    figures.schedules += schedules
    figures.states += states
    figures.transitions += transitions
    figures.crashes += crashes
    const finding = play.findings[0] ?? found?.finding
    if (!finding) continue
    const steps: Moment[] = found?.restarts ? [...found.steps, { kind: 'restart' }] : (found?.steps ?? [])
    const { transcript } = await playOver([...before, ...together, ...steps], desk)
    return { name, claim, figures, violations: [violationOf(finding, transcript)] }
  }
  return { name, claim, figures, violations: [] }
}

function isTogether(moment: Moment): boolean {
  return 'atOnce' in moment && moment.atOnce === true
}
