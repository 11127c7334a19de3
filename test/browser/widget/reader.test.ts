import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Agent } from '../support/agent.ts'
import { openBrowser } from '../support/chromium.ts'
import { startDemo } from '../support/product.ts'
import { DESKTOP, WidgetPage } from '../support/widget-page.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof startDemo>>
let agent: Agent

beforeAll(async () => {
  ;[browser, product] = await Promise.all([openBrowser(), startDemo()])
  agent = await Agent.onDuty(product.url)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

describe('with a keyboard alone', () => {
  test('a person is two stops after opening; Escape closes and the focus comes back', async () => {
    const widget = await WidgetPage.visit(browser, product.url, { viewport: DESKTOP })
    const { keyboard } = widget.page
    await widget.opener.focus()
    await keyboard.press('Enter')
    await widget.panel.waitFor()
    expect(await widget.focused()).toBe('Ayuda de Fibra Andina')
    await keyboard.press('Tab')
    expect(await widget.focused()).toBe('Cerrar la ayuda')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await widget.caseKey()
    // The button became the place in line and is still where the focus is.
    expect(await widget.personButton.evaluate((button) => button.matches(':focus'))).toBe(true)
    await keyboard.press('Escape')
    await widget.panel.waitFor({ state: 'detached' })
    expect(await widget.focused()).toBe('Abrir la ayuda')
  })

  test('over a whole phone screen, Tab goes round inside the widget and back closes it', async () => {
    const widget = await WidgetPage.visit(browser, product.url)
    await widget.open()
    await widget.said('Soy el asistente automático').waitFor()
    const { keyboard } = widget.page
    expect(await widget.panel.getAttribute('aria-modal')).toBe('true')
    await keyboard.press('Shift+Tab')
    expect(await widget.focused()).toBe('Enviar')
    await keyboard.press('Tab')
    expect(await widget.focused()).toBe('Cerrar la ayuda')
    await widget.page.goBack()
    await widget.panel.waitFor({ state: 'detached' })
    expect(new URL(widget.page.url()).pathname).toBe('/')
    expect(await widget.focused()).toBe('Abrir la ayuda')
  })

  test('Enter sends, Shift and Enter makes a line, and a draft outlives closing and reloading', async () => {
    const widget = await WidgetPage.visit(browser, product.url, { viewport: DESKTOP })
    const { keyboard } = widget.page
    await widget.begin()
    await widget.field.focus()
    await keyboard.type('uno')
    await keyboard.press('Shift+Enter')
    await keyboard.type('dos')
    await keyboard.press('Escape')
    await widget.page.reload()
    await widget.open()
    expect(await widget.field.inputValue()).toBe('uno\ndos')
    await widget.field.focus()
    await keyboard.press('Enter')
    await widget.said('uno').locator('.delivery').waitFor()
    expect(await widget.ownWords()).toEqual(['uno\ndos'])
    expect(await widget.field.inputValue()).toBe('')
  })
})

describe('with a screen reader', () => {
  test('each message is announced once, with who speaks first, also through a reload', async () => {
    const widget = await WidgetPage.visit(browser, product.url)
    await widget.begin()
    const key = await widget.ask()
    await agent.claim(key)
    await agent.say(key, 'Buenos días')
    await agent.say(key, 'Buenos días')
    await widget.said('Buenos días').nth(1).waitFor()
    const announced = await widget.announced()
    expect(announced[0]).toMatch(/^Asistente automático: Soy el asistente automático/)
    expect(announced.filter((words) => words.startsWith('Aviso: ') && words.includes(key))).toHaveLength(1)
    expect(announced.filter((words) => words === 'Lucía Herrera, persona: Buenos días')).toHaveLength(2)
    expect(announced.filter((words) => words.includes('Hablar con una persona: '))).toEqual([])

    await widget.page.reload()
    await widget.open()
    await widget.said('Buenos días').first().waitFor()
    expect(await widget.announced()).toEqual([])
    await agent.say(key, '¿Sigue ahí?')
    await widget.said('¿Sigue ahí?').waitFor()
    expect(await widget.announced()).toEqual(['Lucía Herrera, persona: ¿Sigue ahí?'])
  })

  test('there is one live region, polite, and it was there before anything was said', async () => {
    const widget = await WidgetPage.visit(browser, product.url)
    const regions = widget.page.locator(
      'escotilla-widget [aria-live], escotilla-widget [role=log], escotilla-widget [role=status], escotilla-widget [role=alert]',
    )
    expect(await regions.count()).toBe(1)
    expect(await regions.getAttribute('aria-live')).toBe('polite')
    await widget.begin()
    expect(await regions.count()).toBe(1)
  })
})

describe('when a message comes in', () => {
  test('the focus stays in the page, the closed button counts it, and opening shows it', async () => {
    const widget = await WidgetPage.visit(browser, product.url, { viewport: DESKTOP })
    const { page } = widget
    await widget.begin()
    const key = await widget.ask()
    await agent.claim(key)
    await widget.said('Le atiende Lucía').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Planes', exact: true }).focus()
    await agent.say(key, 'Ya está arreglado')
    await agent.say(key, '¿Algo más?')
    await widget.opener.locator('.badge').filter({ hasText: '2' }).waitFor()
    expect(await widget.opener.getAttribute('aria-label')).toBe('Abrir la ayuda, 2 mensajes nuevos')
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Planes')
    await widget.open()
    await widget.said('¿Algo más?').waitFor()
    await page.keyboard.press('Escape')
    await widget.opener.waitFor()
    expect(await widget.opener.locator('.badge').count()).toBe(0)
  })

  test('who is writing goes on writing', async () => {
    const widget = await WidgetPage.visit(browser, product.url)
    await widget.begin()
    const key = await widget.ask()
    await agent.claim(key)
    await widget.field.focus()
    await widget.page.keyboard.type('Le quería ')
    await agent.say(key, 'Dígame')
    await widget.said('Dígame').waitFor()
    await widget.page.keyboard.type('preguntar')
    expect(await widget.field.inputValue()).toBe('Le quería preguntar')
  })
})
