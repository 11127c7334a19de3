import { isOneTypo } from '../understanding/words.ts'

/** Words that are recognised however they are mistyped or spelt by ear, each with what it stands for. */
export class Forgiving {
  readonly #bySound = new Map<string, number>()
  /** By length, so that only words of about the right length are compared. */
  readonly #byLength: { word: string; letters: number; kind: number }[][] = []

  add(word: string, kind: number): void {
    const sound = soundOf(word)
    if (!this.#bySound.has(sound)) this.#bySound.set(sound, kind)
    this.#byLength[word.length] ??= []
    this.#byLength[word.length]?.push({ word, letters: lettersOf(word), kind })
  }

  /** The kind of the word that was meant, or `undefined`. */
  find(word: string): number | undefined {
    return this.#bySound.get(soundOf(word)) ?? this.#findTypo(word)
  }

  #findTypo(word: string): number | undefined {
    if (word.length < TYPO_FROM) return undefined
    const letters = lettersOf(word)
    const reach = word.length >= TWO_TYPOS_FROM ? 2 : 1
    for (let length = word.length - reach; length <= word.length + reach; length += 1) {
      for (const right of this.#byLength[length] ?? []) {
        // One typo changes at most two of the letters that a word has, so most words need no comparison.
        if (bitsIn(letters ^ right.letters) > 2 * reach) continue
        if (isOneTypo(word, right.word)) return right.kind
        if (right.word.length >= TWO_TYPOS_FROM && isTwoTypos(word, right.word)) return right.kind
      }
    }
    return undefined
  }
}

/** Words from this length on are recognised with one typo, and longer ones with two. */
export const TYPO_FROM = 5
const TWO_TYPOS_FROM = 11

/** Which letters a word has, one bit each. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) - 0x61)
  return letters
}

/** How many bits are set, without a loop: this runs for every unknown word against dozens. */
function bitsIn(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Two typos: after the first place that differs, what is left is one typo away. */
function isTwoTypos(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 2) return false
  let i = 0
  while (i < word.length && word[i] === right[i]) i += 1
  const [rest, rightRest] = [word.slice(i), right.slice(i)]
  return (
    isOneTypo(rest.slice(1), rightRest.slice(1)) ||
    isOneTypo(rest.slice(1), rightRest) ||
    isOneTypo(rest, rightRest.slice(1))
  )
}

/**
 * How a Spanish word sounds, so that it is known however it is spelt: "kiero", "ablar", "acesor", "perzona". Letters
 * of one sound become one, `h` is silent except in `ch`, doubles are single.
 */
function soundOf(word: string): string {
  let out = ''
  for (let i = 0; i < word.length; i += 1) {
    const next = word.charAt(i + 1)
    const sound = soundAt(word.charAt(i), next, word.charAt(i - 1))
    if (sound !== '' && sound !== out.charAt(out.length - 1)) out += sound
  }
  return out
}

function soundAt(letter: string, next: string, before: string): string {
  const isSoft = next === 'e' || next === 'i'
  switch (letter) {
    case 'h':
      return before === 'c' ? '#' : ''
    case 'c':
      return next === 'h' ? '' : isSoft ? 's' : 'k'
    case 'q':
      return 'k'
    case 'u':
      return before === 'q' && isSoft ? '' : 'u'
    case 'z':
      return 's'
    case 'v':
      return 'b'
    case 'l':
      return next === 'l' || before === 'l' ? 'y' : 'l'
    case 'g':
      return isSoft ? 'j' : 'g'
    default:
      return letter
  }
}
