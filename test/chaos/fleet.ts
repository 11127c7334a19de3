import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { WhatsAppSettings } from '../../src/channels/whatsapp/open.ts'
import { freePort } from '../support/redis-server.ts'
import { pause } from './client.ts'
import type { Order } from './failpoints.ts'
import type { Installation } from './installation.ts'
import { Line } from './line.ts'

/** Between two looks at whether a server has become calm, milliseconds. */
const CALM_LOOK_MS = 50
/** So many lines of what a server said are remembered. */
const LAST_WORDS = 12
/** It is asked again when it has not answered by then, milliseconds. */
const ANSWER_MS = 5_000

export interface FleetOptions {
  /** How many servers. */
  size: number
  installation: Installation
  /** Undefined: one server with the embedded store. */
  redisPort: number | undefined
  /** Variables of the environment: which of the installation's faults are in. */
  broken: Readonly<Record<string, string>>
  /** Shared by all: uploads, spools and the secret. */
  dataDir: string
  deskFile: string
  companyUrl: string
  /** Undefined: messages are read locally alone. */
  cluUrl: string | undefined
  /** Undefined: there is no such channel. */
  whatsapp: WhatsAppSettings | undefined
  /** How wrong each server's clock is, milliseconds. */
  skews: readonly number[]
  /** A server ended, or stopped, at this failpoint. */
  onPoint(place: string): void
  /** A bot was run over this message, which ends its process. */
  onPoison(text: string): void
  /** A server that answered ended, and nobody had ended it: what it said last. */
  onCrash(lastWords: string): void
}

/** One real server process behind a line of its own. It is started again whenever it ends, and keeps its address. */
export class Server {
  readonly index: number
  /** To Redis. */
  readonly line: Line | undefined
  readonly #options: FleetOptions
  readonly #over = new AbortController()
  #child: ChildProcess | undefined
  /** It has the same one in each of its lives. */
  readonly #port: number
  #up = Promise.withResolvers<void>()
  #isUp = false
  /** How often it was told to be calm, and which of these orders it has read. */
  #calms = 0
  #calmed = 0
  #counted = Promise.withResolvers<number>()
  #gone = Promise.withResolvers<void>()
  /** The next life begins when this is over. */
  #rest: Promise<void> = Promise.resolve()
  #kept: Promise<void> = Promise.resolve()

