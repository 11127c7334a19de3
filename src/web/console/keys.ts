import { dialog } from './state.ts'

export type KeyName =
  | 'takeNext'
  | 'takeThis'
  | 'stillHere'
  | 'firstOwed'
  | 'nextChat'
  | 'previousChat'
  | 'reply'
  | 'note'
  | 'send'
  | 'checking'
  | 'transfer'
  | 'park'
  | 'release'
  | 'resolve'
  | 'transcript'
  | 'older'
  | 'customer'
  | 'search'
  | 'duty'
  | 'settings'
  | 'help'

/**
 * Shortcuts work everywhere, in the reply box too, so each has Alt (or is a function key): single letters would
 * get in the way of those who speak to their computer (WCAG 2.1.4).
 */
export const KEYS: Readonly<Record<KeyName, string>> = {
  takeNext: 'Alt+N',
  takeThis: 'Alt+G',
  stillHere: 'F2',
  firstOwed: 'Alt+1',
  nextChat: 'Alt+↓',
  previousChat: 'Alt+↑',
  reply: 'Alt+R',
  note: 'Alt+O',
  send: 'Ctrl+Enter',
  checking: 'Alt+V',
  transfer: 'Alt+T',
  park: 'Alt+P',
  release: 'Alt+L',
  resolve: 'Alt+X',
  transcript: 'Alt+M',
  older: 'Alt+A',
  customer: 'Alt+I',
  search: 'Alt+B',
  duty: 'Alt+U',
  settings: 'Alt+J',
  help: '?',
}

const ARROWS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑' }

/** Which shortcut a pressed key is. */
export function shortcutOf(event: KeyboardEvent, isWriting: boolean): KeyName | undefined {
  if (event.isComposing) return undefined
  const pressed = pressedKey(event)
  if (pressed === '?' && isWriting) return undefined
  return (Object.keys(KEYS) as KeyName[]).find((name) => KEYS[name] === pressed)
}

function pressedKey(event: KeyboardEvent): string {
  const { key } = event
  if (event.ctrlKey || event.metaKey) return key === 'Enter' ? 'Ctrl+Enter' : ''
  if (!event.altKey) return key
  if (ARROWS[key]) return `Alt+${ARROWS[key]}`
  // A Mac's Option types other letters: there the key's place counts.
  const letter = /^[a-z0-9]$/i.test(key) ? key : event.code.replace(/^(Key|Digit)/, '')
  return `Alt+${letter.toUpperCase()}`
}

/** Listens for shortcuts; while a dialog is open only its own keys count. */
export function listenToKeys(run: Partial<Record<KeyName, () => void>>): void {
  addEventListener('keydown', (event) => {
    const target = event.target as Element | null
    const isWriting = target?.matches('input, textarea, select') ?? false
    const name = shortcutOf(event, isWriting)
    const command = name && run[name]
    if (!command || (dialog.value !== undefined && name !== 'stillHere')) return
    event.preventDefault()
    command()
  })
}
