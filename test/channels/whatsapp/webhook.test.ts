import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { StoreAway } from '../../../src/errors.ts'
import { overStore } from '../../../src/store/over-store.ts'
import { PERSON } from '../../cases/people.ts'
import { until } from '../../support/until.ts'
import { Phone, webhookOf } from '../../support/whatsapp-phone.ts'
import { echo } from '../../turn/house.ts'
import { WhatsAppDesk } from './desk.ts'

let desk: WhatsAppDesk
let away = false
beforeEach(async () => {
  away = false
  desk = await WhatsAppDesk.open({
    bot: echo,
    wrap: (store) =>
      overStore(store, {
        async commit(change) {
          if (away) throw new StoreAway('away')
          return await store.commit(change)
        },
        async read(keys) {
          if (away) throw new StoreAway('away')
          return await store.read(keys)
        },
        async find(name) {
          if (away) throw new StoreAway('away')
          return await store.find(name)
        },
      }),
  })
})
afterEach(() => desk.close())

const ana = new Phone('573001112233')
const VERIFY = 'hub.mode=subscribe&hub.challenge=1158201444'

test('Meta is answered its challenge in plain text when it knows our word, and nobody else', async () => {
  const right = await fetch(
    `${desk.url}/webhooks/whatsapp?${VERIFY}&hub.verify_token=${desk.api.verifyToken}`,
  )
  expect([right.status, await right.text()]).toEqual([200, '1158201444'])
  expect(right.headers.get('content-type')).toContain('text/plain')
  for (const token of ['', 'another-word']) {
    const wrong = await fetch(`${desk.url}/webhooks/whatsapp?${VERIFY}&hub.verify_token=${token}`)
    expect(wrong.status).toBe(403)
  }
})

test('what is not signed over its very bytes is refused, and nothing of it is stored', async () => {
  const body = JSON.stringify(webhookOf(desk.api.phoneNumberId, { messages: [ana.text('hola')] }))
  for (const signature of ['', 'sha256=', `sha256=${'0'.repeat(64)}`, `sha1=${'0'.repeat(40)}`]) {
    expect(await desk.post(body, signature)).toBe(401)
  }
  await expect(desk.head(ana)).rejects.toThrow('no conversation')
  expect(await desk.post(body)).toBe(200)
})

test('a customer writes, the bot greets and answers, and their phone shows it in order', async () => {
  expect(await desk.from(ana, ana.text('hola, no tengo internet'))).toBe(200)
  await desk.settled()
  expect(desk.api.to(ana.number).map(({ text }) => text)).toEqual([
    'welcome',
    'echo: hola, no tengo internet',
  ])
  expect(desk.api.faults).toEqual([])
  await until(() => desk.api.typing.length === 1, 'the customer sees that it was read')
})

test('a request for a person is in line by the time that it is acknowledged, and gets its receipt', async () => {
  expect(await desk.from(ana, ana.text(PERSON))).toBe(200)
  const inLine = await desk.house.caseOf(await desk.head(ana))
  expect(inLine).toMatchObject({ channel: 'whatsapp', reason: 'asked', state: { kind: 'queue' } })
  await desk.settled()
  const receipt = desk.api.to(ana.number).at(-1)
  expect(receipt?.text).toContain(inLine?.key)
  expect(receipt?.text).toMatch(/: https:\/\/help\.example\.com\/caso\/[\w.-]+$/)
  expect(receipt?.choices.map(({ title }) => title)).toContain('Ya no lo necesito')
})

test('words of danger bring the emergency number in the message itself, before anything else', async () => {
  await desk.from(ana, ana.text('hay un incendio en mi casa'))
  await desk.settled()
  expect(desk.api.to(ana.number).at(-1)?.text).toContain(desk.house.desk.emergencyNumber)
  expect((await desk.house.caseOf(await desk.head(ana)))?.reason).toBe('danger')
})

test('the same webhook again, or the same message in another, is one message', async () => {
  const [first, second] = [ana.text('uno'), ana.text('dos')]
  const statuses = [
    await desk.from(ana, first),
    await desk.from(ana, first),
    await desk.from(ana, first, second),
    await desk.from(ana, second, first, first),
  ]
  expect(statuses).toEqual([200, 200, 200, 200])
  await desk.settled()
  const said = (await desk.transcript(ana)).filter((line) => line.startsWith('customer'))
  expect(said).toEqual(['customer: uno', 'customer: dos'])
})

