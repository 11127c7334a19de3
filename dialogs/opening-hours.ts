import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'

/** When people answer, as desk.yaml says it today, and that one can write here at any time. */
export const openingHours = defineDialog(facts, {
  id: 'opening-hours',
  title: { es: 'Horario de atención', en: 'Opening hours' },
  aside: 'answers',
  start: 'hours',
  steps: {
    hours: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Aquí puede escribir a cualquier hora, también de noche y en festivos. Las personas del equipo atienden así: {hours}. {open}.',
        en: 'You can write here at any time, at night and on holidays too. The people of the team answer at these times: {hours}. {open}.',
      },
    },
  },
})
