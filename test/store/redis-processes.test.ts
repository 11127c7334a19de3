import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.ts'
import { type Overrides, type Product, startProduct } from '../../src/main.ts'
import { systemClock } from '../../src/system.ts'
import { Customer } from '../support/direct-line.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

let redis: RedisServer
let dataDir: string
let products: Product[]
beforeEach(async () => {
  redis = await startRedis()
  dataDir = mkdtempSync(path.join(tmpdir(), 'escotilla-redis-'))
  products = []
})
afterEach(async () => {
  await Promise.all(products.map((product) => product.stop()))
  await redis.remove()
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(overrides: Overrides = {}): Promise<Product> {
  const settings = { PORT: '0', DATA_DIR: dataDir, REDIS_URL: redis.url, LOG_LEVEL: 'silent' }
  const product = await startProduct(readConfig(settings), overrides)
  products.push(product)
  return product
}

test('what arrives at one process is answered to a customer who listens at another', async () => {
  const [here, there] = [await start(), await start()]
  const customer = await Customer.arrive(here.url)
  expect(await customer.write('quiero cancelar el servicio').post(here.url)).toBe(200)
  const said = await customer.hears(there.url, (lines) =>
    lines.some((line) => line.includes('número de cuenta')),
  )
  expect(said.filter((line) => line.endsWith('quiero cancelar el servicio'))).toHaveLength(1)
  expect(await customer.write('445566').post(there.url)).toBe(200)
  await customer.hears(here.url, (lines) => lines.at(-1)?.startsWith('bot: ') === true && lines.length > 4)
})

test('an ask at one process is one case that the desk sees at the other', async () => {
  const [here, there] = [await start(), await start()]
  const customer = await Customer.arrive(here.url)
  const ask = customer.write('quiero hablar con una persona')
  expect(await Promise.all([here, there, here, there].map(({ url }) => ask.post(url)))).toEqual([
    200, 200, 200, 200,
  ])
  const { waiting, scheduled } = await queueAt(there.url)
  expect(waiting.length + scheduled.length).toBe(1)
})

test('who asks at a process whose clock is five minutes off keeps the place that is theirs', async () => {
  const off = (ms: number) => ({ clock: { ...systemClock, now: () => systemClock.now() + ms } })
  const [fast, slow] = [await start(off(300_000)), await start(off(-300_000))]
  for (const { url } of [fast, slow, fast]) {
    const customer = await Customer.arrive(url)
    await customer.write('quiero hablar con una persona').post(url)
  }
  const { waiting } = await queueAt(slow.url)
  const times = waiting.map(({ askedAt }) => Date.parse(askedAt)).sort((a, b) => a - b)
  expect(times).toHaveLength(3)
  // They are as far apart as they were asked; what is left of the clocks is a part of a round trip to Redis.
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(60_000)
})

interface Queue {
  waiting: { askedAt: string }[]
  scheduled: unknown[]
}

async function queueAt(url: string): Promise<Queue> {
  const session = await fetch(`${url}/api/agent/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ demo: 'agent-1' }),
  })
  const cookie = session.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  const queue = await fetch(`${url}/api/agent/v1/queue`, { headers: { cookie } })
  return (await queue.json()) as Queue
}

test('a conversation goes on after Redis was killed and came back', async () => {
  const product = await start()
  const customer = await Customer.arrive(product.url)
  await customer.write('quiero cancelar el servicio').post(product.url)
  await customer.hears(product.url, (lines) => lines.some((line) => line.includes('número de cuenta')))
  await redis.kill()
  const waiting = customer.write('445566')
  expect(await waiting.post(product.url)).toBe(503)
  await redis.start()
  let answer: number | 'cut' = 503
  while (answer === 503) answer = await waiting.post(product.url)
  expect(answer).toBe(200)
  const said = await customer.hears(product.url, (lines) => lines.length > 4)
  expect(said.filter((line) => line.endsWith('445566'))).toHaveLength(1)
})
