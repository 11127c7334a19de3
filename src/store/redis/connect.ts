import { Redis, type RedisOptions } from 'ioredis'
import type { Clock } from '../../clock.ts'
import { ConfigFault } from '../../errors.ts'
import { systemClock } from '../../system.ts'
import {
  type Find,
  fixedConnector,
  masterBySentinels,
  movingConnector,
  type NodeAddress,
  nodeByKey,
} from './moving.ts'

/** A command that got no answer for so long has an unknown outcome, milliseconds. */
const COMMAND_TIMEOUT_MS = 5_000
const CONNECT_TIMEOUT_MS = 3_000
/** Between two tries to connect, milliseconds. */
const LONGEST_BACKOFF_MS = 1_000

/** What a `REDIS_URL` says, in the forms that `readRedisUrl` knows. */
export interface RedisPlace {
  kind: 'single' | 'sentinel' | 'cluster'
  addresses: [NodeAddress, ...NodeAddress[]]
  /** The group that the sentinels watch. */
  master: string | undefined
  username: string | undefined
  password: string | undefined
  db: number
  tls: boolean
}

const KINDS: Readonly<Record<string, { kind: RedisPlace['kind']; tls: boolean }>> = {
  redis: { kind: 'single', tls: false },
  rediss: { kind: 'single', tls: true },
  'redis+sentinel': { kind: 'sentinel', tls: false },
  'rediss+sentinel': { kind: 'sentinel', tls: true },
  'redis+cluster': { kind: 'cluster', tls: false },
  'rediss+cluster': { kind: 'cluster', tls: true },
}
const FORMS =
  'redis://[user:password@]host:port[/db], redis+sentinel://host:port,host:port/master, or redis+cluster://host:port,host:port; rediss for TLS'

/**
 * Reads a `REDIS_URL`. User and password may be in it, percent-encoded.
 *
 * @throws ConfigFault that says what form is meant and never what the value was.
 */
export function readRedisUrl(url: string): RedisPlace {
  const [, scheme = '', user, hosts = '', path = ''] =
    /^([a-z+]+):\/\/(?:([^@/]*)@)?([^/?#]+)(?:\/([^?#]*))?$/i.exec(url.trim()) ?? []
  const form = KINDS[scheme.toLowerCase()]
  const addresses = hosts
    .split(',')
    .map((host) => readAddress(host, form?.kind === 'sentinel' ? 26_379 : 6_379))
  if (!form || addresses.includes(undefined))
    throw new ConfigFault(`REDIS_URL is not an address of Redis: use ${FORMS}`)
  if (form.kind === 'sentinel' && path === '')
    throw new ConfigFault(
      'REDIS_URL names no master: put the name of the group after the sentinels, as in …/mymaster',
    )
  if (form.kind === 'single' && addresses.length > 1)
    throw new ConfigFault(`REDIS_URL names several hosts: say redis+sentinel or redis+cluster`)
  if (form.kind !== 'sentinel' && !/^\d*$/.test(path))
    throw new ConfigFault('REDIS_URL ends in what is no number of a database: use one such as /0')
  if (form.kind === 'cluster' && Number(path) > 0)
    throw new ConfigFault('REDIS_URL names a database, and a cluster has only the first: leave it out')
  const [username, password] = credentials(user)
  return {
    kind: form.kind,
    addresses: addresses as RedisPlace['addresses'],
    master: form.kind === 'sentinel' ? path : undefined,
    username,
    password,
    db: form.kind === 'single' ? Number(path) : 0,
    tls: form.tls,
  }
}

function readAddress(host: string, defaultPort: number): NodeAddress | undefined {
  const [, name, port] = /^(\[[0-9a-f:]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(host) ?? []
  if (name === undefined) return undefined
  return { host: name.replace(/^\[|\]$/g, ''), port: port === undefined ? defaultPort : Number(port) }
}

function credentials(user: string | undefined): [string | undefined, string | undefined] {
  if (user === undefined || user === '') return [undefined, undefined]
  const [name = '', ...rest] = user.split(':')
  try {
    const username = decodeURIComponent(name)
    const password = decodeURIComponent(rest.join(':'))
    return rest.length === 0 ? [undefined, username] : [username === '' ? undefined : username, password]
  } catch {
    throw new ConfigFault('REDIS_URL has a user or password that is not percent-encoded: encode % as %25')
  }
}

/** All keys of a desk begin so; the braces are the hash tag that keeps them on one node of a cluster. */
export function prefixOf(desk: string): string {
  return `escotilla:{${encodeURIComponent(desk)}}:`
}

/**
 * A connection to the server that has this desk. It never sends a command twice by itself: what got no answer has an
 * unknown outcome, and whoever asked tries again with the same id. It connects again by itself, each time to whichever
 * server has the desk by then, and refuses meanwhile. `sleep`: between two tries to find out which one that is.
 */
export function connect(place: RedisPlace, desk: string, sleep: Clock['sleep'] = systemClock.sleep): Redis {
  const asking = {
    ...(place.username === undefined ? {} : { username: place.username }),
    ...(place.password === undefined ? {} : { password: place.password }),
    ...(place.tls ? { tls: {} } : {}),
    autoResendUnfulfilledCommands: false,
    // Who listens subscribes again by itself (redis-hints.ts). Nobody hears what comes of ioredis's own try, so that one
    // which fails, on a line that breaks again, would end the process.
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    connectionName: 'escotilla',
  } satisfies RedisOptions
  const find = finderOf(place, desk, asking)
  return new Redis({
    ...asking,
    db: place.db,
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    enableAutoPipelining: true,
    lazyConnect: true,
    retryStrategy: backoff,
    // What only reads, has given the desk away, or has lost sight of its replicas, was in charge until a moment ago.
    reconnectOnError: (error) =>
      find !== undefined && /^(READONLY|MOVED|CLUSTERDOWN|NOREPLICAS) /.test(error.message),
    Connector: find
      ? movingConnector(find, { tls: asking.tls, backoff, sleep })
      : fixedConnector(place.addresses[0], asking.tls),
  })
}

/** Undefined: it is one server and no other. */
function finderOf(place: RedisPlace, desk: string, asking: RedisOptions): Find | undefined {
  switch (place.kind) {
    case 'single':
      return undefined
    case 'sentinel':
      return masterBySentinels(place.addresses, place.master ?? '', asking)
    case 'cluster':
      return nodeByKey(prefixOf(desk), place.addresses, asking)
  }
}

/** How long after so many tries in vain the next one is made, milliseconds. */
export function backoff(times: number): number {
  return Math.min(50 * 2 ** Math.min(times, 5), LONGEST_BACKOFF_MS)
}
