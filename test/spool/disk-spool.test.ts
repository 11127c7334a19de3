import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openDiskSpool } from '../../src/spool/disk-spool.ts'
import type { NewSpooledAsk, Spool, SpooledAsk } from '../../src/turn/spool.ts'
import { countingIds } from '../support/manual-clock.ts'

let folder: string
let opened: Spool[]
let damaged: string[]
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'escotilla-spool-'))
  opened = []
  damaged = []
})
afterEach(() => {
  for (const spool of opened) spool.close()
  rmSync(folder, { recursive: true, force: true })
})

function open(options: { limitBytes?: number; folder?: string } = {}): Spool {
  const onDamaged = (what: string): void => void damaged.push(what)
  const spool = openDiskSpool({ folder, ids: countingIds(), onDamaged, ...options })
  opened.push(spool)
  return spool
}

function close(spool: Spool): void {
  spool.close()
  opened = opened.filter((one) => one !== spool)
}

function ask(n: number, text = 'quiero hablar con una persona'): NewSpooledAsk {
  return {
    conversation: { id: `c${n % 2}`, channel: 'web', outsideId: 'u', address: { a: [] }, language: 'es' },
    inbound: { messageId: `m${n}`, text, attachments: [] },
    askedAt: n,
  }
}

function keep(spool: Spool, n: number, text?: string): SpooledAsk {
  const kept = spool.keep(ask(n, text))
  if (kept === 'full') throw new Error('full')
  return kept
}

test('what was kept is there after a restart, in order, under the keys that customers were given', () => {
  const spool = open()
  spool.addKeys(['K7M-4QX', 'QQQ-222'])
  const kept = [1, 2, 3].map((n) => keep(spool, n))
  expect(new Set(kept.map(({ caseKey }) => caseKey))).toHaveProperty('size', 3)
  expect(
    kept
      .slice(0, 2)
      .map(({ caseKey }) => caseKey)
      .sort(),
  ).toEqual(['K7M-4QX', 'QQQ-222'])
  expect(spool.keys).toBe(0)
  close(spool)
  const again = open()
  expect(again.waiting()).toEqual(kept)
  for (const one of kept) again.done(one)
  expect([again.size, again.holds('c1')]).toEqual([0, false])
})

test('the same message again has the receipt that it had', () => {
  const spool = open()
  const first = keep(spool, 1)
  expect(keep(spool, 1)).toEqual(first)
  expect(spool.size).toBe(1)
})

test('a card number is not written to this disk either', () => {
  const spool = open()
  keep(spool, 1, 'quiero una persona, mi tarjeta es 4111 1111 1111 1111')
  expect(spool.waiting()[0]?.inbound.text).toBe('quiero una persona, mi tarjeta es •••• 1111')
})

test('a full disk refuses, keeps nothing of what it refused, and serves again when there is room', () => {
  const spool = open({ limitBytes: 200_000 })
  spool.addKeys(['K7M-4QX'])
  let kept = 0
  while (spool.keep(ask(kept, 'x'.repeat(3_000))) !== 'full') kept += 1
  expect(kept).toBeGreaterThan(10)
  expect(spool.size).toBe(kept)
  for (const one of spool.waiting().slice(0, 5)) spool.done(one)
  expect(spool.keep(ask(1_000))).not.toBe('full')
  expect(spool.waiting().at(-1)?.askedAt).toBe(1_000)
})

test('after kill -9 all that was acknowledged is there', async () => {
  const script = path.join(import.meta.dirname, 'keep-asks.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === 50) break
  }
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  const found = open()
    .waiting()
    .map((one) => `${one.askedAt} ${one.caseKey}`)
  expect(found.slice(0, said.length)).toEqual(said)
})

test('a last record that was cut short is skipped, and the ones before it are there', () => {
  const spool = open()
  const [first, second] = [1, 2, 3].map((n) => keep(spool, n))
  // As a crash leaves it: the files as they are now, the last write not whole.
  const crashed = mkdtempSync(path.join(tmpdir(), 'escotilla-spool-'))
  cpSync(folder, crashed, { recursive: true })
  const log = path.join(crashed, 'spool-1.db-wal')
  truncateSync(log, statSync(log).size - 100)
  const after = openDiskSpool({ folder: crashed, ids: countingIds() })
  expect(after.waiting()).toEqual([first, second])
  keep(after, 4)
  expect(after.size).toBe(3)
  after.close()
  rmSync(crashed, { recursive: true })
})

test('two processes keep apart, and one takes over what another left behind', () => {
  const [here, there] = [open(), open()]
  const kept = keep(there, 1)
  keep(here, 2)
  expect(here.adopt()).toEqual([])
  close(there)
  expect(here.adopt()).toMatchObject([{ caseKey: kept.caseKey, askedAt: 1 }])
  expect(here.waiting().map(({ askedAt }) => askedAt)).toEqual([2, 1])
  expect(here.adopt()).toEqual([])
  expect(open().size).toBe(0)
})

test('of a message that two processes have kept each receipt stays good: the second is taken over when the first is stored', () => {
  const [here, there] = [open(), open()]
  here.addKeys(['K7M-4QX'])
  there.addKeys(['QQQ-222'])
  const own = keep(here, 1)
  keep(there, 1)
  close(there)
  expect(here.adopt()).toEqual([])
  expect(here.waiting()).toMatchObject([{ caseKey: 'K7M-4QX' }])
  here.done(own)
  expect(here.adopt()).toMatchObject([{ caseKey: 'QQQ-222', askedAt: 1 }])
  expect(here.waiting()).toMatchObject([{ caseKey: 'QQQ-222' }])
})

test('a file that can not be read is put aside, and asks are kept all the same', () => {
  writeFileSync(
    path.join(folder, 'spool-1.db'),
    'this is no database, and long enough to be told apart'.repeat(50),
  )
  keep(open(), 1)
  expect(damaged).toHaveLength(1)
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1)
})
