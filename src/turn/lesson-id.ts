import { createHash } from 'node:crypto'

/** The lesson of a turn, the same when it is run again. Nothing leads back from it to who wrote. */
export function lessonId(seed: string): string {
  return createHash('sha256').update(seed).digest('base64url').slice(0, 16)
}
