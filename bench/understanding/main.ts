/**
 * `npm run bench:understanding -- --data FOLDER [--beside] [--json FILE]`: how well and how fast messages are understood.
 * FOLDER holds public data sets (clinc150/, banking77/, bitext/, escape/); those that are absent are left out, and
 * without a folder only this repository's own intents are measured. `--beside` measures nlp.js on the same splits.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readAsk } from '../../src/escape/ask.ts'
import { loadIntents } from '../../src/understanding/intents.ts'
import { threshold } from '../../src/understanding/local/calibration.ts'
import { type Classifier, type Example, train } from '../../src/understanding/local/classifier.ts'
import { examplesOf, trainLocal } from '../../src/understanding/local/recognizer.ts'
import { seeded } from '../../src/understanding/local/svm.ts'
import { misspell } from '../asks/misspell.ts'
import { askSets, banking77, bitext, bitextOrdinary, clinc150, type Split } from './data.ts'
import { calibrationError, curveOf, type Guess, type Judged } from './judging.ts'
import { nlpJs } from './nlp-js.ts'

type Figures = Record<string, number | string>

const { values } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'string' }, beside: { type: 'boolean' } },
})
/** So many of the right guesses may be given up for the sake of what is out of scope. */
const GIVEN_UP = 1 / 150
const report: Record<string, Figures> = {}

show('own intents', ownIntents())
if (values.data !== undefined) {
  const clinc = clinc150(values.data)
  const banking = banking77(values.data)
  if (clinc) show('CLINC150', measureSplit(clinc))
  if (banking) show('BANKING77', measureSplit(banking))
  const orders = bitext(values.data)
  if (orders) show('Bitext', measureSplit(orders))
  for (const [name, split] of Object.entries({ CLINC150: clinc, BANKING77: banking, Bitext: orders }))
    if (split && values.beside) show(`${name}, nlp.js 4.27`, await beside(split))
  show('asking for a person', asks(values.data, [...(clinc?.test ?? []), ...(banking?.test ?? [])]))
}
show('ask recogniser, hostile texts', hostile())
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)

