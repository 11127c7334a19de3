import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { axeViolations, openBrowser, screenshot } from '../support/chromium.ts'
import { startDemo } from '../support/product.ts'
import { openSite } from '../support/site.ts'
import { DESKTOP, SMALL_PHONE, WidgetPage } from '../support/widget-page.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof startDemo>>
let site: Awaited<ReturnType<typeof openSite>>

/** Everything that a page's own style sheet could do to a guest. */
const HOSTILE = `
  * { all: unset !important; display: inline !important; font: italic 40px/0.5 cursive !important; color: red !important;
      letter-spacing: 9px !important; visibility: hidden !important; pointer-events: none !important; }
  html { font-size: 4px !important; }
  body { transform: rotate(3deg) scale(0.5); overflow: hidden; opacity: 0.2; }
  escotilla-widget { position: static !important; width: 10px !important; filter: blur(4px) !important; }
  div, button { z-index: 2147483647; }
`

beforeAll(async () => {
  ;[browser, product] = await Promise.all([openBrowser(), startDemo()])
  const script = `<script src="${product.url}/widget.js" data-lang="es" data-company="Tienda" defer></script>`
  const body = '<main><h1>Tienda</h1><p>Una página cualquiera.</p></main>'
  const page = (head: string, lang = 'es'): string =>
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tienda</title>${head}<body>${body}</body></html>`
  site = await openSite({
    '/': { html: page(script) },
    '/hostile': { html: page(`<style>${HOSTILE}</style>${script}`) },
    '/no-lang': { html: page(script.replace(' data-lang="es"', ''), 'en-US') },
    '/twice': { html: page(script + script) },
    '/strict': {
      html: page(script),
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${product.url}; connect-src ${product.url} ${product.url.replace('http', 'ws')}`,
      },
    },
  })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await product?.stop()
})

describe("on somebody else's page", () => {
  test('the page’s styles can’t break it', async () => {
    const plain = await WidgetPage.visit(browser, `${site.url}/`, { viewport: DESKTOP })
    const hostile = await WidgetPage.visit(browser, `${site.url}/hostile`, { viewport: DESKTOP })
    const looks: string[] = []
    for (const widget of [plain, hostile]) {
      const closed = await widget.opener.boundingBox()
      await widget.begin()
      await widget.page.mouse.move(0, 0)
      const open = await widget.panel.boundingBox()
      const bar = await widget.personButton.boundingBox()
      const bubble = await widget.page.evaluate<string>(`(() => {
        const text = document.querySelector('escotilla-widget').shadowRoot.querySelector('.text')
        const { fontSize, fontStyle, letterSpacing, color, visibility } = getComputedStyle(text)
        return [fontSize, fontStyle, letterSpacing, color, visibility].join(' ')
      })()`)
      looks.push(JSON.stringify({ closed, open, bar, bubble }))
    }
    await screenshot(hostile.page, 'widget-hostile-page')
    expect(looks[1]).toBe(looks[0])
    await hostile.write('Hola')
    await hostile
      .said(/^Usted: Hola/)
      .locator('.delivery')
      .waitFor()
    await hostile.ask()
    expect(await hostile.canSeePerson()).toBe(true)
    expect(hostile.complaints).toEqual([])
  })

  test('it works under a content security policy that allows it its script and its server, and no more', async () => {
    const widget = await WidgetPage.visit(browser, `${site.url}/strict`)
    await widget.begin()
    await widget.ask()
    expect(widget.complaints).toEqual([])
  })

  test('it speaks the language of its tag, else of the page, else of the browser', async () => {
    const byTag = await WidgetPage.visit(browser, `${site.url}/`, { locale: 'en-GB' })
    expect(await byTag.opener.textContent()).toBe('Ayuda')
    const byPage = await WidgetPage.visit(browser, `${site.url}/no-lang`)
    expect(await byPage.opener.textContent()).toBe('Help')
    await byPage.begin()
    expect(await byPage.said('I am the automatic assistant').count()).toBe(1)
  })

  test('a script that was put in twice makes one widget', async () => {
    const widget = await WidgetPage.visit(browser, `${site.url}/twice`)
    expect(await widget.opener.count()).toBe(1)
  })

  test('where the page may keep nothing it works all the same, and does not claim to have saved', async () => {
    const context = await browser.newContext({ locale: 'es-CO' })
    await context.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })",
    )
    const widget = await WidgetPage.inContext(context, `${site.url}/`)
    await widget.begin()
    await context.setOffline(true)
    await widget.panel.getByText('deje esta página abierta').waitFor()
    await widget.write('Hola')
    expect(
      await widget
        .said(/^Usted: Hola/)
        .locator('.meta')
        .textContent(),
    ).toBe('Sin enviar: no cierre esta página')
    await context.setOffline(false)
    await widget
      .said(/^Usted: Hola/)
      .locator('.delivery')
      .waitFor()
    await widget.ask()
    expect(widget.complaints).toEqual([])
  })
})

