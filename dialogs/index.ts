import type { Dialog } from '../src/kit.ts'
import { cancelService } from './cancel-service.ts'
import { changePlan } from './change-plan.ts'
import { companyDamage, damagedOrder } from './damage.ts'
import { invoice, moreTime, paymentArrived } from './invoice.ts'
import { missedVisit } from './missed-visit.ts'
import { noInternet } from './no-internet.ts'
import { orderStatus } from './order-status.ts'
import { promisedOtherwise } from './promised-otherwise.ts'
import { refundStatus } from './refund-status.ts'
import { returnOrder } from './return-order.ts'
import { areYouARobot, goodbye, greeting, thanks, whatCanYouDo } from './small-talk.ts'
import { unknownCharge } from './unknown-charge.ts'
import { cancelVisit, moveVisit, visitStatus } from './visit.ts'

/** Every dialog of the house, in the order of the menu. A dialog that isn't here doesn't run. */
export const dialogs: readonly Dialog[] = [
  cancelService,
  unknownCharge,
  noInternet,
  visitStatus,
  cancelVisit,
  moveVisit,
  missedVisit,
  orderStatus,
  returnOrder,
  damagedOrder,
  companyDamage,
  invoice,
  changePlan,
  paymentArrived,
  moreTime,
  refundStatus,
  promisedOtherwise,
  greeting,
  thanks,
  goodbye,
  areYouARobot,
  whatCanYouDo,
]
