import { LANGUAGES } from '../../language.ts'
import type { BotDesk } from '../../turn/bot-desk.ts'
import { faultsOf } from '../../turn/dialog/check.ts'
import { type Dialog, textsOf } from '../../turn/dialog/dialog.ts'
import { lintText } from '../../wording/lint.ts'
import { TEXT_RULES } from '../../wording/text-rules.ts'
import type { CheckResult, House, Violation } from '../check.ts'
import { answerFaults, chipFaults } from './answers.ts'
import { unknownFacts } from './facts.ts'
import { fitFaults, menuFaults } from './fits.ts'
import { certainAt } from './flow.ts'
import { type Found, violationIn } from './found.ts'
import { graphFaults, type Loop } from './graph.ts'
import { houseWords } from './house-words.ts'
import { intentFaults } from './intents.ts'
import { asFound, wordFaults } from './words.ts'

/**
 * The static check: the dialogs of a house, its intents and everything that the house itself says, without running
 * anything.
 */
export function checkHouse(house: House): CheckResult {
  const dialogs = [...house.desk.dialogs.values()]
  const said = houseWords()
  const looked = dialogs.map((dialog) => ({ dialog, ...lookAt(dialog, house) }))
  const steps = dialogs.reduce((sum, dialog) => sum + Object.keys(dialog.steps).length, 0)
  const loops = looked.flatMap((one) => one.loops)
  return {
    name: 'static',
    claim: {
      es: 'Cada diálogo acaba en hecho, en una persona o en el menú; todo se puede contestar escribiendo, y ningún texto manda a otro sitio, discute, vende ni promete sin compromiso.',
      en: 'Every dialog ends in done, in a person or in the menu; everything can be answered by typing, and no text sends away, argues, sells or promises without a commitment.',
    },
    figures: {
      dialogs: dialogs.length,
      steps,
      texts: said.texts + dialogs.reduce((sum, dialog) => sum + countTexts(dialog), 0),
      textRules: TEXT_RULES.length,
      loops: loops.length,
      loopsBoundedByRefusedAnswers: loops.filter((loop) => loop.boundedBy === 'refusedAnswers').length,
      loopsBoundedByVisits: loops.filter((loop) => loop.boundedBy === 'loops').length,
    },
    dialogs: Object.fromEntries(looked.map(({ dialog, loops: own }) => [dialog.id, { loops: own.length }])),
    violations: [...looked.flatMap((one) => one.violations), ...betweenDialogs(house), ...said.violations],
  }
}

/** What an operator can get wrong, and nothing else: quick enough to be looked at on every start. */
export function installationFaults(house: House): Violation[] {
  const dialogs = [...house.desk.dialogs.values()]
  return [...dialogs.flatMap((dialog) => lookAt(dialog, house).violations), ...betweenDialogs(house)]
}

function lookAt(dialog: Dialog, house: House): { loops: Loop[]; violations: Violation[] } {
  const asViolations = (found: readonly Found[]) =>
    found.map((one) => violationIn(dialog.id, house.files, one))
  const faults = faultsOf(dialog)
  // What is no dialog can't be judged as one.
  if (faults.length > 0) return { loops: [], violations: asViolations(faults) }
  const { found, loops } = graphFaults(dialog, house.desk.limits)
  const certain = certainAt(dialog)
  const inSteps = Object.entries(dialog.steps).flatMap(([name, step]) => {
    const here = certain.get(name)
    if (!here) return []
    return [
      ...unknownFacts(dialog, name, step, here),
      ...wordFaults(dialog, name, step, here, house.emergencyNumber),
    ]
  })
  return {
    loops,
    violations: asViolations([
      ...found,
      ...inSteps,
      ...answerFaults(house.desk, dialog),
      ...fitFaults(house.desk, dialog),
      ...chipWords(dialog),
      ...saleFaults(dialog),
    ]),
  }
}

/** What no dialog can be judged for alone: the menu that they share, and the intents that start them. */
function betweenDialogs(house: House): Violation[] {
  const { desk, files, intents } = house
  return [
    ...LANGUAGES.flatMap((language) => [...chipFaults(desk, language), ...menuFaults(desk, language)]).map(
      ({ dialog, found }) => violationIn(dialog, files, found),
    ),
    ...(intents ? intentFaults(desk, files, intents) : []),
    ...companyWords(desk),
  ]
}

function chipWords(dialog: Dialog): Found[] {
  const { chip, wish } = dialog
  const licences = dialog.sells ? (['offer'] as const) : []
  return Object.entries({ chip, wish }).flatMap(([key, texts]) =>
    LANGUAGES.flatMap((language) =>
      lintText(texts?.[language] ?? '', { language, where: 'bot', licences }).map((finding) =>
        asFound(finding, key),
      ),
    ),
  )
}

/** Nothing is sold to somebody who came to leave, or to complain. */
function saleFaults(dialog: Dialog): Found[] {
  const complaint = Object.entries(dialog.steps).find(
    ([, step]) => step.kind === 'promise' && (step.what === 'cancellation' || step.what === 'claim'),
  )
  if (!dialog.sells || !complaint) return []
  return [
    {
      rule: 'sells',
      step: complaint[0],
      what: 'is marked `sells`, though it takes a cancellation or a claim',
      fix: 'remove `sells`, or sell in a dialog of its own',
    },
  ]
}

function companyWords(desk: BotDesk): Violation[] {
  return lintText(desk.company, { where: 'bot' }).map((finding) => {
    const { rule, what, fix } = asFound(finding, 'company')
    return { rule, where: { file: 'desk.yaml', text: 'company' }, what, fix }
  })
}

function countTexts(dialog: Dialog): number {
  const inSteps = Object.values(dialog.steps).reduce(
    (sum, step) => sum + Object.keys(textsOf(step)).length,
    0,
  )
  return (inSteps + 1 + (dialog.chip ? 1 : 0) + (dialog.wish ? 1 : 0)) * LANGUAGES.length
}
