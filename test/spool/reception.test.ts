import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readCaseNamed } from '../../src/cases/reserved-key.ts'
import type { Caller, Inbound, Kept, Reception } from '../../src/channels/channel.ts'
import { StoreAway } from '../../src/errors.ts'
import { readTranscript } from '../../src/http/agent-transcript.ts'
import { openDiskSpool } from '../../src/spool/disk-spool.ts'
import { indexName, recordKey } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import { createLogger } from '../../src/telemetry.ts'
import type { Head } from '../../src/turn/conversation.ts'
import { createReception } from '../../src/turn/reception.ts'
import type { Spool } from '../../src/turn/spool.ts'
import { type SpoolDrain, startSpoolDrain } from '../../src/turn/spool-drain.ts'
import { until } from '../support/until.ts'
import { House } from '../turn/house.ts'

const MINUTE_MS = 60_000
let house: House
let folder: string
let spool: Spool
let drain: SpoolDrain
let reception: Reception
let isAway: boolean
/** The store carries out the next commits, and its answers are lost. */
let losesAnswers: boolean
/** Nothing is carried out before this. */
let hangs: PromiseWithResolvers<void> | undefined
/** It is read, and takes nothing. */
let isFull: boolean

beforeEach(async () => {
  isAway = false
  losesAnswers = false
  hangs = undefined
  isFull = false
  house = await House.open((store) =>
    overStore(store, {
      async commit(change) {
        if (isAway) throw new StoreAway('away')
        if (isFull) return { outcome: 'full' }
        await hangs?.promise
        const result = await store.commit(change)
        if (losesAnswers) throw new StoreAway('no answer')
        return result
      },
      async read(keys) {
        if (isAway) throw new StoreAway('away')
        return await store.read(keys)
      },
    }),
  )
  folder = mkdtempSync(path.join(tmpdir(), 'escotilla-reception-'))
  begin()
  await until(() => spool.keys > 0, 'keys are set aside')
})
afterEach(async () => {
  await end()
  await house.close()
  rmSync(folder, { recursive: true })
})

function begin(): void {
  const { store, intake, clock, ids, desk, metrics } = house
  const logger = createLogger('silent')
  spool = openDiskSpool({ folder, ids, limitBytes: 300_000 })
  drain = startSpoolDrain({ store, intake, spool, clock, ids, logger, metrics })
  reception = createReception({
    intake,
    conversationOf: async () => undefined,
    spool,
    drain,
    clock,
    desk,
    logger,
  })
}

async function end(): Promise<void> {
  await drain.stop()
  spool.close()
}

function caller(head: Pick<Head, 'id'>): Caller {
  return { id: head.id, channel: 'web', outsideId: `u-${head.id}`, address: {}, language: 'es' }
}

let messages = 0
function message(text: string, more: Partial<Inbound> = {}): Inbound {
  messages += 1
  return { messageId: `posted-${messages}`, text, attachments: [], ...more }
}

async function kept(head: Pick<Head, 'id'>, inbound: Inbound): Promise<Kept> {
  const received = await reception.accept(caller(head), inbound)
  if (received.outcome !== 'kept') throw new Error(received.outcome)
  return received
}

async function drained(): Promise<void> {
  drain.hint()
  await until(() => spool.size === 0, 'the spool is empty')
}

test('an ask while the store is away opens its case under the key that the customer was given, with its own time', async () => {
  const head = await house.start()
  isAway = true
  await expect(reception.accept(caller(head), message('mi internet no funciona'))).rejects.toThrow('away')
  const askedAt = house.clock.now()
  const { receipt, words } = await kept(head, message('quiero hablar con una persona'))
  expect(words).toContain(receipt.key)
  house.clock.advance(30 * MINUTE_MS)
  isAway = false
  await drained()
  const c = await house.caseOf(head)
  expect(c).toMatchObject({ key: receipt.key, askedAt, state: { kind: 'queue' } })
  expect(c?.dueAt).toBe(askedAt + house.desk.promise.normal * 1_000)
  expect((await house.transcript(head))[0]).toBe('customer: quiero hablar con una persona')
})

test.each([
  ['the person button', message('Hablar con una persona', { action: 'ask' })],
  ['a supervisor', message('Que me atienda quien supervisa', { action: 'supervisor' })],
  ['back into the line', message('Volver a la fila', { action: 'return' })],
  ['danger', message('huele a gas en mi casa')],
  ['English', message('let me talk to a human please')],
])('%s is kept while the store is away', async (_what, inbound) => {
  const head = await house.start()
  isAway = true
  await kept(head, inbound)
  isAway = false
  await drained()
  expect(await house.caseOf(head)).toMatchObject({ state: { kind: 'queue' } })
})

test('an ask with a file is kept with the file, which is stored with it', async () => {
  const head = await house.start()
  isAway = true
  const attachments = [{ uploadId: 'photo', contentType: 'image/png', name: 'foto.png', bytes: 70 }]
  const records = [{ key: recordKey.upload('photo'), expect: 0, schema: 1, body: '{}' }]
  await kept(head, message('quiero hablar con una persona, le mando una foto', { attachments, records }))
  await expect(reception.accept(caller(head), message('', { attachments, records }))).rejects.toThrow('away')
  isAway = false
  await drained()
  const written = (await house.lines(head)).find(
    (one) => one.kind === 'message' && one.from.kind === 'customer',
  )
  expect(written).toMatchObject({ attachments })
  expect(await house.store.read([recordKey.upload('photo')])).toMatchObject([{ version: 1 }])
  expect(await house.caseOf(head)).toMatchObject({ state: { kind: 'queue' } })
})

