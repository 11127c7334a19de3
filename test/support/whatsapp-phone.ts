import { createHmac } from 'node:crypto'
import type { Sent } from './graph-api.ts'

/** A message or a status as a webhook of Meta's holds it. */
export type WebhookPart = Readonly<Record<string, unknown>>

export interface Webhook {
  object: string
  entry: { id: string; changes: { field: string; value: Record<string, unknown> }[] }[]
}

/** Whose webhooks they are: the number of the business, and the secret that Meta signs with. */
export interface Business {
  phoneNumberId: string
  appSecret: string
}

let messages = 0

/** A customer's phone: makes what Meta would post about it. */
export class Phone {
  readonly number: string
  readonly name: string

  constructor(number: string, name = 'Ana Pérez') {
    this.number = number
    this.name = name
  }

  /** A message of any kind; each has an id of its own unless one is given. */
  message(type: string, content: WebhookPart, more: WebhookPart = {}): WebhookPart {
    messages += 1
    const id = `wamid.PHONE${this.number}${String(messages).padStart(6, '0')}`
    return { from: this.number, id, timestamp: '1764000000', type, [type]: content, ...more }
  }

  text(body: string, more: WebhookPart = {}): WebhookPart {
    return this.message('text', { body }, more)
  }

  /** Presses a choice of a message that this phone shows, by what it shows. */
  press(sent: Sent, title: string): WebhookPart {
    const choice = sent.choices.find((one) => one.title === title)
    if (!choice) throw new Error(`the phone shows no "${title}": ${sent.choices.map((one) => one.title)}`)
    const kind = sent.isList ? 'list_reply' : 'button_reply'
    return this.message('interactive', { type: kind, [kind]: choice }, { context: { id: sent.id } })
  }

  /** As WhatsApp sends it: with who it is from. */
  contact(): WebhookPart {
    return { profile: { name: this.name }, wa_id: this.number }
  }
}

/** What WhatsApp tells of a message that it has. */
export function statusOf(sent: Sent, status: string, errors?: readonly { code: number; title: string }[]) {
  return {
    id: sent.id,
    status,
    timestamp: '1764000001',
    recipient_id: sent.to,
    ...(sent.tag === undefined ? {} : { biz_opaque_callback_data: sent.tag }),
    ...(errors ? { errors: errors.map((one) => ({ ...one, message: one.title })) } : {}),
  }
}

/** One webhook; `contacts` are those of the phones that wrote. */
export function webhookOf(
  phoneNumberId: string,
  parts: { contacts?: WebhookPart[]; messages?: WebhookPart[]; statuses?: WebhookPart[] },
): Webhook {
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId }
  const value = { messaging_product: 'whatsapp', metadata, ...parts }
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }],
  }
}

/** Posts a webhook as Meta does, signed over its very bytes; answers the status, or 'cut'. */
export async function postWebhook(
  url: string,
  body: Webhook | string,
  { appSecret }: Pick<Business, 'appSecret'>,
  signature?: string,
): Promise<number | 'cut'> {
  const bytes = typeof body === 'string' ? body : JSON.stringify(body)
  const signed = signature ?? `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`
  try {
    const response = await fetch(`${url}/webhooks/whatsapp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signed },
      body: bytes,
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 'cut'
  }
}

/** What phones write, in one webhook. */
export function postFrom(
  url: string,
  business: Business,
  phone: Phone,
  ...written: WebhookPart[]
): Promise<number | 'cut'> {
  const body = webhookOf(business.phoneNumberId, { contacts: [phone.contact()], messages: written })
  return postWebhook(url, body, business)
}
