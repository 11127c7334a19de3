import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { SandboxBusiness } from '../../src/business/sandbox/sandbox.ts'
import { agentCodec } from '../../src/cases/agent.ts'
import { caseCodec } from '../../src/cases/case.ts'
import { commitmentCodec } from '../../src/cases/commitments.ts'
import { customerCodec } from '../../src/cases/customer.ts'
import { reply } from '../../src/cases/desk.ts'
import { claimNext } from '../../src/cases/desk-claim.ts'
import { readMyCase } from '../../src/cases/my-case.ts'
import { readCaseNamed, reservedKeyCodec } from '../../src/cases/reserved-key.ts'
import { uploadCodec } from '../../src/channels/uploads.ts'
import { audit } from '../../src/proof/audit.ts'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { indexName, logName, recordKey } from '../../src/store/keys.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Stored } from '../../src/store/store.ts'
import { asksAuditCodec } from '../../src/turn/asks-audit.ts'
import { botCodec } from '../../src/turn/bot.ts'
import { type Head, headCodec } from '../../src/turn/conversation.ts'
import { deliveryCodec } from '../../src/turn/delivery.ts'
import { lockCodec } from '../../src/turn/elected.ts'
import { callCodec, timerCodec } from '../../src/turn/records.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import { anchorCodec, sealCodec } from '../../src/turn/seal.ts'
import { decodeLine } from '../../src/turn/transcript.ts'
import { houseDesk, houseReader } from '../support/journey.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { until } from '../support/until.ts'
import { House } from '../turn/house.ts'

const SETS = path.join(import.meta.dirname, '../fixtures/upgrade')
const MINUTE_MS = 60_000
/** What reads a record of each kind. A kind that no version before this one wrote yet: leave it out below. */
const READERS: Readonly<Record<string, (stored: Readonly<Stored>) => unknown>> = {
  agent: agentCodec.read,
  anchor: anchorCodec.read,
  'asks-audit': asksAuditCodec.read,
  bot: botCodec.read,
  call: callCodec.read,
  'call-back-window': () => undefined,
  case: (stored) => (stored.body.includes('"reserved"') ? reservedKeyCodec : caseCodec).read(stored),
  commitment: commitmentCodec.read,
  customer: customerCodec.read,
  delivery: deliveryCodec.read,
  head: headCodec.read,
  lock: lockCodec.read,
  seal: sealCodec.read,
  timer: timerCodec.read,
  upload: uploadCodec.read,
}
const NOT_WRITTEN_BEFORE = ['archive', 'orphans']

interface About {
  at: number
  kinds: string[]
  conversations: Record<string, string>
}

let redis: RedisServer
let admin: Redis
let house: House
let folder: string
beforeAll(async () => {
  redis = await startRedis(['appendfsync', 'no'])
  admin = new Redis(redis.url)
})
afterAll(async () => {
  admin.disconnect()
  await redis.remove()
})
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'escotilla-upgrade-'))
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

const file = (set: string, name: string) => readFileSync(path.join(SETS, set, name))
const unpacked = (set: string, name: string) => gunzipSync(file(set, name))

async function fillRedis(set: string): Promise<void> {
  await admin.flushall()
  const keys = JSON.parse(unpacked(set, 'redis.json.gz').toString()) as Record<string, [string, string[]]>
  for (const [key, [type, encoded]] of Object.entries(keys)) {
    const values = encoded.map((value) => Buffer.from(value, 'base64'))
    const inPairs = values.flatMap((value, n) => (n % 2 === 0 ? [values[n + 1] ?? '', value] : []))
    if (type === 'hash') await admin.hset(key, ...(values as [Buffer, Buffer]))
    else if (type === 'zset') await admin.call('ZADD', key, ...inPairs)
    else if (type === 'list') await admin.rpush(key, ...values)
    else await admin.set(key, values[0] ?? '')
  }
}

