import { defineDialog, type Texts } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'

const ask = (contract: Texts) =>
  ({
    kind: 'ask',
    fact: 'complaintText',
    text: {
      es: `Siento que no sea lo que le dijeron. Esto es lo que figura hoy en el contrato de la cuenta {account}:\n${contract.es}\nCuénteme con sus palabras qué le prometieron, quién y cuándo si lo recuerda. Lo registro tal cual.`,
      en: `I am sorry that it is not what you were told. This is what the contract of account {account} says today:\n${contract.en}\nTell me in your own words what you were promised, who by and when if you remember. I file it exactly as you say it.`,
    },
    again: {
      es: 'Con una frase basta, como "me dijeron 60.000 fijos por un año". Si prefiere no escribirlo, también sirve decirlo.',
      en: 'One sentence is enough, such as "I was told 60,000 fixed for a year". If you prefer not to write it, just say so.',
    },
    next: 'file',
    refused: 'noWords',
  }) as const

const SIGNED: Texts = {
  es: '· {plan}, {monthly} al mes, firmado el {signedOn}',
  en: '· {plan}, {monthly} a month, signed on {signedOn}',
}
const CUT: Texts = {
  es: '· Precio rebajado hasta el {discountUntil}; después, {monthlyAfterDiscount} al mes',
  en: '· Reduced price until {discountUntil}; after that, {monthlyAfterDiscount} a month',
}
const BOUND: Texts = { es: '· Permanencia hasta el {boundUntil}', en: '· Bound until {boundUntil}' }
const lines = (...all: Texts[]): Texts => ({
  es: all.map((one) => one.es).join('\n'),
  en: all.map((one) => one.en).join('\n'),
})

/**
 * Sold with a promise that the contract does not hold. The contract is shown, what was promised is filed in the
 * customer's own words with a date to answer by, and a person is offered. Nobody is told what was or wasn't said.
 */
export const promisedOtherwise = defineDialog(facts, {
  id: 'promised-otherwise',
  title: { es: 'Le prometieron otra cosa', en: 'They were promised something else' },
  wish: { es: 'reportar una promesa', en: 'report a promise' },
  object: 'account',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Lo miro con usted. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let me look at it with you. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Lo miro con usted en su cuenta {account}.',
        en: 'Let me look at it with you on your account {account}.',
      },
      next: 'find',
    }),
    find: {
      kind: 'call',
      verb: 'find-contract',
      args: { account: 'account' },
      learns: ['plan', 'monthly', 'signedOn', 'boundUntil', 'discountUntil', 'monthlyAfterDiscount'],
      trying: { es: 'Estoy buscando su contrato.', en: 'I am looking up your contract.' },
      ok: 'hasCut',
      refused: { 'no-such-account': 'noSuchAccount', other: 'contractFailed' },
      failed: 'contractFailed',
      unknown: 'contractFailed',
    },
    contractFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver su contrato desde aquí. Una persona lo mirará con usted y registrará lo que le prometieron.',
        en: 'I cannot see your contract from here right now. A person will look at it with you and file what you were promised.',
      },
    },
    hasCut: {
      kind: 'decide',
      fact: 'discountUntil',
      when: { known: 'hasPriceAfter', unknown: 'isBound', refused: 'isBound' },
    },
    hasPriceAfter: {
      kind: 'decide',
      fact: 'monthlyAfterDiscount',
      when: { known: 'isCutBound', unknown: 'isBound', refused: 'isBound' },
    },
    isCutBound: {
      kind: 'decide',
      fact: 'boundUntil',
      when: { known: 'askCutBound', unknown: 'askCut', refused: 'askCut' },
    },
    isBound: {
      kind: 'decide',
      fact: 'boundUntil',
      when: { known: 'askBound', unknown: 'askPlain', refused: 'askPlain' },
    },
    askCutBound: ask(lines(SIGNED, CUT, BOUND)),
    askCut: ask(lines(SIGNED, CUT)),
    askBound: ask(lines(SIGNED, BOUND)),
    askPlain: ask(SIGNED),
    noWords: {
      kind: 'person',
      text: {
        es: 'No hace falta escribirlo: una persona lo hablará con usted y lo dejará registrado.',
        en: 'There is no need to write it: a person will talk about it with you and file it.',
      },
    },
    file: {
      kind: 'call',
      verb: 'file-complaint',
      args: { account: 'account', complaintText: 'complaintText' },
      fixed: { complaintAbout: 'promise' },
      learns: ['answerBy'],
      ref: 'complaintRef',
      trying: {
        es: 'Estoy registrando lo que le prometieron; aún no está registrado.',
        en: 'I am filing what you were promised; it is not filed yet.',
      },
      ok: 'isDated',
      refused: { 'no-such-account': 'fileRefused', 'already-filed': 'alreadyFiled', other: 'fileRefused' },
      failed: 'fileFailed',
      unknown: 'fileUnknown',
    },
    alreadyFiled: {
      kind: 'person',
      text: {
        es: 'Eso mismo ya figura registrado. Para que no espere más, una persona verá en qué va y se lo dirá.',
        en: 'That is on file already. So that you wait no longer, a person will see how it is going and tell you.',
      },
    },
    fileRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó registrarlo. No está registrado, y una persona lo hará con sus mismas palabras.',
        en: 'The system did not let me file it. It is not filed, and a person will do it in your very words.',
      },
    },
    fileFailed: {
      kind: 'person',
      text: {
        es: 'No pude registrarlo: no está registrado. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not file it: it is not filed. A person will do it, and you will not have to repeat anything.',
      },
    },
    fileUnknown: {
      kind: 'person',
      text: {
        es: 'Lo envié, pero no sé si quedó registrado. Una persona lo comprobará y le dará la referencia.',
        en: 'I sent it, but I do not know whether it was filed. A person will check and give you the reference.',
      },
    },
    isDated: {
      kind: 'decide',
      fact: 'answerBy',
      when: { known: 'promiseAnswer', unknown: 'promiseByTerm', refused: 'promiseByTerm' },
    },
    promiseByTerm: {
      kind: 'promise',
      what: 'answer',
      text: {
        es: 'Respuesta sobre lo que le prometieron (referencia {complaintRef})',
        en: 'Answer about what you were promised (reference {complaintRef})',
      },
      due: { rule: 'answer' },
      ref: 'complaintRef',
      next: 'filedByTerm',
    },
    filedByTerm: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Gracias por contarlo. Quedó registrado con sus palabras, con la referencia {complaintRef}. Le responderemos con motivos, a más tardar en la fecha de su comprobante.',
        en: 'Thank you for telling me. It has been filed in your words, under the reference {complaintRef}. We will answer you with reasons, by the date on your receipt.',
      },
    },
    promiseAnswer: {
      kind: 'promise',
      what: 'answer',
      text: {
        es: 'Respuesta sobre lo que le prometieron (referencia {complaintRef}), a más tardar el {answerBy}',
        en: 'Answer about what you were promised (reference {complaintRef}), by {answerBy}',
      },
      due: { on: 'answerBy' },
      ref: 'complaintRef',
      next: 'filed',
    },
    filed: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Gracias por contarlo. Quedó registrado con sus palabras, con la referencia {complaintRef}. Le responderemos con motivos a más tardar el {answerBy}.',
        en: 'Thank you for telling me. It has been filed in your words, under the reference {complaintRef}. We will answer you with reasons by {answerBy}.',
      },
    },
  },
})
