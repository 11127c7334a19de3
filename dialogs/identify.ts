import type { Texts } from '../src/kit.ts'

/**
 * The first steps of every dialog that shows or changes something personal: the account, then one thing that only
 * its holder knows. Nobody who has proven it once is asked again, here or by an agent, and who can't goes to a person.
 * Spread them into the dialog's steps, start at `account`, and name the step that comes `next`:
 *
 *     start: 'account',
 *     steps: { ...identify({ text, known, next: 'find' }), find: { … } }
 *
 * Account and proof may come in one message: "445566 1234".
 */
export function identify<const T extends string>(how: {
  /** Asks for the account: what it is for, and where the number is found. */
  text: Texts
  /** Said in place of the question when the account is known from before. */
  known: Texts
  next: T
}) {
  return {
    account: {
      kind: 'ask',
      fact: 'account',
      text: how.text,
      again: ACCOUNT_AGAIN,
      known: how.known,
      next: 'isProven',
      refused: 'noAccount',
    },
    noAccount: {
      kind: 'person',
      text: {
        es: 'No pasa nada: una persona puede encontrar su cuenta de otra manera.',
        en: 'That is all right: a person can find your account in another way.',
      },
    },
    ...proveIdentity({ next: how.next }),
  } as const
}

/** The steps after the account is known, for dialogs that need proof only further on. Enter at `isProven`. */
export function proveIdentity<const T extends string>({ next }: { next: T }) {
  return {
    isProven: {
      kind: 'decide',
      fact: 'proven',
      when: { known: next, unknown: 'proof', refused: 'proof' },
    },
    proof: {
      kind: 'ask',
      fact: 'proof',
      text: {
        es: 'Para cuidar sus datos, dígame las 4 últimas cifras de su documento de identidad, o el importe exacto de su última factura.',
        en: 'To protect your data, please tell me the last 4 digits of your identity document, or the exact amount of your last bill.',
      },
      again: {
        es: 'Solo necesito una de las dos cosas: las 4 últimas cifras del documento del titular de la cuenta {account}, o el importe de la última factura. Si no las tiene, también sirve decirlo.',
        en: 'I need only one of the two: the last 4 digits of the document of the holder of account {account}, or the amount of the last bill. If you do not have them, just say so.',
      },
      next: 'prove',
      refused: 'noProof',
    },
    noProof: {
      kind: 'person',
      text: {
        es: 'No pasa nada: una persona puede comprobarlo con usted de otra manera.',
        en: 'That is all right: a person can check it with you in another way.',
      },
    },
    prove: {
      kind: 'call',
      verb: 'prove-identity',
      args: { account: 'account', proof: 'proof' },
      learns: ['proven', 'holder'],
      trying: { es: 'Estoy comprobando sus datos.', en: 'I am checking your details.' },
      ok: next,
      refused: {
        'no-such-account': 'noSuchAccount',
        'no-match': 'noMatch',
        'too-many-tries': 'tooManyTries',
        other: 'proveFailed',
      },
      failed: 'proveFailed',
      unknown: 'proveFailed',
    },
    noSuchAccount: {
      kind: 'reject',
      question: 'account',
      text: { es: 'No encuentro la cuenta {account}.', en: 'I cannot find account {account}.' },
    },
    noMatch: {
      kind: 'reject',
      question: 'proof',
      text: {
        es: 'Ese dato no coincide con la cuenta {account}.',
        en: 'That does not match account {account}.',
      },
    },
    tooManyTries: {
      kind: 'person',
      text: {
        es: 'Con esa cuenta ya se ha intentado varias veces, y por seguridad una persona lo comprobará con usted.',
        en: 'That account has been tried several times already, so to be safe a person will check it with you.',
      },
    },
    proveFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo comprobar sus datos desde aquí, y no he cambiado nada. Una persona lo hará con usted.',
        en: 'I cannot check your details from here right now, and I have not changed anything. A person will do it with you.',
      },
    },
  } as const
}

const ACCOUNT_AGAIN: Texts = {
  es: 'Necesito su número de cuenta: seis cifras, como 445566, arriba en su factura. Si no lo tiene a mano, también sirve decirlo.',
  en: 'I need your account number: six digits, such as 445566, at the top of your bill. If you do not have it at hand, just say so.',
}
