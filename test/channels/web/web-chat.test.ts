import { mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { WebDesk } from './web-desk.ts'

/** Microsoft's Web Chat in a real browser, on a page of another origin than the server's. */
let desk: WebDesk
let site: Server
let siteUrl: string
let browser: Browser

const WEB_CHAT = readFileSync(
  path.join(import.meta.dirname, '../../../node_modules/botframework-webchat/dist/webchat-minimal.js'),
)
const OUTPUT = path.join(import.meta.dirname, '../../output')

const page = (domain: string): string => `<!doctype html>
<html lang="es"><meta charset="utf-8"><title>Una tienda</title>
<div id="chat" style="height: 600px; width: 400px"></div>
<script src="/webchat.js"></script>
<script type="module">
  const resume = localStorage.getItem('resume') ?? undefined
  const answer = await fetch('${domain}/tokens/generate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resume }),
  })
  const generated = await answer.json()
  localStorage.setItem('resume', generated.resume)
  // After a loss the client waits 3 s and up to 12 s more, by chance: here always 3.
  const directLine = WebChat.createDirectLine({ domain: '${domain}', token: generated.token, random: () => 0 })
  WebChat.renderWebChat({ directLine, locale: 'es-ES' }, document.getElementById('chat'))
</script></html>`

beforeAll(async () => {
  desk = await WebDesk.open()
  desk.reply = (text) =>
    text === 'sí'
      ? { text: 'Hecho.' }
      : { text: `¿Quiere cancelar? (${text})`, buttons: [{ label: 'sí' }, { label: 'Nada de esto' }] }
  site = createServer((req, res) => {
    const isScript = req.url === '/webchat.js'
    res.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
    res.end(isScript ? WEB_CHAT : page(desk.directLineUrl))
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  site?.closeAllConnections()
  await new Promise((resolve) => site?.close(resolve))
  await desk?.close()
})

/** What Web Chat shows as the transcript, message by message. */
const bubbles = (on: Page): Locator => on.locator('.webchat__bubble__content')
const sendFailed = (on: Page): Locator =>
  on.getByText(/no se pudo enviar|envío fallido|send failed|reintentar/i)

async function send(on: Page, text: string): Promise<void> {
  await on.locator('[data-id="webchat-sendbox-input"]').fill(text)
  await on.keyboard.press('Enter')
}

test('Web Chat talks, shows buttons, goes on after a reload and after a restart of the server', async () => {
  const context = await browser.newContext({ locale: 'es-ES' })
  const chat = await context.newPage()
  const errors: string[] = []
  chat.on('pageerror', (error) => errors.push(error.message))
  await chat.goto(siteUrl)
  await chat.getByText('Soy el asistente automático.').first().waitFor()

  await send(chat, 'quiero cancelar')
  await bubbles(chat).getByText('¿Quiere cancelar? (quiero cancelar)').first().waitFor()
  const buttons = chat.getByRole('toolbar', { name: 'Acciones sugeridas' })
  const yes = buttons.getByRole('button', { name: 'sí' })
  await yes.waitFor()
  await buttons.getByRole('button', { name: 'Nada de esto' }).waitFor()
  mkdirSync(OUTPUT, { recursive: true })
  await chat.screenshot({ path: path.join(OUTPUT, 'web-chat.png') })
  await yes.click()
  await bubbles(chat).getByText('Hecho.').first().waitFor()
  const said = [
    'Soy el asistente automático.',
    'quiero cancelar',
    '¿Quiere cancelar? (quiero cancelar)',
    'sí',
    'Hecho.',
  ]
  await expect(shownIn(chat)).resolves.toEqual(said)
  await expect(sendFailed(chat).count()).resolves.toBe(0)

  await chat.reload()
  await bubbles(chat).getByText('Hecho.').first().waitFor()
  await expect(shownIn(chat)).resolves.toEqual(said)

  await desk.restart()
  const conversationId = await conversationOf(chat)
  await desk.append(conversationId, {
    kind: 'message',
    from: { kind: 'agent', id: 'agent-1', name: 'Lucía' },
    text: 'Hola, soy Lucía.',
  })
  await bubbles(chat).getByText('Hola, soy Lucía.').first().waitFor()
  await send(chat, 'gracias')
  await bubbles(chat).getByText('(gracias)').first().waitFor()
  await expect(shownIn(chat)).resolves.toEqual([
    ...said,
    'Hola, soy Lucía.',
    'gracias',
    '¿Quiere cancelar? (gracias)',
  ])
  await expect(sendFailed(chat).count()).resolves.toBe(0)
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('Web Chat sends a photo, and links to it at its signed address', async () => {
  const context = await browser.newContext({ locale: 'es-ES' })
  const chat = await context.newPage()
  await chat.goto(siteUrl)
  await chat.getByText('Soy el asistente automático.').first().waitFor()
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  await chat.locator('input[type=file]').setInputFiles({
    name: 'modem.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png, 'base64'),
  })
  // It looks at the file before it takes it: words sent earlier would go without.
  await chat.locator('.webchat__attachment-icon--checked').waitFor()
  await send(chat, 'mi módem')
  const link = chat.locator('a[href*="/uploads/"]').first()
  // The first of them is the one that screen readers hear.
  await link.waitFor({ state: 'attached' })
  const read = await fetch((await link.getAttribute('href')) ?? '')
  expect([read.status, read.headers.get('content-type')]).toEqual([200, 'image/png'])
  await expect(sendFailed(chat).count()).resolves.toBe(0)
  await context.close()
}, 60_000)

async function shownIn(on: Page): Promise<string[]> {
  const texts = await bubbles(on).allInnerTexts()
  return texts.map((text) => text.trim())
}

async function conversationOf(on: Page): Promise<string> {
  const resume = await on.evaluate<string>("localStorage.getItem('resume')")
  return (JSON.parse(Buffer.from(resume.split('.')[1] ?? '', 'base64url').toString()) as { conv: string })
    .conv
}
