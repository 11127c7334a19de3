import { expect, test } from '@jest/globals'
import { LABELS } from '../../../src/cases/labels.ts'
import { render } from '../../../src/channels/whatsapp/render.ts'
import { replyText } from '../../../src/channels/whatsapp/reply-id.ts'
import { graphMessageShape, shown } from '../../support/graph-messages.ts'

const BOT = { kind: 'bot' } as const
const SYSTEM = { kind: 'system' } as const
const labels = (...names: string[]) => names.map((label) => ({ label }))

/** As the phone shows it; fails where Meta would refuse it. */
function onPhone(
  ...[line, language = 'es']: [Parameters<typeof render>[0], 'es' | 'en'] | [Parameters<typeof render>[0]]
) {
  return render(line, language).map((content) =>
    shown(
      graphMessageShape.parse({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '573001112233',
        ...content,
      }),
    ),
  )
}

test('up to three short choices are buttons under the message, and the way to a person is one of them', () => {
  const [message] = onPhone({ from: BOT, text: '¿Seguro?', buttons: labels('Sí', 'No') })
  expect(message).toMatchObject({ text: '¿Seguro?', isList: false })
  expect(message?.choices.map(({ title }) => title)).toEqual(['Sí', 'No', 'Hablar con alguien'])
  expect(message?.choices.map(replyText)).toEqual(['Sí', 'No', LABELS.ask.es])
})

test('where three choices leave no room for a person, the line under them says how to reach one', () => {
  const [message] = onPhone(
    { from: BOT, text: 'Which?', buttons: labels('One', 'Two', 'None of these') },
    'en',
  )
  expect(message?.choices).toHaveLength(3)
  expect(message?.footer).toMatch(/"person"/)
})

test('a question that is answered in words carries the button of a person', () => {
  expect(onPhone({ from: BOT, text: '¿Cuál es su número de cuenta?' })).toMatchObject([
    { choices: [{ title: 'Hablar con alguien' }] },
  ])
})

test('more choices, or longer ones, are a list; what is pressed says the whole label', () => {
  const long = 'Películas · 19.900 · 4 de mayo'
  const [message] = onPhone({ from: BOT, text: '¿Cuál?', buttons: labels(long, 'Fútbol', 'Nada de esto') })
  expect(message).toMatchObject({ isList: true })
  expect(message?.choices.map(({ title }) => title)).toEqual([
    'Películas',
    'Fútbol',
    'Nada de esto',
    LABELS.ask.es,
  ])
  expect(replyText(message?.choices[0] ?? { id: '', title: '' })).toBe(long)
})

test('more choices than a list holds, or one that fits in no row, are numbered in the text', () => {
  const many = Array.from({ length: 12 }, (_, at) => `Opción ${at + 1}`)
  expect(onPhone({ from: BOT, text: '¿Cuál?', buttons: labels(...many) })).toMatchObject([
    { text: expect.stringContaining('12. Opción 12'), choices: [] },
  ])
  const endless = 'muy '.repeat(30).trim()
  expect(onPhone({ from: SYSTEM, text: '¿Cuál?', buttons: labels(endless) })[0]?.text).toContain(
    `1. ${endless}`,
  )
})

test('the choices of who waits in line are buttons', () => {
  for (const language of ['es', 'en'] as const) {
    const waiting = labels(
      LABELS['call-back'][language],
      LABELS['written-answer'][language],
      LABELS.leave[language],
    )
    const [message] = onPhone({ from: SYSTEM, text: 'Su lugar', buttons: waiting }, language)
    expect(message?.isList).toBe(false)
    expect(message?.choices.map(replyText)).toEqual(waiting.map(({ label }) => label))
  }
})

test('choices under a text that is too long for them come in a message of their own', () => {
  const text = 'Párrafo. '.repeat(200).trim()
  const messages = onPhone({ from: BOT, text, buttons: labels('Sí', 'No') })
  expect(messages).toMatchObject([{ text, choices: [] }, { text: 'Elija una opción:' }])
})

test('a text longer than a message goes in several, cut between words, and none of it is lost', () => {
  const text = Array.from({ length: 2_000 }, (_, at) => `palabra${at}`).join(' ')
  const messages = onPhone({ from: { kind: 'agent', id: 'a', name: 'Ana' }, text })
  expect(messages.length).toBeGreaterThan(1)
  expect(messages.map((one) => one.text).join(' ')).toBe(`*Ana*\n${text}`)
})

test('a person’s words say whose they are, and carry no button of the bot', () => {
  expect(onPhone({ from: { kind: 'agent', id: 'a', name: 'Ana' }, text: 'Hola, soy Ana.' })).toEqual([
    { text: '*Ana*\nHola, soy Ana.', choices: [], isList: false },
  ])
})
