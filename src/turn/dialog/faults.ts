import { LANGUAGES, type Texts } from '../../language.ts'
import type { Dialog } from './dialog.ts'
import { isHouseSlot, slotsOf } from './template.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Something that a dialog can't be run with. */
export interface DialogFault {
  /** Kebab-case. */
  rule: string
  step?: string
  /** Which text of the step, by its name in the dialog, and the language: `again.es`. */
  text?: string
  what: string
  fix: string
}

/** A fault of one step or text, before it is known whose. */
export type Fault = Omit<DialogFault, 'step'>

/** A fault as one sentence that says what to do. */
export function faultSentence(dialog: Dialog, fault: DialogFault): string {
  const where = fault.step === undefined ? '' : `, step ${fault.step}`
  const text = fault.text === undefined ? '' : `${fault.text}: `
  return `dialog ${dialog.id}${where}: ${text}${fault.what}: ${fault.fix}`
}

/** A text must be there in every language and show declared facts only. */
export function textFaults(name: string, texts: Texts, facts: Vocabulary): Fault[] {
  const faults: Fault[] = []
  for (const language of LANGUAGES) {
    const text: unknown = texts[language]
    const at = `${name}.${language}`
    if (typeof text !== 'string' || text.trim() === '') {
      faults.push({
        rule: 'missing-language',
        text: at,
        what: `has no words in "${language}"`,
        fix: 'write them',
      })
      continue
    }
    if (text.replace(/\{[^{}]*\}/g, '').match(/[{}]/)) {
      faults.push({
        rule: 'bad-template',
        text: at,
        what: `"${text}" has a brace too many`,
        fix: 'write {fact} around a fact only',
      })
    }
    for (const slot of slotsOf(text)) {
      if (facts[slot]?.kind === 'proof') {
        faults.push({
          rule: 'shows-proof',
          text: at,
          what: `shows {${slot}}, which only the customer knows`,
          fix: 'leave it out',
        })
      }
      if (isHouseSlot(slot) || facts[slot]) continue
      faults.push({
        rule: 'undeclared-fact',
        text: at,
        what: `shows {${slot}}, which is not declared`,
        fix: 'add it to defineFacts, or correct its name',
      })
    }
  }
  return faults
}
