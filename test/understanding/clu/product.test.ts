import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import pino from 'pino'
import { readConfig } from '../../../src/config.ts'
import { type Product, startProduct } from '../../../src/main.ts'
import { Customer } from '../../support/direct-line.ts'
import { answerOf, CluServer, predicting } from './clu-server.ts'

const KEY = 'key-of-the-language-resource'
/** Nothing that the local recogniser could know. */
const UNHEARD_OF = 'zarandaja perifollo cachivache'

let clu: CluServer
let dataDir: string
let product: Product | undefined
let logged = ''
beforeEach(async () => {
  clu = await CluServer.open()
  dataDir = mkdtempSync(path.join(tmpdir(), 'escotilla-clu-'))
  logged = ''
})
afterEach(async () => {
  await product?.stop()
  await clu.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(): Promise<string> {
  const demo = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'trace' })
  const service = {
    endpoint: clu.url,
    key: KEY,
    project: 'help-desk',
    deployment: 'production',
    timeoutMs: 700,
  }
  const logger = pino(
    { level: 'trace' },
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        logged += chunk.toString('utf8')
        done()
      },
    }),
  )
  product = await startProduct({ ...demo, clu: service }, { logger })
  return product.url
}

async function metrics(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text()
}

test('what only CLU understands starts the dialog that it names', async () => {
  clu.says(200, predicting(['cancel-service', 0.93], ['None', 0.02]))
  const url = await start()
  const customer = await Customer.arrive(url)
  await customer.write(UNHEARD_OF).post(url)
  await customer.hears(url, (said) => said.some((line) => /^bot: .*cancelar su servicio/.test(line)))
  expect(await metrics(url)).toContain('escotilla_readings_total{won="clu"} 1')
})

test('when CLU and the local recogniser disagree, the log names both intents and who won, and no words', async () => {
  clu.says(200, predicting(['cancel-visit', 0.93], ['None', 0.02]))
  const url = await start()
  const customer = await Customer.arrive(url)
  await customer.write('quiero ver mi factura').post(url)
  await customer.hears(url, (said) => said.some((line) => /^bot: .*cancelar la visita/.test(line)))
  expect(await metrics(url)).toContain('escotilla_reading_disagreements_total{won="clu"} 1')
  expect(logged).toMatch(/"won":"clu","clu":"cancel-visit","local":"invoice"/)
  expect(logged).not.toContain('quiero ver mi factura')
})

test('with a wrong key customers are read locally; the operator is told, and the key is in no log', async () => {
  clu.says(401, answerOf('error-401'))
  const url = await start()
  const customer = await Customer.arrive(url)
  await customer.write('quiero cancelar el servicio').post(url)
  await customer.hears(url, (said) => said.some((line) => /^bot: .*cancelar su servicio/.test(line)))
  expect(await (await fetch(`${url}/readyz`)).text()).toMatch(/CLU_KEY/)
  expect(await metrics(url)).toMatch(/escotilla_clu_failures_total\{why="refused"\} 1/)
  expect(logged).toMatch(/CLU does not accept the key/)
  expect(logged).not.toContain(KEY)
  expect(logged).not.toContain('quiero cancelar')
})

test('a message that asks for a person reaches one however slow CLU is', async () => {
  clu.answer = () => undefined
  const url = await start()
  const customer = await Customer.arrive(url)
  await customer.write('quiero hablar con una persona').post(url)
  await customer.hears(url, (said) => said.some((line) => line.startsWith('system: ')))
  expect(clu.asked).toEqual([])
})
