import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { FILE_OTHER, fileComplaint } from './steps/file-complaint.ts'

const takeNotice = (place: 1 | 2 | 3) =>
  ({
    kind: 'copy',
    facts: {
      noticeId: `notice${place}Id`,
      noticeWhat: `notice${place}What`,
      noticeDate: `notice${place}Date`,
    },
    next: 'why',
  }) as const

/** A notice or call that the customer contests: it is put on hold, and nobody argues whether they owe it. */
export const contestNotice = defineDialog(facts, {
  id: 'contest-notice',
  title: { es: 'Impugnar un aviso o una llamada', en: 'Contest a notice or a call' },
  object: 'noticeId',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Lo revisamos, y mientras tanto lo dejo en suspenso. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let us look into it, and I can put it on hold meanwhile. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Lo revisamos con su cuenta {account}, y mientras tanto lo dejo en suspenso.',
        en: 'Let us look into it with your account {account}, and I can put it on hold meanwhile.',
      },
      next: 'find',
    }),
    find: {
      kind: 'call',
      verb: 'find-notices',
      args: { account: 'account' },
      learns: [
        'notice1Id',
        'notice1What',
        'notice1Date',
        'notice2Id',
        'notice2What',
        'notice2Date',
        'notice3Id',
        'notice3What',
        'notice3Date',
      ],
      trying: { es: 'Estoy buscando los avisos.', en: 'I am looking up the notices.' },
      ok: 'hasNotices',
      refused: { 'no-such-account': 'noSuchAccount', other: 'findFailed' },
      failed: 'findFailed',
      unknown: 'findFailed',
    },
    findFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver los avisos desde aquí. Una persona los mirará con usted.',
        en: 'I cannot see the notices from here right now. A person will look at them with you.',
      },
    },
    hasNotices: {
      kind: 'decide',
      fact: 'notice1Id',
      when: { known: 'which', unknown: 'noNotices', refused: 'noNotices' },
    },
    noNotices: {
      kind: 'confirm',
      text: {
        es: 'No veo avisos ni llamadas nuestras recientes a la cuenta {account}. Puedo registrar lo que recibió como queja, con sus palabras y una fecha de respuesta. ¿Lo registro?',
        en: 'I see no recent notices or calls of ours to account {account}. I can file what you received as a complaint, in your own words and with a date to answer by. Shall I?',
      },
      again: {
        es: '¿Registro como queja lo que recibió? Dígame sí o no; si no, lo mira una persona.',
        en: 'Shall I file what you received as a complaint? Please say yes or no; if not, a person looks at it.',
      },
      labels: {
        yes: { es: 'Sí, regístrelo', en: 'Yes, file it' },
        no: { es: 'No, que lo miren', en: 'No, look into it' },
      },
      yes: 'words',
      no: 'lookInto',
    },
    lookInto: {
      kind: 'person',
      text: {
        es: 'De acuerdo. Una persona mirará con usted de dónde salió; si tiene el aviso, puede adjuntarlo aquí.',
        en: 'All right. A person will look with you where it came from; if you have the notice, you can attach it here.',
      },
    },
    file: FILE_OTHER,
    ...fileComplaint({ subject: { es: '', en: '' } }),
    which: {
      kind: 'choose',
      fact: 'notice',
      text: { es: '¿De cuál se trata?', en: 'Which one is it?' },
      again: {
        es: '¿Cuál de estos es? Puede tocar uno, o decirme "el primero".',
        en: 'Which of these is it? You can tap one, or say "the first one".',
      },
      next: { first: 'firstNotice', second: 'secondNotice', third: 'thirdNotice' },
    },
    firstNotice: takeNotice(1),
    secondNotice: takeNotice(2),
    thirdNotice: takeNotice(3),
    why: {
      kind: 'ask',
      fact: 'contestText',
      takesAnyWords: true,
      text: {
        es: '¿Qué tiene de malo? Dígalo en un mensaje, con sus palabras. No le cambio ni una coma.',
        en: 'What is wrong with it? Say it in one message, in your own words. I do not change a comma.',
      },
      again: {
        es: 'Con una frase basta, como "esa deuda no es mía". Si prefiere no escribirlo, también sirve decirlo.',
        en: 'One sentence is enough, such as "that debt is not mine". If you would rather not write it, just say so.',
      },
      next: 'contest',
      refused: 'noContestWords',
    },
    noContestWords: {
      kind: 'person',
      text: {
        es: 'De acuerdo: una persona lo escribirá con usted.',
        en: 'All right: a person will write it down with you.',
      },
    },
    contest: {
      kind: 'call',
      verb: 'contest-notice',
      args: { account: 'account', noticeId: 'noticeId', contestText: 'contestText' },
      learns: ['answerBy', 'heldUntil'],
      ref: 'noticeRef',
      trying: {
        es: 'Estoy registrándolo; aún no está registrado.',
        en: 'I am filing it; it is not filed yet.',
      },
      ok: 'promiseContest',
      refused: {
        'no-such-account': 'contestRefused',
        'no-such-notice': 'contestRefused',
        'already-contested': 'alreadyContested',
        other: 'contestRefused',
      },
      failed: 'contestFailed',
      unknown: 'contestUnknown',
    },
    alreadyContested: {
      kind: 'person',
      text: {
        es: 'Ese aviso ya estaba reclamado y aun así sigue dándole problemas. Lo siento; una persona lo toma ahora.',
        en: 'That notice was contested already and still gives you trouble. I am sorry; a person takes it now.',
      },
    },
    contestRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó registrarlo. No está registrado, y una persona lo hará con lo que usted escribió.',
        en: 'The system did not let me file it. It is not filed, and a person will do it with what you wrote.',
      },
    },
    contestFailed: {
      kind: 'person',
      text: {
        es: 'No pude registrarlo: no está registrado. Una persona lo hará con lo que usted escribió.',
        en: 'I could not file it: it is not filed. A person will do it with what you wrote.',
      },
    },
    contestUnknown: {
      kind: 'person',
      text: {
        es: 'Lo envié, pero no sé si quedó registrado. Una persona lo comprobará y le dará la referencia.',
        en: 'I sent it, but I do not know whether it was filed. A person will check and give you the reference.',
      },
    },
    promiseContest: {
      kind: 'promise',
      what: 'claim',
      text: {
        es: 'Respuesta sobre {noticeWhat} del {noticeDate} (referencia {noticeRef}), a más tardar el {answerBy}',
        en: 'Answer about {noticeWhat} of {noticeDate} (reference {noticeRef}), by {answerBy}',
      },
      due: { on: 'answerBy' },
      ref: 'noticeRef',
      next: 'contested',
    },
    contested: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Quedó registrado con la referencia {noticeRef}: {noticeWhat}, del {noticeDate}. No tiene ningún efecto para usted hasta el {heldUntil}, y le responderemos a más tardar el {answerBy}.',
        en: 'It is filed under the reference {noticeRef}: {noticeWhat}, of {noticeDate}. It has no effect on you until {heldUntil}, and we will answer you by {answerBy}.',
      },
    },
  },
})

