import { once } from 'node:events'
import net from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { ConversationAnswer } from '../../../src/channels/web/activity.ts'
import { signalConversation } from '../../../src/turn/signal.ts'
import { until } from '../../support/until.ts'
import { ask, Customer } from './client.ts'
import { WebDesk } from './web-desk.ts'

let desk: WebDesk

beforeEach(async () => {
  desk = await WebDesk.open()
})
afterEach(async () => {
  await desk.close()
})

test('a stream begins with the header, then everything said, then what is new, in order', async () => {
  const ana = await Customer.start(desk)
  await ana.say('hola', 'c1')

  const stream = await ana.stream()
  await stream.until(({ texts }) => texts.length === 3)
  await ana.say('¿y ahora?', 'c2')
  await stream.until(({ texts }) => texts.length === 5)

  expect(stream.activities[0]).toMatchObject({
    type: 'event',
    name: 'escotilla.state',
    channelData: { escotilla: { owner: 'bot' } },
  })
  expect(stream.texts).toEqual([
    'Soy el asistente automático.',
    'hola',
    'eco: hola',
    '¿y ahora?',
    'eco: ¿y ahora?',
  ])
  expect(stream.watermark).toBe('5')
})

test('the customer’s own message comes back with the id that the client gave it, and from the token’s user', async () => {
  const ana = await Customer.start(desk)
  const stream = await ana.stream()
  const { body } = await ana.say('hola', 'client-1')
  await stream.until(({ texts }) => texts.includes('hola'))

  const echo = stream.activities.find((activity) => activity.type === 'message' && activity.text === 'hola')
  expect(echo).toMatchObject({
    id: body.id,
    from: { role: 'user', id: expect.stringMatching(/^dl_/) },
    channelData: { clientActivityID: 'client-1' },
  })
  expect(body.id).toBe(`${ana.conversationId}|0000002`)
})

test('after a loss the client hears everything since its watermark, once', async () => {
  const ana = await Customer.start(desk)
  const first = await ana.stream()
  await first.until(({ texts }) => texts.length === 1)
  first.socket.terminate()
  await ana.say('mientras no estaba', 'c1')

  const { body } = await ask<ConversationAnswer>(`${ana.url}?watermark=${first.watermark}`, {
    token: ana.token,
  })
  const second = await ana.stream(body.streamUrl)
  await second.until(({ texts }) => texts.length === 2)

  expect(second.texts).toEqual(['mientras no estaba', 'eco: mientras no estaba'])
})

test('a second window takes the stream over', async () => {
  const ana = await Customer.start(desk)
  const first = await ana.stream()
  const second = await ana.stream()
  await first.until(({ closeCode }) => closeCode !== undefined)

  expect(first.closeCode).toBe(4001)
  await ana.say('aquí', 'c1')
  await second.until(({ texts }) => texts.includes('eco: aquí'))
  expect(first.texts).not.toContain('aquí')
})

test('what is not for the customer is never sent, and the watermark passes it', async () => {
  const ana = await Customer.start(desk)
  const stream = await ana.stream()
  await stream.until(({ texts }) => texts.length === 1)
  const agent = { kind: 'agent', id: 'agent-1', name: 'Lucía' } as const
  await desk.append(ana.conversationId, {
    id: 'n1',
    at: 0,
    kind: 'note',
    from: agent,
    text: 'cliente enfadado',
    caseKey: 'K1',
  })
  await desk.append(ana.conversationId, { kind: 'message', from: agent, text: 'Buenos días, soy Lucía.' })
  await stream.until(({ texts }) => texts.length === 2)

  expect(JSON.stringify(stream.frames)).not.toContain('enfadado')
  expect(JSON.stringify(stream.frames)).not.toContain('agent-1')
  expect(stream.activities.at(-1)).toMatchObject({
    from: { id: 'agent', name: 'Lucía', role: 'bot' },
    channelData: { escotilla: { from: 'agent', seq: 3 } },
  })
  expect(stream.watermark).toBe('3')
})

test('the header is sent when an event moves the case', async () => {
  const ana = await Customer.start(desk)
  const stream = await ana.stream()
  await stream.until(({ texts }) => texts.length === 1)

  desk.status = { owner: 'queue', caseKey: 'K1', position: 3, etaSeconds: [120, 300] }
  await desk.setHead(ana.conversationId, { caseKey: 'K1' })
  await desk.append(ana.conversationId, {
    id: 'e1',
    at: 0,
    kind: 'event',
    name: 'case-opened',
    caseKey: 'K1',
  })
  await desk.append(ana.conversationId, { kind: 'message', from: { kind: 'system' }, text: 'Su caso es K1.' })
  await stream.until(({ texts }) => texts.length === 2)

  const after = stream.activities.slice(-2)
  expect(after[0]).toMatchObject({ name: 'escotilla.state', channelData: { escotilla: { position: 3 } } })
  expect(after[1]).toMatchObject({
    text: 'Su caso es K1.',
    channelData: {
      escotilla: { from: 'system', owner: 'queue', caseKey: 'K1', position: 3, etaSeconds: [120, 300] },
    },
  })
})

