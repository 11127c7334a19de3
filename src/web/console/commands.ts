import type { CaseRequests, MeView, PresenceView } from '../../http/wire.ts'
import type { Api, Reply } from './api.ts'
import { notify } from './notices.ts'
import { nameOf, words } from './settings.ts'
import {
  aboutToLose,
  closeBelongings,
  column,
  dialog,
  draftOf,
  feed,
  me,
  missingKey,
  openBelongings,
  openCase,
  openKey,
  post,
  readUpTo,
  rows,
  setDraft,
} from './state.ts'
import { letGo, type Sync } from './sync.ts'

/** Typing is told to the customer at most this often. */
const TYPING_EVERY_MS = 3_000

/** Refusals of a claim that mean: somebody else has it. */
const LOST = new Set(['taken', 'stale'])

/** A new id: 128 bits of chance, also on pages that are not served over HTTPS. */
export function freshId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('')
}

export type Commands = ReturnType<typeof createCommands>

/** What an agent can do. Every outcome is told in words; nothing throws. */
export function createCommands(api: Api, sync: Sync, onSignedOut: () => void) {
  let lastTypingAt = 0
  let pendingClaim: string | undefined
  let pendingPromise: string | undefined

  /** True when it was done. */
  function settle<T>(reply: Reply<T>): reply is Extract<Reply<T>, { kind: 'ok' }> {
    if (reply.kind === 'ok') return true
    if (reply.kind === 'signed-out') onSignedOut()
    else notify(reply.kind === 'away' ? words.peek().serverAway : whyRefused(reply), 'bad')
    return false
  }

  async function act(key: string, verb: Parameters<Api['act']>[1], done?: string): Promise<boolean> {
    if (verb === 'release') letGo.add(key)
    const reply = await api.act(key, verb)
    const isDone = settle(reply)
    if (isDone && done) notify(done, 'good')
    if (!isDone && verb === 'release') letGo.delete(key)
    await Promise.all([sync.loadCase(key), sync.loadChats()])
    if (isDone && verb === 'release') readTranscript()
    return isDone
  }

  async function open(key: string): Promise<void> {
    missingKey.value = undefined
    openKey.value = key
    column.value = 'chat'
    await sync.loadCase(key)
    await markRead(key)
  }

  async function markRead(key: string): Promise<void> {
    const view = feed.peek().cases[key]
    if (!view?.mine) return
    const heardUpTo = feed.peek().events.at(-1)?.at ?? view.at
    readUpTo.value = { ...readUpTo.peek(), [key]: Math.max(view.at, heardUpTo) }
    const last = view.transcript.findLast((line) => line.from?.kind === 'customer')
    if (last) await api.post(key, 'read', { seq: last.seq })
  }

  async function setPresence(status: PresenceView['status'], capacity: number): Promise<void> {
    const reply = await api.setPresence(status, capacity)
    if (settle(reply) && me.peek()) me.value = { ...(me.peek() as MeView), presence: reply.body }
  }

  async function claim(key: string): Promise<void> {
    letGo.delete(key)
    const reply = await api.act(key, 'claim')
    if (reply.kind === 'refused' && LOST.has(reply.code)) notify(words.peek().claimLost, 'bad')
    else if (settle(reply))
      notify(words.peek().claimed(nameOf(feed.peek().cases[key]?.customer.name, key)), 'good')
    await open(key)
  }

  async function letCaseGo<V extends 'transfer' | 'resolve'>(
    key: string,
    verb: V,
    body: CaseRequests[V],
    done: string,
  ): Promise<boolean> {
    letGo.add(key)
    const isDone = settle(await api.post(key, verb, body))
    if (isDone) {
      notify(done, 'good')
      dialog.value = undefined
    } else letGo.delete(key)
    await Promise.all([sync.loadCase(key), sync.loadChats()])
    if (isDone) readTranscript()
    return isDone
  }

  return {
    open,
    claim,
    setPresence,
    markRead,
    loadOlder: sync.loadOlder,
    loadDesk: sync.loadDesk,
    showMoreOfQueue: sync.showMoreOfQueue,

    async signIn(account: string): Promise<boolean> {
      const reply = await api.signIn(account)
      if (reply.kind !== 'ok') return false
      const self = await api.me()
      if (self.kind === 'ok') enter(self.body)
      return self.kind === 'ok'
    },

    async signOut(): Promise<void> {
      await api.signOut()
      closeBelongings()
      me.value = null
    },

    async takeNext(): Promise<void> {
      // The same id until an answer came: a lost answer must not take two cases.
      pendingClaim ??= freshId()
      const reply = await api.claimNext(pendingClaim)
      if (reply.kind !== 'away') pendingClaim = undefined
      if (!settle(reply)) return
      if (reply.status === 204 || !reply.body) {
        notify(words.peek().noneToTake)
        return
      }
      const { key } = reply.body
      letGo.delete(key)
      await open(key)
      notify(words.peek().claimed(nameOf(feed.peek().cases[key]?.customer.name, key)), 'good')
    },

    /** Puts what is written into the outbox; the box is free for the next words at once. */
    send(key: string): void {
      const draft = draftOf(key)
      const isNote = draft.mode === 'note'
      const text = (isNote ? draft.note : draft.reply).trim()
      if (!text) return
      post({
        type: 'add',
        item: {
          id: freshId(),
          key,
          kind: isNote ? 'notes' : 'messages',
          text,
          at: new Date().toISOString(),
        },
      })
      setDraft(key, isNote ? { note: '', mode: 'reply' } : { reply: '' })
    },

    /** Has a message sent again that its channel could not deliver. */
    async sendAgain(key: string, line: { conversationId: string; seq: number }): Promise<void> {
      const { conversationId, seq } = line
      settle(await api.post(key, 'send-again', { conversationId, seq }))
      await sync.loadCase(key)
    },

    typing(key: string): void {
      const at = performance.now()
      if (at - lastTypingAt < TYPING_EVERY_MS) return
      lastTypingAt = at
      void api.post(key, 'typing', {})
    },

    async stillHere(): Promise<void> {
      const key = aboutToLose.peek()?.key ?? openKey.peek()
      if (!key) return
      settle(await api.act(key, 'still-here'))
      await sync.loadChats()
    },

    async togglePark(): Promise<void> {
      const key = openKey.peek()
      const row = rows.peek().find((r) => r.key === key)
      if (!key || !row) return
      await act(key, row.parked ? 'unpark' : 'park', row.parked ? undefined : words.peek().parkedDone)
    },

    async release(): Promise<void> {
      const view = openCase.peek()
      if (view?.mine) await act(view.key, 'release', words.peek().releasedDone)
    },

    async promise(key: string, made: Omit<CaseRequests['commitments'], 'id'>): Promise<void> {
      pendingPromise ??= freshId()
      const reply = await api.post(key, 'commitments', { id: pendingPromise, ...made })
      // Sent again after a loss it is the same promise; after a refusal it is another one.
      if (reply.kind !== 'away') pendingPromise = undefined
      if (settle(reply)) dialog.value = undefined
      await sync.loadCase(key)
    },

    async settlePromise(
      key: string,
      id: string,
      end: { how: 'confirmed'; ref: string } | { how: 'broken'; why: string } | { how: 'off' },
    ): Promise<void> {
      const reply =
        end.how === 'confirmed' ? await api.confirm(id, end.ref) : await api.endCommitment(id, end)
      if (settle(reply)) dialog.value = undefined
      await sync.loadCase(key)
    },

    /** Says what came of a work item; true when that is stored. */
    async finishWork(key: string, body: CaseRequests['work']): Promise<boolean> {
      const isDone = settle(await api.post(key, 'work', body))
      if (isDone) notify(words.peek().workStored, 'good')
      await sync.loadCase(key)
      return isDone
    },

    async checking(key: string, minutes: number): Promise<void> {
      if (settle(await api.post(key, 'checking', { minutes }))) dialog.value = undefined
      await Promise.all([sync.loadCase(key), sync.loadChats()])
    },

    transfer: (key: string, body: CaseRequests['transfer']) =>
      letCaseGo(key, 'transfer', body, words.peek().transferredDone),

    resolve: (key: string, body: CaseRequests['resolve']) =>
      letCaseGo(key, 'resolve', body, words.peek().resolvedDone(key)),

    /** Off duty: each open chat goes where the agent said, then no more come. */
    async leaveDuty(
      plan: Readonly<Record<string, 'keep' | 'release' | { agentId: string }>>,
    ): Promise<boolean> {
      const self = me.peek()
      if (!self) return false
      for (const [key, choice] of Object.entries(plan)) {
        if (choice === 'keep') continue
        letGo.add(key)
        const reply =
          choice === 'release'
            ? await api.act(key, 'release')
            : await api.post(key, 'transfer', { to: { agentId: choice.agentId } })
        if (!settle(reply)) return false
      }
      await setPresence('away', self.presence.capacity)
      dialog.value = undefined
      return true
    },
  }
}

/** The reply box is gone with the chat: the keyboard goes on where the eyes are. */
function readTranscript(): void {
  document.getElementById('transcript')?.focus()
}

export function enter(self: MeView): void {
  openBelongings(self.id)
  me.value = self
}

function whyRefused(reply: Extract<Reply<unknown>, { kind: 'refused' }>): string {
  const w = words.peek()
  switch (reply.code) {
    case 'stale':
      return w.staleCase
    case 'not-yours':
      return w.notYours
    case 'at-capacity':
      return w.atCapacity
    case 'taken':
      return w.claimLost
    case 'closed':
      return w.closedCase
    case 'not-available':
      return w.notAvailable
    default:
      return w.refused(reply.message)
  }
}
