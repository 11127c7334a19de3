import { give } from '../fields.ts'
import type { VerbSpec } from '../verb.ts'

/**
 * Faults in an area and on a line. Whether a line works is nothing personal, and restarting a dead one harms nobody:
 * who has no internet proves nothing first.
 */
export const LINE_VERBS = {
  /** Faults and works in an area: a town, a district, a postcode. */
  'find-area-faults': {
    says: { es: 'Consultar averías en una zona', en: 'Look up faults in an area' },
    repeatable: true,
    changes: false,
    needsProof: false,
    takes: ['area'],
    gives: give('areaState', 'outageUntil'),
    sometimes: ['outageUntil'],
    refuses: ['no-such-area'],
  },
  /** The state of a line. `outageUntil` where a repair is expected. */
  'check-line': {
    says: { es: 'Comprobar la línea', en: 'Check the line' },
    repeatable: true,
    changes: false,
    needsProof: false,
    takes: ['account'],
    gives: give('lineState', 'outageUntil'),
    sometimes: ['outageUntil'],
    refuses: ['no-such-account'],
  },
  /** Restarts a line that is dead; one that works is left alone. A second time does no harm. */
  'restart-line': {
    says: { es: 'Reiniciar la línea', en: 'Restart the line' },
    repeatable: true,
    changes: true,
    needsProof: false,
    takes: ['account'],
    gives: give('lineState'),
    refuses: ['no-such-account'],
  },
  /** Files a fault with a date by which it is repaired. */
  'report-fault': {
    says: { es: 'Registrar una avería', en: 'Report a fault' },
    repeatable: false,
    changes: true,
    needsProof: false,
    takes: ['account', 'faultWhat'],
    gives: give('repairBy'),
    refuses: ['no-such-account', 'already-reported'],
  },
  /** The customer's open fault and what has come of it. */
  'find-fault': {
    says: { es: 'Consultar una avería registrada', en: 'Look up a reported fault' },
    repeatable: true,
    changes: false,
    needsProof: false,
    takes: ['account'],
    gives: give('faultState', 'faultWhat', 'repairBy'),
    refuses: ['no-such-account', 'no-fault'],
  },
} as const satisfies Record<string, VerbSpec>
