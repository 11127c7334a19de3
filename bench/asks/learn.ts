/**
 * `npm run asks:learn`: learns the weights of `src/escape/ask-model.ts` and writes them as the module that it
 * loads. What it learns from: ways of asking and of not asking (`ways-*.ts`, `situations-*.ts`, `nearby-*.ts`,
 * `plain-*.ts`, `calls.ts`), what is said to assistants of every trade (`everyday.ts`) and answered on the way through a
 * dialog (`replies.ts`), said in many variations and with up to two typos, and everything that customers say of other matters
 * (`intents/`). Deterministic.
 */
import { writeFileSync } from 'node:fs'
import { readRules } from '../../src/escape/ask.ts'
import { eachFeature } from '../../src/escape/ask-features.ts'
import { sentencesOf, WINDOW } from '../../src/escape/ask-model.ts'
import { tokens } from '../../src/escape/ask-tokens.ts'
import { loadIntents } from '../../src/understanding/intents.ts'
import type { Features } from '../../src/understanding/local/features.ts'
import { seeded, separate } from '../../src/understanding/local/svm.ts'
import { CALLS_EN, CALLS_ES } from './calls.ts'
import { EVERYDAY_EN, EVERYDAY_ES } from './everyday.ts'
import { misspell } from './misspell.ts'
import { NEARBY_EN } from './nearby-en.ts'
import { NEARBY_ES } from './nearby-es.ts'
import { PLAIN_EN } from './plain-en.ts'
import { PLAIN_ES } from './plain-es.ts'
import { REPLIES_EN, REPLIES_ES } from './replies.ts'
import { SITUATIONS_EN } from './situations-en.ts'
import { SITUATIONS_ES } from './situations-es.ts'
import { pick, type Random, say, together, type Ways } from './ways.ts'
import { ENGLISH } from './ways-en.ts'
import { SPANISH } from './ways-es.ts'

const BITS = 18
const ASKS_EACH = 80_000
const OTHERS_EACH = 112_000
const EVERYDAY_EACH = 120_000
const REPLIES_EACH = 50_000
/** How often each utterance of the intents is taught, with other typos each time. */
const TIMES = 12
const DRAWS = 3
/** Letters without sense. */
const JUNK = 1_200

interface Example {
  text: string
  asks: boolean
}

const random = seeded(11)
const { intents, outOfScope } = loadIntents('intents')
const ordinary = [
  ...intents
    // Who asks for a superior asks for a person.
    .filter(({ id }) => id !== 'supervisor')
    .flatMap(({ utterances, nearMisses }) => [...Object.values(utterances), ...Object.values(nearMisses)])
    .flat(),
  ...Object.values(outOfScope).flat(),
].filter((text) => readRules(tokens(text)).says === 'no')

/** The weights of several draws, averaged: what one of them has by chance weighs little. */
const weights = new Float32Array(2 ** BITS + 1)
for (let draw = 0; draw < DRAWS; draw += 1)
  for (const [row, weight] of learnt(drawn()).entries()) weights[row] = (weights[row] ?? 0) + weight / DRAWS
write(weights)

function drawn(): Example[] {
  const examples: Example[] = [
    ...of([SPANISH, SITUATIONS_ES, NEARBY_ES, PLAIN_ES, CALLS_ES].reduce(together)),
    ...of([ENGLISH, SITUATIONS_EN, NEARBY_EN, PLAIN_EN, CALLS_EN].reduce(together)),
    ...othersOf(EVERYDAY_ES, EVERYDAY_EACH),
    ...othersOf(EVERYDAY_EN, EVERYDAY_EACH),
    ...othersOf(REPLIES_ES, REPLIES_EACH),
    ...othersOf(REPLIES_EN, REPLIES_EACH),
  ]
  for (let time = 0; time < TIMES; time += 1)
    for (const text of ordinary) examples.push({ text: mistyped(text, random), asks: false })
  for (let i = 0; i < JUNK; i += 1) examples.push({ text: junk(), asks: false })
  return examples
}

