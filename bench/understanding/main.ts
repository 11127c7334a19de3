/**
 * `npm run bench:understanding -- --data FOLDER [--alone] [--json FILE]`: how well and how fast messages are understood.
 * FOLDER holds public data sets (clinc150/, banking77/, bitext/, escape/); those that are absent are left out, and
 * without a folder only this repository's own intents are measured. nlp.js stands beside on the same splits, measured in
 * the same way; it takes most of the time, and `--alone` leaves it out.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readAsk } from '../../src/escape/ask.ts'
import { loadIntents } from '../../src/understanding/intents.ts'
import { type Classifier, type Example, train } from '../../src/understanding/local/classifier.ts'
import { examplesOf, trainLocal } from '../../src/understanding/local/recognizer.ts'
import { askSets, banking77, bitext, bitextOrdinary, clinc150 } from './data.ts'
import {
  type Figures,
  learnLocal,
  learnNlpJs,
  measureSplit,
  percent,
  percentiles,
  quality,
  type Result,
  round,
} from './measure.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'string' }, alone: { type: 'boolean', default: false } },
})
const report: Record<string, Figures> = {}

show('own intents', ownIntents())
if (values.data !== undefined) {
  const clinc = clinc150(values.data)
  const banking = banking77(values.data)
  const orders = bitext(values.data)
  for (const [name, split] of Object.entries({ CLINC150: clinc, BANKING77: banking, Bitext: orders })) {
    if (!split) continue
    const local = await measureSplit(split, learnLocal)
    const other = values.alone ? undefined : await measureSplit(split, learnNlpJs)
    showBeside(name, local, other)
  }
  show('asking for a person', asks(values.data, [...(clinc?.test ?? []), ...(banking?.test ?? [])]))
}
show('ask recogniser, hostile texts', hostile())
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)

function show(name: string, figures: Figures): void {
  report[name] = figures
  console.log(`\n${name}`)
  for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure.padEnd(46)} ${value}`)
}

/** One table: each figure of both, side by side. */
function showBeside(name: string, local: Figures, other: Figures | undefined): void {
  report[name] = local
  if (other) report[`${name}, nlp.js 4.27`] = other
  const row = (...[figure = '', ...cells]: string[]) =>
    console.log(`  ${figure.padEnd(62)}${cells.map((cell) => cell.padStart(16)).join('')}`)
  console.log('')
  row(name, 'local', ...(other ? ['nlp.js 4.27'] : []))
  for (const [figure, value] of Object.entries(local))
    row(figure, String(value), ...(other ? [String(other[figure] ?? '')] : []))
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

function judge(classifier: Classifier, examples: readonly Example[]): Result[] {
  return examples.map(({ text, label }) => {
    const [best] = classifier.classify(text)
    return { label, isRight: best?.label === label, isBelieved: (best?.score ?? 0) >= classifier.threshold }
  })
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
