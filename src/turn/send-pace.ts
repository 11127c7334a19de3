import type { PushChannel } from '../channels/channel.ts'
import type { Clock } from '../clock.ts'
import { FloodLimit } from '../flood-limit.ts'

const ALL = 'all'

/**
 * How fast one channel is sent to: as much as it takes in all, as much as it takes for one person, and nothing while it
 * has asked for a pause. Kept in this process: one process at a time sends to a channel that has limits.
 */
export class SendPace {
  readonly #channel: FloodLimit | undefined
  readonly #conversation: FloodLimit | undefined
  readonly #clock: Clock
  #pausedUntil = 0
  /** Conversations of which the channel takes nothing more for now. */
  readonly #pausedOnes = new Map<string, number>()

  constructor({ pace }: Pick<PushChannel, 'pace'>, clock: Clock) {
    this.#clock = clock
    this.#channel = pace?.channel && new FloodLimit(pace.channel, clock)
    this.#conversation = pace?.conversation && new FloodLimit(pace.conversation, clock)
  }

  /** Milliseconds until the channel takes anything from anybody. */
  get channelWaitMs(): number {
    return Math.max(0, this.#pausedUntil - this.#clock.now(), this.#channel?.waitMs(ALL) ?? 0)
  }

  /** Milliseconds until something may go out in this conversation. */
  waitMs(conversationId: string): number {
    return Math.max(
      this.channelWaitMs,
      this.#conversation?.waitMs(conversationId) ?? 0,
      (this.#pausedOnes.get(conversationId) ?? 0) - this.#clock.now(),
    )
  }

  /** Something goes out now. */
  count(conversationId: string): void {
    this.#channel?.take(ALL)
    this.#conversation?.take(conversationId)
  }

  /** The channel said that it gets too much: in all, or in one conversation. */
  pause(ms: number, conversationId?: string): void {
    const until = this.#clock.now() + ms
    if (conversationId === undefined) this.#pausedUntil = Math.max(this.#pausedUntil, until)
    else this.#pauseOne(conversationId, until)
  }

  #pauseOne(conversationId: string, until: number): void {
    for (const [id, end] of this.#pausedOnes) if (end <= this.#clock.now()) this.#pausedOnes.delete(id)
    this.#pausedOnes.set(conversationId, until)
  }
}
