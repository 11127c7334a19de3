import { z } from 'zod'
import { codec } from '../store/codec.ts'
import { logName } from '../store/keys.ts'
import type { Append } from '../store/store.ts'

/**
 * What stands on the archive's stream, to be written to files and then let go of: a case with all that belongs to it, a
 * conversation that has ended, or one record. Names only: what they hold is read when it is written.
 */
const entryShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case'), key: z.string() }),
  z.object({ kind: z.literal('conversation'), id: z.string() }),
  z.object({ kind: z.literal('record'), key: z.string() }),
])
export type ArchiveEntry = z.infer<typeof entryShape>

export function entryAppend(entry: ArchiveEntry): Append {
  return { log: logName.archive(), body: JSON.stringify(entry) }
}

/** Undefined for an entry of a newer version: it stays on the stream, and all behind it. */
export function readEntry(body: string): ArchiveEntry | undefined {
  return entryShape.safeParse(JSON.parse(body)).data
}

/** How far the stream has been written: entries up to this one are in files, and what they name is gone from here. */
const cursorShape = z.object({
  upTo: z.number(),
  /** Uploads of the latest entry: whoever writes next finds here what a process that was killed has left. */
  files: z.array(z.string()).optional(),
})
export const cursorCodec = codec<z.infer<typeof cursorShape>>({
  kind: 'archive',
  schema: 1,
  shape: cursorShape,
})
