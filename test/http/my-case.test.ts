import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createCaseLinks, LINK_LIVES_MS, type LinkSubject } from '../../src/cases/case-link.ts'
import { type Commitment, commitmentFrom, commitmentPut } from '../../src/cases/commitments.ts'
import { conversationOfLink } from '../../src/cases/my-case.ts'
import { StoreAway } from '../../src/errors.ts'
import { failure } from '../../src/http/failure.ts'
import { registerMyCase } from '../../src/http/my-case/routes.ts'
import { createServer, type HttpServer } from '../../src/http/server.ts'
import { openDiskSpool } from '../../src/spool/disk-spool.ts'
import { recordKey } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import { createLogger } from '../../src/telemetry.ts'
import type { Head } from '../../src/turn/conversation.ts'
import { createReception } from '../../src/turn/reception.ts'
import type { Spool } from '../../src/turn/spool.ts'
import { type SpoolDrain, startSpoolDrain } from '../../src/turn/spool-drain.ts'
import type { CommitmentDraft } from '../../src/turn/turn.ts'
import { until } from '../support/until.ts'
import { House } from '../turn/house.ts'

const log = { error() {}, warn() {}, debug() {} }
const DAY = 24 * 3_600_000
const links = createCaseLinks(['a secret of this test'])
let house: House
let http: HttpServer
let url: string
let head: Head
let folder: string
let spool: Spool
let drain: SpoolDrain
let isAway: boolean

beforeEach(async () => {
  isAway = false
  house = await House.open((store) =>
    overStore(store, {
      async read(keys) {
        if (isAway) throw new StoreAway('away')
        return await store.read(keys)
      },
    }),
  )
  http = createServer({ log, secure: false })
  const { store, desk, intake, clock, ids, metrics } = house
  folder = mkdtempSync(path.join(tmpdir(), 'escotilla-my-case-'))
  spool = openDiskSpool({ folder, ids })
  drain = startSpoolDrain({ store, intake, spool, clock, ids, logger: createLogger('silent'), metrics })
  const reception = createReception({
    intake,
    conversationOf: (link) => conversationOfLink(store, link),
    spool,
    drain,
    clock,
    desk,
    logger: log,
  })
  registerMyCase(http.server, { store, desk, reception, clock, links, fail: failure(log) })
  const { port } = await http.listen(0, '127.0.0.1')
  url = `http://127.0.0.1:${port}`
  head = await house.start()
})
afterEach(async () => {
  await http.close(0)
  await drain.stop()
  spool.close()
  await house.close()
  rmSync(folder, { recursive: true })
})

async function promised(draft: Partial<CommitmentDraft> & { id: string }, more: Partial<Commitment> = {}) {
  const whole = {
    kind: 'visit' as const,
    text: 'Visita técnica',
    dueAt: house.clock.now() + DAY,
    ...draft,
  }
  const value = { ...commitmentFrom(whole, head, house.desk, house.clock.now()), ...more }
  const [stored] = await house.store.read([recordKey.commitment(draft.id)])
  const put = commitmentPut({ key: recordKey.commitment(draft.id), version: stored?.version ?? 0, value })
  await house.store.commit({ id: house.ids.next(), put: [put] })
}

function open(subject: LinkSubject, query = '', init: RequestInit = {}): Promise<Response> {
  return fetch(`${url}${links.make(subject, house.clock.now()).path}${query}`, {
    redirect: 'manual',
    ...init,
  })
}

