import { expect, test } from '@jest/globals'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import { logName } from '../../src/store/keys.ts'
import { type Lesson, lessonShape } from '../../src/turn/lessons.ts'
import { maskPersonal } from '../../src/turn/personal.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import { toyDesk, toyReader } from '../support/toy-dialogs.ts'
import { until } from '../support/until.ts'
import { House } from './house.ts'

const conversation = () => new BotHarness({ desk: toyDesk(), reader: toyReader, isBelieved: true })
const lessonsOf = (c: BotHarness): Lesson[] => JSON.parse(JSON.stringify(c.last?.lessons ?? []))

test('a message that was not understood is kept, and the dialog that it came to solves it', async () => {
  const c = conversation()
  await c.say('zarandaja perifollo')
  const [heard] = lessonsOf(c)
  expect(heard).toMatchObject({
    kind: 'heard',
    why: 'unmatched',
    language: 'es',
    text: 'zarandaja perifollo',
  })
  expect(lessonsOf(c).map((one) => lessonShape.parse(one))).toEqual(lessonsOf(c))
  await c.say('quiero pedir')
  expect(lessonsOf(c)).toEqual([{ kind: 'solved', id: heard?.id, by: { kind: 'intent', intent: 'order' } }])
  await c.say('quiero mirar')
  expect(lessonsOf(c)).toEqual([])
})

test('when a person took over, that solved it, whichever message it was', async () => {
  const c = conversation()
  await c.say('zarandaja')
  const [first] = lessonsOf(c)
  await c.say('perifollo')
  const [second, ...solved] = lessonsOf(c)
  expect(second).toMatchObject({ kind: 'heard', text: 'perifollo' })
  const by = { kind: 'person', reason: 'unmatched' }
  expect(solved).toEqual([
    { kind: 'solved', id: first?.id, by },
    { kind: 'solved', id: second?.id, by },
  ])
  // The agent who resolves the case will say more than the reason.
  expect(c.bot.unsolved?.map(({ id }) => id)).toEqual([first?.id, second?.id])
})

test('what somebody comes to much later solves nothing', async () => {
  const c = conversation()
  await c.say('zarandaja')
  c.now += 60 * 60_000
  await c.say('quiero pedir')
  expect(lessonsOf(c)).toEqual([])
})

test.each([
  ['mi cuenta es 445566 y me cobraron 19,90', 'mi cuenta es […] y me cobraron 19,90'],
  ['escríbanme a ana.perez@example.com', 'escríbanme a […]'],
  ['es ana punto perez arroba example punto com por favor', 'es […] por favor'],
  ['john dot smith at gmail dot com', '[…]'],
  ['me encuentran como @ana_perez', 'me encuentran como […]'],
  ['llamen al +57 300 123 4567 por favor', 'llamen al […] por favor'],
  ['cédula 1.020.304.050', 'cédula […]'],
  ['mi NIE es X1234567L y el pedido ORD-10234', 'mi NIE es […] y el pedido […]'],
  ['Hola, me llamo Ana Pérez y quiero algo', 'Hola, me llamo […] y quiero algo'],
  ['me llamo ana perez y quiero algo', 'me llamo […] y quiero algo'],
  ['my name is John Smith, help', 'my name is […], help'],
  ['soy Juan Pérez y necesito un certificado', 'soy […] y necesito un certificado'],
  ['soy juan perez', 'soy […]'],
  ['this is Mary Smith', 'this is […]'],
  ['vino mi esposo, Carlos Gómez, y nada', 'vino mi esposo, […], y nada'],
  ['la señora Azpilicueta no estaba', 'la señora […] no estaba'],
  ['a nombre de María de la Cruz', 'a nombre de […]'],
  ['vivo en la Calle 45 # 12-30 apto 302 y quiero fibra', 'vivo en la […] y quiero fibra'],
  ['avenida Siempre Viva 742, por favor', '[…], por favor'],
  ['I live at 1200 N Main St, apt 4B since May', 'I live at […] since May'],
])('"%s" is kept as "%s"', (text, kept) => {
  expect(maskPersonal(text)).toBe(kept)
})

test.each([
  'soy cliente nuevo',
  'SOY CLIENTE DESDE HACE 5 AÑOS',
  'this is terrible',
  'los cables de la calle se cayeron hace 2 días',
  'for 2 days in my street nothing works',
  'quiero cancelar el plan de Netflix',
  'está a nombre de mi esposa',
  'hola… quiero fibra300 por 19,90',
  'look at the door',
])('"%s" tells of nobody, and is kept as it is', (text) => {
  expect(maskPersonal(text)).toBe(text)
})

test('a lesson says nothing of who wrote, and is stored with the turn that it tells of', async () => {
  const house = await House.open()
  try {
    house.worker((turn, hooks) => runTurn({ ...turn, desk: toyDesk() }, hooks))
    const head = await house.start()
    await house.say(head, 'zarandaja perifollo 445566')
    const lines = async () => house.store.lines(logName.lessons(), 0, 10)
    await until(async () => (await lines()).length > 0, 'the lesson was stored')
    const [line] = await lines()
    expect(JSON.parse(line?.body ?? '')).toMatchObject({ kind: 'heard', text: 'zarandaja perifollo […]' })
    expect(line?.body).not.toContain(head.id)
  } finally {
    await house.close()
  }
})
