import { expect, test } from '@jest/globals'
import { decide, type HowRead, serviceFirst } from '../../src/understanding/policy.ts'
import type { Reading } from '../../src/understanding/recognizer.ts'

const INTENTS = new Set(['cancel-service', 'cancel-visit', 'no-internet'])

function reading(by: string, intent: string | undefined, ...candidates: [string, number][]): Reading {
  return {
    intent,
    candidates: candidates.map(([name, score]) => ({ intent: name, score })),
    entities: [],
    language: 'es',
    by,
  }
}
const far = (...candidates: [string, number][]) => reading('clu', candidates[0]?.[0], ...candidates)
const near = (intent: string | undefined, score = 0.9) =>
  reading('local', intent, [intent ?? 'no-internet', intent === undefined ? 0.1 : score])
const between = (one: Reading, other: Reading) => decide(one, other, { intents: INTENTS, sureFrom: 0.7 })

test('CLU answers when it is sure', () => {
  const { reading: read, won, disagreed } = between(far(['cancel-visit', 0.8]), near('cancel-visit'))
  expect(read).toMatchObject({ intent: 'cancel-visit', by: 'clu' })
  expect([won, disagreed]).toEqual(['clu', false])
  expect(read.overruled).toBeUndefined()
})

test('when it is not sure the local recogniser answers', () => {
  const { reading: read, won } = between(far(['cancel-visit', 0.6]), near('cancel-visit'))
  expect(read).toMatchObject({ intent: 'cancel-visit', by: 'local' })
  expect(won).toBe('local')
})

test('when neither is sure the message is unmatched', () => {
  const { reading: read, won, disagreed } = between(far(['cancel-visit', 0.6]), near(undefined))
  expect(read.intent).toBeUndefined()
  expect([won, disagreed]).toEqual(['nobody', false])
})

test('when they disagree the reading says who was overruled', () => {
  const sure = between(far(['cancel-visit', 0.9]), near('cancel-service'))
  expect(sure).toMatchObject({ won: 'clu', disagreed: true })
  expect(sure.reading.overruled).toEqual({ by: 'local', intent: 'cancel-service' })
  const unsure = between(far(['cancel-visit', 0.5]), near('cancel-service'))
  expect(unsure).toMatchObject({ won: 'local', disagreed: true })
  expect([sure.opinions, unsure.opinions]).toEqual([
    { clu: 'cancel-visit', local: 'cancel-service' },
    { clu: 'cancel-visit', local: 'cancel-service' },
  ])
  expect(unsure.reading).toMatchObject({
    intent: 'cancel-service',
    overruled: { by: 'clu', intent: 'cancel-visit' },
  })
})

test('a sure "none of these" is an answer; an unsure one is no opinion', () => {
  const sure = between(far(['None', 0.9], ['cancel-visit', 0.05]), near('cancel-service'))
  expect(sure).toMatchObject({ won: 'clu', disagreed: true })
  expect(sure.reading.intent).toBeUndefined()
  expect(sure.reading.candidates).toEqual([{ intent: 'cancel-visit', score: 0.05 }])
  expect(between(far(['None', 0.5]), near('cancel-service'))).toMatchObject({
    won: 'local',
    disagreed: false,
  })
})

test('an intent that the house does not have is never believed, however sure', () => {
  const { reading: read, won, unknownIntent } = between(far(['buy-a-boat', 0.99]), near('cancel-service'))
  expect(read).toMatchObject({ intent: 'cancel-service', by: 'local' })
  expect([won, unknownIntent]).toEqual(['local', 'buy-a-boat'])
})

test('values are read by the house’s own rules; what CLU finds besides is kept', () => {
  const one = { ...far(['cancel-visit', 0.9]), entities: [entity('amount', 'x'), entity('Plan', 'oro')] }
  const other = { ...near('cancel-visit'), entities: [entity('amount', '19.90')] }
  expect(between(one, other).reading.entities).toEqual([entity('amount', '19.90'), entity('Plan', 'oro')])
})

function entity(type: string, value: string) {
  return { type, value, text: value }
}

async function read(text: string, answer: () => Promise<Reading>) {
  const seen: HowRead[] = []
  const asked: string[] = []
  const recognizer = serviceFirst({
    service: {
      recognize: (said) => {
        asked.push(said)
        return answer()
      },
    },
    local: { read: () => near('cancel-service') },
    intents: INTENTS,
    limitMs: 1_000,
    observe: (how) => seen.push(how),
  })
  return { result: await recognizer.recognize(text, 'es'), seen, asked }
}

test('while CLU fails, messages are read locally and the failure is told', async () => {
  const fault = new Error('no connection to CLU')
  const { result, seen } = await read('quiero cancelar', () => Promise.reject(fault))
  expect(result).toMatchObject({ intent: 'cancel-service', by: 'local' })
  expect(seen).toEqual([{ won: 'local', disagreed: false, failed: fault }])
})

test.each(['445566', '1', '👍', '12/05', '19,90 €'])(
  '"%s" is about nothing and does not leave the company',
  async (text) => {
    const { asked, seen } = await read(text, () => Promise.reject(new Error('asked')))
    expect([asked, seen]).toEqual([[], []])
  },
)
