/**
 * `npm run upgrade:fixtures`: writes what this version stores, of every kind, to test/fixtures/upgrade/<version>/, by
 * talking to the real product over both stores. Later versions read it in test/upgrade/upgrade.test.ts.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { Redis } from 'ioredis'
import { reply, resolve, seen } from '../../src/cases/desk.ts'
import { claimNext } from '../../src/cases/desk-claim.ts'
import { setPresence } from '../../src/cases/desk-presence.ts'
import { loadDesk } from '../../src/cases/load-desk.ts'
import { aliasPut } from '../../src/cases/reserved-key.ts'
import { readConfig } from '../../src/config.ts'
import { type Product, startProduct } from '../../src/main.ts'
import { copyStore } from '../../src/store/copy/copy.ts'
import { openEmbeddedDepot } from '../../src/store/embedded/depot.ts'
import { recordKey } from '../../src/store/keys.ts'
import { openRedisDepot } from '../../src/store/redis/depot.ts'
import { randomIds } from '../../src/system.ts'
import { timerPut } from '../../src/turn/records.ts'
import { Customer } from '../support/direct-line.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { startRedis } from '../support/redis-server.ts'
import { until } from '../support/until.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }
const name = process.argv[2] ?? version
const target = path.join(import.meta.dirname, '../fixtures/upgrade', name)
const DAY_MS = 24 * 3_600_000
const MINUTE_MS = 60_000
const AGENT = { id: 'agent-1', name: 'Lucía', role: 'agent' as const, languages: ['es' as const] }

const dataDir = mkdtempSync(path.join(tmpdir(), 'escotilla-fixtures-'))
// A Sunday evening at the demo desk, so that the Monday begins with an anchor.
const clock = new ManualClock(Date.UTC(2026, 10, 22, 15))
const desk = await loadDesk(path.join(ROOT, 'desk.yaml'))
const conversations: Record<string, string> = {}
let product: Product

/** Time passes, and the loops of the product have their turn. */
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += MINUTE_MS) {
    clock.advance(Math.min(MINUTE_MS, ms - gone))
    for (let n = 0; n < 2_000; n += 1) await new Promise((resolved) => setImmediate(resolved))
  }
}

/** Somebody who says these things, each after an answer to the one before. */
async function customer(as: string, ...says: string[]): Promise<Customer> {
  // One after the other, so that their places in line follow from it.
  clock.advance(1_000)
  const one = await Customer.arrive(product.url)
  conversations[as] = one.conversationId
  for (const text of says) await say(one, text)
  return one
}

async function say(one: Customer, text: string): Promise<void> {
  const before = (await one.transcript(product.url)).length
  await one.write(text).post(product.url)
  await one.hears(product.url, (lines) => lines.length >= before + 2)
}

const start = (settings: Record<string, string> = {}) =>
  readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...settings })

async function live(): Promise<void> {
  product = await startProduct(start(), { clock })
  const { store } = product
  const deps = { store, desk, ids: randomIds }
  await customer('greeted', 'hola')
  await pass(5 * MINUTE_MS)
  clock.advance(DAY_MS)
  await pass(5 * MINUTE_MS)

  await customer('asked-account', 'quiero cancelar el servicio')
  const cancelled = await customer('cancelled', 'quiero cancelar el servicio', '445566 1234')
  await say(cancelled, 'sí, cancelar')
  await setPresence(deps, AGENT, { status: 'available', capacity: 5 })
  for (const as of ['resolved', 'served', 'scheduled', 'called-back', 'withdrawn', 'waits'])
    await customer(as, 'quiero hablar con una persona')
  const first = await claimNext(deps, AGENT.id, 'claim-1')
  const second = await claimNext(deps, AGENT.id, 'claim-2')
  if (first.outcome !== 'done' || second.outcome !== 'done') throw new Error('nothing to claim')
  await reply(deps, first.case.key, AGENT, { id: 'reply-1', text: 'Ya quedó arreglado' })
  await reply(deps, second.case.key, AGENT, { id: 'reply-2', text: 'Lo reviso ahora' })
  await seen(deps, second.case.key, AGENT, 3)
  const end = { outcome: desk.outcomes[0]?.name ?? '', rootCause: desk.rootCauses[0]?.name ?? '' }
  await resolve(deps, first.case.key, AGENT, end)
  // Both may end in line, behind the others.
  await customer('not-understood', 'xyzzy plugh')
  await upload()
  await chooses('scheduled', 'Prefiero una respuesta escrita')
  await chooses('withdrawn', 'Ya no lo necesito')
  await chooses('called-back', 'Que me llamen')
  // Dialogs of this version set no timers, and no ask was kept outside the store.
  const conversationId = conversations['asked-account'] ?? ''
  const timer = { id: 'timer-1', conversationId, name: 'remind', at: clock.now() + DAY_MS, fired: false }
  const [reserved] = await store.read([recordKey.case('R35-ERV')])
  await store.commit({
    id: randomIds.next(),
    put: [
      timerPut({ key: recordKey.timer(timer.id), version: 0, value: timer }),
      aliasPut(
        { key: recordKey.case('R35-ERV'), version: reserved?.version ?? 0, value: { reserved: true } },
        second.case.key,
      ),
    ],
  })
  await pass(3 * MINUTE_MS)
  await product.stop()
}

