import { expect, test } from '@jest/globals'
import { steadyOrder } from '../../src/web/console/model/steady.ts'

const keyOf = (item: { key: string }): string => item.key
const items = (...keys: string[]) => keys.map((key) => ({ key, words: `new ${key}` }))
const shown = (...keys: string[]) => steadyOrder([], items(...keys), keyOf, false).rows

test('while the list is held no row moves, and what changed is counted', () => {
  const { rows, changes } = steadyOrder(shown('a', 'b', 'c'), items('c', 'a', 'b', 'd'), keyOf, true)
  expect(rows.map((row) => row.key)).toEqual(['a', 'b', 'c'])
  expect(changes).toBeGreaterThan(0)
})

test('a row whose case is gone keeps its place and says so', () => {
  const { rows } = steadyOrder(shown('a', 'b', 'c'), items('a', 'c'), keyOf, true)
  expect(rows.map((row) => [row.key, row.gone])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
  ])
})

test('what a held row says goes on living', () => {
  const old = steadyOrder([], [{ key: 'a', words: 'old' }], keyOf, false).rows
  expect(steadyOrder(old, items('a'), keyOf, true).rows[0]?.item.words).toBe('new a')
})

test('once let go, the list is in its true order with nothing pending', () => {
  const { rows, changes } = steadyOrder(shown('a', 'b'), items('b', 'a', 'c'), keyOf, false)
  expect(rows.map((row) => row.key)).toEqual(['b', 'a', 'c'])
  expect(changes).toBe(0)
})

test('nothing pending when nothing changed', () => {
  expect(steadyOrder(shown('a', 'b'), items('a', 'b'), keyOf, true).changes).toBe(0)
})
