import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { axeViolations, openBrowser, screenshot } from '../support/chromium.ts'
import { FakeDesk } from './fake-desk.ts'
import { ago, busyMorning, line, queueItem, waitingCase } from './scenes.ts'
import { openConsole, openPage, signIn } from './support.ts'

let browser: Browser
let desk: FakeDesk
/**
 * One page for all tests: opening one costs the browser more than anything that is done in it. Each desk has an
 * address of its own, so that what a page keeps for one is not there for the next.
 */
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, complaints } = await openPage(browser))
})
afterAll(() => browser.close())
beforeEach(async () => {
  desk = await FakeDesk.start()
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ colorScheme: 'light' })
})
afterEach(async () => {
  // Leaves before the desk does, and takes its complaints along; to nothing of the desk's own, so that the browser
  // need not begin a new process for it.
  await page.goto(`${desk.url}/nothing`)
  complaints.length = 0
  await desk.close()
})

async function open({ signedIn = true } = {}): Promise<void> {
  desk.signedIn = signedIn
  await page.goto(`${desk.url}/agent`)
}

/** Brings the state about and looks at it in light and dark; neither axe nor the browser may complain. */
async function inBothLooks(
  name: string,
  bring: () => Promise<void>,
  { signedIn = true } = {},
): Promise<void> {
  await open({ signedIn })
  await bring()
  await lookAt(name)
  expect(complaints).toEqual([])
}

/** `within`: what the dark look is about, when all else was looked at before. */
async function lookAt(name: string, at = page, within?: string): Promise<void> {
  await at.emulateMedia({ colorScheme: 'light' })
  await screenshot(at, `console-${name}-light`)
  expect(await axeViolations(at)).toEqual([])
  await at.emulateMedia({ colorScheme: 'dark' })
  await screenshot(at, `console-${name}-dark`)
  expect(await axeViolations(at, { rules: ['color-contrast'], within })).toEqual([])
}

const online = (at = page) => at.getByText(/En línea|Online/).waitFor()
const openMarta = async (at = page): Promise<void> => {
  await online(at)
  await at
    .getByRole('button', { name: /Marta Ruiz/ })
    .first()
    .click()
  // Her row says these words too: only the transcript means that the chat is there.
  await at.locator('#transcript').getByText('¿Me van a cobrar diciembre?').waitFor()
}

test('signing in', () =>
  inBothLooks(
    'sign-in',
    async () => {
      await page.getByRole('button', { name: /Mateo/ }).waitFor()
    },
    { signedIn: false },
  ))

test('nobody waits', () =>
  inBothLooks('nobody', async () => {
    await online()
    await page.getByText(/Buen trabajo|Well done/).waitFor()
  }))

test('a busy morning with a chat open', async () => {
  busyMorning(desk)
  await inBothLooks('busy', openMarta)
})

test('the same in English, over a store that may lose something', async () => {
  busyMorning(desk)
  desk.desk.durable = false
  desk.signedIn = true
  const english = await openConsole(browser, desk.url, { locale: 'en-US' })
  await openMarta(english.page)
  await english.page.getByText(/latest of what was written may be lost/).waitFor()
  await lookAt('busy-en', english.page)
  expect(english.complaints).toEqual([])
  await english.page.context().close()
})

test('writing a note', async () => {
  busyMorning(desk)
  await inBothLooks('note', async () => {
    await openMarta()
    await page.keyboard.press('Alt+o')
    await page.keyboard.type('Pide factura final por correo')
  })
})

