import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sweepOver } from '../../src/archive/sweep.ts'
import { writeArchive } from '../../src/archive/write.ts'
import { createCaseLinks } from '../../src/cases/case-link.ts'
import { commitmentPut } from '../../src/cases/commitments.ts'
import { resolve } from '../../src/cases/desk.ts'
import { readMyCase } from '../../src/cases/my-case.ts'
import { STAYS_MS } from '../../src/cases/stays.ts'
import { type Upload, uploadCodec } from '../../src/channels/uploads.ts'
import { StoreAway } from '../../src/errors.ts'
import { audit } from '../../src/proof/audit.ts'
import { indexName, logName, recordKey, uniqueName } from '../../src/store/keys.ts'
import { overStore } from '../../src/store/over-store.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Change, Store } from '../../src/store/store.ts'
import { appendLine } from '../../src/turn/append.ts'
import type { Head } from '../../src/turn/conversation.ts'
import { callCodec, timerCodec } from '../../src/turn/records.ts'
import { sealDue } from '../../src/turn/sealer.ts'
import { verifyConversation } from '../../src/turn/verify.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { echo, House } from '../turn/house.ts'

const DAY = 24 * 3_600_000
const AGENT = { id: 'agent-1', name: 'Lucía', role: 'supervisor' } as const
const links = createCaseLinks(['a secret of sixteen'])

let redis: RedisServer
let desks = 0
beforeAll(async () => {
  redis = await startRedis(['appendfsync', 'no'])
})
afterAll(() => redis.remove())

