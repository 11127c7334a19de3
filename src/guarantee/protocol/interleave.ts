import { hash } from 'node:crypto'
import type { Moment } from '../transcript.ts'
import type { Actor, Footprint } from './actor.ts'
import { afterRestart } from './aftermath.ts'
import { Play } from './play.ts'
import type { Finding } from './rules.ts'
import type { Scene } from './scene.ts'
import { digestOf } from './store-state.ts'

/** What an exploration went through, and the first thing that it found. */
export interface Explored {
  /** Orders of the steps that were run, each to its end or to where another had been. */
  schedules: number
  states: number
  transitions: number
  /** Different moments at which everybody was killed, and the program started again. */
  crashes: number
  found?: { finding: Finding; steps: Moment[]; restarts: boolean }
}

/**
 * Goes through **all** orders in which the steps of what begins together can come: a step is one call of the store or
 * of the company. Plays can't be copied in the middle, so each order is played again from the scene
 * on. Two reductions, both without loss (docs/decisions/guarantee-protocol.md):
 *
 * - Where two orders led to one state, it is gone on from once. An actor is what it has seen.
 * - A step that shares nothing with whatever the others may still do is taken at once, without trying the others
 *   first. What each may do is learnt as it is seen, and everything is gone through again until nothing new is learnt.
 *
 * At each new state of the store everybody is also killed, and the program started again.
 */
export async function interleave(scene: Scene, together: readonly Moment[]): Promise<Explored> {
  const seen = new Seen()
  for (;;) {
    const learnt = seen.copy()
    const explored = await exploreOnce(scene, together, { learnt, seen })
    if (explored.found || seen.size === learnt.size) return explored
  }
}

/** `learnt` decides what is silent, and stays as it is while `seen` grows: an order must come out the same again. */
interface Knowledge {
  learnt: Seen
  seen: Seen
}

async function exploreOnce(
  scene: Scene,
  together: readonly Moment[],
  knowledge: Knowledge,
): Promise<Explored> {
  const states = new Set<string>()
  const crashed = new Set<string>()
  const explored: Explored = { schedules: 0, states: 0, transitions: 0, crashes: 0 }
  const open: string[][] = [[]]
  for (let order = open.pop(); order; order = open.pop()) {
    explored.schedules += 1
    const run = new Run(new Play(scene), knowledge)
    await run.begin(together)
    for (const who of order) await run.step(who)
    for (;;) {
      if (order.length > 0 || run.steps.length > 0) explored.transitions += 1
      if (run.found) return { ...explored, states: states.size, found: run.counterexample(false) }
      const key = run.key()
      if (states.has(key)) break
      states.add(key)
      const crash = run.storeKey()
      if (!crashed.has(crash)) {
        crashed.add(crash)
        explored.crashes += 1
        const found = await crashAt(scene, together, run)
        if (found) return { ...explored, states: states.size, found }
      }
      const [next, ...others] = run.choices()
      if (next === undefined) break
      for (const other of others) open.push([...run.order, other])
      await run.step(next)
    }
  }
  return { ...explored, states: states.size }
}

/** Kills everybody where a run stands, in a play of its own. */
async function crashAt(
  scene: Scene,
  together: readonly Moment[],
  at: Run,
): Promise<Explored['found'] | undefined> {
  const play = new Play({ ...scene, ...at.play.scene() })
  await afterRestart(play)
  const [finding] = play.findings
  return finding && together.length > 0 ? { finding, steps: [...at.steps], restarts: true } : undefined
}

/** One order of the steps, as far as it has come. */
class Run {
  readonly play: Play
  readonly steps: Moment[] = []
  /** The steps at which there was a choice. */
  readonly order: string[] = []
  readonly #knowledge: Knowledge

  constructor(play: Play, knowledge: Knowledge) {
    this.play = play
    this.#knowledge = knowledge
  }

