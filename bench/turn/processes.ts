import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('../../', import.meta.url)

/** A server under measurement. */
export interface Running {
  pid: number
  url: URL
  stop(): Promise<void>
}

/** Processor seconds (user and system) a process has used since its start. Linux counts in 1/100 s. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Resident memory of a process, in MB (1,048,576 bytes). */
export function residentMb(pid: number): number {
  const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
  return Number(kb) / 1024
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (!address || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** `redisUrl`: where its state is; in memory without. */
export async function startBaseline(redisUrl?: string): Promise<Running> {
  const port = await freePort()
  const child = fork(new URL('baseline.ts', import.meta.url), {
    env: {
      ...process.env,
      PORT: String(port),
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await new Promise((ready, failed) => {
    child.once('message', ready)
    child.once('exit', (code) => failed(new Error(`the baseline ended with ${code} while starting`)))
  })
  return running(child, port)
}

/**
 * Starts the product as `npm start` does, with no settings but port and data folder, and waits until `/readyz`
 * answers 200. `nodeFlags`: more arguments for node, to profile it. `redisUrl`: over Redis in place of its own file.
 */
export async function startProduct(
  dataDir: string,
  nodeFlags: readonly string[] = [],
  redisUrl?: string,
): Promise<Running & { readyMs: number }> {
  const port = await freePort()
  const url = new URL(`http://127.0.0.1:${port}`)
  const begun = performance.now()
  const start = startCommand()
  const child = spawn(process.execPath, [...nodeFlags, ...start.args], {
    cwd: root,
    env: {
      ...start.env,
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      DATA_DIR: dataDir,
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  for (;;) {
    if (ended) throw new Error('the product ended while starting')
    if (await isReady(url)) break
    await pause(5)
  }
  return { ...running(child, port), readyMs: performance.now() - begun }
}

/**
 * What `npm start` sets and gives to node, so that what is measured is what runs. What it builds before is built by
 * the npm script.
 */
function startCommand(): { env: Record<string, string>; args: string[] } {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>
  }
  const [setting = '', exec, program, ...args] = scripts.start?.split('&&').at(-1)?.trim().split(/\s+/) ?? []
  const [name, value] = setting.split('=')
  if (!name || !value || exec !== 'exec' || program !== 'node')
    throw new Error('the start script does not end in `NAME=value exec node …`')
  return { env: { [name]: value }, args }
}

async function isReady(url: URL): Promise<boolean> {
  try {
    return (await fetch(new URL('/readyz', url))).ok
  } catch {
    return false
  }
}

function running(child: ChildProcess, port: number): Running {
  const pid = child.pid
  process.once('exit', () => child.kill('SIGKILL'))
  if (pid === undefined) throw new Error('the process did not start')
  return {
    pid,
    url: new URL(`http://127.0.0.1:${port}`),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** A data folder of this run's own, gone with it. */
export function temporaryFolder(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'escotilla-bench-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
