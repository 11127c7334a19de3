import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../src/store/store.ts'
import { ScriptedAgent } from './agent.ts'
import { type Clients, pause } from './client.ts'
import { Coverage } from './coverage.ts'
import { type CustomerParts, MANNERS, type Manners, ScriptedCustomer } from './customer.ts'
import { type Fault, type FaultKind, storm } from './faults.ts'
import { type House, openHouse, type StoreKind } from './house.ts'
import type { Installation } from './installation.ts'
import { type Harder, Ledger } from './ledger.ts'
import type { CluFault } from './outside.ts'
import { type Chance, chanceFrom } from './random.ts'
import { isRunTooOften, judge, lastMessages, type Verdict, whatWaits } from './verdict.ts'
import type { GraphFault } from './whatsapp.ts'

export interface RunOptions {
  installation: Installation
  store: StoreKind
  /** The broken build of the installation that runs; default: none of them. */
  build?: string
  seed: number
  /** How long faults are made. Recovery and the verdict come after it. */
  seconds: number
  /** On Redis; the embedded store has one. */
  servers: number
  /** Customers at once: who has finished is followed by another. */
  customers: number
  faults: readonly FaultKind[]
  /** After so long the run waits no longer for customers to finish and servers to come to rest. */
  restSeconds: number
  /** Lines of redis.conf, over the run's own. */
  redis?: readonly (readonly [string, string])[]
  /** How far the clocks of servers are off from the start, milliseconds, by server; the others go right. */
  skews?: readonly number[]
  manners?: Partial<Manners>
  /** How long customers think of their next message, at most, milliseconds. Default: the more they are, the longer. */
  thinksMs?: number
  /** Faults are made for longer if so many messages were not yet acknowledged: a busy machine is slow. */
  messages?: number
  /** CLU, and the way to Meta, are so all the time. */
  clu?: CluFault
  graph?: GraphFault
  /** Whether some customers write on WhatsApp. */
  withWhatsApp?: boolean
  /** Nothing in this run ends a bot in the middle of a message, so nobody may be let go of with `error`. */
  nothingFails?: boolean
}

export interface RunReport {
  store: StoreKind
  seconds: number
  seed: number
  customers: number
  /** Of whom so many write on WhatsApp. */
  phones: number
  messages: number
  asks: number
  /** Those whose receipt came from outside the store. */
  kept: number
  replies: number
  harder: Harder
  faults: Fault[]
  /** Failpoints at which a process ended or stopped, of how many there are. */
  failpoints: { met: number; all: number }
  /** Milliseconds from the end of each fault to the next acknowledgement of whom it struck. */
  recoveries: number[]
  /** From the end of the last fault until nothing waited any more, milliseconds. */
  restAfterMs: number
  verdict: Verdict
}

const AGENTS = ['agent-1', 'agent-2', 'supervisor-1']
/** All customers together write about so many messages a second, however many they are. */
const MESSAGES_A_SECOND = 25
const LOOK_EVERY_MS = 200
const AT_ONCE = 20

type Progress = (text: string) => void

