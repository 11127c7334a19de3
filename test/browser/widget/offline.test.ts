import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { Agent } from '../support/agent.ts'
import { axeViolations, openBrowser, screenshot } from '../support/chromium.ts'
import { startDemo } from '../support/product.ts'
import { SMALL_PHONE, WidgetPage } from '../support/widget-page.ts'

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

const CHAT = '**/v3/directline/**'

/** The page itself still loads (from a cache, say), the chat does not get through. */
async function cutChat(page: Page): Promise<void> {
  await page.context().route(CHAT, (route) => route.abort('internetdisconnected'))
  await page.context().routeWebSocket('**/stream**', (socket) => socket.close())
}

describe('without a network', () => {
  test('what was written is kept through a reload, and sent once and in order when the network is back', async () => {
    const widget = await WidgetPage.visit(browser, product.url, { viewport: SMALL_PHONE })
    const { page } = widget
    await widget.begin()
    await widget.write('Hola, tengo una pregunta')
    await widget.said('Hola, tengo una pregunta').locator('.delivery').waitFor()

    await cutChat(page)
    await page.context().setOffline(true)
    await widget.panel.getByText('Sin conexión.').waitFor()
    for (const words of ['primera sin red', 'segunda sin red', 'tercera sin red']) await widget.write(words)
    await widget.personButton.click()
    await widget.personButton.getByText('Está guardado en este dispositivo').waitFor()
    expect(await widget.said('primera sin red').locator('.meta').textContent()).toBe(
      'Guardado en este dispositivo',
    )
    await screenshot(page, 'widget-offline')
    expect(await widget.canSeePerson()).toBe(true)
    expect(await axeViolations(page)).toEqual([])

    await page.context().setOffline(false)
    await page.reload()
    await widget.open()
    await widget.said('tercera sin red').waitFor()
    expect(await widget.ownWords()).toEqual([
      'primera sin red',
      'segunda sin red',
      'tercera sin red',
      'Hablar con una persona',
    ])
    expect(await widget.canSeePerson()).toBe(true)

    await page.context().unrouteAll()
    await page.reload()
    await widget.open()
    const key = await widget.caseKey()
    const words = [
      'Hola, tengo una pregunta',
      'primera sin red',
      'segunda sin red',
      'tercera sin red',
      'Hablar con una persona',
    ]
    await widget.said('Hablar con una persona').locator('.delivery').first().waitFor()
    expect(await widget.ownWords()).toEqual(words)
    expect(await agent.heardFromCustomer(key)).toEqual(words)
    expect(widget.complaints).toEqual([])
  })

  test('while the store is away an ask is answered by its receipt, also behind what has to wait', async () => {
    const widget = await WidgetPage.visit(browser, product.url, { viewport: SMALL_PHONE })
    const { page } = widget
    await widget.begin()
    // As the server answers then: test/spool/ has it from the real one.
    await page.route('**/activities', async (route) => {
      const isAsk = route.request().postData()?.includes('"action":"ask"') === true
      const kept = { kept: true, caseKey: 'K7M-4QX', askedAt: '', text: 'Su solicitud quedó guardada.' }
      const refused = { error: { code: 'not-stored', message: 'send it again' } }
      await (isAsk
        ? route.fulfill({ status: 200, json: { id: 'c|x', escotilla: kept } })
        : route.fulfill({ status: 503, json: refused }))
    })
    await widget.write('Hola, tengo una pregunta')
    await widget.personButton.click()
    await widget.panel.getByText('Su solicitud quedó guardada.').waitFor()
    await widget.personButton.getByText('Su solicitud K7M-4QX está a salvo').waitFor()
    expect(await widget.said('Hola, tengo una pregunta').locator('.meta').textContent()).toBe(
      'Guardado en este dispositivo',
    )
    await screenshot(page, 'widget-store-away')
    expect(await axeViolations(page)).toEqual([])
  })

  test('an answer that was lost on its way does not send the message twice', async () => {
    const widget = await WidgetPage.visit(browser, product.url)
    await widget.begin()
    let lost = 0
    await widget.page.route('**/activities', async (route) => {
      // The server takes it; what it answers gets lost, twice.
      await route.fetch()
      lost += 1
      if (lost <= 2) await route.abort('connectionreset')
      else await route.continue()
    })
    await widget.write('Quiero hablar con una persona, por favor')
    const key = await widget.caseKey()
    expect(await agent.heardFromCustomer(key)).toEqual(['Quiero hablar con una persona, por favor'])
    expect(await widget.ownWords()).toEqual(['Quiero hablar con una persona, por favor'])
  })

  test('a server that has no store now keeps the message waiting here, and gets it later', async () => {
    const widget = await WidgetPage.visit(browser, product.url)
    await widget.begin()
    let isAway = true
    await widget.page.route('**/activities', (route) =>
      isAway
        ? route.fulfill({ status: 503, json: { error: { code: 'store-away', message: 'not stored' } } })
        : route.continue(),
    )
    await widget.write('¿Me pasan con alguien?')
    await widget.said('¿Me pasan con alguien?').getByText('Guardado en este dispositivo').waitFor()
    isAway = false
    const key = await widget.caseKey()
    expect(await agent.heardFromCustomer(key)).toEqual(['¿Me pasan con alguien?'])
  })

  test('where sockets do not get through, asking for what is new takes their place', async () => {
    const context = await browser.newContext({ locale: 'es-CO' })
    await context.routeWebSocket('**/stream**', (socket) => socket.close({ code: 1006 }))
    const widget = await WidgetPage.inContext(context, product.url)
    await widget.begin()
    const key = await widget.ask()
    await agent.claim(key)
    await agent.say(key, 'Le escribo sin sockets')
    await widget.said('Le escribo sin sockets').waitFor()
    expect(await widget.speaking.textContent()).toContain('Lucía')
  })

  test('a message that the server refuses says so, and can be taken back', async () => {
    const widget = await WidgetPage.visit(browser, product.url)
    await widget.begin()
    await widget.page.route('**/activities', (route) =>
      route.fulfill({ status: 400, json: { error: { code: 'text-too-long', message: 'too long' } } }),
    )
    await widget.write('demasiado')
    await widget.said('demasiado').getByText('No se pudo enviar (text-too-long)').waitFor()
    await widget.choice('Quitar').click()
    await widget.said('demasiado').waitFor({ state: 'detached' })
  })
})

describe('two tabs of one customer', () => {
  test('share the conversation, and each message is sent once', async () => {
    const first = await WidgetPage.visit(browser, product.url)
    await first.begin()
    await first.write('Hola')
    await first
      .said(/^Usted: Hola/)
      .locator('.delivery')
      .waitFor()
    const second = await WidgetPage.inContext(first.page.context(), product.url)
    await second.open()
    await second.said(/^Usted: Hola/).waitFor()
    await first.write('Muchas gracias')
    await second.said('Muchas gracias').waitFor()
    const key = await second.ask()
    await first.caseKey()
    await agent.claim(key)
    await agent.say(key, 'Les veo a los dos')
    await Promise.all([first.said('Les veo a los dos').waitFor(), second.said('Les veo a los dos').waitFor()])
    expect(await agent.heardFromCustomer(key)).toEqual(['Hola', 'Muchas gracias', 'Hablar con una persona'])
  })
})
