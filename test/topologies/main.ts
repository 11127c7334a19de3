/**
 * `npm run failover`: the whole product over real Redis servers that stand together, while customers write and ask for
 * people. The server that has the desk is killed, or hangs, in the middle; then what everybody was told is stored is held
 * against what is there.
 *
 *     npm run failover -- --topology sentinel,cluster --seconds 20 --how kill,hang --customers 12 --servers 1,2
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openRedis } from '../../src/store/redis/open.ts'
import { type RedisGroup, startCluster, startSentinels } from '../support/redis-groups.ts'
import { Account } from './account.ts'
import { startServers } from './servers.ts'

const { values } = parseArgs({
  options: {
    topology: { type: 'string', default: 'sentinel,cluster' },
    how: { type: 'string', default: 'kill,hang' },
    seconds: { type: 'string', default: '25' },
    customers: { type: 'string', default: '12' },
    /** Processes that share the desk. */
    servers: { type: 'string', default: '1,2' },
  },
})
const STARTS: Readonly<Record<string, () => Promise<RedisGroup>>> = {
  sentinel: () => startSentinels(2),
  cluster: () => startCluster('escotilla:{main}:w'),
}
/** The server fails after this share of the time. */
const FAILS_AT = 0.2
/** Afterwards everything that was kept elsewhere has so long to come in, milliseconds. */
const SETTLE_MS = 30_000

let isHeld = true
for (const topology of values.topology.split(',')) {
  for (const how of values.how.split(',')) {
    for (const servers of values.servers.split(',')) {
      isHeld = (await tryOut(topology, how, Number(servers))) && isHeld
    }
  }
}
process.stdout.write(isHeld ? 'failover: held\n' : 'failover: not held\n')
process.exitCode = isHeld ? 0 : 1

/** One failover; false when an ask was lost or stands twice. */
async function tryOut(topology: string, how: string, many: number): Promise<boolean> {
  const start = STARTS[topology]
  if (!start) throw new Error(`no such topology: ${topology}`)
  const group = await start()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'escotilla-failover-'))
  const settings = { DATA_DIR: dataDir, REDIS_URL: group.url, LOG_LEVEL: 'silent' }
  const servers = await startServers(many, settings)
  const store = await openRedis({ url: group.url, desk: 'main' })
  try {
    const accounts = await Promise.all(
      Array.from({ length: Number(values.customers) }, () => Account.open(servers.urls)),
    )
    const seconds = Number(values.seconds)
    const over = performance.now() + seconds * 1_000
    const talking = Promise.all(accounts.map((account) => account.talk(() => performance.now() < over)))
    await pause(seconds * FAILS_AT * 1_000)
    const failed = await group.primary()
    const at = performance.now()
    if (how === 'kill') await failed.kill()
    else failed.pause()
    await group.another(failed)
    const chosenMs = performance.now() - at
    await talking
    const sums = { messages: 0, lost: 0, asks: 0, kept: 0, lostAsks: 0, doubles: 0 }
    const end = performance.now() + SETTLE_MS
    const verdicts = await Promise.all(accounts.map((account) => account.settle(store, end)))
    for (const verdict of verdicts) {
      for (const [name, count] of Object.entries(verdict)) sums[name as keyof typeof sums] += count
    }
    const acks = accounts.flatMap((account) => account.acked).toSorted((a, b) => a - b)
    const gap = Math.max(...acks.map((ms, n) => ms - (acks[n - 1] ?? ms)))
    process.stdout.write(
      `${topology}, ${how}, ${many === 1 ? 'one server' : `${many} servers`}: ${sums.messages} messages acknowledged, ${sums.lost} lost; ${sums.asks} asks, ${sums.kept} of them kept on the disk, ${sums.lostAsks} lost; ${sums.doubles} twice; another server after ${Math.round(chosenMs)} ms, nothing acknowledged for ${Math.round(gap)} ms\n`,
    )
    return sums.lostAsks === 0 && sums.doubles === 0
  } finally {
    await servers.stop()
    await store.close()
    await group.remove()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
