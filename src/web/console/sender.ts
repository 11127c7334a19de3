import { effect, untracked } from '@preact/signals'
import type { Api } from './api.ts'
import { nextToSend, type Outgoing } from './model/outbox.ts'
import { connection, me, outbox, post } from './state.ts'

const RETRY_FIRST_MS = 1_000
const RETRY_MOST_MS = 15_000
/** While the desk was hearing nothing, an answer may still come: sending is tried again this soon. */
let retryMs = RETRY_FIRST_MS
let resting: ReturnType<typeof setTimeout> | undefined

export interface SenderDeps {
  api: Api
  onSignedOut(): void
  /** The server has it: read the case, so that the line takes the place of the waiting one. */
  onAccepted(key: string): Promise<void>
}

/** Empties the outbox, in order for each case. Every message carries its id, so that trying again is harmless. */
export function startSender(deps: SenderDeps): void {
  effect(() => {
    const next = nextToSend(outbox.value)
    const isLive = connection.value === 'live'
    if (!me.value || next.length === 0) return
    untracked(() => {
      if (isLive && resting !== undefined) rest(0)
      if (resting === undefined) for (const item of next) void send(deps, item)
    })
  })
}

async function send(deps: SenderDeps, item: Outgoing): Promise<void> {
  post({ type: 'sending', id: item.id })
  const reply = await deps.api.post(item.key, item.kind, { id: item.id, text: item.text })
  switch (reply.kind) {
    case 'ok':
      retryMs = RETRY_FIRST_MS
      post({ type: 'accepted', id: item.id })
      await deps.onAccepted(item.key)
      post({ type: 'remove', id: item.id })
      return
    case 'refused':
      post({ type: 'refused', id: item.id, code: reply.code })
      return
    case 'signed-out':
      post({ type: 'again', id: item.id })
      deps.onSignedOut()
      return
    case 'away':
      rest(retryMs)
      retryMs = Math.min(retryMs * 2, RETRY_MOST_MS)
      post({ type: 'again', id: item.id })
  }
}

/** Waits before the next attempt; `rest(0)` ends the waiting. */
function rest(ms: number): void {
  clearTimeout(resting)
  resting = undefined
  if (ms === 0) return
  resting = setTimeout(() => {
    resting = undefined
    outbox.value = [...outbox.value]
  }, ms)
}
