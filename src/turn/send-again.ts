import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { logName } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { Line } from './line.ts'
import { decodeLine, type ReadLine } from './transcript.ts'

const NAME = 'sent-again'
const dataShape = z.object({ seq: z.number().int().positive() })

/** An agent has a message sent again that its channel refused: a line of its own, so that it takes its turn. */
export function sendAgainLine(parts: {
  id: string
  now: ReturnType<Clock['now']>
  caseKey: string
  by: string
  /** The message's place in the log of the same conversation. */
  seq: number
}): Line {
  const { id, now: at, caseKey, by, seq } = parts
  return { kind: 'event', id, at, name: NAME, caseKey, by, data: { seq } }
}

/** The message that such a line speaks of; undefined for any other line. */
export async function lineSentAgain(
  store: Store,
  conversationId: string,
  line: ReadLine,
): Promise<ReadLine | undefined> {
  if (line.kind !== 'event' || line.name !== NAME) return undefined
  const data = dataShape.safeParse(line.data).data
  const [stored] = data ? await store.lines(logName.conversation(conversationId), data.seq - 1, 1) : []
  return stored && stored.seq === data?.seq ? decodeLine(stored) : undefined
}