  async begin(together: readonly Moment[]): Promise<void> {
    await this.play.begin(together)
    await this.#takeSilentSteps()
  }

  async step(who: string): Promise<void> {
    this.order.push(who)
    const actor = this.play.actors.find(({ name }) => name === who)
    if (!actor || !(await this.#take(actor))) {
      throw new Error(`a play went another way than before: ${who} had nothing to do`)
    }
    await this.#takeSilentSteps()
  }

  get found(): Finding | undefined {
    return this.play.findings[0]
  }

  counterexample(restarts: boolean): NonNullable<Explored['found']> {
    const finding = this.found
    if (!finding) throw new Error('nothing was found')
    return { finding, steps: this.steps, restarts }
  }

  choices(): string[] {
    return this.#ready().map(({ name }) => name)
  }

  key(): string {
    const { play } = this
    const actors = play.actors.map((actor) => actor.key).join('\n')
    return hash('sha1', `${this.storeKey()}\n${actors}`, 'base64')
  }

  /** What a crash leaves: the store, the time, and what channels know to be stored. */
  storeKey(): string {
    const { store, clock, sent, answers } = this.play
    const acknowledged = sent.map((one) => (one.isAcknowledged ? 1 : 0)).join('')
    return `${digestOf(store.state)} ${clock.now()} ${acknowledged} ${answers.length}`
  }

  #ready(): Actor[] {
    return this.play.actors.filter(({ points }) => points[0]?.isReady())
  }

  async #take(actor: Actor): Promise<boolean> {
    const [point] = actor.points
    if (point) this.#knowledge.seen.add(actor.name, point.footprint)
    const what = await this.play.step(actor)
    if (what === undefined) return false
    this.steps.push({ kind: 'step', who: actor.name, what })
    return true
  }

  /** Steps that come to the same whenever they are taken. */
  async #takeSilentSteps(): Promise<void> {
    for (;;) {
      const silent = this.#ready().find(
        (actor) => actor.points[0] && !this.#knowledge.learnt.concerns(actor.name, actor.points[0].footprint),
      )
      if (!silent || this.found) return
      await this.#take(silent)
    }
  }
}

/** What each actor has been seen to read and write, in whatever order. */
class Seen {
  readonly #reads = new Map<string, Set<string>>()
  readonly #writes = new Map<string, Set<string>>()

  /** How much is known: it only grows. */
  get size(): number {
    return [...this.#reads.values(), ...this.#writes.values()].reduce((sum, cells) => sum + cells.size, 0)
  }

  copy(): Seen {
    const copy = new Seen()
    for (const [actor, cells] of this.#reads) copy.add(actor, { reads: [...cells], writes: [] })
    for (const [actor, cells] of this.#writes) copy.add(actor, { reads: [], writes: [...cells] })
    return copy
  }

  add(actor: string, { reads, writes }: Footprint): void {
    const known = cellsOf(this.#reads, actor)
    for (const cell of reads) known.add(cell)
    const written = cellsOf(this.#writes, actor)
    for (const cell of writes) written.add(cell)
  }

  /** Whether another actor may do something that does not come to the same before and after. */
  concerns(actor: string, { reads, writes }: Footprint): boolean {
    const touched = [...reads, ...writes]
    const others = (cells: Map<string, Set<string>>) =>
      [...cells].filter(([name]) => name !== actor).map(([, of]) => of)
    const written = others(this.#writes)
    // Whoever reads the time is not seen to: when it passes, nothing else is silent.
    if (writes.includes('time') || written.some((cells) => cells.has('time'))) return true
    return (
      written.some((cells) => touched.some((cell) => cells.has(cell))) ||
      others(this.#reads).some((cells) => writes.some((cell) => cells.has(cell)))
    )
  }
}

function cellsOf(of: Map<string, Set<string>>, actor: string): Set<string> {
  const cells = of.get(actor) ?? new Set()
  of.set(actor, cells)
  return cells
}
