import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { chooseSlot } from './steps/choose-slot.ts'
import { findVisit } from './steps/find-visit.ts'

const WHICH_ACCOUNT = {
  text: {
    es: 'Veamos su visita. ¿Cuál es su número de cuenta? Está arriba en su factura.',
    en: 'Let us look at your visit. What is your account number? It is at the top of your bill.',
  },
  known: {
    es: 'Veamos la visita de su cuenta {account}.',
    en: 'Let us look at the visit of your account {account}.',
  },
  next: 'findVisit',
} as const

const MISSED = {
  wasMissed: {
    kind: 'person',
    text: {
      es: 'Veo que la visita del {visitDate} no se hizo, y lo siento. Una persona lo arregla con usted ahora.',
      en: 'I see that the visit of {visitDate} was not made, and I am sorry. A person puts it right with you now.',
    },
  },
} as const

/** Said in each of these dialogs: what stands, and a person where the customer's word and the system's differ. */
const STATES = {
  wasDone: {
    kind: 'done',
    offersPerson: true,
    text: {
      es: 'La última visita, del {visitDate}, figura como hecha, y no hay otra reservada.',
      en: 'The last visit, on {visitDate}, is shown as done, and no other one is booked.',
    },
  },
  wasCancelled: {
    kind: 'done',
    offersPerson: true,
    text: {
      es: 'La visita del {visitDate} figura como cancelada: no irá nadie a su casa.',
      en: 'The visit of {visitDate} is shown as cancelled: nobody will come to your home.',
    },
  },
} as const

/** From the yes to the reference. Enter at `confirmCancel`. */
const CANCEL = {
  cancelOnTheWay: {
    kind: 'person',
    text: {
      es: 'Los técnicos ya van en camino, y desde aquí no puedo pararlos. Una persona los llama ahora.',
      en: 'The technicians are on their way already, and I cannot stop them from here. A person calls them now.',
    },
  },
  confirmCancel: {
    kind: 'confirm',
    text: {
      es: 'Esto es lo que se cancela: la visita para {visitWhat} del {visitDate}, {visitWindow}. No irá nadie a su casa ese día y no tiene costo. ¿La cancelo?',
      en: 'This is what will be cancelled: the visit for {visitWhat} on {visitDate}, {visitWindow}. Nobody will come to your home that day, and it costs nothing. Shall I cancel it?',
    },
    again: {
      es: '¿Cancelo la visita del {visitDate}? Dígame sí o no.',
      en: 'Shall I cancel the visit of {visitDate}? Please say yes or no.',
    },
    labels: {
      yes: { es: 'Sí, cancelarla', en: 'Yes, cancel it' },
      no: { es: 'No, dejarla', en: 'No, keep it' },
    },
    says: {
      yes: ['cancélela', 'cancelela', 'cancelar', 'cancela', 'cancélala', 'cancel it', 'cancel'],
    },
    yes: 'cancel',
    no: 'notCancelled',
  },
  notCancelled: {
    kind: 'done',
    text: {
      es: 'De acuerdo. No he cancelado nada: la visita sigue para el {visitDate}, {visitWindow}.',
      en: 'All right. I have not cancelled anything: the visit stays on {visitDate}, {visitWindow}.',
    },
  },
  cancel: {
    kind: 'call',
    verb: 'cancel-visit',
    args: { account: 'account', visitId: 'visitId' },
    learns: ['visitDate', 'visitWindow'],
    ref: 'visitRef',
    trying: {
      es: 'Estoy cancelando la visita; aún no está hecho.',
      en: 'I am cancelling the visit; it is not done yet.',
    },
    ok: 'promiseNobody',
    refused: {
      'no-such-account': 'cancelRefused',
      'no-such-visit': 'cancelRefused',
      'already-cancelled': 'wasCancelled',
      'already-done': 'cancelRefused',
      'on-the-way': 'cancelOnTheWay',
      other: 'cancelRefused',
    },
    failed: 'cancelFailed',
    unknown: 'cancelUnknown',
  },
  cancelRefused: {
    kind: 'person',
    text: {
      es: 'El sistema no me dejó cancelar la visita. No está cancelada, y una persona la cancelará con usted.',
      en: 'The system did not let me cancel the visit. It is not cancelled, and a person will cancel it with you.',
    },
  },
  cancelFailed: {
    kind: 'person',
    text: {
      es: 'No pude cancelar la visita: no está cancelada. Una persona la cancelará, sin que usted repita nada.',
      en: 'I could not cancel the visit: it is not cancelled. A person will do it, and you will not have to repeat anything.',
    },
  },
  cancelUnknown: {
    kind: 'person',
    text: {
      es: 'Pedí la cancelación de la visita, pero no sé si quedó hecha. Una persona lo comprobará, para que no vaya nadie a su casa.',
      en: 'I requested the cancellation of the visit, but I do not know whether it went through. A person will check, so that nobody comes to your home.',
    },
  },
  promiseNobody: {
    kind: 'promise',
    what: 'visit-cancellation',
    text: {
      es: 'Visita del {visitDate}, {visitWindow}, cancelada (referencia {visitRef})',
      en: 'Visit of {visitDate}, {visitWindow}, cancelled (reference {visitRef})',
    },
    due: { on: 'visitDate' },
    ref: 'visitRef',
    ends: ['visit'],
    confirmed: true,
    next: 'cancelled',
  },
  cancelled: {
    kind: 'done',
    text: {
      es: 'La visita del {visitDate} quedó cancelada: no irá nadie a su casa. Referencia: {visitRef}.',
      en: 'The visit of {visitDate} is cancelled: nobody will come to your home. Reference: {visitRef}.',
    },
  },
} as const

