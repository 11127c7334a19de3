import { NotDeliverable } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import type { Head } from '../../turn/conversation.ts'
import type { MessageLine } from '../../turn/line.ts'
import type { PushChannel, SendOptions } from '../channel.ts'
import type { ChannelState } from './channel-state.ts'
import type { Graph } from './graph.ts'
import { WINDOW_CLOSED } from './graph-errors.ts'
import { lastHeard } from './last-heard.ts'
import { type Content, render } from './render.ts'
import { writeTag } from './tag.ts'
import { renderTemplate } from './template.ts'
import { recipientOf } from './threads.ts'

/** After the customer's last message WhatsApp takes words of ours for so long. */
export const WINDOW_MS = 24 * 3_600_000
/** Lines of which some messages were accepted and some not yet: remembered until they go again. */
const HALF_SENT = 1_000

/**
 * Lines to customers by the Graph API. At most 80 messages a second go out in all, and to one person about one every
 * six seconds after a burst of 45; we keep a little under both.
 * developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits, /throughput
 */
export class WhatsAppPush implements PushChannel {
  readonly channel = 'whatsapp'
  readonly confirms = true
  readonly pace = { channel: { burst: 70, everyMs: 14 }, conversation: { burst: 40, everyMs: 6_000 } }
  readonly #graph: Graph
  readonly #store: Store
  readonly #state: ChannelState
  readonly #template: string | undefined
  /** How many messages of a line WhatsApp has: a second try begins behind them. */
  readonly #accepted = new Map<string, number>()
  /** When customers wrote last, as far as this process has looked. */
  readonly #heardAt = new Map<string, number>()

  constructor(parts: { graph: Graph; store: Store; state: ChannelState; template?: string | undefined }) {
    this.#graph = parts.graph
    this.#store = parts.store
    this.#state = parts.state
    this.#template = parts.template
  }

  async send(head: Head, line: MessageLine, { id, seq, signal }: SendOptions): Promise<void> {
    const recipient = recipientOf(head)
    const contents = (await this.#isOpen(head)) ? render(line, head.language) : this.#late(line, head)
    const way = `${id}:${seq}`
    for (let at = this.#accepted.get(way) ?? 0; at < contents.length; at += 1) {
      const tag = writeTag({
        conversationId: head.id,
        seq,
        lineId: id,
        isLast: at === contents.length - 1,
      })
      await this.#state.watch(() =>
        this.#graph.send({ ...recipient, ...contents[at], biz_opaque_callback_data: tag }, signal),
      )
      if (contents.length > 1) this.#note(way, at + 1)
    }
    this.#accepted.delete(way)
    if (line.from.kind === 'agent') this.#markRead(head.id)
  }

  /** What may be sent once the 24 hours are over. */
  #late(line: MessageLine, head: Head): Content[] {
    if (this.#template === undefined) throw new NotDeliverable(WINDOW_CLOSED)
    return [renderTemplate(line, this.#template, head.language)]
  }

  /** Whether the customer wrote within the last 24 hours. Where that isn't known, WhatsApp says it. */
  async #isOpen(head: Head): Promise<boolean> {
    const since = this.#store.now() - WINDOW_MS
    if ((this.#heardAt.get(head.id) ?? 0) > since) return true
    const heard = await lastHeard(this.#store, head.id)
    if (!heard) return true
    if (this.#heardAt.size >= HALF_SENT) this.#heardAt.clear()
    this.#heardAt.set(head.id, heard.at)
    return heard.at > since
  }

  /** A person has answered: so they have read what they answered to. */
  #markRead(conversationId: string): void {
    void lastHeard(this.#store, conversationId)
      .then((heard) => (heard?.messageId ? this.#graph.markRead(heard.messageId, false) : undefined))
      .catch(() => undefined)
  }

  #note(way: string, accepted: number): void {
    if (this.#accepted.size >= HALF_SENT) this.#accepted.clear()
    this.#accepted.set(way, accepted)
  }
}
