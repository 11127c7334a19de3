import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { WHY_THEY_LEAVE } from './steps/why-they-leave.ts'

const YES_OR_NO = {
  again: {
    es: '¿Cancelo {plan} con fin el {endDate}? Dígame sí o no.',
    en: 'Shall I cancel {plan}, ending on {endDate}? Please say yes or no.',
  },
  labels: {
    yes: { es: 'Sí, cancelar', en: 'Yes, cancel' },
    no: { es: 'No, dejarlo', en: 'No, keep it' },
  },
  says: {
    yes: [
      'cancele',
      'cancelelo',
      'cancelarlo',
      'cancela',
      'cancelalo',
      'cancel',
      'cancel it',
      'cancel my service',
    ],
  },
} as const

/** What people ask before they say yes. */
const ANSWERS = [
  {
    asked: [
      ...['me van a cobrar', 'me cobran', 'me cobrarían', 'tengo que pagar', 'cuánto pago', 'cuánto cuesta'],
      ...['cuánto es', 'tiene costo', 'penalización', 'multa', 'último cobro'],
      ...[
        'how much',
        'charge me',
        'do i pay',
        'have to pay',
        'fee',
        'fees',
        'penalty',
        'cost',
        'last charge',
      ],
    ],
    text: {
      es: 'El último cobro es de {lastCharge}, y la penalización, de {penalty}.',
      en: 'The last charge is {lastCharge}, and the penalty {penalty}.',
    },
  },
  {
    asked: [
      ...['hasta cuándo', 'hasta qué día', 'cuándo termina', 'cuándo me cortan', 'cuándo se corta'],
      ...['until when', 'when does it end', 'when will it end', 'how long do i have'],
    ],
    text: { es: 'Tiene servicio hasta el {endDate}.', en: 'You have service until {endDate}.' },
  },
] as const

const ABOUT_EQUIPMENT = [
  ...['equipo', 'equipos', 'router', 'módem', 'aparato', 'aparatos', 'decodificador'],
  ...['equipment', 'modem', 'box', 'devices'],
]

/** The company ends it. `ok`: where it goes on from there. */
const cancel = <const T extends string>(ok: T) =>
  ({
    kind: 'call',
    verb: 'cancel-service',
    args: { account: 'account', endDate: 'endDate' },
    learns: ['endDate', 'lastCharge', 'collectionDate'],
    ref: 'cancellationRef',
    trying: {
      es: 'Estoy pidiendo la cancelación; aún no está hecha.',
      en: 'I am requesting the cancellation; it is not done yet.',
    },
    ok,
    refused: {
      'no-such-account': 'cancelRefused',
      'already-cancelled': 'already',
      'date-changed': 'find',
      other: 'cancelRefused',
    },
    failed: 'cancelFailed',
    unknown: 'cancelUnknown',
  }) as const

/** It has the company's reference: the promise is kept already. */
const promiseEnd = <const T extends string>(next: T) =>
  ({
    kind: 'promise',
    what: 'cancellation',
    text: {
      es: 'Cancelación de {plan}, cuenta {account}, con fin el {endDate}',
      en: 'Cancellation of {plan}, account {account}, ending on {endDate}',
    },
    due: { on: 'endDate' },
    ref: 'cancellationRef',
    confirmed: true,
    next,
  }) as const

/**
 * For who is not at home on the day of the collection: it is cancelled just the same, and first; then they say when they
 * can, and a person finds the day. Enter at `confirmAnotherDay`.
 */
