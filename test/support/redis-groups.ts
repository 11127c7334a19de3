import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import { freePort, type RedisServer, startRedis } from './redis-server.ts'

/** Real Redis servers of the test's own that stand together, on the loopback. */
export interface RedisGroup {
  url: string
  /** The server that has the desk now. */
  primary(): Promise<RedisServer>
  /** Resolves when another server than this one has the desk. */
  another(than: RedisServer): Promise<RedisServer>
  remove(): Promise<void>
}

type Options = readonly (readonly [string, string])[]
/** So long without an answer makes a server dead to its group. */
const DOWN_AFTER_MS = 1_000

/** A master, replicas, and Sentinels that watch them, three unless told. */
export async function startSentinels(
  replicas: number,
  { options = [], sentinels = 3 }: { options?: Options; sentinels?: number } = {},
): Promise<RedisGroup> {
  const servers = await Promise.all(
    Array.from({ length: replicas + 1 }, () => startRedis(['repl-diskless-sync-delay', '0'], ...options)),
  )
  const [master, ...others] = servers as [RedisServer, ...RedisServer[]]
  for (const { port } of others) await tell(port, ['REPLICAOF', '127.0.0.1', String(master.port)])
  await eventually(async () => (await linked(master.port)) === replicas, 'replicas follow their master')
  const folder = mkdtempSync(path.join(tmpdir(), 'escotilla-sentinels-'))
  const watchers: ChildProcess[] = []
  const ports: number[] = []
  for (let n = 0; n < sentinels; n += 1) {
    const port = await freePort()
    const file = path.join(folder, `sentinel-${n}.conf`)
    writeFileSync(
      file,
      [
        `port ${port}`,
        'bind 127.0.0.1',
        `dir ${folder}`,
        `sentinel monitor desk 127.0.0.1 ${master.port} ${Math.ceil((sentinels + 1) / 2)}`,
        `sentinel down-after-milliseconds desk ${DOWN_AFTER_MS}`,
        'sentinel failover-timeout desk 4000',
      ].join('\n'),
    )
    ports.push(port)
    watchers.push(spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' }))
  }
  const now = async (): Promise<number> => {
    const told = await tell(ports[0] ?? 0, ['SENTINEL', 'get-master-addr-by-name', 'desk'])
    return Number((told as string[])[1])
  }
  // They find each other, and the replicas, through the master.
  await eventually(
    async () =>
      (
        await Promise.all(ports.map((port) => tell(port, ['SENTINEL', 'master', 'desk']).catch(() => [])))
      ).every((told) => {
        const facts = told as string[]
        const value = (name: string) => Number(facts[facts.indexOf(name) + 1])
        return value('num-slaves') === replicas && value('num-other-sentinels') === sentinels - 1
      }),
    'the Sentinels know the group',
  )
  return {
    url: `redis+sentinel://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/desk`,
    primary: async () => serverAt(servers, await now()),
    async another(than) {
      await eventually(async () => (await now()) !== than.port, 'the Sentinels have chosen another master')
      return serverAt(servers, await now())
    },
    async remove() {
      for (const watcher of watchers) watcher.kill('SIGKILL')
      await Promise.all(servers.map((server) => server.remove()))
      rmSync(folder, { recursive: true })
    },
  }
}

/** As many primaries with a replica each, three unless told. `key`: one of the desk's keys. */
export async function startCluster(
  key: string,
  { primaries: many = 3, replicas = many }: { primaries?: number; replicas?: number } = {},
): Promise<RedisGroup> {
  const servers = await Promise.all(
    Array.from({ length: many + replicas }, async () =>
      startRedis(
        ['cluster-enabled', 'yes'],
        ['repl-diskless-sync-delay', '0'],
        ['cluster-node-timeout', String(DOWN_AFTER_MS)],
        ['cluster-port', String(await freePort())],
      ),
    ),
  )
  const primaries = servers.slice(0, many)
  const busOf = async (port: number) =>
    ((await tell(port, ['CONFIG', 'GET', 'cluster-port'])) as string[])[1] ?? ''
  const [first] = servers as [RedisServer, ...RedisServer[]]
  for (const [n, { port }] of primaries.entries()) {
    const [from, to] = [Math.floor((n * 16_384) / many), Math.floor(((n + 1) * 16_384) / many) - 1]
    await tell(port, ['CLUSTER', 'ADDSLOTSRANGE', String(from), String(to)])
  }
  for (const { port } of servers.slice(1))
    await tell(first.port, ['CLUSTER', 'MEET', '127.0.0.1', String(port), await busOf(port)])
  await eventually(
    async () =>
      (await Promise.all(servers.map(({ port }) => tell(port, ['CLUSTER', 'INFO'])))).every((info) =>
        String(info).includes(`cluster_known_nodes:${servers.length}`),
      ),
    'the nodes know each other',
  )
  for (const [n, { port }] of primaries.slice(0, replicas).entries()) {
    const id = String(await tell(port, ['CLUSTER', 'MYID']))
    const replica = servers[n + many]
    await eventually(async () => {
      await tell(replica?.port ?? 0, ['CLUSTER', 'REPLICATE', id])
      return true
    }, 'a replica follows its primary')
  }
  await eventually(
    async () =>
      (await Promise.all(servers.map(({ port }) => tell(port, ['CLUSTER', 'INFO'])))).every((info) =>
        String(info).includes('cluster_state:ok'),
      ) &&
      (await Promise.all(primaries.slice(0, replicas).map(({ port }) => linked(port)))).every(
        (count) => count === 1,
      ),
    'the cluster is whole',
  )
  const slot = Number(await tell(first.port, ['CLUSTER', 'KEYSLOT', key]))
  const now = async (): Promise<number> => {
    for (const { port } of servers) {
      const ranges = (await tell(port, ['CLUSTER', 'SLOTS']).catch(() => [])) as [
        number,
        number,
        [string, number],
      ][]
      const owner = ranges.find(([from, to]) => from <= slot && slot <= to)?.[2]
      if (owner) return owner[1]
    }
    return 0
  }
  return {
    url: `redis+cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    primary: async () => serverAt(servers, await now()),
    async another(than) {
      await eventually(async () => ![0, than.port].includes(await now()), 'a replica has taken over')
      return serverAt(servers, await now())
    },
    remove: async () => {
      await Promise.all(servers.map((server) => server.remove()))
    },
  }
}

/** A server that speaks TLS alone, by a certificate of an authority of its own, and wants a password. */
export async function startTls(
  password: string,
): Promise<{ url: string; port: number; ca: string; remove(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'escotilla-tls-'))
  const at = (name: string): string => path.join(folder, name)
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { stdio: 'ignore' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=test authority',
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.crt'),
  )
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=redis',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-addext',
    'basicConstraints=critical,CA:FALSE',
    '-CA',
    at('ca.crt'),
    '-CAkey',
    at('ca.key'),
    '-keyout',
    at('redis.key'),
    '-out',
    at('redis.crt'),
  )
  const port = await freePort()
  const server = await startRedis(
    ['port', '0'],
    ['tls-port', String(port)],
    ['tls-cert-file', at('redis.crt')],
    ['tls-key-file', at('redis.key')],
    ['tls-ca-cert-file', at('ca.crt')],
    ['tls-auth-clients', 'no'],
    ['requirepass', password],
  )
  return {
    url: `rediss://:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    port,
    ca: readFileSync(at('ca.crt'), 'utf8'),
    async remove() {
      await server.remove()
      rmSync(folder, { recursive: true })
    },
  }
}

/** One command, on a connection of its own. */
export async function tell(port: number, [name = '', ...args]: readonly string[]): Promise<unknown> {
  const redis = new Redis({
    host: '127.0.0.1',
    port,
    lazyConnect: true,
    retryStrategy: () => null,
    enableReadyCheck: false,
  })
  // What ioredis rejects with says only that the connection is closed, and neither why nor whose it was.
  let why: unknown
  redis.on('error', (fault: unknown) => {
    why ??= fault
  })
  try {
    await redis.connect()
    return await redis.call(name, ...args)
  } catch (thrown) {
    throw new Error(`the server at ${port} did not do ${name}: ${why ?? thrown}`, { cause: thrown })
  } finally {
    redis.disconnect()
  }
}

async function linked(port: number): Promise<number> {
  const info = String(await tell(port, ['INFO', 'replication']))
  return [...info.matchAll(/^slave\d+:.*state=online/gm)].length
}

function serverAt(servers: readonly RedisServer[], port: number): RedisServer {
  const server = servers.find((one) => one.port === port)
  if (!server) throw new Error(`no server listens at ${port}`)
  return server
}

/** Groups take their seconds, and say nothing before. */
async function eventually(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never happened: ${what}`)
}
