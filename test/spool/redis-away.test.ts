import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createCaseLinks } from '../../src/cases/case-link.ts'
import { readConfig } from '../../src/config.ts'
import type { CaseView, QueueView, SearchView } from '../../src/http/wire.ts'
import { type Product, startProduct } from '../../src/main.ts'
import { Customer } from '../support/direct-line.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { until } from '../support/until.ts'

const SECRET = 'a secret of this test alone'
let redis: RedisServer
let folders: string[]
let running: Set<Product>
beforeAll(async () => {
  redis = await startRedis()
  folders = [1, 2].map(() => mkdtempSync(path.join(tmpdir(), 'escotilla-away-')))
  // As SESSION_SECRET is in production: what one process signs, the other reads.
  for (const folder of folders) writeFileSync(path.join(folder, 'session-secret'), SECRET)
  running = new Set()
})
afterAll(async () => {
  await Promise.all([...running].map((product) => product.stop()))
  await redis.remove()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function start(folder = ''): Promise<Product> {
  const product = await startProduct(
    readConfig({ PORT: '0', DATA_DIR: folder, REDIS_URL: redis.url, LOG_LEVEL: 'silent' }),
  )
  running.add(product)
  return product
}

async function stop(product: Product): Promise<void> {
  running.delete(product)
  await product.stop()
}

async function asSupervisor(url: string): Promise<<T>(path: string) => Promise<T>> {
  const session = await fetch(`${url}/api/agent/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ demo: 'supervisor-1' }),
  })
  const cookie = session.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  return async <T>(place: string) => {
    const answer = await fetch(`${url}/api/agent/v1${place}`, { headers: { cookie } })
    return (await answer.json()) as T
  }
}

test('while Redis is away only an ask is taken; it becomes one case, also after a restart, known by each key that was given', async () => {
  const [here, there] = [await start(folders[0]), await start(folders[1])]
  const customer = await Customer.arrive(here.url)
  await redis.kill()

  const order = customer.write('¿dónde está mi pedido?')
  expect(await order.answer(here.url)).toMatchObject({ status: 503, body: { error: { code: 'not-stored' } } })
  const ask = customer.write('quiero hablar con una persona')
  const first = await ask.answer(here.url)
  expect(first).toMatchObject({ status: 200, body: { escotilla: { kept: true } } })
  const { caseKey = '', text = '' } = first.body.escotilla ?? {}
  expect(caseKey).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/)
  expect(text).toContain(`guardada con el número ${caseKey}`)
  expect((await ask.answer(here.url)).body.escotilla?.caseKey).toBe(caseKey)
  // The same message, sent again to another process: it can't know.
  const elsewhere = (await ask.answer(there.url)).body.escotilla?.caseKey ?? ''
  expect(elsewhere).not.toBe(caseKey)

  await stop(here)
  await redis.start()
  const again = await start(folders[0])
  const said = await customer.hears(again.url, (lines) => lines.some((line) => line.includes('número')))
  expect(said.filter((line) => line.startsWith('customer: '))).toEqual([
    'customer: quiero hablar con una persona',
  ])
  const read = await asSupervisor(again.url)
  const { waiting, scheduled } = await read<QueueView>('/queue')
  expect([...waiting, ...scheduled]).toHaveLength(1)
  const own = [...waiting, ...scheduled][0]?.key ?? ''
  expect([caseKey, elsewhere]).toContain(own)
  const links = createCaseLinks([SECRET])
  for (const key of [caseKey, elsewhere]) {
    await until(
      async () => (await read<CaseView>(`/cases/${key}`)).key === own,
      `${key} leads to the case ${own}`,
    )
    const found = await read<SearchView>(`/search?q=${key.toLowerCase().replace('-', '')}`)
    expect(found.results.map((one) => one.key)).toEqual([own])
    const page = await fetch(`${again.url}${links.make({ case: key }, again.store.now()).path}`)
    expect(await page.text()).toContain(own)
  }
  // Who comes for the first time, and comes back, while Redis is away may ask as well.
  await redis.kill()
  const newcomer = await Customer.arrive(again.url)
  expect((await newcomer.write('una persona, por favor').answer(again.url)).body.escotilla?.kept).toBe(true)
  await redis.start()
  await newcomer.hears(again.url, (lines) => lines.some((line) => line.includes('número')))
  // A Redis that holds still: the ask is not made to wait for it, and is one case when it goes on.
  const patient = await Customer.arrive(again.url)
  redis.pause()
  const began = performance.now()
  const slow = await patient.write('necesito hablar con alguien').answer(again.url)
  expect(slow.body.escotilla?.kept).toBe(true)
  expect(performance.now() - began).toBeLessThan(5_000)
  redis.goOn()
  await patient.hears(again.url, (lines) => lines.some((line) => line.includes('número')))
  await until(
    async () =>
      (await read<CaseView>(`/cases/${slow.body.escotilla?.caseKey}`)).asked ===
      'necesito hablar con alguien',
    'its key leads to its case',
  )
  const line = await read<QueueView>('/queue')
  expect(line.waiting.length + line.scheduled.length).toBe(3)
  // What was refused is sent again by the widget, and comes behind.
  expect((await order.answer(again.url)).status).toBe(200)
})