function learnt(examples: readonly Example[]): Float32Array {
  const own = Uint8Array.from(examples, ({ asks }) => (asks ? 1 : 0))
  console.log(`${examples.length} examples, ${own.reduce((sum, one) => sum + one, 0)} of them asks`)
  const training = { cost: 4, ownCost: 1, passes: 20, tolerance: 0.05 }
  return separate(examples.map(featuresOf), own, 2 ** BITS, training)
}

function of(ways: Ways): Example[] {
  const asks = Array.from({ length: ASKS_EACH }, () => ({
    text: mistyped(inPlace(say(pick(ways.asks, random), ways, random), ways), random),
    asks: true,
  }))
  return [...asks, ...othersOf(ways, OTHERS_EACH)]
}

function othersOf(ways: Ways, count: number): Example[] {
  return Array.from({ length: count }, () => {
    const said = say(pick(ways.others, random), ways, random)
    return { text: mistyped(ways.asks.length > 0 ? inPlace(said, ways) : said, random), asks: false }
  })
}

/** As it stands in a message: after a greeting, before a courtesy, beside another matter. */
function inPlace(text: string, ways: Ways): string {
  const chance = random()
  if (chance < 0.55) return text
  if (chance < 0.68) return `${say('[OPEN]', ways, random)} ${text}`
  if (chance < 0.8) return `${text} ${say('[POLITE]', ways, random)}`
  if (chance < 0.9) return `${pick(ordinary, random).split(' ').slice(-4).join(' ')} ${text}`
  return `${text} ${pick(ordinary, random).split(' ').slice(0, 4).join(' ')}`
}

function mistyped(text: string, chance: Random): string {
  const typos = chance()
  if (typos < 0.55) return text
  const once = misspell(text, chance)
  if (typos < 0.8) return once
  return typos < 0.93 ? misspell(once, chance) : misspell(misspell(once, chance), chance)
}

function junk(): string {
  const letter = (): string => String.fromCharCode(0x61 + Math.floor(random() * 26))
  const word = (): string =>
    random() < 0.3 ? letter().repeat(4) : Array.from({ length: 2 + random() * 8 }, letter).join('')
  return Array.from({ length: 1 + random() * 6 }, word).join(' ')
}

/** Every feature counts alike and the whole has length one, as the model reads it. */
function featuresOf({ text, asks }: Example): Features {
  const message = tokens(text)
  const counted = new Map<number, number>()
  let count = 0
  const [sentence = { begin: 0, end: 0, isQuestion: false }] = sentencesOf(message).sort(
    (a, b) => b.end - b.begin - (a.end - a.begin),
  )
  // What asks may stand at either end; what doesn't is as good at one as at the other.
  const skipped = sentence.end - sentence.begin > WINDOW && asks ? sentence.end - WINDOW : sentence.begin
  eachFeature(message, sentence, (at, hash) => {
    if (at < skipped || at >= skipped + WINDOW) return
    const row = hash >>> (32 - BITS)
    counted.set(row, (counted.get(row) ?? 0) + 1)
    count += 1
  })
  const scale = 1 / Math.sqrt(Math.max(count, 1))
  return {
    rows: Uint32Array.from(counted.keys()),
    values: Float32Array.from(counted.values(), (times) => times * scale),
  }
}

function write(weights: Float32Array): void {
  const bias = weights.at(-1) ?? 0
  const most = weights.subarray(0, -1).reduce((so, weight) => Math.max(so, Math.abs(weight)), 0)
  const scale = most / 127
  const bytes = Int8Array.from(weights.subarray(0, -1), (weight) => Math.round(weight / scale))
  const lines =
    Buffer.from(bytes.buffer)
      .toString('base64')
      .match(/.{1,1280}/g) ?? []
  writeFileSync(
    'src/escape/ask-weights.ts',
    `/** Made by \`npm run asks:learn\`; never edited. Weights of hashed features, one signed byte each, times \`SCALE\`. */
export const BITS = ${BITS}
export const BIAS = ${Number(bias.toFixed(5))}
export const SCALE = ${Number(scale.toPrecision(6))}
export const WEIGHTS = \`
${lines.join('\n')}\`
`,
  )
}
