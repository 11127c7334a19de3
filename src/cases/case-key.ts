import { createHash } from 'node:crypto'

/**
 * Letters and digits that are not mistaken for each other when written or read aloud, in Spanish or English:
 * no 0/O, 1/I/L, 5/S, 8/B/V, M/N, Z; no vowels, so that no word comes out.
 */
const ALPHABET = '234679CDFGHJKMPQRTWXY'
const LENGTH = 6

/** A case's key such as `K7M-4QX`, from an unguessable id. Two may meet: the store then refuses the second. */
export function caseKeyFrom(id: string): string {
  const digest = createHash('sha256').update(id).digest()
  let rest = digest.readBigUInt64BE(0)
  let key = ''
  for (let i = 0; i < LENGTH; i += 1) {
    key += ALPHABET[Number(rest % BigInt(ALPHABET.length))]
    rest /= BigInt(ALPHABET.length)
  }
  return `${key.slice(0, 3)}-${key.slice(3)}`
}

/** A key as somebody wrote or dictated it (`k7m 4qx`) in its one spelling; undefined when it can't be a key. */
export function readCaseKey(text: string): string | undefined {
  const letters = text.toUpperCase().replaceAll(/[\s\-–—.]/g, '')
  if (letters.length !== LENGTH || [...letters].some((letter) => !ALPHABET.includes(letter))) return undefined
  return `${letters.slice(0, 3)}-${letters.slice(3)}`
}
