import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real Redis of the test's own, on a free port of the loopback. */
export interface RedisServer {
  url: string
  port: number
  /** Where its append-only file is. */
  folder: string
  /** Kills it as a crash does. */
  kill(): Promise<void>
  /** It holds still, with its connections open, until it is started again or goes on. */
  pause(): void
  goOn(): void
  /** Starts it again over the same data. */
  start(): Promise<void>
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

/** `options` are lines of redis.conf: `['maxmemory', '8mb']`. Writes are flushed one by one unless they say otherwise. */
export async function startRedis(...options: readonly (readonly [string, string])[]): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'escotilla-redis-'))
  const port = await freePort()
  const settings = [
    ['port', String(port)],
    ['bind', '127.0.0.1'],
    ['dir', folder],
    ['save', ''],
    ['appendonly', 'yes'],
    ['appendfsync', 'always'],
    ...options,
  ].flatMap(([name, value]) => [`--${name}`, value ?? ''])
  let server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] })

  async function ready(): Promise<void> {
    let said = ''
    for await (const chunk of server.stdout ?? []) {
      said += chunk
      if (!said.includes('Ready to accept connections')) continue
      server.stdout?.resume()
      return
    }
    // Whoever connects would be told no more than that the connection is closed.
    throw new Error(`redis-server ended before it was ready: ${said.trim().split('\n').at(-1)}`)
  }
  async function kill(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
  }
  await ready()
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    folder,
    kill,
    pause: () => void server.kill('SIGSTOP'),
    goOn: () => void server.kill('SIGCONT'),
    async start() {
      server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] })
      await ready()
    },
    async remove() {
      await kill()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Below those that systems give to connections on their way out: a server that is down for a while finds it free again. */
const PORTS = { from: 12_000, to: 32_000 }

/** A port of the loopback that nobody has, and that nobody gets by chance while its server is down. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to)
    const server = createServer().listen(port, '127.0.0.1')
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
