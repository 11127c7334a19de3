/** The last button of a choice of times, for who can be at home at none of them. */
export const NO_TIME_FITS = {
  to: 'noTimeFits',
  label: { es: 'Necesito otro momento', en: 'I need another time' },
} as const

/** From there: when they can, in their words, and a person who finds it. Enter at `noTimeFits`. */
export const noTimeFits = {
  noTimeFits: {
    kind: 'ask',
    fact: 'timesThatSuit',
    text: {
      es: '¿Qué días y a qué horas puede? Con eso, una persona le busca un momento.',
      en: 'Which days and times can you do? With that, a person finds you one.',
    },
    again: {
      es: 'Dígame cuándo puede, como quiera: "los sábados", "después de las seis".',
      en: 'Tell me when you can, in any words: "on Saturdays", "after six".',
    },
    next: 'findATime',
    refused: 'findATime',
    takesAnyWords: true,
  },
  findATime: {
    kind: 'person',
    flag: { es: 'El cliente puede: {timesThatSuit}', en: 'The customer can: {timesThatSuit}' },
    text: {
      es: 'De acuerdo. No he reservado nada nuevo; una persona le busca un momento que le sirva.',
      en: 'All right. I have booked nothing new; a person finds a time that suits you.',
    },
  },
} as const
