import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readConfig } from '../src/config.ts'
import { type Product, startProduct } from '../src/main.ts'
import { Customer } from './support/direct-line.ts'
import { GraphApi } from './support/graph-api.ts'
import { ManualClock } from './support/manual-clock.ts'
import { until } from './support/until.ts'
import { Phone, postFrom } from './support/whatsapp-phone.ts'
import { answering } from './turn/house.ts'

let dataDir: string
let product: Product | undefined
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'escotilla-main-'))
})
afterEach(async () => {
  await product?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('stopping waits for a company that does not answer no longer than it may', async () => {
  const clock = new ManualClock()
  let called = 0
  product = await startProduct(readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    clock,
    business: {
      kind: 'sandbox',
      call() {
        called += 1
        return new Promise(() => {})
      },
    },
    turn: (turn) => ({
      ...answering(turn),
      next: { kind: 'call', id: turn.seed, verb: 'check-line', args: {}, trying: '…', limitMs: 60_000 },
    }),
  })
  const customer = await Customer.arrive(product.url)
  await customer.write('busque').post(product.url)
  await until(() => called === 1, 'the company was called')
  let isStopped = false
  void product.stop().then(() => {
    isStopped = true
  })
  const asked = clock.now()
  await until(() => {
    if (clock.now() - asked < 10_000) clock.advance(100)
    return isStopped
  }, 'the product stopped')
})

test('with WhatsApp configured a customer is greeted and put in line there; without it there is no such address', async () => {
  const api = await GraphApi.open()
  const settings = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  try {
    product = await startProduct({ ...settings, whatsapp: api.settings })
    const { url } = product
    const ana = new Phone('573001112233')
    expect(await postFrom(url, api, ana, ana.text('quiero hablar con una persona'))).toBe(200)
    await until(() => api.to(ana.number).length === 2, 'greeting and receipt are on the phone')
    const [greeting, receipt] = api.to(ana.number)
    expect(greeting?.text).toContain('asistente automático')
    expect(receipt?.choices.length).toBeGreaterThan(1)
    expect(api.faults).toEqual([])
  } finally {
    await api.close()
  }
})

test('a taken port ends the start with nothing left running: the data is free for the next one', async () => {
  product = await startProduct(readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  expect((await fetch(`${product.url}/webhooks/whatsapp`)).status).toBe(404)
  const port = new URL(product.url).port
  const other = mkdtempSync(path.join(tmpdir(), 'escotilla-main-'))
  const settings = { PORT: port, DATA_DIR: other, LOG_LEVEL: 'silent' }
  await expect(startProduct(readConfig(settings))).rejects.toMatchObject({ code: 'port-taken' })
  const second = await startProduct(readConfig({ ...settings, PORT: '0' }))
  await second.stop()
  rmSync(other, { recursive: true, force: true })
})
