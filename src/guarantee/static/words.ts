import { LANGUAGES } from '../../language.ts'
import { type AnyStep, type Dialog, textsOf } from '../../turn/dialog/dialog.ts'
import { slotsOf } from '../../turn/dialog/template.ts'
import { type Finding, lintText } from '../../wording/lint.ts'
import type { Licence } from '../../wording/text-rule.ts'
import { labelsOf } from './fits.ts'
import type { Certain } from './flow.ts'
import type { Found } from './found.ts'

/** What a dialog's texts may not say, each judged by what is certain where it is said. */
export function wordFaults(
  dialog: Dialog,
  name: string,
  step: AnyStep,
  certain: Certain,
  emergencyNumber: string | undefined,
): Found[] {
  const licences = licencesAt(dialog, step, certain)
  const labels = step.kind === 'choose' || step.kind === 'done' ? labelsOf(dialog, step) : []
  return [...Object.entries(textsOf(step)), ...labels].flatMap(([key, texts]) =>
    LANGUAGES.flatMap((language) => {
      const text = texts[language]
      const saying = { language, where: 'bot', ...(emergencyNumber ? { emergencyNumber } : {}) } as const
      const found = lintText(text, { ...saying, licences }).map((finding) => asFound(finding, key, name))
      return [...found, ...unproved(text, language, key, name, certain)]
    }),
  )
}

/** A finding as what is told to whoever wrote the text. */
export function asFound({ rule, language, found }: Finding, key: string, step?: string): Found {
  return {
    rule: rule.name,
    ...(step === undefined ? {} : { step }),
    text: `${key}.${language}`,
    what: `says "${found}". ${rule.what.en}`,
    fix: rule.instead.en,
  }
}

/** What a text may say at a step: see `Licence`. */
export function licencesAt(dialog: Dialog, step: AnyStep, certain: Certain): Licence[] {
  const licences: Licence[] = []
  // The promise itself is what is written down.
  if (certain.promised || step.kind === 'promise') licences.push('promise')
  // A person step is said with the case that it opens.
  if (step.kind === 'person') licences.push('person')
  if (certain.confirmed) licences.push('done')
  if (dialog.sells) licences.push('offer')
  return licences
}

/** What was done is told with the company's reference, where the call has given one. */
function unproved(
  text: string,
  language: (typeof LANGUAGES)[number],
  key: string,
  step: string,
  certain: Certain,
): Found[] {
  if (!certain.confirmed || certain.proofs.size === 0) return []
  const told = lintText(text, { language, where: 'bot', licences: ['promise', 'person', 'offer'] })
  if (!told.some(({ rule }) => rule.name === 'done-unconfirmed')) return []
  if (slotsOf(text).some((slot) => certain.proofs.has(slot))) return []
  const refs = [...certain.proofs].map((ref) => `{${ref}}`).join(' or ')
  return [
    {
      rule: 'done-without-reference',
      step,
      text: `${key}.${language}`,
      what: `tells it as done without the company's reference`,
      fix: `show ${refs}: it is the customer's proof`,
    },
  ]
}
