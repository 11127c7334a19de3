import { systemClock } from '../../src/system.ts'
import type { Chance } from './random.ts'

/** What every client of the run shares: where the servers are, when it is over, and its own chance. */
export interface Clients {
  urls(): readonly string[]
  /** Aborts when the run gives up waiting: nobody goes on trying. */
  over: AbortSignal
  /** Milliseconds since the run began. */
  elapsed(): number
}

export interface Answered {
  server: number
  status: number
  body: unknown
  cookie: string | undefined
  postedAt: number
}

export interface Asking {
  method?: string
  body?: unknown
  /** In place of `body`, as it is. */
  bytes?: string
  headers?: Record<string, string>
  patienceMs?: number
  /** Whoever asks is gone: nobody waits for the answer. */
  gone?: AbortSignal
}

/** A request gets no answer within so long, milliseconds: it is sent again. */
const PATIENCE_MS = 4_000

/** One request to one server; undefined: no answer came, and nobody knows what became of it. */
export async function ask(
  clients: Clients,
  server: number,
  path: string,
  options: Asking = {},
): Promise<Answered | undefined> {
  const url = clients.urls()[server] ?? ''
  const postedAt = clients.elapsed()
  const bytes = options.bytes ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
  const { method = bytes === undefined ? 'GET' : 'POST', patienceMs = PATIENCE_MS, gone } = options
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: url, ...options.headers },
      ...(bytes === undefined ? {} : { body: bytes }),
      signal: AbortSignal.any([clients.over, AbortSignal.timeout(patienceMs), ...(gone ? [gone] : [])]),
    })
    const text = await response.text()
    const cookie = response.headers.get('set-cookie')?.split(';', 1)[0]
    return {
      server,
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      cookie,
      postedAt,
    }
  } catch {
    return undefined
  }
}

/** Tries until some server gives an answer that is not of the kind "try again". Undefined: the run, or who asks, is gone. */
export async function insist(
  clients: Clients,
  chance: Chance,
  path: string,
  options: Asking = {},
): Promise<Answered | undefined> {
  while (!clients.over.aborted && !options.gone?.aborted) {
    const answer = await ask(clients, anyServer(clients, chance), path, options)
    if (answer && answer.status < 500 && answer.status !== 429) return answer
    await pause(clients, chance.between(50, 400))
  }
  return undefined
}

export function anyServer(clients: Clients, chance: Chance): number {
  return chance.between(0, clients.urls().length - 1)
}

export async function pause({ over }: Pick<Clients, 'over'>, ms: number): Promise<void> {
  await systemClock.sleep(ms, over)
}
