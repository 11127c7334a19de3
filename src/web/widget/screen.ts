import type {
  ActivityAttachment,
  ConversationStatus,
  EchoData,
  MessageActivity,
  OutgoingActivity,
  SaidData,
} from '../../channels/web/activity.ts'
import type { KeptReceipt, Unsent } from './unsent.ts'

export type LinkState = 'connecting' | 'online' | 'offline'
export type Speaker = 'customer' | 'bot' | 'agent' | 'system'

/** One message as the screen shows it. */
export interface Shown {
  id: string
  seq: number
  from: Speaker
  /** Of an agent. */
  name?: string
  text: string
  at: number
  /** Labels of the choices under it. */
  choices: string[]
  files: ActivityAttachment[]
  receipt?: SaidData['receipt']
  /** Shown before its echo has arrived. */
  isLocal?: boolean
  /** The desk's, for the receipt's date. */
  timeZone?: string
}

export interface Typing {
  from: 'bot' | 'agent'
  name?: string
}

/** All that the widget shows. Replaced as a whole, never changed in place. */
export interface Screen {
  isOpen: boolean
  link: LinkState | 'idle'
  status: ConversationStatus
  /** By `seq`; each once. */
  messages: readonly Shown[]
  unsent: readonly Unsent[]
  /** The agent has read the customer's messages up to here. */
  agentReadTo: number
  /** What was said and the customer has seen, up to here. */
  seenTo: number
  typing: Typing | undefined
}

export const EMPTY: Screen = {
  isOpen: false,
  link: 'idle',
  status: { owner: 'bot' },
  messages: [],
  unsent: [],
  agentReadTo: 0,
  seenTo: 0,
  typing: undefined,
}

/** The screen after one activity of the server. The same activity again changes nothing. */
export function take(screen: Screen, activity: OutgoingActivity): Screen {
  if (activity.type === 'typing') {
    const from = activity.channelData?.escotilla?.from ?? 'bot'
    const { name } = activity.from
    return { ...screen, typing: { from, ...(name ? { name } : {}) } }
  }
  if (activity.type === 'event') {
    if (activity.name === 'escotilla.state') return { ...screen, status: activity.channelData.escotilla }
    return { ...screen, agentReadTo: Math.max(screen.agentReadTo, activity.value.seq) }
  }
  if (activity.type !== 'message') return screen
  return withMessage(screen, activity)
}

function withMessage(screen: Screen, activity: MessageActivity): Screen {
  const shown = shownOf(activity)
  if (!shown) return screen
  const data = activity.channelData?.escotilla
  return {
    ...placed(screen, shown),
    // A poll has no header events: what is said carries the header of its moment.
    status: data && data.from !== 'customer' ? statusOf(data) : screen.status,
    typing: shown.from === 'customer' ? screen.typing : undefined,
  }
}

/** Puts a message in its place. One that is there already stays as it is, unless this device only guessed at it. */
export function placed(screen: Screen, shown: Shown): Screen {
  const there = screen.messages.find((message) => message.seq === shown.seq)
  if (there && (!there.isLocal || shown.isLocal)) return screen
  const messages = [...screen.messages.filter((message) => message !== there), shown]
  messages.sort((a, b) => a.seq - b.seq)
  return { ...screen, messages }
}

/** What was sent and is stored, shown before its echo arrives. */
export function sentAs(unsent: Unsent, seq: number): Shown {
  const files = unsent.file
    ? [{ contentType: unsent.file.type, contentUrl: unsent.file.data, name: unsent.file.name }]
    : []
  return {
    id: unsent.id,
    seq,
    from: 'customer',
    text: unsent.text,
    at: unsent.at,
    choices: [],
    files,
    isLocal: true,
  }
}

/** What the server said about an ask that it keeps until its store is back. */
export function receiptOf(unsent: Unsent, as: KeptReceipt): Shown {
  return { id: `${unsent.id}-kept`, seq: 0, from: 'system', text: as.text, at: 0, choices: [], files: [] }
}

function shownOf(activity: MessageActivity): Shown | undefined {
  const data: SaidData | EchoData | undefined = activity.channelData?.escotilla
  const seq = data?.seq ?? Number(activity.id?.split('|')[1])
  if (!Number.isSafeInteger(seq)) return undefined
  const from = data?.from ?? (activity.from.role === 'user' ? 'customer' : 'bot')
  const receipt = data && 'receipt' in data ? data.receipt : undefined
  const { name } = activity.from
  return {
    id: activity.id ?? String(seq),
    seq,
    from,
    ...(from === 'agent' && name ? { name } : {}),
    text: activity.text ?? '',
    at: activity.timestamp ? Date.parse(activity.timestamp) : Date.now(),
    choices: (activity.suggestedActions?.actions ?? []).map((action) => action.value),
    files: activity.attachments ?? [],
    ...(receipt ? { receipt } : {}),
    ...(data && 'timeZone' in data && data.timeZone ? { timeZone: data.timeZone } : {}),
  }
}

function statusOf(data: SaidData): ConversationStatus {
  const { from: _from, seq: _seq, receipt: _receipt, ...status } = data
  return status
}

/** Messages to the customer that they have not seen. */
export function unseen(screen: Screen): Shown[] {
  return screen.messages.filter((message) => message.from !== 'customer' && message.seq > screen.seenTo)
}

/** The customer asked for a person and it has not left this device. */
export function isAskWaiting(screen: Screen): boolean {
  return screen.unsent.some((unsent) => unsent.action === 'ask' && !unsent.refused && !unsent.keptAs)
}

/** The receipt of an ask that the server keeps until its store is back. */
export function keptAsk(screen: Screen): KeptReceipt | undefined {
  return screen.unsent.find((unsent) => unsent.keptAs)?.keptAs
}
