import { LABELS, SURVEY } from '../../cases/labels.ts'
import { TEXTS } from '../../cases/texts.ts'
import { fitButtons, LIMITS, rowOf, size } from '../../channels/limits.ts'
import { LANGUAGES, type Language, type Texts } from '../../language.ts'
import { HOUSE, SORRY } from '../../turn/dialog/house-texts.ts'
import { ESCAPE_REASONS } from '../../turn/turn.ts'
import { lintText } from '../../wording/lint.ts'
import type { Licence } from '../../wording/text-rule.ts'
import type { Violation } from '../check.ts'
import { labelTooLong } from './fits.ts'
import { asFound } from './words.ts'

type DeskTexts = (typeof TEXTS)[Language]

/** A text of the house, where it stands, and what it may say there. */
interface HouseText {
  file: string
  key: string
  language: Language
  text: string
  licences: readonly Licence[]
  isLabel?: boolean
}

const BOT_FILE = 'src/turn/dialog/house-texts.ts'
const DESK_FILE = 'src/cases/texts.ts'
const LABEL_FILE = 'src/cases/labels.ts'

/** Said together with a stored case: whoever reads them has somebody who owes them an answer. */
const IN_A_CASE: readonly Licence[] = ['person', 'done']
/** Said with a dated obligation, in the same commit: a call-back, a written answer, a place that is kept. */
const OBLIGATION: readonly Licence[] = ['person', 'promise', 'done']

const LICENSED: Readonly<Record<string, readonly Licence[]>> = {
  // Said about changes that the company has confirmed in this matter.
  droppedAfterChange: ['done'],
  // Said while the customer is being handed over.
  ownWords: ['person'],
  verify: ['promise'],
}

const LONG = {
  name: 'María de los Ángeles Fernández',
  key: 'K7Q2-M4',
  at: 'el miércoles 30 de septiembre a las 10:00',
  window: 'el miércoles 30 de septiembre de 9:00 a 10:00',
  asked: 'x'.repeat(160),
  phone: '…',
}
const { name, key, at, window, asked, phone } = LONG

/** How each of the desk's texts reads at its longest, and what it may say. A text that isn't here doesn't compile. */
const DESK = {
  lead: [
    (t) => [
      ...ESCAPE_REASONS.map((reason) => t.lead(reason, '123')),
      ...(['self', 'hazard', 'violence'] as const).map((kind) => t.lead('danger', '123', kind)),
    ],
    OBLIGATION,
  ],
  receipt: [(t) => [t.receipt({ key, asked, at })], IN_A_CASE],
  place: [(t) => [0, 1, 12].map((before) => t.place(before, '10 a 15 min')), IN_A_CASE],
  nobody: [(t) => [t.nobody(at), t.nobody(undefined)], OBLIGATION],
  yourCase: [(t) => [t.yourCase(key)], IN_A_CASE],
  overdue: [(t) => [t.overdue(asked)], OBLIGATION],
  late: [(t) => [t.late(asked, key)], OBLIGATION],
  joined: [(t) => [t.joined(key, asked, at)], IN_A_CASE],
  promised: [(t) => [t.promised(name, asked, at)], OBLIGATION],
  kept: [(t) => [t.kept(asked, key)], OBLIGATION],
  notDone: [(t) => [t.notDone(asked, asked)], IN_A_CASE],
  calledOff: [(t) => [t.calledOff(asked)], IN_A_CASE],
  withAgent: [(t) => [t.withAgent(name, key)], IN_A_CASE],
  returned: [(t) => [t.returned(key)], IN_A_CASE],
  reopened: [(t) => [t.reopened(key)], IN_A_CASE],
  added: [(t) => [t.added(key)], IN_A_CASE],
  attended: [(t) => [t.attended(name)], IN_A_CASE],
  backInLine: [(t) => [t.backInLine(name)], IN_A_CASE],
  transferred: [(t) => [t.transferred('Atención general')], IN_A_CASE],
  transferredTo: [(t) => [t.transferredTo(name)], IN_A_CASE],
  checking: [(t) => [t.checking(name, 1), t.checking(name, 10)], OBLIGATION],
  workDone: [
    (t) => [t.workDone('Cancelar el servicio · cuenta 445566', at, 'BAJA-20261122-0001')],
    OBLIGATION,
  ],
  workRefused: [
    (t) => [t.workRefused('Cancelar el servicio · cuenta 445566', 'Ya está cancelado.')],
    OBLIGATION,
  ],
  resolved: [(t) => [t.resolved(name, key)], IN_A_CASE],
  survey: [(t) => [t.survey], IN_A_CASE],
  surveyThanks: [(t) => [t.surveyThanks], IN_A_CASE],
  withdrawn: [(t) => [t.withdrawn(key)], IN_A_CASE],
  storeAway: [(t) => [t.storeAway], OBLIGATION],
  keptOpen: [(t) => [t.keptOpen(key)], OBLIGATION],
  chooseWindow: [(t) => [t.chooseWindow], IN_A_CASE],
  noWindow: [(t) => [t.noWindow], OBLIGATION],
  callBack: [(t) => [t.callBack(window, key, phone)], OBLIGATION],
  askPhone: [(t) => [t.askPhone], IN_A_CASE],
  phoneNoted: [(t) => [t.phoneNoted(phone, window)], OBLIGATION],
  written: [(t) => [t.written(at, key)], OBLIGATION],
  scheduledAdded: [(t) => [t.scheduledAdded(key)], IN_A_CASE],
  windowBegun: [(t) => [t.windowBegun(key)], IN_A_CASE],
  supervisor: [(t) => [t.supervisor], IN_A_CASE],
  supervisorAlready: [(t) => [t.supervisorAlready], IN_A_CASE],
  somebody: [(t) => [t.somebody], IN_A_CASE],
} as const satisfies Record<keyof DeskTexts, readonly [(t: DeskTexts) => string[], readonly Licence[]]>