test('every dialog', async () => {
  busyMorning(desk)
  await open()
  await openMarta()
  for (const [name, key] of [
    ['transfer', 'Alt+t'],
    ['resolve', 'Alt+x'],
    ['checking', 'Alt+v'],
    ['settings', 'Alt+j'],
    ['away', 'Alt+u'],
    ['shortcuts', '?'],
  ] as const) {
    if (key === '?') await page.locator('#transcript').focus()
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await lookAt(`dialog-${name}`, page, 'dialog[open]')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  expect(complaints).toEqual([])
})

test('about to lose a chat', async () => {
  busyMorning(desk)
  Object.assign(desk.chats[0] as object, { warned: true, returnsAt: ago(-0.65) })
  await inBothLooks('losing', async () => {
    await openMarta()
    await page.getByRole('button', { name: /Sigo aquí|I'm here/ }).waitFor()
  })
})

test('off duty with open chats', async () => {
  busyMorning(desk)
  desk.me.presence = {
    ...desk.me.presence,
    status: 'away',
    openChats: [
      {
        key: 'K7M-2Q',
        customerName: 'Marta Ruiz Salcedo',
        staysUntil: ago(-2),
        thenQueue: 'Atención general',
      },
      { key: 'R3C-8H', customerName: 'Jorge Paredes', thenQueue: 'Atención general' },
    ],
  }
  await inBothLooks('off-duty', openMarta)
})

test('reconnecting, with a message on its way', async () => {
  busyMorning(desk)
  await inBothLooks('reconnecting', async () => {
    desk.away = false
    await openMarta()
    desk.away = true
    desk.dropStreams()
    await page.getByText(/Reconectando|Reconnecting/).waitFor()
    await page.keyboard.type('No, diciembre no se cobra.')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/En espera de red|Waiting for the network/).waitFor()
  })
})

test('a storm: two hundred waiting', async () => {
  busyMorning(desk)
  for (let n = 0; n < 200; n += 1) {
    waitingCase(desk, `Z${n}`, '', { minutes: 4 - n / 60, says: `No tengo internet desde hace ${n} minutos` })
  }
  await inBothLooks('storm', async () => {
    await openMarta()
    await page.getByText(/Esperan 205|205 waiting/).waitFor()
    expect(await page.locator('.row').count()).toBeLessThan(60)
  })
})

test('whatever a customer writes is shown as text and stays in its place', async () => {
  const zalgo = `h${'\u0310\u0343\u0352'.repeat(40)}ola`
  const view = waitingCase(desk, 'X1-X1', '<img src=x onerror="document.title=\'hacked\'">', {
    says: '<script>document.title="hacked"</script> <b>negrita</b>',
  })
  view.transcript.push(
    line(3, 1, { kind: 'customer' }, `\u202Edesrever\u202E ${zalgo}`),
    line(4, 1, { kind: 'customer' }, 'a'.repeat(10_000)),
    line(5, 1, { kind: 'customer' }, 'מזל טוב 🎉 ولد'),
    line(6, 0.5, { kind: 'customer' }, 'mi foto', {
      attachments: [
        { contentType: 'image/png', name: 'x', url: 'https://elsewhere.example/track.png' },
        { contentType: 'text/html', name: 'javascript', url: 'javascript:document.title="hacked"' },
      ],
    }),
  )
  desk.claim('X1-X1')
  await inBothLooks('hostile', async () => {
    await online()
    await page
      .getByRole('button', { name: /onerror/ })
      .first()
      .click()
    await page.getByText('<b>negrita</b>').first().waitFor()
    expect(await page.title()).not.toContain('hacked')
    expect(await page.locator('.chat img, .chat a').count()).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280)
    const row = await page.locator('.row').first().boundingBox()
    expect(row?.height).toBe(50)
  })
})

for (const [name, viewport] of [
  ['1024', { width: 1024, height: 768 }],
  ['390', { width: 390, height: 844 }],
  // A window of 1280 by 720 whose text is twice as large.
  ['200-percent', { width: 640, height: 360 }],
] as const) {
  test(`at ${name} everything can be reached and nothing scrolls sideways`, async () => {
    busyMorning(desk)
    await inBothLooks(`width-${name}`, async () => {
      await page.setViewportSize(viewport)
      await openMarta()
      for (const tab of name === '1024' ? [] : [/^Chats$/, /^Cliente$|^Customer$/, /^Conversa/]) {
        await page.getByRole('button', { name: tab }).click()
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width)
      }
      await page.getByRole('button', { name: /^Tomar siguiente$|^Take next$/ }).click()
      await page.locator('.toast').waitFor()
      // Nobody has a keyboard on a phone; a notice that comes hides no other button.
      const shortcuts = page.getByRole('button', { name: /^Atajos|^Keyboard/ })
      expect(await shortcuts.isVisible()).toBe(name === '1024')
      expect(await page.getByRole('button', { name: /^Ajustes|^Settings/ }).isVisible()).toBe(true)
      await page.locator('#reply').waitFor()
    })
  })
}