/** The words of a page, tags apart. */
async function words(response: Promise<Response> | Response): Promise<string> {
  const html = await (await response).text()
  const body = html.slice(html.indexOf('<body>'))
  return body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const matter = { intent: 'visit', object: 'V-1' }

describe('the page of a receipt', () => {
  test('says what is done with its reference, and what is owed, by whom and by when', async () => {
    await promised(
      { id: 'a', kind: 'cancellation', text: 'Cancelación de Fibra 300', matter },
      {
        state: 'confirmed',
        confirmation: { ref: 'BAJA-1', at: house.clock.now() },
      },
    )
    await promised({ id: 'b', text: 'Recogida del equipo', matter })
    const response = await open({ promise: 'a' })
    expect(response.status).toBe(200)
    const text = await words(response)
    expect(text).toContain('Hecho Cancelación de Fibra 300 Referencia BAJA-1')
    expect(text).toContain('Pendiente Recogida del equipo Responsable El equipo de Fibra Andina A más tardar')
    expect(text).toMatch(/El enlace vale hasta el \d+ de \w+ de \d{4}\./)
  })

  test('is there for a promise of a long conversation, whose name makes a long link', async () => {
    const id = `${head.id}:1234567890-promise-12`
    await promised({ id, matter })
    expect((await open({ promise: id })).status).toBe(200)
  })

  test('stays true when things change', async () => {
    await promised({ id: 'a', matter })
    expect(await words(open({ promise: 'a' }))).toContain('Pendiente Visita técnica')
    house.clock.advance(2 * DAY)
    expect(await words(open({ promise: 'a' }))).toContain('Con retraso, por falta nuestra')
    await promised({ id: 'a', matter }, { state: 'off' })
    const off = await words(open({ promise: 'a' }))
    expect(off).toContain('Cancelado: ya no sigue en pie Visita técnica')
    expect(off).not.toContain('A más tardar')
  })

  test('does not speak of a visit as on while its cancellation is under way', async () => {
    await promised({ id: 'a', matter })
    await promised({
      id: 'b',
      kind: 'visit-cancellation',
      text: 'Cancelar la visita',
      ends: ['visit'],
      matter,
    })
    expect(await words(open({ promise: 'a' }))).toContain(
      'Se pidió cancelarlo; falta que quede confirmado Visita técnica',
    )
  })

  test('says where the case stands, and nothing that the receipt did not say', async () => {
    await house.say(head, 'soy Marta Ruiz, mi teléfono es 3001234567, quiero hablar con una persona')
    const c = await house.caseOf(head)
    const html = await (await open({ case: c?.key ?? '' })).text()
    expect(html).toContain(c?.key)
    expect(html).toMatch(/Su lugar en la fila está guardado|siguiente persona/)
    expect(html).not.toMatch(/Marta|3001234567/)
  })

  test('is in the other language where that is asked for', async () => {
    await promised({ id: 'a', matter })
    const response = await open({ promise: 'a' }, '?lang=en')
    const html = await response.text()
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('The Fibra Andina team')
  })

  test('shows as text whatever was written', async () => {
    await promised({ id: 'a', text: '<img src=x onerror=alert(1)>', matter })
    const html = await (await open({ promise: 'a' })).text()
    expect(html).not.toContain('<img')
  })

  test('asks for a person in the customer’s own conversation, without a script, and once', async () => {
    await promised({ id: 'a', matter })
    const sent = await open({ promise: 'a' }, '', { method: 'POST' })
    expect(sent.status).toBe(303)
    await open({ promise: 'a' }, '', { method: 'POST' })
    expect(await house.caseOf(head)).toMatchObject({ reason: 'asked', state: { kind: 'queue' } })
    expect((await house.transcript(head)).filter((line) => line.startsWith('customer'))).toHaveLength(1)
    const after = await words(fetch(`${url}${sent.headers.get('location')}`))
    expect(after).toContain('Listo: pedimos una persona para usted.')
  })
})

test('while the store is away the page says so and still takes an ask, which becomes one case under the key that it tells', async () => {
  await promised({ id: 'a', matter })
  await until(() => spool.keys > 0, 'keys are set aside')
  isAway = true
  const shown = await open({ promise: 'a' })
  expect(shown.status).toBe(503)
  expect(await words(shown)).toContain('Su caso no se ha perdido: sigue guardado.')
  const asked = await open({ promise: 'a' }, '?lang=es', { method: 'POST' })
  expect(asked.status).toBe(200)
  const receipt = await words(asked)
  await open({ promise: 'a' }, '?lang=es', { method: 'POST' })
  isAway = false
  drain.hint()
  await until(() => spool.size === 0, 'the spool is empty')
  const opened = await house.caseOf(head)
  expect(opened).toMatchObject({ reason: 'asked', state: { kind: 'queue' } })
  expect(receipt).toContain(`número ${opened?.key}`)
  expect((await house.transcript(head)).filter((line) => line.startsWith('customer'))).toHaveLength(1)
})

describe('who may see it', () => {
  test('is whoever has the link: a changed one is none, and tells nothing', async () => {
    await promised({ id: 'a', matter })
    const { path } = links.make({ promise: 'a' }, house.clock.now())
    const [content, signature = ''] = path.split('.')
    const forged = [
      `${content}.${signature.slice(0, -2)}AA`,
      `${content}`,
      `${path}.x`,
      '/caso/nada',
      '/caso/%00',
      createCaseLinks(['another']).make({ promise: 'a' }, house.clock.now()).path,
    ]
    for (const address of forged) {
      const response = await fetch(`${url}${address}`)
      expect([address, response.status]).toEqual([address, 404])
      expect(await response.text()).not.toContain('Visita técnica')
    }
  })

  test('an expired link has a kind page that leads to a person', async () => {
    const { path } = links.make({ promise: 'a' }, house.clock.now())
    house.clock.advance(LINK_LIVES_MS + DAY)
    const response = await fetch(`${url}${path}`, { headers: { 'accept-language': 'en-US,en' } })
    expect(response.status).toBe(410)
    const html = await response.text()
    expect(html).toContain('This link has expired')
    expect(html).toContain('<script src="/widget.js"')
    expect(html).toContain('<noscript>')
  })

  test('nobody else: not indexed, not cached, not told to other sites, no script of its own', async () => {
    await promised({ id: 'a', matter })
    const { headers } = await open({ promise: 'a' })
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test('secrets may be changed: links of the former one hold', async () => {
    const both = createCaseLinks(['new', 'a secret of this test'])
    const token = links.make({ case: 'K' }, 0).path.slice('/caso/'.length)
    expect(both.read(token, 1)).toMatchObject({ outcome: 'ok', subject: { case: 'K' } })
  })

  test('who opens pages without end is asked to wait; an ask is not', async () => {
    await promised({ id: 'a', matter })
    let last = 200
    for (let i = 0; i < 40 && last === 200; i += 1) last = (await open({ promise: 'a' })).status
    expect(last).toBe(429)
    expect((await open({ promise: 'a' }, '', { method: 'POST' })).status).toBe(303)
  })
})
