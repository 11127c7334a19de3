import { words } from '../words.ts'

/** What one region or language calls a thing and another calls it: the first name stands for all of its row. */
const THINGS: readonly string[] = [
  'celular telefono movil smartphone phone cell cellphone mobile',
  'audifonos auriculares cascos earphones headphones earbuds headset',
  'router ruteador enrutador modem',
  'repetidor extensor amplificador extender repeater booster',
  'funda carcasa estuche forro case cover',
  'cargador adaptador charger adapter',
  'decodificador deco decoder',
  'televisor tele television tv telly',
  'tableta tablet ipad',
  'antena antenna',
]
const FIRST_NAMES = new Map(
  THINGS.flatMap((row) => {
    const [first = '', ...others] = row.split(' ')
    return others.map((other) => [other, first] as const)
  }),
)

/** A text's words with one name for each thing: "my phone" and "Celular Andes 5" speak of the same. */
export function withOneName(text: string): string {
  return words(text)
    .map((word) => FIRST_NAMES.get(word) ?? word)
    .join(' ')
}
