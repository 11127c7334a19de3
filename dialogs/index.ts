import type { Dialog } from '../src/kit.ts'
import { alreadyContacted } from './already-contacted.ts'
import { cancelService } from './cancel-service.ts'
import { changePlan } from './change-plan.ts'
import { complaint, complaintStatus } from './complaint.ts'
import { companyDamage, damagedOrder } from './damage.ts'
import { dataRights } from './data-rights.ts'
import { invoice, moreTime, paymentArrived } from './invoice.ts'
import { missedVisit } from './missed-visit.ts'
import { moveHouse } from './move-house.ts'
import { changeAddress, myData } from './my-data.ts'
import { noInternet } from './no-internet.ts'
import { contestNotice, stopCalls } from './notices.ts'
import { openingHours } from './opening-hours.ts'
import { orderStatus } from './order-status.ts'
import { promisedOtherwise } from './promised-otherwise.ts'
import { refundStatus } from './refund-status.ts'
import { returnOrder } from './return-order.ts'
import { areYouARobot, goodbye, greeting, thanks, whatCanYouDo } from './small-talk.ts'
import { supervisor } from './supervisor.ts'
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
  complaint,
  complaintStatus,
  contestNotice,
  stopCalls,
  myData,
  changeAddress,
  moveHouse,
  dataRights,
  alreadyContacted,
  supervisor,
  openingHours,
  greeting,
  thanks,
  goodbye,
  areYouARobot,
  whatCanYouDo,
]
