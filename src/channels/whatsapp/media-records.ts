import { recordKey } from '../../store/keys.ts'
import type { Put } from '../../store/store.ts'
import type { Attachment } from '../../turn/line.ts'
import { uploadCodec, uploadIdOf, uploadTerms } from '../uploads.ts'
import type { Item } from './incoming.ts'

/**
 * The attachments of a message, and for each file a record that says where it still is. They are stored with the
 * message, so that a file is fetched also when this process dies before it.
 */
export function filesOf(
  conversationId: string,
  message: Extract<Item, { kind: 'message' }>,
  now: number,
): { attachments: Attachment[]; records: Put[] } {
  const records: Put[] = []
  const attachments = message.attachments.map(({ contentType, name, media }, at): Attachment => {
    const named = name === undefined ? {} : { name }
    if (!media) return { contentType, ...named }
    const id = uploadIdOf(conversationId, message.id, at, media.id)
    const upload = {
      id,
      conversationId,
      name: media.name ?? '',
      contentType,
      bytes: 0,
      digest: '',
      at: now,
      away: { mediaId: media.id },
    }
    const key = recordKey.upload(id)
    records.push(uploadCodec.put({ key, version: 0, value: upload }, uploadTerms(upload)))
    return { uploadId: id, contentType, ...named }
  })
  return { attachments, records }
}