describe('for every reader', () => {
  test('nothing moves where reduced motion is asked for', async () => {
    const moving = await WidgetPage.visit(browser, `${site.url}/`, { reducedMotion: 'no-preference' })
    const still = await WidgetPage.visit(browser, `${site.url}/`, { reducedMotion: 'reduce' })
    const animations: string[] = []
    for (const widget of [moving, still]) {
      await widget.open()
      animations.push(
        await widget.page.evaluate<string>(`(() => {
        const { shadowRoot } = document.querySelector('escotilla-widget')
        return getComputedStyle(shadowRoot.querySelector('.panel')).animationName
      })()`),
      )
    }
    expect(animations).toEqual(['rise', 'none'])
  })

  test('text at twice the size fits on the smallest phone, and nothing scrolls sideways', async () => {
    const large = await openBrowser('--blink-settings=defaultFontSize=32')
    try {
      const widget = await WidgetPage.visit(large, `${site.url}/`, { viewport: SMALL_PHONE })
      await widget.begin()
      const size = await widget.page.evaluate<string>(
        "getComputedStyle(document.querySelector('escotilla-widget').shadowRoot.querySelector('.text')).fontSize",
      )
      expect(size).toBe('32px')
      for (const way of ['folded', 'unfolded']) {
        // The bar folds by itself where there is little room; asking for the key unfolds it.
        if (way === 'folded') await widget.personButton.click()
        else await widget.caseKey()
        await widget.page.locator('[data-person=wait]').waitFor()
        await screenshot(widget.page, `widget-200-percent-${way}`)
        expect(await widget.canSeePerson()).toBe(true)
        const field = await widget.field.boundingBox()
        expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(640)
        const said = await widget.panel.locator('.transcript').boundingBox()
        expect(said?.height).toBeGreaterThan(64)
      }
      const sideways = await widget.page.evaluate<string[]>(`(() => {
        const { shadowRoot } = document.querySelector('escotilla-widget')
        return [...shadowRoot.querySelectorAll('.panel, .panel *')]
          .filter((e) => e.scrollWidth > e.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && !e.classList.contains('spoken'))
          .map((e) => e.className)
      })()`)
      expect(sideways).toEqual([])
      expect(await axeViolations(widget.page)).toEqual([])
    } finally {
      await large.close()
    }
  })

  test('a photo is made smaller on the device before it is sent, and is seen by both sides', async () => {
    const widget = await WidgetPage.visit(browser, `${site.url}/`)
    await widget.begin()
    const png = await widget.page.evaluate<string>(`(() => {
      // Like a photo, it has something different at every point.
      // Like a photo, it has something different at every point.
      const canvas = new OffscreenCanvas(2000, 1400)
      const pen = canvas.getContext('2d')
      const picture = pen.createImageData(2000, 1400)
      const points = new Uint32Array(picture.data.buffer)
      let noise = 1
      for (let at = 0; at < points.length; at += 1) {
        noise = (noise * 48271) % 2147483647
        points[at] = 0xff000000 | (noise & 0x1f)
      }
      pen.putImageData(picture, 0, 0)
      return canvas.convertToBlob().then((blob) => new Promise((done) => {
        const reader = new FileReader()
        reader.onload = () => done(reader.result.split(',')[1])
        reader.readAsDataURL(blob)
      }))
    })()`)
    const uploaded = widget.page.waitForRequest('**/upload')
    await widget.page.locator('escotilla-widget input[type=file]').setInputFiles({
      name: 'módem.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png, 'base64'),
    })
    await widget.panel.getByText('módem.jpg').waitFor()
    await widget.write('Así están las luces')
    await uploaded
    const shown = widget.said('Así están las luces').locator('img[src^=http]')
    await shown.waitFor()
    const size = await shown.evaluate(async (image) => {
      const picture = image as unknown as {
        decode(): Promise<void>
        naturalWidth: number
        naturalHeight: number
      }
      await picture.decode()
      return [picture.naturalWidth, picture.naturalHeight]
    })
    expect(size).toEqual([1600, 1120])
    // Nothing a bot can use: a person has it.
    await widget.caseKey()
  })

  test('a file of another kind is refused in words before it is sent', async () => {
    const widget = await WidgetPage.visit(browser, `${site.url}/`)
    await widget.begin()
    await widget.page.locator('escotilla-widget input[type=file]').setInputFiles({
      name: 'notas.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('hola'),
    })
    await widget.panel.locator('.problem').getByText('Se pueden enviar fotos y PDF.').waitFor()
  })
})
