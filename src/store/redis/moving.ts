import { createConnection, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { AbstractConnector, Command, Redis, type RedisOptions } from 'ioredis'
import { z } from 'zod'
import { type Clock, RESTED } from '../../clock.ts'
import { messageOf } from '../../errors.ts'

/** Whoever does not say in this time where the desk is, is passed over, milliseconds. */
const ANSWER_WITHIN_MS = 1_500
/** What does not hang up by then is dropped, milliseconds. */
const DISCONNECT_WITHIN_MS = 250

export interface NodeAddress {
  host: string
  port: number
}

/** Where the desk is by now. Throws when nobody tells. */
export type Find = () => Promise<NodeAddress>

/** A line to a server on which no fault goes unheard: TLS may bring a second one after the one that ioredis hears. */
abstract class HeardConnector extends AbstractConnector {
  constructor() {
    super(DISCONNECT_WITHIN_MS)
  }

  protected dial(address: NodeAddress, tls: RedisOptions['tls']): Socket {
    const stream = tls ? connectTls({ ...address, ...tls }) : createConnection({ ...address })
    stream.on('error', (fault: Error) => {
      this.firstError = fault
      // What TLS refuses to read leaves the line open, and nothing would ever come by it.
      stream.destroy()
    })
    this.stream = stream
    return stream
  }
}

/** Connects to one server and no other, whatever its role. */
export function fixedConnector(
  address: NodeAddress,
  tls: RedisOptions['tls'],
): NonNullable<RedisOptions['Connector']> {
  return class extends HeardConnector {
    async connect(): Promise<Socket> {
      return this.dial(address, tls)
    }
  }
}

/**
 * Connects to whichever server has the desk at that moment, also after a failover: it asks anew each time. ioredis's own
 * clients for Sentinels and clusters give up for good when they are told to look again while they look, send commands
 * again by themselves, and move a subscription without a word.
 */
export function movingConnector(
  find: Find,
  {
    tls,
    backoff,
    sleep,
  }: { tls: RedisOptions['tls']; backoff: (tries: number) => number; sleep: Clock['sleep'] },
): NonNullable<RedisOptions['Connector']> {
  return class extends HeardConnector {
    #ended = new AbortController()

    async connect(emit: (type: string, fault: Error) => void): Promise<Socket> {
      const ended = new AbortController()
      this.#ended = ended
      for (let tries = 1; !ended.signal.aborted; tries += 1) {
        const found = await find().catch((thrown: unknown) => {
          emit('error', thrown instanceof Error ? thrown : new Error(String(thrown)))
        })
        if (ended.signal.aborted) break
        if (found) return this.dial(found, tls)
        await sleep(backoff(tries), ended.signal)
      }
      throw new Error('Connection is closed.')
    }

    override disconnect(): void {
      super.disconnect()
      // Nobody waits for it any more, and a process that stops need not either.
      this.#ended.abort(RESTED)
    }

    /** The last one to know of a failover is the server that was in charge before it. */
    override check(info: { role?: string }): boolean {
      return info.role === undefined || info.role === 'master'
    }
  }
}

/** The master of a group, as the first of its Sentinels tells that answers. */
export function masterBySentinels(
  sentinels: readonly NodeAddress[],
  group: string,
  options: RedisOptions,
): Find {
  const { username: _user, password, ...open } = options
  const addressShape = z.tuple([z.string(), z.coerce.number()]).nullable()
  return firstOf(
    () => sentinels,
    async (sentinel) => {
      const asked = await ask(sentinel, open, whoIsMaster).catch((thrown: unknown) => {
        // Sentinels with a password are taken to have the one of the servers.
        if (password === undefined || !/NOAUTH/.test(String(thrown))) throw thrown
        return ask(sentinel, options, whoIsMaster)
      })
      const address = addressShape.parse(asked)
      if (!address) throw new Error(`the Sentinels know no group ${group}`)
      return { host: address[0], port: address[1] }
    },
  )

  function whoIsMaster(redis: Redis): Promise<unknown> {
    return redis.call('SENTINEL', 'get-master-addr-by-name', group)
  }
}

/** `CLUSTER SLOTS`: first slot, last slot, then the nodes that have them, the primary first. */
const slotsShape = z.array(
  z.tuple([z.number(), z.number()]).rest(z.tuple([z.string().nullable(), z.number()]).rest(z.unknown())),
)

/** The node of a cluster that has this key: all keys of a desk have one hash tag, so they are on one node. */
export function nodeByKey(key: string, seeds: readonly NodeAddress[], options: RedisOptions): Find {
  const slot = new Command('get', [key]).getSlot()
  let known = seeds
  return firstOf(
    () => known,
    async (node) => {
      const ranges = slotsShape.parse(await ask(node, options, (redis) => redis.cluster('SLOTS')))
      const at = ([host, port]: readonly [string | null, number, ...unknown[]]): NodeAddress => ({
        // A node that does not know its own name is where it was asked.
        host: host || node.host,
        port,
      })
      const nodes = ranges.flatMap(([, , ...there]) => there.map(at))
      known = [...new Map([...nodes, ...seeds].map((one) => [`${one.host} ${one.port}`, one])).values()]
      const [, , owner] = ranges.find(([from, to]) => from <= slot && slot <= to) ?? []
      if (!owner) throw new Error('no node of the cluster has the keys of this desk')
      return at(owner)
    },
  )
}

/** Asks them in turn until one answers; the next time begins with another, since this one may be cut off from the rest. */
function firstOf(
  nodes: () => readonly NodeAddress[],
  tell: (node: NodeAddress) => Promise<NodeAddress>,
): Find {
  let turn = 0
  return async () => {
    const all = nodes()
    let last: unknown
    for (let tries = 0; tries < all.length; tries += 1) {
      const node = all[turn % all.length]
      turn += 1
      try {
        if (node) return await tell(node)
      } catch (thrown) {
        last = thrown
      }
    }
    throw new Error(`nobody tells which server has the desk: ${messageOf(last)}`, { cause: last })
  }
}

async function ask<T>(
  node: NodeAddress,
  options: RedisOptions,
  what: (redis: Redis) => Promise<T>,
): Promise<T> {
  const redis = new Redis({
    ...options,
    Connector: fixedConnector(node, options.tls),
    lazyConnect: true,
    enableReadyCheck: false,
    retryStrategy: () => null,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
  })
  // What ioredis rejects with says only that the connection is closed, and not why.
  let why: unknown
  redis.on('error', (fault: unknown) => {
    why ??= fault
  })
  try {
    await redis.connect()
    return await what(redis)
  } catch (thrown) {
    throw why ?? thrown
  } finally {
    redis.disconnect()
  }
}

const dropped = new WeakSet<object>()

/**
 * Drops the connection, so that its server is looked for again: once for each, however many commands got no answer on it.
 * Only one that stands: ioredis ends for good what is told so while it looks.
 */
export function lookAgain(redis: Redis): void {
  if (redis.status !== 'ready' || dropped.has(redis.stream)) return
  dropped.add(redis.stream)
  redis.disconnect(true)
}
