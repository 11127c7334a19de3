import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type BrokenBuild, breakTree, copyTree, runNode } from '../guarantee/broken/broken-build.ts'

// Real processes that are killed and started again: on a busy machine they take their time.
jest.setTimeout(120_000)

/** What a build must be caught at: the end of the sentence "A build … is caught". */
interface Caught extends Pick<BrokenBuild, 'name' | 'breaks'> {
  run: readonly string[]
  /** A line that the run prints. */
  says: RegExp
}

const BUILDS: readonly Caught[] = [
  {
    name: 'that acknowledges a message before it is stored',
    breaks: [
      {
        file: 'src/turn/intake.ts',
        text: `      const result = await commitFirmly(store, { id: ids.next(), ...forHands(change) })`,
        by: `      if (asks === 'no') {
        commitFirmly(store, { id: ids.next(), ...change }).catch(() => undefined)
        return { outcome: 'stored', seq: 0 }
      }
      const result = await commitFirmly(store, { id: ids.next(), ...forHands(change) })`,
      },
    ],
    run: ['--faults', 'redis-full,line-cut', '--servers', '1'],
    says: /was acknowledged and is nowhere/,
  },
  {
    name: 'whose scripts check no version',
    breaks: [
      {
        file: 'src/store/redis/lua/commit.lua',
        text: `  return (redis.call('HGET', key('r', record.key), 'v') or '0') ~= record.version`,
        by: '  return false',
      },
    ],
    // Slow reading leaves a turn the time to be overtaken by an ask.
    run: ['--faults', 'reading', '--servers', '2', '--seconds', '5'],
    says: /open cases|spoke to|is not in line|is nowhere|no case is there/,
  },
  {
    name: 'that takes a message twice',
    breaks: [{ file: 'src/store/redis/lua/commit.lua', text: `  if first then\n`, by: '  if false then\n' }],
    run: ['--faults', '', '--servers', '1'],
    says: /message \S+ is there 2 times/,
  },
  {
    name: 'that drops what it kept while the store was away',
    breaks: [
      {
        file: 'src/turn/spool-drain.ts',
        text: 'await intake.accept(conversationId, inbound, { caseKey, askedAt })',
        by: "{ outcome: 'stored' }",
      },
    ],
    run: ['--faults', 'line-cut', '--servers', '1'],
    says: /the kept ask \S+ waits to be stored/,
  },
]

let tree: string
beforeAll(() => {
  tree = copyTree(['test/chaos', 'test/support', 'dist/intents.model'])
})
afterAll(() => rmSync(tree, { recursive: true }))

const chaos = (folder: string, ...args: readonly string[]) =>
  runNode(folder, [
    'test/chaos/main.ts',
    '--customers',
    '10',
    '--seed',
    '2',
    '--seed',
    '1',
    '--seconds',
    '3',
    ...args,
  ])

test('whatever is killed, stopped, cut and filled, nothing that was acknowledged is lost or doubled', async () => {
  const { code, output } = await chaos(tree, '--servers', '2')
  expect(output).toMatch(/chaos: held: .* 0 lost, 0 doubled, 0 broken otherwise/)
  expect(code).toBe(0)
})

test.each(BUILDS)('a build $name is caught', async ({ breaks, run, says }) => {
  const mend = breakTree(tree, { breaks })
  try {
    const { code, output } = await chaos(tree, '--rest', '8', ...run)
    expect(output).toMatch(says)
    expect(code).toBe(1)
  } finally {
    mend()
  }
})
