import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { CheckResult, Covers, House, Violation } from '../check.ts'
import type { Parts } from './conversation.ts'
import { Crowd, type Place } from './crowd.ts'
import type { Visited } from './states.ts'
import { both, NOBODY } from './tally.ts'
import { runThreads, type Simulated } from './threads.ts'

export interface CustomersRun {
  house: House
  customers: number
  seed: number
  /** Threads besides this one; 0: all in this one. One for each core when left out. */
  threads?: number
  covers?: Covers | undefined
  /** Told how many customers are through. */
  onProgress?: ((done: number) => void) | undefined
  /** The installation whose `intents/` are used; this one when left out. */
  folder?: string
  deskFile?: string
  /** Parts in place of the product's own. Functions can't go to threads, so all is done in this one. */
  broken?: Partial<Parts>
}

const ROOT = path.resolve(import.meta.dirname, '../../..')
const AT_A_TIME = 250
/** States that no abstract one stands for: so many are shown, all are counted. */
const UNCOVERED_SHOWN = 5

const CLAIM = {
  es: 'Personas simuladas, con su manera de escribir, su prisa y sus cambios de idea, nunca se quedaron sin persona al pedirla, ni contestaron dos veces lo mismo, ni oyeron que algo estaba hecho sin estarlo.',
  en: 'Simulated people, with their ways of writing, their haste and their changes of mind, never asked for a person in vain, answered the same question twice, or heard that something was done when it was not.',
} as const

/**
 * Simulates customers against the real turn, with a company that has its bad days. The same seed gives the same
 * people, whatever the number of threads.
 *
 * @throws ConfigFault when the intents or the desk can't be read.
 */
export async function simulateCustomers(run: CustomersRun): Promise<CheckResult> {
  const place = placeOf(run)
  const threads = run.broken ? 0 : (run.threads ?? availableParallelism())
  const onProgress = run.onProgress ?? (() => {})
  const simulated =
    threads > 0
      ? await runThreads(place, { ...run, threads, onProgress })
      : await runHere(place, { ...run, onProgress })
  const { tally, visited, cpuMs } = simulated
  const uncovered = run.covers ? uncoveredIn(visited, run.covers) : []
  const { broken } = tally
  return {
    name: 'simulated-customers',
    claim: CLAIM,
    figures: {
      ...tally.sums,
      ...tally.most,
      questionsAskedTwice: broken['asked-twice'] ?? 0,
      askedNotReached: broken['asked-not-reached'] ?? 0,
      botWordsOverPerson: broken['bot-spoke-over-person'] ?? 0,
      unknownToldAsDone: broken['unknown-told-as-done'] ?? 0,
      visitedStates: visited.size,
      uncoveredStates: uncovered.length,
      cpuMs,
    },
    violations: [
      ...tally.violations.map(({ customer: _, ...violation }) => violation),
      ...(await unsound(place, run.seed, uncovered.slice(0, UNCOVERED_SHOWN))),
    ],
  }
}

/** Plays one customer of a run again: everything they wrote and were told, in the notation of transcripts. */
export async function replayCustomer(
  run: Pick<CustomersRun, 'house' | 'seed' | 'folder' | 'deskFile' | 'broken'> & { customer: number },
): Promise<string> {
  const crowd = await Crowd.open(placeOf(run), run.broken)
  return await crowd.replay(run.seed, run.customer)
}

function placeOf({ house, folder, deskFile }: Pick<CustomersRun, 'house' | 'folder' | 'deskFile'>): Place {
  return { house, folder: folder ?? ROOT, deskFile: deskFile ?? path.join(ROOT, 'desk.yaml') }
}

async function runHere(
  place: Place,
  run: CustomersRun & { onProgress: (done: number) => void },
): Promise<Simulated> {
  const before = process.cpuUsage()
  const crowd = await Crowd.open(place, run.broken)
  let tally = NOBODY
  for (let from = 0; from < run.customers; from += AT_A_TIME) {
    const to = Math.min(run.customers, from + AT_A_TIME)
    tally = both(tally, await crowd.run(run.seed, from, to))
    run.onProgress(to)
  }
  const { user, system } = process.cpuUsage(before)
  return { tally, visited: crowd.visited(), cpuMs: Math.round((user + system) / 1_000) }
}

interface Uncovered extends Visited {
  why: string
}

function uncoveredIn(visited: ReadonlyMap<string, Visited>, covers: Covers): Uncovered[] {
  return [...visited.values()]
    .flatMap((state) => {
      const why = covers(state.bot, state.facts)
      return why === undefined ? [] : [{ ...state, why }]
    })
    .sort((a, b) => a.customer - b.customer)
}

/** A state that the exhaustive check has not seen: what it proved, it proved of too little. */
async function unsound(place: Place, seed: number, uncovered: readonly Uncovered[]): Promise<Violation[]> {
  if (uncovered.length === 0) return []
  const crowd = await Crowd.open(place)
  return await Promise.all(
    uncovered.map(async ({ bot, customer, why }): Promise<Violation> => {
      const frame = bot.stack.at(-1)
      const file = frame && place.house.files[frame.dialog]
      return {
        rule: 'unsound-abstraction',
        where: {
          ...(file ? { file } : {}),
          ...(frame ? { dialog: frame.dialog, step: frame.step } : {}),
        },
        what: `seed ${seed}, customer ${customer}: came into a state that no explored one stands for: ${why}`,
        fix: 'mend the abstraction of the exhaustive check until it has this state: until then it proves too little',
        transcript: await crowd.replay(seed, customer),
      }
    }),
  )
}
