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

/** Instants as calendar days where somebody is: "2026-11-30". */
export function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return kept(`iso day ${timeZone}`, () => new Intl.DateTimeFormat('en-CA', { timeZone }))
}
