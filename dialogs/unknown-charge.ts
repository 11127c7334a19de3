import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'

/** A charge that the customer doesn't recognise: says what it is for, and files a claim if it still isn't theirs. */
export const unknownCharge = defineDialog(facts, {
  id: 'unknown-charge',
  title: { es: 'Un cobro que no reconoce', en: 'A charge they do not recognise' },
  chip: { es: 'Un cobro', en: 'A charge' },
  object: 'chargeId',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Veamos ese cobro. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let us look at that charge. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Veamos los cobros de su cuenta {account}.',
        en: 'Let us look at the charges of your account {account}.',
      },
      next: 'find',
    }),
    find: {
      kind: 'call',
      verb: 'find-charges',
      args: { account: 'account' },
      learns: [
        'charge1Id',
        'charge1What',
        'charge1Amount',
        'charge1Date',
        'charge2Id',
        'charge2What',
        'charge2Amount',
        'charge2Date',
        'charge3Id',
        'charge3What',
        'charge3Amount',
        'charge3Date',
      ],
      trying: { es: 'Estoy buscando sus cobros.', en: 'I am looking up your charges.' },
      ok: 'hasCharges',
      refused: { 'no-such-account': 'noSuchAccount', other: 'lookUpFailed' },
      failed: 'lookUpFailed',
      unknown: 'lookUpFailed',
    },
    lookUpFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver sus cobros desde aquí.',
        en: 'I cannot see your charges from here right now.',
      },
    },
    hasCharges: {
      kind: 'decide',
      fact: 'charge1Id',
      when: { known: 'which', unknown: 'noCharges', refused: 'noCharges' },
    },
    noCharges: {
      kind: 'person',
      text: {
        es: 'No veo cobros recientes en la cuenta {account}. Una persona puede revisar los anteriores.',
        en: 'I see no recent charges on account {account}. A person can check the earlier ones.',
      },
    },
    which: {
      kind: 'choose',
      fact: 'charge',
      text: {
        es: 'Estos son sus últimos cobros. ¿Cuál no reconoce?',
        en: 'These are your latest charges. Which one do you not recognise?',
      },
      again: {
        es: '¿Por cuál me pregunta? Puede tocar uno, o decirme "el primero".',
        en: 'Which one are you asking about? You can tap one, or say "the first one".',
      },
      next: { first: 'takeFirst', second: 'takeSecond', third: 'takeThird' },
    },
    takeFirst: {
      kind: 'copy',
      facts: {
        chargeId: 'charge1Id',
        chargeWhat: 'charge1What',
        chargeAmount: 'charge1Amount',
        chargeDate: 'charge1Date',
      },
      next: 'explain',
    },
    takeSecond: {
      kind: 'copy',
      facts: {
        chargeId: 'charge2Id',
        chargeWhat: 'charge2What',
        chargeAmount: 'charge2Amount',
        chargeDate: 'charge2Date',
      },
      next: 'explain',
    },
    takeThird: {
      kind: 'copy',
      facts: {
        chargeId: 'charge3Id',
        chargeWhat: 'charge3What',
        chargeAmount: 'charge3Amount',
        chargeDate: 'charge3Date',
      },
      next: 'explain',
    },
    explain: {
      kind: 'confirm',
      text: {
        es: 'El cobro de {chargeAmount} del {chargeDate} es por: {chargeWhat}. ¿Lo reconoce? Si no, lo reclamo por usted.',
        en: 'The charge of {chargeAmount} on {chargeDate} is for: {chargeWhat}. Do you recognise it? If not, I will dispute it for you.',
      },
      again: {
        es: '¿Reconoce el cobro de {chargeAmount} por {chargeWhat}? Dígame sí o no; si es que no, lo reclamo.',
        en: 'Do you recognise the charge of {chargeAmount} for {chargeWhat}? Please say yes or no; if not, I will dispute it.',
      },
      labels: {
        yes: { es: 'Sí, lo reconozco', en: 'Yes, I recognise it' },
        no: { es: 'No, reclamarlo', en: 'No, dispute it' },
      },
      says: {
        no: [
          ...[
            'no lo pedí',
            'yo no lo pedí',
            'no pedí eso',
            'yo no pedí eso',
            'yo no contraté eso',
            'no lo contraté',
          ],
          ...[
            'no sé qué es',
            'no sé qué es eso',
            'no es mío',
            'eso no es mío',
            'reclámelo',
            'reclámela',
            'reclamar',
            'quiero reclamarlo',
            'quiero que lo reclame',
          ],
          ...['i didnt order it', 'i didnt order that', 'i never ordered that', 'not mine', 'its not mine'],
          ...['i dont know what that is', 'i dont know what it is', 'dispute it'],
        ],
      },
      yes: 'recognised',
      no: 'dispute',
    },
    recognised: {
      kind: 'done',
      chosen: true,
      text: {
        es: 'Perfecto, queda aclarado. No he cambiado nada.',
        en: 'Good, that is cleared up. I have not changed anything.',
      },
    },
    dispute: {
      kind: 'call',
      verb: 'dispute-charge',
      args: { account: 'account', chargeId: 'chargeId' },
      learns: ['answerBy'],
      ref: 'claimRef',
      trying: {
        es: 'Estoy registrando su reclamo; aún no está hecho.',
        en: 'I am filing your claim; it is not done yet.',
      },
      ok: 'promiseAnswer',
      refused: {
        'no-such-account': 'disputeRefused',
        'no-such-charge': 'disputeRefused',
        'already-disputed': 'already',
        other: 'disputeRefused',
      },
      failed: 'disputeFailed',
      unknown: 'disputeUnknown',
    },
    already: {
      kind: 'done',
      text: {
        es: 'Ese cobro ya está reclamado y en estudio. No tiene que hacer nada más.',
        en: 'That charge is already disputed and under review. There is nothing else to do.',
      },
    },
    disputeRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó registrar el reclamo. No está hecho, y una persona lo hará con usted.',
        en: 'The system did not let me file the claim. It is not done, and a person will do it with you.',
      },
    },
    disputeFailed: {
      kind: 'person',
      text: {
        es: 'No pude registrar el reclamo: no está hecho. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not file the claim: it is not done. A person will do it, and you will not have to repeat anything.',
      },
    },
    disputeUnknown: {
      kind: 'person',
      text: {
        es: 'Envié el reclamo, pero no sé si quedó registrado. Una persona lo comprobará y le dará la referencia.',
        en: 'I sent the claim, but I do not know whether it was filed. A person will check and give you the reference.',
      },
    },
    promiseAnswer: {
      kind: 'promise',
      what: 'claim',
      text: {
        es: 'Respuesta al reclamo {claimRef} por {chargeAmount}, a más tardar el {answerBy}',
        en: 'Answer to claim {claimRef} for {chargeAmount}, by {answerBy}',
      },
      due: { on: 'answerBy' },
      ref: 'claimRef',
      next: 'disputed',
    },
    disputed: {
      kind: 'done',
      text: {
        es: 'Su reclamo por {chargeAmount} quedó registrado con la referencia {claimRef}. Le responderemos a más tardar el {answerBy}.',
        en: 'Your claim for {chargeAmount} has been filed under the reference {claimRef}. We will answer you by {answerBy}.',
      },
    },
  },
})
