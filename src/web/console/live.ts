import type { AgentEvent } from '../../http/wire.ts'
import { API } from './api.ts'

export type Connection = 'connecting' | 'live' | 'reconnecting' | 'offline'

export interface LiveDeps {
  onEvent(at: number, event: AgentEvent): void
  onConnection(state: Connection): void
  /** A stream without a position to resume from has begun: read everything again. */
  onFreshStream(): void
  /** The server refused the stream: perhaps the session has ended. */
  onRefused(): Promise<void>
}

const EVENT_NAMES: AgentEvent['type'][] = [
  'queue',
  'case',
  'line',
  'delivery',
  'typing',
  'lease-warning',
  'presence',
  'reset',
]
const RETRY_FIRST_MS = 1_000
const RETRY_MOST_MS = 15_000

/**
 * The live stream. The browser reconnects by itself and sends `Last-Event-ID`, so that nothing is missed; when it
 * gives up (the server answered something else), a fresh stream is opened and everything is read again.
 */
export function openLive(deps: LiveDeps): { close(): void } {
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let retryMs = RETRY_FIRST_MS
  let closed = false

  const hear = (message: MessageEvent<string>): void => {
    let event: AgentEvent
    try {
      event = JSON.parse(message.data) as AgentEvent
    } catch {
      return
    }
    const at = Number(message.lastEventId)
    deps.onEvent(message.lastEventId === '' || Number.isNaN(at) ? -1 : at, event)
  }

  function open(): void {
    if (closed) return
    let isFresh = true
    source = new EventSource(`${API}/events`)
    source.onopen = () => {
      retryMs = RETRY_FIRST_MS
      deps.onConnection('live')
      if (isFresh) deps.onFreshStream()
      isFresh = false
    }
    source.onerror = () => {
      deps.onConnection(navigator.onLine ? 'reconnecting' : 'offline')
      if (source?.readyState === EventSource.CLOSED) reopenLater()
    }
    source.onmessage = hear
    for (const name of EVENT_NAMES) source.addEventListener(name, hear)
  }

  function reopenLater(): void {
    source?.close()
    clearTimeout(retry)
    retry = setTimeout(() => void deps.onRefused().then(open), retryMs)
    retryMs = Math.min(retryMs * 2, RETRY_MOST_MS)
  }

  const onOnline = (): void => {
    deps.onConnection('reconnecting')
    if (source?.readyState !== EventSource.OPEN) {
      retryMs = RETRY_FIRST_MS
      reopenLater()
    }
  }
  const onOffline = (): void => deps.onConnection('offline')
  addEventListener('online', onOnline)
  addEventListener('offline', onOffline)
  deps.onConnection(navigator.onLine ? 'connecting' : 'offline')
  open()

  return {
    close() {
      closed = true
      clearTimeout(retry)
      source?.close()
      removeEventListener('online', onOnline)
      removeEventListener('offline', onOffline)
    },
  }
}
