import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import type { Store } from '../../src/store/store.ts'
import { ManualClock } from '../support/manual-clock.ts'

let root: string
const clock = new ManualClock()
const opened: Store[] = []

function open(name: string): Store {
  const store = openEmbedded({ folder: join(root, name), clock })
  opened.push(store)
  return store
}

/** What a crash at this moment would leave behind. */
function crash(from: string, to: string): void {
  cpSync(join(root, from), join(root, to), { recursive: true })
}

const journalOf = (name: string): string => join(root, name, 'escotilla.journal')
const say = (store: Store, n: number) =>
  store.commit({ id: `change-${n}`, append: [{ log: 'l', body: `said ${n}`, wake: 'inputs' }] })
const saidIn = async (store: Store): Promise<string[]> =>
  (await store.lines('l', 0, 1_000)).map(({ body }) => body)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'escotilla-journal-'))
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()))
  rmSync(root, { recursive: true })
})

describe('what was acknowledged is found again', () => {
  test('although the database never ended a transaction', async () => {
    const store = open('a')
    for (let n = 1; n <= 3; n += 1) await say(store, n)
    crash('a', 'b')
    const again = open('b')
    expect(await saidIn(again)).toEqual(['said 1', 'said 2', 'said 3'])
    expect(await say(again, 3)).toEqual({ outcome: 'already', seqs: [3] })
  })

  test('after several crashes one after another, each thing once', async () => {
    let store = open('0')
    for (let crashes = 1; crashes <= 4; crashes += 1) {
      await say(store, crashes)
      crash(`${crashes - 1}`, `${crashes}`)
      store = open(`${crashes}`)
    }
    expect(await saidIn(store)).toEqual(['said 1', 'said 2', 'said 3', 'said 4'])
  })

  test('with its times, its takings and what was put back', async () => {
    const store = open('a')
    await say(store, 1)
    const at = (await store.lines('l', 0, 1))[0]?.at
    const options = { by: 'w', upTo: Number.MAX_SAFE_INTEGER, n: 5, leaseMs: 1_000 }
    const [taken] = await store.take(['inputs'], options)
    if (taken) await store.yield(taken, store.now() + 60_000)
    crash('a', 'b')
    clock.advance(30_000)
    const again = open('b')
    expect((await again.lines('l', 0, 1))[0]?.at).toBe(at)
    expect(await again.take(['inputs'], options)).toEqual([])
    clock.advance(30_000)
    expect(await again.take(['inputs'], options)).toMatchObject([{ member: 'l', attempts: 2 }])
  })

  test('when much was written between two crashes, so that transactions ended in between', async () => {
    const store = open('a')
    const body = 'x'.repeat(20_000)
    for (let n = 0; n < 150; n += 1) await store.commit({ id: `${n}`, append: [{ log: 'l', body }] })
    crash('a', 'b')
    expect(await open('b').lines('l', 0, 1_000)).toHaveLength(150)
  })
})

describe('what was not acknowledged does no harm', () => {
  test('a record that a crash cut short is as if it had never been', async () => {
    const store = open('a')
    await say(store, 1)
    const whole = readFileSync(journalOf('a')).findLastIndex((byte) => byte !== 0) + 1
    await say(store, 2)
    const end = readFileSync(journalOf('a')).findLastIndex((byte) => byte !== 0) + 1
    for (const cut of [whole + 1, whole + 20, end - 1]) {
      crash('a', `cut-${cut}`)
      truncateSync(journalOf(`cut-${cut}`), cut)
      const again = open(`cut-${cut}`)
      expect(await saidIn(again)).toEqual(['said 1'])
      expect(await say(again, 2)).toMatchObject({ outcome: 'committed', seqs: [2] })
    }
  })

  test('a record with a damaged byte ends what is done again', async () => {
    const store = open('a')
    await say(store, 1)
    await say(store, 2)
    crash('a', 'b')
    const bytes = readFileSync(journalOf('b'))
    const at = bytes.indexOf('said 2')
    bytes[at] = 0x53
    writeFileSync(journalOf('b'), bytes)
    expect(await saidIn(open('b'))).toEqual(['said 1'])
  })

  test('the journal of a time before is not done again', async () => {
    const store = open('a')
    await say(store, 1)
    crash('a', 'b')
    await store.close()
    // The transaction that holds it has ended meanwhile.
    copyFileSync(journalOf('b'), journalOf('a'))
    expect(await saidIn(open('a'))).toEqual(['said 1'])
  })
})
