import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { breakTree, copyTree, runCheck } from './broken-build.ts'

let tree: string
beforeAll(() => {
  tree = copyTree()
})
afterAll(() => rmSync(tree, { recursive: true }))

test('a copy holds what the guarantee needs, and no pages for browsers', () => {
  expect(existsSync(join(tree, 'src/guarantee/main.ts'))).toBe(true)
  expect(existsSync(join(tree, 'node_modules/zod'))).toBe(true)
  expect(existsSync(join(tree, 'src/web'))).toBe(false)
})

test('a fault whose place is gone, or is there twice, fails instead of breaking nothing', () => {
  const file = 'src/clock.ts'
  expect(() => breakTree(tree, { breaks: [{ file, text: 'no such line', by: '' }] })).toThrow('0 times')
  expect(() => breakTree(tree, { breaks: [{ file, text: 'Milliseconds since', by: '' }] })()).not.toThrow()
  expect(() => breakTree(tree, { breaks: [{ file, text: '\n', by: '' }] })).toThrow('once is meant')
})

test('a build that cannot run is not taken for one that is caught', async () => {
  breakTree(tree, {
    breaks: [{ file: 'src/guarantee/main.ts', text: 'import path from', by: 'import no path from' }],
  })
  const { code, violations, output } = await runCheck(tree, { check: 'any', rule: 'any' })
  expect({ code, violations }).toEqual({ code: 1, violations: [] })
  expect(output).toContain('SyntaxError')
})
