import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { CaseView, ChatsView, DeskView, MeView } from '../../src/http/wire.ts'
import { recordKey } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import { AgentHouse, type Desk, PERSON } from './agent-house.ts'

let house: AgentHouse
let ana: Desk
let beto: Desk
beforeEach(async () => {
  house = await AgentHouse.open()
  ana = await (await house.signedIn('agent-1')).onDuty()
  beto = await (await house.signedIn('agent-2')).onDuty()
})
afterEach(() => house.close())

describe('two agents and one customer', () => {
  test('claim at once: one gets the case, the other hears that nobody waits', async () => {
    const { key } = await house.asker()
    const replies = await Promise.all([ana, beto].map((who, i) => who.post('/queue/claim', { id: `c${i}` })))
    expect(replies.map((one) => one.status).sort()).toEqual([200, 204])
    const won = replies.find((one) => one.status === 200)?.body as CaseView
    expect(won).toMatchObject({ key, mine: true, state: { kind: 'agent' } })
  })

  test('pick the same case at once: one gets it, the other hears 409', async () => {
    const { key } = await house.asker()
    const replies = await Promise.all([ana, beto].map((who) => who.post(`/cases/${key}/claim`)))
    expect(replies.map((one) => one.status).sort()).toEqual([200, 409])
    expect(replies.find((one) => one.status === 409)?.body).toMatchObject({ error: { code: 'taken' } })
  })

  test('with two waiting, each gets another', async () => {
    await house.asker()
    await house.asker()
    const [one, two] = await Promise.all([ana.claimNext('a'), beto.claimNext('b')])
    expect(one.key).not.toBe(two.key)
  })

  test('what one has the other can neither read nor change', async () => {
    const { key } = await house.asker()
    await ana.claimNext('a')
    expect((await beto.get(`/cases/${key}`)).status).toBe(403)
    expect((await beto.get(`/cases/${key}/transcript`)).status).toBe(403)
    const message = { id: 'm1', text: 'hola' }
    const end = { outcome: 'solved', rootCause: 'other' }
    for (const [path, body] of [
      ['messages', message],
      ['notes', message],
      ['release', {}],
      ['transfer', { to: { queue: 'general' } }],
      ['resolve', end],
      ['park', {}],
      ['unpark', {}],
      ['still-here', {}],
      ['checking', { minutes: 5 }],
      ['typing', {}],
      ['read', { seq: 1 }],
      ['seen', { seq: 1 }],
    ] as const) {
      const reply = await beto.post(`/cases/${key}/${path}`, body)
      expect([path, reply.status, reply.body]).toEqual([
        path,
        409,
        { error: { code: 'not-yours', message: expect.any(String) } },
      ])
    }
    expect((await ana.case(key)).state).toMatchObject({ kind: 'agent', agentId: 'agent-1' })
  })
})

describe('claim-next', () => {
  test('the same id answers the same case', async () => {
    await house.asker()
    await house.asker()
    const [one, two] = [await ana.claimNext('same'), await ana.claimNext('same')]
    expect(two.key).toBe(one.key)
    expect((await ana.queue()).size).toBe(1)
  })

  test('at capacity says so', async () => {
    await ana.onDuty(1)
    await house.asker()
    await house.asker()
    await ana.claimNext('a')
    const reply = await ana.post('/queue/claim', { id: 'b' })
    expect([reply.status, reply.body]).toMatchObject([409, { error: { code: 'at-capacity' } }])
  })

  test('with nobody waiting answers 204 without a body', async () => {
    const reply = await ana.post('/queue/claim', { id: 'a' })
    expect([reply.status, reply.text]).toEqual([204, ''])
  })
})

describe('a reply', () => {
  test('is accepted, reaches the customer once however often it is sent, and stops the clock', async () => {
    const { head, key } = await house.asker()
    await ana.claimNext('a')
    house.house.clock.advance(20_000)
    const message = { id: 'm1', text: '¡Hola! 👋 שלום' }
    const replies = await Promise.all([1, 2].map(() => ana.post(`/cases/${key}/messages`, message)))
    expect([...replies, await ana.post(`/cases/${key}/messages`, message)].map((one) => one.status)).toEqual([
      202, 202, 202,
    ])
    const transcript = await house.house.transcript(head)
    expect(transcript.filter((line) => line.startsWith('agent:'))).toEqual(['agent: ¡Hola! 👋 שלום'])
    expect((await ana.case(key)).clock).toMatchObject({ waitedSeconds: 20 })
  })

  test('a note is for agents only', async () => {
    const { key } = await house.asker()
    await ana.claimNext('a')
    await ana.post(`/cases/${key}/notes`, { id: 'n1', text: 'pide reembolso' })
    await ana.post(`/cases/${key}/notes`, { id: 'n1', text: 'pide reembolso' })
    const notes = (await ana.case(key)).transcript.filter((line) => line.kind === 'note')
    expect(notes).toMatchObject([{ text: 'pide reembolso', from: { kind: 'agent', name: 'Lucía Herrera' } }])
  })
})

