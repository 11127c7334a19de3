import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { GenerateAnswer } from '../../../src/channels/web/activity.ts'
import { ask } from './client.ts'
import { LineProxy } from './line-proxy.ts'
import { MicrosoftClient } from './microsoft-client.ts'
import { WebDesk } from './web-desk.ts'

/** The real client, `botframework-directlinejs`, over a network that tests can cut. */
let desk: WebDesk
let line: LineProxy
let generated: GenerateAnswer
const clients: MicrosoftClient[] = []

beforeEach(async () => {
  desk = await WebDesk.open()
  line = await LineProxy.to(desk.port)
  generated = (await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, { method: 'POST' })).body
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.end()
  await line.close()
  await desk.close()
})

function connect(options: ConstructorParameters<typeof MicrosoftClient>[1] = {}): MicrosoftClient {
  const client = new MicrosoftClient(line, { token: generated.token, ...options })
  clients.push(client)
  return client
}

const GREETING = 'Soy el asistente automático.'

test.each([true, false])('it talks to the bot (WebSocket: %s)', async (webSocket) => {
  const client = connect({ webSocket })
  await client.until(({ texts }) => texts.length === 1)
  const id = await client.post({ text: 'hola', channelData: { clientActivityID: 'c1' } })
  await client.until(({ texts }) => texts.length === 3)
  await client.post({ text: '¿sigue ahí?', channelData: { clientActivityID: 'c2' } })
  await client.until(({ texts }) => texts.length === 5)

  expect(client.texts).toEqual([GREETING, 'hola', 'eco: hola', '¿sigue ahí?', 'eco: ¿sigue ahí?'])
  const echo = client.activities.find((activity) => activity.type === 'message' && activity.text === 'hola')
  expect(echo).toMatchObject({ id, channelData: { clientActivityID: 'c1' } })
})

test('when the network breaks, it comes back and hears what was said meanwhile, once', async () => {
  const client = connect()
  await client.until(({ texts }) => texts.length === 1)
  for (let round = 1; round <= 3; round += 1) {
    line.cut()
    await desk.append(generated.conversationId, {
      kind: 'message',
      from: { kind: 'agent', id: 'agent-1', name: 'Lucía' },
      text: `mensaje ${round}`,
    })
    await client.until(({ texts }) => texts.includes(`mensaje ${round}`))
  }
  await client.post({ text: 'la oigo', channelData: { clientActivityID: 'c1' } })
  await client.until(({ texts }) => texts.length === 6)
  expect(client.texts).toEqual([GREETING, 'mensaje 1', 'mensaje 2', 'mensaje 3', 'la oigo', 'eco: la oigo'])
})

test('a restart of the server in the middle loses and doubles nothing, and the client says "retry" for what was not stored', async () => {
  const client = connect()
  await client.post({ text: 'antes', channelData: { clientActivityID: 'c1' } })
  await client.until(({ texts }) => texts.length === 3)
  let outcome = ''
  await desk.restart(async () => {
    outcome = await client.post({ text: 'durante', channelData: { clientActivityID: 'c2' } })
  })
  expect(outcome).toBe('retry')
  await client.post({ text: 'durante', channelData: { clientActivityID: 'c2' } })
  await client.until(({ texts }) => texts.length === 5)
  expect(client.texts).toEqual([GREETING, 'antes', 'eco: antes', 'durante', 'eco: durante'])
})

test('a post whose answer got lost is sent again and is one message', async () => {
  const client = connect()
  await client.until(({ texts }) => texts.length === 1)
  const { intake } = desk
  desk.intake = {
    ...intake,
    async accept(conversationId, inbound) {
      const accepted = await intake.accept(conversationId, inbound)
      line.cut()
      return accepted
    },
  }
  expect(await client.post({ text: 'hola', channelData: { clientActivityID: 'c1' } })).toBe('retry')
  desk.intake = intake
  expect(await client.post({ text: 'hola', channelData: { clientActivityID: 'c1' } })).toMatch(/\|0000002$/)
  await client.until(({ texts }) => texts.length === 3)
  expect(client.texts).toEqual([GREETING, 'hola', 'eco: hola'])
})

test('after a reload the page goes on in the same conversation', async () => {
  const before = connect()
  await before.post({ text: 'hola', channelData: { clientActivityID: 'c1' } })
  await before.until(({ texts }) => texts.length === 3)
  before.end()

  const again = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, {
    json: { resume: generated.resume },
  })
  const byStart = connect({ token: again.body.token })
  await byStart.until(({ texts }) => texts.length === 3)
  expect(byStart.texts).toEqual([GREETING, 'hola', 'eco: hola'])
  byStart.end()

  const byReconnect = connect({
    token: again.body.token,
    conversationId: again.body.conversationId,
    watermark: '2',
  })
  await byReconnect.until(({ texts }) => texts.length === 1)
  expect(byReconnect.texts).toEqual(['eco: hola'])
})

test('an expired token is told apart from a lost connection, and a new one brings it back', async () => {
  const client = connect()
  await client.until(({ texts }) => texts.length === 1)
  desk.clock.advance(31 * 60 * 1_000)
  expect(await client.post({ text: 'tarde', channelData: { clientActivityID: 'c1' } })).toBe('retry')
  const expired = 3
  expect(client.statuses).toContain(expired)

  const again = await ask<GenerateAnswer>(`${desk.directLineUrl}/tokens/generate`, {
    json: { resume: generated.resume },
  })
  const { conversationId, token } = again.body
  const streamUrl = client.directLine['streamUrl' as keyof typeof client.directLine] as unknown as string
  client.directLine.reconnect({ conversationId, token, streamUrl })
  expect(await client.post({ text: 'tarde', channelData: { clientActivityID: 'c1' } })).toMatch(/\|0000002$/)
  await client.until(({ texts }) => texts.includes('eco: tarde'))
})

test('a photo is sent and comes back with its address', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const client = connect()
  await client.until(({ texts }) => texts.length === 1)
  await client.post({
    text: 'mi módem',
    channelData: { clientActivityID: 'c1' },
    attachments: [
      {
        contentType: 'image/png',
        contentUrl: `data:image/png;base64,${png.toString('base64')}`,
        name: 'modem.png',
      },
    ],
  })
  await client.until(({ texts }) => texts.includes('mi módem'))
  const echo = client.activities.find(
    (activity) => activity.type === 'message' && activity.text === 'mi módem',
  )
  expect(echo).toMatchObject({
    channelData: { clientActivityID: 'c1' },
    attachments: [
      { contentType: 'image/png', name: 'modem.png', contentUrl: expect.stringContaining('/uploads/') },
    ],
  })
})
