import type { Texts } from '../../src/kit.ts'

/** Parts of a day in which somebody comes to the customer's home. */
export const WINDOWS = {
  morning: { es: 'de 8 a 12', en: 'from 8 to 12' },
  afternoon: { es: 'de 12 a 17', en: 'from 12 to 17' },
  evening: { es: 'de 17 a 20', en: 'from 17 to 20' },
} as const satisfies Record<string, Texts>
