import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Agent } from '../support/agent.ts'
import { axeViolations, openBrowser, screenshot } from '../support/chromium.ts'
import { startDemo } from '../support/product.ts'
import { DESKTOP, SMALL_PHONE, WidgetPage } from '../support/widget-page.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof startDemo>>
let closedDesk: Awaited<ReturnType<typeof startDemo>>

beforeAll(async () => {
  ;[browser, product, closedDesk] = await Promise.all([openBrowser(), startDemo(), startDemo('closed')])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await closedDesk?.stop()
})

/** What every state must keep: the way to a person in sight, nothing for axe to find, no complaint of the browser. */
async function expectSound(widget: WidgetPage, name: string): Promise<void> {
  await screenshot(widget.page, `widget-${name}`)
  expect({ [name]: await widget.canSeePerson() }).toEqual({ [name]: true })
  expect({ [name]: await axeViolations(widget.page) }).toEqual({ [name]: [] })
  expect({ [name]: widget.complaints }).toEqual({ [name]: [] })
}

describe('with people on duty', () => {
  test('the whole way on a small phone: bot, line, person, supervisor, resolved', async () => {
    const agent = await Agent.onDuty(product.url)
    const widget = await WidgetPage.visit(browser, product.url, { viewport: SMALL_PHONE })
    await screenshot(widget.page, 'widget-closed')
    expect(await axeViolations(widget.page)).toEqual([])

    await widget.begin()
    expect(await widget.speaking.textContent()).toBe('Asistente automático')
    expect(await widget.said('Soy el asistente automático').count()).toBe(1)
    await expectSound(widget, 'bot')

    await widget.write('No tengo internet')
    await widget.said('número de cuenta').waitFor()
    expect(await widget.said('No tengo internet').locator('.delivery').textContent()).toBe('Recibido')
    await expectSound(widget, 'bot-asks')

    const key = await widget.ask()
    expect(await widget.speaking.textContent()).toBe('En la fila para una persona')
    expect(await widget.personButton.textContent()).toMatch(/En la fila.*(siguiente|faltan? \d)/)
    await widget.choice('Que me llamen').waitFor()
    await expectSound(widget, 'in-line')

    await agent.claim(key)
    await widget.page.locator('[data-speaking=agent]').waitFor()
    expect(await widget.speaking.textContent()).toMatch(/^Lucía.*, persona$/)
    expect(await widget.personButton.textContent()).toMatch(/^Está con Lucía/)

    await agent.typing(key)
    await widget.panel.getByText('está escribiendo').waitFor()
    await agent.say(key, 'Hola, soy Lucía. Ya veo su línea: https://ejemplo.com/estado')
    await widget.said('Hola, soy Lucía').waitFor()
    const link = widget.said('Hola, soy Lucía').getByRole('link')
    expect(await link.getAttribute('rel')).toContain('noopener')
    await expectSound(widget, 'with-person')

    await widget.write('Gracias, la luz está en rojo')
    await widget.said('luz está en rojo').locator('.check').waitFor()
    await agent.readAll(key)
    await widget.said('luz está en rojo').locator('.checks').waitFor()
    expect(await widget.said('luz está en rojo').locator('.delivery').textContent()).toBe('Leído')

    await widget.choice('Hablar con su supervisora').click()
    await widget.personButton.getByText('Supervisora avisada').waitFor()

    await agent.resolve(key)
    await widget.choice(/quedó resuelto/).waitFor()
    expect(await widget.speaking.textContent()).toBe('Asistente automático')
    expect(await widget.personButton.textContent()).toBe('Hablar con una persona')
    await expectSound(widget, 'resolved')
    await agent.presence('away')
  })

  test('on a Spanish page, the line of who asks in English is told in English', async () => {
    const widget = await WidgetPage.visit(browser, product.url, { viewport: SMALL_PHONE })
    await widget.begin()
    await widget.write('I want to talk to a human')
    await widget.choice('Call me back').last().waitFor()
    expect(await widget.speaking.textContent()).toBe('In line for a person')
    expect(await widget.panel.getByText('Que me llamen').count()).toBe(0)
    expect(await widget.panel.evaluate((panel) => panel.closest('[lang]')?.getAttribute('lang'))).toBe('en')
    expect(await widget.announced()).toContainEqual(expect.stringMatching(/^Notice: /))
    await expectSound(widget, 'in-line-in-english')
  })

  test('leaving the line is one press, and so is coming back to the same place', async () => {
    const agent = await Agent.onDuty(product.url)
    const widget = await WidgetPage.visit(browser, product.url)
    await widget.begin()
    const key = await widget.ask()
    await widget.choice('Ya no lo necesito').click()
    await widget.page.locator('[data-person=ask]').waitFor()
    expect(await widget.personButton.textContent()).toContain(`Le guardamos su lugar (caso ${key})`)
    await expectSound(widget, 'left-line')
    await widget.personButton.click()
    expect(await widget.caseKey()).toBe(key)
    await agent.presence('away')
  })

  test('a cancellation ends in a receipt that can be saved: what, when, and under which reference', async () => {
    const widget = await WidgetPage.visit(browser, product.url)
    await widget.begin()
    await widget.write('Quiero cancelar mi servicio')
    await widget.said('número de cuenta').waitFor()
    await widget.write('445566 1234')
    await widget.choice('Sí, cancelar').click()
    const receipt = widget.panel.locator('.receipt')
    await receipt.waitFor()
    expect(await receipt.textContent()).toMatch(
      /Cancelación de Fibra 300.*Referencia.*Fecha.*2026.*Guardar.*Compartir/,
    )
    await expectSound(widget, 'receipt')
    const downloading = widget.page.waitForEvent('download')
    await receipt.getByRole('button', { name: 'Guardar' }).click()
    const download = await downloading
    const reference = (await receipt.locator('.ref').textContent()) ?? ''
    expect(download.suggestedFilename()).toBe(`${reference}.txt`)
    await receipt.getByRole('button', { name: 'Compartir' }).click()
    const told = widget.page.locator('[data-announcer] p').filter({ hasText: 'Copiado para compartir' })
    await told.waitFor({ state: 'attached' })
  })

  test('on a desktop the page stays in use beside it, in English and in the dark', async () => {
    const agent = await Agent.onDuty(product.url)
    const widget = await WidgetPage.visit(browser, `${product.url}/?lang=en`, {
      viewport: DESKTOP,
      colorScheme: 'dark',
      locale: 'en-GB',
    })
    await widget.begin()
    expect(await widget.speaking.textContent()).toBe('Automatic assistant')
    await expectSound(widget, 'desktop-dark-en')
    const box = await widget.panel.boundingBox()
    expect(box).toMatchObject({ width: 380, height: 600 })
    expect(await widget.panel.getAttribute('aria-modal')).toBeNull()
    const key = await widget.ask()
    await agent.claim(key)
    await agent.say(key, 'Hello, this is Lucía.')
    await widget.said('Hello, this is Lucía.').waitFor()
    await expectSound(widget, 'desktop-dark-en-person')
    await agent.presence('away')
  })

  test('the bar stays in sight above a keyboard that leaves half of the screen', async () => {
    const agent = await Agent.onDuty(product.url)
    const widget = await WidgetPage.visit(browser, product.url, { viewport: SMALL_PHONE })
    await widget.begin()
    await widget.page.setViewportSize({ width: 320, height: 300 })
    await widget.field.focus()
    await expectSound(widget, 'keyboard-up')
    const key = await widget.ask()
    await widget.personButton.click()
    await expectSound(widget, 'keyboard-up-in-line')
    await agent.claim(key)
    await widget.page.locator('[data-person=with]').waitFor()
    await expectSound(widget, 'keyboard-up-with-person')
    await agent.presence('away')
  })
})

describe('with nobody on duty', () => {
  test('says when somebody is back, and offers to keep the chat open or a call', async () => {
    const widget = await WidgetPage.visit(browser, closedDesk.url, { viewport: SMALL_PHONE })
    await widget.begin()
    const key = await widget.ask()
    expect(await widget.personButton.textContent()).toContain('Volvemos mañana a las 7:00')
    await expectSound(widget, 'nobody')
    await widget.choice('Que me llamen').click()
    const window = widget.panel.locator('.chips .choice').first()
    await window.waitFor()
    await expectSound(widget, 'choose-window')
    await window.click()
    await widget.personButton.getByText(/^Le llamamos mañana, de 7:/).waitFor()
    expect(await widget.caseKey()).toBe(key)
    await expectSound(widget, 'scheduled')
    await widget.choice('Volver a la fila').click()
    await widget.personButton.getByText('No hay nadie de turno').waitFor()
    expect(await widget.caseKey()).toBe(key)
  })
})
