import { ANYBODY, type Rule } from './ask-rule.ts'

/** Wanting somebody, being served or called by one, and not wanting the bot. */
export const SERVING: readonly Rule[] = [
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
    isAmbiguous: true,
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
  {
    says: 'asks',
    steps: 'desk call',
    guards: ['promised', 'negated', 'definite'],
    example: 'can an agent call me',
  },
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
  {
    says: 'may-ask',
    steps: 'callMe',
    ending: 'last',
    guards: ['promised', 'negated'],
    isAmbiguous: true,
    example: 'llámenme',
  },

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
