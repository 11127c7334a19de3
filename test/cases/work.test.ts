import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { dialogs } from '../../dialogs/index.ts'
import { NEEDS_PERSON, type Verb } from '../../src/business/business.ts'
import { ManualBusiness } from '../../src/business/manual/manual.ts'
import { SandboxBusiness } from '../../src/business/sandbox/sandbox.ts'
import {
  type Commitment,
  commitmentCodec,
  commitmentFrom,
  commitmentPut,
} from '../../src/cases/commitments.ts'
import { customerCodec } from '../../src/cases/customer.ts'
import { finishWork, type WorkResult } from '../../src/cases/work.ts'
import { indexName, recordKey } from '../../src/store/keys.ts'
import { botDesk } from '../../src/turn/bot-desk.ts'
import type { Head } from '../../src/turn/conversation.ts'
import type { Outcome } from '../../src/turn/line.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import type { Recognizer } from '../../src/understanding/recognizer.ts'
import { businessContract } from '../contract/business.ts'
import { until } from '../support/until.ts'
import { House } from '../turn/house.ts'
import { ana, asker, beto, onDuty, takenBy } from './people.ts'

/** What an agent enters after looking at the demo company's own screens. */
function entered(outcome: Outcome): WorkResult {
  if (outcome.kind === 'refused') return outcome
  if (outcome.kind !== 'ok') throw new Error(outcome.why)
  const facts = Object.fromEntries(Object.entries(outcome.data).map(([name, value]) => [name, String(value)]))
  return { kind: 'done', ref: outcome.ref, on: '2026-11-22', facts }
}

businessContract('by hand, of an agent who looks at the company’s screens', async () => {
  const house = await House.open()
  const { clock } = house
  const screens = new SandboxBusiness({ clock, timeZone: 'America/Bogota' })
  const manual = new ManualBusiness()
  await onDuty(house, ana)
  const head = await asker(house)
  const key = await takenBy(house, ana)
  return {
    async call(verb: Verb, args: Record<string, string>, id: string): Promise<Outcome> {
      expect(await manual.call()).toEqual({ kind: 'failed', why: NEEDS_PERSON })
      const record = recordKey.commitment(id)
      if ((await house.store.read([record]))[0] === undefined) {
        const draft = { id, kind: 'change', text: verb, dueAt: clock.now(), work: { verb, args } } as const
        const value = commitmentFrom(draft, head, house.desk, clock.now())
        await house.store.commit({
          id: house.ids.next(),
          put: [commitmentPut({ key: record, version: 0, value })],
        })
      }
      const seen = await screens.call(verb, args, { id, signal: new AbortController().signal })
      await finishWork(house.deskDeps, key, ana, id, entered(seen))
      const [stored] = await house.store.read([record])
      const outcome = stored && commitmentCodec.read(stored).value.work?.outcome
      if (!outcome) throw new Error(`${id} was not finished`)
      return outcome
    },
    close: () => house.close(),
  }
})