/** From the free times to the reference. Enter at `findSlots`. */
const MOVE = {
  moveOnTheWay: {
    kind: 'person',
    text: {
      es: 'Los técnicos ya van en camino, y desde aquí no puedo cambiar la hora. Una persona los llama ahora.',
      en: 'The technicians are on their way already, and I cannot change the time from here. A person calls them now.',
    },
  },
  ...chooseSlot({
    text: {
      es: '¿Para cuándo la cambio? Estas son las horas libres.',
      en: 'When shall I move it to? These are the free times.',
    },
    next: 'confirmMove',
  }),
  confirmMove: {
    kind: 'confirm',
    text: {
      es: 'La visita para {visitWhat} pasaría al {visitDate}, {visitWindow}. En la fecha anterior no iría nadie, y no tiene costo. ¿La cambio?',
      en: 'The visit for {visitWhat} would move to {visitDate}, {visitWindow}. Nobody would come at the earlier time, and it costs nothing. Shall I move it?',
    },
    again: {
      es: '¿Cambio la visita al {visitDate}, {visitWindow}? Dígame sí o no.',
      en: 'Shall I move the visit to {visitDate}, {visitWindow}? Please say yes or no.',
    },
    labels: {
      yes: { es: 'Sí, cambiarla', en: 'Yes, move it' },
      no: { es: 'No, dejarla', en: 'No, keep it' },
    },
    yes: 'move',
    no: 'notMoved',
  },
  notMoved: {
    kind: 'done',
    text: {
      es: 'De acuerdo. No he cambiado nada: la visita sigue como estaba.',
      en: 'All right. I have not changed anything: the visit stays as it was.',
    },
  },
  move: {
    kind: 'call',
    verb: 'move-visit',
    args: { account: 'account', visitId: 'visitId', visitDate: 'visitDate', visitWindow: 'visitWindow' },
    learns: ['visitDate', 'visitWindow'],
    ref: 'visitRef',
    trying: {
      es: 'Estoy cambiando la visita; aún no está hecho.',
      en: 'I am moving the visit; it is not done yet.',
    },
    ok: 'promiseVisit',
    refused: {
      'no-such-account': 'moveRefused',
      'no-such-visit': 'moveRefused',
      'date-not-free': 'notFree',
      'already-cancelled': 'moveRefused',
      'on-the-way': 'moveOnTheWay',
      other: 'moveRefused',
    },
    failed: 'moveFailed',
    unknown: 'moveUnknown',
  },
  notFree: {
    kind: 'person',
    text: {
      es: 'Esa hora acaba de ocuparse. La visita sigue como estaba, y una persona buscará otra con usted.',
      en: 'That time has just been taken. The visit stays as it was, and a person will find another one with you.',
    },
  },
  moveRefused: {
    kind: 'person',
    text: {
      es: 'El sistema no me dejó cambiar la visita. Sigue como estaba, y una persona la cambiará con usted.',
      en: 'The system did not let me move the visit. It stays as it was, and a person will move it with you.',
    },
  },
  moveFailed: {
    kind: 'person',
    text: {
      es: 'No pude cambiar la visita: sigue como estaba. Una persona la cambiará, sin que usted repita nada.',
      en: 'I could not move the visit: it stays as it was. A person will move it, and you will not have to repeat anything.',
    },
  },
  moveUnknown: {
    kind: 'person',
    text: {
      es: 'Pedí el cambio, pero no sé si quedó hecho. Una persona lo comprobará y le dirá para cuándo es su visita.',
      en: 'I requested the change, but I do not know whether it went through. A person will check and tell you when your visit is.',
    },
  },
  promiseVisit: {
    kind: 'promise',
    what: 'visit',
    text: {
      es: 'Visita para {visitWhat} el {visitDate}, {visitWindow} (referencia {visitRef})',
      en: 'Visit for {visitWhat} on {visitDate}, {visitWindow} (reference {visitRef})',
    },
    due: { on: 'visitDate' },
    ref: 'visitRef',
    ends: ['visit'],
    next: 'moved',
  },
  moved: {
    kind: 'done',
    text: {
      es: 'La visita quedó para el {visitDate}, {visitWindow}. Referencia: {visitRef}.',
      en: 'The visit is now on {visitDate}, {visitWindow}. Reference: {visitRef}.',
    },
  },
} as const

