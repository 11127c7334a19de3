import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { resolve } from '../../src/cases/desk.ts'
import { STAYS_MS } from '../../src/cases/stays.ts'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { indexName, logName, recordKey, uniqueName } from '../../src/store/keys.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Store } from '../../src/store/store.ts'
import type { Head } from '../../src/turn/conversation.ts'
import { sealDue } from '../../src/turn/sealer.ts'
import { searchSlice } from '../../src/upkeep/orphans.ts'
import { onDuty, person, takenBy } from '../cases/people.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { House } from '../turn/house.ts'

let redis: RedisServer
let admin: Redis
let houses = 0
let house: House
let mended: string[]
beforeAll(async () => {
  redis = await startRedis(['appendfsync', 'no'])
  admin = new Redis(redis.url)
})
afterAll(async () => {
  admin.disconnect()
  await redis.remove()
})
beforeEach(() => {
  mended = []
})
afterEach(() => house.close())

/** Everything is looked at once. */
async function search(store: Store = house.store): Promise<string[]> {
  mended = []
  const parts = {
    store,
    clock: house.clock,
    ids: house.ids,
    desk: house.desk,
    logger: {
      warn: ({ index, member }: { index: string; member: string }) => mended.push(`${index} ${member}`),
      error: () => undefined,
    },
    metrics: house.metrics,
    pushed: ['whatsapp'],
    waiting: () => Promise.resolve(0),
  } as unknown as Parameters<typeof searchSlice>[0]
  while (!(await searchSlice(parts)).isLast);
  return mended.toSorted()
}

async function counted(): Promise<number> {
  const { values } = (await house.metrics.registry
    .getSingleMetric('escotilla_orphans_mended_total')
    ?.get()) ?? { values: [] }
  return values.reduce((sum, { value }) => sum + value, 0)
}

/** One customer in line, one with an agent, one who was served, one who talks to the bot. */
async function people(): Promise<{ waits: Head; served: Head; talks: Head; queue: string }> {
  const [first, served, waits, talks] = [
    await house.start(),
    await house.start(),
    await house.start(),
    await house.start('whatsapp'),
  ]
  await onDuty(house, person(1))
  for (const head of [first, served]) {
    await house.say(head, 'quiero hablar con una persona')
    const key = await takenBy(house, person(1))
    if (head !== served) continue
    const end = {
      outcome: house.desk.outcomes[0]?.name ?? '',
      rootCause: house.desk.rootCauses[0]?.name ?? '',
    }
    await resolve(house.deskDeps, key, person(1), end)
  }
  await house.say(waits, 'quiero hablar con una persona')
  await house.say(talks, 'hola')
  house.clock.advance(120_000)
  await sealDue({ store: house.store, by: 'test', onError: () => undefined })
  return { waits, served, talks, queue: indexName.queue((await house.caseOf(waits))?.queue ?? '') }
}

const place = async (index: string) =>
  (await house.store.page(index, undefined, 10)).map(({ member }) => member)

