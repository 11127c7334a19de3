import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Clock } from '../../clock.ts'
import { EscotillaError, messageOf, StoreAway } from '../../errors.ts'
import { attemptsTakenBack } from '../attempts.ts'
import { checkChange } from '../check.ts'
import { steady } from '../steady-clock.ts'
import type { Change, Claimed, CommitResult, Store, Taken, TakeOptions, YieldAttempts } from '../store.ts'
import { commitArguments } from './arguments.ts'
import { connect, prefixOf, readRedisUrl } from './connect.ts'
import { readDurability } from './durability.ts'
import { lookAgain } from './moving.ts'
import { RedisHints } from './redis-hints.ts'
import { RedisTime } from './redis-time.ts'
import { Replicas } from './replicas.ts'
import {
  inGroups,
  isFull,
  isOurs,
  isTimeout,
  type Reply,
  readCommit,
  readLines,
  readRecord,
  writtenBy,
} from './replies.ts'
import { readScripts, type ScriptName } from './scripts.ts'

/** At start it is looked for so long, milliseconds. */
const START_WITHIN_MS = 10_000

export interface RedisStoreOptions {
  url: string
  /** The desk whose data it is: all of its keys carry this name as their hash tag. */
  desk: string
  /** For tests: goes by this clock in place of Redis's own. */
  clock?: Clock
  /** Told what a watcher threw. Default: nobody. */
  watcherFailed?(thrown: unknown): void
}

/**
 * Opens the store over Redis, for any number of processes. Throws `ConfigFault` for a URL that is none, and
 * `EscotillaError` with code `store-unusable` when Redis can't be reached or doesn't let us in.
 */
export async function openRedis(options: RedisStoreOptions): Promise<Store> {
  const place = readRedisUrl(options.url)
  const client = connect(place, options.desk)
  const listener = connect(place, options.desk)
  // What ioredis rejects with says only that the connection is closed, and not why.
  let why: unknown
  for (const one of [client, listener]) {
    one.on('error', (fault: unknown) => {
      why ??= fault
    })
  }
  try {
    await inTime(Promise.all([client.connect(), listener.connect()]))
    const { unfit } = await readDurability(client)
    if (unfit !== undefined) throw new Error(unfit)
    const prefix = prefixOf(options.desk)
    const hints = await RedisHints.listen(listener, `${prefix}hints`, options.watcherFailed)
    const time = options.clock ? undefined : await RedisTime.start(client)
    const clock = options.clock && steady(options.clock)
    const replicas = await Replicas.start(client, () => connect(place, options.desk), `${prefix}w`)
    const canMove = place.kind !== 'single'
    return new RedisStore({ client, listener, prefix, hints, time, clock, replicas, canMove })
  } catch (thrown) {
    client.disconnect()
    listener.disconnect()
    throw new EscotillaError(
      'store-unusable',
      `Redis can't be used: ${messageOf(why ?? thrown)}. Check REDIS_URL, and that Redis runs and lets this user in`,
      thrown,
    )
  }
}

/** A start must end: whoever looks for the server that has the desk goes on looking. */
async function inTime(connected: Promise<unknown>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('nobody tells where it is')), START_WITHIN_MS)
  try {
    await Promise.race([connected, late])
  } finally {
    clearTimeout(timer)
    connected.catch(() => undefined)
  }
}

class RedisStore implements Store {
  readonly #client: Redis
  readonly #listener: Redis
  readonly #prefix: string
  readonly #hints: RedisHints
  readonly #time: RedisTime | undefined
  readonly #clock: (() => number) | undefined
  readonly #replicas: Replicas
  /** Another server may have the desk by now. */
  readonly #canMove: boolean
  /** Commands without an answer yet: closing waits for them. */
  readonly #pending = new Set<Promise<unknown>>()
  readonly #opening = randomUUID()
  #takings = 0
  #closed = false

  constructor(parts: {
    client: Redis
    listener: Redis
    prefix: string
    hints: RedisHints
    time: RedisTime | undefined
    clock: (() => number) | undefined
    replicas: Replicas
    canMove: boolean
  }) {
    this.#client = parts.client
    this.#listener = parts.listener
    this.#prefix = parts.prefix
    this.#hints = parts.hints
    this.#time = parts.time
    this.#clock = parts.clock
    this.#replicas = parts.replicas
    this.#canMove = parts.canMove
    for (const [name, lua] of Object.entries(readScripts())) {
      this.#client.defineCommand(commandOf(name as ScriptName), { numberOfKeys: 1, lua })
    }
  }

  now(): number {
    return this.#clock?.() ?? this.#time?.now() ?? 0
  }

