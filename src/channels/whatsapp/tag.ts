/** Where a message that WhatsApp has comes from: a line on its way in a conversation. */
export interface Tag {
  conversationId: string
  /** The place in the log of the line that put it on its way. */
  seq: number
  lineId: string
  /** A long line goes in several messages: this is the last one. */
  isLast: boolean
}

const FORM = /^e1:([\w%.~-]+):(\d{1,15}):([\w%.~-]+):([ml])$/
/** What WhatsApp carries for us in `biz_opaque_callback_data` and gives back with each status, in characters. */
const MOST = 512

export function writeTag({ conversationId, seq, lineId, isLast }: Tag): string {
  const tag = `e1:${encodeURIComponent(conversationId)}:${seq}:${encodeURIComponent(lineId)}:${isLast ? 'l' : 'm'}`
  if (tag.length > MOST) throw new RangeError(`a tag has at most ${MOST} characters`)
  return tag
}

/** Undefined for what isn't ours: the number may also be used by other programs. */
export function readTag(text: string | null | undefined): Tag | undefined {
  const [, conversationId, seq, lineId, end] = FORM.exec(text ?? '') ?? []
  if (conversationId === undefined || lineId === undefined) return undefined
  return {
    conversationId: decodeURIComponent(conversationId),
    seq: Number(seq),
    lineId: decodeURIComponent(lineId),
    isLast: end === 'l',
  }
}
