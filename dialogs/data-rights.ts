import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'

/** A customer's rights over their data: a copy, erasure, a correction, no more advertising. Nobody is asked why. */
export const dataRights = defineDialog(facts, {
  id: 'data-rights',
  title: { es: 'Derechos sobre mis datos', en: 'Rights over my data' },
  object: 'dataRight',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Está en su derecho, y lo registro aquí mismo. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'That is your right, and I can file it here. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Está en su derecho, y lo registro aquí mismo con su cuenta {account}.',
        en: 'That is your right, and I can file it here with your account {account}.',
      },
      next: 'which',
    }),
    which: {
      kind: 'choose',
      fact: 'dataRight',
      text: { es: '¿Qué quiere pedir?', en: 'What would you like to ask for?' },
      again: {
        es: '¿Cuál de estas solicitudes registro?',
        en: 'Which of these requests shall I file?',
      },
      says: {
        copy: [
          'una copia',
          'copia de mis datos',
          'acceso a mis datos',
          'qué datos',
          'a copy',
          'copy of my data',
          'access to my data',
          'what data',
          'which data',
        ],
        erase: [
          'borrar',
          'borren',
          'borre',
          'bórrenme',
          'eliminar',
          'eliminen',
          'supresión',
          'olvido',
          'erase',
          'delete',
          'remove my data',
          'forgotten',
        ],
        correct: [
          'rectificar',
          'rectificación',
          'corregir',
          'corrijan',
          'correct my',
          'rectify',
          'rectification',
        ],
        'no-advertising': [
          'publicidad',
          'boletín',
          'boletines',
          'promociones',
          'propaganda',
          'advertising',
          'newsletter',
          'marketing',
          'ads',
          'unsubscribe',
        ],
      },
      next: { copy: 'confirm', erase: 'confirm', correct: 'confirm', 'no-advertising': 'confirm' },
    },
    confirm: {
      kind: 'confirm',
      text: {
        es: 'Registro esta solicitud a nombre del titular de la cuenta {account}: {dataRight}. ¿La registro?',
        en: 'I will file this request for the holder of account {account}: {dataRight}. Shall I file it?',
      },
      again: {
        es: '¿Registro la solicitud ({dataRight})? Dígame sí o no.',
        en: 'Shall I file the request ({dataRight})? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, registrarla', en: 'Yes, file it' },
        no: { es: 'No, dejarlo', en: 'No, leave it' },
      },
      yes: 'request',
      no: 'left',
    },
    left: {
      kind: 'done',
      chosen: true,
      text: {
        es: 'De acuerdo. No he registrado nada.',
        en: 'All right. I have not filed anything.',
      },
    },
    request: {
      kind: 'call',
      verb: 'request-data-right',
      args: { account: 'account', dataRight: 'dataRight' },
      learns: ['answerBy'],
      ref: 'dataRef',
      trying: {
        es: 'Estoy registrando su solicitud; aún no está registrada.',
        en: 'I am filing your request; it is not filed yet.',
      },
      ok: 'promiseAnswer',
      refused: {
        'no-such-account': 'requestRefused',
        'already-asked': 'alreadyAsked',
        other: 'requestRefused',
      },
      failed: 'requestFailed',
      unknown: 'requestUnknown',
    },
    alreadyAsked: {
      kind: 'person',
      text: {
        es: 'Esa solicitud ya estaba registrada. Para que no espere más, una persona verá en qué va.',
        en: 'That request was filed already. So that you wait no longer, a person will see how it is going.',
      },
    },
    requestRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó registrar la solicitud. No está registrada, y una persona lo hará con usted.',
        en: 'The system did not let me file the request. It is not filed, and a person will do it with you.',
      },
    },
    requestFailed: {
      kind: 'person',
      text: {
        es: 'No pude registrar la solicitud: no está registrada. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not file the request: it is not filed. A person will do it, and you will not have to repeat anything.',
      },
    },
    requestUnknown: {
      kind: 'person',
      text: {
        es: 'Envié su solicitud, pero no sé si quedó registrada. Una persona lo comprobará y le dará la referencia.',
        en: 'I sent your request, but I do not know whether it was filed. A person will check and give you the reference.',
      },
    },
    promiseAnswer: {
      kind: 'promise',
      what: 'answer',
      text: {
        es: 'Respuesta a su solicitud sobre sus datos ({dataRight}), referencia {dataRef}, a más tardar el {answerBy}',
        en: 'Answer to your request about your data ({dataRight}), reference {dataRef}, by {answerBy}',
      },
      due: { on: 'answerBy' },
      ref: 'dataRef',
      next: 'requested',
    },
    requested: {
      kind: 'done',
      text: {
        es: 'Su solicitud ({dataRight}) quedó registrada con la referencia {dataRef}. Le responderemos a más tardar el {answerBy}.',
        en: 'Your request ({dataRight}) is filed under the reference {dataRef}. We will answer you by {answerBy}.',
      },
    },
  },
})
