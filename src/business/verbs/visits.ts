import { give, listOf } from '../fields.ts'
import type { VerbSpec } from '../verb.ts'

/** Technicians at the customer's home. */
export const VISIT_VERBS = {
  /** The customer's next visit, or the last one when none is booked. */
  'find-visit': {
    says: { es: 'Consultar la visita técnica', en: 'Look up the technician visit' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give('visitId', 'visitWhat', 'visitState', 'visitDate', 'visitWindow'),
    refuses: ['no-such-account', 'no-visit'],
  },
  /** When a technician could come, at most three. */
  'find-slots': {
    says: { es: 'Consultar las horas libres para una visita', en: 'Look up the times for a visit' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give(...listOf('slot', 'Date', 'Window')),
    sometimes: ['slot2Date', 'slot2Window', 'slot3Date', 'slot3Window'],
    refuses: ['no-such-account', 'nothing-free'],
  },
  /** Books a repair visit. */
  'book-visit': {
    says: { es: 'Reservar una visita técnica', en: 'Book a technician visit' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'visitDate', 'visitWindow'],
    gives: give('visitId', 'visitDate', 'visitWindow'),
    refuses: ['no-such-account', 'date-not-free', 'already-booked'],
  },
  /** Moves a visit to another time. The old time is free at once, and nobody comes then. */
  'move-visit': {
    says: { es: 'Cambiar la fecha de la visita', en: 'Move the visit' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'visitId', 'visitDate', 'visitWindow'],
    gives: give('visitDate', 'visitWindow'),
    refuses: ['no-such-account', 'no-such-visit', 'date-not-free', 'already-cancelled', 'on-the-way'],
  },
  /** Cancels a visit: the technicians are told, and nobody comes. */
  'cancel-visit': {
    says: { es: 'Cancelar la visita', en: 'Cancel the visit' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'visitId'],
    gives: give('visitDate', 'visitWindow'),
    refuses: ['no-such-account', 'no-such-visit', 'already-cancelled', 'already-done', 'on-the-way'],
  },
  /** Nobody came, or they came though it was cancelled, or left the work undone. `compensation` where the company owes one. */
  'report-visit': {
    says: { es: 'Registrar un problema con una visita', en: 'Report what went wrong with a visit' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'visitId', 'visitProblem'],
    gives: give('answerBy', 'compensation'),
    sometimes: ['compensation'],
    refuses: ['no-such-account', 'no-such-visit', 'already-reported'],
  },
} as const satisfies Record<string, VerbSpec>