/** No more calls to a number, without proof and without questions: whoever is called may say so. */
export const stopCalls = defineDialog(facts, {
  id: 'stop-calls',
  title: { es: 'Que dejen de llamarme', en: 'Stop calling me' },
  object: 'callsPhone',
  start: 'number',
  steps: {
    number: {
      kind: 'ask',
      fact: 'callsPhone',
      text: {
        es: 'Siento las llamadas. ¿A qué número no debemos llamar más? Escriba solo el número.',
        en: 'I am sorry about the calls. Which number should we not call any more? Write just the number.',
      },
      again: {
        es: 'Escríbame solo el número al que llaman, con todas sus cifras. Si no lo tiene a mano, también sirve decirlo.',
        en: 'Write just the number that is being called, with all its digits. If you do not have it at hand, just say so.',
      },
      next: 'stop',
      refused: 'noNumber',
    },
    noNumber: {
      kind: 'person',
      text: {
        es: 'No pasa nada: una persona lo encontrará con usted.',
        en: 'That is all right: a person will find it with you.',
      },
    },
    stop: {
      kind: 'call',
      verb: 'stop-calls',
      args: { callsPhone: 'callsPhone' },
      learns: ['callsEnd'],
      ref: 'noticeRef',
      trying: {
        es: 'Estoy pidiendo que no le llamen más; aún no está hecho.',
        en: 'I am requesting that you are not called any more; it is not done yet.',
      },
      ok: 'promiseSilence',
      refused: { 'not-valid': 'notValid', other: 'stopRefused' },
      failed: 'stopFailed',
      unknown: 'stopUnknown',
    },
    notValid: {
      kind: 'reject',
      question: 'number',
      text: { es: 'Ese número no me parece completo.', en: 'That number does not look complete.' },
    },
    stopRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó quitar el número de las llamadas. No está hecho, y una persona lo hará.',
        en: 'The system did not let me take the number off the calls. It is not done, and a person will do it.',
      },
    },
    stopFailed: {
      kind: 'person',
      text: {
        es: 'No pude quitar el número de las llamadas: no está hecho. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not take the number off the calls: it is not done. A person will do it, and you will not have to repeat anything.',
      },
    },
    stopUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí que no le llamen más, pero no sé si quedó hecho. Una persona lo comprobará y se lo dirá.',
        en: 'I requested that you are not called any more, but I do not know whether it went through. A person will check and tell you.',
      },
    },
    promiseSilence: {
      kind: 'promise',
      what: 'change',
      text: {
        es: 'Ninguna llamada nuestra al {callsPhone} desde el {callsEnd}',
        en: 'No calls from us to {callsPhone} from {callsEnd} on',
      },
      due: { on: 'callsEnd' },
      ref: 'noticeRef',
      confirmed: true,
      next: 'silent',
    },
    silent: {
      kind: 'done',
      text: {
        es: 'Listo: desde el {callsEnd} no le llamamos al {callsPhone}. Referencia: {noticeRef}. Si le vuelven a llamar, escríbame aquí y lo ve una persona.',
        en: 'Done: from {callsEnd} on, {callsPhone} gets no calls from us. Reference: {noticeRef}. If there is another one, write to me here and a person looks into it.',
      },
    },
  },
})
