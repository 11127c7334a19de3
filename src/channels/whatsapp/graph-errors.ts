import { NotDeliverable, TooManyMessages } from '../../errors.ts'
import type { GraphError } from './shapes.ts'

/** The token, the account or a setting is wrong: nothing goes out until an operator has mended it. */
export class ChannelRefused extends TooManyMessages {}

const REFUSED_PAUSE_MS = 60_000
const LIMITED_PAUSE_MS = 5_000
/** One message in so long to one customer, after a burst. */
const PAIR_PAUSE_MS = 6_000
const LONGEST_PAUSE_MS = 10 * 60_000

/**
 * What WhatsApp's error codes mean to us, and to an agent in a few words.
 * Codes: developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const HOPELESS = {
  100: 'WhatsApp did not accept the form of the message',
  131008: 'WhatsApp did not accept the form of the message',
  131009: 'WhatsApp did not accept the form of the message',
  131021: 'the number is our own',
  131026: 'this number can not receive it: it has no WhatsApp, or has not accepted its terms',
  131030: 'this number is not among those that the test account may write to',
  131047: 'more than 24 hours since the customer wrote: WhatsApp takes only a template',
  131049: 'WhatsApp chose not to deliver it, to spare its users',
  131050: 'the customer no longer accepts such messages',
  131051: 'WhatsApp does not know this kind of message',
  130472: 'WhatsApp chose not to deliver it: the number is in an experiment of theirs',
  130497: 'WhatsApp does not allow messages to this country',
  132000: 'the template does not take this text',
  132001: 'there is no such template in this language',
  132005: 'the text is too long for the template',
  132007: 'the template breaks the rules of WhatsApp',
  132012: 'the template does not take this text',
  132015: 'the template is paused for its quality',
  132016: 'the template is disabled for its quality',
} as const
const HOPELESS_CODES: Readonly<Record<number, string>> = HOPELESS
/** Outside of the 24 hours after the customer's last message. */
export const WINDOW_CLOSED = `${HOPELESS[131047]} (131047)`
export const TOO_LONG_FOR_TEMPLATE = `${HOPELESS[132005]} (132005)`

/** What an operator has to mend; until then messages wait. */
const REFUSED: Readonly<Record<number, string>> = {
  0: 'the access token is not accepted',
  3: 'the app has no permission to send',
  10: 'the app has no permission to send',
  190: 'the access token is not accepted: it has expired or was withdrawn',
  368: 'the account is blocked for breaking a rule of WhatsApp',
  131005: 'the access token has no permission to send',
  131031: 'the account is locked',
  131042: 'the account cannot pay: look at its payment method',
  131045: 'the phone number is not registered',
  133010: 'the phone number is not registered',
}
const LIMITED = new Set([4, 80007, 130429, 131048, 133016])
const PAIR_LIMITED = 131056

/** What an agent reads of a message that WhatsApp did not deliver. */
export function wordsOf(error: GraphError | undefined): string {
  if (!error) return 'WhatsApp did not deliver it and did not say why'
  return `${HOPELESS_CODES[error.code] ?? 'WhatsApp did not deliver it'} (${error.code})`
}

/** What a refusal means for the message, as what the sender understands. Never says the token or what was sent. */
export function faultOf(status: number, error: GraphError | undefined, retryAfter: string | null): Error {
  const code = error?.code
  if (code !== undefined && REFUSED[code] !== undefined) {
    return new ChannelRefused(REFUSED_PAUSE_MS, `${REFUSED[code]} (${code})`)
  }
  if (code !== undefined && code >= 200 && code < 300) {
    return new ChannelRefused(REFUSED_PAUSE_MS, `the app has no permission to send (${code})`)
  }
  if (status === 401 || status === 403) {
    return new ChannelRefused(REFUSED_PAUSE_MS, `the access token is not accepted (${status})`)
  }
  if (code === PAIR_LIMITED) {
    const message = `too many messages to this customer (${code})`
    return new TooManyMessages(PAIR_PAUSE_MS, message, { of: 'conversation' })
  }
  if (status === 429 || (code !== undefined && LIMITED.has(code))) {
    return new TooManyMessages(pauseOf(retryAfter), `too many messages (${code ?? status})`)
  }
  if (code !== undefined && HOPELESS_CODES[code] !== undefined) return new NotDeliverable(wordsOf(error))
  return new Error(`WhatsApp did not accept it (${code ?? status})`)
}

function pauseOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? Number.NaN)
  if (!Number.isFinite(seconds) || seconds <= 0) return LIMITED_PAUSE_MS
  return Math.min(seconds * 1_000, LONGEST_PAUSE_MS)
}
