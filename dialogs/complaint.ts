import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { COMPLAINT_ABOUT, FILE_ASKED, FILE_OTHER, fileComplaint } from './steps/file-complaint.ts'

/** What the complaint is about, in its promise. */
const ABOUT = { es: ' ({complaintAbout})', en: ' ({complaintAbout})' }

/** A formal complaint in the customer's own words. Nobody has to prove who they are to complain. */
export const complaint = defineDialog(facts, {
  id: 'complaint',
  title: { es: 'Queja formal', en: 'Formal complaint' },
  object: 'complaintAbout',
  start: 'account',
  steps: {
    account: {
      kind: 'ask',
      fact: 'account',
      text: {
        es: 'Registro su queja ahora mismo, con una referencia y una fecha de respuesta. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'I will file your complaint right now, with a reference and a date to answer by. What is your account number? It is at the top of your bill.',
      },
      again: {
        es: 'Necesito su número de cuenta: seis cifras, como 445566, arriba en su factura. Si no lo tiene a mano, también sirve decirlo.',
        en: 'I need your account number: six digits, such as 445566, at the top of your bill. If you do not have it at hand, just say so.',
      },
      known: {
        es: 'Registro su queja ahora mismo en su cuenta {account}, con una referencia y una fecha de respuesta.',
        en: 'I will file your complaint right now on your account {account}, with a reference and a date to answer by.',
      },
      next: 'about',
      refused: 'noAccount',
    },
    noAccount: {
      kind: 'person',
      text: {
        es: 'No pasa nada: una persona registrará su queja sin ese número.',
        en: 'That is all right: a person will file your complaint without that number.',
      },
    },
    about: COMPLAINT_ABOUT,
    file: FILE_ASKED,
    ...fileComplaint({ subject: ABOUT }),
    noSuchAccount: {
      kind: 'reject',
      question: 'account',
      text: { es: 'No encuentro la cuenta {account}.', en: 'I cannot find account {account}.' },
    },
  },
})

/** What has come of a complaint. One that is past its date goes to a person by itself. */
export const complaintStatus = defineDialog(facts, {
  id: 'complaint-status',
  title: { es: 'En qué va una queja', en: 'How a complaint is going' },
  object: 'complaintRef',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Veamos en qué va su queja. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let us see how your complaint is going. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Veamos en qué va la queja de su cuenta {account}.',
        en: 'Let us see how the complaint on your account {account} is going.',
      },
      next: 'find',
    }),
    find: {
      kind: 'call',
      verb: 'find-complaint',
      args: { account: 'account' },
      learns: ['complaintRef', 'complaintAbout', 'complaintState', 'complaintDate', 'answerBy'],
      trying: { es: 'Estoy buscando su queja.', en: 'I am looking up your complaint.' },
      ok: 'state',
      refused: { 'no-such-account': 'noSuchAccount', 'no-complaint': 'none', other: 'findFailed' },
      failed: 'findFailed',
      unknown: 'findFailed',
    },
    none: {
      kind: 'confirm',
      text: {
        es: 'No veo ninguna queja registrada en la cuenta {account}. ¿La registro ahora, con una referencia y una fecha de respuesta?',
        en: 'I see no complaint filed on account {account}. Shall I file it now, with a reference and a date to answer by?',
      },
      again: {
        es: '¿Registro ahora una queja en la cuenta {account}? Dígame sí o no.',
        en: 'Shall I file a complaint on account {account} now? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, regístrela', en: 'Yes, file it' },
        no: { es: 'No, busquen la mía', en: 'No, look for mine' },
      },
      restated: 'no',
      yes: 'words',
      no: 'look',
    },
    look: {
      kind: 'person',
      text: {
        es: 'Entonces hay que encontrarla. Una persona la buscará con usted, y la hora de su queja cuenta desde que la puso.',
        en: 'Then it has to be found. A person will look for it with you, and its time counts from when you filed it.',
      },
    },
    file: FILE_OTHER,
    ...fileComplaint({ subject: { es: '', en: '' } }),
    findFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver su queja desde aquí. Una persona la mirará con usted.',
        en: 'I cannot see your complaint from here right now. A person will look at it with you.',
      },
    },
    state: {
      kind: 'decide',
      fact: 'complaintState',
      when: {
        open: 'open',
        answered: 'answered',
        late: 'late',
        unknown: 'findFailed',
        refused: 'findFailed',
      },
    },
    open: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Su queja {complaintRef} ({complaintAbout}), del {complaintDate}, está en estudio. La respuesta está fijada para el {answerBy} a más tardar.',
        en: 'Your complaint {complaintRef} ({complaintAbout}), of {complaintDate}, is under review. The answer is due by {answerBy}.',
      },
    },
    answered: {
      kind: 'person',
      text: {
        es: 'Su queja {complaintRef} ({complaintAbout}), del {complaintDate}, figura como respondida. Una persona le lee la respuesta y ve con usted si resuelve lo que pasó.',
        en: 'Your complaint {complaintRef} ({complaintAbout}), of {complaintDate}, is shown as answered. A person goes through the answer with you and sees whether it settles what happened.',
      },
    },
    late: {
      kind: 'person',
      reason: 'commitment',
      text: {
        es: 'Su queja {complaintRef} ({complaintAbout}) debía tener respuesta el {answerBy} y no la tiene. Es una falta nuestra.',
        en: 'Your complaint {complaintRef} ({complaintAbout}) should have been answered by {answerBy}, and it has not been. That is our fault.',
      },
    },
  },
})
