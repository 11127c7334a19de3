import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openConsole, signIn } from './console/support.ts'
import { openBrowser, screenshot } from './support/chromium.ts'
import { startDemo } from './support/product.ts'
import { WidgetPage } from './support/widget-page.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof startDemo>>

beforeAll(async () => {
  browser = await openBrowser()
  product = await startDemo()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

/** Both screens in one picture: the one that the README shows is a copy of it. */
async function keepSideBySide(customer: Page, agent: Page): Promise<void> {
  const shots = [await customer.screenshot(), await agent.screenshot()]
  const page = await browser.newPage({ viewport: { width: 1740, height: 760 } })
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`)
  await page.setContent(
    `<style>body{margin:0;padding:20px;display:flex;gap:20px;background:#dfe6ea;height:720px;box-sizing:content-box}
     img{height:720px;border-radius:12px;box-shadow:0 2px 14px #0003}</style>${images.join('')}`,
  )
  await screenshot(page, 'side-by-side')
  await page.close()
}

test('a customer leaves the bot in the middle of a dialog; an agent who sees it all answers', async () => {
  const widget = await WidgetPage.visit(browser, product.url, { viewport: { width: 400, height: 720 } })
  await widget.begin()
  const say = async (text: string): Promise<void> => {
    await widget.field.fill(text)
    await widget.field.press('Enter')
  }
  const hears = (text: string | RegExp): Promise<void> => widget.panel.getByText(text).last().waitFor()
  await say('Quiero dar de baja el internet')
  await hears(/número de cuenta/)
  await say('445566 1234')
  await hears(/\[?Sí|cancelar/)
  await say('¿me pasas con alguien?')
  await hears(/Su solicitud quedó guardada/)

  const { page: agent } = await openConsole(browser, product.url, { timezoneId: 'America/Bogota' })
  await signIn(agent)
  await agent.keyboard.press('Alt+u')
  await agent.getByText('Espera 1').waitFor()
  await agent.keyboard.press('Alt+n')
  await agent.locator('#reply').waitFor()
  await agent
    .locator('#reply')
    .fill('Hola, soy Lucía. Veo que quiere dar de baja el internet: lo hacemos ahora mismo.')
  await agent.keyboard.press('Control+Enter')
  await hears(/soy Lucía/)
  await say('Gracias, Lucía. ¿Desde qué día?')
  await agent.locator('.line--customer', { hasText: 'Desde qué día' }).waitFor()
  await agent.locator('#reply').fill('Desde hoy. Le escribo la referencia en un minuto.')
  await agent.getByRole('banner').getByText('Ahora atiende a').waitFor({ state: 'hidden' })

  await keepSideBySide(widget.page, agent)
  expect(widget.complaints).toEqual([])
})
