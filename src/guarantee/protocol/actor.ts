import { hash } from 'node:crypto'
import type { Ids } from '../../clock.ts'
import type { Change, CommitResult, Store } from '../../store/store.ts'
import type { ModelStore } from './model-store.ts'
import { indexesOf } from './store-state.ts'

/** What a step looks at and changes. Two steps that share no cell that one of them writes come to the same in either order. */
export interface Footprint {
  reads: readonly string[]
  writes: readonly string[]
}

/** A call of the store, or of the company, that waits to be let through. */
export interface Point {
  label: string
  footprint: Footprint
  /** Whether it can be let through now. */
  isReady(): boolean
  go(): void
}

/** One who acts together with others: a customer who writes, an agent, a part of the program. */
export class Actor {
  readonly name: string
  readonly points: Point[] = []
  readonly ids: Ids
  /** What it threw at whoever called it. */
  fault: string | undefined
  /** What it answered, when it has. */
  answer: string | undefined
  isDead = false
  #history = ''
  readonly #hints = new Set<string>()
  #drawn = 0

  /** `drawn`: how many ids one of this name has drawn before. */
  constructor(name: string, drawn = 0) {
    this.name = name
    this.#drawn = drawn
    this.ids = {
      next: () => {
        this.#drawn += 1
        return `${name}-${this.#drawn}`
      },
    }
  }

  /** Its process was killed: nothing that it asks for is ever answered. */
  kill(): void {
    this.isDead = true
    this.points.length = 0
  }

  get drawn(): number {
    return this.#drawn
  }

  /** What it has seen so far decides all that it will do, for it has neither clock nor chance of its own. */
  saw(what: string): void {
    this.#hints.clear()
    this.#history = hash('sha1', `${this.#history}\0${what}`, 'base64')
  }

  /** A hint says no more the second time, as long as nothing else was seen. */
  hinted(name: string): void {
    this.#hints.add(name)
  }

  /** Two actors of one name and equal keys go on alike. */
  get key(): string {
    const hints = [...this.#hints].sort().join()
    return `${this.name} ${this.#history} ${hints} ${this.points.map(({ label }) => label).join(';')} ${this.answer ?? ''} ${this.fault ?? ''}`
  }
}

/** What happens to a commit besides being written. */
export type Judge = (
  actor: Actor,
  change: Change,
  write: () => Promise<CommitResult>,
) => Promise<CommitResult>

/**
 * The store as an actor sees it: each call waits at a point until it is let through, or goes at once while `isParked`
 * says so. Hints reach the actor as they come, because a lost one only makes it look later.
 */
export function actorStore(
  store: ModelStore,
  actor: Actor,
  options: { isParked: () => boolean; judge: Judge },
): Store {
  const { isParked, judge } = options

  function at<T>(label: string, footprint: Footprint, run: () => Promise<T>): Promise<T> {
    if (actor.isDead) return new Promise<T>(() => undefined)
    if (!isParked()) return run()
    return new Promise<T>((resolve, reject) => {
      actor.points.push({
        label,
        footprint,
        isReady: () => true,
        go() {
          run().then(
            (value) => {
              actor.saw(`${label} ${JSON.stringify(value)}`)
              resolve(value)
            },
            (thrown: unknown) => {
              actor.saw(`${label} throws`)
              reject(thrown)
            },
          )
        },
      })
    })
  }

  const reading = (...reads: string[]): Footprint => ({ reads, writes: [] })
  return {
    commit: (change) =>
      at(`commits ${shown(change)}`, footprintOf(change, store), () =>
        judge(actor, change, () => store.commit(change)),
      ),
    take(indexes, options) {
      const cells = indexes.map(indexCell)
      return at(`takes from ${indexes.join(', ')}`, { reads: cells, writes: cells }, () =>
        store.take(indexes, options),
      )
    },
    yield(taken, notBefore, attempts) {
      const cells = [indexCell(taken.index)]
      return at(`gives back ${taken.member}`, { reads: cells, writes: cells }, () =>
        store.yield(taken, notBefore, attempts),
      )
    },
    read: (keys) => at(`reads ${keys.join(', ')}`, reading(...keys.map(recordCell)), () => store.read(keys)),
    find: (name) => at(`finds ${name}`, reading(nameCell(name)), () => store.find(name)),
    lines: (log, after, limit) =>
      at(`reads the lines of ${log}`, reading(logCell(log)), () => store.lines(log, after, limit)),
    linesBefore: (log, before, limit) =>
      at(`reads the lines of ${log}`, reading(logCell(log)), () => store.linesBefore(log, before, limit)),
    page: (index, after, limit) =>
      at(`looks at ${index}`, reading(indexCell(index)), () => store.page(index, after, limit)),
    rank: (index, member) =>
      at(`counts ${index}`, reading(indexCell(index)), () => store.rank(index, member)),
    mend: (claims) => {
      const cells = claims.flatMap(({ index, member }) => [indexCell(index), recordCell(member)])
      return at(`mends ${claims.length} entries`, { reads: cells, writes: cells }, () => store.mend(claims))
    },
    watch: (names, hint) =>
      store.watch(names, (name, signal) => {
        if (actor.isDead) return
        actor.hinted(name)
        hint(name, signal)
      }),
    signal: () => undefined,
    now: () => store.now(),
    health: () => store.health(),
    close: () => Promise.resolve(),
  }
}

const recordCell = (key: string): string => `record ${key}`
const logCell = (log: string): string => `log ${log}`
const indexCell = (index: string): string => `index ${index}`
const nameCell = (name: string): string => `name ${name}`

function footprintOf(change: Change, store: ModelStore): Footprint {
  const { rely = [], put = [], append = [], consume = [], unique = [], erase = [] } = change
  const reads = [
    ...rely.map(({ key }) => recordCell(key)),
    ...append.flatMap(({ once }) => (once === undefined ? [] : [`once ${once}`])),
  ]
  const writes = [
    ...put.flatMap(({ key, terms = [] }) => [
      recordCell(key),
      // Those that it leaves, too. Had they changed by the time it is written, it would be stale and write nothing.
      ...[...terms.map(([index]) => index), ...indexesOf(store.state, key)].map(indexCell),
    ]),
    ...append.flatMap(({ log, wake = [], once }) => [
      logCell(log),
      ...[wake].flat().map(indexCell),
      ...(once === undefined ? [] : [`once ${once}`]),
    ]),
    ...consume.flatMap(({ wake }) => indexCell(wake)),
    ...unique.map(({ name }) => nameCell(name)),
    ...erase.map(({ log }) => logCell(log)),
  ]
  return { reads, writes }
}

/** What a commit writes, for the reader of a schedule. */
function shown(change: Change): string {
  const kinds = (change.put ?? []).map(({ key }) => key.split('/')[0] ?? key)
  const lines = (change.append ?? []).filter(({ log }) => log.startsWith('conversation/')).length
  return (
    [...new Set(kinds), ...(lines > 0 ? [`${lines} line${lines === 1 ? '' : 's'}`] : [])].join(' + ') ||
    'nothing'
  )
}
