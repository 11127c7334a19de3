import tls from 'node:tls'
import { afterEach, expect, test } from '@jest/globals'
import type { Clock } from '../../src/clock.ts'
import { masterBySentinels } from '../../src/store/redis/moving.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Change, Store } from '../../src/store/store.ts'
import { Line } from '../chaos/line.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { startCluster, startSentinels, startTls, tell } from '../support/redis-groups.ts'
import { startRedis } from '../support/redis-server.ts'
import { until } from '../support/until.ts'

const after: (() => unknown)[] = []
afterEach(async () => {
  for (const undo of after.splice(0).reverse()) await undo()
})

async function opened(url: string, sleep?: Clock['sleep']): Promise<Store> {
  const store = await openRedis({ url, desk: 'main', ...(sleep ? { sleep } : {}) })
  after.push(() => store.close())
  return store
}

function trust(authority: string): void {
  const authorities = tls.getCACertificates('default')
  tls.setDefaultCACertificates([...authorities, authority])
  after.push(() => tls.setDefaultCACertificates(authorities))
}

function change(id: string, more: Partial<Change> = {}): Change {
  return { id, append: [{ log: 'l', body: id, once: `once-${id}` }], ...more }
}

test('over TLS, with a password and an authority of one’s own', async () => {
  const server = await startTls('a pass/word')
  after.push(server.remove)
  await expect(openRedis({ url: server.url, desk: 'main' })).rejects.toThrow(/self-signed|unable to/)
  trust(server.ca)
  expect(await (await opened(server.url)).commit(change('a'))).toMatchObject({ outcome: 'committed' })
  const wrong = server.url.replace('word', 'another')
  await expect(openRedis({ url: wrong, desk: 'main' })).rejects.toThrow('WRONGPASS')
})

test('a line on which TLS finds two faults ends no process: the store’s own, and one by which it is asked where the desk is', async () => {
  const server = await startTls('secret')
  after.push(server.remove)
  trust(server.ca)
  const line = await Line.open(server.port)
  after.push(() => line.close())
  const store = await opened(server.url.replace(`${server.port}`, `${line.port}`))
  const find = masterBySentinels([{ host: '127.0.0.1', port: line.port }], 'desk', {
    tls: {},
    password: 'secret',
  })
  // Of these ioredis hears the first: what nobody can read, then the end.
  line.fault = { kind: 'garbled' }
  expect(await tried(store, change('b'))).toBe('away')
  await expect(find()).rejects.toThrow('nobody tells which server has the desk: ')
  line.fault = undefined
  await until(async () => (await tried(store, change('c'))) === 'committed', 'it is connected again')
  // It is asked, and is no Sentinel.
  await expect(find()).rejects.toThrow('unknown command')
})

test('a cluster’s node that has the desk is found, from any node, and again when another has it', async () => {
  const group = await startCluster('escotilla:{main}:w', { primaries: 1, replicas: 1 })
  after.push(group.remove)
  const store = await opened(group.url)
  expect(await store.commit(change('a'))).toMatchObject({ outcome: 'committed', seqs: [1] })
  const told = new Promise((resolve) => store.watch(['l'], resolve))
  const before = await group.primary()
  const replica = Number(/redis\+cluster:\/\/.*:(\d+)$/.exec(group.url)?.[1])
  await tell(replica, ['CLUSTER', 'FAILOVER'])
  expect((await group.another(before)).port).toBe(replica)
  await until(async () => (await tried(store, change('b'))) === 'committed', 'the other one takes it')
  expect((await store.lines('l', 0, 9)).map(({ body }) => body)).toEqual(['a', 'b'])
  expect(await told).toBe('l')
  expect(await store.health()).toMatchObject({ ok: true, durable: true })
})

test('Sentinels are asked which server it is, and a start in the middle of a failover waits for one', async () => {
  const group = await startSentinels(0, { sentinels: 1 })
  after.push(group.remove)
  const url = group.url.replace('//', '//127.0.0.1:1,')
  expect(await (await opened(url)).commit(change('a'))).toMatchObject({ outcome: 'committed' })
  const master = await group.primary()
  await master.kill()
  const meanwhile = opened(url)
  await master.start()
  expect(await (await meanwhile).commit(change('b'))).toMatchObject({ outcome: 'committed', seqs: [2] })
})

test('what no failover may lose is acknowledged when a replica has it, or when there is none', async () => {
  const [server, replica] = await Promise.all([startRedis(['repl-diskless-sync-delay', '0']), startRedis()])
  after.push(server.remove, replica.remove)
  const clock = new ManualClock()
  const early = await opened(server.url, (ms, signal) => clock.sleep(ms, signal))
  await tell(replica.port, ['REPLICAOF', '127.0.0.1', String(server.port)])
  await until(
    async () => String(await tell(server.port, ['INFO', 'replication'])).includes('state=online'),
    'the replica follows',
  )
  const store = await opened(server.url)
  expect(await store.commit(change('a', { replicated: true }))).toMatchObject({ outcome: 'committed' })
  expect(await tell(replica.port, ['EXISTS', 'escotilla:{main}:c:a'])).toBe(1)
  replica.pause()
  const [waits, goesOn, triedTo] = await Promise.allSettled([
    store.commit(change('b', { replicated: true })),
    store.commit(change('c')),
    store.commit(change('behind', { behind: 'l' })),
  ])
  expect(triedTo).toMatchObject({ status: 'fulfilled', value: { outcome: 'committed' } })
  expect(waits).toMatchObject({ status: 'rejected', reason: { code: 'store-away' } })
  expect(goesOn).toMatchObject({ status: 'fulfilled', value: { outcome: 'committed' } })
  // Whoever was there before the replica looks for one from time to time.
  expect(await early.commit(change('early', { replicated: true }))).toMatchObject({ outcome: 'committed' })
  clock.advance(5_000)
  let asks = 0
  await until(async () => {
    asks += 1
    return (await tried(early, change(`early-${asks}`, { replicated: true }))) === 'away'
  }, 'it has looked')
  replica.goOn()
  expect(await store.commit(change('b', { replicated: true }))).toMatchObject({ outcome: 'already' })
  // The same message as a new change: it is there, and a replica has it by now.
  expect(
    await store.commit(change('d', { replicated: true, append: change('b').append ?? [] })),
  ).toMatchObject({ outcome: 'duplicate' })
  // What somebody is told follows lines that a replica has.
  await tell(server.port, ['DEL', 'escotilla:{main}:w'])
  await store.commit(change('follows', { behind: 'l' }))
  expect(await tell(replica.port, ['GET', 'escotilla:{main}:w'])).toBe('1')
  await replica.kill()
  expect(await store.commit(change('e', { replicated: true }))).toMatchObject({ outcome: 'committed' })
})

async function tried(store: Store, wanted: Change): Promise<string> {
  try {
    return (await store.commit(wanted)).outcome
  } catch {
    return 'away'
  }
}
