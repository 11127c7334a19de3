/** Whether the payment of an invoice has come in. Enter at `findPayment`, after `chooseInvoice`. */
export function lookForPayment() {
  return {
    findPayment: {
      kind: 'call',
      verb: 'find-payment',
      args: { account: 'account', invoiceId: 'invoiceId' },
      learns: ['paymentState', 'paymentAmount', 'paymentDate'],
      trying: { es: 'Estoy buscando su pago.', en: 'I am looking for your payment.' },
      ok: 'paymentState',
      refused: {
        'no-such-account': 'invoicesFailed',
        'no-such-invoice': 'invoicesFailed',
        other: 'invoicesFailed',
      },
      failed: 'invoicesFailed',
      unknown: 'invoicesFailed',
    },
    paymentState: {
      kind: 'decide',
      fact: 'paymentState',
      when: {
        received: 'receivedWhen',
        'not-seen': 'notSeen',
        returned: 'returned',
        unknown: 'invoicesFailed',
        refused: 'invoicesFailed',
      },
    },
    receivedWhen: {
      kind: 'decide',
      fact: 'paymentDate',
      when: { known: 'receivedOn', unknown: 'received', refused: 'received' },
    },
    receivedOn: {
      kind: 'done',
      text: {
        es: 'Sí: el pago de la factura del {invoiceDate}, por {invoiceAmount}, nos llegó el {paymentDate}.',
        en: 'Yes: the payment of the invoice of {invoiceDate}, for {invoiceAmount}, came in on {paymentDate}.',
      },
    },
    received: {
      kind: 'done',
      text: {
        es: 'Sí: el pago de la factura del {invoiceDate}, por {invoiceAmount}, nos llegó.',
        en: 'Yes: the payment of the invoice of {invoiceDate}, for {invoiceAmount}, came in.',
      },
    },
    notSeen: {
      kind: 'confirm',
      text: {
        es: 'El pago de la factura del {invoiceDate}, por {invoiceAmount}, todavía no me aparece. ¿Ya pagó? Si es así, una persona lo busca.',
        en: 'I do not see the payment of the invoice of {invoiceDate}, for {invoiceAmount}, yet. Have you paid? If so, a person can look for it.',
      },
      again: {
        es: '¿Ya pagó la factura del {invoiceDate}? Dígame sí o no; si es que sí, una persona busca el pago.',
        en: 'Have you paid the invoice of {invoiceDate}? Please say yes or no; if so, a person can look for the payment.',
      },
      labels: {
        yes: { es: 'Sí, ya pagué', en: 'Yes, I have paid' },
        no: { es: 'No he pagado', en: 'Not yet' },
      },
      restated: 'yes',
      yes: 'traceIt',
      no: 'notPaidYet',
    },
    traceIt: {
      kind: 'person',
      flag: {
        es: 'OJO: el cliente ya pagó la factura {invoiceId} ({invoiceAmount}) y el pago no aparece',
        en: 'NOTE: the customer has paid invoice {invoiceId} ({invoiceAmount}) and the payment is not seen',
      },
      text: {
        es: 'Entonces hay que buscarlo. Una persona seguirá su pago de {invoiceAmount}; si tiene el comprobante, puede adjuntarlo aquí.',
        en: 'Then it has to be found. A person will follow your payment of {invoiceAmount}; if you have the receipt, you can attach it here.',
      },
    },
    notPaidYet: {
      kind: 'done',
      text: {
        es: 'De acuerdo. La factura del {invoiceDate} tiene fecha de pago el {invoiceDue}. Si necesita más tiempo, dígame "más plazo" y lo pido.',
        en: 'All right. The invoice of {invoiceDate} is due on {invoiceDue}. If you need longer, say "more time to pay" and I will request it.',
      },
    },
    returned: {
      kind: 'person',
      flag: {
        es: 'OJO: el banco devolvió el pago de la factura {invoiceId} ({invoiceAmount})',
        en: 'NOTE: the bank returned the payment of invoice {invoiceId} ({invoiceAmount})',
      },
      text: {
        es: 'El banco devolvió el pago de la factura del {invoiceDate}, así que no nos llegó. Una persona verá con usted cómo dejarla pagada.',
        en: 'The bank returned the payment of the invoice of {invoiceDate}, so it did not reach us. A person will see with you how to get it paid.',
      },
    },
  } as const
}

