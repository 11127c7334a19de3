import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Customer } from '../../support/direct-line.ts'
import { axeViolations, openBrowser, screenshot } from '../support/chromium.ts'
import { startDemo } from '../support/product.ts'
import { openConsole, signIn } from './support.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof startDemo>>
beforeAll(async () => {
  ;[browser, product] = await Promise.all([openBrowser(), startDemo()])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('an agent promises something, the customer reads it, and it is done under a reference', async () => {
  const customer = await Customer.arrive(product.url)
  expect(await customer.write('quiero hablar con una persona').post(product.url)).toBe(200)
  const { page, complaints } = await openConsole(browser, product.url)
  await signIn(page)
  await page.keyboard.press('Alt+u')
  await page.getByRole('button', { name: /^Disponible/ }).waitFor()
  await page.keyboard.press('Alt+n')
  await page.locator('#reply').waitFor()

  await page.getByRole('button', { name: 'Prometer algo…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('De qué se trata').selectOption('refund')
  await dialog.getByLabel(/^Lo que se promete/).fill('Devolución de $ 19.990')
  await dialog.getByLabel('A más tardar').selectOption('refund')
  await screenshot(page, 'console-promise')
  expect(await axeViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Prometer', exact: true }).click()
  await customer.hears(product.url, (said) => said.some((one) => one.includes('se compromete a esto')))

  await page.getByRole('button', { name: /^Confirmar o cerrar… Devolución/ }).click()
  await dialog.getByLabel('Referencia de la empresa').fill('DEV-20261123-1')
  await screenshot(page, 'console-settle')
  expect(await axeViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Guardar y avisar al cliente' }).click()
  await customer.hears(product.url, (said) => said.some((one) => one.includes('Referencia: DEV-20261123-1')))
  await page.getByText(/confirmado · ref\. DEV-20261123-1/).waitFor()
  await screenshot(page, 'console-promise-kept')
  expect(complaints).toEqual([])
})