const COLLECT_ANOTHER_DAY = {
  confirmAnotherDay: {
    kind: 'confirm',
    ...YES_OR_NO,
    text: {
      es: 'No hay problema: el equipo se recoge otro día, sin costo. ¿Cancelo ya {plan}, cuenta {account}, con fin el {endDate}?',
      en: 'No problem: we collect the equipment on another day, free of charge. Shall I cancel {plan}, account {account}, ending on {endDate}, now?',
    },
    yes: 'cancelFirst',
    no: 'kept',
  },
  cancelFirst: cancel('promiseEndFirst'),
  promiseEndFirst: promiseEnd('whichDay'),
  whichDay: {
    kind: 'ask',
    fact: 'timesThatSuit',
    text: {
      es: 'Su servicio queda cancelado con fin el {endDate}. Último cobro: {lastCharge}. Referencia: {cancellationRef}.\n¿Qué días y a qué horas podemos pasar por el equipo? Con eso, una persona busca el día.',
      en: 'Your service is cancelled, ending on {endDate}. Last charge: {lastCharge}. Reference: {cancellationRef}.\nOn which days and times can we collect the equipment? With that, a person finds the day.',
    },
    again: {
      es: 'Dígame cuándo puede, como quiera: "los sábados", "después de las seis".',
      en: 'Tell me when you can, in any words: "on Saturdays", "after six".',
    },
    next: 'collectAnotherDay',
    refused: 'collectAnotherDay',
    takesAnyWords: true,
  },
  collectAnotherDay: {
    kind: 'person',
    flag: {
      es: 'Cambiar la recogida del equipo, que el sistema puso el {collectionDate}: el cliente no está. Puede: {timesThatSuit}',
      en: 'Move the equipment collection, which the system set for {collectionDate}: the customer is not at home. They can: {timesThatSuit}',
    },
    text: {
      es: 'De acuerdo. Su cancelación está hecha, referencia {cancellationRef}, y una persona cambia el día de la recogida.',
      en: 'All right. Your cancellation is done, reference {cancellationRef}, and a person moves the day of the collection.',
    },
  },
} as const

/**
 * Ends a customer's service: who they are, one message with everything that it means, one yes. Nobody is asked
 * why before it is done, and nobody is offered anything to stay.
 */
