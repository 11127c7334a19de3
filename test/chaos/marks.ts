/** Begins a message whose turn ends its process: a bug that no dialog is meant to have. */
export const POISON = 'veneno'

/** A text of the bot with what it answers: the id of the input, and which of its answers to it this is. */
export function marked(text: string, inputId: string, at: number): string {
  return `${text} ⟦${lettersOf(inputId)}.${at}⟧`
}

/** The mark of a text; undefined: it answers nothing. */
export function markOf(text: string): { mark: string; inputId: string } | undefined {
  const [, letters, at] = /⟦([a-p]+)\.(\d+)⟧$/.exec(text) ?? []
  if (letters === undefined) return undefined
  const inputId = idOfLetters(letters)
  return { mark: `${inputId}.${at}`, inputId }
}

/** What stands for 0 to 9. */
const DIGITS = 'ghijklmnop'

/** An id without a digit: it is never taken for the number of a card or an account, which the product masks. */
function lettersOf(id: string): string {
  return Buffer.from(id)
    .toString('hex')
    .replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? '')
}

function idOfLetters(letters: string): string {
  const hex = letters.replace(/[g-p]/g, (letter) => String(DIGITS.indexOf(letter)))
  return Buffer.from(hex, 'hex').toString()
}
