import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export interface ConsolePage {
  page: Page
  /** What the browser complained about: a blocked style, a thrown error. */
  complaints: string[]
}

/** An agent's browser with the console in it. */
export async function openConsole(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<ConsolePage> {
  const console = await openPage(browser, options)
  await console.page.goto(`${url}/agent`)
  return console
}

/** An agent's browser with nothing in it yet. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<ConsolePage> {
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
  return { page, complaints }
}

/** Signs in as the first demo account and waits for the list. */
export async function signIn(page: Page, name: RegExp | string = /Lucía/): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByText(/En línea|Online/).waitFor()
}

/** What a screen reader was told, in order. */
export function announced(page: Page): Promise<string[]> {
  return page.locator('[role=log] p').allTextContents()
}

/** The name of what has the focus: its label, text or id. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    "document.activeElement?.id || document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent || ''",
  )
}
