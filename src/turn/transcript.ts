import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Ids } from '../clock.ts'
import { indexName, logName } from '../store/keys.ts'
import type { Append, IndexName, OutsideId, StoredLine } from '../store/store.ts'
import { type Line, lineShape } from './line.ts'
import { mask, maskDeep } from './masking.ts'

/** The envelope's version. A process leaves lines of a newer one to newer processes. */
const ENVELOPE = 1

/**
 * How a line is stored: its content, a salt, and SHA-256 over both. The chain of seals links digests only, so a
 * line whose content and salt are gone (`erasedLine`) leaves it whole, and the salt keeps a guesser from trying
 * contents against the digest that stays.
 */
const envelopeShape = z.object({
  v: z.number(),
  digest: z.string(),
  salt: z.string().optional(),
  line: z.unknown().optional(),
})

/** A line that this process can't show: erased, written by a newer version, or damaged. */
export interface UnreadableLine {
  kind: 'unreadable'
  why: 'erased' | 'newer' | 'damaged'
  id: string
  at: number
}

/** A line as it was read, with its place in the log. */
export type ReadLine = (Line | UnreadableLine) & { seq: number }

/** An append of a line to its conversation, masked, digested, and waiting to be sealed. All lines are written so. */
export function lineAppend(
  conversationId: string,
  line: Line,
  ids: Ids,
  options: { once?: OutsideId; wake?: IndexName } = {},
): Append {
  return {
    log: logName.conversation(conversationId),
    body: encodeLine(line, ids),
    ...(options.once === undefined ? {} : { once: options.once }),
    wake: options.wake === undefined ? [indexName.unsealed()] : [options.wake, indexName.unsealed()],
  }
}

/** The stored text of a line. `ids` gives the salt. */
export function encodeLine(line: Line, ids: Ids): string {
  const salt = ids.next()
  const stored = masked(line)
  const content = JSON.stringify(stored)
  const body = `{"v":${ENVELOPE},"digest":"${digestOf(salt, content)}","salt":${JSON.stringify(salt)},"line":${content}}`
  if (stored.kind === 'message') remember(body, stored)
  return body
}

/**
 * The newest messages that this process wrote, by their stored text: most are read again at once, by the worker and for
 * the customer's screen. A text that was altered is another text, and isn't found here.
 */
const newest = new Map<string, Line>()
const REMEMBERED = 256

function remember(body: string, line: Line): void {
  const oldest = newest.size < REMEMBERED ? undefined : newest.keys().next().value
  if (oldest !== undefined) newest.delete(oldest)
  newest.set(body, line)
}

/** Reads a stored line. Never throws: what can't be read says so, and the lines around it stay readable. */
export function decodeLine(stored: StoredLine): ReadLine {
  const known = newest.get(stored.body)
  if (known) return { ...known, seq: stored.seq }
  const envelope = readEnvelope(stored.body)
  const unreadable = (why: UnreadableLine['why']): ReadLine => ({
    kind: 'unreadable',
    why,
    id: `unreadable-${stored.seq}`,
    at: stored.at,
    seq: stored.seq,
  })
  if (!envelope) return unreadable('damaged')
  if (envelope.v > ENVELOPE) return unreadable('newer')
  if (envelope.line === undefined) return unreadable('erased')
  const line = lineShape.safeParse(envelope.line)
  return line.success ? { ...line.data, seq: stored.seq } : unreadable('newer')
}

/** What a seal needs of a line: its digest, and whether the content that is there still has it. */
export function readDigest(
  stored: StoredLine,
): { digest: string; content: 'intact' | 'altered' | 'erased' } | undefined {
  const envelope = readEnvelope(stored.body)
  if (!envelope) return undefined
  const { digest, salt, line } = envelope
  if (salt === undefined && line === undefined) return { digest, content: 'erased' }
  const intact = salt !== undefined && line !== undefined && digestOf(salt, JSON.stringify(line)) === digest
  return { digest, content: intact ? 'intact' : 'altered' }
}

/** The stored text of a line whose content and salt are forgotten. Only its digest stays. */
export function erasedLine(stored: StoredLine): string | undefined {
  const envelope = readEnvelope(stored.body)
  return envelope && JSON.stringify({ v: envelope.v, digest: envelope.digest })
}

function readEnvelope(body: string): z.infer<typeof envelopeShape> | undefined {
  try {
    return envelopeShape.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

/** JSON text that was parsed and written again is the same text, so the content needs no other canonical form. */
function digestOf(salt: string, content: string): string {
  return createHash('sha256').update(salt).update('\n').update(content).digest('base64url')
}

function masked(line: Line): Line {
  switch (line.kind) {
    case 'message': {
      const text = mask(line.text)
      const value = line.actionValue
      return value === undefined ? { ...line, text } : { ...line, text, actionValue: mask(value) }
    }
    case 'note':
      return { ...line, text: mask(line.text) }
    case 'event':
      return line.data === undefined ? line : { ...line, data: maskDeep(line.data) }
    default:
      return line
  }
}
