import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'

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
    about: {
      kind: 'choose',
      fact: 'complaintAbout',
      text: { es: '¿De qué se queja?', en: 'What is your complaint about?' },
      again: {
        es: '¿Cuál de estos motivos es el suyo? Si no es ninguno, «Otro motivo» también sirve.',
        en: 'Which of these is it about? If it is none of them, "Another reason" will do.',
      },
      next: {
        service: 'words',
        billing: 'words',
        treatment: 'words',
        promise: 'words',
        delivery: 'words',
        other: 'words',
      },
    },
    words: {
      kind: 'ask',
      fact: 'complaintText',
      takesAnyWords: true,
      text: {
        es: 'Escriba la queja en un mensaje, con sus palabras. No le cambio ni una coma.',
        en: 'Write the complaint in one message, in your own words. I do not change a comma.',
      },
      again: {
        es: '¿Qué quiere que diga la queja? Basta un mensaje. Si prefiere no escribirla, también sirve decirlo.',
        en: 'What should the complaint say? One message is enough. If you would rather not write it, just say so.',
      },
      next: 'file',
      refused: 'noWords',
    },
    noWords: {
      kind: 'person',
      text: {
        es: 'De acuerdo: una persona la escribirá con usted.',
        en: 'All right: a person will write it down with you.',
      },
    },
    file: {
      kind: 'call',
      verb: 'file-complaint',
      args: { account: 'account', complaintAbout: 'complaintAbout', complaintText: 'complaintText' },
      learns: ['answerBy'],
      ref: 'complaintRef',
      trying: {
        es: 'Estoy registrando su queja; aún no está registrada.',
        en: 'I am filing your complaint; it is not filed yet.',
      },
      ok: 'promiseAnswer',
      refused: { 'no-such-account': 'noSuchAccount', 'already-filed': 'alreadyFiled', other: 'fileRefused' },
      failed: 'fileFailed',
      unknown: 'fileUnknown',
    },
    noSuchAccount: {
      kind: 'reject',
      question: 'account',
      text: { es: 'No encuentro la cuenta {account}.', en: 'I cannot find account {account}.' },
    },
    alreadyFiled: {
      kind: 'person',
      text: {
        es: 'Esa queja ya está registrada y sigue sin respuesta, y lo siento. Para que no espere más, una persona la toma ahora.',
        en: 'That complaint is filed already and has no answer yet, and I am sorry. So that you wait no longer, a person takes it now.',
      },
    },
    fileRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó registrar la queja. No está registrada, y una persona lo hará con lo que usted escribió.',
        en: 'The system did not let me file the complaint. It is not filed, and a person will do it with what you wrote.',
      },
    },
    fileFailed: {
      kind: 'person',
      text: {
        es: 'No pude registrar la queja: no está registrada. Una persona lo hará con lo que usted escribió.',
        en: 'I could not file the complaint: it is not filed. A person will do it with what you wrote.',
      },
    },
    fileUnknown: {
      kind: 'person',
      text: {
        es: 'Envié su queja, pero no sé si quedó registrada. Una persona lo comprobará y le dará la referencia.',
        en: 'I sent your complaint, but I do not know whether it was filed. A person will check and give you the reference.',
      },
    },
    promiseAnswer: {
      kind: 'promise',
      what: 'claim',
      text: {
        es: 'Respuesta a su queja ({complaintAbout}), referencia {complaintRef}, a más tardar el {answerBy}',
        en: 'Answer to your complaint ({complaintAbout}), reference {complaintRef}, by {answerBy}',
      },
      due: { on: 'answerBy' },
      ref: 'complaintRef',
      next: 'filed',
    },
    filed: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Su queja quedó registrada con la referencia {complaintRef}, con sus palabras. Le responderemos a más tardar el {answerBy}.',
        en: 'Your complaint is filed under the reference {complaintRef}, in your own words. We will answer you by {answerBy}.',
      },
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
      kind: 'person',
      text: {
        es: 'No veo ninguna queja registrada en la cuenta {account}. Una persona la buscará con usted, y si no está, la registra.',
        en: 'I see no complaint filed on account {account}. A person will look for it with you, and file it if it is not there.',
      },
    },
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