describe.each(['embedded', 'redis'])('the archive of the %s store', (kind) => {
  let house: House
  let folder: string
  let uploads: string
  let broken: ((change: Change) => boolean) | undefined
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'escotilla-archive-'))
    uploads = mkdtempSync(path.join(tmpdir(), 'escotilla-uploads-'))
    broken = undefined
    const wrap = (store: Store) =>
      overStore(store, {
        commit: async (change) => {
          if (broken?.(change)) throw new StoreAway('cut')
          return store.commit(change)
        },
      })
    desks += 1
    const desk = `archive-${desks}`
    house = await House.open(
      wrap,
      kind === 'redis' ? (clock) => openRedis({ url: redis.url, desk, clock }) : undefined,
    )
  })
  afterEach(async () => {
    await house.close()
    rmSync(folder, { recursive: true })
    rmSync(uploads, { recursive: true })
  })

  /** A customer whom people have served. */
  async function served(also?: (head: Head) => Promise<void>): Promise<{ head: Head; key: string }> {
    const head = await house.start()
    await house.say(head, 'hola, quiero hablar con una persona')
    await also?.(head)
    const key = (await house.caseOf(head))?.key ?? ''
    const end = {
      outcome: house.desk.outcomes[0]?.name ?? '',
      rootCause: house.desk.rootCauses[0]?.name ?? '',
    }
    expect(await resolve(house.deskDeps, key, AGENT, end)).toMatchObject({ outcome: 'done' })
    await pass(60_000)
    return { head, key }
  }

  /** Time passes, and what is done in the background is done. */
  async function pass(ms: number): Promise<void> {
    house.clock.advance(ms)
    await sealDue({
      store: house.store,
      by: 'test',
      onError: (thrown) => {
        throw thrown
      },
    })
    const due = await house.store.take([indexName.due('archive')], {
      by: 'test',
      upTo: house.store.now(),
      n: 100,
      leaseMs: 1,
    })
    for (const { member } of due) await sweepOver({ store: house.store, ids: house.ids }, member)
  }

  const write = (more: { dryRun?: boolean; by?: string } = {}) =>
    writeArchive({ store: house.store, ids: house.ids, by: 'test', folder, uploads, dryRun: false, ...more })
  interface Row {
    kind: string
    key: string
    of: string
    body: unknown
  }
  const rows = (): Row[] =>
    readdirSync(folder)
      .toSorted()
      .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n'))
      .map((line) => JSON.parse(line) as Row)
  const indexed = (index: string) => house.store.page(index, undefined, 10)

  test('a case that is over leaves the indexes when nobody asks for it any more, and goes to a file', async () => {
    const { head, key } = await served()
    const before = await house.lines(head)
    await pass(STAYS_MS - 2 * 60_000)
    expect(await write()).toMatchObject({ outcome: 'done', cases: 0, files: [] })
    expect(await indexed(indexName.casesOfCustomer(head.customerId))).toHaveLength(1)

    await pass(3 * 60_000)
    expect(await indexed(indexName.casesOfCustomer(head.customerId))).toEqual([])
    expect(await write()).toMatchObject({ outcome: 'done', cases: 1, rows: { case: 1, line: before.length } })
    expect(readdirSync(folder)).toEqual([
      `archive-${new Date(house.clock.now()).toISOString().slice(0, 10)}.jsonl`,
    ])
    expect(rows().map((row) => row.key)).toEqual([
      `case/${key}`,
      ...before.map(({ seq }) => `conversation/${head.id}/${seq}`),
    ])
    expect(rows()[0]?.body).toMatchObject({ key, state: { kind: 'resolved' } })
    expect(JSON.stringify(rows())).toContain('hola, quiero hablar con una persona')

    expect(await house.store.read([recordKey.case(key)])).toEqual([undefined])
    // The newest line stays, so that the conversation's numbers go on.
    expect((await house.lines(head)).map(({ seq }) => seq)).toEqual([before.at(-1)?.seq])
    expect(await verifyConversation(house.store, head.id)).toMatchObject({ holds: true })
    expect(await audit(house.store, { archive: folder })).toMatchObject({
      conversations: 1,
      archive: { conversations: 1, lines: before.length },
      breaks: [],
    })
    expect(await write()).toMatchObject({ cases: 0, files: [] })
  })

  test('the customer writes on after the archive, and asks again: a new case, and the bot between', async () => {
    const { head, key } = await served()
    await pass(STAYS_MS)
    await house.say(head, 'hola otra vez')
    await write()
    expect(await house.caseOf(head)).toBeUndefined()
    expect(await house.store.rank(indexName.inputs(), logName.conversation(head.id))).toMatchObject({
      before: 0,
    })
    await house.say(head, 'quiero hablar con una persona')
    const again = await house.caseOf(head)
    expect(again?.key).not.toBe(key)
    expect(again?.state.kind).toBe('queue')
  })

  test('within seven days a message brings the case back, and nothing of it is archived', async () => {
    const { head, key } = await served()
    await pass(6 * DAY)
    await house.say(head, 'sigue sin funcionar')
    expect(await house.caseOf(head)).toMatchObject({ key, state: { kind: 'queue' } })
    await pass(2 * STAYS_MS)
    expect(await write()).toMatchObject({ cases: 0, conversations: 0, rows: {} })
    expect(await house.caseOf(head)).toMatchObject({ key, state: { kind: 'queue' } })
  })

  test('"Mi caso" is there for as long as its link holds, and honestly not found afterwards', async () => {
    const { key } = await served()
    const link = links.make({ case: key }, house.clock.now())
    const subject = { case: key }
    house.clock.advance(link.until - house.clock.now() - 1)
    await pass(0)
    await write()
    expect(await readMyCase(house, subject, house.clock.now())).toMatchObject({ case: { state: 'resolved' } })
    await pass(DAY)
    await write()
    expect(await readMyCase(house, subject, house.clock.now())).toBeUndefined()
  })

  test('a case waits for what is still owed of it, and takes along what was kept', async () => {
    const { head, key } = await served()
    const promise = (id: string, state: 'open' | 'confirmed', version = 0) =>
      house.store.commit({
        id: house.ids.next(),
        put: [
          commitmentPut({
            key: recordKey.commitment(id),
            version,
            value: {
              id,
              kind: 'answer',
              text: 'Le responderemos',
              dueAt: house.clock.now(),
              zone: 'America/Bogota',
              customerId: head.customerId,
              conversationId: head.id,
              caseKey: key,
              owner: { kind: 'queue', queue: 'general' },
              state,
              createdAt: house.clock.now(),
            },
          }),
        ],
      })
    await promise('kept', 'confirmed')
    await promise('owed', 'open')
    await pass(STAYS_MS)
    expect(await write()).toMatchObject({ cases: 0, rows: {} })
    await promise('owed', 'confirmed', 1)
    await pass(DAY)
    expect(await write()).toMatchObject({ cases: 1, rows: { case: 1, commitment: 2 } })
    expect(await house.store.read(['commitment/kept', 'commitment/owed'])).toEqual([undefined, undefined])
    expect(await indexed(indexName.commitmentsOfCustomer(head.customerId))).toEqual([])
  })

  test('a conversation that ended goes whole, with its customer, who is new when they come again', async () => {
    const { head } = await served()
    await pass(STAYS_MS)
    await write()
    await pass(2 * DAY)
    expect(await write()).toMatchObject({
      conversations: 1,
      rows: { head: 1, seal: 1, customer: 1 },
    })
    expect(await audit(house.store, { archive: folder })).toMatchObject({
      conversations: 0,
      archive: { conversations: 1 },
      breaks: [],
    })
    const left = [recordKey.head(head.id), recordKey.customer(head.customerId), recordKey.seal(head.id)]
    expect(await house.store.read(left)).toEqual([undefined, undefined, undefined])
    expect(await house.lines(head)).toEqual([])
    expect(await indexed(indexName.due('archive'))).toEqual([])
    expect(await indexed(indexName.conversationsOfCustomer(head.customerId))).toEqual([])
    expect(await house.store.find(uniqueName.identity('web', 'id-1'))).toBeUndefined()
  })

  test('a customer’s file goes with the message that it came with; what is known of it stays in the archive', async () => {
    const sent = (id: string, conversationId: string): Upload => ({
      id,
      conversationId,
      name: `${id}.pdf`,
      contentType: 'application/pdf',
      bytes: 5,
      digest: 'sha',
      at: house.clock.now(),
    })
    const send = async (id: string, head: Head): Promise<void> => {
      writeFileSync(path.join(uploads, id), 'bytes')
      const record = { key: recordKey.upload(id), version: 0, value: sent(id, head.id) }
      await house.intake.accept(head.id, {
        messageId: id,
        text: '',
        attachments: [{ uploadId: id, contentType: 'application/pdf' }],
        records: [uploadCodec.put(record)],
      })
    }
    const { head } = await served((head) => send('old', head))
    const wasSent = sent('old', head.id).at - 60_000
    await pass(STAYS_MS)
    house.worker(echo)
    await send('new', head)
    await house.quiet()
    await pass(60_000)
    broken = (change) => change.drop !== undefined
    await expect(write()).rejects.toMatchObject({ code: 'store-away' })
    expect(readdirSync(uploads).toSorted()).toEqual(['new', 'old'])
    broken = undefined
    expect(await write()).toMatchObject({ cases: 1, rows: { upload: 1 } })
    expect(readdirSync(uploads)).toEqual(['new'])
    // As a process leaves it that is killed before the file is gone.
    writeFileSync(path.join(uploads, 'old'), 'bytes')
    await write()
    expect(readdirSync(uploads)).toEqual(['new'])
    expect(rows().find(({ kind }) => kind === 'upload')?.body).toEqual({
      ...sent('old', head.id),
      at: wasSent,
    })
    expect(await house.store.read([recordKey.upload('old')])).toEqual([undefined])
  })

  test('calls and timers that an older version left in no index go with the lines that name them', async () => {
    const { head } = await served()
    const at = house.clock.now()
    const common = {
      conversationId: head.id,
      verb: 'find-account',
      args: {},
      trying: '',
      limitMs: 1,
      wantedAt: at,
    }
    const outcome = { kind: 'ok', ref: 'r', data: {} } as const
    const over = { kind: 'done', at, outcome } as const
    await house.store.commit({
      id: house.ids.next(),
      put: [
        callCodec.put({ key: recordKey.call('c'), version: 0, value: { ...common, id: 'c', state: over } }),
        timerCodec.put({
          key: recordKey.timer('t'),
          version: 0,
          value: { id: 't', conversationId: head.id, name: 'n', at, fired: true },
        }),
      ],
      append: [
        { id: 'o', at, kind: 'outcome' as const, callId: 'c', verb: common.verb, outcome },
        { id: 'w', at, kind: 'timer' as const, timerId: 't', name: 'n' },
        { id: 'e', at, kind: 'event' as const, name: 'noted' },
      ].map((line) => appendLine(head, line, house.ids)),
    })
    await pass(STAYS_MS)
    expect(await write()).toMatchObject({ cases: 1, rows: { call: 1, timer: 1 } })
    expect(await house.store.read([recordKey.call('c'), recordKey.timer('t')])).toEqual([
      undefined,
      undefined,
    ])
  })

  test('a conversation stays while something is said in it', async () => {
    const head = await house.start()
    house.worker((turn) => ({
      bot: turn.bot,
      facts: [],
      say: [{ text: 'hola' }],
      commitments: [],
      timers: [],
      next: { kind: 'wait' },
    }))
    for (let n = 0; n < 3; n += 1) {
      await house.say(head, 'hola')
      await house.quiet()
      await pass(STAYS_MS - DAY)
    }
    expect(await write()).toMatchObject({ conversations: 0 })
    await pass(DAY)
    await pass(DAY)
    // Said again when it stood on the stream already.
    await house.say(head, 'hola')
    await house.quiet()
    expect(await write()).toMatchObject({ conversations: 0, passed: 1, rows: {} })
    expect(await house.lines(head)).not.toEqual([])
    await pass(60_000)
    await pass(STAYS_MS)
    expect(await write()).toMatchObject({ conversations: 1 })
  })

  test('killed between writing and letting go, the next run writes again what is known by its key', async () => {
    await served()
    await pass(STAYS_MS)
    broken = (change) => change.drop !== undefined
    await expect(write()).rejects.toMatchObject({ code: 'store-away' })
    // As a crash may leave it: a last line that is cut.
    const [name] = readdirSync(folder)
    appendFileSync(path.join(folder, name ?? ''), '{"of":"case/')
    broken = undefined
    const once = rows.bind(undefined)
    expect(await write()).toMatchObject({ cases: 1 })
    const keys = once().map(({ key }) => key)
    expect(keys.length).toBe(2 * new Set(keys).size)
    expect(await write()).toMatchObject({ cases: 0 })
  })

  test('a full folder is told, nothing is let go of, and the next run goes on', async () => {
    const { key } = await served()
    await pass(STAYS_MS)
    const name = `archive-${new Date(house.clock.now()).toISOString().slice(0, 10)}.jsonl`
    symlinkSync('/dev/full', path.join(folder, name))
    await expect(write()).rejects.toMatchObject({ code: 'archive-full' })
    expect(await house.store.read([recordKey.case(key)])).toMatchObject([{ schema: 1 }])
    rmSync(path.join(folder, name))
    expect(await write()).toMatchObject({ cases: 1 })
  })

  test('a dry run counts and changes nothing; of two at once one writes', async () => {
    await served()
    await pass(STAYS_MS)
    expect(await write({ dryRun: true })).toMatchObject({ cases: 1, files: [] })
    expect(readdirSync(folder)).toEqual([])
    const both = await Promise.all([write({ by: 'one' }), write({ by: 'other' })])
    expect(both.map(({ outcome, cases }) => `${outcome} ${cases}`).toSorted()).toEqual(['busy 0', 'done 1'])
    expect(new Set(rows().map(({ key }) => key)).size).toBe(rows().length)
  })
})
