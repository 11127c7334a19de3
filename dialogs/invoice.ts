import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { chooseInvoice, findInvoices, sendCopy } from './steps/invoices.ts'
import { lookForPayment, moreTimeToPay } from './steps/payments.ts'

/** What is owed and the latest invoices, and what people want of them: a copy, whether a payment came in, more time. */
export const invoice = defineDialog(facts, {
  id: 'invoice',
  title: { es: 'Facturas', en: 'Invoices' },
  chip: { es: 'Facturas', en: 'My bills' },
  wish: { es: 'ver una factura', en: 'see an invoice' },
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Veamos sus facturas. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let us look at your bills. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Veamos las facturas de su cuenta {account}.',
        en: 'Let us look at the bills of your account {account}.',
      },
      next: 'findInvoices',
    }),
    ...findInvoices({ next: 'whichInvoice' }),
    ...chooseInvoice({
      text: {
        es: 'Saldo pendiente: {balance}. ¿Qué factura quiere ver?',
        en: 'Balance owed: {balance}. Which bill would you like to see?',
      },
      next: 'wish',
    }),
    wish: {
      kind: 'choose',
      fact: 'invoiceWish',
      text: {
        es: 'Factura del {invoiceDate}: {invoiceAmount}, {invoiceState}; fecha de pago: {invoiceDue}. ¿Qué necesita?',
        en: 'Bill of {invoiceDate}: {invoiceAmount}, {invoiceState}; due on {invoiceDue}. What do you need?',
      },
      again: {
        es: '¿Le envío una copia, busco el pago, o pido más plazo? Puede tocar una opción.',
        en: 'Shall I send a copy, look for the payment, or request more time? You can tap one.',
      },
      says: {
        copy: [
          ...[
            'una copia',
            'copia de mi factura',
            'copia de la factura',
            'un duplicado',
            'duplicado de la factura',
          ],
          ...['enviarme la factura', 'envíeme la factura', 'envíame la factura', 'mándeme la factura'],
          ...['mandarme la factura', 'reenviar la factura', 'reenvíeme la factura'],
          ...['a copy', 'copy of my bill', 'copy of the bill', 'copy of my invoice', 'send me the bill'],
          ...['send me my bill', 'send me the invoice', 'resend my bill', 'email me my bill'],
          ...['mándamela', 'mándemela', 'envíamela', 'envíemela', 'mándamelo', 'mándemelo', 'envíemelo'],
          ...['al correo', 'por correo', 'a mi correo', 'send it', 'email it', 'to my email', 'by email'],
        ],
        time: ['más plazo', 'una prórroga', 'more time', 'an extension'],
        enough: ['solo eso', 'eso era todo', 'nada más', 'solo quería saber', 'just that', 'that is all'],
      },
      next: { copy: 'send', payment: 'findPayment', time: 'confirmTime', enough: 'enough' },
    },
    enough: {
      kind: 'done',
      chosen: true,
      text: { es: 'Con gusto. No he cambiado nada.', en: 'You are welcome. I have not changed anything.' },
    },
    ...sendCopy(),
    ...lookForPayment(),
    ...moreTimeToPay(),
  },
})

/** "Did my payment come in?", straight away. */
export const paymentArrived = defineDialog(facts, {
  id: 'payment-arrived',
  title: { es: 'Si llegó un pago', en: 'Whether a payment came in' },
  wish: { es: 'saber de un pago', en: 'check a payment' },
  object: 'invoiceId',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Busco su pago. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let me look for your payment. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Busco el pago en su cuenta {account}.',
        en: 'Let me look for the payment on your account {account}.',
      },
      next: 'findInvoices',
    }),
    ...findInvoices({ next: 'whichInvoice' }),
    ...chooseInvoice({
      text: { es: '¿El pago de qué factura?', en: 'The payment of which invoice?' },
      next: 'findPayment',
    }),
    ...lookForPayment(),
  },
})

/** "I can't pay yet", straight away. */
export const moreTime = defineDialog(facts, {
  id: 'more-time-to-pay',
  title: { es: 'Más plazo para pagar', en: 'More time to pay' },
  wish: { es: 'pedir más plazo', en: 'ask for more time' },
  object: 'invoiceId',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Claro, veamos cómo darle más plazo. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Of course, let us see about more time. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Claro, veamos cómo darle más plazo en su cuenta {account}.',
        en: 'Of course, let us see about more time for your account {account}.',
      },
      next: 'findInvoices',
    }),
    ...findInvoices({ next: 'owesOne' }),
    // Where the latest is still to be paid and the one before is not, that one is meant.
    owesOne: {
      kind: 'decide',
      fact: 'invoice1State',
      when: {
        paid: 'whichInvoice',
        due: 'owesSecond',
        overdue: 'owesSecond',
        unknown: 'invoicesFailed',
        refused: 'invoicesFailed',
      },
    },
    owesSecond: {
      kind: 'decide',
      fact: 'invoice2State',
      when: {
        paid: 'firstInvoice',
        due: 'whichInvoice',
        overdue: 'whichInvoice',
        unknown: 'firstInvoice',
        refused: 'whichInvoice',
      },
    },
    ...chooseInvoice({
      text: { es: '¿Para qué factura necesita más plazo?', en: 'Which invoice do you need more time for?' },
      next: 'confirmTime',
    }),
    ...moreTimeToPay(),
  },
})
