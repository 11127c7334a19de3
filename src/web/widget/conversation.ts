import type { IncomingActivity, OutgoingActivity } from '../../channels/web/activity.ts'
import type { Language } from '../../language.ts'
import type { CustomerAction } from '../../turn/line.ts'
import type { Keep } from './keep.ts'
import { Link } from './link.ts'
import { openKeep } from './open-keep.ts'
import { Outbox } from './outbox.ts'
import { EMPTY, placed, receiptOf, type Screen, type Shown, sentAs, take, unseen } from './screen.ts'
import type { Unsent, UnsentFile } from './unsent.ts'

const TYPING_SHOWN_MS = 6_000
const TYPING_SENT_EVERY_MS = 3_000
const RETRY_LIMIT_MS = 15_000
/** A visitor whose last message is older is not connected until they open the widget. */
const WARM_MS = 24 * 3_600_000

/** What the customer does, and the screen that follows from it and from what the server says. */
export class Conversation {
  readonly keep: Keep
  readonly #link: Link
  readonly #outbox: Outbox
  readonly #watchers = new Set<(screen: Screen) => void>()
  readonly #heard = new Set<(said: Shown) => void>()
  #screen: Screen = EMPTY
  #typingTimer: ReturnType<typeof setTimeout> | undefined
  #typedAt = 0
  #retryMs = 0
  #readTold = 0
  #announcedTo: number

  /** Where the server is: addresses that it gives begin there. */
  readonly base: string

