import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll } from '@jest/globals'
import { bundleServer } from './bundle-server.ts'

/** A real server in its own process. */
export interface ServerProcess {
  url: string
  child: ChildProcess
  /** Resolves when the process is gone, with the signal that ended it. */
  gone: Promise<string | null>
  kill(signal: NodeJS.Signals): Promise<string | null>
}

/** A Monday morning at the demo desk. */
const MONDAY_10_BOGOTA = Date.UTC(2026, 10, 23, 15)
const MINUTE_MS = 60_000
let started = 0
const outdir = path.join(import.meta.dirname, `../../dist/failing-server-${process.pid}`)
let bundled: Promise<string> | undefined
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

/** Starts the server over a data folder; `failpoint` is where it kills itself. Each start is a little later. */
export async function startServer(
  dataDir: string,
  { failpoint = '', port = 0 }: { failpoint?: string; port?: number } = {},
): Promise<ServerProcess> {
  started += 1
  // Once for a test file: each of them starts many.
  bundled ??= bundleServer(path.join(import.meta.dirname, 'failing-server.ts'), outdir)
  const script = await bundled
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: path.join(outdir, 'compiled'),
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      FAILPOINT: failpoint,
      CLOCK_AT: String(MONDAY_10_BOGOTA + started * MINUTE_MS),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit').then(([, signal]) => signal as string | null)
  const lines = createInterface({ input: child.stdout })
  const url = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    gone.then((signal) => {
      throw new Error(`the server ended before it was ready: ${signal}`)
    }),
  ])
  return {
    url,
    child,
    gone,
    async kill(signal) {
      child.kill(signal)
      return await gone
    },
  }
}