test('a place in line that changes by what happens to others is told within a moment', async () => {
  const ana = await Customer.start(desk)
  desk.status = { owner: 'queue', caseKey: 'K1', position: 3 }
  await desk.setHead(ana.conversationId, { caseKey: 'K1' })
  const stream = await ana.stream()
  await stream.until(({ texts }) => texts.length === 1)

  desk.status = { owner: 'queue', caseKey: 'K1', position: 2 }
  await desk.store.commit({ id: 'somebody-was-claimed', append: [{ log: 'events', body: '{}' }] })
  desk.clock.advance(1_000)
  await stream.until(({ frames }) => JSON.stringify(frames.at(-1)).includes('"position":2'))
})

test('typing goes both ways and is not stored', async () => {
  const ana = await Customer.start(desk)
  const stream = await ana.stream()
  await stream.until(({ texts }) => texts.length === 1)
  const heard: string[] = []
  desk.store.watch([`conversation/${ana.conversationId}`], (_name, signal) => {
    if (signal !== undefined) heard.push(signal)
  })

  await ana.post({ type: 'typing' })
  signalConversation(desk.store, ana.conversationId, { kind: 'typing', from: 'agent', name: 'Lucía' })
  await stream.until(({ activities }) => activities.at(-1)?.type === 'typing')

  expect(stream.activities.at(-1)).toMatchObject({
    from: { name: 'Lucía' },
    channelData: { escotilla: { from: 'agent' } },
  })
  expect(heard[0]).toBe('{"kind":"typing","from":"customer"}')
  expect((await ana.poll()).body.watermark).toBe('1')
})

test('what arrived and what was read is known of each conversation, and survives a restart', async () => {
  const ana = await Customer.start(desk)
  const stream = await ana.stream()
  await ana.say('hola', 'c1')
  await stream.until(({ texts }) => texts.length === 3)
  expect(await desk.directLine.deliveryOf(ana.conversationId)).toMatchObject({ deliveredTo: 0, readTo: 0 })

  const heard = new Promise((resolve) =>
    desk.store.watch([`conversation/${ana.conversationId}`], (_name, signal) => signal && resolve(signal)),
  )
  desk.clock.advance(1_000)
  expect(await heard).toBe('{"kind":"delivered","seq":3}')
  await ana.post({ type: 'event', name: 'escotilla.read', value: { seq: 2 } })
  await ana.post({ type: 'event', name: 'escotilla.read', value: { seq: 1 } })
  expect(await desk.directLine.deliveryOf(ana.conversationId)).toMatchObject({ deliveredTo: 3, readTo: 2 })

  await desk.restart()
  expect(await desk.directLine.deliveryOf(ana.conversationId)).toMatchObject({ deliveredTo: 3, readTo: 2 })
})

test('nobody can mark as read what was not said yet', async () => {
  const ana = await Customer.start(desk)
  await ana.post({ type: 'event', name: 'escotilla.read', value: { seq: 900 } })
  await ana.poll('900')
  expect(await desk.directLine.deliveryOf(ana.conversationId)).toMatchObject({ deliveredTo: 1, readTo: 1 })
})

test('a socket that gives no sign of life is cut, and its client can come back', async () => {
  const ana = await Customer.start(desk)
  const stream = await ana.stream()
  await stream.until(({ texts }) => texts.length === 1)
  stream.socket.pause()
  for (let second = 0; second < 51; second += 1) {
    desk.clock.advance(1_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(desk.directLine.sockets).toBe(0)
  const again = await ana.stream()
  await again.until(({ texts }) => texts.length === 1)
})

test('when the server restarts, sockets are told to come back and nothing is lost', async () => {
  const ana = await Customer.start(desk)
  const stream = await ana.stream()
  await stream.until(({ texts }) => texts.length === 1)
  await desk.restart()
  await stream.until(({ closeCode }) => closeCode !== undefined)
  expect(stream.closeCode).toBe(1012)

  const { body } = await ask<ConversationAnswer>(`${ana.url}?watermark=1`, { token: ana.token })
  const again = await ana.stream(body.streamUrl)
  await ana.say('sigo aquí', 'c9')
  await again.until(({ texts }) => texts.length === 2)
  expect(again.texts).toEqual(['sigo aquí', 'eco: sigo aquí'])
})

test('a refused client that never closes its side keeps neither its connection nor the process', async () => {
  const socket = net.connect({ port: desk.port, host: '127.0.0.1', allowHalfOpen: true })
  const ended = once(socket, 'end')
  socket.write(
    'GET /v3/directline/nowhere HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  )
  socket.resume()
  await ended
  let isClosed = false
  void desk.http.close(1).then(() => {
    isClosed = true
  })
  try {
    await until(() => isClosed, 'the server closed')
  } finally {
    socket.destroy()
  }
})
