import { readDictatedEmail } from './email.ts'
import { findSpokenDigits } from './spoken-digits.ts'

/** A telephone number as people write it, 7 to 15 digits (E.164) with spaces, dots, dashes or brackets. */
const PHONE = /(?<![\w+@.-])\+?\(?\d[\d\s().-]{5,20}\d(?![\w@])/
const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/u

/** The telephone number in a message, as it was written; one that is told in words as digits. */
export function readPhone(text: string): string | undefined {
  const found = PHONE.exec(text)?.[0].trim()
  const digits = found?.replace(/\D/g, '').length ?? 0
  if (digits >= 7 && digits <= 15) return found
  return findSpokenDigits(text).find(({ length }) => length >= 7 && length <= 15)
}

/** The e-mail address in a message; also one that is dictated. */
export function readEmail(text: string): string | undefined {
  return EMAIL.exec(text)?.[0] ?? readDictatedEmail(text)
}
