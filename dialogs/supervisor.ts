import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'

/** A supervisor, asked for in words that the door doesn't know: at once, and without a reason. */
export const supervisor = defineDialog(facts, {
  id: 'supervisor',
  title: { es: 'Hablar con una persona supervisora', en: 'Talk to a supervisor' },
  start: 'handOver',
  steps: {
    handOver: {
      kind: 'person',
      reason: 'supervisor',
      text: {
        es: 'No hace falta que me explique nada a mí.',
        en: 'There is no need to explain anything to me.',
      },
    },
  },
})