/** When the technicians come. */
export const visitStatus = defineDialog(facts, {
  id: 'visit-status',
  title: { es: 'Cuándo es la visita técnica', en: 'When the technician visit is' },
  chip: { es: 'Visita técnica', en: 'Technician visit' },
  wish: { es: 'saber de la visita', en: 'check the visit' },
  start: 'account',
  steps: {
    ...identify(WHICH_ACCOUNT),
    ...findVisit({
      booked: 'isBooked',
      onTheWay: 'onTheWay',
      missed: 'wasMissed',
      done: 'wasDone',
      cancelled: 'wasCancelled',
    }),
    isBooked: {
      kind: 'confirm',
      text: {
        es: 'Su visita para {visitWhat} es el {visitDate}, {visitWindow}. ¿Le queda bien? Para anularla, escriba «cancelar la visita».',
        en: 'Your visit for {visitWhat} is on {visitDate}, {visitWindow}. Does that suit you? To call it off, write "cancel the visit".',
      },
      again: {
        es: '¿Le queda bien la visita del {visitDate}, {visitWindow}? Dígame sí o no; si es que no, buscamos otro momento.',
        en: 'Does the visit on {visitDate}, {visitWindow} suit you? Please say yes or no; if not, we find another time.',
      },
      labels: {
        yes: { es: 'Sí, está bien', en: 'Yes, that is fine' },
        no: { es: 'No, otro momento', en: 'No, another time' },
      },
      says: {
        yes: ['perfecto', 'me sirve', 'me queda bien', 'gracias', 'ok', 'vale', 'thanks'],
        no: [
          ...[
            'no puedo',
            'no me sirve',
            'otro día',
            'otra hora',
            'cambiar',
            'cambiarla',
            'cámbiela',
            'cámbienla',
          ],
          ...['another day', 'another time', 'move it', 'change it'],
        ],
      },
      yes: 'stays',
      no: 'findSlots',
    },
    stays: {
      kind: 'done',
      text: {
        es: 'Muy bien: le esperamos el {visitDate}, {visitWindow}.',
        en: 'Very well: see you on {visitDate}, {visitWindow}.',
      },
    },
    ...MOVE,
    onTheWay: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Los técnicos ya van en camino para {visitWhat}, en la franja {visitWindow}.',
        en: 'The technicians are on their way for {visitWhat}, {visitWindow}.',
      },
    },
    ...MISSED,
    ...STATES,
  },
})

/** Cancels a visit: nobody comes, and nothing that Escotilla says speaks of it as still on. */
export const cancelVisit = defineDialog(facts, {
  id: 'cancel-visit',
  title: { es: 'Cancelar la visita técnica', en: 'Cancel the technician visit' },
  wish: { es: 'cancelar la visita', en: 'cancel the visit' },
  object: 'visitId',
  start: 'account',
  steps: {
    ...identify({
      ...WHICH_ACCOUNT,
      text: {
        es: 'Claro, le ayudo a cancelar la visita. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Of course, I will help you cancel the visit. What is your account number? It is at the top of your bill.',
      },
    }),
    ...findVisit({
      booked: 'confirmCancel',
      onTheWay: 'cancelOnTheWay',
      missed: 'wasMissed',
      done: 'wasDone',
      cancelled: 'wasCancelled',
    }),
    ...CANCEL,
    ...MISSED,
    ...STATES,
  },
})

/** Moves a visit to another time, named in any words. */
export const moveVisit = defineDialog(facts, {
  id: 'move-visit',
  title: { es: 'Cambiar la fecha de la visita técnica', en: 'Move the technician visit' },
  wish: { es: 'cambiar la visita', en: 'move the visit' },
  object: 'visitId',
  start: 'account',
  steps: {
    ...identify({
      ...WHICH_ACCOUNT,
      text: {
        es: 'Claro, busquemos otro momento. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Of course, let us find another time. What is your account number? It is at the top of your bill.',
      },
    }),
    ...findVisit({
      booked: 'findSlots',
      onTheWay: 'moveOnTheWay',
      missed: 'findSlots',
      done: 'wasDone',
      cancelled: 'wasCancelled',
    }),
    ...MOVE,
    ...STATES,
  },
})