  constructor(index: number, port: number, line: Line | undefined, options: FleetOptions) {
    this.index = index
    this.#port = port
    this.line = line
    this.#options = options
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Resolves once it answers; at once when it does. */
  get ready(): Promise<void> {
    return this.#up.promise
  }

  /** Resolves when this life is over, however it ends. */
  get gone(): Promise<void> {
    return this.#gone.promise
  }

  start(): Promise<void> {
    this.#kept = this.#keep()
    return this.ready
  }

  async stop(): Promise<void> {
    this.#over.abort()
    this.#child?.kill('SIGKILL')
    await this.#kept
    await this.line?.close()
  }

  /** Ends this life as a crash does; the next one begins when `rest` is over. Resolves when it is gone. */
  async kill(rest: Promise<void> = Promise.resolve()): Promise<void> {
    this.#rest = rest
    const { gone } = this
    this.#child?.kill('SIGKILL')
    await gone
  }

  /** Stops as a server does that is told to; the next life begins when `rest` is over. Resolves when it is gone. */
  async pause(rest: Promise<void>): Promise<void> {
    await this.ready
    this.#rest = rest
    const { gone } = this
    this.order({ kind: 'stop' })
    await gone
  }

  order(order: Order): void {
    if (this.#child?.connected) this.#child.send(order, () => undefined)
  }

  /** How many wait in its store, as it says; undefined: it says nothing. One asks at a time. */
  async waiting(over: AbortSignal): Promise<number | undefined> {
    await Promise.race([this.ready, pause({ over }, ANSWER_MS)])
    this.#counted = Promise.withResolvers()
    this.order({ kind: 'count' })
    const nothing = Promise.race([this.gone, pause({ over }, ANSWER_MS)]).then(() => undefined)
    return await Promise.race([this.#counted.promise, nothing])
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal)
  }

  /**
   * Takes back an order to fail; over when nothing can come of it any more. It may be met until it is taken back, and a
   * server that has stopped by itself reads no order: it is made to go on until it says that it is calm.
   */
  async calm(over: AbortSignal): Promise<void> {
    this.#calms += 1
    const nth = this.#calms
    const { gone } = this
    let isGone = false
    void gone.then(() => {
      isGone = true
    })
    while (!isGone && this.#calmed < nth && !over.aborted) {
      this.order({ kind: 'calm', nth })
      this.signal('SIGCONT')
      await Promise.race([gone, pause({ over }, CALM_LOOK_MS)])
    }
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

  /** As any keeper of processes does: over a Redis that is away a start fails, and is tried again. */
  async #keep(): Promise<void> {
    const { signal } = this.#over
    while (!signal.aborted) {
      await Promise.race([this.#rest, new Promise((resolve) => signal.addEventListener('abort', resolve))])
      if (signal.aborted) return
      await this.#live()
    }
  }

  async #live(): Promise<void> {
    const child = this.#spawn()
    this.#child = child
    const { onPoint, onPoison, onCrash } = this.#options
    const lastWords: string[] = []
    createInterface({ input: child.stderr ?? process.stdin }).on('line', (line) => {
      lastWords.push(line)
      if (lastWords.length > LAST_WORDS) lastWords.shift()
      if (process.env.CHAOS_LOG) process.stderr.write(`${line}\n`)
    })
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      const [what, value = ''] = line.split(/ (.*)/s)
      if (what === 'point') onPoint(value)
      else if (what === 'poison') onPoison(value)
      else if (what === 'calm') this.#calmed = Number(value)
      else if (what === 'waiting') this.#counted.resolve(Number(value))
      else if (what === 'ready') {
        this.#isUp = true
        this.#up.resolve()
      } else if (process.env.CHAOS_LOG) process.stderr.write(`${line}\n`)
    })
    await once(child, 'close')
    // Who is told to stop ends with 0, who is killed by a signal. One that finds no Redis when it starts may end.
    if (this.#isUp && child.signalCode === null && child.exitCode !== 0) onCrash(lastWords.join(' · '))
    // Who waits for a life that never got so far waits for the next one.
    if (this.#isUp) this.#up = Promise.withResolvers()
    this.#isUp = false
    const { resolve } = this.#gone
    this.#gone = Promise.withResolvers()
    resolve()
  }

  #spawn(): ChildProcess {
    const { installation, broken, dataDir, deskFile, companyUrl, cluUrl, whatsapp, skews } = this.#options
    return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', installation.script], {
      cwd: installation.folder,
      env: {
        ...broken,
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: join(installation.folder, 'compiled'),
        PORT: String(this.#port),
        DATA_DIR: dataDir,
        DESK_FILE: deskFile,
        ...(this.line ? { REDIS_URL: `redis://127.0.0.1:${this.line.port}` } : {}),
        LOG_LEVEL: process.env.CHAOS_LOG ?? 'silent',
        COMPANY_URL: companyUrl,
        ...(whatsapp === undefined ? {} : { WHATSAPP: JSON.stringify(whatsapp) }),
        ...(cluUrl === undefined ? {} : { CLU_URL: cluUrl }),
        CLOCK_SKEW_MS: String(skews[this.index] ?? 0),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
  }
}

/** Identical servers that share one desk. */
export async function startFleet(options: FleetOptions): Promise<Server[]> {
  const servers: Server[] = []
  for (let index = 0; index < options.size; index += 1) {
    const line = options.redisPort === undefined ? undefined : await Line.open(options.redisPort)
    servers.push(new Server(index, await freePort(), line, options))
  }
  // The first one makes the shared secret.
  for (const server of servers) await server.start()
  return servers
}
