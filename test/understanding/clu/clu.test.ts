import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { CluFailure } from '../../../src/understanding/clu/failure.ts'
import { type CluOptions, CluRecognizer } from '../../../src/understanding/clu/recognizer.ts'
import { shorten } from '../../../src/understanding/clu/shorten.ts'
import { answerOf, CluServer, predicting } from './clu-server.ts'

const KEY = 'key-of-the-language-resource'
const TEXT = 'quiero cancelar la cuenta 445566'

let clu: CluServer
beforeEach(async () => {
  clu = await CluServer.open()
  // What the breakers wait by is the wall clock; sockets and limits go on as they are.
  jest.useFakeTimers({
    doNotFake: [
      'nextTick',
      'setImmediate',
      'clearImmediate',
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'performance',
      'queueMicrotask',
    ],
  })
})
afterEach(async () => {
  jest.useRealTimers()
  await clu.close()
})

const recognizer = (options: Partial<CluOptions> = {}) =>
  new CluRecognizer({
    endpoint: clu.url,
    key: KEY,
    project: 'help-desk',
    deployment: 'production',
    timeoutMs: 5_000,
    ...options,
  })
const passes = (ms: number) => jest.setSystemTime(Date.now() + ms)

async function failureOf(reading: Promise<unknown>): Promise<CluFailure> {
  const thrown = await reading.then(
    () => undefined,
    (failure: unknown) => failure,
  )
  expect(thrown).toBeInstanceOf(CluFailure)
  const failure = thrown as CluFailure
  expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure)}`).not.toContain(KEY)
  expect(`${failure.message} ${JSON.stringify(failure)}`).not.toContain('cancelar')
  expect(failure.cause).toBeUndefined()
  return failure
}

describe('a prediction', () => {
  test('is asked of the GA version, with the key, and with nothing that tells who wrote', async () => {
    clu.says(200, answerOf('predicted-2023-04-01'))
    await recognizer().recognize(TEXT, 'es')
    expect(clu.asked).toHaveLength(1)
    const [asked] = clu.asked
    expect(asked?.url).toBe('/language/:analyze-conversations?api-version=2023-04-01')
    expect(asked?.headers['ocp-apim-subscription-key']).toBe(KEY)
    expect(asked?.body).toEqual({
      kind: 'Conversation',
      analysisInput: { conversationItem: { id: '1', participantId: '1', text: TEXT, language: 'es' } },
      parameters: {
        projectName: 'help-desk',
        deploymentName: 'production',
        verbose: true,
        stringIndexType: 'Utf16CodeUnit',
      },
    })
  })

  test.each([
    ['predicted-2023-04-01', ['cancel-service', 'cancel-visit', 'None']],
    ['predicted-2022-05-15-preview', ['cancel-service', 'None']],
  ])('is read with either name of the score: %s', async (name, intents) => {
    clu.says(200, answerOf(name))
    const reading = await recognizer().recognize(TEXT, 'es')
    expect(reading).toMatchObject({ intent: 'cancel-service', by: 'clu', language: 'es' })
    expect(reading.candidates.map(({ intent }) => intent)).toEqual(intents)
    expect(reading.candidates[0]?.score).toBeCloseTo(0.9312)
    expect(reading.entities).toEqual([{ type: 'account-number', value: '445566', text: '445566' }])
  })

  test('of a long text is asked of its beginning and its end, within a thousand characters', async () => {
    clu.says(200, predicting(['cancel-service', 0.9]))
    const story = `Quiero darme de baja. ${'Llevo tres semanas llamando y nadie viene. '.repeat(60)} Por eso me voy.`
    await recognizer().recognize(story, 'es')
    const sent = clu.asked[0]?.body.analysisInput.conversationItem.text ?? ''
    expect(sent.length).toBeLessThanOrEqual(1_000)
    expect(sent.length).toBeGreaterThan(950)
    expect(sent).toMatch(/^Quiero darme de baja\..*Por eso me voy\.$/)
    expect(sent).not.toMatch(/\blla \b/)
  })

  test('of a text without spaces never holds half an emoji', () => {
    const sent = shorten('a'.concat('😡'.repeat(800)))
    expect(sent.length).toBeLessThanOrEqual(1_000)
    expect(sent.isWellFormed()).toBe(true)
    expect(shorten('hola')).toBe('hola')
  })
})

describe('a service that gives no answer', () => {
  test('in time is given up, and not asked a second time', async () => {
    clu.answer = () => undefined
    const failure = await failureOf(recognizer({ timeoutMs: 40 }).recognize(TEXT, 'es'))
    expect(failure.kind).toBe('slow')
    // On a busy machine it may be given up before the service has heard of it.
    expect(clu.asked.length).toBeLessThanOrEqual(1)
  })

  test('is given up when the caller no longer waits', async () => {
    const over = new AbortController()
    clu.answer = () => over.abort()
    expect((await failureOf(recognizer().recognize(TEXT, 'es', over.signal))).kind).toBe('slow')
  })

  test.each([
    ['401', 401, answerOf('error-401'), 'refused'],
    ['a retired deployment', 404, answerOf('error-404'), 'gone'],
    ['500', 500, answerOf('error-500'), 'away'],
    ['429', 429, answerOf('error-429'), 'throttled'],
    ['429 without a body', 429, '', 'throttled'],
    ['503 of a gateway, in HTML', 503, '<html>Service Unavailable</html>', 'away'],
    ['400', 400, '{"error":{"code":"InvalidArgument","message":"x"}}', 'away'],
    ['no JSON', 200, 'oops', 'garbage'],
    ['an empty body', 200, '', 'garbage'],
    [
      'another kind of project',
      200,
      answerOf('predicted-2023-04-01').replace('"Conversation"', '"Orchestration"'),
      'garbage',
    ],
    ['no intents', 200, predicting(), 'garbage'],
    ['a score that is none', 200, predicting(['cancel-service', 7]), 'garbage'],
    ['no score', 200, answerOf('predicted-2023-04-01').replaceAll('confidenceScore', 'sureness'), 'garbage'],
  ])('but %s fails once, in words that may be logged', async (_what, status, body, kind) => {
    clu.says(status, body)
    expect((await failureOf(recognizer().recognize(TEXT, 'es'))).kind).toBe(kind)
    expect(clu.asked).toHaveLength(1)
  })

  test('because the connection is cut has failed, and so has one where nobody listens', async () => {
    clu.answer = (res) => res.destroy()
    expect((await failureOf(recognizer().recognize(TEXT, 'es'))).kind).toBe('away')
    clu.answer = (res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      res.write('{"kind":')
      res.destroy()
    }
    expect((await failureOf(recognizer().recognize(TEXT, 'es'))).kind).toMatch(/away|garbage/)
    const late = recognizer()
    await clu.close()
    expect((await failureOf(late.recognize(TEXT, 'es'))).kind).toBe('away')
    clu = await CluServer.open()
  })

  test('but sends the request elsewhere does not get the key sent there', async () => {
    clu.says(307, '', { location: `${clu.url}/elsewhere` })
    await failureOf(recognizer().recognize(TEXT, 'es'))
    expect(clu.asked).toHaveLength(1)
  })
})

describe('a service that keeps failing', () => {
  test('is left alone after five failures, says so, and is asked again after a while', async () => {
    const one = recognizer()
    clu.says(500, answerOf('error-500'))
    for (let i = 0; i < 5; i += 1) expect((await failureOf(one.recognize(TEXT, 'es'))).kind).toBe('away')
    expect((await failureOf(one.recognize(TEXT, 'es'))).kind).toBe('resting')
    expect(clu.asked).toHaveLength(5)
    expect(one.note()).toMatch(/CLU answered 500; messages are read locally/)
    passes(10_001)
    clu.says(200, predicting(['cancel-service', 0.9]))
    expect(await one.recognize(TEXT, 'es')).toMatchObject({ intent: 'cancel-service' })
    expect(one.note()).toBeUndefined()
  })

  test.each([
    ['in seconds', { 'retry-after': '17' }, 17_000],
    [
      'as a date',
      { date: 'Sun, 22 Nov 2026 08:00:00 GMT', 'retry-after': 'Sun, 22 Nov 2026 08:00:30 GMT' },
      30_000,
    ],
    ['not at all', {}, 5_000],
    ['in words', { 'retry-after': 'later' }, 5_000],
  ] as const)('with 429 is left alone as long as it asks, told %s', async (_how, headers, restMs) => {
    const one = recognizer()
    clu.says(429, answerOf('error-429'), headers)
    expect((await failureOf(one.recognize(TEXT, 'es'))).kind).toBe('throttled')
    clu.says(200, predicting(['cancel-service', 0.9]))
    passes(restMs - 200)
    expect((await failureOf(one.recognize(TEXT, 'es'))).kind).toBe('resting')
    passes(300)
    expect(await one.recognize(TEXT, 'es')).toMatchObject({ by: 'clu' })
    expect(clu.asked).toHaveLength(2)
  })

  test('with a key that is not accepted is asked once a minute, and tells the operator which setting to look at', async () => {
    const one = recognizer()
    clu.says(401, answerOf('error-401'))
    await failureOf(one.recognize(TEXT, 'es'))
    expect((await failureOf(one.recognize(TEXT, 'es'))).kind).toBe('resting')
    expect(one.note()).toMatch(/CLU_KEY/)
    passes(60_001)
    await failureOf(one.recognize(TEXT, 'es'))
    expect(clu.asked).toHaveLength(2)
  })
})
