import type { Desk } from '../../cases/desk-file.ts'
import { isGiven, type Moment, parseTranscript } from '../transcript.ts'
import { afterRestart } from './aftermath.ts'
import { Play } from './play.ts'
import type { Finding } from './rules.ts'
import { firstScene } from './scene.ts'
import { Telling } from './telling.ts'

/** What came of a transcript, and what the judge says to it. */
export interface Replayed {
  transcript: string
  findings: readonly Finding[]
}

/**
 * Plays what is given in a transcript (see transcript.ts) on the whole message path, and writes down what came of it.
 * Lines that begin together are let through in the order of the steps that follow them; what is left after these, one
 * after the other.
 */
export async function replayOverHouse(written: string, desk: Desk): Promise<Replayed> {
  return await playOver(parseTranscript(written).filter(isGiven), desk)
}

export async function playOver(given: readonly Moment[], desk: Desk): Promise<Replayed> {
  const play = new Play(firstScene(desk))
  const telling = new Telling()
  let together: Moment[] = []
  const hear = () => {
    telling.hear(play.store.state, play.conversations)
    telling.judge(play.findings)
  }
  const begin = async () => {
    if (together.length === 0) return
    const moments = together
    together = []
    await play.begin(moments)
    hear()
  }
  for (const moment of given) {
    if ('atOnce' in moment && moment.atOnce) {
      telling.given(moment)
      together.push(moment)
      continue
    }
    await begin()
    if (moment.kind === 'step') {
      const actor = play.actors.find(({ name }) => name === moment.who)
      const what = (actor && (await play.step(actor))) ?? 'has nothing to do'
      telling.given({ ...moment, what })
    } else if (moment.kind === 'restart') {
      telling.given(moment)
      await afterRestart(play)
    } else {
      await finish(play)
      telling.given(moment)
      await play.play(moment)
    }
    hear()
  }
  await begin()
  await finish(play)
  hear()
  return { transcript: telling.toString(), findings: play.findings }
}

/** Lets everybody go on until nobody has anything left to do. */
export async function finish(play: Play): Promise<void> {
  for (let moved = true; moved; ) {
    moved = false
    for (const actor of play.actors) {
      while ((await play.step(actor)) !== undefined) moved = true
    }
  }
}
