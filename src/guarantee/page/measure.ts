/** Widths are estimated, since no font is loaded: on the wide side, so that text never leaves its box. */
const NARROW = /[iíjlI.,:;'’|!()[\]‹›·¡ ]/
const WIDE = /[mwMW@%…—]/
const CAPITAL = /[A-ZÁÉÍÓÚÑ«»“”¿?&]/

/** About how wide a text is in a sans-serif font of a size, in the size's unit. */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const character of text) {
    if (NARROW.test(character)) width += 0.34
    else if (WIDE.test(character)) width += 0.93
    else width += CAPITAL.test(character) ? 0.7 : 0.58
  }
  return width * size
}

/** Breaks a text into lines no wider than `width`; what is left over after `most` lines becomes "…". */
export function breakLines(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOf(longer, size) <= width) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines.map((one) => shorten(one, width, size))
  const last = `${lines[most - 1] ?? ''}…`
  return [...lines.slice(0, most - 1), last].map((one) => shorten(one, width, size))
}

/** A text that fits into `width`, its end left out where it doesn't. */
export function shorten(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text
  const characters = [...text]
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, size) > width) characters.pop()
  return `${characters.join('')}…`
}
