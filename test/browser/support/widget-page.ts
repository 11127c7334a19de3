import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'

export const PHONE = { width: 390, height: 844 }
export const SMALL_PHONE = { width: 320, height: 640 }
export const DESKTOP = { width: 1280, height: 800 }

/** A customer's browser with the widget in a page, and what a test asks of it. */
export class WidgetPage {
  readonly page: Page
  /** What the browser complained about: a blocked style, a thrown error. */
  readonly complaints: string[] = []

  private constructor(page: Page) {
    this.page = page
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      // The browser itself reports requests that fail; some tests make them fail.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.complaints.push(message.text())
      }
    })
  }

  /** A new customer, with nothing kept from before. */
  static async visit(
    browser: Browser,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<WidgetPage> {
    const context = await browser.newContext({
      viewport: PHONE,
      locale: 'es-CO',
      timezoneId: 'America/Bogota',
      reducedMotion: 'reduce',
      permissions: ['clipboard-write'],
      ...options,
    })
    await context.addInitScript(LISTEN)
    return WidgetPage.inContext(context, address)
  }

  /** Another tab of the same customer. */
  static async inContext(context: BrowserContext, address: string): Promise<WidgetPage> {
    const widget = new WidgetPage(await context.newPage())
    await widget.page.goto(address)
    await widget.opener.waitFor()
    return widget
  }

  get opener(): Locator {
    return this.page.locator('escotilla-widget .opener')
  }
  get panel(): Locator {
    return this.page.getByRole('dialog')
  }
  /** The bar that is the way to a person in every state. */
  get person(): Locator {
    return this.page.locator('escotilla-widget [data-person]')
  }
  get personButton(): Locator {
    return this.person.locator('.person-main')
  }
  get field(): Locator {
    return this.panel.getByRole('textbox')
  }
  get speaking(): Locator {
    return this.panel.locator('[data-speaking]')
  }

  async open(): Promise<void> {
    await this.opener.click()
    await this.panel.waitFor()
  }

  /** Opens and waits for the bot's welcome. */
  async begin(): Promise<void> {
    await this.open()
    await this.choice('Nada de esto').or(this.choice('None of these')).waitFor()
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text)
    await this.panel.getByRole('button', { name: /^(Enviar|Send)$/ }).click()
  }

  choice(label: string | RegExp): Locator {
    return this.panel.getByRole('button', { name: label, exact: typeof label === 'string' })
  }

  said(text: string | RegExp): Locator {
    return this.panel.locator('.said').filter({ hasText: text })
  }

  /** Presses the bar and answers the key of the case that it made. */
  async ask(): Promise<string> {
    await this.personButton.click()
    return this.caseKey()
  }

  /** The key, as the bar shows it. */
  async caseKey(): Promise<string> {
    const main = this.personButton
    await this.page.locator('[data-person]:not([data-person=ask])').waitFor()
    if ((await main.getAttribute('aria-expanded')) === 'false') await main.click()
    return (await this.person.locator('.ref').textContent()) ?? ''
  }

  /** What the customer sees they have said, in order. */
  ownWords(): Promise<string[]> {
    return this.panel.locator('.said.customer .text').allTextContents()
  }

  /** Everything the live region was given since the page began, in order. */
  async announced(): Promise<string[]> {
    return this.page.evaluate<string[]>('window.announced ?? []')
  }

  /** What has the focus: label, class or tag, looked up through the shadow root. */
  focused(): Promise<string> {
    return this.page.evaluate<string>(`(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement
      return inner?.getAttribute('aria-label') ?? inner?.id ?? inner?.tagName ?? ''
    })()`)
  }

  /** Whether the whole bar's button lies inside what the customer can see. */
  async canSeePerson(): Promise<boolean> {
    const box = await this.personButton.boundingBox()
    const seen = await this.page.evaluate<{ top: number; width: number; height: number }>(
      '({ top: visualViewport.offsetTop, width: visualViewport.width, height: visualViewport.height })',
    )
    if (!box) return false
    const isInside =
      box.x >= 0 &&
      box.y >= seen.top &&
      box.x + box.width <= seen.width &&
      box.y + box.height <= seen.top + seen.height
    const isOnTop = await this.page.evaluate<boolean>(`(() => {
      const { shadowRoot } = document.querySelector('escotilla-widget')
      const button = shadowRoot.querySelector('.person-main')
      const { x, y, width, height } = button.getBoundingClientRect()
      return button.contains(shadowRoot.elementFromPoint(x + width / 2, y + height / 2))
    })()`)
    return isInside && isOnTop && box.height >= 48
  }
}

/** Put into a page before its scripts: keeps every announcement, in order, as a screen reader would hear it. */
const LISTEN = `
  window.announced = []
  const heard = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) window.announced.push(node.textContent)
  })
  new MutationObserver((_, self) => {
    const region = document.querySelector('escotilla-widget')?.shadowRoot?.querySelector('[aria-live]')
    if (!region) return
    heard.observe(region, { childList: true })
    self.disconnect()
  }).observe(document, { childList: true, subtree: true })
`
