import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { chooseCharge, judgeCharge } from './steps/choose-charge.ts'

const HERE = {
  again: {
    es: '¿Le llegó el reembolso de {refundAmount}? Dígame sí o no; si no llegó, una persona lo busca.',
    en: 'Has the refund of {refundAmount} reached you? Please say yes or no; if not, a person can look for it.',
  },
  labels: {
    yes: { es: 'Sí, ya lo tengo', en: 'Yes, I have it' },
    no: { es: 'No me ha llegado', en: 'It has not come' },
  },
  says: {
    yes: ['ya lo vi', 'ya llegó', 'sí llegó', 'ahí está', 'i see it', 'got it', 'its there'],
    no: ['no lo veo', 'no aparece', 'no llegó', 'no me llegó', 'i dont see it', 'not there', 'nothing came'],
  },
  restated: 'no',
  yes: 'arrived',
  no: 'traceIt',
} as const

/**
 * Where a refund is: whatever state it is in ends in a date that somebody owes, or in a person. Who has none under way
 * asks for one here.
 */
export const refundStatus = defineDialog(facts, {
  id: 'refund-status',
  title: { es: 'Un reembolso', en: 'A refund' },
  wish: { es: 'saber de un reembolso', en: 'check a refund' },
  object: 'refundId',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Veamos su reembolso. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let us look at your refund. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Veamos el reembolso de su cuenta {account}.',
        en: 'Let us look at the refund of your account {account}.',
      },
      next: 'find',
    }),
    find: {
      kind: 'call',
      verb: 'find-refund',
      args: { account: 'account' },
      learns: ['refundId', 'refundState', 'refundAmount', 'refundDate', 'refundTo'],
      trying: { es: 'Estoy buscando su reembolso.', en: 'I am looking up your refund.' },
      ok: 'state',
      refused: { 'no-such-account': 'noSuchAccount', 'no-refund': 'noRefund', other: 'refundsFailed' },
      failed: 'refundsFailed',
      unknown: 'refundsFailed',
    },
    refundsFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver sus reembolsos desde aquí. Una persona los mirará con usted.',
        en: 'I cannot see your refunds from here right now. A person will look at them with you.',
      },
    },
    state: {
      kind: 'decide',
      fact: 'refundState',
      when: {
        asked: 'askedWhen',
        approved: 'approvedWhen',
        late: 'late',
        paid: 'paidWhen',
        denied: 'denied',
        unknown: 'refundsFailed',
        refused: 'refundsFailed',
      },
    },

    askedWhen: {
      kind: 'decide',
      fact: 'refundDate',
      when: { known: 'promiseAnswer', unknown: 'promiseSomeAnswer', refused: 'promiseSomeAnswer' },
    },
    promiseAnswer: {
      kind: 'promise',
      what: 'answer',
      text: {
        es: 'Respuesta sobre el reembolso de {refundAmount}, a más tardar el {refundDate}',
        en: 'Answer about the refund of {refundAmount}, by {refundDate}',
      },
      due: { on: 'refundDate' },
      next: 'asked',
    },
    asked: {
      kind: 'done',
      text: {
        es: 'Su reembolso de {refundAmount} está pedido y todavía no está aprobado. Le responderemos a más tardar el {refundDate}; si ese día no hay respuesta, una persona se hará cargo sin que usted escriba.',
        en: 'Your refund of {refundAmount} is requested and not approved yet. We will answer you by {refundDate}; if there is no answer that day, a person will take it on without your having to write.',
      },
    },
    promiseSomeAnswer: {
      kind: 'promise',
      what: 'answer',
      text: {
        es: 'Respuesta sobre el reembolso de {refundAmount}',
        en: 'Answer about the refund of {refundAmount}',
      },
      due: { rule: 'refund' },
      next: 'askedUndated',
    },
    askedUndated: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Su reembolso de {refundAmount} está pedido; todavía no está aprobado ni tiene fecha. Anoto que le debemos una respuesta: si no llega a tiempo, una persona se hará cargo sin que usted escriba.',
        en: 'Your refund of {refundAmount} is requested; it is not approved yet and has no date. I am noting that we owe you an answer: if it is not in time, a person will take it on without your having to write.',
      },
    },

    approvedWhen: {
      kind: 'decide',
      fact: 'refundDate',
      when: { known: 'promiseRefund', unknown: 'promiseSomeRefund', refused: 'promiseSomeRefund' },
    },
    promiseRefund: {
      kind: 'promise',
      what: 'refund',
      text: {
        es: 'Devolución de {refundAmount}, a más tardar el {refundDate}',
        en: 'Refund of {refundAmount}, by {refundDate}',
      },
      due: { on: 'refundDate' },
      ref: 'refundId',
      next: 'approvedTo',
    },
    approvedTo: {
      kind: 'decide',
      fact: 'refundTo',
      when: { known: 'approved', unknown: 'approvedSomewhere', refused: 'approvedSomewhere' },
    },
    approved: {
      kind: 'done',
      text: {
        es: 'Su reembolso de {refundAmount} figura aprobado y va en camino: le llega a {refundTo} a más tardar el {refundDate}. Si ese día no está, una persona se hará cargo sin que usted escriba.',
        en: 'Your refund of {refundAmount} is shown as approved and on its way: it reaches {refundTo} by {refundDate}. If it is not there that day, a person will take it on without your having to write.',
      },
    },
    approvedSomewhere: {
      kind: 'done',
      text: {
        es: 'Su reembolso de {refundAmount} figura aprobado y va en camino: le llega a más tardar el {refundDate}. Si ese día no está, una persona se hará cargo sin que usted escriba.',
        en: 'Your refund of {refundAmount} is shown as approved and on its way: it reaches you by {refundDate}. If it is not there that day, a person will take it on without your having to write.',
      },
    },
    promiseSomeRefund: {
      kind: 'promise',
      what: 'refund',
      text: { es: 'Devolución de {refundAmount}', en: 'Refund of {refundAmount}' },
      due: { rule: 'refund' },
      ref: 'refundId',
      next: 'approvedUndated',
    },
    approvedUndated: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Su reembolso de {refundAmount} figura aprobado y todavía no tiene fecha de pago. Lo anoto como pendiente nuestro: si no llega a tiempo, una persona se hará cargo sin que usted escriba.',
        en: 'Your refund of {refundAmount} is shown as approved and has no date of payment yet. I am noting it as owed to you: if it is not in time, a person will take it on without your having to write.',
      },
    },

    late: {
      kind: 'person',
      reason: 'commitment',
      flag: {
        es: 'OJO: el reembolso {refundId} de {refundAmount} está aprobado y fuera de plazo',
        en: 'NOTE: refund {refundId} of {refundAmount} is approved and past its date',
      },
      text: {
        es: 'Su reembolso de {refundAmount} ya debería haberle llegado. Es una falta nuestra, y lo siento. Una persona verá qué pasó y le dirá cuándo lo tiene.',
        en: 'Your refund of {refundAmount} should have reached you by now. That is our fault, and I am sorry. A person will see what happened and tell you when you have it.',
      },
    },
    denied: {
      kind: 'person',
      flag: {
        es: 'OJO: el reembolso {refundId} de {refundAmount} fue rechazado y el cliente pregunta: dígale los motivos, o cámbielo',
        en: 'NOTE: refund {refundId} of {refundAmount} was denied and the customer asks: tell the reasons, or change it',
      },
      text: {
        es: 'El reembolso de {refundAmount} figura rechazado. Tiene derecho a saber por qué: una persona lo mirará de nuevo con usted y le dirá los motivos.',
        en: 'The refund of {refundAmount} is shown as denied. You have a right to know why: a person will look at it again with you and tell you the reasons.',
      },
    },

    paidWhen: {
      kind: 'decide',
      fact: 'refundDate',
      when: { known: 'paidTo', unknown: 'paid', refused: 'paid' },
    },
    paidTo: {
      kind: 'decide',
      fact: 'refundTo',
      when: { known: 'paidOnTo', unknown: 'paidOn', refused: 'paidOn' },
    },
    paidOnTo: {
      kind: 'confirm',
      text: {
        es: 'Su reembolso de {refundAmount} figura pagado el {refundDate} a {refundTo}. ¿Le llegó?',
        en: 'Your refund of {refundAmount} is shown as paid on {refundDate} to {refundTo}. Has it reached you?',
      },
      ...HERE,
    },
    paidOn: {
      kind: 'confirm',
      text: {
        es: 'Su reembolso de {refundAmount} figura pagado el {refundDate}. ¿Le llegó?',
        en: 'Your refund of {refundAmount} is shown as paid on {refundDate}. Has it reached you?',
      },
      ...HERE,
    },
    paid: {
      kind: 'confirm',
      text: {
        es: 'Su reembolso de {refundAmount} figura pagado. ¿Le llegó?',
        en: 'Your refund of {refundAmount} is shown as paid. Has it reached you?',
      },
      ...HERE,
    },
    arrived: {
      kind: 'done',
      text: { es: 'Qué bueno. Gracias por decirlo.', en: 'Good to hear. Thank you.' },
    },
    traceIt: {
      kind: 'person',
      flag: {
        es: 'OJO: el reembolso {refundId} de {refundAmount} figura pagado y al cliente no le llegó',
        en: 'NOTE: refund {refundId} of {refundAmount} is shown as paid and has not reached the customer',
      },
      text: {
        es: 'Entonces hay que buscarlo. Una persona seguirá el pago de {refundAmount} y le dirá dónde está.',
        en: 'Then it has to be found. A person will follow the payment of {refundAmount} and tell you where it is.',
      },
    },

    noRefund: {
      kind: 'say',
      text: {
        es: 'No veo ningún reembolso en curso en la cuenta {account}. Veamos qué habría que devolverle.',
        en: 'I see no refund under way on account {account}. Let us see what should be paid back to you.',
      },
      next: 'findCharges',
    },
    ...chooseCharge({
      text: {
        es: '¿Qué cobro habría que devolverle?',
        en: 'Which charge should be paid back to you?',
      },
      next: 'chargeState',
    }),
    ...judgeCharge({ next: 'confirm' }),
    confirm: {
      kind: 'confirm',
      text: {
        es: 'Puedo pedir que le devuelvan {chargeAmount} por {chargeWhat}, del {chargeDate}. ¿Lo pido?',
        en: 'I can request that {chargeAmount} for {chargeWhat}, of {chargeDate}, be paid back to you. Shall I?',
      },
      again: {
        es: '¿Pido la devolución de {chargeAmount} por {chargeWhat}? Dígame sí o no.',
        en: 'Shall I request {chargeAmount} for {chargeWhat} back? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, pídalo', en: 'Yes, request it' },
        no: { es: 'No, dejarlo', en: 'No, leave it' },
      },
      yes: 'request',
      no: 'left',
    },
    left: {
      kind: 'done',
      chosen: true,
      text: { es: 'De acuerdo. No he pedido nada.', en: 'All right. I have not requested anything.' },
    },
    request: {
      kind: 'call',
      verb: 'request-refund',
      args: { account: 'account', chargeId: 'chargeId' },
      learns: ['refundId', 'refundAmount', 'refundDate', 'refundTo'],
      ref: 'refundRef',
      trying: {
        es: 'Estoy pidiendo el reembolso; aún no está pedido.',
        en: 'I am requesting the refund; it is not requested yet.',
      },
      ok: 'promiseBack',
      refused: {
        'no-such-account': 'requestRefused',
        'no-such-charge': 'noSuchCharge',
        'already-refunded': 'alreadyRefunded',
        'needs-review': 'needsReview',
        other: 'requestRefused',
      },
      failed: 'requestFailed',
      unknown: 'requestUnknown',
    },
    needsReview: {
      kind: 'person',
      text: {
        es: 'Ese cobro lo revisa una persona antes de devolverlo. Ya tiene los datos, y lo verá con usted.',
        en: 'A person reviews that charge before it is paid back. They have the details, and will look at it with you.',
      },
    },
    requestRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó pedir el reembolso. No está pedido, y una persona lo pedirá con usted.',
        en: 'The system did not let me request the refund. It is not requested, and a person will do it with you.',
      },
    },
    requestFailed: {
      kind: 'person',
      text: {
        es: 'No pude pedir el reembolso: no está pedido. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not request the refund: it is not requested. A person will do it, and you will not have to repeat anything.',
      },
    },
    requestUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí el reembolso, pero no sé si quedó registrado. Una persona lo comprobará y le dará la referencia.',
        en: 'I requested the refund, but I do not know whether it was registered. A person will check and give you the reference.',
      },
    },
    promiseBack: {
      kind: 'promise',
      what: 'refund',
      text: {
        es: 'Devolución de {refundAmount} por {chargeWhat}, a más tardar el {refundDate} (referencia {refundRef})',
        en: 'Refund of {refundAmount} for {chargeWhat}, by {refundDate} (reference {refundRef})',
      },
      due: { on: 'refundDate' },
      ref: 'refundRef',
      next: 'requested',
    },
    requested: {
      kind: 'done',
      text: {
        es: 'El reembolso de {refundAmount} quedó registrado con la referencia {refundRef}. Se lo devolvemos a más tardar el {refundDate}.',
        en: 'The refund of {refundAmount} is registered under the reference {refundRef}. We pay it back to you by {refundDate}.',
      },
    },
  },
})
