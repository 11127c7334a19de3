import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { chooseOrder } from './steps/choose-order.ts'
import { NO_TIME_FITS, noTimeFits } from './steps/no-time-fits.ts'

const takePickup = (place: 1 | 2 | 3) =>
  ({
    kind: 'copy',
    facts: { pickupDate: `pickup${place}Date`, pickupWindow: `pickup${place}Window` },
    next: 'confirm',
  }) as const

/** Sends something back: the company collects it at home, and nobody is asked why. */
export const returnOrder = defineDialog(facts, {
  id: 'return-order',
  title: { es: 'Devolver un pedido', en: 'Return an order' },
  chip: { es: 'Devolver', en: 'Return' },
  wish: { es: 'devolver un pedido', en: 'return an order' },
  object: 'orderId',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Claro, le ayudo con la devolución; lo recogemos en su casa, sin costo. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Of course, I will help you with the return; we collect it at your home, free of charge. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Claro, veamos la devolución con su cuenta {account}. Lo recogemos en su casa, sin costo.',
        en: 'Of course, let us see to the return with your account {account}. We collect it at your home, free of charge.',
      },
      next: 'findOrders',
    }),
    ...chooseOrder({
      text: { es: '¿Qué pedido quiere devolver?', en: 'Which order would you like to return?' },
      next: 'findPickups',
    }),
    findPickups: {
      kind: 'call',
      verb: 'find-pickups',
      args: { account: 'account', orderId: 'orderId' },
      learns: [
        'orderWhat',
        'orderAmount',
        'pickup1Date',
        'pickup1Window',
        'pickup2Date',
        'pickup2Window',
        'pickup3Date',
        'pickup3Window',
      ],
      trying: { es: 'Estoy viendo cuándo podemos recogerlo.', en: 'I am looking when we can collect it.' },
      ok: 'when',
      refused: {
        'no-such-account': 'returnRefused',
        'no-such-order': 'returnRefused',
        'not-delivered': 'notDelivered',
        'too-late-to-return': 'tooLate',
        'already-returned': 'alreadyReturned',
        other: 'returnRefused',
      },
      failed: 'ordersFailed',
      unknown: 'ordersFailed',
    },
    notDelivered: {
      kind: 'person',
      text: {
        es: 'Ese pedido todavía no figura como entregado. Una persona verá con usted cómo pararlo o devolverlo.',
        en: 'That order is not shown as delivered yet. A person will see with you how to stop or return it.',
      },
    },
    tooLate: {
      kind: 'person',
      text: {
        es: 'El plazo de devolución de ese pedido ya pasó en el sistema. Una persona puede revisar su caso.',
        en: 'In the system the time for returning that order is over. A person can look at your case.',
      },
    },
    alreadyReturned: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'La devolución de {orderWhat} ya está pedida: no tiene que hacer nada más.',
        en: 'The return of {orderWhat} has been requested already: there is nothing else to do.',
      },
    },
    when: {
      kind: 'choose',
      fact: 'pickup',
      text: {
        es: '¿Cuándo pasamos a recoger {orderWhat}?',
        en: 'When shall we collect {orderWhat}?',
      },
      again: {
        es: '¿Qué momento le sirve? Puede tocar uno, o decirlo: "el martes por la tarde".',
        en: 'Which time suits you? You can tap one, or say it: "Tuesday afternoon".',
      },
      cannot: NO_TIME_FITS,
      next: { first: 'firstPickup', second: 'secondPickup', third: 'thirdPickup' },
    },
    ...noTimeFits,
    firstPickup: takePickup(1),
    secondPickup: takePickup(2),
    thirdPickup: takePickup(3),
    confirm: {
      kind: 'confirm',
      text: {
        es: 'Esto es lo que pido: recoger {orderWhat} en su casa el {pickupDate}, {pickupWindow}, sin costo, y devolverle {orderAmount}. ¿Lo pido?',
        en: 'This is what I will request: collecting {orderWhat} at your home on {pickupDate}, {pickupWindow}, free of charge, and paying {orderAmount} back to you. Shall I?',
      },
      again: {
        es: '¿Pido la recogida de {orderWhat} el {pickupDate}, {pickupWindow}? Dígame sí o no.',
        en: 'Shall I request the collection of {orderWhat} on {pickupDate}, {pickupWindow}? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, recójanlo', en: 'Yes, collect it' },
        no: { es: 'No, dejarlo', en: 'No, leave it' },
      },
      yes: 'return',
      no: 'kept',
    },
    kept: {
      kind: 'done',
      text: {
        es: 'De acuerdo. No he pedido nada: el pedido se queda con usted.',
        en: 'All right. I have not requested anything: the order stays with you.',
      },
    },
    return: {
      kind: 'call',
      verb: 'return-order',
      args: {
        account: 'account',
        orderId: 'orderId',
        pickupDate: 'pickupDate',
        pickupWindow: 'pickupWindow',
      },
      learns: ['pickupDate', 'pickupWindow', 'refundAmount', 'refundDate'],
      ref: 'returnRef',
      trying: {
        es: 'Estoy pidiendo la recogida; aún no está hecha.',
        en: 'I am requesting the collection; it is not done yet.',
      },
      ok: 'promisePickup',
      refused: {
        'no-such-account': 'returnRefused',
        'no-such-order': 'returnRefused',
        'not-delivered': 'notDelivered',
        'too-late-to-return': 'tooLate',
        'already-returned': 'alreadyReturned',
        'date-not-free': 'notFree',
        other: 'returnRefused',
      },
      failed: 'returnFailed',
      unknown: 'returnUnknown',
    },
    notFree: {
      kind: 'person',
      text: {
        es: 'Ese momento acaba de ocuparse. No he pedido nada todavía, y una persona buscará otro con usted.',
        en: 'That time has just been taken. Nothing has been requested yet, and a person will find another one with you.',
      },
    },
    returnRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó pedir la recogida. No está pedida, y una persona la pedirá con usted.',
        en: 'The system did not let me request the collection. It is not requested, and a person will do it with you.',
      },
    },
    returnFailed: {
      kind: 'person',
      text: {
        es: 'No pude pedir la recogida: no está pedida. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not request the collection: it is not requested. A person will do it, and you will not have to repeat anything.',
      },
    },
    returnUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí la recogida, pero no sé si quedó registrada. Una persona lo comprobará y le dará la referencia.',
        en: 'I requested the collection, but I do not know whether it was registered. A person will check and give you the reference.',
      },
    },
    promisePickup: {
      kind: 'promise',
      what: 'visit',
      text: {
        es: 'Recogida de {orderWhat} en su casa el {pickupDate}, {pickupWindow} (referencia {returnRef})',
        en: 'Collection of {orderWhat} at your home on {pickupDate}, {pickupWindow} (reference {returnRef})',
      },
      due: { on: 'pickupDate' },
      ref: 'returnRef',
      next: 'promiseRefund',
    },
    promiseRefund: {
      kind: 'promise',
      what: 'refund',
      text: {
        es: 'Devolución de {refundAmount} por {orderWhat}, a más tardar el {refundDate}',
        en: 'Refund of {refundAmount} for {orderWhat}, by {refundDate}',
      },
      due: { on: 'refundDate' },
      ref: 'returnRef',
      next: 'requested',
    },
    requested: {
      kind: 'done',
      text: {
        es: 'La recogida quedó registrada con la referencia {returnRef}: pasamos por {orderWhat} el {pickupDate}, {pickupWindow}. Le devolvemos {refundAmount} a más tardar el {refundDate}.',
        en: 'The collection is registered under the reference {returnRef}: we collect {orderWhat} on {pickupDate}, {pickupWindow}. We pay {refundAmount} back by {refundDate}.',
      },
    },
  },
})
