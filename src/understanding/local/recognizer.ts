import type { Language } from '../../language.ts'
import { findAccountNumbers, readEmail, readPhone } from '../entities/identifiers.ts'
import { findAmounts } from '../entities/money.ts'
import type { Intents } from '../intents.ts'
import { detectLanguage } from '../language.ts'
import type { Entity, Reading, Recognizer } from '../recognizer.ts'
import { type Classifier, classifierOf, type Example } from './classifier.ts'
import { withoutGreeting } from './greeting.ts'
import { mattersOf } from './matters.ts'
import { learnOrRead } from './model-file.ts'

/** How many candidates a reading has. */
const CANDIDATES = 3

/** The recogniser that runs in this process: no network, no service, about 0.1 ms a message. */
export interface LocalRecognizer extends Recognizer {
  /** The same reading at once, for those who can't wait (tests, checkers, simulators). */
  read(text: string): Reading
  /** The confidence from which an intent is believed. */
  readonly threshold: number
}

/**
 * Trains the local recogniser on what customers say. Takes well under a second for a few hundred utterances; with a
 * `modelFile`, what was learnt from the same utterances before is read from there, and kept there otherwise.
 */
export function trainLocal(intents: Intents, modelFile?: string): LocalRecognizer {
  const classifier = classifierOf(learnOrRead(examplesOf(intents), modelFile))
  const read = (text: string): Reading => readingOf(text, classifier)
  return {
    threshold: classifier.threshold,
    read,
    recognize: (text: string, _language: Language) => read(text),
  }
}

/** Every utterance with its intent, and near-misses and the background as what is out of scope. */
export function examplesOf({ intents, outOfScope }: Intents): Example[] {
  const none = (text: string): Example => ({ text, label: undefined })
  return [
    ...intents.flatMap((intent) =>
      Object.values(intent.utterances).flatMap((list) => list.map((text) => ({ text, label: intent.id }))),
    ),
    ...intents.flatMap((intent) => Object.values(intent.nearMisses).flat().map(none)),
    ...Object.values(outOfScope).flat().map(none),
  ]
}

/** Numbers and marks alone answer a question, and are about no matter: an account is no opening hour. */
const NUMBERS_ALONE = /^[\d\s.,:;#*+/()$€-]*\d[\d\s.,:;#*+/()$€-]*$/

function readingOf(text: string, classifier: Classifier): Reading {
  const candidates = candidatesOf(text, classifier)
  const [best] = candidates
  return {
    intent: best !== undefined && best.score >= classifier.threshold ? best.intent : undefined,
    candidates,
    matters: mattersOf(text, classifier),
    entities: entitiesOf(text),
    language: detectLanguage(text),
    by: 'local',
  }
}

/** The likeliest intents. Who greets and says what it is about is read by what they say, when that is clear. */
function candidatesOf(text: string, classifier: Classifier): Reading['candidates'] {
  if (NUMBERS_ALONE.test(text)) return []
  const rest = withoutGreeting(text)
  const scored = (said: string) =>
    classifier
      .classify(said)
      .slice(0, CANDIDATES)
      .map(({ label, score }) => ({ intent: label, score }))
  const own = rest === undefined ? [] : scored(rest)
  return own[0] && own[0].score >= classifier.threshold ? own : scored(text)
}

function entitiesOf(text: string): Entity[] {
  const entities: Entity[] = findAmounts(text).map((amount) => ({
    type: 'amount',
    value: amount.value,
    text: amount.text,
  }))
  for (const account of findAccountNumbers(text))
    entities.push({ type: 'account-number', value: account, text: account })
  const email = readEmail(text)
  if (email !== undefined) entities.push({ type: 'email', value: email, text: email })
  const phone = readPhone(text)
  if (phone !== undefined) entities.push({ type: 'phone', value: phone, text: phone })
  return entities
}
