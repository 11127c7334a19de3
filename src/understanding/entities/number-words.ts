/** Numbers in words, folded, from 1 on: the days of a month as Spanish counts them and English numbers them. */
const CARDINALS = `uno/un/una/one/a dos/two/couple tres/three cuatro/four cinco/five seis/six siete/seven ocho/eight nueve/nine diez/ten
  once/eleven doce/twelve trece/thirteen catorce/fourteen quince/fifteen dieciseis/sixteen diecisiete/seventeen
  dieciocho/eighteen diecinueve/nineteen veinte/twenty veintiuno veintidos veintitres veinticuatro veinticinco
  veintiseis veintisiete veintiocho veintinueve treinta/thirty`
const ORDINALS = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth`

const numbered = (list: string): (readonly [string, number])[] =>
  list.split(/\s+/).flatMap((names, at) => names.split('/').map((name) => [name, at + 1] as const))

const NUMBER = new Map<string, number>(numbered(CARDINALS))
const ORDINAL = new Map<string, number>([...numbered(ORDINALS), ['primero', 1], ['thirtieth', 30]])

/** "3", "tres", "three", "una": how many. */
export function countOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  return /^\d{1,2}$/.test(word) ? Number(word) : NUMBER.get(word)
}

/** "3", "3rd", "third", "primero": which day of a month, said so that it is hardly anything else. */
export function dayOfMonth(word: string | undefined): number | undefined {
  const figures = /^(\d{1,2})(?:st|nd|rd|th|ro|o)?$/.exec(word ?? '')
  return figures ? Number(figures[1]) : ORDINAL.get(word ?? '')
}
