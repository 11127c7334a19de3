import { ANYBODY, type Rule } from './ask-rule.ts'

/** Talking to somebody, being handed over to one, being looked into by one. */
export const HANDING: readonly Rule[] = [
  // Talking to somebody.
  {
    says: 'asks',
    steps: `talk|reach ${ANYBODY}|people`,
    spare: 1,
    guards: ['negated', 'told', 'identity', 'namesATalk'],
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
  {
    says: 'may-ask',
    steps: 'want talk',
    ending: 'last',
    guards: ['negated'],
    isAmbiguous: true,
    example: 'necesito hablar',
  },
  {
    says: 'may-ask',
    steps: 'want talk with',
    guards: ['negated', 'told'],
    isAmbiguous: true,
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
    steps: 'want talk alongside theirs',
    close: true,
    guards: ['negated', 'told'],
    example: 'quiero hablar con el área legal',
  },
  {
    says: 'asks',
    steps: 'want talk with theirs',
    guards: ['negated', 'told'],
    example: 'I want to talk to your legal team',
  },
  {
    says: 'may-ask',
    steps: 'desk please',
    spare: 2,
    ending: 'last',
    guards: ['negated', 'told', 'identity'],
    example: 'el gerente de la sucursal por favor',
  },
  { says: 'asks', steps: 'department please', ending: 'only', example: 'customer service please' },
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
  {
    says: 'asks',
    steps: 'me passYou alongside',
    close: true,
    guards: ['negated', 'told'],
    example: 'me comunica con Laura',
  },
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

  {
    says: 'asks',
    steps: 'me passSub alongside',
    close: true,
    guards: ['negated'],
    example: 'que me pasen con el que sabe',
  },
  { says: 'asks', steps: 'alongside department', ending: 'only', example: 'con atención al cliente' },
  { says: 'asks', steps: 'alongside someone', ending: 'only', example: 'con alguien por favor' },

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
    guards: ['negated', 'definite', 'identity', 'promised'],
    example: 'can a human review this',
  },
  {
    says: 'may-ask',
    steps: 'someone review',
    guards: ['negated', 'definite'],
    example: 'que alguien revise mi caso',
  },
]
