import type { Language } from '../../language.ts'

/** Where people come from, and with it how they write. */
export const REGIONS = ['co', 'mx', 'ar', 'es', 'pe', 'uk', 'us'] as const
export type Region = (typeof REGIONS)[number]

export function languageOf(region: Region): Language {
  return region === 'uk' || region === 'us' ? 'en' : 'es'
}

interface Manner {
  greetings: readonly string[]
  yes: readonly string[]
  no: readonly string[]
  /** Said before and after what they mean. */
  before: readonly string[]
  after: readonly string[]
  thanks: readonly string[]
}

/** What differs from one country to the next: openings, softeners, the everyday yes and no. */
export const MANNERS: Readonly<Record<Region, Manner>> = {
  co: {
    greetings: ['buenas', 'hola buenos días', 'buenas tardes', 'hola, cómo está'],
    yes: ['sí', 'sí señor', 'sí por favor', 'listo', 'dale', 'de una', 'hágale', 'claro que sí', 'bueno'],
    no: ['no', 'no señor', 'no gracias', 'mejor no'],
    before: ['disculpe', 'señorita', 'oiga', 'parce', 'qué pena', 'vea'],
    after: ['por favor', 'gracias', 'porfa', 'me colabora?', 'sumercé'],
    thanks: ['muchas gracias', 'mil gracias', 'Dios le pague', 'gracias'],
  },
  mx: {
    greetings: ['hola', 'buenas tardes', 'qué tal', 'buen día'],
    yes: ['sí', 'simón', 'sale', 'va', 'órale', 'sí porfa', 'claro', 'ándale'],
    no: ['no', 'nel', 'no gracias', 'para nada', 'mejor no'],
    before: ['oiga', 'disculpe', 'joven', 'oye', 'bueno'],
    after: ['porfa', 'por favor', 'ahorita', 'si es tan amable', 'gracias'],
    thanks: ['gracias', 'muchas gracias', 'se lo agradezco'],
  },
  ar: {
    greetings: ['hola', 'buenas', 'hola qué tal', 'buen día'],
    yes: ['sí', 'dale', 'sí dale', 'obvio', 'sip', 'sí, por favor', 'ok'],
    no: ['no', 'no, gracias', 'ni loco', 'nah', 'mejor no'],
    before: ['che', 'mirá', 'perdoná', 'disculpá', 'una cosa'],
    after: ['por favor', 'porfa', 'gracias', 'dale'],
    thanks: ['gracias', 'genial, gracias', 'mil gracias'],
  },
  es: {
    greetings: ['hola', 'buenas', 'buenos días', 'hola, buenas tardes'],
    yes: ['sí', 'vale', 'claro', 'sí, por favor', 'venga', 'de acuerdo', 'ok'],
    no: ['no', 'que no', 'no, gracias', 'para nada', 'mejor no'],
    before: ['oye', 'perdona', 'disculpe', 'a ver', 'mire'],
    after: ['por favor', 'gracias', 'cuando pueda', 'vale?'],
    thanks: ['gracias', 'muchas gracias', 'vale, gracias', 'perfecto, gracias'],
  },
  pe: {
    greetings: ['hola', 'buenas tardes', 'buenos días señorita', 'hola amigo'],
    yes: ['sí', 'ya', 'ya pues', 'claro', 'sí por favor', 'correcto', 'ok'],
    no: ['no', 'no gracias', 'no pues', 'mejor no'],
    before: ['disculpe', 'señor', 'amigo', 'una consulta', 'oiga'],
    after: ['por favor', 'gracias', 'porfavor', 'pues'],
    thanks: ['gracias', 'muchas gracias', 'muy amable'],
  },
  uk: {
    greetings: ['hello', 'hi there', 'good morning', 'hiya'],
    yes: ['yes', 'yes please', 'yeah', 'go ahead', 'sure', 'that is right', 'please do'],
    no: ['no', 'no thanks', 'not really', 'nope', "no I don't"],
    before: ['sorry', 'excuse me', 'right', 'look', 'erm'],
    after: ['please', 'thanks', 'cheers', 'if you can'],
    thanks: ['thanks', 'cheers', 'thank you so much', 'brilliant, thanks'],
  },
  us: {
    greetings: ['hi', 'hey', 'hello', 'good afternoon'],
    yes: ['yes', 'yeah', 'yep', 'sure', 'ok', 'yes please', 'correct', 'go ahead'],
    no: ['no', 'nope', 'no thanks', 'nah', 'no way'],
    before: ['hey', 'so', 'listen', 'um', 'ok so'],
    after: ['please', 'thanks', 'asap', 'thank you'],
    thanks: ['thanks', 'thank you', 'awesome, thanks', 'great, thank you'],
  },
}

/** Clear asks for a person, as people put them. Each must be heard at the door however the rest of the bot does. */
export const ASKS: Readonly<Record<Language, readonly string[]>> = {
  es: [
    'quiero hablar con una persona',
    'necesito hablar con un asesor',
    'páseme con un agente',
    'me comunica con un asesor',
    'una persona por favor',
    'quiero que me atienda un humano',
    'no quiero hablar con un robot, quiero una persona',
    'me pasas con alguien?',
    'asesor',
    'humano',
    '¿puedo hablar con alguien?',
    'quiero hablar con su supervisor',
    'pásame con un operador',
    'póngame con un agente ya',
    'me podés pasar con una persona?',
    'necesito que me llame un asesor',
    '0',
  ],
  en: [
    'I want to talk to a person',
    'can I speak to someone',
    'agent please',
    'human',
    'let me talk to a real person',
    'put me through to an agent',
    'I need to speak to a representative',
    'connect me with a live agent',
    'transfer me to a human please',
    'I want a person, not a bot',
    'can someone call me please',
    'speak to an advisor',
    'operator',
    '0',
  ],
}