test('a queue that was read stays in the serving order of the desk', async () => {
  busyMorning(desk)
  const late = waitingCase(desk, 'L1-L1', '', { minutes: 9 })
  desk.waiting = [queueItem(late), ...desk.waiting.filter((item) => item.key !== late.key)]
  await open({ signedIn: false })
  await signIn(page)
  const keys = page.locator('.part').last().locator('.row')
  await keys.first().waitFor()
  expect(await keys.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')))).toEqual(
    desk.waiting.map((item) => item.key),
  )
})

test('one key says “sigo aquí”, from within the reply box', async () => {
  busyMorning(desk)
  Object.assign(desk.chats[0] as object, { warned: true, returnsAt: ago(-0.65) })
  await open()
  await openMarta()
  await page.getByText('vuelve a la fila en').waitFor()
  await page.keyboard.type('Un mom')
  await page.keyboard.press('F2')
  await page.getByText('vuelve a la fila en').waitFor({ state: 'detached' })
  expect(desk.heard.map((one) => one.what)).toContain('POST /cases/K7M-2Q/still-here')
  expect(await page.locator('#reply').inputValue()).toBe('Un mom')
})

test('off duty, each open chat goes where the agent says', async () => {
  busyMorning(desk)
  await open()
  await openMarta()
  await page.keyboard.press('Alt+u')
  const choice = page.getByRole('dialog').locator('select')
  await choice.nth(0).selectOption('release')
  await choice.nth(1).selectOption({ label: 'Pasa a Mateo Rivas' })
  await page.getByRole('dialog').getByRole('button', { name: 'Dejar de estar disponible' }).click()
  await page.getByRole('button', { name: /^No disponible/ }).waitFor()
  const done = desk.heard.filter(({ what }) => /release|transfer|PUT/.test(what))
  expect(done).toEqual([
    { what: 'POST /cases/R3C-8H/release', body: {} },
    { what: 'POST /cases/K7M-2Q/transfer', body: { to: { agentId: 'agent-2' } } },
    { what: 'PUT /presence', body: { status: 'away', capacity: 4 } },
  ])
})

test('what could not be delivered says so and can be sent again', async () => {
  busyMorning(desk)
  const marta = desk.cases.get('K7M-2Q')
  Object.assign(marta?.transcript[10] as object, { delivery: 'failed', failure: 'pasaron 24 h' })
  await open()
  await openMarta()
  await page.getByText('No entregado').waitFor()
  await page.getByRole('button', { name: 'Enviar de nuevo' }).click()
  await page.getByText('No entregado').waitFor({ state: 'detached' })
  const line = marta?.transcript[10]
  const sent = desk.heard.filter(({ what }) => what === 'POST /cases/K7M-2Q/send-again')
  expect(sent.map(({ body }) => body)).toEqual([{ conversationId: line?.conversationId, seq: line?.seq }])
})

test('language and appearance are chosen once and remembered', async () => {
  await open()
  await online()
  await page.keyboard.press('Alt+j')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Dark' }).click()
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByText('Online').waitFor()
  expect(
    await page.evaluate('[document.documentElement.lang, document.documentElement.dataset.theme]'),
  ).toEqual(['en', 'dark'])
})
