import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const OUTPUT = join(import.meta.dirname, '../../output')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  })
}

export interface ConsolePage {
  page: Page
  /** What the browser complained about: a blocked style, a thrown error. */
  complaints: string[]
}

export async function openConsole(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<ConsolePage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'es-CO',
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // The browser itself reports refused requests; those are part of what is tested.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text())
    }
  })
  await page.goto(`${url}/agent`)
  return { page, complaints }
}

/** Signs in as the first demo account and waits for the list. */
export async function signIn(page: Page, name: RegExp | string = /Lucía/): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByText(/En línea|Online/).waitFor()
}

/** What axe finds, one line each; `only` names rules. */
export async function axeViolations(page: Page, only?: string[]): Promise<string[]> {
  await page.evaluate(AXE)
  const options = { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) }
  const found = await page.evaluate<{ id: string; nodes: { html: string; failureSummary?: string }[] }[]>(
    `axe.run(document, ${JSON.stringify(options)}).then((r) => r.violations)`,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`)
}

/** What a screen reader was told, in order. */
export function announced(page: Page): Promise<string[]> {
  return page.locator('[role=log] p').allTextContents()
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true })
  await page.screenshot({ path: join(OUTPUT, `console-${name}.png`) })
}

/** The name of what has the focus: its label, text or id. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    "document.activeElement?.id || document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent || ''",
  )
}
