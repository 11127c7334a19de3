import { expect, test } from '@jest/globals'
import { readAsk } from '../../src/escape/ask.ts'
import { EXACT, LEXICON } from '../../src/escape/ask-lexicon.ts'
import { RULES } from '../../src/escape/ask-rules.ts'
import { installedIntents } from '../../src/understanding/intents.ts'
import { fold } from '../../src/understanding/words.ts'

const ASKS = [
  'me pasas con alguien?',
  'kiero ablar con una persona',
  'humano!!',
  'asesor',
  'operadora',
  'I need someone to help me',
  'get me a rep',
  'agnet',
  'no quiero hablar con una máquina',
  '0',
  '0️⃣',
  '¿me podría comunicar con un asesor?',
  '¿me pasás con un humano?',
  'pásame con alguien ya',
  'QUIERO HABLAR CON UN ASESOR',
  'quierooo hablaaar con un humanooo',
  'necesito una persona de carne y hueso',
  'no me sirve esto, quiero una persona',
  'que me atienda un ser humano',
  'quiero que me atienda una persona',
  'me atiende un humano?',
  'ponme con un agente',
  'ponme con tu supervisor',
  'quiero hablar con tu jefe',
  'speak to a human',
  'talk to agent',
  'representative',
  'real person please',
  'I want to speak with your manager',
  'can i talk to someone',
  'put me through to someone',
  'connect me with a live agent',
  'let me talk to a person',
  'stop it, i need a human being',
  "i don't want to talk to a bot",
  "I'm sick of talking to a robot",
  'llevo tres semanas sin internet, he llamado mil veces, nadie me soluciona nada y ustedes siguen cobrando. esto es una vergüenza!!! quiero hablar con una persona ya mismo o me voy',
  'How do I speak to a real human being?',
  'hay algún asesor disponible?',
  'is there an agent available?',
  'puedo hablar con alguien?',
  'hola, necesito hablar con un ejecutivo por favor',
  'ocupo un asesor',
  'comuníqueme con un representante',
  'transfiéreme a un agente',
  'derivame con un humano',
  'derívame a un ejecutivo',
  'humano',
  'persona',
  'persona real',
  'agente',
  'operador por favor',
  'quiero una persona, no un robot',
  'no eres de ayuda, pasame con una persona',
  'operator',
  'agent',
  'human',
  'HUMAN NOW',
  'customer service representative',
  'can someone real talk to me',
  'quiero hablar con facturación',
  'kiero un asesor',
  'nesecito avlar con un asesor',
  'quiero avlar con algien',
  'nececito un umano',
  'h u m a n o',
  'necesito hablar con un operario',
  'hágame el favor de comunicarme con un asesor',
  'no entiendo nada, quiero que me llame un asesor',
  'prefiero que me atienda una persona',
  'me gustaría hablar con un agente',
  'i need to speak to someone',
  'i wanna talk to a real person',
  'lemme talk to somebody',
  'gimme a human',
  "i'd rather talk to a human",
  'can you transfer me to an agent',
  'please escalate this to a supervisor',
  "I'd like to speak to a representative please",
  'que me llame un asesor',
  'atención humana',
  'por favor que alguien me llame',
  'can someone call me please',
  'so my bill went up again, could someone from billing just call me or chat with me?',
  'quiero atención de una persona',
  'soporte humano',
  'hablar con agente',
  'hablar con un agente',
  '¿Con quién puedo hablar?',
  'con una persona por favor',
  'con un asesor porfa',
  'quiero que alguien me atienda',
  'me comunica con un asesor',
  'comunicame con alguien real',
  'pasame a un humano',
  'me pueden pasar con un agente?',
  'necesito q me pasen con una persona',
  'páseme con un supervisor',
  'quiero un supervisor',
  'someone help me, i want an actual person',
  'operater',
  'reprasentative',
  'suport agent please, human',
  'I want a person not a bot',
  'dame un humano',
  'déjame hablar con una persona',
  'déjeme hablar con alguien',
  'puedo chatear con un asesor?',
  'cómo hablo con un asesor?',
  'como puedo comunicarme con un asesor',
  'necesito ayuda de un humano',
  'quiero ser atendido por una persona',
  'si no me pasan con alguien me voy',
  'no puedo hablar con un asesor?',
  "why can't I talk to a person",
  'none of this helps. agent.',
  'Hablar con una persona',
  'Talk to a person',
  'basta, quiero un humano',
  'ya no quiero hablar con el bot, pásame con alguien',
  'necesito comunicarme con servicio al cliente',
  'i need a live person',
  'tengo que hablar con alguien',
  'get me your supervisor',
  'somebody human please',
  'me puede atender alguien?',
  'quiero hablar con otra persona',
  'escalate',
  'llámenme',
  'call me',
  'give us a bell',
  'denme una llamada',
  'espero su llamada',
  'que me llame alguien',
  'me comunica con Laura de ventas',
  'I want to talk to your legal team',
  'customer service please',
  'can you call me',
]

