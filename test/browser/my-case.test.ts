import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { axeViolations, openBrowser, screenshot } from './support/chromium.ts'
import { startDemo } from './support/product.ts'
import { SMALL_PHONE, WidgetPage } from './support/widget-page.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof startDemo>>

beforeAll(async () => {
  ;[browser, product] = await Promise.all([openBrowser(), startDemo()])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Cancels a service in the widget, up to the receipt, and answers the page that it links to. */
async function cancelled(language: 'es' | 'en', account: string): Promise<string> {
  const widget = await WidgetPage.visit(browser, `${product.url}/?lang=${language}`, {
    locale: language === 'es' ? 'es-CO' : 'en-GB',
  })
  await widget.begin()
  await widget.write(language === 'es' ? 'Quiero cancelar mi servicio' : 'I want to cancel my service')
  await widget.said(/número de cuenta|account number/).waitFor()
  await widget.write(`${account} 1234`)
  await widget.choice(/^(Sí, cancelar|Yes, cancel)$/).click()
  const receipt = widget.panel.locator('.receipt')
  await receipt.waitFor()
  await screenshot(widget.page, `my-case-receipt-${language}`)
  expect(await axeViolations(widget.page)).toEqual([])
  const link = receipt.getByRole('link', { name: /Ver cómo va|See how it stands/ })
  const address = (await link.getAttribute('href')) ?? ''
  expect(await receipt.textContent()).toMatch(/El enlace vale hasta el|The link works until/)
  await widget.page.context().close()
  return address
}

async function look(address: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: SMALL_PHONE, ...options })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** axe needs scripts; the page does not. */
async function expectSound(
  address: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<void> {
  const page = await look(address, options)
  await screenshot(page, `my-case-${name}`)
  expect({ [name]: await axeViolations(page) }).toEqual({ [name]: [] })
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  expect({ [name]: width }).toEqual({ [name]: options.viewport?.width ?? SMALL_PHONE.width })
  await page.context().close()
}

describe('"Mi caso"', () => {
  test('of a cancellation: done with its reference and what is owed, on the smallest phone, without scripts', async () => {
    const address = await cancelled('es', '445566')
    const page = await look(address, { javaScriptEnabled: false, locale: 'es-CO' })
    expect(await page.locator('h1').textContent()).toBe('Mi caso')
    const items = await page.locator('.item').allTextContents()
    expect(items[0]).toMatch(/^HechoCancelación de Fibra 300.*ReferenciaBAJA-/)
    expect(items[1]).toMatch(/^PendienteRecogida del equipo.*El equipo de Fibra Andina.*A más tardar/)
    await page.getByRole('button', { name: 'Hablar con una persona' }).click()
    await page.getByText('Listo: pedimos una persona para usted.').waitFor()
    expect(await page.locator('.ref').first().textContent()).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/)
    await screenshot(page, 'my-case-asked')
    await page.context().close()
    await expectSound(address, 'es', { locale: 'es-CO' })
    await expectSound(address, 'es-dark', { colorScheme: 'dark' })
    await expectSound(`${address}?lang=en`, 'en-wide', { viewport: { width: 1280, height: 800 } })
  })

  test('in English for who wrote in English', async () => {
    const address = await cancelled('en', '778899')
    const page = await look(address, { javaScriptEnabled: false })
    expect(await page.locator('h1').textContent()).toBe('My case')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.context().close()
  })

  test('of a link that is not whole: kind, and the widget is there with a person', async () => {
    const widget = await WidgetPage.visit(browser, `${product.url}/caso/roto`, { viewport: SMALL_PHONE })
    expect(await widget.page.locator('h1').textContent()).toBe('No encontramos este enlace')
    await screenshot(widget.page, 'my-case-unknown')
    expect(await axeViolations(widget.page)).toEqual([])
    await widget.begin()
    expect(await widget.ask()).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/)
    expect(widget.complaints).toEqual([])
  })
})
