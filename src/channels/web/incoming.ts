import { z } from 'zod'
import { HttpFault } from '../../errors.ts'
import { type Attachment, CUSTOMER_ACTIONS } from '../../turn/line.ts'
import type { Inbound } from '../channel.ts'
import { plainText } from '../plain-text.ts'

/** A message may be this long, in UTF-16 units: several pages. */
export const TEXT_LIMIT = 10_000

const clientId = z
  .string()
  .min(1)
  .max(256)
  .regex(/^\P{Cc}*$/u, 'must not hold control characters')

/** What we read of a posted activity; clients send much more, which is ignored, above all who it claims to be from. */
export const incomingShape = z.object({
  type: z.string().min(1).max(64),
  id: clientId.nullish(),
  name: z.string().max(256).nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).max(100).nullish(),
  channelData: z
    .object({
      clientActivityID: clientId.nullish(),
      escotilla: z
        .object({
          action: z.enum(CUSTOMER_ACTIONS).nullish(),
          value: z.union([z.string().max(200), z.number()]).nullish(),
        })
        .nullish(),
    })
    .nullish(),
})
export type Incoming = z.infer<typeof incomingShape>

/** What a posted activity is to us. */
export type Meaning =
  | { kind: 'message'; inbound: Inbound }
  | { kind: 'typing' }
  | { kind: 'read'; seq: number }
  /** Activities that clients send and nobody here needs. */
  | { kind: 'ignored' }

/** `freshId` names a message whose client gave it no id. Throws 400 for a message that says nothing. */
export function readIncoming(activity: Incoming, attachments: Attachment[], freshId: () => string): Meaning {
  switch (activity.type) {
    case 'message':
      return { kind: 'message', inbound: readMessage(activity, attachments, freshId) }
    case 'typing':
      return { kind: 'typing' }
    case 'event': {
      if (activity.name !== 'escotilla.read') return { kind: 'ignored' }
      const read = readValueShape.safeParse(activity.value)
      if (!read.success) throw new HttpFault(400, 'bad-request', 'value.seq must be the number of a message')
      return { kind: 'read', seq: read.data.seq }
    }
    default:
      return { kind: 'ignored' }
  }
}

const readValueShape = z.object({ seq: z.int().min(0) })

function readMessage(activity: Incoming, attachments: Attachment[], freshId: () => string): Inbound {
  const text = plainText(activity.text ?? (typeof activity.value === 'string' ? activity.value : ''))
  if (text.length > TEXT_LIMIT) {
    throw new HttpFault(
      400,
      'text-too-long',
      `a message has at most ${TEXT_LIMIT} characters: send it in parts`,
    )
  }
  if (attachments.length === 0 && activity.attachments && activity.attachments.length > 0) {
    throw new HttpFault(
      400,
      'upload-files',
      'files are sent to /upload as multipart, not inside the activity',
    )
  }
  const { clientActivityID: given, escotilla } = activity.channelData ?? {}
  if (text === '' && attachments.length === 0 && !escotilla?.action) {
    throw new HttpFault(400, 'empty-message', 'the message says nothing: send text, a file or an action')
  }
  return {
    messageId: given ?? activity.id ?? freshId(),
    text,
    attachments,
    ...(given ? { clientId: given } : {}),
    ...(escotilla?.action ? { action: escotilla.action } : {}),
    ...(escotilla?.value === undefined || escotilla.value === null
      ? {}
      : { actionValue: String(escotilla.value) }),
  }
}