interface Remarks {
  angry: readonly string[]
  /** Typed while nothing comes. */
  waiting: readonly string[]
  holdOn: readonly string[]
  cannotSay: readonly string[]
  questions: readonly string[]
  neverMind: readonly string[]
  mistaken: readonly string[]
  /** Before a corrected answer. */
  corrects: readonly string[]
  nonsense: readonly string[]
  /** What a question for words gets: a place, a time, what happened. */
  lines: readonly string[]
  goodbyes: readonly string[]
  firstOf: readonly string[]
  secondOf: readonly string[]
  thirdOf: readonly string[]
  leavesLine: readonly string[]
  /** Around a value that was asked for; `#` is the value. */
  gives: readonly string[]
}

/** Telephones that nobody has, as people write theirs. */
export const PHONES = ['3105550123', '310 555 01 23', '+57 310 555 0123', '601 555 0177']
/** E-mail addresses of nobody, as people write theirs. */
export const EMAILS = ['marta.ruiz@example.com', 'marta_ruiz84@example.org', 'es marta@example.net']

/** What people say on the way, whatever they came for. */
export const REMARKS: Readonly<Record<Language, Remarks>> = {
  es: {
    angry: [
      'esto es una vergüenza',
      'qué porquería de servicio',
      'no sirven para nada',
      'ya estoy cansado',
      'ladrones',
      'llevo dos horas en esto!!!',
      'no me están entendiendo',
    ],
    waiting: ['hola?', '???', 'sigue ahí?', 'y entonces?', 'estoy esperando', 'aló'],
    holdOn: ['un momento', 'espere la busco', 'ya la busco', 'deme un segundo', 'un momentico por favor'],
    cannotSay: ['no lo tengo', 'no sé', 'no me acuerdo', 'no tengo la factura a mano', 'prefiero no decirlo'],
    questions: ['para qué lo necesita?', 'dónde lo encuentro?', 'y eso cuánto cuesta?', 'qué significa eso?'],
    neverMind: ['olvídelo', 'ya no importa', 'déjelo así', 'mejor no', 'no, ya no quiero nada'],
    mistaken: ['me equivoqué', 'perdón, me equivoqué', 'puse mal el dato'],
    corrects: ['perdón, es', 'no, es', 'me equivoqué, es', 'corrijo:'],
    nonsense: [
      'asdf',
      'jkjk',
      'ajá',
      '👍',
      '...',
      'mmm',
      'la vaca lechera',
      'jajaja',
      'ñe',
      '🤷',
      'qwerty uiop',
    ],
    lines: [
      'Calle 45 # 12-30, apartamento 402, Bogotá',
      'cra 7 no 82-15 torre 2',
      'los sábados por la mañana',
      'entre semana después de las seis',
      'me dijeron que eran 50 mil al mes y me cobran 80',
      'el técnico rompió una baldosa de la entrada y no dejó nada arreglado',
      'llegó con la pantalla partida',
      'nadie me avisó y perdí toda la mañana',
    ],
    goodbyes: ['chao', 'adiós', 'hasta luego', 'eso era todo, gracias', 'listo, gracias'],
    firstOf: ['el primero', 'la primera', 'la 1', 'opción 1', 'el de arriba'],
    secondOf: ['el segundo', 'la segunda', 'la 2', 'opción 2'],
    thirdOf: ['el tercero', 'la tercera', 'el último', 'opción 3'],
    leavesLine: ['Ya no lo necesito'],
    gives: ['#', 'es #', 'es la #', 'mi cuenta es #', '# creo', 'sería la #', 'claro, es #', 'aquí está: #'],
  },
  en: {
    angry: [
      'this is ridiculous',
      'worst service ever',
      'you are useless',
      'I am so tired of this',
      'this is a joke',
      'I have been at this for an hour!!!',
      'you are not understanding me',
    ],
    waiting: ['hello?', '???', 'are you there?', 'well?', 'still waiting', 'anyone?'],
    holdOn: ['one moment', 'let me check', 'hang on', 'give me a second', 'wait, let me find it'],
    cannotSay: ["I don't have it", "I don't know", "I can't remember", 'no idea', "I'd rather not say"],
    questions: [
      'why do you need it?',
      'where do I find it?',
      'how much does that cost?',
      'what does that mean?',
    ],
    neverMind: ['never mind', 'forget it', 'leave it', "doesn't matter", 'no, I changed my mind'],
    mistaken: ['I made a mistake', 'sorry, wrong number', 'oops, typo'],
    corrects: ['sorry, it is', 'no, it is', 'correction:', 'actually it is'],
    nonsense: [
      'asdf',
      'lol',
      'hmm',
      '👍',
      '...',
      'ehhh',
      'the cow jumped over the moon',
      'haha',
      '🤷',
      'qwerty uiop',
    ],
    lines: [
      '12 Oak Street, flat 4',
      'on Saturdays in the morning',
      'any weekday after six',
      'I was told it would be 50 a month and I am charged 80',
      'the technician broke a tile in the hall and left it like that',
      'it came with a cracked screen',
      'nobody told me and I lost the whole morning',
    ],
    goodbyes: ['bye', 'goodbye', 'that is all, thanks', 'thanks bye', 'see you'],
    firstOf: ['the first one', 'first', 'number 1', 'option 1', 'the top one'],
    secondOf: ['the second one', 'second', 'number 2', 'option 2'],
    thirdOf: ['the third one', 'third', 'the last one', 'option 3'],
    leavesLine: ['I no longer need it'],
    gives: [
      '#',
      "it's #",
      'it is #',
      'my account is #',
      '# I think',
      'should be #',
      'sure, #',
      'here you go: #',
    ],
  },
}
