import type { Desk } from '../../cases/desk-file.ts'
import type { CheckResult, Violation } from '../check.ts'
import { type Moment, parseTranscript } from '../transcript.ts'
import { interleave } from './interleave.ts'
import { Play } from './play.ts'
import { playOver } from './replay-house.ts'
import { violationOf } from './rules.ts'
import { SCENARIOS } from './scenarios.ts'
import { firstScene } from './scene.ts'

/**
 * Goes through every order of what may happen at one moment, each also with everybody killed at every point of it.
 * Ends at the first fault: the rest would most often be the same again. `only`: scenarios, by name.
 */
export async function checkOneOwner(
  desk: Desk,
  { only = Object.keys(SCENARIOS), progress = (_: string): void => undefined } = {},
): Promise<CheckResult> {
  const figures = { scenarios: 0, schedules: 0, states: 0, transitions: 0, crashes: 0 }
  const violations: Violation[] = []
  for (const name of only) {
    progress(name)
    const moments = parseTranscript(SCENARIOS[name] ?? '')
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
    violations.push(violationOf(finding, transcript))
    break
  }
  return {
    name: 'one-owner',
    claim: {
      es: 'Mientras una persona tiene la conversación, el bot calla; nada se dice ni se confirma antes de estar guardado; nada se pierde ni se repite, pase lo que pase al mismo tiempo y aunque el programa caiga en cualquier punto.',
      en: 'While people have the conversation the bot says nothing; nothing is said or acknowledged before it is stored; nothing is lost or doubled, whatever happens at the same moment and wherever the program is killed.',
    },
    figures,
    violations,
  }
}

function isTogether(moment: Moment): boolean {
  return 'atOnce' in moment && moment.atOnce === true
}
