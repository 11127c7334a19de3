import { TooManyMessages } from '../../errors.ts'
import type { Logger } from '../../telemetry.ts'
import { ChannelRefused } from './graph-errors.ts'

/** What an operator has to know of the channel: whether WhatsApp takes what we send. */
export class ChannelState {
  readonly #logger: Pick<Logger, 'error' | 'warn' | 'info'>
  #trouble: string | undefined

  constructor(logger: Pick<Logger, 'error' | 'warn' | 'info'>) {
    this.#logger = logger
  }

  /** For `/readyz`; undefined when all is well. */
  note(): string | undefined {
    return this.#trouble
  }

  /** Calls the Graph API and learns from what comes of it. */
  async watch<T>(call: () => Promise<T>): Promise<T> {
    try {
      const result = await call()
      if (this.#trouble !== undefined) this.#logger.info('WhatsApp takes messages again')
      this.#trouble = undefined
      return result
    } catch (thrown) {
      if (thrown instanceof ChannelRefused)
        this.#tell(`messages on WhatsApp wait: ${thrown.message}`, 'error')
      else if (thrown instanceof TooManyMessages && thrown.of === 'channel') {
        this.#tell(`messages on WhatsApp wait: ${thrown.message}`, 'warn')
      }
      throw thrown
    }
  }

  #tell(trouble: string, level: 'error' | 'warn'): void {
    if (this.#trouble !== trouble) this.#logger[level]({ trouble }, 'WhatsApp does not take messages now')
    this.#trouble = trouble
  }
}