describe('the whole case', () => {
  test('holds the customer’s words, the receipt, the clock and where it goes', async () => {
    const { key } = await house.asker()
    await ana.claimNext('a')
    const view = await ana.case(key)
    expect(view).toMatchObject({
      key,
      reason: 'asked',
      asked: PERSON,
      mine: true,
      agentName: 'Lucía Herrera',
      channel: 'web',
      customer: { conversations: [{ channel: 'web' }] },
    })
    const words = view.transcript.flatMap((line) =>
      line.kind === 'message' ? [`${line.from?.kind}: ${line.text}`] : [],
    )
    expect(words).toContain(`customer: ${PERSON}`)
    expect(words.some((line) => line.includes(key))).toBe(true)
    expect(view.transcript.filter((line) => line.kind === 'event').map((line) => line.name)).toEqual([
      'case-opened',
      'case-claimed',
    ])
  })

  test('is found by its key as a customer would say it', async () => {
    const { key } = await house.asker()
    expect((await ana.get(`/cases/${key.toLowerCase().replace('-', '')}`)).status).toBe(200)
    expect((await ana.get(`/search?q=${key.replace('-', '%20')}`)).body).toMatchObject({ results: [{ key }] })
  })

  test('of the same customer earlier is shown, and may be read', async () => {
    const { head, key } = await house.asker()
    await beto.claimNext('b')
    await beto.post(`/cases/${key}/resolve`, { outcome: 'solved', rootCause: 'billing' })
    house.house.clock.advance(8 * 24 * 3_600_000)
    await house.house.say(head, PERSON)
    ana = await (await house.signedIn('agent-1')).onDuty()
    const view = await ana.claimNext('a')
    expect(view.earlier).toMatchObject([{ key, state: 'resolved', outcome: 'solved' }])
    expect((await ana.get(`/cases/${key}`)).status).toBe(200)
  })

  test('a long transcript is read page by page, without a gap or a line twice', async () => {
    const { head, key } = await house.asker()
    for (let i = 0; i < 260; i += 1) await house.house.say(head, `mensaje ${i}`)
    await ana.claimNext('a')
    const view = await ana.case(key)
    const seqs = view.transcript.map((line) => line.seq)
    let before = view.transcriptBefore
    while (before !== undefined) {
      const page = (await ana.get(`/cases/${key}/transcript?before=${encodeURIComponent(before)}`)).body as {
        lines: { seq: number }[]
        before?: string
      }
      seqs.unshift(...page.lines.map((line) => line.seq))
      before = page.before
    }
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, i) => i + 1))
    expect(seqs.length).toBeGreaterThan(520)
  })
})

describe('the line', () => {
  test('is shown in the order of serving, with waits, and in pages', async () => {
    const keys: string[] = []
    for (let i = 0; i < 105; i += 1) {
      keys.push((await house.asker()).key)
      house.house.clock.advance(1_000)
    }
    const first = await ana.queue()
    expect(first).toMatchObject({ size: 105, oldestWaitSeconds: 105 })
    const second = await ana.queue(`/queue?after=${encodeURIComponent(first.next ?? '')}`)
    expect([...first.waiting, ...second.waiting].map((item) => item.key)).toEqual(keys)
    expect(second.next).toBeUndefined()
    expect(first.waiting[0]).toMatchObject({
      waitingSeconds: 105,
      reason: 'asked',
      language: 'es',
      channel: 'web',
    })
  })

  test('shows promised call-backs apart', async () => {
    const { head, key } = await house.asker()
    await house.house.say(head, 'Que me llamen')
    await house.house.say(head, 'hoy de 11:00 a 12:00')
    await house.house.say(head, '311 555 1234')
    const view = await ana.queue()
    expect(view.waiting).toEqual([])
    expect(view.scheduled).toMatchObject([{ key, what: 'call-back', phone: '3115551234' }])
  })
})

describe('my chats', () => {
  test('come in the order of who is owed an answer longest, with what is unread', async () => {
    const one = await house.asker()
    house.house.clock.advance(1_000)
    const two = await house.asker()
    await ana.claimNext('a')
    await ana.claimNext('b')
    await ana.post(`/cases/${one.key}/messages`, { id: 'm1', text: 'Buenas' })
    const { transcript } = await ana.case(two.key)
    await ana.post(`/cases/${two.key}/read`, { seq: transcript.at(-1)?.seq })
    await house.house.say(two.head, '¿hola?')
    const view = (await ana.get('/me/chats')).body as ChatsView
    expect(view.chats).toMatchObject([
      { key: two.key, unread: 1, lastText: '¿hola?', lastFrom: 'customer' },
      { key: one.key, unread: 1, lastText: 'Buenas', lastFrom: 'agent' },
    ])
    expect(view.chats[0]?.returnsAt).toBeDefined()
    expect(view.chats[1]?.owedSince).toBeUndefined()
  })

  test('stay when going off duty, and it is told until when and where each then goes', async () => {
    const { key } = await house.asker()
    await ana.claimNext('a')
    const reply = await ana.put('/presence', { status: 'away', capacity: 3 })
    expect(reply.body).toMatchObject({
      status: 'away',
      load: 1,
      openChats: [{ key, staysUntil: expect.any(String), thenQueue: 'Atención general' }],
    })
  })
})