test('a conversation that the store never heard of begins with the ask', async () => {
  isAway = true
  const { receipt } = await kept({ id: 'never-stored' }, message('una persona por favor'))
  isAway = false
  await drained()
  const c = await readCaseNamed(house.store, receipt.key)
  expect(c?.value).toMatchObject({ conversationId: 'never-stored', state: { kind: 'queue' } })
})

test('a full store refuses who was never stored, with the word to come again, and keeps their ask', async () => {
  isFull = true
  const newcomer = { id: 'never-stored' }
  await expect(reception.accept(caller(newcomer), message('hola'))).rejects.toMatchObject({ status: 503 })
  const { receipt } = await kept(newcomer, message('una persona por favor'))
  isFull = false
  expect(await reception.accept(caller(newcomer), message('es por mi factura'))).toMatchObject({
    outcome: 'stored',
  })
  const c = await readCaseNamed(house.store, receipt.key)
  expect(c?.value).toMatchObject({ conversationId: newcomer.id, state: { kind: 'queue' } })
  // Nobody has to start before they write.
  await reception.accept(caller({ id: 'unheard-of' }), message('hola'))
  expect((await house.transcript({ id: 'unheard-of' })).at(-1)).toBe('customer: hola')
})

test('joined to a case that was opened meanwhile, the earliest ask counts and both keys lead to it', async () => {
  const head = await house.start()
  isAway = true
  const askedAt = house.clock.now()
  const { receipt } = await kept(head, message('quiero hablar con una persona'))
  house.clock.advance(5 * MINUTE_MS)
  isAway = false
  // Asked again at another process, which knows nothing of this disk.
  await house.say(head, 'que me atienda una persona')
  const opened = await house.caseOf(head)
  expect(opened?.key).not.toBe(receipt.key)
  await drained()
  const joined = await readCaseNamed(house.store, receipt.key)
  expect(joined?.value).toMatchObject({ key: opened?.key, askedAt })
  expect((await house.store.rank(indexName.queue(joined?.value.queue ?? ''), '')).size).toBe(1)
  // Stored behind what came later, and read where it was written.
  const { lines } = await readTranscript(house.store, [head.id], undefined, () => '')
  expect(lines.flatMap(({ from, text }) => (from?.kind === 'customer' ? [text] : []))).toEqual([
    'quiero hablar con una persona',
    'que me atienda una persona',
  ])
})

test('an ask that was stored although its answer was lost is not stored twice, and its receipt stays good', async () => {
  const head = await house.start()
  losesAnswers = true
  const { receipt } = await kept(head, message('quiero hablar con una persona'))
  losesAnswers = false
  await drained()
  expect((await house.transcript(head)).filter((line) => line.startsWith('customer'))).toHaveLength(1)
  expect((await readCaseNamed(house.store, receipt.key))?.value.key).toBe((await house.caseOf(head))?.key)
})

test('what a customer writes when the store is back comes behind what they asked while it was away', async () => {
  const head = await house.start()
  isAway = true
  await kept(head, message('quiero hablar con una persona'))
  await kept(head, message('¡una persona!'))
  isAway = false
  expect(await reception.accept(caller(head), message('es por mi factura'))).toMatchObject({
    outcome: 'stored',
  })
  expect((await house.transcript(head)).filter((line) => line.startsWith('customer'))).toEqual([
    'customer: quiero hablar con una persona',
    'customer: ¡una persona!',
    'customer: es por mi factura',
  ])
})

test('an ask does not wait for a store that is slow: it is kept, and is one message when the store was not that slow', async () => {
  const head = await house.start()
  hangs = Promise.withResolvers<void>()
  const asking = kept(head, message('quiero hablar con una persona'))
  await until(() => {
    house.clock.advance(500)
    return spool.size > 0
  }, 'it is kept')
  const { receipt } = await asking
  hangs.resolve()
  await drained()
  expect((await house.transcript(head)).filter((line) => line.startsWith('customer'))).toHaveLength(1)
  expect((await readCaseNamed(house.store, receipt.key))?.value.key).toBe((await house.caseOf(head))?.key)
})

test('asks are there after a restart and after the disk was full, in order and once', async () => {
  const head = await house.start()
  isAway = true
  const first = await kept(head, message('quiero hablar con una persona'))
  const filler = 'x'.repeat(9_000)
  const fill = (n: number) => kept({ id: `other-${n}` }, message(`una persona por favor\n${filler}`))
  let others = 0
  const refused = await (async () => {
    for (;;) {
      try {
        await fill(others)
        others += 1
      } catch (thrown) {
        return thrown
      }
    }
  })()
  expect(refused).toBeInstanceOf(StoreAway)
  expect(spool.size).toBe(others + 1)
  await end()
  isAway = false
  begin()
  await drained()
  expect((await house.caseOf(head))?.key).toBe(first.receipt.key)
  expect((await house.store.rank(indexName.queue('general'), '')).size).toBe(others + 1)
  isAway = true
  await kept({ id: 'room-again' }, message('una persona por favor'))
})
