import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { openConsole, signIn } from './console/support.ts'
import { openBrowser, screenshot } from './support/chromium.ts'
import { PHONE, WidgetPage } from './support/widget-page.ts'

// A real server that is killed and started again, and two browsers: on a busy machine that takes its time.
jest.setTimeout(180_000)

let browser: Browser
let dataDir: string
let server: ServerProcess

beforeAll(async () => {
  browser = await openBrowser()
  dataDir = await mkdtemp(path.join(tmpdir(), 'escotilla-two-sides-'))
  server = await startServer(dataDir)
})
afterAll(async () => {
  await browser.close()
  await server.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

test('a customer cancels, asks for a person, is answered, and both go on after the server was killed', async () => {
  const { url } = server
  const customer = await WidgetPage.visit(browser, `${url}/?lang=es`, { viewport: PHONE })
  await customer.begin()
  await customer.write('quiero dar de baja el internet')
  await customer.said('número de cuenta').waitFor()
  await customer.write('445566')
  await customer.said('4 últimas cifras').waitFor()
  await customer.write('1234')
  await customer.said('¿Lo cancelo?').waitFor()
  await customer.choice('Sí, cancelar').click()
  await customer.said(/queda cancelado con fin el .* Referencia: /s).waitFor()
  await screenshot(customer.page, 'two-sides-1-cancelled')

  await customer.write('no reconozco un cobro de mi factura')
  await customer.said(/cobro/i).last().waitFor()
  await customer.write('me pasas con alguien?')
  const key = await customer.caseKey()
  expect(key).toMatch(/^\w{3}-\w{3}$/)
  await screenshot(customer.page, 'two-sides-2-in-line')

  const { page: desk, complaints } = await openConsole(browser, url)
  await signIn(desk)
  await desk.keyboard.press('Alt+u')
  await desk.getByRole('button', { name: /^Disponible/ }).waitFor()
  await desk.keyboard.press('Alt+n')
  await desk.locator('#reply').waitFor()
  await desk.locator('.line--customer', { hasText: 'me pasas con alguien?' }).waitFor()
  // Nothing is asked twice: the account number is on the card.
  await desk.getByText('445566').first().waitFor()
  await desk.keyboard.type('Hola, soy Lucía. Reviso ese cobro ahora mismo.')
  await desk.keyboard.press('Control+Enter')
  await customer.said('Reviso ese cobro').waitFor()
  await customer.speaking.filter({ hasText: 'Lucía' }).waitFor()
  await screenshot(customer.page, 'two-sides-3-customer-with-person')
  await screenshot(desk, 'two-sides-4-agent')

  expect(await server.kill('SIGKILL')).toBe('SIGKILL')
  await customer.write('gracias, aquí espero')
  server = await startServer(dataDir, { port: Number(new URL(url).port) })

  await desk.locator('.line--customer', { hasText: 'gracias, aquí espero' }).waitFor({ timeout: 60_000 })
  await desk.locator('#reply').fill('Listo: le devolvimos el cobro.')
  await desk.locator('#reply').press('Control+Enter')
  await customer.said('Listo: le devolvimos el cobro.').waitFor({ timeout: 60_000 })

  const words = await customer.ownWords()
  expect(words.filter((text) => text === 'gracias, aquí espero')).toHaveLength(1)
  expect(await customer.said('Listo: le devolvimos').count()).toBe(1)
  expect(await customer.said('Reviso ese cobro').count()).toBe(1)
  await screenshot(customer.page, 'two-sides-5-customer-after-restart')
  await screenshot(desk, 'two-sides-6-agent-after-restart')
  expect(customer.complaints).toEqual([])
  expect(complaints).toEqual([])
})
