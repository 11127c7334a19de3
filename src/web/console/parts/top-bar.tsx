import type { JSX } from 'preact'
import { Icon } from '../icons.tsx'
import { KEYS } from '../keys.ts'
import { clockText } from '../model/time.ts'
import { longestWaitFrom } from '../model/views.ts'
import { notice } from '../notices.ts'
import { words } from '../settings.ts'
import { connection, dialog, feed, me, now, openCase, query, rows } from '../state.ts'
import { useTools } from './context.ts'

export function TopBar(): JSX.Element {
  const { commands } = useTools()
  const w = words.value
  return (
    <header class="top">
      {openCase.value?.mine && (
        <a class="skip" href="#reply">
          {w.skipToReply}
        </a>
      )}
      <h1 class="unseen">{w.consoleHeading}</h1>
      <Duty />
      <button
        type="button"
        class="button button--primary"
        title={KEYS.takeNext}
        aria-keyshortcuts="Alt+N"
        onClick={() => void commands.takeNext()}
      >
        {w.takeNext}
      </button>
      <Waiting />
      <ConnectionState />
      <search class="top__search">
        <Icon name="search" />
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          aria-label={w.search}
          placeholder={w.searchHint}
          title={KEYS.search}
          value={query.value}
          onInput={(e) => {
            query.value = e.currentTarget.value
          }}
          onKeyDown={(e) => {
            if (e.key === 'Escape') query.value = ''
          }}
        />
      </search>
      <IconButton icon="keyboard" label={w.shortcuts} hint="?" onClick={() => open('shortcuts')} />
      <IconButton icon="settings" label={w.settings} hint={KEYS.settings} onClick={() => open('settings')} />
      <IconButton icon="signOut" label={w.signOut} onClick={() => signOut(commands)} />
      <Toast />
    </header>
  )
}

function open(name: 'shortcuts' | 'settings'): void {
  dialog.value = name
}

function Duty(): JSX.Element {
  const { commands } = useTools()
  const w = words.value
  const self = me.value
  if (!self) return <div />
  const { status, capacity } = self.presence
  const load = feed.value.chats ? rows.value.filter((row) => !row.parked).length : self.presence.load
  const isOn = status === 'available'
  return (
    <div class="duty">
      <button
        type="button"
        class={`duty__button duty__button--${status}`}
        title={`${isOn ? w.goAway : w.goAvailable} (${KEYS.duty})`}
        aria-pressed={isOn}
        onClick={() => toggleDuty(commands)}
      >
        <span class="duty__dot" aria-hidden="true" />
        {w.duty[status]}{' '}
        <span class="duty__load">
          {load}/{capacity}
        </span>
      </button>
      <select
        class="duty__capacity"
        aria-label={w.capacity}
        title={w.capacity}
        value={String(capacity)}
        onChange={(e) => void commands.setPresence(status, Number(e.currentTarget.value))}
      >
        {[1, 2, 3, 4, 5, 6, 7, 8].map((n) => (
          <option key={n} value={String(n)}>
            {n}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Going off duty with open chats asks first who gets each. */
export function toggleDuty(commands: ReturnType<typeof useTools>['commands']): void {
  const self = me.peek()
  if (!self) return
  const { status, capacity } = self.presence
  if (status === 'away') void commands.setPresence('available', capacity)
  else if (rows.peek().some((row) => !row.parked)) dialog.value = 'away'
  else void commands.setPresence('away', capacity)
}

/** Signing out ends duty, so it asks the same. */
function signOut(commands: ReturnType<typeof useTools>['commands']): void {
  if (rows.peek().some((row) => !row.parked)) dialog.value = 'sign-out'
  else void commands.signOut()
}

function Waiting(): JSX.Element {
  const w = words.value
  const queue = feed.value.queue
  const size = queue?.size ?? 0
  const oldest = queue && longestWaitFrom(queue.waiting)
  return (
    <p class="top__waiting">
      {size === 0 ? (
        w.waitingNone
      ) : (
        <>
          <strong>{w.waiting(size)}</strong>
          {oldest && (
            <span class="top__longest">{w.longestWait(clockText(now.value - Date.parse(oldest)))}</span>
          )}
        </>
      )}
    </p>
  )
}

function ConnectionState(): JSX.Element {
  const state = connection.value
  return (
    <p class={`connection connection--${state}`} role="status">
      <span class="connection__dot" aria-hidden="true" />
      {words.value.connection[state]}
    </p>
  )
}

function IconButton(p: {
  icon: 'keyboard' | 'settings' | 'signOut'
  label: string
  hint?: string
  onClick(): void
}): JSX.Element {
  return (
    <button
      type="button"
      class={`icon-button icon-button--${p.icon}`}
      aria-label={p.label}
      title={p.hint ? `${p.label} (${p.hint})` : p.label}
      onClick={p.onClick}
    >
      <Icon name={p.icon} />
    </button>
  )
}

/** What just happened, for the eyes; ears are told by the announcer. */
function Toast(): JSX.Element | null {
  const shown = notice.value
  if (!shown) return null
  return (
    <div class={`toast toast--${shown.tone}`} key={shown.id}>
      <span dir="auto">{shown.text}</span>
      <button
        type="button"
        class="plain"
        aria-label={words.value.close}
        onClick={() => {
          notice.value = undefined
        }}
      >
        ×
      </button>
    </div>
  )
}