describe.each(readdirSync(SETS))('what version %s stored', (set) => {
  const about = JSON.parse(file(set, 'about.json').toString()) as About

  describe.each(['embedded', 'redis'])('in the %s store', (kind) => {
    beforeEach(async () => {
      const later = (clock: ManualClock) => {
        clock.advance(about.at + 10 * MINUTE_MS - clock.now())
        return clock
      }
      if (kind === 'redis') await fillRedis(set)
      else writeFileSync(path.join(folder, 'escotilla.db'), unpacked(set, 'embedded.db.gz'), { mode: 0o600 })
      house = await House.open(undefined, (clock) =>
        kind === 'redis'
          ? openRedis({ url: redis.url, desk: 'main', clock: later(clock) })
          : openEmbedded({ folder, clock: later(clock) }),
      )
    })

    async function head(as: string): Promise<Head> {
      const [found] = headCodec.readable(
        await house.store.read([recordKey.head(about.conversations[as] ?? '')]),
      )
      if (!found) throw new Error(`no conversation of who ${as}`)
      return found.value
    }

    test('is read, record by record and line by line, and holds against its seals', async () => {
      const heads = await Promise.all(
        Object.keys(about.conversations)
          .filter((as) => kind === 'redis' || !as.endsWith('-on-redis'))
          .map(head),
      )
      for (const one of heads) {
        const lines = await house.store.lines(logName.conversation(one.id), 0, 1_000)
        expect(lines.length).toBeGreaterThan(0)
        expect(lines.map(decodeLine).filter((line) => line.kind === 'unreadable')).toEqual([])
        const keys = [
          recordKey.bot(one.id),
          recordKey.customer(one.customerId),
          recordKey.seal(one.id),
          recordKey.delivery(one.id),
        ]
        const owned = [
          indexName.casesOfCustomer(one.customerId),
          indexName.commitmentsOfCustomer(one.customerId),
        ]
        const pages = await Promise.all(owned.map((index) => house.store.page(index, undefined, 50)))
        const stored = await house.store.read([...keys, ...pages.flat().map(({ member }) => member)])
        for (const record of stored) if (record) READERS[record.key.split('/')[0] ?? '']?.(record)
      }
      expect(await audit(house.store)).toMatchObject({ breaks: [], brokenAnchors: [] })
    })

    test('who was asked for their account gives it, and the bot goes on from there', async () => {
      const asked = await head('asked-account')
      const business = new SandboxBusiness({ clock: house.clock, timeZone: 'America/Bogota' })
      house.caller(business)
      house.worker(runTurn, { recognize: houseReader }, houseDesk)
      await house.say(asked, '445566 1234', { messageId: 'later' })
      await until(
        async () => (await house.transcript(asked)).at(-1)?.includes('Esto es lo que se cancela') === true,
        'the bot goes on',
      )
    })

    test('who waits keeps their place; agents answer whom they had; who was served may come back', async () => {
      const [served, waits, resolved, withdrawn] = await Promise.all(
        ['served', kind === 'redis' ? 'waits-on-redis' : 'waits', 'resolved', 'withdrawn'].map(head),
      )
      if (!served || !waits || !resolved || !withdrawn) throw new Error('somebody is missing')
      const place = await house.store.page(
        indexName.queue((await house.caseOf(waits))?.queue ?? ''),
        undefined,
        5,
      )
      expect(place[0]?.member).toBe(recordKey.case((await house.caseOf(waits))?.key ?? ''))

      const theirs = (await house.caseOf(served))?.key ?? ''
      expect((await readCaseNamed(house.store, 'R35-ERV'))?.value.key).toBe(theirs)
      const agent = { id: 'agent-1', name: 'Lucía', role: 'agent' } as const
      expect(await reply(house.deskDeps, theirs, agent, { id: 'later', text: 'Ya está' })).toMatchObject({
        outcome: 'done',
      })
      expect((await house.transcript(served)).at(-1)).toBe('agent: Ya está')
      // The same words once more, as a console that heard nothing would send them.
      await reply(house.deskDeps, theirs, agent, { id: 'reply-2', text: 'Lo reviso ahora' })
      expect(
        (await house.transcript(served)).filter((line) => line === 'agent: Lo reviso ahora'),
      ).toHaveLength(1)
      expect(await claimNext(house.deskDeps, agent.id, 'claim-3')).toMatchObject({
        case: { key: (await house.caseOf(waits))?.key },
      })

      const key = (await house.caseOf(resolved))?.key
      await house.say(resolved, 'sigue sin funcionar', { messageId: 'later' })
      expect(await house.caseOf(resolved)).toMatchObject({ key, state: { kind: 'queue' }, reopened: 1 })
      await house.say(withdrawn, 'Volver a la fila', { messageId: 'later' })
      expect(await house.caseOf(withdrawn)).toMatchObject({ state: { kind: 'queue' } })
      expect(await readMyCase(house, { case: theirs }, house.clock.now())).toMatchObject({
        case: { state: 'agent' },
      })
    })
  })
})

test('every kind of record is in the newest set, or was not written before', () => {
  const kinds = Object.values(recordKey).map((key) => key('2026-11-22' as never).split('/')[0] ?? '')
  const newest = readdirSync(SETS).toSorted().at(-1) ?? ''
  const { kinds: written } = JSON.parse(file(newest, 'about.json').toString()) as About
  expect([...written, ...NOT_WRITTEN_BEFORE].toSorted()).toEqual([...new Set(kinds)].toSorted())
  expect(Object.keys(READERS).toSorted()).toEqual(written.toSorted())
})
