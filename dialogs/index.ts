import type { Dialog } from '../src/kit.ts'
import { cancelService } from './cancel-service.ts'
import { areYouARobot, goodbye, greeting, thanks, whatCanYouDo } from './small-talk.ts'

/** Every dialog of the house, in the order of the menu. A dialog that isn't here doesn't run. */
export const dialogs: readonly Dialog[] = [
  cancelService,
  greeting,
  thanks,
  goodbye,
  areYouARobot,
  whatCanYouDo,
]
