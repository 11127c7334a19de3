import type { FactSpec, Texts } from '../../src/kit.ts'

type Of = FactSpec['of']

/** Short ways to declare facts of the matter; pass 'customer' for one that stays known. */
export const text = <const O extends Of = 'matter'>(es: string, en: string, of?: O) =>
  value('text', es, en, of)
/** A text that buttons show: a row of a list has 72 characters. */
export const short = (es: string, en: string) => ({ ...text(es, en), most: 40 })
/** A text of a line that the customer writes and reads back before a yes. */
export const line = (es: string, en: string) => ({ ...text(es, en), most: 160 })
export const money = <const O extends Of = 'matter'>(es: string, en: string, of?: O) =>
  value('money', es, en, of)
export const date = <const O extends Of = 'matter'>(es: string, en: string, of?: O) =>
  value('date', es, en, of)

function value<const K extends 'text' | 'money' | 'date', const O extends Of = 'matter'>(
  kind: K,
  es: string,
  en: string,
  of?: O,
) {
  return { kind, of: (of ?? 'matter') as O, label: { es, en } }
}

/** A fact that takes one of a few named values. */
export function label<const L extends Readonly<Record<string, Texts>>>(es: string, en: string, labels: L) {
  return { kind: 'label', of: 'matter', label: { es, en }, labels } as const
}

/** A list of at most three as facts: "Pedido #" becomes "Pedido 1", and `{ Id }` is order1Id, order2Id, order3Id. */
export function three<const P extends string, const F extends Readonly<Record<string, FactSpec>>>(
  of: P,
  fields: F,
): { readonly [K in keyof F & string as `${P}${1 | 2 | 3}${K}`]: F[K] } {
  const named = [1, 2, 3].flatMap((place) =>
    Object.entries(fields).map(([name, spec]) => {
      const { es, en } = spec.label
      const placed = { es: es.replace('#', String(place)), en: en.replace('#', String(place)) }
      return [`${of}${place}${name}`, { ...spec, label: placed, isOption: true }]
    }),
  )
  return Object.fromEntries(named) as { [K in keyof F & string as `${P}${1 | 2 | 3}${K}`]: F[K] }
}

/** Which one of such a list the customer means: each choice shows its facts, "{What} · {Date}" those of its place. */
export function oneOfThree(list: string, shows: string, es: string, en: string) {
  const shown = (place: number): Texts => {
    const words = shows.replace(/\{(\w+)\}/g, `{${list}${place}$1}`)
    return { es: words, en: words }
  }
  return label(es, en, { first: shown(1), second: shown(2), third: shown(3) })
}
