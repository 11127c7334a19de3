import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, test } from '@jest/globals'
import { Direction } from './line.ts'

test('what comes after a slow line is healed stays behind what was on its way', async () => {
  const end = new PassThrough({ encoding: 'utf8' })
  const direction = new Direction(end)
  direction.pass(Buffer.from('1'), 20)
  direction.pass(Buffer.from('2'), 0)
  expect(end.read()).toBeNull()
  await once(end, 'readable')
  expect(end.read()).toBe('12')
  direction.pass(Buffer.from('3'), 0)
  expect(end.read()).toBe('3')
})