test('messages of one webhook are stored in the order that they were written in, each in its own conversation', async () => {
  const eva = new Phone('573009998877', 'Eva')
  const [late, early] = [
    ana.text('dos', { timestamp: '1764000009' }),
    ana.text('uno', { timestamp: '1764000001' }),
  ]
  const body = webhookOf(desk.api.phoneNumberId, {
    contacts: [ana.contact(), eva.contact()],
    messages: [late, eva.text('hola'), early],
  })
  expect(await desk.post(body)).toBe(200)
  await desk.house.quiet()
  const said = (await desk.transcript(ana)).filter((line) => line.startsWith('customer'))
  expect(said).toEqual(['customer: uno', 'customer: dos'])
  expect(await desk.transcript(eva)).toContain('customer: hola')
})

test('what is for another number, of another field or not readable loses nothing beside it', async () => {
  const good = webhookOf(desk.api.phoneNumberId, { contacts: [ana.contact()], messages: [ana.text('hola')] })
  const other = webhookOf('999999999999999', { messages: [new Phone('57300').text('no es para aquí')] })
  const [goodEntry] = good.entry
  const body = {
    object: 'whatsapp_business_account',
    entry: [
      null,
      { id: '1', changes: 'none' },
      { id: '2', changes: [{ field: 'account_update', value: {} }, 7] },
      ...other.entry,
      ...(goodEntry ? [goodEntry] : []),
    ],
  }
  expect(await desk.post(JSON.stringify(body))).toBe(200)
  await desk.house.quiet()
  expect(await desk.transcript(ana)).toEqual(['customer: hola', 'bot: echo: hola'])
  const left = await desk.metric('escotilla_webhook_left_total')
  expect(left).toContain('why="other-number"} 1')
  expect(left).toContain('why="unreadable"} 3')
  expect(left).toContain('why="other-field"} 1')
})

test('a body that is signed and is no JSON is refused, and nothing breaks', async () => {
  expect(await desk.post('{"object":')).toBe(400)
  expect(await desk.from(ana, ana.text('hola'))).toBe(200)
})

test('while the store is away messages are told to come again, and are stored once when they do', async () => {
  await desk.from(ana, ana.text('hola'))
  const later = ana.text('sigo sin internet')
  away = true
  expect(await desk.from(ana, later)).toBe(503)
  away = false
  expect(await desk.from(ana, later)).toBe(200)
  expect(await desk.from(ana, later)).toBe(200)
  const said = (await desk.transcript(ana)).filter((line) => line.startsWith('customer'))
  expect(said).toEqual(['customer: hola', 'customer: sigo sin internet'])
})

test('while the store is away an ask is kept, acknowledged and told its receipt, and is one case when it is back', async () => {
  away = true
  const ask = ana.text(PERSON)
  expect(await desk.from(ana, ask)).toBe(200)
  // It is acknowledged, and comes again all the same: it is told once.
  expect(await desk.from(ana, ask)).toBe(200)
  await until(() => desk.api.to(ana.number).length > 0, 'the receipt is told')
  const told = desk.api.to(ana.number)
  expect(told).toHaveLength(1)
  away = false
  await until(async () => {
    desk.house.clock.advance(1_000)
    const head = await desk.head(ana).catch(() => undefined)
    return head?.caseKey !== undefined
  }, 'the ask is stored')
  const stored = await desk.house.caseOf(await desk.head(ana))
  expect(told[0]?.text).toContain(stored?.key)
  expect((await desk.transcript(ana)).filter((line) => line.startsWith('customer'))).toHaveLength(1)
})

test('a photo of an ask that was kept is fetched when the store is back', async () => {
  away = true
  expect(await desk.from(ana, ana.message('image', { id: '404', caption: PERSON }))).toBe(200)
  away = false
  await until(async () => {
    desk.house.clock.advance(1_000)
    return desk.logged.some(({ isLost }) => isLost === true)
  }, 'the photo, which WhatsApp does not have, was asked for')
})

test('beside an ask that is kept, what could not be stored is told to come again', async () => {
  await desk.from(ana, ana.text('hola'))
  const eva = new Phone('573009998877', 'Eva')
  const body = webhookOf(desk.api.phoneNumberId, {
    contacts: [ana.contact(), eva.contact()],
    messages: [ana.text(PERSON), eva.text('hola')],
  })
  away = true
  expect(await desk.post(body)).toBe(503)
  away = false
  expect(await desk.post(body)).toBe(200)
  const asked = (await desk.transcript(ana)).filter((line) => line === `customer: ${PERSON}`)
  expect(asked).toHaveLength(1)
  expect(await desk.transcript(eva)).toContain('customer: hola')
})