describe('supervisors', () => {
  test('see every case and may take one over', async () => {
    const carmen = await (await house.signedIn('supervisor-1')).onDuty()
    const { key } = await house.asker()
    await ana.claimNext('a')
    expect((await carmen.get(`/cases/${key}`)).status).toBe(200)
    expect((await carmen.post(`/cases/${key}/claim`)).status).toBe(200)
    const reply = await ana.post(`/cases/${key}/messages`, { id: 'm1', text: 'sigo' })
    expect(reply.body).toMatchObject({ error: { code: 'not-yours' } })
  })
})

test('the console learns whom a chat can go to and how it can be closed', async () => {
  expect((await ana.get('/desk')).body).toMatchObject({
    company: 'Fibra Andina',
    queues: [{ name: 'general' }, { name: 'supervision' }],
    agents: [
      { id: 'agent-1', name: 'Lucía Herrera', status: 'available', load: 0, capacity: 3 },
      { id: 'agent-2', name: 'Andrés Quiroga' },
    ],
    // The store of tests is in memory.
    durable: false,
  })
})

test.each([
  ['keeps what it was given', { ok: true, durable: true }, { durable: true }],
  ['does not answer', { ok: false, durable: false }, {}],
])('the console learns of a store that %s', async (_what, health, told) => {
  const store = overStore(house.house.store, { health: async () => ({ adapter: 'redis', ...health }) })
  const other = await AgentHouse.open({ store })
  const { durable } = (await (await other.signedIn('agent-1')).get('/desk')).body as DeskView
  expect({ ...(durable === undefined ? {} : { durable }) }).toEqual(told)
  await other.close()
})

test('who signed in is told who they are', async () => {
  const me = (await ana.get('/me')).body as MeView
  expect(me).toMatchObject({ id: 'agent-1', role: 'agent', demo: true, presence: { status: 'available' } })
})

test('the document describes every address in OpenAPI 3.1, and needs no session', async () => {
  const reply = await house.desk().get('/openapi.json')
  const { openapi, paths } = reply.body as { openapi: string; paths: Record<string, object> }
  expect(openapi).toBe('3.1.0')
  for (const path of [
    '/session',
    '/queue',
    '/queue/claim',
    '/cases/{key}',
    '/cases/{key}/messages',
    '/events',
  ]) {
    expect(Object.keys(paths)).toContain(path)
  }
  expect(reply.text).toContain('"$ref":"#/components/schemas/case"')
})

test('with a full store an agent still reads, and hears that nothing was stored', async () => {
  await house.asker()
  const { key } = await ana.claimNext('c1')
  Object.assign(house.house.store, { commit: async () => ({ outcome: 'full' }) })
  house.house.clock.advance(60_000)
  expect((await ana.get('/queue')).status).toBe(200)
  const reply = await ana.post(`/cases/${key}/messages`, { id: 'm1', text: 'hola' })
  expect([reply.status, reply.body]).toMatchObject([503, { error: { code: 'not-stored' } }])
  expect((await ana.put('/presence', { status: 'away' })).status).toBe(503)
})

test('a message sent again after the case has gone on is still one message, and 202', async () => {
  const { head, key } = await house.asker()
  await ana.claimNext('c1')
  await ana.post(`/cases/${key}/messages`, { id: 'm1', text: 'hola' })
  await ana.post(`/cases/${key}/release`)
  expect((await ana.post(`/cases/${key}/messages`, { id: 'm1', text: 'hola' })).status).toBe(202)
  expect((await ana.post(`/cases/${key}/messages`, { id: 'm2', text: 'hola' })).status).toBe(409)
  const said = (await house.house.transcript(head)).filter((line) => line.startsWith('agent:'))
  expect(said).toEqual(['agent: hola'])
})

test('what is yet to be said can’t be marked as read', async () => {
  const { head, key } = await house.asker()
  await ana.claimNext('c1')
  const { length } = await house.house.lines(head)
  await ana.post(`/cases/${key}/seen`, { seq: 1_000_000 })
  const [stored] = await house.house.store.read([recordKey.delivery(head.id)])
  expect(JSON.parse(stored?.body ?? '{}')).toMatchObject({ agentReadTo: length })
})
