import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { chooseCharge, judgeCharge } from './steps/choose-charge.ts'

/** What may be answered to "do you recognise it?", however the charge was explained. */
const ANSWERS = {
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
        'no he pedido eso',
        'no es mía',
        'nunca lo pedí',
        'nunca pedí eso',
        'jamás pedí eso',
      ],
      ...[
        'yo no contraté eso',
        'no lo contraté',
        'no lo compré',
        'no lo autoricé',
        'no lo hice',
        'no lo conozco',
      ],
      ...['no reconozco ese cobro', 'no reconozco ese cargo', 'no hice esa compra', 'no hice esas llamadas'],
      ...[
        'i dont recognise it',
        'i dont recognize it',
        'i didnt buy it',
        'i didnt make it',
        'i havent ordered it',
      ],
      ...[
        'i didnt authorise it',
        'i didnt sign up for that',
        'i never signed up for that',
        'i never bought that',
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
} as const

/** A charge that the customer doesn't recognise: says what it is for, and files a claim if it still isn't theirs. */
export const unknownCharge = defineDialog(facts, {
  id: 'unknown-charge',
  title: { es: 'Un cobro que no reconoce', en: 'A charge they do not recognise' },
  chip: { es: 'Un cobro', en: 'A charge' },
  wish: { es: 'reclamar un cobro', en: 'dispute a charge' },
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
      next: 'findCharges',
    }),
    ...chooseCharge({
      text: {
        es: 'Estos son sus últimos cobros. ¿Cuál no reconoce?',
        en: 'These are your latest charges. Which one do you not recognise?',
      },
      next: 'chargeState',
    }),
    ...judgeCharge({ next: 'hasSeller' }),
    hasSeller: {
      kind: 'decide',
      fact: 'chargeSeller',
      when: { known: 'explainSold', unknown: 'isHigh', refused: 'isHigh' },
    },
    isHigh: {
      kind: 'decide',
      fact: 'chargeSize',
      when: {
        high: 'hasUsual',
        usual: 'explain',
        first: 'explain',
        absurd: 'explain',
        unknown: 'explain',
        refused: 'explain',
      },
    },
    hasUsual: {
      kind: 'decide',
      fact: 'usualAmount',
      when: { known: 'explainHigh', unknown: 'explain', refused: 'explain' },
    },
    explain: {
      kind: 'confirm',
      text: {
        es: 'El cobro de {chargeAmount} del {chargeDate} es por: {chargeWhat}. ¿Lo reconoce? Si no, lo reclamo por usted.',
        en: 'The charge of {chargeAmount} on {chargeDate} is for: {chargeWhat}. Do you recognise it? If not, I will dispute it for you.',
      },
      ...ANSWERS,
    },
    explainHigh: {
      kind: 'confirm',
      text: {
        es: 'El cobro de {chargeAmount} del {chargeDate} es por: {chargeWhat}. Es más de lo que suele pagar por eso ({usualAmount}). ¿Lo reconoce? Si no, lo reclamo por usted.',
        en: 'The charge of {chargeAmount} on {chargeDate} is for: {chargeWhat}. It is more than you usually pay for that ({usualAmount}). Do you recognise it? If not, I will dispute it for you.',
      },
      ...ANSWERS,
    },
    explainSold: {
      kind: 'confirm',
      text: {
        es: 'El cobro de {chargeAmount} del {chargeDate} es por: {chargeWhat}, de {chargeSeller}, cobrado en su factura. ¿Lo reconoce? Si no, lo reclamo por usted aquí mismo: de {chargeSeller} nos encargamos nosotros.',
        en: 'The charge of {chargeAmount} on {chargeDate} is for: {chargeWhat}, from {chargeSeller}, on your bill. Do you recognise it? If not, I will dispute it for you right here: {chargeSeller} is for us to deal with.',
      },
      ...ANSWERS,
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
        'already-disputed': 'alreadyDisputed',
        other: 'disputeRefused',
      },
      failed: 'disputeFailed',
      unknown: 'disputeUnknown',
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
        es: 'Su reclamo por {chargeAmount} quedó registrado con la referencia {claimRef}. Le responderemos a más tardar el {answerBy}; no tiene que hacer nada más.',
        en: 'Your claim for {chargeAmount} has been filed under the reference {claimRef}. We will answer you by {answerBy}; there is nothing else to do.',
      },
    },
  },
})