/** Presses a button of a customer who came before, by its label; of several windows for a call the first. */
async function chooses(as: string, label: string): Promise<void> {
  const { store } = product
  const id = conversations[as] ?? ''
  const { createIntake } = await import('../../src/turn/intake.ts')
  const { readDuty } = await import('../../src/cases/duty.ts')
  const { createMetrics } = await import('../../src/telemetry.ts')
  const { decodeLine } = await import('../../src/turn/transcript.ts')
  const { logName } = await import('../../src/store/keys.ts')
  const intake = createIntake({
    store,
    clock,
    ids: randomIds,
    desk,
    duty: () => readDuty(store, desk, clock.now()),
    welcome: () => ({ text: '' }),
    metrics: createMetrics(),
  })
  const press = (text: string) => intake.accept(id, { messageId: randomIds.next(), text, attachments: [] })
  await press(label)
  if (as !== 'called-back') return
  const lines = (await store.linesBefore(logName.conversation(id), undefined, 5)).map(decodeLine)
  const offered = lines.findLast((line) => line.kind === 'message' && line.buttons)
  if (offered?.kind === 'message') await press(offered.buttons?.[0]?.label ?? '')
}

async function upload(): Promise<void> {
  const post = (to: string, token?: string, body?: FormData) =>
    fetch(`${product.url}/v3/directline/${to}`, {
      method: 'POST',
      ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
      ...(body ? { body } : {}),
    })
  const { token, conversationId } = (await (await post('tokens/generate')).json()) as {
    token: string
    conversationId: string
  }
  await post('conversations', token)
  const form = new FormData()
  const activity = { type: 'message', from: { id: 'me' }, text: 'mi factura' }
  form.set('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }))
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  form.set('file', new Blob([png], { type: 'image/png' }), 'factura.png')
  const sent = await post(`conversations/${conversationId}/upload?userId=me`, token, form)
  if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`)
  conversations.uploaded = conversationId
  await pass(MINUTE_MS)
}

/** Every key as Redis has it, its values in base64: terms are MessagePack. Changes are forgotten after minutes anyway. */
async function dump(redis: Redis): Promise<Record<string, [string, string[]]>> {
  const keys: Record<string, [string, string[]]> = {}
  for (const key of (await redis.keys('*')).toSorted()) {
    if (key.includes('}:c:')) continue
    const type = await redis.type(key)
    const read = {
      hash: () => redis.callBuffer('HGETALL', key),
      zset: () => redis.callBuffer('ZRANGE', key, '0', '-1', 'WITHSCORES'),
      list: () => redis.callBuffer('LRANGE', key, '0', '-1'),
      string: async () => [await redis.callBuffer('GET', key)],
    }[type]
    if (!read) throw new Error(`${key} is a ${type}`)
    keys[key] = [
      type,
      ((await read()) as unknown[])
        .flat()
        .map((value) => (value instanceof Buffer ? value : Buffer.from(String(value))).toString('base64')),
    ]
  }
  return keys
}

await live()
const packed = path.join(dataDir, 'packed.db')
const db = new DatabaseSync(path.join(dataDir, 'escotilla.db'))
db.exec(`VACUUM INTO '${packed}'`)
const kinds = db
  .prepare(
    "SELECT DISTINCT iif(instr(key, '/') > 0, substr(key, 1, instr(key, '/') - 1), key) AS kind FROM records ORDER BY 1",
  )
  .all() as { kind: string }[]
db.close()

const redis = await startRedis()
const [from, to] = [await openEmbeddedDepot(dataDir), await openRedisDepot(redis.url, 'main')]
await copyStore(from, to)
await Promise.all([from.close(), to.close()])
// The copy is in the form of the scripts; what follows is written by them.
rmSync(path.join(dataDir, 'escotilla.db'))
product = await startProduct(start({ REDIS_URL: redis.url }))
await customer('asked-account-on-redis', 'quiero cancelar el servicio')
await customer('waits-on-redis', 'quiero hablar con una persona')
await until(async () => (await product.store.rank('inputs', 'none')).size === 0, 'the bot has answered')
await product.stop()
const client = new Redis(redis.url)
const keys = await dump(client)
client.disconnect()
await redis.remove()

mkdirSync(target, { recursive: true })
writeFileSync(path.join(target, 'embedded.db.gz'), gzipSync(readFileSync(packed), { level: 9 }))
writeFileSync(path.join(target, 'redis.json.gz'), gzipSync(JSON.stringify(keys), { level: 9 }))
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
const about = { version, commit, at: clock.now(), kinds: kinds.map(({ kind }) => kind), conversations }
writeFileSync(path.join(target, 'about.json'), `${JSON.stringify(about, undefined, 2)}\n`)
rmSync(dataDir, { recursive: true })
process.stdout.write(`${target}: ${about.kinds.join(', ')}\n`)
process.exit(0)
