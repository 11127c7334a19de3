import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../../src/config.ts'
import { type Product, startProduct } from '../../../src/main.ts'
import type { Recognizer } from '../../../src/understanding/recognizer.ts'
import { Customer } from '../../support/direct-line.ts'
import { axeViolations, openBrowser, screenshot } from '../support/chromium.ts'
import { CuttableLine } from './cuttable-line.ts'
import { announced, focused, openConsole, signIn } from './support.ts'

let browser: Browser
let product: Product
let folder: string

/** These customers ask for a person; what the bot would have understood does not matter. */
const understandsNothing: Recognizer = {
  recognize: async () => ({ intent: undefined, candidates: [], entities: [], language: 'es', by: 'test' }),
}

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'escotilla-console-'))
  const config = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' })
  product = await startProduct(config, { recognizer: understandsNothing })
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await product.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function customerAsks(text: string): Promise<Customer> {
  const customer = await Customer.arrive(product.url)
  expect(await customer.write(text).post(product.url)).toBe(200)
  return customer
}

async function agentConsole(name: RegExp): Promise<{ page: Page; complaints: string[] }> {
  const console = await openConsole(browser, product.url)
  await signIn(console.page, name)
  return console
}

const onDuty = async (page: Page): Promise<void> => {
  const duty = page.getByRole('button', { name: /^(No disponible|Disponible)/ })
  if ((await duty.getAttribute('aria-pressed')) === 'false') await page.keyboard.press('Alt+u')
  await page.getByRole('button', { name: /^Disponible/ }).waitFor()
}

test('an agent signs in, takes the next customer, answers, notes and resolves with the keyboard alone', async () => {
  const customer = await customerAsks('quiero hablar con una persona')
  const { page, complaints } = await openConsole(browser, product.url)
  await page.getByRole('button', { name: /Lucía/ }).waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('Lucía')
  await page.keyboard.press('Enter')
  await page.getByText('En línea').waitFor()
  await onDuty(page)
  await page.getByText('Espera 1').waitFor()

  await page.keyboard.press('Alt+n')
  await page.locator('#reply').waitFor()
  expect(await focused(page)).toBe('reply')
  await page.locator('.line--customer', { hasText: 'quiero hablar con una persona' }).waitFor()
  await page.keyboard.type('Hola, soy Lucía. ¿En qué le ayudo?')
  await page.keyboard.press('Control+Enter')
  await customer.hears(product.url, (said) => said.some((one) => one.includes('soy Lucía')))
  await page.getByText('Contestado en').waitFor()

  await page.keyboard.press('Alt+o')
  await page.keyboard.type('Solo quería saber su saldo')
  await page.keyboard.press('Control+Enter')
  await page.locator('.line--note', { hasText: 'Solo quería saber su saldo' }).waitFor()
  expect(await customer.transcript(product.url)).not.toContainEqual(expect.stringContaining('su saldo'))

  await page.keyboard.press('Alt+x')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.getByText('Caso resuelto.').waitFor()
  expect(await axeViolations(page)).toEqual([])
  expect(complaints).toEqual([])
  await screenshot(page, 'console-resolved')
})

test('what a customer writes is announced with who speaks, once, and the focus stays', async () => {
  const customer = await customerAsks('quiero hablar con una persona')
  const { page } = await agentConsole(/Lucía/)
  await onDuty(page)
  await page.keyboard.press('Alt+n')
  await page.locator('#reply').waitFor()
  await page.keyboard.type('Un momento')
  await customer.write('Mi cuenta es la 4401').post(product.url)
  await page.locator('.bubble', { hasText: 'Mi cuenta es la 4401' }).waitFor()
  const told = (await announced(page)).filter((text) => text.includes('4401'))
  expect(told).toEqual([expect.stringMatching(/^Cliente \S+: Mi cuenta es la 4401$/)])
  expect(await focused(page)).toBe('reply')

  await customerAsks('necesito una persona ya')
  await page.getByText('Espera 1').waitFor()
  expect((await announced(page)).filter((text) => text.startsWith('Nuevo en la fila'))).toHaveLength(1)
  expect(await focused(page)).toBe('reply')
  expect(await page.locator('#reply').inputValue()).toBe('Un momento')
})

