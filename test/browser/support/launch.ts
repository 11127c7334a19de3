import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const OUTPUT = join(import.meta.dirname, '../../output')
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's Chromium. Whoever opens it closes it. */
export function openBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...QUIET, ...more] })
}

/** Kept under test/output for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const path = join(OUTPUT, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path })
}
