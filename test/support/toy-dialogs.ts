import type { Reader } from '../../src/guarantee/bot-harness.ts'
import { defineDialog, defineFacts } from '../../src/kit.ts'
import { type BotDesk, botDesk } from '../../src/turn/bot-desk.ts'
import type { Dialog } from '../../src/turn/dialog/dialog.ts'
import { readByWords } from './read-by-words.ts'

const same = (text: string) => ({ es: text, en: `${text} (en)` })

export const toyFacts = defineFacts({
  account: { kind: 'account', of: 'customer', label: same('account') },
  proven: { kind: 'account', of: 'customer', hangsOn: 'account', label: same('proven') },
  story: { kind: 'text', of: 'matter', label: same('story') },
  plan: { kind: 'text', of: 'customer', label: same('plan') },
  endDate: { kind: 'date', of: 'matter', label: same('end') },
  ref: { kind: 'text', of: 'matter', label: same('ref') },
  size: {
    kind: 'label',
    of: 'matter',
    label: same('size'),
    labels: { small: same('Pequeño'), large: same('Grande') },
  },
})

/** Orders something: account (which proves itself), size, a look-up, a yes and a change. */
export const order = defineDialog(toyFacts, {
  id: 'order',
  title: same('Pedido'),
  chip: same('Pedir'),
  start: 'account',
  steps: {
    account: {
      kind: 'ask',
      fact: 'account',
      text: same('¿Cuenta?'),
      again: same('Seis cifras, por favor.'),
      known: same('Su cuenta es {account}.'),
      next: 'size',
      refused: 'help',
    },
    isProven: {
      kind: 'decide',
      fact: 'proven',
      when: { known: 'find', unknown: 'prove', refused: 'prove' },
    },
    prove: {
      kind: 'call',
      verb: 'prove-identity',
      args: { account: 'account', proof: 'account' },
      learns: ['proven'],
      trying: same('Compruebo.'),
      ok: 'find',
      refused: { 'no-such-account': 'help', 'no-match': 'help', 'too-many-tries': 'help', other: 'help' },
      failed: 'help',
      unknown: 'help',
    },
    size: {
      kind: 'choose',
      fact: 'size',
      text: same('¿Qué tamaño?'),
      again: same('Elija un tamaño.'),
      next: { small: 'isProven', large: 'isProven' },
    },
    find: {
      kind: 'call',
      verb: 'find-service',
      args: { account: 'account' },
      learns: ['plan', 'endDate'],
      trying: same('Busco.'),
      ok: 'sure',
      refused: { 'no-such-account': 'wrong', 'already-cancelled': 'end', other: 'help' },
      failed: 'help',
      unknown: 'help',
    },
    wrong: { kind: 'reject', question: 'account', text: same('No existe {account}.') },
    sure: {
      kind: 'confirm',
      text: same('¿Pido {plan} {size} para {account}?'),
      again: same('¿Sí o no?'),
      yes: 'change',
      no: 'end',
    },
    change: {
      kind: 'call',
      verb: 'cancel-service',
      args: { account: 'account', endDate: 'endDate' },
      learns: ['endDate'],
      ref: 'ref',
      trying: same('Lo pido; aún no está hecho.'),
      ok: 'promised',
      refused: {
        'no-such-account': 'help',
        'already-cancelled': 'end',
        'date-changed': 'find',
        other: 'help',
      },
      failed: 'notDone',
      unknown: 'notKnown',
    },
    promised: {
      kind: 'promise',
      what: 'cancellation',
      text: same('Pedido {ref}'),
      due: { on: 'endDate' },
      ref: 'ref',
      confirmed: true,
      next: 'done',
    },
    done: { kind: 'done', text: same('Hecho: {ref}.') },
    end: { kind: 'done', text: same('Nada cambiado.') },
    help: { kind: 'person', text: same('Una persona lo ve.') },
    notDone: { kind: 'person', text: same('No está hecho.') },
    notKnown: { kind: 'person', text: same('No sé si quedó hecho.') },
  },
})

/** Tells a story in one's own words. */
export const tale = defineDialog(toyFacts, {
  id: 'tale',
  title: same('Cuento'),
  chip: same('Contar'),
  start: 'story',
  steps: {
    story: {
      kind: 'ask',
      fact: 'story',
      text: same('¿Qué pasó?'),
      again: same('Cuénteme un poco más.'),
      next: 'thanks',
      refused: 'thanks',
    },
    thanks: { kind: 'done', text: same('Anotado.') },
  },
})

/** Asks for the account only. */
export const look = defineDialog(toyFacts, {
  id: 'look',
  title: same('Mirar'),
  chip: same('Mirar'),
  start: 'account',
  steps: {
    account: {
      kind: 'ask',
      fact: 'account',
      text: same('¿Qué cuenta miro?'),
      again: same('La cuenta tiene seis cifras.'),
      next: 'seen',
      refused: 'seen',
    },
    seen: { kind: 'done', text: same('Mirado.') },
  },
})

/** One question more, to fill the stack. */
export const visit = defineDialog(toyFacts, {
  id: 'visit',
  title: same('Visita'),
  start: 'size',
  steps: {
    size: {
      kind: 'choose',
      fact: 'size',
      text: same('¿Visita de qué tamaño?'),
      again: same('Elija el tamaño de la visita.'),
      next: { small: 'set', large: 'set' },
    },
    set: { kind: 'done', text: same('Visita anotada.') },
  },
})

export const hello = defineDialog(toyFacts, {
  id: 'hello',
  title: same('Saludo'),
  aside: 'stays',
  start: 'hello',
  steps: { hello: { kind: 'done', text: same('¡Hola!') } },
})

export const bye = defineDialog(toyFacts, {
  id: 'bye',
  title: same('Adiós'),
  aside: 'leaves',
  start: 'bye',
  steps: { bye: { kind: 'done', text: same('Adiós.') } },
})

export const robot = defineDialog(toyFacts, {
  id: 'robot',
  title: same('Robot'),
  aside: 'answers',
  start: 'truth',
  steps: { truth: { kind: 'done', text: same('Sí, soy un programa de {company}.'), offersPerson: true } },
})

/** Can't be run: it shows a fact that nobody has learnt. */
export const broken = defineDialog(toyFacts, {
  id: 'broken',
  title: same('Roto'),
  start: 'hole',
  steps: { hole: { kind: 'done', text: same('Su plan es {plan}.') } },
})

export function toyDesk(
  options: { dialogs?: readonly Dialog[]; limits?: Readonly<Record<string, number>> } = {},
): BotDesk {
  return botDesk({
    company: 'Casa',
    timeZone: 'Europe/Madrid',
    dialogs: options.dialogs ?? [order, tale, look, visit, hello, bye, robot, broken],
    ...(options.limits ? { limits: options.limits } : {}),
  })
}

export const toyReader: Reader = readByWords({
  order: /quiero pedir|ordenar/i,
  tale: /contarle|historia/i,
  look: /quiero mirar/i,
  visit: /visita/i,
  hello: /^hola/i,
  bye: /adiós/i,
  robot: /robot/i,
  broken: /está roto/i,
  'correct-answer': /equivoqué/i,
})