/** What the house itself says, held to the rules that dialogs are held to. */
export function houseWords(): { texts: number; violations: Violation[] } {
  const all = [...botTexts(), ...deskTexts(), ...labels()]
  return {
    texts: all.length,
    violations: all.flatMap((one) => [
      ...lintText(one.text, {
        language: one.language,
        where: 'bot',
        licences: one.licences,
        emergencyNumber: '123',
      }).map((finding) => violation(one, asFound(finding, one.key))),
      ...fitFaults(one),
    ]),
  }
}

function botTexts(): HouseText[] {
  const texts: Record<string, Texts> = { ...HOUSE }
  for (const [reason, sorry] of Object.entries(SORRY)) if (sorry) texts[`sorry ${reason}`] = sorry
  return Object.entries(texts).flatMap(([textKey, text]) =>
    LANGUAGES.map((language) => ({
      file: BOT_FILE,
      key: textKey,
      language,
      text: text[language],
      licences: LICENSED[textKey] ?? [],
    })),
  )
}

function deskTexts(): HouseText[] {
  return LANGUAGES.flatMap((language) =>
    Object.entries(DESK).flatMap(([textKey, [said, licences]]) =>
      said(TEXTS[language]).map((text) => ({ file: DESK_FILE, key: textKey, language, text, licences })),
    ),
  )
}

function labels(): HouseText[] {
  const all: [string, Texts][] = [
    ...Object.entries(LABELS),
    ...SURVEY.map((one): [string, Texts] => ['survey', { es: one.es, en: one.en }]),
  ]
  return all.flatMap(([textKey, texts]) =>
    LANGUAGES.map((language) => ({
      file: LABEL_FILE,
      key: textKey,
      language,
      text: texts[language],
      licences: IN_A_CASE,
      isLabel: true,
    })),
  )
}

function fitFaults(one: HouseText): Violation[] {
  const textKey = `${one.key}.${one.language}`
  if (one.isLabel) {
    return fitButtons([one.text]) || rowOf(one.text) ? [] : [violation(one, labelTooLong(textKey, one.text))]
  }
  const length = size(one.text)
  if (length <= LIMITS.whatsapp.interactiveBody) return []
  const most = LIMITS.whatsapp.interactiveBody
  return [
    violation(one, {
      rule: 'too-long',
      text: textKey,
      what: `comes to ${length} characters; with buttons WhatsApp carries ${most}`,
      fix: 'say it shorter',
    }),
  ]
}

function violation(
  one: HouseText,
  { rule, text, what, fix }: { rule: string; text?: string; what: string; fix: string },
): Violation {
  return { rule, where: { file: one.file, text: text ?? `${one.key}.${one.language}` }, what, fix }
}
