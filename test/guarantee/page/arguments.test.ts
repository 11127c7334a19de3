import { expect, test } from '@jest/globals'
import { readArguments } from '../../../src/guarantee/arguments.ts'

const read = (...args: string[]) => readArguments(args, ['static', 'exhaustive', 'customers'])

test('without arguments every check runs and two files are written here', () => {
  expect(read()).toEqual({
    help: false,
    only: [],
    customers: 1000,
    seed: 1,
    dialogs: [],
    html: 'guarantee.html',
    json: 'guarantee.json',
    house: undefined,
  })
})

test('customers, seed, checks and files can be given', () => {
  const asked = read('--customers', '100000', '--seed', '7', '--only', 'static', '--html', 'a.html')
  expect(asked).toMatchObject({ customers: 100_000, seed: 7, only: ['static'], html: 'a.html' })
})

test.each([
  [['--customers', 'many'], '--customers many: give a whole number'],
  [['--customers', '-5'], /customers/],
  [['--only', 'all'], '--only all: there is no such check; use static, exhaustive, customers'],
  [['--html', ''], '--html needs a path'],
  [['--seed', '3', '--customers', '0'], '--seed is for simulated customers: --customers 0 leaves none'],
  [['--only', 'customers', '--customers', '0'], '--only customers: --customers 0 leaves none'],
  [['--dialog', 'damage', '--only', 'static'], '--dialog is for the exhaustive check alone'],
  [['--html', 'a.html', '--no-html'], '--html and --no-html'],
  [['--fast'], /--fast/],
  [['cancel-service'], /cancel-service/],
])('%j is refused in words', (args, words) => {
  expect(() => read(...args)).toThrow(words)
})

test('one simulated customer of a seed is played again', () => {
  expect(read('--seed', '7', '--customer', '41')).toMatchObject({ seed: 7, customer: 41 })
  expect(read().customer).toBeUndefined()
})

test('a dialog alone is explored, and nothing else is checked', () => {
  expect(read('--dialog', 'damage', '--no-html')).toMatchObject({
    dialogs: ['damage'],
    only: ['exhaustive'],
    html: undefined,
  })
})