/** More time to pay an invoice. Enter at `confirmTime`, after `chooseInvoice`. */
export function moreTimeToPay() {
  return {
    confirmTime: {
      kind: 'confirm',
      text: {
        es: 'Puedo pedir más plazo para la factura del {invoiceDate}, por {invoiceAmount} (fecha de pago: {invoiceDue}). Hasta la fecha nueva no hay corte ni intereses. ¿Lo pido?',
        en: 'I can request more time for the invoice of {invoiceDate}, for {invoiceAmount} (due on {invoiceDue}). Until the new date there is no cut-off and no interest. Shall I?',
      },
      again: {
        es: '¿Pido más plazo para la factura de {invoiceAmount}? Dígame sí o no.',
        en: 'Shall I request more time for the invoice of {invoiceAmount}? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, pida plazo', en: 'Yes, request it' },
        no: { es: 'No, dejarlo', en: 'No, leave it' },
      },
      yes: 'extend',
      no: 'timeLeft',
    },
    timeLeft: {
      kind: 'done',
      chosen: true,
      text: { es: 'De acuerdo. No he cambiado nada.', en: 'All right. I have not changed anything.' },
    },
    extend: {
      kind: 'call',
      verb: 'extend-payment',
      args: { account: 'account', invoiceId: 'invoiceId' },
      learns: ['newDueDate'],
      ref: 'paymentRef',
      trying: {
        es: 'Estoy pidiendo más plazo; aún no está dado.',
        en: 'I am requesting more time; it is not granted yet.',
      },
      ok: 'promiseTime',
      refused: {
        'no-such-account': 'extendRefused',
        'no-such-invoice': 'extendRefused',
        'already-paid': 'alreadyPaid',
        'already-extended': 'alreadyExtended',
        other: 'extendRefused',
      },
      failed: 'extendFailed',
      unknown: 'extendUnknown',
    },
    alreadyPaid: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'La factura del {invoiceDate} figura pagada: no hay nada que aplazar.',
        en: 'The invoice of {invoiceDate} is shown as paid: there is nothing to put off.',
      },
    },
    alreadyExtended: {
      kind: 'person',
      text: {
        es: 'Esa factura ya tiene más plazo en el sistema. Una persona verá con usted qué otro arreglo cabe.',
        en: 'That invoice already has more time in the system. A person will see with you what else can be arranged.',
      },
    },
    extendRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó pedir más plazo. No está dado, y una persona lo verá con usted.',
        en: 'The system did not let me request more time. It is not granted, and a person will see to it with you.',
      },
    },
    extendFailed: {
      kind: 'person',
      text: {
        es: 'No pude pedir más plazo: no está dado. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not request more time: it is not granted. A person will do it, and you will not have to repeat anything.',
      },
    },
    extendUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí más plazo, pero no sé si quedó registrado. Una persona lo comprobará y le dará la fecha.',
        en: 'I requested more time, but I do not know whether it was registered. A person will check and give you the date.',
      },
    },
    promiseTime: {
      kind: 'promise',
      what: 'change',
      text: {
        es: 'Plazo para pagar la factura de {invoiceAmount} hasta el {newDueDate}, sin corte ni intereses',
        en: 'Time to pay the invoice of {invoiceAmount} until {newDueDate}, without cut-off or interest',
      },
      due: { on: 'newDueDate' },
      ref: 'paymentRef',
      confirmed: true,
      next: 'extended',
    },
    extended: {
      kind: 'done',
      text: {
        es: 'Tiene hasta el {newDueDate} para pagar la factura de {invoiceAmount}, sin corte ni intereses. Referencia: {paymentRef}.',
        en: 'You have until {newDueDate} to pay the invoice of {invoiceAmount}, without cut-off or interest. Reference: {paymentRef}.',
      },
    },
  } as const
}
