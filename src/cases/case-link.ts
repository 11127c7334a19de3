import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What a "Mi caso" page is about: something that was promised, or a case. */
export type LinkSubject = { promise: string } | { case: string }

/** A link to a "Mi caso" page, from the root of this installation. `until` in milliseconds since the epoch. */
export interface CaseLink {
  path: string
  until: number
}

export type ReadLink =
  | { outcome: 'ok'; subject: LinkSubject; until: number }
  | { outcome: 'expired' | 'unknown' }

/** Makes the link of something that was promised, or of a case, as of now. */
export type LinkMaker = (subject: LinkSubject, now: number) => CaseLink

export interface CaseLinks {
  make: LinkMaker
  read(token: string, now: number): ReadLink
}

/** Long enough for the longest term of law in working days. */
export const LINK_LIVES_MS = 30 * 24 * 3_600_000
export const CASE_PAGE = '/caso'
/** 144 bits: nobody guesses one, and the link stays short enough to be read aloud in part. */
const SIGNATURE_BYTES = 18
const DAY_MS = 24 * 3_600_000

const contentShape = z.tuple([z.enum(['p', 'c']), z.string().min(1), z.number().int().positive()])

/**
 * Signed links: who has one sees the page, and nobody can make one. The first secret signs, all verify. The key is
 * derived for this use alone, so that no other credential can stand in for it.
 */
export function createCaseLinks(secrets: readonly string[]): CaseLinks {
  const keys = secrets.map((secret) => createHmac('sha256', secret).update('escotilla mi caso').digest())
  const [signing] = keys
  if (!signing) throw new TypeError('links need at least one secret')

  return {
    make(subject, now) {
      // Of one day one link: a page that is opened again has the address that it had.
      const until = Math.ceil((now + LINK_LIVES_MS) / DAY_MS) * DAY_MS
      const content = encode(
        'promise' in subject ? ['p', subject.promise, until] : ['c', subject.case, until],
      )
      return { path: `${CASE_PAGE}/${content}.${sign(content, signing).toString('base64url')}`, until }
    },
    read(token, now) {
      const [content = '', signature = '', ...more] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const isOurs = keys.some((key) => {
        const right = sign(content, key)
        return given.length === right.length && timingSafeEqual(given, right)
      })
      const parsed = isOurs && more.length === 0 ? decode(content) : undefined
      if (!parsed) return { outcome: 'unknown' }
      const [kind, id, until] = parsed
      if (until <= now) return { outcome: 'expired' }
      return { outcome: 'ok', subject: kind === 'p' ? { promise: id } : { case: id }, until }
    },
  }
}

function encode(content: z.infer<typeof contentShape>): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url')
}

function decode(content: string): z.infer<typeof contentShape> | undefined {
  try {
    return contentShape.safeParse(JSON.parse(Buffer.from(content, 'base64url').toString())).data
  } catch {
    return undefined
  }
}

function sign(content: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(content).digest().subarray(0, SIGNATURE_BYTES)
}
