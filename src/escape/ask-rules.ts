/** What a message says about wanting a person: clearly, perhaps, or not. */
export type Ask = 'asks' | 'may-ask' | 'no'

/**
 * What must not be true around a match:
 * - `negated`: refused right before ("no quiero un asesor"). "No puedo hablar con…" is not a refusal.
 * - `told`: tells of the past; a clear ask becomes `may-ask`.
 * - `identity`: asks or says who is talking ("are you a person?", "am I talking to a human?").
 * - `promised`: others said that they would ("quedaron en llamarme").
 * - `ofSelf`: says who writes ("soy humano, no un robot").
 * - `definite`: a certain person is spoken of ("el asesor que me atiende").
 */
export type Guard = 'negated' | 'told' | 'identity' | 'definite' | 'promised' | 'ofSelf'

/** Where the match must end: `last`, nothing but filler after it in its sentence; `only`, nothing but courtesies around it. */
export type Ending = 'last' | 'only'

export interface Rule {
  says: Exclude<Ask, 'no'>
  /** Tags in the order they must come, `|` for either. Filler may stand between them. */
  steps: string
  /** How many unknown words may stand between as well. */
  spare?: number
  /** Nothing at all may stand between. */
  close?: boolean
  guards?: readonly Guard[]
  ending?: Ending
  example: string
}

const ANYBODY = 'desk|person|someone'

