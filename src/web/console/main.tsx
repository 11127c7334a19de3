import './console.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { createApi } from './api.ts'
import { createCommands, enter } from './commands.ts'
import { listenToKeys } from './keys.ts'
import { openLive } from './live.ts'
import { notify } from './notices.ts'
import { App } from './parts/app.tsx'
import { Tools } from './parts/context.ts'
import { toggleDuty } from './parts/top-bar.tsx'
import { startSender } from './sender.ts'
import { applySettings, language, words } from './settings.ts'
import {
  closeBelongings,
  connection,
  dialog,
  heardServerTime,
  me,
  openCase,
  openKey,
  owed,
  rows,
  setDraft,
  startTicking,
  tell,
} from './state.ts'
import { createSync } from './sync.ts'

const RETRY_MS = 3_000

const api = createApi(
  (...request) => fetch(...request),
  heardServerTime,
  () => language.value,
)
const sync = createSync(api, onSignedOut)
const commands = createCommands(api, sync, onSignedOut)

function onSignedOut(): void {
  if (!me.peek()) return
  closeBelongings()
  me.value = null
  notify(words.peek().signedOutKept)
}

/** Finds out who is signed in; while the server is away, it goes on asking. */
async function whoAmI(): Promise<void> {
  const reply = await api.me()
  if (reply.kind === 'ok') {
    if (me.peek()) me.value = reply.body
    else enter(reply.body)
  } else if (reply.kind === 'away') setTimeout(() => void whoAmI(), RETRY_MS)
  else if (me.peek()) onSignedOut()
  else me.value = null
}

let live: ReturnType<typeof openLive> | undefined
function listen(): void {
  live?.close()
  live = openLive({
    onEvent(at, event) {
      sync.onEvent(at, event)
      if (event.type === 'presence' && event.agentId === me.peek()?.id) void whoAmI()
    },
    onConnection(state) {
      connection.value = state
    },
    // What was heard before may have holes now: everything on screen is read again.
    onFreshStream: () => tell({ type: 'reset' }),
    onRefused: whoAmI,
  })
}

effect(() => {
  const isIn = Boolean(me.value)
  if (isIn && !live) listen()
  if (!isIn) {
    live?.close()
    live = undefined
  }
})

/** The chat above or below the open one, in the order of the list. */
function step(by: 1 | -1): void {
  const keys = [...owed.peek().mine, ...owed.peek().parked].map((row) => row.key)
  if (keys.length === 0) return
  const at = keys.indexOf(openKey.peek() ?? '')
  const next = at < 0 ? (by === 1 ? 0 : keys.length - 1) : (at + by + keys.length) % keys.length
  void commands.open(keys[next] as string)
}

function write(mode: 'reply' | 'note'): void {
  const key = openKey.peek()
  if (!key) return
  setDraft(key, { mode })
  document.getElementById('reply')?.focus()
}

function ask(name: 'transfer' | 'resolve' | 'checking'): void {
  if (openCase.peek()?.mine) dialog.value = name
}

const focus = (id: string): void => document.getElementById(id)?.focus()

listenToKeys({
  takeNext: () => void commands.takeNext(),
  takeThis() {
    const view = openCase.peek()
    if (view && !view.mine) void commands.claim(view.key)
  },
  stillHere: () => void commands.stillHere(),
  duty: () => toggleDuty(commands),
  firstOwed() {
    const [first] = owed.peek().mine
    if (first) void commands.open(first.key)
  },
  nextChat: () => step(1),
  previousChat: () => step(-1),
  reply: () => write('reply'),
  note: () => write('note'),
  send() {
    const key = openKey.peek()
    if (key) commands.send(key)
  },
  transfer: () => ask('transfer'),
  resolve: () => ask('resolve'),
  checking: () => ask('checking'),
  park: () => void commands.togglePark(),
  release: () => void commands.release(),
  search: () => focus('search'),
  transcript: () => focus('transcript'),
  customer: () => focus('customer'),
  older: () => document.getElementById('older')?.click(),
  help() {
    dialog.value = 'shortcuts'
  },
  settings() {
    dialog.value = 'settings'
  },
})

// The open case is in the address, so that a reload comes back to it.
let isFirst = true
effect(() => {
  const key = openKey.value
  if (me.value && isFirst) {
    isFirst = false
    const wanted = decodeURIComponent(location.hash.slice(1))
    if (wanted && !key) {
      void commands.open(wanted)
      return
    }
  }
  if (me.value) history.replaceState(null, '', key ? `#${encodeURIComponent(key)}` : location.pathname)
})

// Facts and reasons come worded by the server: in another language they are read anew.
let reads = language.peek()
effect(() => {
  const now = language.value
  const key = openKey.peek()
  if (now !== reads && key) void sync.loadCase(key)
  reads = now
})

// Whoever looks at another tab sees that somebody waits.
effect(() => {
  const unread = rows.value.reduce((sum, row) => sum + row.unread, 0)
  document.title = unread > 0 ? `(${unread}) ${words.value.title}` : words.value.title
})

applySettings()
startTicking()
startSender({ api, onSignedOut, onAccepted: sync.loadCase })
addEventListener('focus', () => {
  const key = openKey.peek()
  if (key && me.peek()) void commands.markRead(key)
})
void whoAmI()

const root = document.getElementById('console')
if (!root) throw new Error('the page has no #console element')
render(
  <Tools.Provider value={{ commands, api }}>
    <App />
  </Tools.Provider>,
  root,
)
