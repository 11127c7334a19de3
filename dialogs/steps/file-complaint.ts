import type { Texts } from '../../src/kit.ts'

/**
 * Files a complaint in the customer's own words. Enter at `words`; the dialog adds its `file` step, which says what the
 * complaint is about: `...fileComplaint({ subject }), file: FILE_ASKED`. `subject` stands in the promise, after "su queja".
 *
 * A company that names no date owes an answer all the same: by the term of `desk.yaml`, which the receipt shows.
 */
export function fileComplaint({ subject }: { subject: Texts }) {
  return {
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
    isDated: {
      kind: 'decide',
      fact: 'answerBy',
      when: { known: 'promiseAnswer', unknown: 'promiseByTerm', refused: 'promiseByTerm' },
    },
    promiseAnswer: {
      kind: 'promise',
      what: 'claim',
      text: {
        es: `Respuesta a su queja${subject.es}, referencia {complaintRef}, a más tardar el {answerBy}`,
        en: `Answer to your complaint${subject.en}, reference {complaintRef}, by {answerBy}`,
      },
      due: { on: 'answerBy' },
      ref: 'complaintRef',
      next: 'filed',
    },
    promiseByTerm: {
      kind: 'promise',
      what: 'claim',
      text: {
        es: `Respuesta a su queja${subject.es}, referencia {complaintRef}`,
        en: `Answer to your complaint${subject.en}, reference {complaintRef}`,
      },
      due: { rule: 'answer' },
      ref: 'complaintRef',
      next: 'filedByTerm',
    },
    filed: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Su queja quedó registrada con la referencia {complaintRef}, con sus palabras. Le responderemos a más tardar el {answerBy}.',
        en: 'Your complaint is filed under the reference {complaintRef}, in your own words. We will answer you by {answerBy}.',
      },
    },
    filedByTerm: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Su queja quedó registrada con la referencia {complaintRef}, con sus palabras. Le responderemos con motivos, a más tardar en la fecha de su comprobante.',
        en: 'Your complaint is filed under the reference {complaintRef}, in your own words. We will answer you with reasons, by the date on your receipt.',
      },
    },
  } as const
}

const FILING = {
  kind: 'call',
  verb: 'file-complaint',
  learns: ['answerBy'],
  ref: 'complaintRef',
  trying: {
    es: 'Estoy registrando su queja; aún no está registrada.',
    en: 'I am filing your complaint; it is not filed yet.',
  },
  ok: 'isDated',
  failed: 'fileFailed',
  unknown: 'fileUnknown',
} as const

/** Files it about what the customer has chosen. */
export const FILE_ASKED = {
  ...FILING,
  args: { account: 'account', complaintAbout: 'complaintAbout', complaintText: 'complaintText' },
  refused: { 'no-such-account': 'noSuchAccount', 'already-filed': 'alreadyFiled', other: 'fileRefused' },
} as const

/** Files it about something that no other kind of complaint is about. */
export const FILE_OTHER = {
  ...FILING,
  args: { account: 'account', complaintText: 'complaintText' },
  fixed: { complaintAbout: 'other' },
  refused: { 'no-such-account': 'noSuchAccount', 'already-filed': 'alreadyFiled', other: 'fileRefused' },
} as const

/** What the complaint is about. Leads to `words`. */
export const COMPLAINT_ABOUT = {
  kind: 'choose',
  fact: 'complaintAbout',
  text: { es: '¿De qué se queja?', en: 'What is your complaint about?' },
  again: {
    es: '¿Cuál de estos motivos es el suyo? Si no es ninguno, «Otro motivo» también sirve.',
    en: 'Which of these is it about? If it is none of them, "Another reason" will do.',
  },
  says: {
    service: ['del servicio', 'por el servicio', 'se cae', 'sin internet', 'about the service', 'my service'],
    billing: ['factura', 'cobro', 'cobros', 'bill', 'billing', 'charge', 'charges'],
    treatment: [
      ...[
        'grosero',
        'grosera',
        'groseros',
        'maltrato',
        'mal trato',
        'atención',
        'gritó',
        'gritaron',
        'insultó',
      ],
      ...['colgaron', 'colgó', 'maleducado', 'maleducada', 'mal educado', 'rude', 'treated', 'attitude'],
      ...['yelled', 'shouted', 'hung up', 'insulted', 'unprofessional'],
      ...['del técnico', 'del instalador', 'del asesor', 'de la asesora', 'de un empleado', 'del vendedor'],
      ...['the technician', 'your technician', 'the installer', 'an employee', 'your staff', 'the salesman'],
    ],
    promise: ['prometieron', 'promesa', 'promised', 'promise'],
    delivery: ['pedido', 'entrega', 'visita', 'order', 'delivery', 'visit'],
  },
  next: {
    service: 'words',
    billing: 'words',
    treatment: 'words',
    promise: 'words',
    delivery: 'words',
    other: 'words',
  },
} as const
