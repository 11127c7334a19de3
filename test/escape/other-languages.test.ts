import { describe, expect, test } from '@jest/globals'
import { queueOf } from '../../src/cases/queue-order.ts'
import { readAsk } from '../../src/escape/ask.ts'
import { otherLanguageOf, unknownLanguage } from '../../src/escape/other-languages.ts'
import { installedIntents } from '../../src/understanding/intents.ts'
import { desk } from '../cases/fixtures.ts'
import { journey } from '../support/journey.ts'

describe('asking for a person in a language that the bot does not speak', () => {
  test.each([
    ['pt', 'quero falar com uma pessoa'],
    ['pt', 'não consigo falar com ninguém, quero um atendente'],
    ['fr', "bonjour, je voudrais parler à quelqu'un"],
    ['fr', 'passez moi un conseiller je vous prie'],
    ['it', 'vorrei parlare con un operatore'],
    ['it', 'ho bisogno di una persona, grazie'],
    ['de', 'ich möchte mit einem Menschen sprechen'],
    ['de', 'bitte verbinden Sie mich mit einem Mitarbeiter'],
    ['ca', 'vull parlar amb una persona'],
    ['ca', 'necessito parlar amb algú si us plau'],
    ['gl', 'quero falar cunha persoa'],
    ['gl', 'podo falar cun axente por favor'],
    ['eu', 'pertsona batekin hitz egin nahi dut'],
    ['eu', 'norbaitekin hitz egin nahi dut mesedez'],
  ])('%s: "%s"', (language, text) => {
    expect(otherLanguageOf(text)).toBe(language)
    expect(readAsk(text)).toBe('asks')
  })
})

test.each([
  ['pt', 'atendente por favor', 'asks'],
  ['pt', 'chega de robô', 'asks'],
  ['fr', "il y a quelqu'un ?", 'may-ask'],
  ['fr', 'un conseiller svp', 'asks'],
  ['fr', "Votre machine ne m'aide pas, passez-moi quelqu'un", 'asks'],
  ['it', 'non voglio parlare con un robot', 'asks'],
  ['it', 'richiamatemi per favore', 'asks'],
  ['de', 'Mitarbeiter bitte', 'asks'],
  ['de', 'bitte rufen Sie mich an', 'asks'],
  ['ca', "posa'm amb un operador", 'asks'],
  ['gl', 'quero que me chame alguén', 'asks'],
  ['eu', 'nola hitz egin dezaket pertsona batekin?', 'asks'],
])('%s, however short: "%s"', (_, text, reading) => {
  expect(readAsk(text)).toBe(reading)
})

test.each([
  'você é um robô?',
  'não quero falar com ninguém, só quero a segunda via',
  'o contrato está em nome de outra pessoa',
  'je ne veux parler à personne, juste ma facture',
  'est-ce que je parle à une personne ?',
  'ho parlato ieri con un operatore',
  'sto parlando con una persona?',
  'spreche ich mit einem Menschen?',
  'ich habe gestern mit einem Mitarbeiter gesprochen',
  'ahir vaig parlar amb un agent',
  'onte falei cun axente',
  'atzo langile batekin hitz egin nuen',
  'no soy un robot',
])('"%s" has the words of asking and does not ask', (text) => {
  expect(readAsk(text)).not.toBe('asks')
})

test.each([
  'preciso de ajuda com a minha fatura',
  'ma facture est fausse, je ne comprends pas',
  'non funziona internet da due giorni',
  'meine Rechnung ist falsch, bitte helfen Sie mir',
])('"%s" is told from asking: its language alone brings a person', (text) => {
  expect(otherLanguageOf(text)).toBeDefined()
  expect(readAsk(text)).not.toBe('asks')
})

test.each(['ok merci', 'ciao', 'me gusta el menu a la carte', 'danke', 'obrigado!'])(
  'a borrowed word turns nobody over to another language: "%s"',
  (text) => {
    expect(otherLanguageOf(text)).toBeUndefined()
  },
)

test('nothing that customers say in Spanish or English is taken for another language', () => {
  const { intents, outOfScope } = installedIntents('.')
  const said = [...intents.map(({ utterances }) => utterances), outOfScope].flatMap(({ es, en }) => [
    ...es,
    ...en,
  ])
  expect(said.filter((text) => otherLanguageOf(text) ?? unknownLanguage(text))).toEqual([])
})

test.each([
  ['fr', 'parlez-vous français ?'],
  ['pt', 'Fala português?'],
  ['de', 'sprechen Sie Deutsch?'],
  ['it', 'Parla italiano?'],
  ['ca', '¿hablan catalán?'],
  ['de', 'necesito alguien que hable alemán'],
  ['fr', 'do you speak French?'],
])('%s is asked for by its name: "%s"', (language, text) => {
  expect(otherLanguageOf(text)).toBe(language)
})

test.each([
  'mi vecino habla francés',
  'no se ve el canal francés',
  '¿hablan inglés?',
  'can I pay in euros? merci',
])('"%s" asks for no language of another', (text) => {
  expect(otherLanguageOf(text)).toBeUndefined()
})

test.each([
  ['Polish', 'Dzień dobry, mój internet nie działa od wczoraj'],
  ['Dutch', 'Goedemorgen, mijn internet werkt niet sinds gisteren'],
  ['Romanian', 'Bună ziua, internetul meu nu funcționează de ieri'],
  ['Turkish', 'Merhaba, internetim çalışmıyor, yardım lütfen'],
  ['Swedish', 'Hej, mitt internet fungerar inte sedan igår'],
  ['Chinese', '你好，我的网络坏了'],
  ['Japanese', 'インターネットが使えません'],
  ['Korean', '인터넷이 안 돼요'],
  ['Arabic', 'مرحبا، الإنترنت لا يعمل عندي'],
  ['Russian', 'Здравствуйте, у меня не работает интернет'],
  ['Ukrainian', 'Доброго дня, мій інтернет не працює'],
])('%s is known, though no queue can have it: "%s"', (name, text) => {
  expect(unknownLanguage(text)?.name).toBe(name)
})

test.each([
  'Ω',
  '日',
  'ok',
  'wifi',
  'me llamo Дмитрий',
  'quiero ver el canal Россия 1',
  '👍👍',
  '2ª',
  'ｆｉｂｒａ',
])('"%s" is in no other language', (text) => {
  expect(unknownLanguage(text)).toBeUndefined()
})

test('who writes in a language that nobody here is known to speak goes to a person as well', async () => {
  await journey(
    'es',
    `
    > no tengo internet
    < …cuenta…
    > 你好，我的网络坏了，我需要帮助
    = person (language)
    `,
  )
})

test('who writes in Portuguese goes to a person, and is told so in Portuguese', async () => {
  await journey(
    'es',
    `
    > preciso de ajuda com a minha fatura
    = person (language)
    `,
  )
})

test('the case waits where its language is spoken, if the desk has such a queue', () => {
  const [first] = desk.queues
  if (first === undefined) throw new Error('no queue')
  const queues = [...desk.queues, { ...first, name: 'portugues', languages: ['pt' as const] }]
  expect(queueOf('language', { ...desk, queues }, 'pt')).toBe('portugues')
  expect(queueOf('language', { ...desk, queues }, 'fr')).toBe(first.name)
})