export const cancelService = defineDialog(facts, {
  id: 'cancel-service',
  title: { es: 'Cancelar el servicio', en: 'Cancel the service' },
  chip: { es: 'Cancelar', en: 'Cancel' },
  wish: { es: 'cancelar el servicio', en: 'cancel the service' },
  object: 'account',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Claro, le ayudo a cancelar su servicio. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Of course, I will help you cancel your service. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Claro, le ayudo a cancelar el servicio de su cuenta {account}.',
        en: 'Of course, I will help you cancel the service of your account {account}.',
      },
      next: 'find',
    }),
    find: {
      kind: 'call',
      verb: 'find-service',
      args: { account: 'account' },
      learns: ['plan', 'endDate', 'lastCharge', 'penalty', 'collectionDate', 'cancellationRef'],
      trying: { es: 'Estoy buscando su servicio.', en: 'I am looking up your service.' },
      ok: 'equipment',
      refused: { 'no-such-account': 'noSuchAccount', 'already-cancelled': 'already', other: 'lookUpFailed' },
      failed: 'lookUpFailed',
      unknown: 'lookUpFailed',
    },
    already: {
      kind: 'done',
      text: {
        es: 'El servicio de la cuenta {account} ya está cancelado. No tiene que hacer nada más.',
        en: 'The service of account {account} is already cancelled. There is nothing else to do.',
      },
    },
    lookUpFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver su servicio desde aquí. No he cancelado nada todavía.',
        en: 'I cannot see your service from here right now. Nothing has been cancelled yet.',
      },
    },
    equipment: {
      kind: 'decide',
      fact: 'collectionDate',
      when: { known: 'confirmWithEquipment', unknown: 'confirm', refused: 'confirm' },
    },
    confirmWithEquipment: {
      kind: 'confirm',
      text: {
        es: 'Esto es lo que se cancela: {plan}, cuenta {account}.\n· Tiene servicio hasta el {endDate}\n· Último cobro: {lastCharge}\n· Penalización: {penalty}\n· Recogemos el equipo en su casa el {collectionDate}, sin costo\n¿Lo cancelo?',
        en: 'This is what will be cancelled: {plan}, account {account}.\n· You have service until {endDate}\n· Last charge: {lastCharge}\n· Penalty: {penalty}\n· We collect the equipment at your home on {collectionDate}, free of charge\nShall I cancel it?',
      },
      ...YES_OR_NO,
      answers: [
        ...ANSWERS,
        {
          asked: ABOUT_EQUIPMENT,
          text: {
            es: 'Pasamos por el equipo a su casa el {collectionDate}, sin costo.',
            en: 'We collect the equipment at your home on {collectionDate}, free of charge.',
          },
        },
      ],
      yes: 'cancel',
      no: 'kept',
      cannot: {
        to: 'confirmAnotherDay',
        isOfDay: true,
        label: { es: 'No estoy ese día', en: 'Not home that day' },
      },
    },
    confirm: {
      kind: 'confirm',
      text: {
        es: 'Esto es lo que se cancela: {plan}, cuenta {account}.\n· Tiene servicio hasta el {endDate}\n· Último cobro: {lastCharge}\n· Penalización: {penalty}\n· No tiene equipo que devolver\n¿Lo cancelo?',
        en: 'This is what will be cancelled: {plan}, account {account}.\n· You have service until {endDate}\n· Last charge: {lastCharge}\n· Penalty: {penalty}\n· You have no equipment to return\nShall I cancel it?',
      },
      ...YES_OR_NO,
      answers: [
        ...ANSWERS,
        {
          asked: ABOUT_EQUIPMENT,
          text: { es: 'No tiene equipo que devolver.', en: 'You have no equipment to return.' },
        },
      ],
      yes: 'cancel',
      no: 'kept',
    },
    ...COLLECT_ANOTHER_DAY,
    kept: {
      kind: 'done',
      chosen: true,
      text: {
        es: 'De acuerdo. No he cancelado nada: su servicio sigue igual.',
        en: 'All right. I have not cancelled anything: your service stays as it is.',
      },
    },
    cancel: cancel('promiseEnd'),
    cancelRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó hacer la cancelación. No está hecha, y una persona la hará con usted.',
        en: 'The system did not let me cancel. It is not done, and a person will do it with you.',
      },
    },
    cancelFailed: {
      kind: 'person',
      text: {
        es: 'No pude hacer la cancelación: no está hecha. Una persona la hará, sin que usted repita nada.',
        en: 'I could not cancel: it is not done. A person will do it, and you will not have to repeat anything.',
      },
    },
    cancelUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí la cancelación, pero no sé si quedó hecha. Una persona lo comprobará y le dará la fecha y la referencia.',
        en: 'I requested the cancellation, but I do not know whether it went through. A person will check and give you the date and the reference.',
      },
    },
    promiseEnd: promiseEnd('hasEquipment'),
    hasEquipment: {
      kind: 'decide',
      fact: 'collectionDate',
      when: { known: 'promiseCollection', unknown: 'cancelled', refused: 'cancelled' },
    },
    promiseCollection: {
      kind: 'promise',
      what: 'visit',
      text: {
        es: 'Recogida del equipo de la cuenta {account} el {collectionDate}',
        en: 'Equipment collection for account {account} on {collectionDate}',
      },
      due: { on: 'collectionDate' },
      next: 'cancelledWithEquipment',
    },
    cancelled: {
      kind: 'done',
      mayTell: WHY_THEY_LEAVE,
      text: {
        es: 'Su servicio queda cancelado con fin el {endDate}. Último cobro: {lastCharge}. Referencia: {cancellationRef}.',
        en: 'Your service is cancelled, ending on {endDate}. Last charge: {lastCharge}. Reference: {cancellationRef}.',
      },
    },
    cancelledWithEquipment: {
      kind: 'done',
      mayTell: WHY_THEY_LEAVE,
      text: {
        es: 'Su servicio queda cancelado con fin el {endDate}. Último cobro: {lastCharge}. Pasamos por el equipo el {collectionDate}. Referencia: {cancellationRef}.',
        en: 'Your service is cancelled, ending on {endDate}. Last charge: {lastCharge}. We collect the equipment on {collectionDate}. Reference: {cancellationRef}.',
      },
    },
  },
})
