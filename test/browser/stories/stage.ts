import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openConsole, signIn } from '../console/support.ts'
import { screenshot } from '../support/launch.ts'
import type { Demo } from '../support/product.ts'
import { PHONE, WidgetPage } from '../support/widget-page.ts'

const OUTPUT = join(import.meta.dirname, '../../output/stories')

/** Where one story is played: the product, its customers' phones and its agents' screens. */
export class Stage {
  readonly #browser: Browser
  readonly demo: Demo
  readonly name: string
  readonly #phones: Phone[] = []
  readonly #complaints: string[][] = []

  constructor(browser: Browser, demo: Demo, name: string) {
    this.#browser = browser
    this.demo = demo
    this.name = name
  }

  /** A customer on a phone, with the widget open and the bot's welcome on it. */
  async customer(language: 'es' | 'en' = 'es'): Promise<Phone> {
    const widget = await WidgetPage.visit(this.#browser, `${this.demo.url}/?lang=${language}`, {
      viewport: PHONE,
      locale: language === 'es' ? 'es-CO' : 'en-GB',
    })
    await this.#setClock(widget.page)
    await widget.begin()
    const phone = new Phone(widget)
    this.#phones.push(phone)
    this.#complaints.push(widget.complaints)
    return phone
  }

  /** An agent's screen, signed in and on duty. */
  async agent(name: 'Lucía' | 'Andrés' | 'Carmen' = 'Lucía', language: 'es' | 'en' = 'es'): Promise<Page> {
    const { page, complaints } = await openConsole(this.#browser, this.demo.url, {
      locale: language === 'es' ? 'es-CO' : 'en-GB',
      timezoneId: 'America/Bogota',
    })
    await this.#setClock(page)
    this.#complaints.push(complaints)
    await signIn(page, new RegExp(name))
    const duty = page.getByRole('button', { name: /^(No disponible|Disponible|Away|Available)/ })
    if ((await duty.getAttribute('aria-pressed')) === 'false') await page.keyboard.press('Alt+u')
    await page.locator('[aria-pressed=true]').first().waitFor()
    return page
  }

  /** So much time goes by: for the product, and for everybody's screen. */
  async pass(ms: number): Promise<void> {
    this.demo.pass(ms)
    const contexts = this.#browser.contexts()
    for (const page of contexts.flatMap((context) => context.pages())) await this.#setClock(page)
  }

  /** A phone shows the product's time, which is not this machine's. */
  async #setClock(page: Page): Promise<void> {
    const ahead = this.demo.now() - Date.now()
    await page.evaluate(`(() => {
      const Real = globalThis.RealDate ??= Date
      globalThis.Date = class extends Real {
        constructor(...given) { super(...(given.length > 0 ? given : [Real.now() + ${ahead}])) }
        static now() { return Real.now() + ${ahead} }
      }
    })()`)
  }

  /** Kept under test/output/stories: to be looked at. */
  async keep(page: Page, what: string): Promise<void> {
    await screenshot(page, `stories/${this.name}-${what}`)
  }

  /** The "Mi caso" page that the customer's last receipt leads to, on the same phone. */
  async keepCasePage(phone: Phone, what: string): Promise<void> {
    const page = await phone.page.context().newPage()
    await page.goto(await phone.casePage())
    await this.keep(page, what)
    await page.close()
    await phone.page.bringToFront()
  }

  /** The end: what every customer read, and nothing that a browser complained of. */
  async close(): Promise<void> {
    mkdirSync(OUTPUT, { recursive: true })
    const read = await Promise.all(this.#phones.map((phone) => phone.transcript()))
    writeFileSync(join(OUTPUT, `${this.name}.txt`), `${read.join('\n\n=====\n\n')}\n`)
    for (const context of this.#browser.contexts()) await context.close()
    const complaints = this.#complaints.flat()
    if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join('; ')}`)
  }
}

/** A customer's phone: writes, presses, and waits for what is answered. */
export class Phone {
  readonly widget: WidgetPage

  constructor(widget: WidgetPage) {
    this.widget = widget
  }

  get page(): Page {
    return this.widget.page
  }

  /** Writes, and waits until something new that matches was said. */
  async write(text: string, answer: RegExp): Promise<void> {
    const before = await this.#heard()
    await this.widget.write(text)
    await this.hears(answer, before.length)
  }

  /** Presses a button that is offered, and waits for the answer. */
  async press(label: string | RegExp, answer: RegExp): Promise<void> {
    const before = await this.#heard()
    await this.widget.choice(label).last().click()
    await this.hears(answer, before.length)
  }

  /** Waits until something that matches was said, after so many others. */
  async hears(answer: RegExp, after = 0): Promise<void> {
    const until = Date.now() + 20_000
    for (;;) {
      const heard = (await this.#heard()).slice(after)
      if (heard.some((one) => answer.test(one))) return
      if (Date.now() > until) throw new Error(`expected ${String(answer)}, but heard: ${heard.join(' | ')}`)
      await this.page.waitForTimeout(50)
    }
  }

  #heard(): Promise<string[]> {
    return this.widget.panel.locator('.said:not(.customer)').allInnerTexts()
  }

  /** Where "Ver cómo va" leads to, from the last receipt or the case's key. */
  async casePage(): Promise<string> {
    const link = this.widget.panel.getByRole('link', { name: /Ver cómo va|See how it stands/ }).last()
    return (await link.getAttribute('href')) ?? ''
  }

  /** Everything on the screen, from the first to the last, and the buttons that are offered. */
  async transcript(): Promise<string> {
    const said = await this.widget.panel.locator('.said').evaluateAll((all) =>
      all.map((one) => {
        const who = ['customer', 'bot', 'agent', 'system'].find((name) => one.classList.contains(name))
        return `${who}: ${one.querySelector('.bubble')?.textContent ?? ''}`
      }),
    )
    const buttons = await this.widget.panel.locator('.choices button').allInnerTexts()
    const bar = await this.widget.person.innerText()
    return [...said, `[${buttons.join('] [')}]`, `bar: ${bar.replaceAll('\n', ' / ')}`].join('\n')
  }
}

/** The agent takes the next one in line and has the reply box before them. */
export async function takeNext(desk: Page): Promise<void> {
  await desk.keyboard.press('Alt+n')
  await desk.locator('#reply').waitFor()
}

/** The agent answers, and waits until the customer has it. */
export async function reply(desk: Page, text: string, phone: Phone): Promise<void> {
  await desk.locator('#reply').fill(text)
  await desk.locator('#reply').press('Control+Enter')
  await phone.widget.said(text).last().waitFor()
}