test('of two agents who take one case, the second is told that somebody was faster', async () => {
  await customerAsks('quiero hablar con una persona')
  const first = await agentConsole(/Lucía/)
  const second = await agentConsole(/Andrés/)
  await onDuty(first.page)
  await onDuty(second.page)
  for (const { page } of [first, second])
    await page.locator('.part').last().getByRole('button').first().click()
  // The second one's view is held: it is about to press when the first one takes it.
  await second.page.getByRole('button', { name: 'Tomar este chat' }).waitFor()
  await second.page.route('**/events', (route) => route.abort())
  await first.page.getByRole('button', { name: 'Tomar este chat' }).click()
  await first.page.getByText('Ahora atiende').first().waitFor()
  await second.page.keyboard.press('Alt+g')
  await second.page.locator('.toast').waitFor()
  expect(await second.page.locator('.toast').textContent()).toContain('Otra persona lo tomó primero')
  await second.page.getByText('Lo atiende otra persona').waitFor()
})

test('a draft survives a reload, and what was sent without a network is sent once when it is back', async () => {
  const customer = await customerAsks('quiero hablar con una persona')
  const { page } = await agentConsole(/Lucía/)
  await onDuty(page)
  await page.keyboard.press('Alt+n')
  await page.locator('#reply').waitFor()
  await page.keyboard.type('A medio escribir')
  await page.reload()
  await page.getByText('En línea').waitFor()
  await page.keyboard.press('Alt+1')
  await page.locator('#reply').waitFor()
  expect(await page.locator('#reply').inputValue()).toBe('A medio escribir')

  await page.context().setOffline(true)
  await page.getByText('Sin red').waitFor()
  await page.locator('#reply').fill('Escrito sin red')
  await page.keyboard.press('Control+Enter')
  await page.getByText('En espera de red').waitFor()
  await page.reload({ waitUntil: 'commit' }).catch(() => undefined)
  await page.context().setOffline(false)
  await page.goto(`${product.url}/agent`)
  const said = await customer.hears(product.url, (lines) => lines.some((one) => one.includes('sin red')))
  expect(said.filter((one) => one.includes('Escrito sin red'))).toHaveLength(1)
})

test('a cut connection misses nothing and tells nothing twice', async () => {
  const line = await CuttableLine.to(product.url)
  try {
    const customer = await customerAsks('quiero hablar con una persona')
    const { page } = await openConsole(browser, line.url)
    await signIn(page, /Lucía/)
    await onDuty(page)
    await page.keyboard.press('Alt+n')
    await page.locator('#reply').waitFor()
    line.cut()
    await page.getByText('Reconectando').waitFor()
    await page.keyboard.type('Escrito mientras tanto')
    await page.keyboard.press('Control+Enter')
    for (const text of ['uno', 'dos', 'tres']) await customer.write(text).post(product.url)
    line.mend()
    await page.getByText('En línea').waitFor()
    await page.locator('.line--customer', { hasText: 'tres' }).waitFor()
    const said = await page.locator('.line--customer .words').allTextContents()
    expect(said).toEqual(['quiero hablar con una persona', 'uno', 'dos', 'tres'])
    const told = (await announced(page)).filter((text) => /: (uno|dos|tres)$/.test(text))
    expect(told.map((text) => text.split(': ')[1])).toEqual(['uno', 'dos', 'tres'])
    const heard = await customer.hears(product.url, (all) =>
      all.some((one) => one.includes('mientras tanto')),
    )
    expect(heard.filter((one) => one.includes('mientras tanto'))).toHaveLength(1)
  } finally {
    await line.close()
  }
})

test('rows stay where they are while the pointer is over the list', async () => {
  await customerAsks('quiero hablar con una persona')
  await customerAsks('quiero hablar con una persona, por favor')
  const { page } = await agentConsole(/Lucía/)
  await onDuty(page)
  await page.keyboard.press('Alt+n')
  // Until an answer came, the same key is the same wish: it would not take a second chat.
  await page.locator('#reply').waitFor()
  await page.keyboard.press('Alt+n')
  const mine = page.locator('.part').first().locator('.row')
  await mine.nth(1).waitFor()
  const order = () => mine.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key') ?? ''))
  await page.mouse.move(900, 300)
  await mine.first().hover()
  const before = await order()
  const open = await page.locator('.row__open[aria-current]').locator('..').getAttribute('data-key')
  // An answer to the one who waits longest would move that row down.
  const firstIsOpen = open === before[0]
  if (!firstIsOpen) await mine.first().click()
  await mine.first().hover()
  await page.locator('#reply').pressSequentially('Hola', { delay: 0 })
  await mine.first().hover()
  await page.getByRole('button', { name: 'Enviar' }).dispatchEvent('click')
  await page.locator('.line--agent', { hasText: 'Hola' }).waitFor()
  await page.getByText('Quieta mientras apunta').waitFor()
  expect(await order()).toEqual(before)
  await page.mouse.move(900, 300)
  await page.locator('.part').first().locator(`.row:first-child[data-key="${before[1]}"]`).waitFor()
})
