import type { Texts } from '../../src/kit.ts'

/** Finds what is owed and the latest invoices. Enter at `findInvoices`; at `next` there is at least one invoice. */
export function findInvoices<const T extends string>({ next }: { next: T }) {
  return {
    findInvoices: {
      kind: 'call',
      verb: 'find-invoices',
      args: { account: 'account' },
      learns: [
        'balance',
        'invoice1Id',
        'invoice1Date',
        'invoice1Amount',
        'invoice1Due',
        'invoice1State',
        'invoice2Id',
        'invoice2Date',
        'invoice2Amount',
        'invoice2Due',
        'invoice2State',
        'invoice3Id',
        'invoice3Date',
        'invoice3Amount',
        'invoice3Due',
        'invoice3State',
      ],
      trying: { es: 'Estoy buscando sus facturas.', en: 'I am looking up your invoices.' },
      ok: 'hasInvoices',
      refused: { 'no-such-account': 'noSuchAccount', other: 'invoicesFailed' },
      failed: 'invoicesFailed',
      unknown: 'invoicesFailed',
    },
    invoicesFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver sus facturas desde aquí, y no he cambiado nada. Una persona las mirará con usted.',
        en: 'I cannot see your invoices from here right now, and I have not changed anything. A person will look at them with you.',
      },
    },
    hasInvoices: {
      kind: 'decide',
      fact: 'invoice1Id',
      when: { known: next, unknown: 'noInvoices', refused: 'noInvoices' },
    },
    noInvoices: {
      kind: 'person',
      text: {
        es: 'No veo facturas recientes en la cuenta {account}. Una persona puede buscar las anteriores.',
        en: 'I see no recent invoices on account {account}. A person can look for the earlier ones.',
      },
    },
  } as const
}

/** Which of the invoices it is about. Enter at `whichInvoice`, after `findInvoices`. */
export function chooseInvoice<const T extends string>({ text, next }: { text: Texts; next: T }) {
  const take = (place: 1 | 2 | 3) =>
    ({
      kind: 'copy',
      facts: {
        invoiceId: `invoice${place}Id`,
        invoiceDate: `invoice${place}Date`,
        invoiceAmount: `invoice${place}Amount`,
        invoiceDue: `invoice${place}Due`,
        invoiceState: `invoice${place}State`,
      },
      next,
    }) as const
  return {
    whichInvoice: {
      kind: 'choose',
      fact: 'invoice',
      text,
      again: {
        es: '¿De cuál factura se trata? Puede tocar una, o decirme "la primera".',
        en: 'Which invoice is it? You can tap one, or say "the first one".',
      },
      // They are listed from the latest on.
      says: {
        first: [
          ...['última factura', 'factura más reciente', 'último recibo', 'recibo más reciente'],
          ...['factura actual', 'recibo actual'],
          ...['last bill', 'latest bill', 'most recent bill', 'current bill'],
          ...['last invoice', 'latest invoice', 'most recent invoice', 'current invoice'],
        ],
      },
      next: { first: 'firstInvoice', second: 'secondInvoice', third: 'thirdInvoice' },
    },
    firstInvoice: take(1),
    secondInvoice: take(2),
    thirdInvoice: take(3),
  } as const
}

/** Sends a copy of the invoice. Enter at `send`, after `chooseInvoice`. */
export function sendCopy() {
  return {
    send: {
      kind: 'call',
      verb: 'send-invoice',
      args: { account: 'account', invoiceId: 'invoiceId' },
      learns: ['sentTo'],
      ref: 'copyRef',
      trying: {
        es: 'Estoy enviando la copia; aún no ha salido.',
        en: 'I am sending the copy; it has not left yet.',
      },
      ok: 'sent',
      refused: {
        'no-such-account': 'sendRefused',
        'no-such-invoice': 'sendRefused',
        'no-email': 'noEmail',
        other: 'sendRefused',
      },
      failed: 'sendFailed',
      unknown: 'sendUnknown',
    },
    noEmail: {
      kind: 'person',
      text: {
        es: 'No hay un correo registrado en su cuenta. Una persona le hará llegar la factura del {invoiceDate}.',
        en: 'There is no e-mail address on your account. A person will get the invoice of {invoiceDate} to you.',
      },
    },
    sendRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó enviar la copia. No ha salido, y una persona se la hará llegar.',
        en: 'The system did not let me send the copy. It has not left, and a person will get it to you.',
      },
    },
    sendFailed: {
      kind: 'person',
      text: {
        es: 'No pude enviar la copia: no ha salido. Una persona se la hará llegar, sin que usted repita nada.',
        en: 'I could not send the copy: it has not left. A person will get it to you, and you will not have to repeat anything.',
      },
    },
    sendUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí el envío de la copia, pero no sé si salió. Una persona lo comprobará.',
        en: 'I asked for the copy to be sent, but I do not know whether it left. A person will check.',
      },
    },
    sent: {
      kind: 'done',
      text: {
        es: 'La copia de la factura del {invoiceDate}, por {invoiceAmount}, va a {sentTo}. Referencia: {copyRef}.',
        en: 'The copy of the invoice of {invoiceDate}, for {invoiceAmount}, is on its way to {sentTo}. Reference: {copyRef}.',
      },
    },
  } as const
}
