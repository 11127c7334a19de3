import type { Business } from '../../business/business.ts'
import { sweepCommitment } from '../../cases/commitment-sweep.ts'
import type { Desk } from '../../cases/desk-file.ts'
import { readDuty } from '../../cases/duty.ts'
import { sweepAgent, sweepCase } from '../../cases/sweep.ts'
import type { Intake, PushChannel } from '../../channels/channel.ts'
import type { Clock } from '../../clock.ts'
import { idOf, indexName } from '../../store/keys.ts'
import type { Store } from '../../store/store.ts'
import { createLogger, createMetrics } from '../../telemetry.ts'
import { botDesk } from '../../turn/bot-desk.ts'
import { startCaller } from '../../turn/caller.ts'
import { createIntake } from '../../turn/intake.ts'
import { startSender } from '../../turn/sender.ts'
import { startSweeper } from '../../turn/sweeper.ts'
import { type Hands, startWorker } from '../../turn/worker.ts'
import type { Actor } from './actor.ts'
import { deafRecognizer, talkativeBot } from './talkative-bot.ts'

/** Parts of the program that can be set going in a transcript. */
export const PARTS = ['worker', 'caller', 'sweeper', 'sender'] as const
export type Part = (typeof PARTS)[number]

/** What a part of the program is built from, as src/main.ts builds it: nothing here is an imitation but these. */
export interface Ground {
  store: Store
  clock: Clock
  desk: Desk
  actor: Actor
}

const logger = createLogger('silent')
const metrics = createMetrics()

function common({ store, clock, desk, actor }: Ground) {
  const duty = () => readDuty(store, desk, clock.now())
  return { store, clock, desk, ids: actor.ids, by: actor.name, duty, logger, metrics }
}

/** `hands`: the worker of the same process, if it has one. */
export function intakeOf(ground: Ground, hands?: Hands): Intake {
  const welcome = () => ({ text: 'Bienvenida.' })
  return createIntake({ ...common(ground), welcome, ...(hands ? { hands } : {}) })
}

export function startPart(
  part: Part,
  ground: Ground,
  outside: { business: Business; channel: PushChannel },
): Hands | undefined {
  const parts = common(ground)
  switch (part) {
    case 'worker': {
      const { company, timeZone } = ground.desk
      return startWorker({
        ...parts,
        botDesk: botDesk({ company, timeZone, dialogs: [] }),
        recognizer: deafRecognizer,
        turn: talkativeBot,
      })
    }
    case 'caller':
      startCaller({ ...parts, business: outside.business })
      return undefined
    case 'sweeper':
      startSweeper({
        ...parts,
        pushed: [],
        due: [
          { index: indexName.due('case'), sweep: (key) => sweepCase(parts, idOf(key)) },
          { index: indexName.due('agent'), sweep: (key) => sweepAgent(parts, idOf(key)) },
          { index: indexName.due('commitment'), sweep: (key) => sweepCommitment(parts, idOf(key)) },
        ],
      })
      return undefined
    case 'sender':
      startSender({ ...parts, random: () => 1 }, outside.channel)
      return undefined
  }
}
