import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { jest } from '@jest/globals'
import type { Page } from 'playwright-core'

export { openBrowser, screenshot } from './launch.ts'

/** A browser shares the machine with other tests: what takes a second alone can take twenty. */
jest.setTimeout(90_000)

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What axe is asked to look at: some of its rules, or a part of the page; all of it when left out. */
export interface AxeScope {
  rules?: string[]
  within?: string
}

/** What axe finds wrong in the page as it is now, one line each. */
export async function axeViolations(page: Page, { rules, within }: AxeScope = {}): Promise<string[]> {
  // Half a megabyte to read: once for each document is enough.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE)
  const context = within === undefined ? 'document' : JSON.stringify(within)
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }
  const found = await page.evaluate<{ id: string; nodes: { html: string; failureSummary?: string }[] }[]>(
    `axe.run(${context}, ${JSON.stringify(options)}).then((r) => r.violations)`,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`)
}
