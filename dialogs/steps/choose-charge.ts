import type { Texts } from '../../src/kit.ts'

/**
 * Finds the customer's latest charges, lets them say which one it is about, and learns what the company says of it:
 * what it is for, who sold it, and its amount beside the customer's own history. Enter at `findCharges`, after
 * `identify`:
 *
 *     steps: { ...identify({ …, next: 'findCharges' }), ...chooseCharge({ text, next: 'state' }), state: { … } }
 */
export function chooseCharge<const T extends string>({ text, next }: { text: Texts; next: T }) {
  const take = (place: 1 | 2 | 3) =>
    ({ kind: 'copy', facts: { chargeId: `charge${place}Id` }, next: 'lookAtCharge' }) as const
  return {
    findCharges: {
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
      refused: { 'no-such-account': 'noSuchAccount', other: 'chargesFailed' },
      failed: 'chargesFailed',
      unknown: 'chargesFailed',
    },
    chargesFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver sus cobros desde aquí, y no he cambiado nada. Una persona los mirará con usted.',
        en: 'I cannot see your charges from here right now, and I have not changed anything. A person will look at them with you.',
      },
    },
    hasCharges: {
      kind: 'decide',
      fact: 'charge1Id',
      when: { known: 'whichCharge', unknown: 'noCharges', refused: 'noCharges' },
    },
    noCharges: {
      kind: 'person',
      text: {
        es: 'No veo cobros recientes en la cuenta {account}. Una persona puede revisar los anteriores.',
        en: 'I see no recent charges on account {account}. A person can check the earlier ones.',
      },
    },
    whichCharge: {
      kind: 'choose',
      fact: 'charge',
      text,
      again: {
        es: '¿Por cuál me pregunta? Puede tocar uno, o decirme "el primero".',
        en: 'Which one are you asking about? You can tap one, or say "the first one".',
      },
      next: { first: 'firstCharge', second: 'secondCharge', third: 'thirdCharge' },
    },
    firstCharge: take(1),
    secondCharge: take(2),
    thirdCharge: take(3),
    lookAtCharge: {
      kind: 'call',
      verb: 'explain-charge',
      args: { account: 'account', chargeId: 'chargeId' },
      learns: [
        'chargeWhat',
        'chargeAmount',
        'chargeDate',
        'chargeSize',
        'chargeState',
        'usualAmount',
        'chargeSeller',
      ],
      trying: { es: 'Estoy mirando ese cobro.', en: 'I am looking at that charge.' },
      ok: next,
      refused: {
        'no-such-account': 'chargesFailed',
        'no-such-charge': 'noSuchCharge',
        other: 'chargesFailed',
      },
      failed: 'chargesFailed',
      unknown: 'chargesFailed',
    },
    noSuchCharge: {
      kind: 'person',
      text: {
        es: 'Ya no encuentro ese cobro en el sistema. Una persona lo buscará con usted.',
        en: 'I can no longer find that charge in the system. A person will look for it with you.',
      },
    },
  } as const
}

/**
 * What has become of a charge before, and whether its amount makes sense at all. Enter at `chargeState`; goes on at
 * `next` only with a charge that nobody has claimed yet and whose amount is not absurd.
 */
export function judgeCharge<const T extends string>({ next }: { next: T }) {
  const flag = {
    es: 'OJO: importe absurdo frente al historial del cliente. Cobro {chargeId}: {chargeAmount}',
    en: "NOTE: absurd amount beside the customer's own history. Charge {chargeId}: {chargeAmount}",
  }
  return {
    chargeState: {
      kind: 'decide',
      fact: 'chargeState',
      when: {
        billed: 'chargeSize',
        paid: 'chargeSize',
        disputed: 'alreadyDisputed',
        late: 'claimLate',
        denied: 'claimDenied',
        refunded: 'alreadyRefunded',
        unknown: 'chargeSize',
        refused: 'chargeSize',
      },
    },
    alreadyDisputed: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'El cobro de {chargeAmount} por {chargeWhat} ya tiene un reclamo abierto y en estudio. No tiene que hacer nada más.',
        en: 'The charge of {chargeAmount} for {chargeWhat} already has an open claim, under review. There is nothing else to do.',
      },
    },
    claimLate: {
      kind: 'person',
      reason: 'commitment',
      flag: {
        es: 'OJO: el reclamo del cobro {chargeId} está sin respuesta y fuera de plazo',
        en: 'NOTE: the claim about charge {chargeId} has no answer and is past its date',
      },
      text: {
        es: 'Su reclamo por {chargeAmount} ya debería tener respuesta y no la tiene. Es una falta nuestra, y lo siento. Una persona lo toma y le dirá qué pasó.',
        en: 'Your claim for {chargeAmount} should have been answered by now, and it has not been. That is our fault, and I am sorry. A person is taking it and will tell you what happened.',
      },
    },
    claimDenied: {
      kind: 'person',
      flag: {
        es: 'OJO: el reclamo del cobro {chargeId} fue rechazado y el cliente vuelve: dígale los motivos, o cámbielo',
        en: 'NOTE: the claim about charge {chargeId} was denied and the customer is back: tell the reasons, or change it',
      },
      text: {
        es: 'El reclamo por este cobro de {chargeAmount} figura rechazado. Tiene derecho a saber por qué: una persona lo mirará de nuevo con usted y le dirá los motivos.',
        en: 'The claim about this charge of {chargeAmount} is shown as denied. You have a right to know why: a person will look at it again with you and tell you the reasons.',
      },
    },
    alreadyRefunded: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'El cobro de {chargeAmount} por {chargeWhat} figura devuelto: no lo paga usted.',
        en: 'The charge of {chargeAmount} for {chargeWhat} is shown as paid back: it is not on you.',
      },
    },
    chargeSize: {
      kind: 'decide',
      fact: 'chargeSize',
      when: { usual: next, high: next, first: next, absurd: 'absurdBeside', unknown: next, refused: next },
    },
    absurdBeside: {
      kind: 'decide',
      fact: 'usualAmount',
      when: { known: 'absurd', unknown: 'absurdAlone', refused: 'absurdAlone' },
    },
    absurd: {
      kind: 'person',
      flag,
      text: {
        es: 'Ese cobro de {chargeAmount} no tiene sentido al lado de lo que usted suele pagar ({usualAmount}), y siento el susto. Una persona lo revisará con usted; ya tiene todos los datos.',
        en: 'That charge of {chargeAmount} makes no sense beside what you usually pay ({usualAmount}), and I am sorry for the fright. A person will check it with you; they already have all the details.',
      },
    },
    absurdAlone: {
      kind: 'person',
      flag,
      text: {
        es: 'Ese cobro de {chargeAmount} no tiene sentido al lado de lo que usted suele pagar, y siento el susto. Una persona lo revisará con usted; ya tiene todos los datos.',
        en: 'That charge of {chargeAmount} makes no sense beside what you usually pay, and I am sorry for the fright. A person will check it with you; they already have all the details.',
      },
    },
  } as const
}