  constructor(base: string, language: Language) {
    this.base = base
    this.keep = openKeep(base)
    this.#outbox = new Outbox({
      keep: this.keep,
      space: base,
      post: (unsent) => this.#link.post(activityOf(unsent), unsent.file),
      onStored: (unsent, seq) => {
        if (seq !== undefined) this.#show(placed(this.#screen, sentAs(unsent, seq)))
      },
      onKept: (unsent, as) => {
        for (const heard of this.#heard) heard(receiptOf(unsent, as))
      },
      onChange: () => this.#show({ ...this.#screen, unsent: this.#outbox.list() }),
    })
    this.#link = new Link(base, this.keep, language, {
      onState: (link) => {
        this.#show({ ...this.#screen, link })
        if (link === 'online') this.#flush()
      },
      onConversation: (_id, isNew) => {
        if (isNew) {
          this.#seen(0)
          this.#outbox.forgetKept()
        }
        this.#show({
          ...EMPTY,
          isOpen: this.#screen.isOpen,
          link: this.#screen.link,
          unsent: this.#outbox.list(),
        })
        this.#show({ ...this.#screen, seenTo: this.keep.read<number>('seen') ?? 0 })
      },
      onActivities: (activities) => this.#take(activities),
    })
    const seenTo = this.keep.read<number>('seen') ?? 0
    this.#announcedTo = this.keep.read<number>('announced') ?? seenTo
    this.#screen = { ...EMPTY, seenTo, unsent: this.#outbox.list() }
    const isWarm = Date.now() - (this.keep.read<number>('last') ?? 0) < WARM_MS
    if (isWarm || !this.#outbox.isEmpty) this.#link.start()
  }

  get screen(): Screen {
    return this.#screen
  }

  watch(watcher: (screen: Screen) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Runs once for each new message to the customer, in order: what a screen reader hears. */
  onHeard(heard: (said: Shown) => void): void {
    this.#heard.add(heard)
  }

  open(): void {
    this.#show({ ...this.#screen, isOpen: true })
    this.#link.start()
    this.#markSeen()
  }

  close(): void {
    this.#show({ ...this.#screen, isOpen: false })
  }

  /** Says something; it is kept until the server has it. */
  send(text: string, more: { action?: CustomerAction; file?: UnsentFile } = {}): void {
    if (text.trim() === '' && !more.file && !more.action) return
    this.#outbox.add({ id: newId(), at: Date.now(), text: text.trim(), ...more })
    this.keep.write('last', Date.now())
    this.#link.start()
    this.#flush()
  }

  /** Asks for a person. Pressed again while the first ask is on its way, it is the same ask. */
  ask(text: string): void {
    if (this.#outbox.list().some((unsent) => unsent.action === 'ask' && !unsent.refused)) this.tryNow()
    else this.send(text, { action: 'ask' })
  }

  tryNow(): void {
    this.#link.nudge()
    this.#flush()
  }

  retry(unsent: Unsent): void {
    const { refused: _refused, isPassing: _passing, ...again } = unsent
    this.#outbox.remove(unsent.id)
    this.#outbox.add({ ...again, at: Date.now() })
    this.#flush()
  }

  discard(unsent: Unsent): void {
    this.#outbox.remove(unsent.id)
  }

  /** The customer is writing: an agent sees it, the bot has no use for it. */
  typing(): void {
    const now = Date.now()
    if (this.#screen.status.owner !== 'agent' || now - this.#typedAt < TYPING_SENT_EVERY_MS) return
    this.#typedAt = now
    this.#link.tell({ type: 'typing' })
  }

  /** What is on the screen has been seen, if anybody looks. */
  markSeen(): void {
    this.#markSeen()
  }

  #take(activities: readonly OutgoingActivity[]): void {
    let next = this.#screen
    for (const activity of activities) {
      next = take(next, activity)
      const echoed = activity.type === 'message' ? activity.channelData?.clientActivityID : undefined
      // The echo is the acknowledgement, also when the answer to our request was lost on its way.
      if (echoed) this.#outbox.remove(echoed)
    }
    this.#show({ ...next, unsent: this.#outbox.list() })
    this.#expireTyping()
    this.#announce()
    this.#markSeen()
  }

  #announce(): void {
    for (const message of this.#screen.messages) {
      if (message.from === 'customer' || message.seq <= this.#announcedTo) continue
      this.#announcedTo = message.seq
      for (const heard of this.#heard) heard(message)
    }
    this.keep.write('announced', this.#announcedTo)
  }

  #markSeen(): void {
    if (!this.#screen.isOpen || document.visibilityState !== 'visible') return
    const last = unseen(this.#screen).at(-1)
    if (!last) return
    this.#seen(last.seq)
    this.keep.write('last', Date.now())
    if (last.seq > this.#readTold) {
      this.#readTold = last.seq
      this.#link.tell({ type: 'event', name: 'escotilla.read', value: { seq: last.seq } })
    }
    this.#show({ ...this.#screen, seenTo: last.seq })
  }

  #seen(seq: number): void {
    this.keep.write('seen', seq)
    if (seq === 0) {
      this.#announcedTo = 0
      this.#readTold = 0
    }
  }

  #expireTyping(): void {
    clearTimeout(this.#typingTimer)
    if (!this.#screen.typing) return
    this.#typingTimer = setTimeout(() => this.#show({ ...this.#screen, typing: undefined }), TYPING_SHOWN_MS)
  }

  #flush(): void {
    void this.#outbox.flush().then((isDone) => {
      this.#retryMs = isDone ? 0 : Math.min(RETRY_LIMIT_MS, Math.max(1_000, this.#retryMs * 2))
      // Without a network the link's return starts it again; a store that is away is asked again here.
      if (!isDone && navigator.onLine) setTimeout(() => this.#flush(), this.#retryMs)
    })
  }

  #show(screen: Screen): void {
    this.#screen = screen
    for (const watcher of this.#watchers) watcher(screen)
  }
}

/** 128 bits of chance. `crypto.randomUUID` is missing on pages without https. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

function activityOf(unsent: Unsent): IncomingActivity {
  return {
    type: 'message',
    text: unsent.text,
    channelData: {
      clientActivityID: unsent.id,
      ...(unsent.action ? { escotilla: { action: unsent.action } } : {}),
    },
  }
}