describe('on Redis', () => {
  let prefix: string
  beforeEach(async () => {
    houses += 1
    const desk = `orphans-${houses}`
    prefix = `escotilla:{${desk}}:`
    house = await House.open(undefined, (clock) => openRedis({ url: redis.url, desk, clock }))
  })

  test('nothing is put right where all agrees, and nobody loses what they hold', async () => {
    await people()
    const [held] = await house.store.take([indexName.inputs()], {
      by: 'me',
      upTo: 9e15,
      n: 1,
      leaseMs: 60_000,
    })
    expect(await search()).toEqual([])
    expect(
      await house.store.take([indexName.inputs()], { by: 'other', upTo: 9e15, n: 1, leaseMs: 1 }),
    ).toEqual([])
    expect(held).toBeDefined()
    expect(await counted()).toBe(0)
  })

  test('a case in line whom the line has forgotten stands in it again, at its place', async () => {
    const { waits, queue } = await people()
    const key = recordKey.case((await house.caseOf(waits))?.key ?? '')
    const before = await house.store.page(queue, undefined, 10)
    for (const kind of ['x', 'f']) await admin.zrem(`${prefix}${kind}:${queue}`, key)
    expect(await place(queue)).toEqual([])
    expect(await search()).toEqual([`${queue} ${key}`])
    expect(await house.store.page(queue, undefined, 10)).toEqual(before)
    expect(await counted()).toBe(1)
    expect(await search()).toEqual([])
    expect(await takenBy(house, person(1))).toBe((await house.caseOf(waits))?.key)
  })

  test('one that is in line and can not be taken, or at a wrong place, is put right', async () => {
    const { waits, queue } = await people()
    const key = recordKey.case((await house.caseOf(waits))?.key ?? '')
    const before = await house.store.page(queue, undefined, 10)
    await admin.zrem(`${prefix}f:${queue}`, key)
    expect(await search()).toEqual([`${queue} ${key}`])
    await admin.zincrby(`${prefix}x:${queue}`, 7, key)
    expect(await search()).toEqual([`${queue} ${key}`])
    expect(await house.store.page(queue, undefined, 10)).toEqual(before)
    expect(await takenBy(house, person(1))).toBe((await house.caseOf(waits))?.key)
  })

  test('entries that stand for nothing, or for a case that is elsewhere, go', async () => {
    const { served, queue } = await people()
    const over = recordKey.case((await house.caseOf(served))?.key ?? '')
    for (const kind of ['x', 'f']) await admin.zadd(`${prefix}${kind}:${queue}`, 1, 'case/GONE', 2, over)
    await admin.zadd(`${prefix}f:${queue}`, 3, 'case/STRAY')
    await admin.zadd(`${prefix}h:${indexName.inputs()}`, 3, 'conversation/stray')
    expect(await search()).toEqual(
      [
        `${queue} case/GONE`,
        `${queue} ${over}`,
        `${queue} case/STRAY`,
        `${indexName.inputs()} conversation/stray`,
      ].toSorted(),
    )
    expect(
      (await house.store.take([queue, indexName.inputs()], { by: 'me', upTo: 9e15, n: 9, leaseMs: 1 })).map(
        ({ member }) => member,
      ),
    ).not.toContain('case/STRAY')
    expect(await search()).toEqual([])
  })

  test('a message that waits for the bot is found although the index has forgotten it', async () => {
    const { talks } = await people()
    const log = logName.conversation(talks.id)
    for (const kind of ['x', 'f']) await admin.zrem(`${prefix}${kind}:inputs`, log)
    expect(await search()).toEqual([`inputs ${log}`])
    expect(await house.store.take(['inputs'], { by: 'me', upTo: 9e15, n: 1, leaseMs: 1 })).toMatchObject([
      { member: log },
    ])
    await admin.zadd(`${prefix}x:inputs`, 1, 'conversation/nobody')
    expect(await search()).toEqual(['inputs conversation/nobody'])
  })

  test('the name of an open case belongs to it again, and one of a case that is over is free', async () => {
    const { waits, served } = await people()
    const key = recordKey.case((await house.caseOf(waits))?.key ?? '')
    await admin.del(`${prefix}u:${uniqueName.openCase(waits.customerId)}`)
    const over = recordKey.case((await house.caseOf(served))?.key ?? '')
    await admin.set(`${prefix}u:${uniqueName.openCase(served.customerId)}`, over)
    expect(await search()).toEqual([`open-case ${served.id}`, `open-case ${waits.id}`].toSorted())
    expect(await house.store.find(uniqueName.openCase(waits.customerId))).toBe(key)
    expect(await house.store.find(uniqueName.openCase(served.customerId))).toBeUndefined()
  })

  test('what was written while it was looked at is left to the next look', async () => {
    const { waits, queue } = await people()
    const key = recordKey.case((await house.caseOf(waits))?.key ?? '')
    const [stored] = await house.store.read([key])
    await takenBy(house, person(1))
    const claim = { index: queue, member: key, record: { version: stored?.version ?? 0, score: 5 } }
    expect(await house.store.mend([claim])).toEqual({ claimed: ['passed'], strays: [] })
    expect(await place(queue)).toEqual([])
  })
})

describe('on the embedded store', () => {
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'escotilla-orphans-'))
    house = await House.open(undefined, (clock) => openEmbedded({ folder, clock }))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** Somebody has their hands in the file while nobody else has it. */
  async function byHand(sql: string, ...values: string[]): Promise<void> {
    await house.store.close()
    const db = new DatabaseSync(path.join(folder, 'escotilla.db'))
    db.prepare(sql).run(...values)
    db.close()
    const clock: ManualClock = house.clock
    Object.assign(house, { store: openEmbedded({ folder, clock }) })
  }

  test('a case in line whom the line has forgotten stands in it again, at its place', async () => {
    const { waits, queue } = await people()
    expect(await search()).toEqual([])
    const key = recordKey.case((await house.caseOf(waits))?.key ?? '')
    const before = await house.store.page(queue, undefined, 10)
    await byHand('DELETE FROM items WHERE member = ? AND idx = ?', key, queue)
    expect(await search()).toEqual([`${queue} ${key}`])
    expect(await house.store.page(queue, undefined, 10)).toEqual(before)
    expect(await counted()).toBe(1)
    await byHand('UPDATE items SET score = 1 WHERE member = ? AND idx = ?', key, queue)
    expect(await search()).toEqual([`${queue} ${key}`])
    expect(await house.store.page(queue, undefined, 10)).toEqual(before)
  })

  test('an entry that stands for nothing goes; a message that waits for the bot is found', async () => {
    const { talks, queue } = await people()
    const log = logName.conversation(talks.id)
    await byHand("INSERT INTO items (member, idx, score, is_log) VALUES ('case/GONE', ?, 1, 0)", queue)
    await byHand('DELETE FROM items WHERE member = ? AND idx = ?', log, 'inputs')
    expect(await search()).toEqual([`inputs ${log}`, `${queue} case/GONE`].toSorted())
    expect(await house.store.take(['inputs'], { by: 'me', upTo: 9e15, n: 1, leaseMs: 1 })).toMatchObject([
      { member: log },
    ])
    expect(await search()).toEqual([])
  })

  test('what a version before this one left behind is found, and archived like the rest', async () => {
    const { served } = await people()
    const key = recordKey.case((await house.caseOf(served))?.key ?? '')
    await byHand('DELETE FROM items WHERE idx = ?', indexName.due('archive'))
    await byHand("UPDATE records SET body = json_remove(body, '$.archiveAt') WHERE key LIKE 'seal/%'")
    await search()
    const due = await place(indexName.due('archive'))
    expect(due).toContain(key)
    expect(due.filter((member) => member.startsWith('seal/'))).toHaveLength(4)
    const [entry] = (await house.store.page(indexName.due('archive'), undefined, 10)).filter(
      ({ member }) => member === key,
    )
    const c = await house.caseOf(served)
    expect(entry?.score).toBe(c?.state.kind === 'resolved' ? c.state.at + STAYS_MS : undefined)
  })
})
