import { logName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { type Delivery, deliveryCodec, newDelivery } from '../turn/delivery.ts'
import { decodeLine, type ReadLine } from '../turn/transcript.ts'
import type { TranscriptLine } from './wire.ts'

/** Lines that an answer holds at most. */
export const TRANSCRIPT_PAGE = 200

export interface TranscriptPage {
  lines: TranscriptLine[]
  /** Where older lines are; undefined when there are none. */
  before?: string
}

/** Where attachments are read by agents. */
export type AttachmentUrl = (uploadId: string) => string

/**
 * The newest lines of these conversations before a place, in the order they were said. A case that moved from one
 * channel to another reads as one conversation.
 */
export async function readTranscript(
  store: Store,
  conversationIds: readonly string[],
  before: string | undefined,
  attachmentUrl: AttachmentUrl,
): Promise<TranscriptPage> {
  const places = readPlaces(before)
  const pages = await Promise.all(
    conversationIds.map(async (id) => {
      const place = places.get(id)
      if (place !== undefined && place <= 1) return { id, lines: [] as ReadLine[], delivery: newDelivery() }
      const [stored, delivery] = await Promise.all([
        store.linesBefore(logName.conversation(id), place, TRANSCRIPT_PAGE),
        readDelivery(store, id),
      ])
      return { id, lines: stored.map(decodeLine), delivery }
    }),
  )
  const all = pages
    .flatMap(({ id, lines, delivery }) => lines.map((line) => ({ id, line, delivery })))
    .toSorted((a, b) => a.line.at - b.line.at || (a.id === b.id ? a.line.seq - b.line.seq : 0))
  const newest = all.slice(-TRANSCRIPT_PAGE)
  const next = pages.map(({ id }) => {
    // Not the first by time: what was kept while the store was away has an earlier time than its place tells.
    const seqs = newest.filter((one) => one.id === id).map(({ line }) => line.seq)
    const first = seqs.length > 0 ? Math.min(...seqs) : undefined
    return [id, first ?? places.get(id) ?? (all.some((one) => one.id === id) ? undefined : 0)] as const
  })
  const from = new Map(next)
  const shown = all.filter(({ id, line }) => line.seq >= (from.get(id) ?? Number.POSITIVE_INFINITY))
  const older = next.filter(([, seq]) => seq === undefined || seq > 1)
  return {
    lines: shown.flatMap(({ id, line, delivery }) => lineView(id, line, delivery, attachmentUrl) ?? []),
    ...(older.length > 0 && shown.length > 0 ? { before: writePlaces(next) } : {}),
  }
}

/** One line as agents see it; undefined for what only the machinery reads. */
export function lineView(
  conversationId: string,
  line: ReadLine,
  delivery: Delivery,
  attachmentUrl: AttachmentUrl,
): TranscriptLine | undefined {
  const base = { seq: line.seq, conversationId, at: new Date(line.at).toISOString() }
  switch (line.kind) {
    case 'timer':
      return undefined
    case 'unreadable':
      return { ...base, kind: 'event', name: 'unreadable', data: { why: line.why } }
    case 'event':
      return {
        ...base,
        kind: 'event',
        name: line.name,
        ...(line.data || line.by ? { data: { ...line.data, ...(line.by ? { by: line.by } : {}) } } : {}),
      }
    case 'outcome':
      return { ...base, kind: 'outcome', name: line.verb, data: { ...line.outcome } }
    case 'note':
      return { ...base, kind: 'note', from: line.from, text: line.text }
    case 'message': {
      const failure = delivery.failed[line.id]
      return {
        ...base,
        kind: 'message',
        from: line.from,
        text: line.text,
        ...(line.buttons ? { buttons: line.buttons } : {}),
        ...(line.attachments
          ? {
              attachments: line.attachments.map((file) =>
                file.uploadId ? { ...file, url: attachmentUrl(file.uploadId) } : file,
              ),
            }
          : {}),
        ...(line.action ? { action: line.action } : {}),
        ...(line.about ? { about: line.about } : {}),
        ...(line.agentMessageId ? { agentMessageId: line.agentMessageId } : {}),
        ...(line.from.kind === 'customer' ? {} : { delivery: deliveryOf(line, delivery) }),
        ...(failure === undefined ? {} : { failure }),
      }
    }
  }
}

export async function readDelivery(store: Store, conversationId: string): Promise<Delivery> {
  const [stored] = await store.read([recordKey.delivery(conversationId)])
  return stored ? deliveryCodec.read(stored).value : newDelivery()
}

function deliveryOf(line: { id: string; seq: number }, delivery: Delivery): TranscriptLine['delivery'] {
  if (delivery.failed[line.id] !== undefined) return 'failed'
  if (line.seq <= delivery.readTo) return 'read'
  if (line.seq <= delivery.deliveredTo) return 'delivered'
  return line.seq <= delivery.sentTo ? 'sent' : 'stored'
}

/** `seq.conversation` pairs, so that a page of several conversations has one place. What isn't one is left out. */
function readPlaces(text: string | undefined): Map<string, number> {
  const places = new Map<string, number>()
  for (const pair of text?.split(',') ?? []) {
    const [, seq, id] = /^(\d{1,15})\.([\w-]+)$/.exec(pair) ?? []
    if (seq !== undefined && id !== undefined) places.set(id, Number(seq))
  }
  return places
}

function writePlaces(places: readonly (readonly [string, number | undefined])[]): string {
  return places.flatMap(([id, seq]) => (seq === undefined ? [] : [`${seq}.${id}`])).join(',')
}
