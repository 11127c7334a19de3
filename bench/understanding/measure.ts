import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { threshold } from '../../src/understanding/local/calibration.ts'
import { type Example, train } from '../../src/understanding/local/classifier.ts'
import { seeded } from '../../src/understanding/local/svm.ts'
import { misspell } from '../asks/misspell.ts'
import type { Split } from './data.ts'
import { calibrationError, curveOf, type Guess, type Judged } from './judging.ts'
import { nlpJs } from './nlp-js.ts'

export type Figures = Record<string, number | string>

/** So many of the right guesses may be given up for the sake of what is out of scope. */
const GIVEN_UP = 1 / 150
setFlagsFromString('--expose-gc')
/** What is no longer alive must not count as taken. */
const collectGarbage: () => void = runInNewContext('gc')

/** Learns from examples, and then guesses. */
export type Learn = (
  split: Split,
) => Promise<{ guess: (text: string) => Guess | Promise<Guess>; believedFrom: number }>

export function learnLocal({ train: examples }: Split): ReturnType<Learn> {
  const classifier = train(examples)
  const guess = (text: string): Guess => {
    const [best] = classifier.classify(text)
    return { label: best?.label, score: best?.score ?? 0 }
  }
  return Promise.resolve({ guess, believedFrom: classifier.threshold })
}

/** Its own documentation's threshold; on a split with a validation part another is set. */
const NLP_JS_BELIEVED_FROM = 0.5
export async function learnNlpJs({ train: examples }: Split): ReturnType<Learn> {
  return { guess: await nlpJs(examples, 'en'), believedFrom: NLP_JS_BELIEVED_FROM }
}

/** One recogniser on one data set: both are measured by this. */
export async function measureSplit(split: Split, learn: Learn): Promise<Figures> {
  const memoryBefore = await memoryInUse()
  const begun = process.cpuUsage()
  const { guess, believedFrom } = await learn(split)
  const { user, system } = process.cpuUsage(begun)
  const memory = (await memoryInUse()) - memoryBefore
  const from = split.validation ? await setOn(split.validation, guess) : believedFrom
  const times: number[] = []
  const judged: Judged[] = []
  for (const { text, label } of [...split.test, ...split.outOfScope]) {
    const asked = performance.now()
    const made = await guess(text)
    times.push(performance.now() - asked)
    judged.push({ guess: made, label })
  }
  const results = judged.map(({ guess: { label: guessed, score }, label }) => ({
    label,
    isRight: guessed === label,
    isBelieved: guessed !== undefined && score >= from,
  }))
  return {
    'training examples': split.train.length,
    intents: new Set(split.train.flatMap(({ label }) => label ?? [])).size,
    'training, ms of processor (with calibration)': round((user + system) / 1_000),
    'memory it takes, MB': round(memory / 2 ** 20),
    ...percentiles('one text, ms', times),
    'believed from': round(from, 3),
    ...quality(results),
    ...(await typos(split.test, guess)),
    ...curve(judged),
  }
}

/** What is alive, bytes. */
async function memoryInUse(): Promise<number> {
  // Buffers are given back a little after what held them.
  for (let times = 0; times < 3; times += 1) {
    collectGarbage()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The threshold that a validation part asks for. */
async function setOn(
  validation: readonly Example[],
  guess: (text: string) => Guess | Promise<Guess>,
): Promise<number> {
  const guesses: { confidence: number; isRight: boolean | undefined }[] = []
  for (const { text, label } of validation) {
    const made = await guess(text)
    const confidence = made.label === undefined ? 0 : made.score
    guesses.push({ confidence, isRight: label === undefined ? undefined : made.label === label })
  }
  return threshold(guesses, GIVEN_UP)
}

/** What each threshold would do, and how far the confidence can be trusted. */
function curve(judged: readonly Judged[]): Figures {
  const points = curveOf(judged, [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
  return {
    ...Object.fromEntries(
      points.map(({ threshold, recall, falseAlarms }) => [
        `believed from ${threshold}: turned away, % out of scope / in scope`,
        `${recall} / ${falseAlarms}`,
      ]),
    ),
    'calibration error (ECE, in-scope and not), points': calibrationError(judged),
  }
}

async function typos(
  test: readonly Example[],
  guess: (text: string) => Guess | Promise<Guess>,
): Promise<Figures> {
  const random = seeded(5)
  const figures: Figures = {}
  for (const count of [1, 2]) {
    let right = 0
    for (const { text, label } of test) {
      let said = text
      for (let i = 0; i < count; i += 1) said = misspell(said, random)
      if ((await guess(said)).label === label) right += 1
    }
    figures[`right intent first with ${count} typo(s), %`] = percent(right, test.length)
  }
  return figures
}

export interface Result {
  label: string | undefined
  isRight: boolean
  isBelieved: boolean
}

export function quality(results: readonly Result[]): Figures {
  const inScope = results.filter(({ label }) => label !== undefined)
  const outOfScope = results.filter(({ label }) => label === undefined)
  const figures: Figures = {
    'right intent first, %': percent(inScope.filter(({ isRight }) => isRight).length, inScope.length),
    'right and believed, %': percent(
      inScope.filter((one) => one.isRight && one.isBelieved).length,
      inScope.length,
    ),
    'wrong and believed, %': percent(
      inScope.filter((one) => !one.isRight && one.isBelieved).length,
      inScope.length,
    ),
  }
  if (outOfScope.length === 0) return figures
  const turnedAway = outOfScope.filter(({ isBelieved }) => !isBelieved).length
  return { ...figures, 'out of scope turned away, %': percent(turnedAway, outOfScope.length) }
}

export function percentiles(name: string, times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number): number =>
    sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0
  return { [`${name}: p50 / p99`]: `${round(at(0.5), 3)} / ${round(at(0.99), 3)}` }
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : round((100 * part) / whole)
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
