import { moveHouse } from '../../../../../../docs/examples/move-house.ts'

/** The dialog of docs/first-dialog.md. */
export const dialogs = [moveHouse]
