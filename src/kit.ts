/**
 * The whole surface that a dialog author uses: facts, dialogs as typed graphs of steps, and nothing that runs.
 * docs/first-dialog.md writes one in five minutes; docs/decisions/dialog-kit.md says why dialogs are data.
 */
export type { Texts } from './language.ts'
export { defineDialog } from './turn/dialog/check.ts'
export type { Dialog, Step } from './turn/dialog/dialog.ts'
export { defineFacts, type FactSpec, type Vocabulary } from './turn/dialog/vocabulary.ts'
