import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { Customer } from '../support/direct-line.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'

// Two real processes a test: on a busy machine they take their time.
jest.setTimeout(120_000)

let dataDir: string
const servers: ServerProcess[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'escotilla-'))
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

async function start(failpoint = ''): Promise<ServerProcess> {
  const server = await startServer(dataDir, { failpoint })
  servers.push(server)
  return server
}

const fromBot = (said: string[]): string[] => said.slice(1).filter((line) => line.startsWith('bot:'))
const fromSystem = (said: string[]): string[] => said.filter((line) => line.startsWith('system:'))

test.each(['after-intake', 'after-take', 'before-turn-commit', 'after-turn-commit'])(
  'killed %s and started again, the customer is answered exactly once',
  async (failpoint) => {
    const doomed = await start(failpoint)
    const customer = await Customer.arrive(doomed.url)
    const hello = customer.write('hola')
    const first = await hello.post(doomed.url)
    expect(await doomed.gone).toBe('SIGKILL')

    const again = await start()
    // A client that heard nothing sends again; one that was acknowledged does not.
    if (first !== 200) expect(await hello.post(again.url)).toBe(200)
    await customer.hears(again.url, (said) => fromBot(said).length > 0)
    // A second message is answered after anything the first one still has coming.
    expect(await customer.write('gracias').post(again.url)).toBe(200)
    const said = await customer.hears(again.url, (lines) => fromBot(lines).length > 1)
    expect(fromBot(said)).toHaveLength(2)
    expect(said.filter((line) => line === 'customer: hola')).toHaveLength(1)
  },
)

test('killed after storing an ask, the customer stands in line exactly once', async () => {
  const doomed = await start('after-intake')
  const customer = await Customer.arrive(doomed.url)
  const ask = customer.write('quiero hablar con una persona')
  expect(await ask.post(doomed.url)).toBe('cut')
  expect(await doomed.gone).toBe('SIGKILL')

  const again = await start()
  expect(await ask.post(again.url)).toBe(200)
  const said = await customer.hears(again.url, (lines) => fromSystem(lines).length > 0)
  expect(fromSystem(said)).toHaveLength(1)
  expect(said.filter((line) => line.startsWith('customer:'))).toEqual([
    'customer: quiero hablar con una persona',
  ])
})

test('SIGTERM ends the server by itself, cleanly', async () => {
  const server = await start()
  const customer = await Customer.arrive(server.url)
  expect(await customer.write('hola').post(server.url)).toBe(200)
  server.child.kill('SIGTERM')
  expect(await server.gone).toBeNull()
  expect(server.child.exitCode).toBe(0)
})
