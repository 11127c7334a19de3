import { plainText } from '../plain-text.ts'
import { replyText } from './reply-id.ts'
import { contentShapes, type Envelope, type Media } from './shapes.ts'

/** A file that WhatsApp keeps for us for some days. */
export interface MediaRef {
  id: string
  /** As the customer's phone named it. */
  name?: string
}

export interface Content {
  text: string
  attachments: { contentType: string; name?: string; media?: MediaRef }[]
}

/** Of what a customer sends that the bot can't use: a person sees what it is, and it is no file of ours. */
const KIND = 'application/vnd.whatsapp.'
/** Longer than any phone sends. */
const TEXT_LIMIT = 65_536

/**
 * What a message says, as text and attachments. What can't be read, of a kind that is unknown or known, is an
 * attachment that nobody can open: so it reaches a person, and is not lost.
 */
export function contentOf({ type }: Envelope, given: unknown): Content {
  return readAs(type, given) ?? { text: '', attachments: [{ contentType: `${KIND}${plain(type)}` }] }
}

function readAs(type: string, given: unknown): Content | undefined {
  switch (type) {
    case 'text':
      return words(contentShapes.text.safeParse(given).data?.text.body)
    case 'button':
      return words(contentShapes.button.safeParse(given).data?.button.text)
    case 'interactive': {
      const pressed = contentShapes.interactive.safeParse(given).data?.interactive
      if (!pressed) return undefined
      return words(replyText(pressed.type === 'button_reply' ? pressed.button_reply : pressed.list_reply))
    }
    case 'image':
      return file(contentShapes.image.safeParse(given).data?.image, 'image/jpeg')
    case 'sticker':
      return file(contentShapes.sticker.safeParse(given).data?.sticker, 'image/webp')
    case 'video':
      return file(contentShapes.video.safeParse(given).data?.video, 'video/mp4')
    case 'audio':
      return file(contentShapes.audio.safeParse(given).data?.audio, 'audio/ogg')
    case 'voice':
      return file(contentShapes.voice.safeParse(given).data?.voice, 'audio/ogg')
    case 'document':
      return file(contentShapes.document.safeParse(given).data?.document, 'application/octet-stream')
    case 'location': {
      const place = contentShapes.location.safeParse(given).data?.location
      if (!place) return undefined
      const at = `${place.latitude},${place.longitude}`
      const map = `https://www.google.com/maps?q=${at}`
      return thing('location', `📍 ${[place.name, place.address, map].filter(Boolean).join(' · ')}`)
    }
    case 'contacts': {
      const cards = contentShapes.contacts.safeParse(given).data?.contacts
      const lines = cards?.map(({ name, phones }) =>
        [`👤 ${name?.formatted_name ?? ''}`.trim(), ...(phones ?? []).map(({ phone }) => phone)]
          .filter(Boolean)
          .join(' · '),
      )
      return lines && thing('contacts', lines.join('\n'))
    }
    case 'order': {
      const order = contentShapes.order.safeParse(given).data?.order
      const items = order?.product_items.map(({ product_retailer_id, quantity, item_price, currency }) =>
        `🛒 ${quantity} × ${product_retailer_id} ${item_price ? `(${item_price} ${currency ?? ''})` : ''}`.trim(),
      )
      return items && thing('order', [...(order?.text ? [order.text] : []), ...items].join('\n'))
    }
    default:
      return undefined
  }
}

/** Empty words are none: then it goes as a thing that can't be read. */
function words(text: string | undefined): Content | undefined {
  const said = text === undefined ? '' : clean(text)
  return said === '' ? undefined : { text: said, attachments: [] }
}

function file(given: Media | undefined, otherwise: string): Content | undefined {
  if (!given) return undefined
  const contentType = given.mime_type?.split(';', 1)[0]?.trim() || otherwise
  const name = clean(given.filename ?? '').slice(0, 120)
  const named = name === '' ? {} : { name }
  return {
    text: clean(given.caption ?? ''),
    attachments: [{ contentType, ...named, media: { id: given.id, ...named } }],
  }
}

function thing(kind: string, text: string): Content {
  return { text: clean(text), attachments: [{ contentType: `${KIND}${kind}` }] }
}

function clean(text: string): string {
  return plainText(text.slice(0, TEXT_LIMIT))
}

function plain(type: string): string {
  return type.replace(/[^a-z0-9_-]/gi, '') || 'unknown'
}
