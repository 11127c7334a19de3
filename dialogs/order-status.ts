import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { chooseOrder } from './steps/choose-order.ts'

const SEARCH = {
  yes: { es: 'Sí, ábrala', en: 'Yes, open it' },
  no: { es: 'No, esperaré', en: 'No, I will wait' },
} as const
const RECEIVED = {
  yes: { es: 'Sí, lo recibí', en: 'Yes, I have it' },
  no: { es: 'No me llegó', en: 'It did not arrive' },
} as const
const NOT_RECEIVED = {
  no: [
    ...['no lo recibí', 'no recibí nada', 'no he recibido nada', 'no lo he recibido', 'yo no lo tengo'],
    ...['nunca llegó', 'no llegó nada', 'no me ha llegado', 'no me ha llegado nada', 'todavía no', 'aún no'],
    ...[
      'todavía no llega',
      'todavía no me llega',
      'aún no llega',
      'no yet',
      'not yet',
      'i never got it',
      'i never received it',
    ],
    ...['never arrived', 'it never came', 'it hasnt arrived', 'i dont have it', 'i havent received it'],
    ...['i didnt get it', 'i didnt receive it', 'i havent got it'],
  ],
} as const

/** Where an order is. What is late, lost, or marked as delivered and isn't there is looked for, with a date to answer by. */
export const orderStatus = defineDialog(facts, {
  id: 'order-status',
  title: { es: 'Dónde está un pedido', en: 'Where an order is' },
  chip: { es: 'Mi pedido', en: 'My order' },
  wish: { es: 'saber de un pedido', en: 'track an order' },
  object: 'orderId',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Veamos dónde está su pedido. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let us see where your order is. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Veamos los pedidos de su cuenta {account}.',
        en: 'Let us look at the orders of your account {account}.',
      },
      next: 'findOrders',
    }),
    ...chooseOrder({
      text: {
        es: 'Estos son sus últimos pedidos. ¿Por cuál pregunta?',
        en: 'These are your latest orders. Which one are you asking about?',
      },
      next: 'look',
    }),
    look: {
      kind: 'call',
      verb: 'find-order',
      args: { account: 'account', orderId: 'orderId' },
      learns: ['orderWhat', 'orderState', 'orderAmount', 'deliveryDate', 'deliveredOn', 'returnUntil'],
      trying: { es: 'Estoy mirando dónde está su pedido.', en: 'I am looking where your order is.' },
      ok: 'state',
      refused: { 'no-such-account': 'ordersFailed', 'no-such-order': 'noSuchOrder', other: 'ordersFailed' },
      failed: 'ordersFailed',
      unknown: 'ordersFailed',
    },
    noSuchOrder: {
      kind: 'person',
      text: {
        es: 'Ya no encuentro ese pedido en el sistema. Una persona lo buscará con usted.',
        en: 'I can no longer find that order in the system. A person will look for it with you.',
      },
    },
    state: {
      kind: 'decide',
      fact: 'orderState',
      when: {
        preparing: 'hasDate',
        shipped: 'hasDate',
        'out-today': 'outToday',
        late: 'isLate',
        delivered: 'hasDay',
        lost: 'isLost',
        cancelled: 'isCancelled',
        returning: 'isReturning',
        unknown: 'ordersFailed',
        refused: 'ordersFailed',
      },
    },
    hasDate: {
      kind: 'decide',
      fact: 'deliveryDate',
      when: { known: 'onItsWay', unknown: 'noDate', refused: 'noDate' },
    },
    onItsWay: {
      kind: 'done',
      text: {
        es: 'Su pedido ({orderWhat}) está {orderState}. La entrega está prevista para el {deliveryDate}.',
        en: 'Your order ({orderWhat}) is {orderState}. Delivery is expected on {deliveryDate}.',
      },
    },
    noDate: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Su pedido ({orderWhat}) está {orderState}. Todavía no hay fecha de entrega.',
        en: 'Your order ({orderWhat}) is {orderState}. There is no delivery date yet.',
      },
    },
    outToday: {
      kind: 'done',
      text: {
        es: 'Su pedido ({orderWhat}) salió hoy a reparto y la entrega está prevista para hoy.',
        en: 'Your order ({orderWhat}) is out for delivery, which is expected today.',
      },
    },
    isCancelled: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'El pedido de {orderWhat} figura como cancelado.',
        en: 'The order of {orderWhat} is shown as cancelled.',
      },
    },
    isReturning: {
      kind: 'done',
      text: {
        es: 'El pedido de {orderWhat} está en devolución: no tiene que hacer nada más.',
        en: 'The order of {orderWhat} is being returned: there is nothing else to do.',
      },
    },
    isLate: {
      kind: 'confirm',
      text: {
        es: 'Su pedido ({orderWhat}) va con retraso, y lo siento. ¿Abro una búsqueda para que le respondan con una fecha?',
        en: 'Your order ({orderWhat}) is late, and I am sorry. Shall I open a search, so that you get an answer with a date?',
      },
      again: {
        es: '¿Abro la búsqueda de {orderWhat}? Dígame sí o no.',
        en: 'Shall I open a search for {orderWhat}? Please say yes or no.',
      },
      labels: SEARCH,
      yes: 'report',
      no: 'leftAlone',
    },
    isLost: {
      kind: 'confirm',
      text: {
        es: 'Su pedido ({orderWhat}) figura como perdido en el camino, y lo siento mucho. ¿Abro el reclamo ahora?',
        en: 'Your order ({orderWhat}) is shown as lost on its way, and I am very sorry. Shall I open the claim now?',
      },
      again: {
        es: '¿Abro el reclamo por {orderWhat}? Dígame sí o no.',
        en: 'Shall I open the claim for {orderWhat}? Please say yes or no.',
      },
      labels: SEARCH,
      yes: 'report',
      no: 'leftAlone',
    },
    hasDay: {
      kind: 'decide',
      fact: 'deliveredOn',
      when: { known: 'didItArrive', unknown: 'didItArriveEver', refused: 'didItArriveEver' },
    },
    didItArrive: {
      kind: 'confirm',
      text: {
        es: 'Su pedido ({orderWhat}) figura como entregado el {deliveredOn}. ¿Lo recibió?',
        en: 'Your order ({orderWhat}) is shown as delivered on {deliveredOn}. Did you receive it?',
      },
      again: {
        es: '¿Le llegó {orderWhat}? Dígame sí o no; si no le llegó, abro la búsqueda.',
        en: 'Did {orderWhat} reach you? Please say yes or no; if not, I will open a search.',
      },
      labels: RECEIVED,
      says: NOT_RECEIVED,
      restated: 'no',
      yes: 'received',
      no: 'report',
    },
    didItArriveEver: {
      kind: 'confirm',
      text: {
        es: 'Su pedido ({orderWhat}) figura como entregado. ¿Lo recibió?',
        en: 'Your order ({orderWhat}) is shown as delivered. Did you receive it?',
      },
      again: {
        es: '¿Le llegó {orderWhat}? Dígame sí o no; si no le llegó, abro la búsqueda.',
        en: 'Did {orderWhat} reach you? Please say yes or no; if not, I will open a search.',
      },
      labels: RECEIVED,
      says: NOT_RECEIVED,
      restated: 'no',
      yes: 'received',
      no: 'report',
    },
    received: {
      kind: 'done',
      text: { es: 'Perfecto, queda aclarado.', en: 'Good, that is cleared up.' },
    },
    leftAlone: {
      kind: 'done',
      text: {
        es: 'De acuerdo. No he abierto nada.',
        en: 'All right. I have not opened anything.',
      },
    },
    report: {
      kind: 'call',
      verb: 'report-lost-order',
      args: { account: 'account', orderId: 'orderId' },
      learns: ['answerBy', 'deliveryDate'],
      ref: 'orderRef',
      trying: {
        es: 'Estoy abriendo la búsqueda; aún no está abierta.',
        en: 'I am opening the search; it is not open yet.',
      },
      ok: 'promiseAnswer',
      refused: {
        'no-such-account': 'reportRefused',
        'no-such-order': 'reportRefused',
        'already-reported': 'alreadyReported',
        'not-late': 'notLate',
        other: 'reportRefused',
      },
      failed: 'reportFailed',
      unknown: 'reportUnknown',
    },
    alreadyReported: {
      kind: 'person',
      text: {
        es: 'La búsqueda de {orderWhat} ya estaba abierta. Para que no espere más, una persona verá en qué va.',
        en: 'The search for {orderWhat} was open already. So that you wait no longer, a person will see how it is going.',
      },
    },
    notLate: {
      kind: 'person',
      text: {
        es: 'El sistema dice que {orderWhat} todavía está en plazo. Una persona lo revisará con usted.',
        en: 'The system says that {orderWhat} is still on time. A person will check it with you.',
      },
    },
    reportRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó abrir la búsqueda. No está abierta, y una persona la abrirá con usted.',
        en: 'The system did not let me open the search. It is not open, and a person will open it with you.',
      },
    },
    reportFailed: {
      kind: 'person',
      text: {
        es: 'No pude abrir la búsqueda: no está abierta. Una persona la abrirá, sin que usted repita nada.',
        en: 'I could not open the search: it is not open. A person will open it, and you will not have to repeat anything.',
      },
    },
    reportUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí la búsqueda, pero no sé si quedó abierta. Una persona lo comprobará y le dará la referencia.',
        en: 'I asked for the search, but I do not know whether it was opened. A person will check and give you the reference.',
      },
    },
    promiseAnswer: {
      kind: 'promise',
      what: 'claim',
      text: {
        es: 'Respuesta sobre el pedido de {orderWhat} (referencia {orderRef}), a más tardar el {answerBy}',
        en: 'Answer about the order of {orderWhat} (reference {orderRef}), by {answerBy}',
      },
      due: { on: 'answerBy' },
      ref: 'orderRef',
      next: 'reported',
    },
    reported: {
      kind: 'done',
      text: {
        es: 'La búsqueda de {orderWhat} quedó abierta con la referencia {orderRef}. Le responderemos a más tardar el {answerBy}.',
        en: 'The search for {orderWhat} is open under the reference {orderRef}. We will answer you by {answerBy}.',
      },
    },
  },
})