  async commit(change: Change): Promise<CommitResult> {
    checkChange(change)
    // In vain while a replica hangs: who is to be told that a person comes waits no longer for that.
    if (change.behind !== undefined)
      await this.#replicas.confirm(`${this.#prefix}l:${change.behind}`).catch(() => undefined)
    let result: CommitResult
    try {
      result = readCommit(await this.#run('commit', [this.#given(), ...commitArguments(change)]), change)
    } catch (thrown) {
      if (isFull(thrown)) return { outcome: 'full' }
      throw thrown
    }
    const written = change.replicated ? writtenBy(change, result) : undefined
    if (written !== undefined) await this.#asking(() => this.#replicas.confirm(this.#prefix + written))
    return result
  }

  async take(indexes: readonly string[], { by, upTo, n, leaseMs }: TakeOptions): Promise<Taken[]> {
    const wanted = [...new Set(indexes)]
    this.#takings += 1
    const token = `${this.#opening}-${this.#takings}`
    const reply = await this.#run('take', [
      this.#given(),
      upTo,
      Math.max(0, n),
      leaseMs,
      by,
      token,
      wanted.length,
      ...wanted,
    ])
    return inGroups(reply, 6).map(([index, member, score, attempts, after, name]) => ({
      index: String(index),
      member: String(member),
      score: Number(score),
      attempts: Number(attempts),
      after: Number(after),
      token: String(name),
    }))
  }

  async yield(taken: Taken, notBefore = 0, attempts?: YieldAttempts): Promise<void> {
    const { index, member, token } = taken
    await this.#run('yield', [this.#given(), index, member, token, notBefore, attemptsTakenBack(attempts)])
  }

  read: Store['read'] = async (keys) => {
    const replies = await this.#asking(() =>
      Promise.all(keys.map((key) => this.#client.hmget(`${this.#prefix}r:${key}`, 'v', 's', 'b'))),
    )
    return replies.map((reply, at) => readRecord(keys[at] ?? '', reply))
  }

  find: Store['find'] = async (unique) =>
    (await this.#asking(() => this.#client.get(`${this.#prefix}u:${unique}`))) ?? undefined

  lines: Store['lines'] = async (log, after, limit) =>
    readLines(await this.#run('lines', [log, 'after', after, limit]))

  linesBefore: Store['linesBefore'] = async (log, before, limit) =>
    readLines(await this.#run('lines', [log, 'before', before ?? '', limit]))

  page: Store['page'] = async (index, after, limit) => {
    const reply = await this.#run('page', [index, limit, after?.score ?? '', after?.member ?? ''])
    return inGroups(reply, 2).map(([member, score]) => ({ member: String(member), score: Number(score) }))
  }

  rank: Store['rank'] = async (index, member) => {
    const reply = await this.#run('rank', [index, member])
    const [before, size] = Array.isArray(reply) ? reply : []
    return { before: typeof before === 'number' ? before : undefined, size: Number(size ?? 0) }
  }

  mend: Store['mend'] = async (claims) => {
    const reply = await this.#run('mend', [
      claims.length,
      ...claims.flatMap(({ index, member, record }) => [
        index,
        member,
        record?.version ?? '',
        record?.score ?? '',
      ]),
    ])
    const [claimed, strays] = Array.isArray(reply) ? reply : []
    return {
      claimed: claimed as Claimed[],
      strays: inGroups(strays ?? [], 2).map(([index, member]) => ({
        index: String(index),
        member: String(member),
      })),
    }
  }

  watch: Store['watch'] = (names, hint) => this.#hints.watch(names, hint)

  signal(name: string, body: string): void {
    // It may be lost, so nobody waits for it.
    if (!this.#closed)
      this.#client.publish(`${this.#prefix}hints`, RedisHints.signal(name, body)).catch(() => undefined)
  }

  async health(): ReturnType<Store['health']> {
    try {
      const { durable, says, short, unfit } = await this.#asking(() => readDurability(this.#client))
      return {
        ok: unfit === undefined,
        adapter: 'redis',
        durable,
        detail: unfit ?? says,
        ...(short ? { short } : {}),
      }
    } catch (thrown) {
      return { ok: false, adapter: 'redis', durable: false, detail: messageOf(thrown) }
    }
  }

  /** Waits for the answers to what was sent, then lets go of Redis. */
  async close(): Promise<void> {
    this.#closed = true
    this.#hints.stop()
    this.#time?.stop()
    this.#replicas.stop()
    await Promise.allSettled([...this.#pending])
    this.#client.disconnect()
    this.#listener.disconnect()
  }

  /** Empty: the script goes by Redis's clock. */
  #given(): number | '' {
    return this.#clock?.() ?? ''
  }

  #run(name: ScriptName, args: (string | number)[]): Promise<Reply> {
    return this.#asking(() => {
      const commands = this.#client as unknown as Record<string, (...args: unknown[]) => Promise<Reply>>
      return commands[commandOf(name)]?.(this.#prefix, ...args) ?? Promise.resolve(null)
    })
  }

  #lookAgain(): void {
    for (const one of [this.#client, this.#listener]) lookAgain(one)
    this.#replicas.lookAgain()
  }

  /** Whatever goes wrong on the way has an unknown outcome. */
  async #asking<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreAway('the store is closed')
    const answer = ask()
    this.#pending.add(answer)
    try {
      return await answer
    } catch (thrown) {
      if (isOurs(thrown) || thrown instanceof StoreAway) throw thrown
      // One that hangs keeps its connections, and looks alive; meanwhile another may have taken over.
      if (this.#canMove && isTimeout(thrown)) this.#lookAgain()
      throw new StoreAway(`Redis did not answer: ${messageOf(thrown)}`, thrown)
    } finally {
      this.#pending.delete(answer)
    }
  }
}

/** Set apart from ioredis's own commands. */
function commandOf(name: ScriptName): string {
  return `escotilla:${name}`
}
