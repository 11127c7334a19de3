import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { chooseSlot } from './steps/choose-slot.ts'
import { findVisit } from './steps/find-visit.ts'

/** The technicians did not come, came though it was cancelled, or left without finishing: said sorry, filed, and made good. */
export const missedVisit = defineDialog(facts, {
  id: 'missed-visit',
  title: { es: 'Un problema con la visita técnica', en: 'A problem with the technician visit' },
  wish: { es: 'reclamar por la visita', en: 'report a visit problem' },
  object: 'visitId',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Siento que pasara eso con su visita. Lo arreglo con usted. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'I am sorry that this happened with your visit. Let me put it right with you. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Siento que pasara eso con la visita de su cuenta {account}. Lo arreglo con usted.',
        en: 'I am sorry that this happened with the visit of your account {account}. Let me put it right with you.',
      },
      next: 'findVisit',
    }),
    ...findVisit({
      booked: 'whatHappened',
      onTheWay: 'onTheWay',
      missed: 'whatHappened',
      done: 'whatHappened',
      cancelled: 'whatHappened',
    }),
    onTheWay: {
      kind: 'person',
      text: {
        es: 'El sistema dice que los técnicos van en camino. Una persona los llama ahora y le dice qué pasa.',
        en: 'The system says that the technicians are on their way. A person calls them now and tells you what is going on.',
      },
    },
    whatHappened: {
      kind: 'choose',
      fact: 'visitProblem',
      text: {
        es: '¿Qué pasó con la visita del {visitDate}?',
        en: 'What happened with the visit of {visitDate}?',
      },
      again: {
        es: '¿No vino nadie, vinieron aunque estaba cancelada, o dejaron el trabajo sin hacer?',
        en: 'Did nobody come, did they come though it was cancelled, or did they leave the work undone?',
      },
      says: {
        'nobody-came': [
          ...[
            'no vino',
            'no vino nadie',
            'nadie vino',
            'no vinieron',
            'no llegó',
            'nunca llegó',
            'nunca vino',
          ],
          ...['no llegaron', 'no apareció', 'nadie apareció', 'me quedé esperando', 'plantado', 'plantada'],
          ...['nobody came', 'no one came', 'didnt come', 'never came', 'didnt show up', 'never arrived'],
          ...['nobody showed up', 'never showed up', 'never turned up', 'no show', 'stood me up'],
        ],
        'came-though-cancelled': [
          ...['vinieron igual', 'vinieron aunque', 'llegaron aunque', 'vino aunque', 'yo había cancelado'],
          ...['estaba cancelada', 'había cancelado la visita', 'came anyway', 'came although', 'came though'],
          ...['i had cancelled', 'it was cancelled', 'turned up anyway'],
        ],
        'left-undone': [
          ...['sin terminar', 'a medias', 'sin hacer', 'no arregló', 'no arregló nada', 'dejó todo igual'],
          ...['no terminaron', 'no hizo nada', 'half done', 'without finishing', 'fixed nothing', 'undone'],
          ...['didnt finish', 'didnt fix'],
        ],
      },
      next: { 'nobody-came': 'report', 'came-though-cancelled': 'report', 'left-undone': 'report' },
    },
    report: {
      kind: 'call',
      verb: 'report-visit',
      args: { account: 'account', visitId: 'visitId', visitProblem: 'visitProblem' },
      learns: ['answerBy', 'compensation'],
      ref: 'claimRef',
      trying: {
        es: 'Estoy registrando lo que pasó; aún no está registrado.',
        en: 'I am filing what happened; it is not filed yet.',
      },
      ok: 'promiseAnswer',
      refused: {
        'no-such-account': 'reportRefused',
        'no-such-visit': 'reportRefused',
        'already-reported': 'alreadyReported',
        other: 'reportRefused',
      },
      failed: 'reportFailed',
      unknown: 'reportUnknown',
    },
    alreadyReported: {
      kind: 'person',
      text: {
        es: 'Eso ya estaba registrado, y siento que siga sin arreglarse. Una persona lo toma ahora.',
        en: 'That was filed already, and I am sorry that it is still not put right. A person takes it now.',
      },
    },
    reportRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó registrarlo. No está registrado, y una persona lo hará con usted.',
        en: 'The system did not let me file it. It is not filed, and a person will do it with you.',
      },
    },
    reportFailed: {
      kind: 'person',
      text: {
        es: 'No pude registrarlo: no está registrado. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not file it: it is not filed. A person will do it, and you will not have to repeat anything.',
      },
    },
    reportUnknown: {
      kind: 'person',
      text: {
        es: 'Envié el registro, pero no sé si quedó hecho. Una persona lo comprobará y le buscará otra visita si la necesita.',
        en: 'I sent the report, but I do not know whether it was filed. A person will check, and find you another visit if you need one.',
      },
    },
    promiseAnswer: {
      kind: 'promise',
      what: 'claim',
      text: {
        es: 'Respuesta sobre la visita del {visitDate} (referencia {claimRef}), a más tardar el {answerBy}',
        en: 'Answer about the visit of {visitDate} (reference {claimRef}), by {answerBy}',
      },
      due: { on: 'answerBy' },
      ref: 'claimRef',
      next: 'owesMoney',
    },
    owesMoney: {
      kind: 'decide',
      fact: 'compensation',
      when: { known: 'sayMoney', unknown: 'sayFiled', refused: 'sayFiled' },
    },
    sayMoney: {
      kind: 'say',
      text: {
        es: 'Quedó registrado con la referencia {claimRef}, y la empresa le reconoce {compensation}. Le responderemos a más tardar el {answerBy}.',
        en: 'It is filed under the reference {claimRef}, and the company owes you {compensation}. We will answer you by {answerBy}.',
      },
      next: 'wantsAnother',
    },
    sayFiled: {
      kind: 'say',
      text: {
        es: 'Quedó registrado con la referencia {claimRef}. Le responderemos a más tardar el {answerBy}.',
        en: 'It is filed under the reference {claimRef}. We will answer you by {answerBy}.',
      },
      next: 'wantsAnother',
    },
    wantsAnother: {
      kind: 'confirm',
      text: { es: '¿Le busco otra visita?', en: 'Shall I find you another visit?' },
      again: {
        es: '¿Quiere que busquemos otra visita? Dígame sí o no.',
        en: 'Would you like us to find another visit? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, otra visita', en: 'Yes, another visit' },
        no: { es: 'No hace falta', en: 'No need' },
      },
      yes: 'findSlots',
      no: 'noOther',
    },
    noOther: {
      kind: 'done',
      text: {
        es: 'De acuerdo, no he reservado nada más. Siento de nuevo lo que pasó.',
        en: 'All right, I have booked nothing else. Again, I am sorry for what happened.',
      },
    },
    ...chooseSlot({
      text: {
        es: 'Estas son las primeras horas libres. ¿Cuál le sirve?',
        en: 'These are the first free times. Which one suits you?',
      },
      next: 'book',
    }),
    book: {
      kind: 'call',
      verb: 'book-visit',
      args: { account: 'account', visitDate: 'visitDate', visitWindow: 'visitWindow' },
      learns: ['visitId', 'visitDate', 'visitWindow'],
      ref: 'visitRef',
      trying: {
        es: 'Estoy reservando la visita; aún no está reservada.',
        en: 'I am booking the visit; it is not booked yet.',
      },
      ok: 'promiseVisit',
      refused: {
        'no-such-account': 'bookRefused',
        'date-not-free': 'bookRefused',
        'already-booked': 'bookRefused',
        other: 'bookRefused',
      },
      failed: 'bookFailed',
      unknown: 'bookUnknown',
    },
    bookRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó reservar esa hora. Una persona le busca otra ahora.',
        en: 'The system did not let me book that time. A person finds you another one now.',
      },
    },
    bookFailed: {
      kind: 'person',
      text: {
        es: 'No pude reservar la visita: no está reservada. Una persona la reservará, sin que usted repita nada.',
        en: 'I could not book the visit: it is not booked. A person will book it, and you will not have to repeat anything.',
      },
    },
    bookUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí la visita, pero no sé si quedó reservada. Una persona lo comprobará y le dirá para cuándo es.',
        en: 'I requested the visit, but I do not know whether it was booked. A person will check and tell you when it is.',
      },
    },
    promiseVisit: {
      kind: 'promise',
      what: 'visit',
      text: {
        es: 'Visita técnica el {visitDate}, {visitWindow} (referencia {visitRef})',
        en: 'Technician visit on {visitDate}, {visitWindow} (reference {visitRef})',
      },
      due: { on: 'visitDate' },
      ref: 'visitRef',
      about: 'visitId',
      next: 'booked',
    },
    booked: {
      kind: 'done',
      text: {
        es: 'La visita quedó reservada para el {visitDate}, {visitWindow}. Referencia: {visitRef}. Siento de nuevo lo que pasó.',
        en: 'The visit is booked for {visitDate}, {visitWindow}. Reference: {visitRef}. Again, I am sorry for what happened.',
      },
    },
  },
})
