import type { Texts } from '../../src/kit.ts'
import { NO_TIME_FITS, noTimeFits } from './no-time-fits.ts'

/**
 * Offers the times at which a technician could come, and takes one in any words: a button, "la segunda", "el martes por
 * la tarde". Enter at `findSlots`; what was chosen is in `visitDate` and `visitWindow`.
 */
export function chooseSlot<const T extends string>({ text, next }: { text: Texts; next: T }) {
  const take = (place: 1 | 2 | 3) =>
    ({
      kind: 'copy',
      facts: { visitDate: `slot${place}Date`, visitWindow: `slot${place}Window` },
      next,
    }) as const
  return {
    findSlots: {
      kind: 'call',
      verb: 'find-slots',
      args: { account: 'account' },
      learns: ['slot1Date', 'slot1Window', 'slot2Date', 'slot2Window', 'slot3Date', 'slot3Window'],
      trying: { es: 'Estoy buscando horas libres.', en: 'I am looking for free times.' },
      ok: 'whichSlot',
      refused: { 'no-such-account': 'slotsFailed', 'nothing-free': 'nothingFree', other: 'slotsFailed' },
      failed: 'slotsFailed',
      unknown: 'slotsFailed',
    },
    slotsFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver las horas libres desde aquí. Una persona le buscará una.',
        en: 'I cannot see the free times from here right now. A person will find one for you.',
      },
    },
    nothingFree: {
      kind: 'person',
      text: {
        es: 'El sistema no me da horas libres por ahora. Una persona le buscará una.',
        en: 'The system gives me no free times for now. A person will find one for you.',
      },
    },
    whichSlot: {
      kind: 'choose',
      fact: 'slot',
      text,
      again: {
        es: '¿Qué momento le sirve? Puede tocar uno, o decirlo: "el martes por la tarde".',
        en: 'Which time suits you? You can tap one, or say it: "Tuesday afternoon".',
      },
      cannot: NO_TIME_FITS,
      next: { first: 'firstSlot', second: 'secondSlot', third: 'thirdSlot' },
    },
    ...noTimeFits,
    firstSlot: take(1),
    secondSlot: take(2),
    thirdSlot: take(3),
  } as const
}
