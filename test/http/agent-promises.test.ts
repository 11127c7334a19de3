import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createCaseLinks } from '../../src/cases/case-link.ts'
import { sweepCommitment } from '../../src/cases/commitment-sweep.ts'
import type { CaseView } from '../../src/http/wire.ts'
import { idOf, indexName, recordKey } from '../../src/store/keys.ts'
import type { Head } from '../../src/turn/conversation.ts'
import type { MessageLine } from '../../src/turn/line.ts'
import { AgentHouse, type Desk } from './agent-house.ts'

const DAY = 24 * 3_600_000
const links = createCaseLinks(['a secret of this test'])
let house: AgentHouse
let ana: Desk
let beto: Desk
let head: Head
let key: string
beforeEach(async () => {
  house = await AgentHouse.open({ caseLink: links.make })
  ana = await (await house.signedIn('agent-1')).onDuty()
  beto = await house.signedIn('agent-2')
  ;({ head, key } = await house.asker())
  await ana.claimNext('claim-1')
})
afterEach(() => house.close())

const refund = { id: 'p1', kind: 'refund', text: 'Devolución de $ 19.990', due: { rule: 'refund' } }

async function promised(over: Record<string, unknown> = {}): Promise<CaseView['commitments'][number]> {
  const reply = await ana.post(`/cases/${key}/commitments`, { ...refund, ...over })
  expect([reply.status, reply.text.slice(0, 200)]).toEqual([200, expect.any(String)])
  const [made] = (reply.body as CaseView).commitments.slice(-1)
  if (!made) throw new Error('nothing was promised')
  return made
}

async function lastMessage(): Promise<MessageLine> {
  const line = (await house.house.lines(head)).findLast((one) => one.kind === 'message')
  return line as MessageLine
}

