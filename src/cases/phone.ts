/** A telephone number in a message, as digits with an optional plus: 7 to 15 of them (E.164). */
export function phoneIn(text: string): string | undefined {
  const found = text.match(/(?<![\w+])\+?\d[\d\s().-]{5,20}\d(?!\w)/)?.[0]
  const phone = found?.replaceAll(/[^\d+]/g, '')
  const digits = phone?.replace('+', '').length ?? 0
  return phone && digits >= 7 && digits <= 15 ? phone : undefined
}
