import type { z } from 'zod'
import { contentOf, type MediaRef } from './content.ts'
import {
  type Contact,
  changeShape,
  contactShape,
  contentShapes,
  deliveryShape,
  type Envelope,
  entryShape,
  envelopeShape,
  type Status,
  statusShape,
  valueShape,
} from './shapes.ts'

/** Who writes, by the ids that WhatsApp has for them: a number, an id that only this business knows, or both. */
export interface Sender {
  phone?: string
  user?: string
}

/** One thing that a webhook tells. */
export type Item =
  | {
      kind: 'message'
      from: Sender
      name?: string
      /** WhatsApp's id of the message: sent again, it is the same message. */
      id: string
      text: string
      attachments: { contentType: string; name?: string; media?: MediaRef }[]
      /** Seconds since the epoch; 0: not told. */
      at: number
    }
  /** The customer opened the chat and has not written yet. */
  | { kind: 'opened'; from: Sender; name?: string; id: string; at: number }
  | { kind: 'reaction'; from: Sender; id: string; emoji: string; at: number }
  | { kind: 'number-changed'; from: Sender; id: string; to: string; at: number }
  | { kind: 'status'; status: Status }
  /** Nothing that a conversation could get: it is counted. */
  | { kind: 'left'; why: 'other-number' | 'other-field' | 'unreadable' | 'no-sender' | 'nothing-to-tell' }

/** All that a webhook's body tells about one of our numbers. Never throws: what doesn't fit is `left`. */
export function readDelivery(body: unknown, phoneNumberId: string): Item[] {
  const delivery = deliveryShape.safeParse(body)
  if (!delivery.success) return [{ kind: 'left', why: 'unreadable' }]
  return delivery.data.entry.flatMap((entry) => readEntry(entry, phoneNumberId))
}

function readEntry(given: unknown, phoneNumberId: string): Item[] {
  const entry = entryShape.safeParse(given)
  if (!entry.success) return [{ kind: 'left', why: 'unreadable' }]
  return entry.data.changes.flatMap((change) => readChange(change, phoneNumberId))
}

function readChange(given: unknown, phoneNumberId: string): Item[] {
  const change = changeShape.safeParse(given)
  if (!change.success) return [{ kind: 'left', why: 'unreadable' }]
  if (change.data.field !== 'messages') return [{ kind: 'left', why: 'other-field' }]
  if (change.data.value.metadata?.phone_number_id !== phoneNumberId) {
    return [{ kind: 'left', why: 'other-number' }]
  }
  const value = valueShape.safeParse(change.data.value)
  if (!value.success) return [{ kind: 'left', why: 'unreadable' }]
  const contacts = (value.data.contacts ?? []).flatMap((one) => contactShape.safeParse(one).data ?? [])
  return [
    ...(value.data.messages ?? []).map((message) => readMessage(message, contacts)),
    ...(value.data.statuses ?? []).map((status): Item => {
      const read = statusShape.safeParse(status)
      return read.success ? { kind: 'status', status: read.data } : { kind: 'left', why: 'unreadable' }
    }),
  ]
}

function readMessage(given: unknown, contacts: readonly Contact[]): Item {
  const read = envelopeShape.safeParse(given)
  if (!read.success) return { kind: 'left', why: 'unreadable' }
  const envelope = read.data
  const contact = contactOf(envelope, contacts)
  const from = senderOf(envelope, contact)
  if (!from) return { kind: 'left', why: 'no-sender' }
  const name = contact?.profile?.name?.trim()
  const base = { from, id: envelope.id, at: envelope.timestamp ?? 0, ...(name ? { name } : {}) }
  switch (envelope.type) {
    case 'request_welcome':
      return { kind: 'opened', ...base }
    case 'reaction': {
      const emoji = part('reaction', given)?.reaction.emoji
      return emoji ? { kind: 'reaction', ...base, emoji } : { kind: 'left', why: 'nothing-to-tell' }
    }
    case 'system': {
      const system = part('system', given)?.system
      const to = system?.wa_id ?? system?.new_wa_id
      return system?.type?.endsWith('changed_number') && to
        ? { kind: 'number-changed', ...base, to }
        : { kind: 'left', why: 'nothing-to-tell' }
    }
    default:
      return { kind: 'message', ...base, ...contentOf(envelope, given) }
  }
}

/** A webhook names the writer beside the message; with several messages their ids tell whose is whose. */
function contactOf(envelope: Envelope, contacts: readonly Contact[]): Contact | undefined {
  const own = contacts.find(
    ({ wa_id, user_id }) =>
      (wa_id && wa_id === envelope.from) || (user_id && user_id === envelope.from_user_id),
  )
  return own ?? (contacts.length === 1 ? contacts[0] : undefined)
}

function senderOf(envelope: Envelope, contact: Contact | undefined): Sender | undefined {
  const phone = envelope.from ?? contact?.wa_id
  const user = envelope.from_user_id ?? contact?.user_id
  if (!phone && !user) return undefined
  return { ...(phone ? { phone } : {}), ...(user ? { user } : {}) }
}

function part<K extends 'reaction' | 'system'>(
  kind: K,
  given: unknown,
): z.infer<(typeof contentShapes)[K]> | undefined {
  const read = contentShapes[kind].safeParse(given)
  return read.success ? (read.data as z.infer<(typeof contentShapes)[K]>) : undefined
}
