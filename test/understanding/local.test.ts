import { expect, test } from '@jest/globals'
import { installedIntents } from '../../src/understanding/intents.ts'
import { type Classifier, train } from '../../src/understanding/local/classifier.ts'
import { examplesOf, trainLocal } from '../../src/understanding/local/recognizer.ts'

const intents = installedIntents('.')
/** As the build has learnt it. */
const recognizer = trainLocal(intents, 'dist/intents.model')

const examples = examplesOf(intents)
/** Every so many are held out, and judged by what the others taught. */
const HELD_OUT = 3
const judged = judge(train(examples.filter((_, index) => index % HELD_OUT !== 0)))

function judge(classifier: Classifier) {
  return examples
    .filter((_, index) => index % HELD_OUT === 0)
    .map(({ text, label }) => {
      const [best] = classifier.classify(text)
      return { label, best, isBelieved: best !== undefined && best.score >= classifier.threshold }
    })
}

test('on what it was not taught it finds most intents, and turns away much of what is out of scope', () => {
  const inScope = judged.filter(({ label }) => label !== undefined)
  const outOfScope = judged.filter(({ label }) => label === undefined)
  const right = inScope.filter(({ label, best }) => best?.label === label)
  expect(right.length / inScope.length).toBeGreaterThanOrEqual(0.85)
  const believedRight = right.filter(({ isBelieved }) => isBelieved)
  expect(believedRight.length / inScope.length).toBeGreaterThanOrEqual(0.75)
  const turnedAway = outOfScope.filter(({ isBelieved }) => !isBelieved)
  expect(turnedAway.length / outOfScope.length).toBeGreaterThanOrEqual(0.45)
})

test.each([
  ['quiero darme de baja, me mudo', 'cancel-service'],
  ['kiero canselar mi internet', 'cancel-service'],
  ['necesito que me cancelen el contrato ya', 'cancel-service'],
  ['please cancel my internet subscription', 'cancel-service'],
  ['hay un cobro en mi factura que no reconozco', 'unknown-charge'],
  ['there is a charge on my card that i dont recognise', 'unknown-charge'],
  ['no tengo internet desde anoche', 'no-internet'],
  ['my wifi stopped working this morning', 'no-internet'],
  ['hola buenas tardes', 'greeting'],
  ['sos un robot?', 'are-you-a-robot'],
  ['en qué me podés ayudar?', 'what-can-you-do'],
])('"%s" is about %s', (text, intent) => {
  expect(recognizer.read(text).intent).toBe(intent)
})

test.each([
  'cuál es la capital de Francia',
  'how do I bake sourdough bread',
  'asdkjh qwelkj',
  '😀',
  '',
  '1234567',
  '445566 1234',
  '8-18',
])('"%s" is out of scope', (text) => {
  expect(recognizer.read(text).intent).toBeUndefined()
})

test('a reading has three candidates, best first, with confidences from 0 to 1', async () => {
  const { candidates, by, language } = await recognizer.recognize('quiero cancelar el servicio', 'es')
  expect(candidates).toHaveLength(3)
  const scores = candidates.map(({ score }) => score)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
  expect({ by, language }).toEqual({ by: 'local', language: 'es' })
})

test('confidence is calibrated: what is said to be nine in ten sure is right about so often', () => {
  const sure = judged.filter(({ best }) => best !== undefined && best.score >= 0.85)
  const right = sure.filter(({ best, label }) => best?.label === label).length / sure.length
  expect(right).toBeGreaterThan(0.85)
})

test('the same utterances give the same recogniser: what the build keeps is what is learnt now', () => {
  const again = trainLocal(intents)
  expect(again.threshold).toBe(recognizer.threshold)
  for (const text of ['me cobraron de más', 'hola', 'xyz'])
    expect(again.read(text)).toEqual(recognizer.read(text))
})

test('entities come with the reading', () => {
  expect(recognizer.read('me cobraron 45,90 € en la cuenta 12345678').entities).toMatchObject([
    { type: 'amount', value: 45.9 },
    { type: 'account-number', value: '12345678' },
    { type: 'phone', value: '12345678' },
  ])
})
