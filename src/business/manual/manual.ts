import type { Outcome } from '../../turn/line.ts'
import { type Business, NEEDS_PERSON } from '../business.ts'

/**
 * A company whose systems are not connected: everything is done by its people. Each call says so, and the dialog
 * hands over to a person with what the customer has told. Nothing is ever told as done.
 */
export class ManualBusiness implements Business {
  readonly kind = 'manual'

  call(): Promise<Outcome> {
    return Promise.resolve({ kind: 'failed', why: NEEDS_PERSON })
  }
}
