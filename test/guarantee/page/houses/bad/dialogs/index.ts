import { moveHouse as keepsIt } from '../../../../../../docs/examples/move-house.ts'
import { moveHouse } from './move-house.ts'

export const dialogs = [keepsIt, moveHouse]