function show(name: string, figures: Figures): void {
  report[name] = figures
  console.log(`\n${name}`)
  for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure.padEnd(46)} ${value}`)
}

/** Ten-fold: every utterance of `intents/` judged by what the others taught. */
function ownIntents(): Figures {
  const intents = loadIntents('intents')
  const begun = performance.now()
  const recognizer = trainLocal(intents)
  const trainingMs = performance.now() - begun
  const examples = examplesOf(intents)
  const folds = 10
  const results: Result[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    const classifier = train(examples.filter((_, index) => index % folds !== fold))
    results.push(
      ...judge(
        classifier,
        examples.filter((_, index) => index % folds === fold),
      ),
    )
  }
  const times = examples.map(({ text }) => timed(() => recognizer.read(text)))
  return {
    utterances: examples.length,
    'training, ms (with calibration)': round(trainingMs),
    ...quality(results),
    ...percentiles('one reading, ms', times),
  }
}

function measureSplit(split: Split): Figures {
  const begun = performance.now()
  const trained = train(split.train)
  const trainingMs = performance.now() - begun
  const classifier = split.validation ? { ...trained, threshold: setOn(split.validation, trained) } : trained
  const results = judge(classifier, [...split.test, ...split.outOfScope])
  const times = split.test.map(({ text }) => timed(() => classifier.classify(text)))
  return {
    'training examples': split.train.length,
    intents: classifier.labels.length,
    'believed from': round(classifier.threshold, 3),
    'training, ms (with calibration)': round(trainingMs),
    ...quality(results),
    ...typos(split.test, (text) => guessOf(classifier, text)),
    ...curve(
      [...split.test, ...split.outOfScope].map(({ text, label }) => ({
        guess: guessOf(classifier, text),
        label,
      })),
    ),
    'memory in use, MB': round(process.memoryUsage().rss / 2 ** 20),
    ...percentiles('one text, ms', times),
  }
}

/** The threshold that a validation part asks for. */
function setOn(validation: readonly Example[], classifier: Classifier): number {
  const guesses = validation.map(({ text, label }) => {
    const guess = guessOf(classifier, text)
    return { confidence: guess.score, isRight: label === undefined ? undefined : guess.label === label }
  })
  return threshold(guesses, GIVEN_UP)
}

function guessOf(classifier: Classifier, text: string): Guess {
  const [best] = classifier.classify(text)
  return { label: best?.label, score: best?.score ?? 0 }
}

/** nlp.js, trained and asked on the same split. */
async function beside(split: Split): Promise<Figures> {
  const begun = performance.now()
  const guess = await nlpJs(split.train, 'en')
  const trainingMs = performance.now() - begun
  const judged: Judged[] = []
  const times: number[] = []
  for (const { text, label } of [...split.test, ...split.outOfScope]) {
    const from = performance.now()
    judged.push({ guess: await guess(text), label })
    times.push(performance.now() - from)
  }
  return {
    'training, ms': round(trainingMs),
    ...curve(judged),
    'memory in use, MB': round(process.memoryUsage().rss / 2 ** 20),
    ...percentiles('one text, ms', times),
  }
}

/** What each threshold would do, and how far the confidence can be trusted. */
function curve(judged: readonly Judged[]): Figures {
  const points = curveOf(judged, [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
  return {
    'right intent first, whatever its score, %': points[0]?.accuracy ?? 0,
    ...Object.fromEntries(
      points.map(({ threshold, recall, falseAlarms }) => [
        `believed from ${threshold}: turned away, % out of scope / in scope`,
        `${recall} / ${falseAlarms}`,
      ]),
    ),
    'calibration error (ECE, in-scope and not), points': calibrationError(judged),
  }
}

function typos(test: readonly Example[], guess: (text: string) => Guess): Figures {
  const random = seeded(5)
  return Object.fromEntries(
    [1, 2].map((count) => {
      const right = test.filter(({ text, label }) => {
        let said = text
        for (let i = 0; i < count; i += 1) said = misspell(said, random)
        return guess(said).label === label
      })
      return [`right intent first with ${count} typo(s), %`, percent(right.length, test.length)]
    }),
  )
}

interface Result {
  label: string | undefined
  isRight: boolean
  isBelieved: boolean
}

function judge(classifier: Classifier, examples: readonly Example[]): Result[] {
  return examples.map(({ text, label }) => {
    const [best] = classifier.classify(text)
    return { label, isRight: best?.label === label, isBelieved: (best?.score ?? 0) >= classifier.threshold }
  })
}

function quality(results: readonly Result[]): Figures {
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

function asks(folder: string, ordinary: readonly Example[]): Figures {
  const figures: Figures = {}
  let [asked, heard, heardClearly, others, wrong, offered] = [0, 0, 0, 0, 0, 0]
  for (const set of askSets(folder)) {
    const read = set.texts.map(readAsk)
    const clear = read.filter((ask) => ask === 'asks').length
    const may = read.filter((ask) => ask === 'may-ask').length
    figures[set.name] = `${set.texts.length}: ${clear} asks, ${may} may ask`
    if (set.asks === true)
      [asked, heard, heardClearly] = [asked + read.length, heard + clear + may, heardClearly + clear]
    if (set.asks === false) [others, wrong, offered] = [others + read.length, wrong + clear, offered + may]
  }
  const everyday = [...ordinary.map(({ text }) => text), ...bitextOrdinary(folder)]
  const reads = everyday.map(readAsk)
  const times = everyday.map((text) => timed(() => readAsk(text)))
  return {
    ...figures,
    'recall, clear or perhaps, %': percent(heard, asked),
    'recall, clear, %': percent(heardClearly, asked),
    'look-alikes': others,
    'look-alikes read as asking': wrong,
    'look-alikes offered a person': offered,
    'ordinary messages': everyday.length,
    'read as asking on ordinary messages, %': percent(
      reads.filter((ask) => ask === 'asks').length,
      reads.length,
    ),
    'person offered on ordinary messages, %': percent(
      reads.filter((ask) => ask === 'may-ask').length,
      reads.length,
    ),
    ...percentiles('one message, ms', times),
  }
}

/** Ten thousand characters that were made to be slow. */
function hostile(): Figures {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const strange = Array.from(
    { length: 1_660 },
    (_, i) => `ases${letters[i % 26]}${letters[(i * 7) % 26]}`,
  ).join(' ')
  const filled = (pattern: string): string => pattern.repeat(10_000 / pattern.length)
  const texts: Record<string, string> = {
    'wishes without an end': filled('quiero '),
    'wishes to talk': filled('quiero hablar con '),
    'refusals without an end': filled('no quiero hablar con '),
    'questions to be handed over': filled('me pasan con? '),
    'questions who we are': filled('are you a person? '),
    'filler without an end': filled('want can i the '),
    somebody: filled('someone, '),
    'mistyped words': strange,
    'words that nobody wrote before': Array.from({ length: 1_400 }, (_, i) =>
      ((i * 7919) % 99_991).toString(26),
    ).join(' '),
    'a long complaint': filled('ya llamé tres veces y nadie arregló nada, el técnico no vino. '),
    capitals: filled('YA LLAMÉ TRES VECES Y NADIE ARREGLÓ NADA '),
    'single letters': filled('h u m a n o s '),
    commas: filled('a, '),
    marks: filled('?!'),
    emoji: filled('😀'),
  }
  const figures: Figures = {}
  for (const [name, text] of Object.entries(texts)) {
    for (let i = 0; i < 500; i += 1) readAsk(text)
    const times = Array.from({ length: 1_000 }, () => timeOfProcessor(() => readAsk(text)))
    Object.assign(figures, percentiles(`${name}, ms`, times))
  }
  return figures
}

function timed(run: () => unknown): number {
  const begun = performance.now()
  run()
  return performance.now() - begun
}

/** Of all threads, so what the compiler does beside counts; what else runs on the machine does not. */
function timeOfProcessor(run: () => unknown): number {
  const begun = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1_000
}

function percentiles(name: string, times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number): number =>
    sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0
  return { [`${name}: p50 / p99`]: `${round(at(0.5), 3)} / ${round(at(0.99), 3)}` }
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : round((100 * part) / whole)
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
