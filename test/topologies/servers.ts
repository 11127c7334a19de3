import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { freePort } from '../support/redis-server.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const LOOK_EVERY_MS = 100

/** Real processes of the product that share one Redis and one data folder. */
export interface Servers {
  urls: string[]
  stop(): Promise<void>
}

/** Starts them one after another: the first makes the secret that all sign with. */
export async function startServers(many: number, settings: Record<string, string>): Promise<Servers> {
  const children: ChildProcess[] = []
  const urls: string[] = []
  while (urls.length < many) {
    const port = await freePort()
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'src/main.ts')],
      {
        cwd: ROOT,
        env: { PATH: process.env.PATH, ...settings, PORT: String(port) },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    children.push(child)
    const url = `http://127.0.0.1:${port}`
    while (!(await isReady(url))) {
      if (child.exitCode !== null) throw new Error(`a server ended with ${child.exitCode} while starting`)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
    urls.push(url)
  }
  return {
    urls,
    async stop() {
      for (const child of children) {
        if (child.exitCode !== null) continue
        const gone = once(child, 'exit')
        child.kill('SIGTERM')
        await gone
      }
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}
