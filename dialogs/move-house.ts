import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'

/** Takes the service to another home: whether it gets there, what it costs before and after, the day, and one yes. */
export const moveHouse = defineDialog(facts, {
  id: 'move-house',
  title: { es: 'Trasladar el servicio a otra casa', en: 'Move the service to another home' },
  object: 'account',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Veamos el traslado de su servicio. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let us see about moving your service. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Veamos el traslado del servicio de su cuenta {account}.',
        en: 'Let us see about moving the service of your account {account}.',
      },
      next: 'newHome',
    }),
    newHome: {
      kind: 'ask',
      fact: 'newAddress',
      text: {
        es: '¿A qué dirección se muda? Escríbala completa: calle, número y ciudad.',
        en: 'What address are you moving to? Write it in full: street, number and city.',
      },
      again: {
        es: 'Escríbame solo la dirección nueva, con calle, número y ciudad, como "Calle 10 # 5-20, Bogotá". Si aún no la tiene, también sirve decirlo.',
        en: 'Write just the new address, with street, number and city, such as "5 High Street, Leeds". If you do not have it yet, just say so.',
      },
      next: 'coverage',
      refused: 'notYet',
    },
    notYet: {
      kind: 'done',
      chosen: true,
      text: {
        es: 'No pasa nada. No he cambiado nada; cuando la tenga, escríbame aquí.',
        en: 'That is all right. I have not changed anything; when you have it, write to me here.',
      },
    },
    coverage: {
      kind: 'call',
      verb: 'check-coverage',
      args: { newAddress: 'newAddress' },
      learns: ['coverage'],
      trying: {
        es: 'Estoy mirando si llegamos a esa dirección.',
        en: 'I am checking whether we reach that address.',
      },
      ok: 'isCovered',
      refused: { 'not-valid': 'addressNotValid', other: 'lookFailed' },
      failed: 'lookFailed',
      unknown: 'lookFailed',
    },
    addressNotValid: {
      kind: 'reject',
      question: 'newHome',
      text: {
        es: 'El sistema no reconoce esa dirección.',
        en: 'The system does not recognise that address.',
      },
    },
    isCovered: {
      kind: 'decide',
      fact: 'coverage',
      when: {
        covered: 'when',
        'not-covered': 'notCovered',
        unsure: 'unsure',
        unknown: 'lookFailed',
        refused: 'lookFailed',
      },
    },
    notCovered: {
      kind: 'person',
      text: {
        es: 'A esa dirección todavía no llegamos, y lo siento. No he cambiado nada; una persona verá con usted qué prefiere hacer.',
        en: 'We do not reach that address yet, and I am sorry. I have not changed anything; a person will see with you what you would rather do.',
      },
    },
    unsure: {
      kind: 'person',
      text: {
        es: 'Desde aquí no puedo asegurarle que lleguemos a esa dirección. Una persona lo comprobará antes de que usted decida nada.',
        en: 'From here I cannot be sure that we reach that address. A person will check before you decide anything.',
      },
    },
    lookFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo consultar el traslado desde aquí, y no he cambiado nada. Una persona lo hará con usted.',
        en: 'I cannot look up the move from here right now, and I have not changed anything. A person will do it with you.',
      },
    },
    when: {
      kind: 'ask',
      fact: 'moveDate',
      text: {
        es: 'Sí llegamos a esa dirección. ¿Qué día quiere el traslado? Puede decirlo como "el 5 de diciembre" o "el próximo martes".',
        en: 'We do reach that address. What day would you like the move? You can say "5 December" or "next Tuesday".',
      },
      again: {
        es: '¿Qué día trasladamos el servicio? Por ejemplo "el 5 de diciembre". Si aún no lo sabe, también sirve decirlo.',
        en: 'What day shall we move the service? For example "5 December". If you do not know yet, just say so.',
      },
      next: 'quote',
      refused: 'notYet',
    },
    quote: {
      kind: 'call',
      verb: 'quote-move',
      args: { account: 'account', newAddress: 'newAddress', moveDate: 'moveDate' },
      learns: ['moveDate', 'moveFee', 'monthly', 'newMonthly'],
      trying: { es: 'Estoy mirando qué cuesta el traslado.', en: 'I am looking up what the move costs.' },
      ok: 'confirm',
      refused: {
        'no-such-account': 'lookFailed',
        'no-coverage': 'notCovered',
        'not-valid': 'addressNotValid',
        'date-not-free': 'dateNotFree',
        'already-cancelled': 'cancelled',
        other: 'lookFailed',
      },
      failed: 'lookFailed',
      unknown: 'lookFailed',
    },
    dateNotFree: {
      kind: 'reject',
      question: 'when',
      text: { es: 'Ese día no se puede.', en: 'That day is not possible.' },
    },
    cancelled: {
      kind: 'person',
      text: {
        es: 'El servicio de la cuenta {account} figura como cancelado. Una persona lo verá con usted antes de mover nada.',
        en: 'The service of account {account} is shown as cancelled. A person will look at it with you before anything is moved.',
      },
    },
    confirm: {
      kind: 'confirm',
      text: {
        es: 'Esto es lo que significa el traslado de la cuenta {account}:\n· Dirección nueva: {newAddress}\n· Día: {moveDate}\n· Costo del traslado, una sola vez: {moveFee}\n· Cuota mensual: hoy {monthly}, después {newMonthly}\n¿Lo pido?',
        en: 'This is what moving account {account} means:\n· New address: {newAddress}\n· Day: {moveDate}\n· Cost of the move, once: {moveFee}\n· Monthly fee: {monthly} today, {newMonthly} afterwards\nShall I request it?',
      },
      again: {
        es: '¿Pido el traslado para el {moveDate}, por {moveFee}? Dígame sí o no.',
        en: 'Shall I request the move for {moveDate}, at {moveFee}? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, pedirlo', en: 'Yes, request it' },
        no: { es: 'No, dejarlo', en: 'No, leave it' },
      },
      yes: 'move',
      no: 'left',
    },
    left: {
      kind: 'done',
      chosen: true,
      text: {
        es: 'De acuerdo. No he pedido nada: su servicio sigue igual.',
        en: 'All right. I have not requested anything: your service stays as it is.',
      },
    },
    move: {
      kind: 'call',
      verb: 'move-service',
      args: { account: 'account', newAddress: 'newAddress', moveDate: 'moveDate' },
      learns: ['moveDate', 'moveFee', 'newMonthly'],
      ref: 'moveRef',
      trying: {
        es: 'Estoy pidiendo el traslado; aún no está pedido.',
        en: 'I am requesting the move; it is not requested yet.',
      },
      ok: 'promiseMove',
      refused: {
        'no-such-account': 'moveRefused',
        'no-coverage': 'notCovered',
        'not-valid': 'moveRefused',
        'date-not-free': 'dateNotFree',
        'already-cancelled': 'cancelled',
        other: 'moveRefused',
      },
      failed: 'moveFailed',
      unknown: 'moveUnknown',
    },
    moveRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó pedir el traslado. No está pedido, y una persona lo pedirá con usted.',
        en: 'The system did not let me request the move. It is not requested, and a person will do it with you.',
      },
    },
    moveFailed: {
      kind: 'person',
      text: {
        es: 'No pude pedir el traslado: no está pedido. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not request the move: it is not requested. A person will do it, and you will not have to repeat anything.',
      },
    },
    moveUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí el traslado, pero no sé si quedó registrado. Una persona lo comprobará y le dará la referencia.',
        en: 'I requested the move, but I do not know whether it was registered. A person will check and give you the reference.',
      },
    },
    promiseMove: {
      kind: 'promise',
      what: 'change',
      text: {
        es: 'Traslado del servicio de la cuenta {account} el {moveDate} (referencia {moveRef})',
        en: 'Move of the service of account {account} on {moveDate} (reference {moveRef})',
      },
      due: { on: 'moveDate' },
      ref: 'moveRef',
      next: 'moved',
    },
    moved: {
      kind: 'done',
      text: {
        es: 'El traslado quedó pedido para el {moveDate}, con la referencia {moveRef}. Cuesta {moveFee} una sola vez, y su cuota mensual será de {newMonthly}.',
        en: 'The move is requested for {moveDate}, under the reference {moveRef}. It costs {moveFee} once, and your monthly fee will be {newMonthly}.',
      },
    },
  },
})
