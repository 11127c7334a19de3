import type { Outcome } from '../../turn/line.ts'
import { type Business, NEEDS_PERSON } from '../business.ts'

/**
 * A company whose systems are not connected: its people do everything. Each call becomes a work item on the
 * customer's case (cases/work.ts), with all that is known, and only an agent's word with the company's date and
 * reference makes it done.
 */
export class ManualBusiness implements Business {
  readonly kind = 'manual'

  note(): string {
    return 'no systems are connected (BUSINESS_URL): each look-up and change is an agent’s work item'
  }

  call(): Promise<Outcome> {
    return Promise.resolve({ kind: 'failed', why: NEEDS_PERSON })
  }
}
