import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RedisServer } from '../support/redis-server.ts'
import type { Order } from './failpoints.ts'
import { RedisLine } from './redis-line.ts'

const ROOT = join(import.meta.dirname, '../..')

export interface FleetOptions {
  /** How many servers. */
  size: number
  /** What each of them runs; see bundle.ts. */
  script: string
  redis: RedisServer
  /** Shared by all: uploads and the secret. */
  dataDir: string
  deskFile: string
  companyUrl: string
  /** How wrong each server's clock is, milliseconds. */
  skews: readonly number[]
}

/** One real server process behind a line to Redis of its own. It keeps its address over all of its lives. */
export class Server {
  readonly index: number
  readonly line: RedisLine
  readonly #options: FleetOptions
  #child: ChildProcess | undefined
  #gone: Promise<void> = Promise.resolve()
  #port = 0

  constructor(index: number, line: RedisLine, options: FleetOptions) {
    this.index = index
    this.line = line
    this.#options = options
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Resolves when the process is over, however it ended. */
  get gone(): Promise<void> {
    return this.#gone
  }

  /** Starts it again until it is ready: a start over a Redis that is away fails, as under any keeper of processes. */
  async start(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (await this.#begin()) return
    }
  }

  async #begin(): Promise<boolean> {
    const { script, dataDir, deskFile, companyUrl, skews } = this.#options
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: join(tmpdir(), 'escotilla-compile-cache'),
        PORT: String(this.#port),
        DATA_DIR: dataDir,
        DESK_FILE: deskFile,
        REDIS_URL: `redis://127.0.0.1:${this.line.port}`,
        LOG_LEVEL: process.env.CHAOS_LOG ?? 'silent',
        COMPANY_URL: companyUrl,
        CLOCK_SKEW_MS: String(skews[this.index] ?? 0),
      },
      stdio: ['ignore', 'pipe', process.env.CHAOS_LOG ? 'inherit' : 'ignore', 'ipc'],
    })
    this.#child = child
    this.#gone = once(child, 'exit').then(() => undefined)
    const lines = createInterface({ input: child.stdout ?? process.stdin })
    const ready = once(lines, 'line').then(([line]) => String(line))
    const first = await Promise.race([ready, this.#gone])
    if (typeof first !== 'string' || !URL.canParse(first)) return false
    this.#port = Number(new URL(first).port)
    lines.on('line', (line) => process.env.CHAOS_LOG && process.stderr.write(`${line}\n`))
    return true
  }

  order(order: Order): void {
    if (this.#child?.connected) this.#child.send(order, () => undefined)
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal)
  }

  /** Whether a signal stopped it (proc(5), the state in stat). */
  isStopped(): boolean {
    try {
      const stat = readFileSync(`/proc/${this.#child?.pid}/stat`, 'latin1')
      return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T')
    } catch {
      return false
    }
  }

  async kill(): Promise<void> {
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return
    this.#child.kill('SIGKILL')
    await this.#gone
  }
}

/** N identical servers that share one desk over one Redis. */
export async function startFleet(options: FleetOptions): Promise<Server[]> {
  const never = new AbortController().signal
  const servers: Server[] = []
  for (let index = 0; index < options.size; index += 1) {
    servers.push(new Server(index, await RedisLine.open(options.redis.port), options))
  }
  // The first one makes the shared secret.
  for (const server of servers) await server.start(never)
  return servers
}

export async function stopFleet(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map((server) => server.kill()))
  await Promise.all(servers.map((server) => server.line.close()))
}
