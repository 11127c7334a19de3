import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'

/** Who has told it before tells it to nobody again: what is open is shown, and a person with authority has the rest. */
export const alreadyContacted = defineDialog(facts, {
  id: 'already-contacted',
  title: { es: 'Ya nos había contactado por esto', en: 'Has contacted us about this before' },
  start: 'handOver',
  steps: {
    handOver: {
      kind: 'person',
      reason: 'repeat-contact',
      tellsOpen: true,
      text: {
        es: 'Siento que tenga que volver a contactarnos. No tiene que contarlo otra vez.',
        en: 'I am sorry that you have to contact us again. You do not have to tell it again.',
      },
    },
  },
})
