import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll } from '@jest/globals'
import { build } from 'esbuild'

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

/**
 * The script, bundled once for a test file as `npm start` bundles its own: most of a start from sources is finding
 * and stripping them. It lies in the tree, where the product finds its own folder and its packages.
 */
async function bundle(): Promise<string> {
  await build({
    // The product is an entry of its own, or it would take this script for itself and start twice.
    entryPoints: {
      server: path.join(import.meta.dirname, 'failing-server.ts'),
      product: path.join(import.meta.dirname, '../../src/main.ts'),
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['botbuilder', 'ioredis', '@azure/*', 'dtrace-provider'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  })
  return path.join(outdir, 'server.js')
}

/** Starts the server over a data folder; `failpoint` is where it kills itself. Each start is a little later. */
export async function startServer(
  dataDir: string,
  { failpoint = '', port = 0 }: { failpoint?: string; port?: number } = {},
): Promise<ServerProcess> {
  started += 1
  bundled ??= bundle()
  const script = await bundled
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: {
      PATH: process.env.PATH,
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
