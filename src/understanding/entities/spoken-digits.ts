import { fold } from '../words.ts'
import { NUMBER_WORDS, pieceOf } from './number-words.ts'

const MOST_CHARACTERS = 500
const ANY = new RegExp(`(?<![\\p{L}])(?:${NUMBER_WORDS.join('|')})(?![\\p{L}])`, 'giu')
/** Fewer words than this spell no number that somebody would look up. */
const FEWEST = 3
const TWICE = new Set(['doble', 'double'])
const THRICE = new Set(['triple', 'treble'])

/**
 * The digits that a message spells: "cuatro cuatro cinco cinco seis seis", "double four double five double six",
 * "cuarenta y cuatro, cincuenta y cinco, 66". Each run of them by itself; what is between two runs is anything else.
 */
export function findSpokenDigits(text: string): string[] {
  const source = text.slice(0, MOST_CHARACTERS)
  // Most messages spell nothing: they end here.
  if ((fold(source).match(ANY) ?? []).length < FEWEST) return []
  const runs: string[] = []
  let run = ''
  let spoken = 0
  let times = 1
  let mayAdd = false
  const end = () => {
    if (spoken >= FEWEST) runs.push(run)
    run = ''
    spoken = 0
    times = 1
    mayAdd = false
  }
  const tokens = fold(source).match(/[\p{L}]+|\d+|[.;:!?()]/gu) ?? []
  for (const [at, token] of tokens.entries()) {
    const piece = /^\d{1,4}$/.test(token) ? undefined : pieceOf(token)
    if (TWICE.has(token) || THRICE.has(token)) times = TWICE.has(token) ? 2 : 3
    else if (/^\d{1,4}$/.test(token)) {
      run += token.repeat(times)
      times = 1
      mayAdd = false
    } else if (piece !== undefined && mayAdd && piece > 0 && piece < 10) {
      // "Cuarenta y cuatro" is 44, "cuarenta" by itself 40.
      run = run.slice(0, -1) + piece
      spoken += 1
      mayAdd = false
    } else if (piece !== undefined) {
      run += String(piece).repeat(times)
      times = 1
      spoken += 1
      mayAdd = piece >= 20 && piece % 10 === 0 && (tokens[at + 1] === 'y' || isEnglish(token))
    } else if (token !== 'y' || !mayAdd) end()
  }
  end()
  return runs
}

/** "Forty four" is one number; "cuarenta cuatro" is two. */
function isEnglish(token: string): boolean {
  return token.endsWith('ty')
}
