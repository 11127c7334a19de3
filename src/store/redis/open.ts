import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Clock } from '../../clock.ts'
import { EscotillaError, messageOf, StoreAway } from '../../errors.ts'
import { attemptsTakenBack } from '../attempts.ts'
import { checkChange } from '../check.ts'
import { steady } from '../steady-clock.ts'
import type { Change, Claimed, CommitResult, Store, Taken, TakeOptions, YieldAttempts } from '../store.ts'
import { commitArguments } from './arguments.ts'
import { readDurability } from './durability.ts'
import { lookAgain } from './moving.ts'
import { type DeskInRedis, type Opening, open } from './opening.ts'
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

export interface RedisStoreOptions extends DeskInRedis {
  /** For tests: goes by this clock in place of Redis's own. */
  clock?: Clock
  /** Told what a watcher threw. Default: nobody. */
  watcherFailed?(thrown: unknown): void
}

/** Opens the store over Redis, for any number of processes. Throws as `open` does, and for a Redis that may evict. */
export function openRedis(options: RedisStoreOptions): Promise<Store> {
  return open(options, (opening) => startStore(opening, options))
}

async function startStore(opening: Opening, { clock, watcherFailed }: RedisStoreOptions): Promise<Store> {
  const { prefix, standing } = opening
  const [client, listener] = [opening.line(), opening.line()]
  await Promise.all([client.connect(), listener.connect()])
  const { unfit } = await readDurability(client)
  if (unfit !== undefined) throw new EscotillaError('store-unusable', `Redis can't be used: ${unfit}`)
  return new RedisStore({
    opening,
    client,
    listener,
    hints: await RedisHints.listen(listener, `${prefix}hints`, standing, watcherFailed),
    time: clock ? undefined : await RedisTime.start(client, standing),
    clock: clock && steady(clock),
    replicas: await Replicas.start(client, () => opening.line(), `${prefix}w`, standing),
  })
}

interface StoreParts {
  opening: Opening
  client: Redis
  listener: Redis
  hints: RedisHints
  replicas: Replicas
  /** Undefined for a store that goes by a test's clock. */
  time: RedisTime | undefined
  clock: (() => number) | undefined
}

class RedisStore implements Store {
  readonly #opening: Opening
  readonly #client: Redis
  readonly #listener: Redis
  readonly #prefix: string
  readonly #hints: RedisHints
  readonly #time: RedisTime | undefined
  readonly #clock: (() => number) | undefined
  readonly #replicas: Replicas
  /** Commands without an answer yet: closing waits for them. */
  readonly #pending = new Set<Promise<unknown>>()
  /** Begins the tokens of what this one takes. */
  readonly #name = randomUUID()
  #takings = 0
  #closed = false

  constructor(parts: StoreParts) {
    this.#opening = parts.opening
    this.#client = parts.client
    this.#listener = parts.listener
    this.#prefix = parts.opening.prefix
    this.#hints = parts.hints
    this.#time = parts.time
    this.#clock = parts.clock
    this.#replicas = parts.replicas
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
    const token = `${this.#name}-${this.#takings}`
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
    await Promise.allSettled([...this.#pending])
    this.#opening.end()
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
      if (this.#opening.canMove && isTimeout(thrown)) this.#lookAgain()
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