describe('an agent’s promise', () => {
  test('is a record with its due date, on the case’s card, and the customer has it in writing', async () => {
    const made = await promised()
    expect(made).toMatchObject({ kind: 'refund', text: refund.text, state: 'open' })
    expect(Date.parse(made.dueAt)).toBeGreaterThan(house.house.clock.now() + 9 * DAY)
    const said = await lastMessage()
    expect(said.text).toMatch(
      /^Lucía Herrera se compromete a esto, a más tardar el .*«Devolución de \$ 19\.990»\. Aún no está hecho\./,
    )
    expect(said.receipt).toMatchObject({ title: refund.text, ref: key, dueAt: Date.parse(made.dueAt) })
    const token = said.receipt?.link?.slice('/caso/'.length) ?? ''
    expect(links.read(token, house.house.clock.now())).toMatchObject({ subject: { promise: made.id } })
  })

  test('sent twice is one', async () => {
    await promised()
    await promised()
    const view = await ana.case(key)
    expect(view.commitments).toHaveLength(1)
    expect(
      (await house.house.saidBy(head, 'system')).filter((text) => text.includes('se compromete')),
    ).toHaveLength(1)
  })

  test('is made by whoever has the case, for a day that is not over', async () => {
    expect((await beto.post(`/cases/${key}/commitments`, refund)).status).toBe(409)
    const yesterday = new Date(house.house.clock.now() - DAY).toISOString()
    const late = await ana.post(`/cases/${key}/commitments`, { ...refund, due: { at: yesterday } })
    expect([late.status, late.body]).toMatchObject([400, { error: { code: 'past' } }])
  })

  test.each([
    ['another kind', { kind: 'verify' }],
    ['no words', { text: ' ' }],
    ['an unknown term', { due: { rule: 'someday' } }],
    ['no day', { due: { at: 'mañana' } }],
  ])('of %s is refused', async (_, over) => {
    expect((await ana.post(`/cases/${key}/commitments`, { ...refund, ...over })).status).toBe(400)
  })

  test('is done only under the company’s reference, and the customer gets that as a receipt', async () => {
    const { id } = await promised()
    const path = `/commitments/${encodeURIComponent(id)}/confirm`
    expect((await ana.post(path, { ref: ' ' })).status).toBe(400)
    expect((await beto.post(path, { ref: 'DEV-1' })).body).toMatchObject({ error: { code: 'not-yours' } })
    const reply = await ana.post(path, { ref: 'DEV-1' })
    expect([reply.status, reply.body]).toMatchObject([200, { state: 'confirmed', ref: 'DEV-1' }])
    const said = await lastMessage()
    expect(said.text).toBe('Ya está hecho: «Devolución de $ 19.990». Referencia: DEV-1.')
    expect(said.receipt).toMatchObject({ ref: 'DEV-1' })
    expect(said.receipt?.dueAt).toBeUndefined()
    expect((await ana.post(path, { ref: 'DEV-1' })).status).toBe(200)
    expect((await house.house.saidBy(head, 'system')).filter((text) => text.includes('DEV-1'))).toHaveLength(
      1,
    )
    expect((await ana.post(`/commitments/${encodeURIComponent(id)}/end`, { how: 'off' })).status).toBe(409)
  })

  test('that cannot be kept, or was cancelled, is told with its reason', async () => {
    const one = await promised()
    await ana.post(`/commitments/${encodeURIComponent(one.id)}/end`, {
      how: 'broken',
      why: 'El cobro era correcto.',
    })
    expect((await lastMessage()).text).toContain('Motivo: El cobro era correcto.')
    const two = await promised({ id: 'p2', kind: 'visit', text: 'Visita técnica' })
    await ana.post(`/commitments/${encodeURIComponent(two.id)}/end`, { how: 'off' })
    expect((await lastMessage()).text).toBe(
      'Queda cancelado, como acordamos: «Visita técnica». Ya no sigue en pie.',
    )
    expect((await ana.case(key)).commitments.map(({ state }) => state)).toEqual(['broken', 'off'])
  })

  test('that is off comes due no more; one that is not confirmed in time goes to a person by itself', async () => {
    const at = new Date(house.house.clock.now() + DAY).toISOString()
    const one = await promised({ due: { at } })
    const two = await promised({ id: 'p2', text: 'Llamarle', kind: 'call-back', due: { at } })
    await ana.post(`/commitments/${encodeURIComponent(one.id)}/end`, { how: 'off' })
    await ana.post(`/cases/${key}/resolve`, { outcome: 'solved', rootCause: 'other' })
    house.house.clock.advance(8 * DAY)
    const due = await house.house.store.page(indexName.due('commitment'), undefined, 10)
    expect(due.map((entry) => idOf(entry.member))).toEqual([two.id])
    expect(await sweepCommitment(house.house.deskDeps, two.id)).toBe('raised')
    const said = await lastMessage()
    expect(said.text).toMatch(
      /^Le prometimos esto y a su fecha no lo tenemos confirmado: «Llamarle»\. Es una falta nuestra/,
    )
    expect(await house.house.caseOf(head)).toMatchObject({ reason: 'commitment', state: { kind: 'queue' } })
  })

  test('is in the document of the API', async () => {
    const { paths } = (await ana.get('/openapi.json')).body as { paths: Record<string, unknown> }
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/cases/{key}/commitments',
        '/commitments/{id}/confirm',
        '/commitments/{id}/end',
      ]),
    )
  })
})

test('a case is closed with a word of the desk’s list and no other', async () => {
  const odd = await ana.post(`/cases/${key}/resolve`, { outcome: 'whatever', rootCause: 'other' })
  expect([odd.status, odd.body]).toMatchObject([400, { error: { code: 'unknown-outcome' } }])
  expect((await ana.post(`/cases/${key}/resolve`, { outcome: 'solved', rootCause: 'none' })).status).toBe(400)
  expect((await ana.post(`/cases/${key}/resolve`, { outcome: 'solved', rootCause: 'other' })).status).toBe(
    200,
  )
})

test('a case in line that cannot be read is counted for whoever looks at the queue', async () => {
  const other = await house.asker()
  const [stored] = await house.house.store.read([recordKey.case(other.key)])
  await house.house.store.commit({
    id: 'spoil',
    put: [{ key: recordKey.case(other.key), expect: stored?.version ?? 0, schema: 1, body: '{' }],
  })
  expect((await ana.queue()).unreadable).toBe(1)
})
