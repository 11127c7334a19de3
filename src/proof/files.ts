import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { idOf } from '../store/keys.ts'
import type { StoredLine } from '../store/store.ts'
import { sealLineShape, sealShape } from '../turn/seal.ts'
import type { Sealed } from '../turn/verify.ts'

/** The rows of the archive's files that a proof needs: see archive/gather.ts and archive/old-seals.ts. */
const rowShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('line'),
    conversation: z.string(),
    seq: z.number(),
    at: z.number(),
    body: z.unknown(),
  }),
  z.object({ kind: z.literal('seal'), key: z.string(), body: sealShape }),
  z.object({ kind: z.literal('seal-line'), key: z.string(), at: z.number(), body: z.unknown() }),
])

export type ArchiveRow =
  | { kind: 'line'; conversation: string; line: StoredLine }
  /** What the chain of a conversation was at a place. */
  | { kind: 'seal'; conversation: string; seal: Sealed }
  /** A seal of the log of seals; without `seal` it says nothing that can be read. */
  | { kind: 'seal-line'; line: StoredLine; conversation?: string; seal?: Sealed }
  /** A row that is damaged, and where it stands. */
  | { kind: 'damaged'; file: string; row: number }

const FILE = /^archive-\d{4}-\d\d-\d\d\.jsonl$/
const OTHERS = new Set([
  'case',
  'commitment',
  'head',
  'bot',
  'customer',
  'delivery',
  'call',
  'upload',
  'timer',
])

/** The archive's files in a folder, oldest first, and how long they are together. */
export async function archiveFiles(folder: string): Promise<{ files: string[]; bytes: number }> {
  const files = (await readdir(folder))
    .filter((name) => FILE.test(name))
    .sort()
    .map((name) => path.join(folder, name))
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  return { files, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

/** Every row of these files, in the order in which they were written. */
export async function* readRows(files: readonly string[]): AsyncGenerator<ArchiveRow> {
  for (const file of files) {
    let before: ArchiveRow | undefined
    let row = 0
    for await (const text of createInterface({
      input: createReadStream(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      if (before) yield before
      row += 1
      before = readRow(text, file, row)
    }
    // A last row that is cut off was never finished: nothing was let go of for it, and the next run cuts it off.
    if (before && before.kind !== 'damaged') yield before
  }
}

function readRow(text: string, file: string, row: number): ArchiveRow | undefined {
  const damaged = { kind: 'damaged', file, row } as const
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return damaged
  }
  const { data } = rowShape.safeParse(parsed)
  if (!data) {
    const { kind } = (parsed ?? {}) as { kind?: unknown }
    return OTHERS.has(String(kind)) ? undefined : damaged
  }
  switch (data.kind) {
    case 'line':
      return {
        kind: 'line',
        conversation: data.conversation,
        line: { seq: data.seq, at: data.at, body: JSON.stringify(data.body) },
      }
    case 'seal':
      return { kind: 'seal', conversation: idOf(data.key), seal: data.body }
    case 'seal-line': {
      const line = { seq: Number(idOf(data.key)), at: data.at, body: JSON.stringify(data.body) }
      const seal = sealLineShape.safeParse(data.body).data
      return { kind: 'seal-line', line, ...(seal && { conversation: seal.conversation, seal }) }
    }
  }
}
