import { z } from 'zod'

/**
 * What a webhook of the WhatsApp Cloud API carries, as far as it is read here. Each level is checked by itself, so
 * that one item that doesn't fit loses no other.
 * Format: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export const deliveryShape = z.object({ object: z.string(), entry: z.array(z.unknown()) })
export const entryShape = z.object({ changes: z.array(z.unknown()) })
export const changeShape = z.object({
  field: z.string(),
  value: z.object({ metadata: z.object({ phone_number_id: z.string() }).optional() }).loose(),
})

const list = z.array(z.unknown()).nullish()
export const valueShape = z.object({ contacts: list, messages: list, statuses: list })

/** An id that Meta gave; we store it and give it back. */
const id = z.string().min(1).max(512)
const words = z.string().nullish()

/** `wa_id` is absent for who hides their number: then there is a user id that this business alone knows. */
export const contactShape = z.object({
  wa_id: id.nullish(),
  user_id: id.nullish(),
  profile: z.object({ name: words }).nullish(),
})
export type Contact = z.infer<typeof contactShape>

/** What every message has, whatever its kind: enough to store that it came. */
export const envelopeShape = z.object({
  id,
  from: id.nullish(),
  from_user_id: id.nullish(),
  type: z.string().max(64).default('unknown'),
  /** Seconds since the epoch. */
  timestamp: z.coerce.number().nullish(),
})
export type Envelope = z.infer<typeof envelopeShape>

const media = z.object({ id, mime_type: words, caption: words, filename: words, sha256: words })
export type Media = z.infer<typeof media>
const reply = z.object({ id: z.string(), title: z.string() })

/** The kinds of content that are understood; any other kind goes to a person as one that can't be shown. */
export const contentShapes = {
  text: z.object({ text: z.object({ body: z.string() }) }),
  button: z.object({ button: z.object({ text: z.string() }) }),
  interactive: z.object({
    interactive: z.discriminatedUnion('type', [
      z.object({ type: z.literal('button_reply'), button_reply: reply }),
      z.object({ type: z.literal('list_reply'), list_reply: reply }),
    ]),
  }),
  image: z.object({ image: media }),
  video: z.object({ video: media }),
  audio: z.object({ audio: media }),
  voice: z.object({ voice: media }),
  document: z.object({ document: media }),
  sticker: z.object({ sticker: media }),
  location: z.object({
    location: z.object({ latitude: z.number(), longitude: z.number(), name: words, address: words }),
  }),
  contacts: z.object({
    contacts: z.array(
      z.object({
        name: z.object({ formatted_name: words }).nullish(),
        phones: z.array(z.object({ phone: words })).nullish(),
      }),
    ),
  }),
  order: z.object({
    order: z.object({
      text: words,
      product_items: z.array(
        z.object({
          product_retailer_id: z.string(),
          quantity: z.coerce.number(),
          item_price: z.coerce.number().nullish(),
          currency: words,
        }),
      ),
    }),
  }),
  /** No emoji: the customer took the reaction back. */
  reaction: z.object({ reaction: z.object({ message_id: id, emoji: words }) }),
  system: z.object({ system: z.object({ type: words, wa_id: words, new_wa_id: words }) }),
} as const

export const graphErrorShape = z.object({
  code: z.number(),
  message: words,
  title: words,
  error_subcode: z.number().nullish(),
  error_data: z.object({ details: words }).nullish(),
})
export type GraphError = z.infer<typeof graphErrorShape>

export const statusShape = z.object({
  id,
  status: z.string(),
  timestamp: z.coerce.number().nullish(),
  /** What we gave with the message; see tag.ts. */
  biz_opaque_callback_data: words,
  errors: z.array(graphErrorShape).nullish(),
})
export type Status = z.infer<typeof statusShape>
