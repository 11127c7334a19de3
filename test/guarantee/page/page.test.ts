import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { dialogs } from '../../../dialogs/index.ts'
import type { House } from '../../../src/guarantee/check.ts'
import type { Check } from '../../../src/guarantee/checks.ts'
import { renderPage } from '../../../src/guarantee/page/page.ts'
import { axeViolations, openBrowser, screenshot } from '../../browser/support/chromium.ts'
import { checkThat, HOSTILE, houseOf, reportOf, smallDialog } from './house.ts'

const folder = mkdtempSync(join(tmpdir(), 'escotilla-guarantee-'))
/** Enough to see: drawing hundreds of steps takes its time. */
const few = dialogs.filter(({ id }) => ['cancel-service', 'no-internet'].includes(id))
const demo = houseOf(...few)
/** The page of a report that holds, as most tests open it. */
let held: string
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  held = await drawn(demo, [checkThat('static')])
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Opened {
  page: Page
  /** What the page asked the network for, and what the browser complained about. */
  requests: string[]
  complaints: string[]
}

async function drawn(house: House, checks: readonly Check[]): Promise<string> {
  return await renderPage(await reportOf(house, checks), house)
}

async function open(html: string, { language = 'es', width = 1280, dark = false } = {}): Promise<Opened> {
  const file = join(folder, 'guarantee.html')
  writeFileSync(file, html)
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
  })
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const address = pathToFileURL(file).href
  await page.goto(address)
  return { page, requests: requests.filter((url) => url !== address), complaints }
}

test.each([
  { language: 'es', width: 1280, dark: false },
  { language: 'en', width: 390, dark: true },
])('anybody can read it: axe finds nothing, nothing is loaded, nothing sticks out (%j)', async (look) => {
  const bad = {
    rule: 'bounces',
    where: { dialog: 'thanks' },
    what: 'Wrong.',
    fix: 'Mend.',
    transcript: '> a',
  }
  const html = await drawn(demo, [checkThat('static'), checkThat('explore', { violations: [bad] })])
  const { page, requests, complaints } = await open(html, look)
  expect(await axeViolations(page)).toEqual([])
  await screenshot(page, `guarantee-${look.language}-${look.width}-${look.dark ? 'dark' : 'light'}`)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width)
  expect({ requests, complaints }).toEqual({ requests: [], complaints: [] })
})

test('it opens in the reader’s language and changes at a press, without a network', async () => {
  const { page } = await open(held, { language: 'en' })
  const title = page.getByRole('heading', { level: 1 })
  expect(await title.innerText()).toBe('The promise holds')
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  await page.getByText('Español').click()
  expect(await title.innerText()).toBe('La promesa se cumple')
  expect(await page.getAttribute('html', 'lang')).toBe('es')
  // In the drawings too.
  expect(await page.locator('svg.graph .kind:visible').first().textContent()).toBe('Pregunta')
})

test('every step of every dialog is drawn, and says in words where it leads', async () => {
  const { page } = await open(held)
  for (const dialog of few) {
    const drawing = page.locator(`#dialog-${dialog.id}`)
    expect(await drawing.locator('svg .step').count()).toBe(Object.keys(dialog.steps).length)
    expect(await drawing.locator('.steps > li').count()).toBe(Object.keys(dialog.steps).length)
  }
  await page.getByText('Los pasos, en palabras').first().click()
  const refused = page.locator('[id="cancel-service.account"] .ways li').nth(1)
  expect(await refused.innerText()).toBe('no puede decirlo → noAccount')
})

test('what a dialog or a check says is shown and never run', async () => {
  const hostile = {
    rule: HOSTILE,
    where: { file: HOSTILE, dialog: HOSTILE, step: HOSTILE, text: HOSTILE },
    what: HOSTILE,
    fix: HOSTILE,
    transcript: `> ${HOSTILE}`,
  }
  const html = await drawn(houseOf(smallDialog(HOSTILE)), [
    checkThat('static', { violations: [hostile], claim: { es: HOSTILE, en: HOSTILE } }),
    { ...checkThat('explore'), run: () => Promise.reject(new Error(HOSTILE)) },
  ])
  const { page, requests, complaints } = await open(html)
  expect(await page.evaluate('window.hacked')).toBeUndefined()
  expect({ requests, complaints }).toEqual({ requests: [], complaints: [] })
  expect(await page.locator('img, main script').count()).toBe(0)
  expect(await page.locator('#dialog-move-house h3').textContent()).toContain(HOSTILE)
  expect(await page.locator('.transcript').textContent()).toContain(HOSTILE)
})

test('the same report gives the same page', async () => {
  expect(await drawn(demo, [checkThat('static')])).toBe(held)
})

test('the page of all dialogs has less than two megabytes', async () => {
  expect((await drawn(houseOf(...dialogs), [checkThat('static')])).length).toBeLessThan(2_000_000)
})

test('a promise that no check speaks about is not called kept', async () => {
  const { page } = await open(held, { language: 'en' })
  const card = (title: string) => page.locator('.promise').filter({ hasText: title })
  expect(await card('You can always leave').innerText()).toContain('Holds')
  expect(await card('No wait without an end').innerText()).toContain('Tested elsewhere')
})

test('a violation counts against the part of the promise that its rule belongs to, and no other', async () => {
  const check = {
    ...checkThat('static', { violations: [{ rule: 'bounces', where: {}, what: 'Wrong.', fix: 'Mend.' }] }),
    breaks: { bounces: ['G6' as const] },
  }
  const { page } = await open(await drawn(demo, [check]), { language: 'en' })
  const card = (title: string) => page.locator('.promise').filter({ hasText: title })
  expect(await card('Nobody is sent elsewhere').innerText()).toContain('Does not hold')
  expect(await card('You can always leave').innerText()).toContain('Holds')
})
