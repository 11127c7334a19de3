/**
 * `npm run intents:check`: for each intent and language how much it is taught, what it is confused with when each part
 * of it is held out, and utterances of two intents that are nearly the same.
 */
import { LANGUAGES } from '../../src/language.ts'
import { loadIntents } from '../../src/understanding/intents.ts'
import { train } from '../../src/understanding/local/classifier.ts'
import { examplesOf } from '../../src/understanding/local/recognizer.ts'
import { plain, words } from '../../src/understanding/words.ts'

const FOLDS = 5
/** So much of their words in common makes two utterances near copies. */
const NEAR = 0.8
const FEWEST = 30

const loaded = loadIntents('intents')
console.log('intent                     es    en   repeated')
for (const { id, utterances } of loaded.intents) {
  const counts = LANGUAGES.map((language) => utterances[language].length)
  const repeated = LANGUAGES.map((language) => {
    const said = utterances[language].map(plain)
    return said.length - new Set(said).size
  })
  const few = counts.some((count) => count < FEWEST) ? `   fewer than ${FEWEST}` : ''
  console.log(
    `${id.padEnd(24)}${counts.map((count) => String(count).padStart(5)).join(' ')}   ${repeated.join('+')}${few}`,
  )
}

const examples = examplesOf(loaded)
const confused = new Map<string, string[]>()
for (let fold = 0; fold < FOLDS; fold += 1) {
  const classifier = train(examples.filter((_, index) => index % FOLDS !== fold))
  for (const { text, label } of examples.filter((_, index) => index % FOLDS === fold)) {
    const [best] = classifier.classify(text)
    const isBelieved = best !== undefined && best.score >= classifier.threshold
    if (!isBelieved || best.label === label) continue
    const pair = `${label ?? 'none'} -> ${best.label}`
    confused.set(pair, [...(confused.get(pair) ?? []), text])
  }
}
console.log('\nbelieved wrongly when held out, most frequent first')
for (const [pair, texts] of [...confused].sort((a, b) => b[1].length - a[1].length))
  console.log(`${String(texts.length).padStart(4)}  ${pair.padEnd(44)} "${texts[0]}"`)

console.log('\nnear copies across intents')
const said = loaded.intents.flatMap(({ id, utterances }) =>
  LANGUAGES.flatMap((language) =>
    utterances[language].map((text) => ({ id, text, set: new Set(words(text)) })),
  ),
)
for (const [at, one] of said.entries())
  for (const other of said.slice(at + 1))
    if (one.id !== other.id && likeness(one.set, other.set) >= NEAR)
      console.log(`  ${one.id}: "${one.text}"  ~  ${other.id}: "${other.text}"`)

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common += 1
  return common / (a.size + b.size - common)
}
