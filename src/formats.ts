type Format = Intl.NumberFormat | Intl.DateTimeFormat

const formats = new Map<string, Format>()

/**
 * A format, made once in a process and kept by its name: making one costs a hundred times what using it costs, and a
 * house needs few of them.
 */
export function kept<F extends Format>(name: string, make: () => F): F {
  const before = formats.get(name)
  if (before) return before as F
  const format = make()
  formats.set(name, format)
  return format
}

/** Formatted values that are kept: days, amounts and years, of which a house shows a few again and again. */
const MOST_FORMATTED = 2_000
const values = new Map<string, string>()

/** What a format made of a value, kept by a name that holds both: formatting costs ten times what finding it costs. */
export function formatted(name: string, format: () => string): string {
  const before = values.get(name)
  if (before !== undefined) return before
  if (values.size >= MOST_FORMATTED) values.clear()
  const value = format()
  values.set(name, value)
  return value
}

/** Instants as calendar days where somebody is: "2026-11-30". */
export function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return kept(`iso day ${timeZone}`, () => new Intl.DateTimeFormat('en-CA', { timeZone }))
}
