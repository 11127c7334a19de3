import { expect, test } from '@jest/globals'
import type { Check } from '../../../src/guarantee/checks.ts'
import { reportShape } from '../../../src/guarantee/report.ts'
import { longestPath } from '../../../src/guarantee/run.ts'
import { checkLines, reportLines } from '../../../src/guarantee/terminal.ts'
import { newBot } from '../../../src/turn/bot.ts'
import { checkThat, houseOf, reportOf, smallDialog } from './house.ts'

const house = houseOf(smallDialog())
const violation = {
  rule: 'bounces',
  where: { file: 'dialogs/move-house.ts', dialog: 'move-house', step: 'account', text: 'again.es' },
  what: 'The text names a telephone number.',
  fix: 'Say what happens next here, in this chat.',
  transcript: '> me mudo\n< Llámenos al 900 123 123.',
}

test('it holds when every check that was run found nothing, and sums up in one line', async () => {
  const found = { dialogs: { 'move-house': { bound: 6 } } }
  const report = await reportOf(house, [checkThat('static'), checkThat('explore', found)])
  expect(report.held).toBe(true)
  expect(report.summary).toBe(
    'guarantee: held · 1 dialog · 24,690 states · bound 6 messages · 0 violations · 0.0 s',
  )
  expect(report.dialogs[0]?.figures).toEqual({ steps: 3, questions: 1, texts: 4, longestPath: 2, bound: 6 })
})

test('one violation is enough for it not to hold', async () => {
  const report = await reportOf(house, [
    checkThat('static', { violations: [violation] }),
    checkThat('explore'),
  ])
  expect(report.held).toBe(false)
  expect(report.summary).toMatch(/^guarantee: not held · .* · 1 violation · /)
})

test('a check that throws holds nothing: the summary says so and the terminal shows what it threw', async () => {
  const broken = {
    ...checkThat('explore'),
    run: () => {
      throw new Error('the state could not be read')
    },
  }
  const report = await reportOf(house, [checkThat('static'), broken])
  expect(report.held).toBe(false)
  expect(report.summary).toContain('0 violations · 1 check could not run')
  const [, explore] = report.checks
  expect(explore?.outcome).toBe('failed')
  expect(explore && checkLines(explore).join('\n')).toContain('the state could not be read')
})

test('nothing checked is nothing held', async () => {
  const later = { ...checkThat('customers'), runs: () => false }
  expect((await reportOf(house, [])).held).toBe(false)
  expect((await reportOf(house, [later])).held).toBe(false)
})

test('a run of one check speaks of that one alone', async () => {
  const checks = [checkThat('static', { violations: [violation] }), checkThat('explore')]
  const report = await reportOf(house, checks, { only: ['explore'] })
  expect(report.checks.map(({ outcome }) => outcome)).toEqual(['not-run', 'held'])
  expect(report.summary).toMatch(/^guarantee: held · only explore · /)
})

test('a violation is told with its place, what to change and the conversation that shows it', async () => {
  const report = await reportOf(house, [checkThat('static', { violations: [violation] })])
  expect(reportLines(report).join('\n')).toContain(
    [
      'VIOLATION of bounces (static): dialogs/move-house.ts · move-house · step account · text again.es',
      '  The text names a telephone number.',
      '  Change: Say what happens next here, in this chat.',
      '  It goes like this:',
      '    > me mudo',
      '    < Llámenos al 900 123 123.',
    ].join('\n'),
  )
})

test('the JSON has the shape that is documented, whatever was found', async () => {
  const checks = [
    checkThat('static', { violations: [violation] }),
    { ...checkThat('explore'), run: () => Promise.reject(new Error('no')) },
    { ...checkThat('customers'), runs: () => false },
  ]
  const report = await reportOf(house, checks)
  expect(reportShape.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
})

test('the longest path counts a step that can come again once', () => {
  expect(longestPath(smallDialog())).toBe(2)
})

test('a check is held against the states that one before it looked at', async () => {
  const explore = checkThat('explore', { covers: () => 'nobody explored it' })
  const customers = {
    ...checkThat('customers'),
    run: (...[, , covers]: Parameters<Check['run']>) => ({
      name: 'customers',
      claim: { es: '', en: '' },
      figures: {},
      violations: covers?.(newBot(), {}) === undefined ? [] : [violation],
    }),
  }
  const [, held] = (await reportOf(house, [explore, customers])).checks
  expect(held?.outcome).toBe('violated')
  const [alone] = (await reportOf(house, [customers])).checks
  expect(alone?.outcome).toBe('held')
})
