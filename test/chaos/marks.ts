/** Begins a message whose turn ends its process: a bug that no dialog is meant to have. */
export const POISON = 'veneno'

/** A text of the bot with what it answers: the id of the input, and which of its answers to it this is. */
export function marked(text: string, inputId: string, at: number): string {
  return `${text} ⟦${inputId}.${at}⟧`
}

/** The mark of a text; undefined: it answers nothing. */
export function markOf(text: string): { mark: string; inputId: string } | undefined {
  const mark = /⟦(.+)⟧$/.exec(text)?.[1]
  return mark === undefined ? undefined : { mark, inputId: mark.slice(0, mark.lastIndexOf('.')) }
}
