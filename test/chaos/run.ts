import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRedis } from '../../src/store/redis/open.ts'
import { startRedis } from '../support/redis-server.ts'
import { ScriptedAgent } from './agent.ts'
import { bundleServer } from './bundle.ts'
import { type Clients, pause } from './client.ts'
import { redisFaults } from './consistency.ts'
import { ScriptedCustomer } from './customer.ts'
import { type Fault, type FaultKind, storm } from './faults.ts'
import { startFleet, stopFleet } from './fleet.ts'
import { openCompany, writeDesk } from './house.ts'
import { Ledger } from './ledger.ts'
import { chanceFrom } from './random.ts'
import { judge, type Verdict, whatWaits } from './verdict.ts'

export interface RunOptions {
  seed: number
  /** How long faults are made. Recovery and the verdict come after it. */
  seconds: number
  servers: number
  /** Customers at once: who has finished is followed by another. */
  customers: number
  faults: readonly FaultKind[]
  /** Lines of redis.conf, over the run's own. */
  redis?: readonly (readonly [string, string])[]
  /** After so long the run waits no longer for customers to finish and servers to come to rest. */
  restSeconds: number
  /** How far the clocks of servers are off, milliseconds, by server; the others go right. */
  skews?: readonly number[]
}

export interface RunReport {
  options: RunOptions
  customers: number
  messages: number
  asks: number
  /** Those whose receipt came from outside the store. */
  kept: number
  replies: number
  faults: Fault[]
  /** Milliseconds from the end of each fault to the next acknowledgement of whom it struck. */
  recoveries: number[]
  /** From the end of the last fault until nothing waited any more, milliseconds. */
  restAfterMs: number
  verdict: Verdict
}

const AGENTS = ['agent-1', 'agent-2', 'supervisor-1']

/** One run: customers, agents and faults over real processes; then rest, and the verdict. */
export async function run(
  options: RunOptions,
  progress: (text: string) => void = () => undefined,
): Promise<RunReport> {
  const chance = chanceFrom(options.seed)
  const folder = mkdtempSync(join(tmpdir(), 'escotilla-chaos-'))
  const script = await bundleServer()
  const redis = await startRedis(['appendfsync', 'everysec'], ...(options.redis ?? []))
  const company = await openCompany()
  const over = new AbortController()
  const servers = await startFleet({
    size: options.servers,
    script,
    redis,
    dataDir: join(folder, 'data'),
    deskFile: writeDesk(folder),
    companyUrl: company.url,
    skews: options.skews ?? [],
  })
  const begun = performance.now()
  const clients: Clients = {
    urls: () => servers.map(({ url }) => url),
    over: over.signal,
    elapsed: () => performance.now() - begun,
  }
  try {
    const ledger = new Ledger()
    const faults: Fault[] = []
    const done = new AbortController()
    const day = new AbortController()
    const talking: ScriptedCustomer[] = []
    const seats = Array.from({ length: options.customers }, (_, seat) =>
      sit(clients, ledger, chance.fork(), `c${seat}`, done.signal, talking),
    )
    const agents = AGENTS.map((name) =>
      new ScriptedAgent(clients, ledger, chance.fork(), name).serve(day.signal),
    )
    const storming = storm(
      { servers, redis, company, clients, faults },
      chance.fork(),
      options.faults,
      done.signal,
    )
    for (let second = 0; second < options.seconds; second += 1) {
      await pause(clients, 1_000)
      if (second % 10 === 9) progress(`${second + 1} s: ${ledger.messages} messages, ${faults.length} faults`)
    }
    done.abort()
    await storming
    const healedAt = clients.elapsed()
    const late = setTimeout(() => over.abort(), options.restSeconds * 1_000)
    await Promise.all(seats)
    const store = await openRedis({ url: redis.url, desk: 'main' })
    try {
      let waiting = await whatWaits(ledger, store)
      while (waiting.length > 0 && !over.signal.aborted) {
        await pause(clients, 100)
        waiting = await whatWaits(ledger, store)
      }
      const restAfterMs = clients.elapsed() - healedAt
      day.abort()
      await Promise.all(agents)
      for (const customer of talking) await customer.listenToTheEnd()
      clearTimeout(late)
      const verdict = await judge(ledger, store)
      verdict.broken.push(...waiting)
      verdict.broken.push(...(await redisFaults(redis.url, 'main')))
      if (over.signal.aborted) verdict.broken.push('it did not come to rest in time')
      return {
        options,
        customers: ledger.customers.length,
        messages: ledger.messages,
        asks: ledger.asks,
        kept: ledger.kept,
        replies: ledger.replies.length,
        faults,
        recoveries: recoveriesOf(faults, ledger),
        restAfterMs,
        verdict,
      }
    } finally {
      await store.close()
    }
  } finally {
    over.abort()
    await stopFleet(servers)
    await company.close()
    await redis.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A seat at which one customer after the other talks until `done`. */
async function sit(
  clients: Clients,
  ledger: Ledger,
  chance: ReturnType<typeof chanceFrom>,
  name: string,
  done: AbortSignal,
  talking: ScriptedCustomer[],
): Promise<void> {
  for (let n = 1; !done.aborted && !clients.over.aborted; n += 1) {
    const customer = await ScriptedCustomer.arrive(clients, ledger, chance.fork(), `${name}.${n}`)
    if (!customer) return
    talking.push(customer)
    await customer.talk()
  }
}

function recoveriesOf(faults: readonly Fault[], { acknowledged }: Ledger): number[] {
  return faults.flatMap(({ target, healedAt }) => {
    if (target === 'company') return []
    const next = acknowledged.find(
      ({ server, at }) => at >= healedAt && (target === 'redis' || server === target),
    )
    return next ? [next.at - healedAt] : []
  })
}