describe('a company whose systems are not connected', () => {
  const desk = botDesk({ company: 'Fibra Andina', timeZone: 'America/Bogota', region: 'CO', dialogs })
  const recognizer: Recognizer = {
    recognize: (text) => {
      const intent = /cancelar/.test(text) ? 'cancel-service' : undefined
      const candidates = intent ? [{ intent, score: 0.95 }] : []
      return Promise.resolve({ intent, candidates, entities: [], language: 'es', by: 'test' })
    },
  }
  let house: House
  let head: Head
  beforeEach(async () => {
    house = await House.open()
    house.worker((turn) => runTurn({ ...turn, desk }), recognizer)
    house.caller(new ManualBusiness())
  })
  afterEach(() => house.close())

  const works = async (): Promise<Commitment[]> => {
    const found = await house.store.page(indexName.commitmentsOfCustomer(head.customerId), undefined, 10)
    const stored = await house.store.read(found.map((one) => one.member))
    return commitmentCodec.readable(stored).flatMap(({ value }) => (value.work ? [value] : []))
  }
  const factsOf = async () => {
    const [stored] = await house.store.read([recordKey.customer(head.customerId)])
    return stored ? customerCodec.read(stored).value.facts : {}
  }

  async function workOf(...messages: string[]): Promise<Commitment> {
    for (const text of messages) {
      await house.say(head, text)
      await house.quiet()
    }
    await until(async () => (await works()).length > 0, 'there is a work item')
    const [work] = await works()
    if (!work) throw new Error('no work item')
    return work
  }

  test('makes each call a work item of the case, with all that was to be sent, and nothing is said to be done', async () => {
    head = await house.start()
    await onDuty(house, ana)
    const work = await workOf('quiero cancelar', '445566 1234')
    expect(work).toMatchObject({
      kind: 'answer',
      state: 'open',
      text: 'Comprobar la identidad · cuenta 445566',
      work: { verb: 'prove-identity', args: { account: '445566', proof: '1234' } },
    })
    expect((await house.transcript(head)).join('\n')).not.toMatch(/cancelado|hecho/i)
    expect(await house.caseOf(head)).toMatchObject({ reason: 'dialog', state: { kind: 'queue' } })
  })

  test('an agent who has checked it proves the customer to be the holder, also for the bot and the next agent', async () => {
    head = await house.start()
    await onDuty(house, ana)
    const work = await workOf('quiero cancelar', '445566 1234')
    const key = await takenBy(house, ana)
    const done = { kind: 'done', ref: 'ID-7', on: '2026-11-22', facts: { holder: 'Lucía Romero' } } as const
    expect(await finishWork(house.deskDeps, key, ana, work.id, done)).toMatchObject({ outcome: 'done' })
    expect(await factsOf()).toMatchObject({
      proven: { value: '445566', source: 'agent' },
      holder: { value: 'Lucía Romero', source: 'agent' },
    })
  })

  test('a change is told as done only with the company’s date and reference, and once', async () => {
    head = await house.startProven()
    await onDuty(house, ana)
    await house.say(head, 'quiero cancelar')
    const work = await workOf('445566')
    expect(work.work?.verb).toBe('find-service')
    const key = await takenBy(house, ana)
    const change: Commitment = { ...work, id: 'w2', text: 'Cancelar el servicio · cuenta 445566' }
    change.work = { verb: 'cancel-service', args: { account: '445566', endDate: '2026-11-30' } }
    await house.store.commit({
      id: house.ids.next(),
      put: [commitmentPut({ key: recordKey.commitment('w2'), version: 0, value: change })],
    })
    const before = (await house.transcript(head)).length
    const done = { kind: 'done', ref: 'BAJA-9', on: '2026-11-21' } as const
    await finishWork(house.deskDeps, key, ana, 'w2', done)
    await finishWork(house.deskDeps, key, ana, 'w2', { kind: 'refused', reason: 'already-cancelled' })
    expect((await house.transcript(head)).slice(before)).toEqual([
      expect.stringMatching(
        /^system: Hecho: Cancelar el servicio · cuenta 445566\. Fecha: .*\. Referencia: BAJA-9\.$/,
      ),
    ])
    const line = (await house.lines(head)).findLast((one) => one.kind === 'message')
    expect(line).toMatchObject({ receipt: { ref: 'BAJA-9', title: 'Cancelar el servicio · cuenta 445566' } })
    expect((await works()).find((one) => one.id === 'w2')).toMatchObject({
      state: 'confirmed',
      confirmation: { ref: 'BAJA-9' },
    })
  })

  test('is finished only by who has the case, and only for its own customer', async () => {
    head = await house.start()
    await onDuty(house, ana)
    const work = await workOf('quiero cancelar', '445566 1234')
    const key = await takenBy(house, ana)
    const done = { kind: 'done', ref: 'ID-7', on: '2026-11-22' } as const
    expect(await finishWork(house.deskDeps, key, beto, work.id, done)).toEqual({ outcome: 'not-yours' })
    expect(await finishWork(house.deskDeps, key, ana, 'another', done)).toEqual({ outcome: 'no-such-work' })
    await asker(house)
    const other = await takenBy(house, ana)
    expect(await finishWork(house.deskDeps, other, ana, work.id, done)).toEqual({ outcome: 'no-such-work' })
  })
})
