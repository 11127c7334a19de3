import type { Redis } from 'ioredis'
import type { Depot, Row } from '../copy/rows.ts'
import { open } from './opening.ts'

const SCANNED_AT_ONCE = 1_000
/** Outside ids are remembered for so long, milliseconds; see commit.lua. */
const OUTSIDE_MEMORY_MS = 8 * 24 * 3_600_000
const WRITTEN_AT_ONCE = 500

/** A record with its terms, in the form that commit.lua reads. ARGV: key, version, schema, body, (index, score)… */
const WRITE_RECORD = `
redis.call('HSET', KEYS[1] .. 'r:' .. ARGV[1], 'v', ARGV[2], 's', ARGV[3], 'b', ARGV[4])
local terms = {}
for n = 5, #ARGV, 2 do
  terms[#terms + 1] = ARGV[n]
  terms[#terms + 1] = ARGV[n + 1]
  redis.call('ZADD', KEYS[1] .. 'x:' .. ARGV[n], ARGV[n + 1], ARGV[1])
  redis.call('ZADD', KEYS[1] .. 'f:' .. ARGV[n], ARGV[n + 1], ARGV[1])
end
if #terms > 0 then redis.call('HSET', KEYS[1] .. 'r:' .. ARGV[1], 't', cmsgpack.pack(terms)) end`

/**
 * A desk's store in Redis, to be copied from or to. It looks through all keys, which no server ever does. Keys are told
 * at the head of lua/shared.lua.
 */
export function openRedisDepot(url: string, desk: string): Promise<Depot> {
  return open({ url, desk }, async (opening) => {
    const redis = opening.line()
    await redis.connect()
    return {
      rows: () => readRows(redis, opening.prefix),
      write: (rows) => writeRows(redis, opening.prefix, rows),
      close: () => Promise.resolve(opening.end()),
    }
  })
}

async function* namesOf(redis: Redis, prefix: string, kind: string): AsyncGenerator<string> {
  const start = `${prefix}${kind}:`
  const found = new Set<string>()
  // Braces mean themselves in a pattern; brackets, which would not, are percent-encoded in names.
  for await (const keys of redis.scanStream({ match: `${start}*`, count: SCANNED_AT_ONCE })) {
    // A scan may name a key twice.
    for (const key of keys as string[]) found.add(key.slice(start.length))
  }
  yield* found
}

async function* readRows(redis: Redis, prefix: string): AsyncGenerator<Row> {
  const terms = new Map<string, [string, number][]>()
  const waiting: { log: string; index: string }[] = []
  for await (const index of namesOf(redis, prefix, 'x')) {
    const members = await redis.zrange(`${prefix}x:${index}`, '0', '-1', 'WITHSCORES')
    for (let n = 0; n < members.length; n += 2) {
      const member = members[n] ?? ''
      if ((await redis.exists(`${prefix}p:${index.length}:${index}${member}`)) === 1)
        waiting.push({ log: member, index })
      else terms.set(member, [...(terms.get(member) ?? []), [index, Number(members[n + 1])]])
    }
  }
  for await (const key of namesOf(redis, prefix, 'r')) {
    const [v, s, body] = await redis.hmget(`${prefix}r:${key}`, 'v', 's', 'b')
    yield {
      kind: 'record',
      key,
      version: Number(v),
      schema: Number(s),
      body: body ?? '',
      terms: terms.get(key) ?? [],
    }
  }
  for await (const log of namesOf(redis, prefix, 'l')) {
    const all = await redis.hgetall(`${prefix}l:${log}`)
    const first = Number(all.f ?? 1)
    for (let seq = first; seq <= Number(all.n ?? 0); seq += 1) {
      const text = all[seq] ?? ''
      const space = text.indexOf(' ')
      yield { kind: 'line', log, seq, at: Number(text.slice(0, space)), body: text.slice(space + 1) }
    }
    for (const [field, upTo] of Object.entries(all)) {
      if (field.startsWith('u:')) yield { kind: 'consumed', log, index: field.slice(2), upTo: Number(upTo) }
    }
  }
  for (const { log, index } of waiting) {
    for (const entry of await redis.lrange(`${prefix}p:${index.length}:${index}${log}`, 0, -1)) {
      const [seq, at] = entry.split(' ')
      yield { kind: 'waiting', log, index, seq: Number(seq), at: Number(at) }
    }
  }
  for await (const name of namesOf(redis, prefix, 'u')) {
    yield { kind: 'unique', name, owner: (await redis.get(`${prefix}u:${name}`)) ?? '' }
  }
  for await (const id of namesOf(redis, prefix, 'o')) {
    const [, at, seq, log] = /^(\d+) (\d+) (.*)$/.exec((await redis.get(`${prefix}o:${id}`)) ?? '') ?? []
    if (log !== undefined) yield { kind: 'seen', id, at: Number(at), log, seq: Number(seq) }
  }
}

async function writeRows(redis: Redis, prefix: string, rows: AsyncIterable<Row>): Promise<void> {
  let pipeline = redis.pipeline()
  const flush = async (): Promise<void> => {
    for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error
    pipeline = redis.pipeline()
  }
  for await (const row of rows) {
    switch (row.kind) {
      case 'record':
        pipeline.eval(
          WRITE_RECORD,
          1,
          prefix,
          row.key,
          row.version,
          row.schema,
          row.body,
          ...row.terms.flat(),
        )
        break
      case 'line': {
        const name = `${prefix}l:${row.log}`
        pipeline.hset(name, String(row.seq), `${row.at} ${row.body}`, 'n', row.seq)
        // The first that comes is the first that was kept.
        if (row.seq > 1) pipeline.hsetnx(name, 'f', row.seq)
        else pipeline.hset(name, 'f', 1)
        break
      }
      case 'consumed':
        pipeline.hset(`${prefix}l:${row.log}`, `u:${row.index}`, row.upTo)
        break
      case 'waiting':
        pipeline.rpush(`${prefix}p:${row.index.length}:${row.index}${row.log}`, `${row.seq} ${row.at}`)
        // By the oldest, which comes first.
        for (const kind of ['x', 'f']) pipeline.zadd(`${prefix}${kind}:${row.index}`, 'NX', row.at, row.log)
        break
      case 'unique':
        pipeline.set(`${prefix}u:${row.name}`, row.owner)
        break
      case 'seen':
        pipeline.set(`${prefix}o:${row.id}`, `${row.at} ${row.seq} ${row.log}`, 'PX', OUTSIDE_MEMORY_MS)
    }
    if (pipeline.length >= WRITTEN_AT_ONCE) await flush()
  }
  await flush()
}
