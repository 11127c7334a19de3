import { give, listOf } from '../fields.ts'
import type { VerbSpec } from '../verb.ts'

/** Formal complaints, and notices and calls of the company that the customer contests. */
export const COMPLAINT_VERBS = {
  /** Files a formal complaint in the customer's own words, with a date by which it is answered. Who complains need not prove anything. */
  'file-complaint': {
    says: { es: 'Registrar una queja formal', en: 'File a formal complaint' },
    repeatable: false,
    changes: true,
    needsProof: false,
    takes: ['account', 'complaintAbout', 'complaintText'],
    gives: give('answerBy'),
    sometimes: ['answerBy'],
    refuses: ['no-such-account', 'already-filed'],
  },
  /** The latest complaint and what has come of it. */
  'find-complaint': {
    says: { es: 'Consultar una queja', en: 'Look up a complaint' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give('complaintRef', 'complaintAbout', 'complaintState', 'complaintDate', 'answerBy'),
    refuses: ['no-such-account', 'no-complaint'],
  },
  /** What the company sent to the customer or called about lately, newest first, at most three. */
  'find-notices': {
    says: { es: 'Consultar avisos y llamadas', en: 'Look up notices and calls' },
    repeatable: true,
    changes: false,
    needsProof: true,
    takes: ['account'],
    gives: give(...listOf('notice', 'Id', 'What', 'Date', 'Amount')),
    sometimes: [
      'notice1Id',
      'notice1What',
      'notice1Date',
      'notice1Amount',
      'notice2Id',
      'notice2What',
      'notice2Date',
      'notice2Amount',
      'notice3Id',
      'notice3What',
      'notice3Date',
      'notice3Amount',
    ],
    refuses: ['no-such-account'],
  },
  /** Contests a notice. Until the answer nothing happens to the customer because of it: `heldUntil`. */
  'contest-notice': {
    says: { es: 'Impugnar un aviso', en: 'Contest a notice' },
    repeatable: false,
    changes: true,
    needsProof: true,
    takes: ['account', 'noticeId', 'contestText'],
    gives: give('answerBy', 'heldUntil'),
    refuses: ['no-such-account', 'no-such-notice', 'already-contested'],
  },
  /** No more calls of the company to a number, from `callsEnd` on. */
  'stop-calls': {
    says: { es: 'Dejar de llamar a un número', en: 'Stop calling a number' },
    repeatable: true,
    changes: true,
    needsProof: false,
    takes: ['callsPhone'],
    gives: give('callsEnd'),
    refuses: ['not-valid'],
  },
} as const satisfies Record<string, VerbSpec>
