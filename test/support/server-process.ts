import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** A real server in its own process. */
export interface ServerProcess {
  url: string
  child: ChildProcess
  /** Resolves when the process is gone, with the signal that ended it. */
  gone: Promise<string | null>
  kill(signal: NodeJS.Signals): Promise<string | null>
}

/** Starts the server over a data folder; `failpoint` is where it kills itself. */
export async function startServer(dataDir: string, failpoint = ''): Promise<ServerProcess> {
  const script = path.join(import.meta.dirname, 'failing-server.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', FAILPOINT: failpoint },
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