const DOES_NOT_ASK = [
  'are you a person?',
  '¿eres un robot?',
  'the agent who visited me was rude',
  'mi asesor me dijo que mañana',
  'cancel my agent account',
  'no quiero un asesor, solo el saldo',
  'eres humano?',
  'estoy hablando con una persona?',
  'am I talking to a human?',
  'no necesito un agente',
  "I don't want an agent",
  'hablé con un asesor ayer',
  'someone from billing called me yesterday',
  'alguien me llama todos los dias para venderme',
  'I spoke to an agent yesterday',
  'el agente que vino no arregló nada',
  'quiero cancelar el servicio',
  'mi internet no funciona',
  'una persona me robó el router',
  'hay una persona usando mi wifi',
  'quiero cambiar el contrato a otra persona',
  'hola',
  'gracias',
  'cuánto cuesta por persona',
  'my agent told me the price was lower',
  'the representative promised me a refund',
  'someone is using my wifi',
  'alguien está usando mi internet',
  'quiero pasar el contrato a mi hermano',
  'do you have plans for 2 people',
  'quiero ser agente de ventas',
  'transfer money to someone',
  'me da alguna solución',
  'me pasa siempre lo mismo con el router',
  'quiero hablar de mi factura',
  'no quiero hablar con nadie',
  'sin hablar con un asesor, puedo cancelar?',
  'can I cancel without talking to an agent',
  'el técnico no vino',
  'cuándo viene el técnico',
  'the operator lights on my router are red',
  'i am a human',
  'soy una persona mayor',
  "I'm not a robot",
  'no soy un robot',
  'la persona que instaló dejó cables sueltos',
  '10',
  '100',
  '2',
  'me pasa con frecuencia',
  'llamé al servicio técnico',
  'my manager wants the invoice',
  'mi jefe necesita la factura',
  'a real person would understand',
  'el servicio es horrible',
  'what is the name of your manager',
  'you a real person?',
  'u human?',
  'lo de siempre',
  'nada de esto',
  'mobile operator',
  'agente aduanero',
  'I hate talking to people',
  'me quiero pasar a otro operador',
  'I already told you people',
]

/** A person may be wanted: the bot offers one. */
const MAY_ASK = [
  'servicio al cliente',
  'customer service',
  'necesito hablar',
  'hay alguien ahí?',
  'is anybody there?',
  'nadie me responde',
  'este bot es una basura',
  'quiero hablar con Marta',
  'intenté hablar con un asesor',
]

test.each(ASKS)('"%s" asks for a person', (text) => {
  expect(readAsk(text)).toBe('asks')
})

test.each(DOES_NOT_ASK)('"%s" does not ask for a person', (text) => {
  expect(readAsk(text)).toBe('no')
})

test.each(MAY_ASK)('"%s" may be asking for a person', (text) => {
  expect(readAsk(text)).toBe('may-ask')
})

test.each(RULES.map((rule) => [rule.example, rule.says] as const))(
  'the rule of "%s" says "%s"',
  (example, says) => {
    expect([says, 'asks']).toContain(readAsk(example))
  },
)

test('a word of the lexicon is written as messages are folded, or it would never be found', () => {
  const words = [...Object.values(LEXICON), EXACT].flatMap((list) => list.split(/[\s_]+/))
  expect(words.filter((word) => fold(word) !== word)).toEqual([])
})

test('nothing that customers say of other matters is taken for an ask', () => {
  const { intents, outOfScope } = installedIntents('.')
  const others = [
    ...intents
      // Asking for a superior is asking for a person, in other words.
      .filter(({ id }) => id !== 'supervisor')
      .flatMap(({ utterances, nearMisses }) => [utterances, nearMisses])
      .flatMap(({ es, en }) => [...es, ...en]),
    ...outOfScope.es,
    ...outOfScope.en,
  ]
  const taken = others.filter((text) => readAsk(text) === 'asks')
  expect(taken.length / others.length).toBeLessThan(0.002)
})

test('an ask at the end of a very long message is heard', () => {
  const complaint = 'ya llamé tres veces y nadie arregló nada, el técnico no vino y me siguen cobrando. '
  expect(readAsk(`${complaint.repeat(200)} quiero ablar con un asezor`)).toBe('asks')
})

test('an ask in the middle of a message as long as WhatsApp carries is heard', () => {
  const complaint = 'ya llamé tres veces y nadie arregló nada, el técnico no vino y me siguen cobrando. '
  const half = complaint.repeat(24)
  expect(readAsk(half + half)).toBe('no')
  expect(readAsk(`${half}quiero ablar con un asezor. ${half}`)).toBe('asks')
})

test('an ask in capitals, accents, elongations, fancy letters and emoji is heard', () => {
  expect(readAsk('QUIEROOO HABLAAAR CON UN HUMÁNO 😡😡')).toBe('asks')
  expect(readAsk('𝐪𝐮𝐢𝐞𝐫𝐨 𝐮𝐧 𝐚𝐠𝐞𝐧𝐭𝐞')).toBe('asks')
  expect(readAsk('hum4no por favor')).toBe('asks')
  expect(readAsk('a.g.e.n.t')).toBe('asks')
})

test('only a bare zero asks: other numbers are answers', () => {
  expect(['0', ' 0 ', '0.', '#0', '0️⃣'].map(readAsk)).toEqual(Array(5).fill('asks'))
  expect(['10', '0034600111222', '2', '0,50', '00000001'].map(readAsk)).toEqual(Array(5).fill('no'))
})

test.each([
  ['nothing', ''],
  ['spaces', ' '.repeat(10_000)],
  ['one letter', 'a'.repeat(10_000)],
  ['single letters', 'a '.repeat(5_000)],
  ['wishes without an end', 'quiero '.repeat(1_400)],
  ['refusals without an end', 'no quiero hablar con '.repeat(480)],
  ['marks', '?!'.repeat(5_000)],
  ['emoji', '😀'.repeat(5_000)],
  ['halves of emoji', '\ud83d'.repeat(10_000)],
  ['control characters', '\u0000\u202e'.repeat(5_000)],
])('ten thousand characters of %s ask for nobody', (_, text) => {
  // How long that takes is measured, not tested: `npm run bench:understanding`.
  expect(readAsk(text)).not.toBe('asks')
})
