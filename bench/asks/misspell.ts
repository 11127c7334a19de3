import { pick, type Random } from './ways.ts'

const ROWS = ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm']
/** Spelt by ear. */
const BY_EAR: readonly (readonly [RegExp, string])[] = [
  [/h(?!u)/, ''],
  [/qu(?=[ei])/, 'k'],
  [/c(?=[aou])/, 'k'],
  [/c(?=[ei])/, 's'],
  [/z/, 's'],
  [/s/, 'z'],
  [/v/, 'b'],
  [/b/, 'v'],
  [/ll/, 'y'],
  [/que\b/, 'q'],
  [/ea/, 'ee'],
  [/ee/, 'ea'],
  [/ph/, 'f'],
  [/er\b/, 'or'],
  [/or\b/, 'er'],
  [/tive/, 'tiv'],
  [/one/, '1'],
  [/\bto\b/, '2'],
  [/\byou\b/, 'u'],
  [/alk/, 'lk'],
  [/ou/, 'u'],
  [/\bcon\b/, 'cn'],
  [/\bpor /, 'x '],
]

/** The text with one typo more: by the keyboard, by ear, by haste. */
export function misspell(text: string, random: Random): string {
  const kind = random()
  if (kind < 0.25) {
    const [from, to] = pick(BY_EAR, random)
    return text.replace(from, to)
  }
  if (kind < 0.3) return shortened(text, random)
  const letters = [...text.matchAll(/[a-zñáéíóú]/gi)].map((match) => match.index)
  if (letters.length < 3) return text
  const at = pick(letters, random)
  const before = text.slice(0, at)
  const after = text.slice(at + 1)
  const letter = text.charAt(at)
  if (kind < 0.45) return before + after
  if (kind < 0.6) return `${before}${after.charAt(0)}${letter}${after.slice(1)}`
  if (kind < 0.7) return `${before}${letter}${letter}${after}`
  if (kind < 0.75) return text.replace(' ', '')
  if (kind < 0.8) return before.replace(/[aeiou]$/, '') + letter + after.replace(/^[aeiou]/, '')
  return before + neighbour(letter, random) + after
}

/** A word without its vowels, as thumbs write it: "hblr", "tlk". */
function shortened(text: string, random: Random): string {
  const words = text.split(' ')
  const at = Math.floor(random() * words.length)
  const word = words[at] ?? ''
  if (word.length > 3) words[at] = word.charAt(0) + word.slice(1).replace(/[aeiouáéíóú]/g, '')
  return words.join(' ')
}

function neighbour(letter: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter))
  if (row === undefined) return letter
  const at = row.indexOf(letter)
  return pick(
    [row[at - 1], row[at + 1]].filter((key) => key !== undefined),
    random,
  )
}