/** One run: customers, agents and faults over real processes; then rest, and the verdict. */
export async function run(options: RunOptions, progress: Progress = () => undefined): Promise<RunReport> {
  const folder = mkdtempSync(join(tmpdir(), 'escotilla-chaos-'))
  const chance = chanceFrom(options.seed)
  const ledger = new Ledger()
  const coverage = new Coverage(options.installation.places, chance.fork())
  const over = new AbortController()
  const house = await openHouse({
    installation: options.installation,
    broken: options.installation.brokenAs(options.build),
    store: options.store,
    servers: options.servers,
    redis: options.redis ?? [],
    skews: options.skews ?? [],
    withClu: options.clu !== undefined || options.faults.includes('clu'),
    withWhatsApp: options.withWhatsApp ?? false,
    folder,
    onPoint: (place) => coverage.met(place),
    onCrash: (lastWords) => ledger.odd.push(`a server ended by itself: ${lastWords}`),
    onPoison(text) {
      ledger.poisonRuns.set(text, (ledger.poisonRuns.get(text) ?? 0) + 1)
      // That has shown what is wrong, and servers that end all the time answer nobody.
      if (isRunTooOften(ledger)) over.abort()
    },
  })
  house.clu.fault = options.clu
  if (house.whatsapp) house.whatsapp.fault = options.graph
  try {
    return await new Run(options, { house, ledger, coverage, chance, over, progress }).toItsEnd()
  } finally {
    over.abort()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

class Run {
  readonly #options: RunOptions
  readonly #house: House
  readonly #ledger: Ledger
  readonly #coverage: Coverage
  readonly #chance: Chance
  readonly #over: AbortController
  readonly #progress: Progress
  readonly #clients: Clients
  readonly #customers: ScriptedCustomer[] = []
  readonly #faults: Fault[] = []

  constructor(
    options: RunOptions,
    parts: {
      house: House
      ledger: Ledger
      coverage: Coverage
      chance: Chance
      over: AbortController
      progress: Progress
    },
  ) {
    this.#options = options
    this.#house = parts.house
    this.#ledger = parts.ledger
    this.#coverage = parts.coverage
    this.#chance = parts.chance
    this.#over = parts.over
    this.#progress = parts.progress
    const begun = performance.now()
    this.#clients = {
      urls: () => this.#house.servers.map(({ url }) => url),
      over: this.#over.signal,
      elapsed: () => performance.now() - begun,
    }
  }

  async toItsEnd(): Promise<RunReport> {
    const { seconds, seed, store, restSeconds } = this.#options
    this.#house.whatsapp?.serve(this.#clients, this.#chance.fork())
    const done = new AbortController()
    const day = new AbortController()
    const seats = Array.from({ length: this.#options.customers }, (_, seat) =>
      this.#sit(this.#chance.fork(), `c${seat}`, done.signal),
    )
    const scripted = AGENTS.map(
      (name) => new ScriptedAgent(this.#clients, this.#ledger, this.#chance.fork(), name),
    )
    const agents = scripted.map((agent) => agent.serve(day.signal))
    await this.#storm(scripted, done)
    const healedAt = this.#clients.elapsed()
    const late = setTimeout(() => this.#over.abort(), restSeconds * 1_000)
    await Promise.all(seats)
    day.abort()
    await Promise.all(agents)
    const { waiting, last } = await this.#rest()
    const restAfterMs = this.#clients.elapsed() - healedAt
    await this.#listenToTheEnd(last)
    clearTimeout(late)
    await this.#house.stop()
    const verdict = await this.#house.withStore((opened) => judge(this.#ledger, opened, this.#house.whatsapp))
    if (this.#options.nothingFails) verdict.broken.push(...verdict.errors)
    verdict.broken.push(...waiting, ...(await this.#house.inconsistencies()))
    if (this.#over.signal.aborted) verdict.broken.push('it did not come to rest in time')
    const { customers, messages, asks, kept, replies, harder } = this.#ledger
    return {
      ...{ store, seconds, seed, messages, asks, kept, harder, restAfterMs, verdict },
      customers: customers.length,
      phones: customers.filter(({ channel }) => channel === 'whatsapp').length,
      replies: replies.length,
      faults: this.#faults,
      failpoints: { met: this.#coverage.size, all: this.#coverage.all.length },
      recoveries: recoveriesOf(this.#faults, this.#ledger),
    }
  }

  async #storm(agents: readonly ScriptedAgent[], done: AbortController): Promise<void> {
    const storming = storm(
      {
        house: this.#house,
        agents,
        clients: this.#clients,
        ledger: this.#ledger,
        coverage: this.#coverage,
        faults: this.#faults,
      },
      this.#chance.fork(),
      this.#options.faults,
      done.signal,
    )
    const { seconds, store, messages = 0 } = this.#options
    for (
      let second = 1;
      !this.#over.signal.aborted && (second <= seconds || this.#ledger.messages < messages);
      second += 1
    ) {
      await pause(this.#clients, 1_000)
      if (second % 10 === 0) {
        this.#progress(
          `${store}, ${second} s: ${this.#ledger.messages} messages, ${this.#faults.length} faults`,
        )
      }
    }
    done.abort()
    await storming
  }

  /** A seat at which one customer after the other talks until `done`. */
  async #sit(chance: Chance, name: string, done: AbortSignal): Promise<void> {
    const parts: CustomerParts = {
      clients: this.#clients,
      ledger: this.#ledger,
      manners: { ...MANNERS, ...this.#options.manners },
      whatsapp: this.#house.whatsapp,
      thinksMs:
        this.#options.thinksMs ?? Math.max(600, (2_000 * this.#options.customers) / MESSAGES_A_SECOND),
    }
    for (let n = 1; !done.aborted && !this.#over.signal.aborted; n += 1) {
      const customer = await ScriptedCustomer.arrive(parts, chance.fork(), `${name}.${n}`)
      if (!customer) return
      this.#customers.push(customer)
      await customer.talk()
    }
  }

  /**
   * Until nothing waits any more. Answers what still does when there is no more time, and the place of the last thing
   * that each customer is to see.
   */
  async #rest(): Promise<{ waiting: string[]; last: Map<string, number> }> {
    const over = this.#over.signal
    let told = ''
    for (;;) {
      if ((await this.#house.seemsAtRest(over)) || over.aborted) {
        const seen = await this.#house.withStore((store) => this.#look(store))
        if (seen.waiting.length === 0 || over.aborted) return seen
        const news = `${this.#options.store}: ${seen.waiting.length} wait, such as: ${seen.waiting[0]}`
        if (news !== told) this.#progress(news)
        told = news
      }
      await pause(this.#clients, LOOK_EVERY_MS)
    }
  }

  async #look(store: Store): Promise<{ waiting: string[]; last: Map<string, number> }> {
    const waiting = await whatWaits(this.#ledger, store)
    if (waiting.length > 0 && !this.#over.signal.aborted) return { waiting, last: new Map() }
    const last = await lastMessages(this.#ledger, store)
    // What was said in between is among the last, and may be on its way.
    return { waiting: await whatWaits(this.#ledger, store), last }
  }

  async #listenToTheEnd(last: ReadonlyMap<string, number>): Promise<void> {
    const left = this.#customers.values()
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const customer of left) await customer.listenTo(last.get(customer.conversationId) ?? 0)
      }),
    )
  }
}

function recoveriesOf(faults: readonly Fault[], { acknowledged }: Ledger): number[] {
  return faults.flatMap(({ target, healedAt }) => {
    if (target === 'around') return []
    const next = acknowledged.find(
      ({ server, at }) => at >= healedAt && (target === 'redis' || server === target),
    )
    return next ? [next.at - healedAt] : []
  })
}