export const RULES: readonly Rule[] = [
  // Talking to somebody.
  {
    says: 'asks',
    steps: `talk|reach ${ANYBODY}|people`,
    spare: 1,
    guards: ['negated', 'told', 'identity'],
    example: 'quiero hablar con una persona',
  },
  {
    says: 'asks',
    steps: 'talk department',
    guards: ['negated', 'told', 'identity'],
    example: 'hablar con facturación',
  },
  {
    says: 'may-ask',
    steps: 'reach department',
    guards: ['negated'],
    example: 'how do I contact customer service',
  },
  {
    says: 'asks',
    steps: `who|${ANYBODY}|people talk`,
    guards: ['negated', 'definite', 'identity'],
    example: 'hay alguien con quien pueda hablar',
  },
  { says: 'may-ask', steps: 'who reach', guards: ['negated'], example: 'who can I contact' },
  { says: 'may-ask', steps: 'want talk', ending: 'last', guards: ['negated'], example: 'necesito hablar' },
  {
    says: 'may-ask',
    steps: 'want talk with',
    guards: ['negated', 'told'],
    example: 'quiero hablar con Marta',
  },

  {
    says: 'asks',
    steps: `how talking ${ANYBODY}|people|department`,
    guards: ['negated'],
    example: 'cómo hablo con un humano',
  },

  {
    says: 'asks',
    steps: 'talk|reach with nobody',
    guards: ['negated'],
    example: 'es imposible hablar con nadie',
  },

  // Being handed over.
  {
    says: 'asks',
    steps: `connect|escalate ${ANYBODY}|department`,
    spare: 1,
    guards: ['negated', 'told'],
    example: 'comuníqueme con un asesor',
  },
  {
    says: 'asks',
    steps: 'transfer desk',
    guards: ['negated', 'told'],
    example: 'transfer to an agent',
  },
  {
    says: 'may-ask',
    steps: 'transfer department',
    guards: ['negated', 'told'],
    example: 'transfer to sales',
  },
  { says: 'asks', steps: `giveMe ${ANYBODY}`, guards: ['told'], example: 'pásame con alguien' },
  { says: 'asks', steps: 'putMe with', guards: ['negated', 'told'], example: 'póngame con Marta' },
  { says: 'asks', steps: 'putMe department', guards: ['negated', 'told'], example: 'pásame a facturación' },
  { says: 'asks', steps: `me pasar ${ANYBODY}`, guards: ['negated'], example: 'me pasas con alguien?' },
  { says: 'asks', steps: 'me pasar with department', guards: ['negated'], example: 'me comunica con ventas' },
  {
    says: 'asks',
    steps: `hand me ${ANYBODY}`,
    spare: 1,
    guards: ['negated', 'told'],
    example: 'get me a rep',
  },
  {
    says: 'asks',
    steps: 'hand me with department',
    guards: ['negated', 'told'],
    example: 'put me through to billing',
  },
  { says: 'asks', steps: 'route with desk', guards: ['negated', 'told'], example: 'switch to an agent' },
  { says: 'asks', steps: 'want escalate', guards: ['negated'], example: 'quiero escalar mi caso' },
  { says: 'may-ask', steps: 'escalate', guards: ['negated', 'told'], example: 'escalate' },

  { says: 'may-ask', steps: 'putMe', ending: 'last', guards: ['negated'], example: 'transfiéreme' },

  // Being passed on, without a word to whom.
  {
    says: 'asks',
    steps: 'transfer|connect me',
    close: true,
    ending: 'last',
    guards: ['negated', 'told'],
    example: 'transfer me',
  },
  {
    says: 'asks',
    steps: 'passOn',
    ending: 'last',
    guards: ['negated', 'told'],
    example: 'transfiérame por favor',
  },
  {
    says: 'asks',
    steps: 'me transferYou',
    close: true,
    ending: 'last',
    guards: ['negated', 'told'],
    example: 'me transfiere por favor',
  },
  { says: 'may-ask', steps: 'transferBare', ending: 'only', guards: ['negated'], example: 'transfer' },
  { says: 'asks', steps: 'how get desk|person', guards: ['negated'], example: 'how do I get a human' },
  {
    says: 'asks',
    steps: 'me help alongside desk|person',
    guards: ['negated'],
    example: 'me ayuda con un asesor',
  },
  {
    says: 'asks',
    steps: `treat alongside ${ANYBODY}`,
    guards: ['negated', 'told'],
    example: 'prefiero tratar con una persona',
  },

  {
    says: 'asks',
    steps: `better talking alongside ${ANYBODY}`,
    guards: ['negated'],
    example: 'mejor lo hablo con alguien',
  },
  {
    says: 'asks',
    steps: 'want|can|better tell desk|person|someone',
    spare: 1,
    guards: ['negated', 'told'],
    example: 'quiero contárselo a una persona',
  },
  {
    says: 'may-ask',
    steps: 'tell indefinite desk|person',
    guards: ['negated'],
    example: 'a question for a human',
  },
  {
    says: 'asks',
    steps: 'asked desk|person',
    ending: 'last',
    guards: ['negated'],
    example: 'I already asked for a human',
  },
  { says: 'may-ask', steps: 'but bot', example: 'anything but a robot' },

  // Being looked into by one.
  {
    says: 'asks',
    steps: 'review desk|person',
    guards: ['negated', 'definite', 'told'],
    example: 'que lo revise una persona',
  },
  {
    says: 'asks',
    steps: 'desk|person review',
    guards: ['negated', 'definite', 'identity'],
    example: 'can a human review this',
  },
  {
    says: 'may-ask',
    steps: 'someone review',
    guards: ['negated', 'definite'],
    example: 'que alguien revise mi caso',
  },

  // Wanting one.
  { says: 'asks', steps: 'want desk', guards: ['negated', 'told'], example: 'necesito un asesor' },
  {
    says: 'asks',
    steps: 'want person',
    ending: 'last',
    guards: ['negated', 'told'],
    example: 'quiero una persona',
  },
  {
    says: 'may-ask',
    steps: 'want someone|department',
    ending: 'last',
    guards: ['negated'],
    example: 'necesito a alguien',
  },
  {
    says: 'may-ask',
    steps: 'want someone|person help',
    guards: ['negated'],
    example: 'I need someone to help me',
  },
  {
    says: 'asks',
    steps: 'want someone|person|department call',
    guards: ['negated'],
    example: 'quiero que alguien me llame',
  },

  // Being attended by one.
  {
    says: 'asks',
    steps: `attend ${ANYBODY}`,
    guards: ['negated', 'told'],
    example: 'me puede atender una persona',
  },
  {
    says: 'asks',
    steps: `${ANYBODY} attend`,
    guards: ['negated', 'definite', 'identity'],
    example: 'que alguien me atienda',
  },
  { says: 'may-ask', steps: 'who attend', guards: ['negated'], example: 'quién me puede atender' },
  {
    says: 'asks',
    steps: 'desk|person help',
    guards: ['negated', 'definite', 'identity'],
    example: 'a human to help me',
  },
  {
    says: 'asks',
    steps: 'help desk|person',
    guards: ['negated', 'definite'],
    example: 'ayuda de una persona',
  },
  {
    says: 'may-ask',
    steps: 'help someone',
    ending: 'last',
    guards: ['negated'],
    example: 'me puede ayudar alguien',
  },
  { says: 'may-ask', steps: 'nobody attend|help|serves', example: 'nadie me atiende' },
  { says: 'asks', steps: 'human service', guards: ['negated', 'identity'], example: 'human support' },
  { says: 'asks', steps: 'service human', guards: ['negated', 'identity'], example: 'atención humana' },

  // Being called by one.
  { says: 'asks', steps: 'call desk', guards: ['promised', 'negated', 'told'], example: 'call an agent' },
  {
    says: 'may-ask',
    steps: 'me can call department',
    guards: ['negated'],
    example: 'me puede llamar un técnico',
  },
  { says: 'asks', steps: 'desk call', guards: ['promised', 'negated', 'definite'], example: 'can an agent call me' },
  {
    says: 'asks',
    steps: 'someone|person call',
    guards: ['identity', 'promised', 'negated', 'definite', 'told'],
    example: 'que alguien me llame',
  },
  {
    says: 'asks',
    steps: 'someone|person department call',
    guards: ['identity', 'promised', 'negated', 'definite', 'told'],
    example: 'could someone from billing call me',
  },
  {
    says: 'asks',
    steps: 'want callBack',
    ending: 'last',
    guards: ['promised', 'negated'],
    example: 'quiero que me llamen',
  },
  {
    says: 'asks',
    steps: 'me can call',
    close: true,
    ending: 'last',
    guards: ['promised', 'negated'],
    example: 'me pueden llamar',
  },
  {
    says: 'asks',
    steps: 'polite callMe',
    ending: 'last',
    guards: ['promised', 'negated'],
    example: 'please call me back',
  },
  {
    says: 'asks',
    steps: 'callMe polite',
    ending: 'last',
    guards: ['promised', 'negated'],
    example: 'llámenme por favor',
  },
  { says: 'may-ask', steps: 'callMe', ending: 'last', guards: ['promised', 'negated'], example: 'llámenme' },

  // Asking whether there is one.
  { says: 'asks', steps: 'exist desk available', example: 'is there an agent available' },
  { says: 'asks', steps: 'exist desk|person', ending: 'last', example: 'hay algún humano' },
  {
    says: 'asks',
    steps: 'someone|desk|people free',
    ending: 'last',
    guards: ['negated'],
    example: 'alguien disponible',
  },
  { says: 'may-ask', steps: 'exist someone', ending: 'last', example: 'hay alguien ahí' },

  {
    says: 'may-ask',
    steps: 'someone available',
    ending: 'last',
    guards: ['negated'],
    example: 'anyone there',
  },

  {
    says: 'asks',
    steps: 'available desk',
    ending: 'last',
    guards: ['negated'],
    example: 'está disponible algún asesor',
  },
  {
    says: 'asks',
    steps: 'be desk available',
    ending: 'last',
    guards: ['negated'],
    example: 'are agents available',
  },
  {
    says: 'may-ask',
    steps: 'want alongside desk',
    spare: 3,
    guards: ['negated', 'told'],
    example: 'quiero poner una queja con un supervisor',
  },

  // Not wanting the bot.
  { says: 'asks', steps: 'leave bot', ending: 'last', guards: ['negated'], example: 'sáquenme de este bot' },
  { says: 'may-ask', steps: 'leave bot', example: 'quítame al bot que me contesta' },
  {
    says: 'asks',
    steps: 'no want talk|talking bot|computer',
    spare: 2,
    example: 'no quiero hablar con una máquina',
  },
  {
    says: 'asks',
    steps: 'no talk bot|computer',
    spare: 1,
    guards: ['identity'],
    example: 'prefiero no hablar con robots',
  },
  { says: 'asks', steps: 'no want bot', guards: ['told'], example: 'no quiero un bot' },
  { says: 'asks', steps: 'no want talk|talking withYou', example: 'no quiero hablar contigo' },
  { says: 'asks', steps: 'no want talk|talking with you', example: "I don't want to talk to you" },
  { says: 'asks', steps: 'hate talk|talking bot', spare: 1, example: 'estoy harto de hablar con un robot' },
  { says: 'asks', steps: 'hate bot', ending: 'last', example: 'basta de robots' },
  { says: 'may-ask', steps: 'hate bot', example: 'odio los robots que no entienden' },
  { says: 'asks', steps: 'no bot', ending: 'only', guards: ['ofSelf'], example: 'no bots please' },
  {
    says: 'asks',
    steps: 'someone|person|people no bot',
    spare: 2,
    guards: ['identity', 'ofSelf'],
    example: "someone who isn't a bot",
  },
  {
    says: 'asks',
    steps: 'no talking|treat bot',
    spare: 1,
    guards: ['identity'],
    example: 'no voy a tratar con un robot',
  },
  { says: 'may-ask', steps: 'bot useless', spare: 1, example: 'this bot is useless' },
  { says: 'may-ask', steps: 'useless bot', example: 'bot de mierda' },
]
