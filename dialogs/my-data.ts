import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { changeAddressSteps } from './steps/change-address.ts'

const CHANGE_IT = {
  yes: { es: 'Sí, cambiarlo', en: 'Yes, change it' },
  no: { es: 'No, dejarlo igual', en: 'No, leave it' },
} as const

const changeContact = <
  const F extends 'newEmail' | 'newPhone',
  const O extends string,
  const R extends string,
>(
  newContact: F,
  { ok, notValid }: { ok: O; notValid: R },
) =>
  ({
    kind: 'call',
    verb: 'change-contact',
    args: { account: 'account', contactKind: 'contactKind', newContact },
    learns: ['email', 'phone'],
    ref: 'dataRef',
    trying: {
      es: 'Estoy haciendo el cambio; aún no está hecho.',
      en: 'I am making the change; it is not done yet.',
    },
    ok,
    refused: {
      'no-such-account': 'changeRefused',
      'not-valid': notValid,
      'same-as-now': 'sameContact',
      other: 'changeRefused',
    },
    failed: 'changeFailed',
    unknown: 'changeUnknown',
  }) as const

/** What is on file about the customer, and how it is changed. */
export const myData = defineDialog(facts, {
  id: 'my-data',
  title: { es: 'Mis datos de contacto', en: 'My contact data' },
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Veamos los datos que tenemos de usted. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let us look at the data we have about you. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Veamos los datos de su cuenta {account}.',
        en: 'Let us look at the data of your account {account}.',
      },
      next: 'find',
    }),
    find: {
      kind: 'call',
      verb: 'find-profile',
      args: { account: 'account' },
      learns: ['holder', 'email', 'phone', 'address'],
      trying: { es: 'Estoy buscando sus datos.', en: 'I am looking up your data.' },
      ok: 'holderAndAddress',
      refused: { 'no-such-account': 'noSuchAccount', other: 'findFailed' },
      failed: 'findFailed',
      unknown: 'findFailed',
    },
    findFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver sus datos desde aquí, y no he cambiado nada. Una persona los mirará con usted.',
        en: 'I cannot see your data from here right now, and I have not changed anything. A person will look at them with you.',
      },
    },
    holderAndAddress: {
      kind: 'say',
      text: {
        es: 'Esto es lo que tenemos:\n· Titular: {holder}\n· Dirección: {address}',
        en: 'This is what we have:\n· Holder: {holder}\n· Address: {address}',
      },
      next: 'hasEmail',
    },
    hasEmail: {
      kind: 'decide',
      fact: 'email',
      when: { known: 'sayEmail', unknown: 'hasPhone', refused: 'hasPhone' },
    },
    sayEmail: {
      kind: 'say',
      text: { es: '· Correo: {email}', en: '· E-mail: {email}' },
      next: 'hasPhone',
    },
    hasPhone: {
      kind: 'decide',
      fact: 'phone',
      when: { known: 'sayPhone', unknown: 'what', refused: 'what' },
    },
    sayPhone: {
      kind: 'say',
      text: { es: '· Teléfono: {phone}', en: '· Telephone: {phone}' },
      next: 'what',
    },
    what: {
      kind: 'choose',
      fact: 'dataWish',
      text: { es: '¿Quiere cambiar algo?', en: 'Would you like to change anything?' },
      again: {
        es: '¿Qué cambio: el correo, el teléfono o la dirección? Si está todo bien, también sirve decirlo.',
        en: 'What shall I change: the e-mail, the telephone or the address? If it is all fine, just say so.',
      },
      says: {
        email: [
          'cambiar mi correo',
          'cambiar el correo',
          'cambiar de correo',
          'cambie de correo',
          'actualizar mi correo',
          'actualizar el correo',
          'modificar mi correo',
          'correo nuevo',
          'nuevo correo',
          'change my email',
          'change the email',
          'update my email',
          'i changed my email',
          'my new email',
        ],
        phone: [
          'cambiar mi telefono',
          'cambiar el telefono',
          'cambiar de telefono',
          'cambie de telefono',
          'actualizar mi telefono',
          'actualizar el telefono',
          'modificar mi telefono',
          'telefono nuevo',
          'nuevo telefono',
          'cambiar mi numero',
          'cambie de numero',
          'numero nuevo',
          'nuevo numero',
          'cambiar mi celular',
          'cambie de celular',
          'change my phone',
          'change my number',
          'change the phone',
          'update my phone',
          'update my number',
          'i changed my number',
          'my new number',
          'my new phone',
        ],
      },
      next: { email: 'isEmail', phone: 'isPhone', address: 'newAddress', nothing: 'allFine' },
    },
    allFine: {
      kind: 'done',
      chosen: true,
      text: {
        es: 'Perfecto. No he cambiado nada.',
        en: 'Good. I have not changed anything.',
      },
    },
    isEmail: { kind: 'copy', facts: { contactKind: 'dataWish' }, next: 'newEmail' },
    newEmail: {
      kind: 'ask',
      fact: 'newEmail',
      text: { es: '¿Cuál es su correo nuevo?', en: 'What is your new e-mail address?' },
      again: {
        es: 'Escríbame el correo nuevo completo, con su arroba. Si aún no lo tiene, también sirve decirlo.',
        en: 'Write the new e-mail address in full, with its @. If you do not have it yet, just say so.',
      },
      next: 'confirmEmail',
      refused: 'noAddress',
    },
    confirmEmail: {
      kind: 'confirm',
      text: {
        es: 'Su correo pasa a ser {newEmail}. ¿Lo cambio?',
        en: 'Your e-mail address will be {newEmail}. Shall I change it?',
      },
      again: {
        es: '¿Cambio su correo a {newEmail}? Dígame sí o no.',
        en: 'Shall I change your e-mail address to {newEmail}? Please say yes or no.',
      },
      labels: CHANGE_IT,
      yes: 'changeEmail',
      no: 'leftAddress',
    },
    changeEmail: changeContact('newEmail', { ok: 'emailChanged', notValid: 'emailNotValid' }),
    emailChanged: {
      kind: 'done',
      text: {
        es: 'Su correo ya es {newEmail}. Referencia: {dataRef}.',
        en: 'Your e-mail address is now {newEmail}. Reference: {dataRef}.',
      },
    },
    emailNotValid: {
      kind: 'reject',
      question: 'newEmail',
      text: {
        es: 'El sistema no reconoce ese correo.',
        en: 'The system does not recognise that e-mail address.',
      },
    },
    isPhone: { kind: 'copy', facts: { contactKind: 'dataWish' }, next: 'newPhone' },
    newPhone: {
      kind: 'ask',
      fact: 'newPhone',
      text: { es: '¿Cuál es su teléfono nuevo?', en: 'What is your new telephone number?' },
      again: {
        es: 'Escríbame su número nuevo con todas sus cifras. Si aún no lo tiene, también sirve decirlo.',
        en: 'Write your new number with all its digits. If you do not have it yet, just say so.',
      },
      next: 'confirmPhone',
      refused: 'noAddress',
    },
    confirmPhone: {
      kind: 'confirm',
      text: {
        es: 'Su teléfono pasa a ser {newPhone}. ¿Lo cambio?',
        en: 'Your telephone number will be {newPhone}. Shall I change it?',
      },
      again: {
        es: '¿Cambio su teléfono a {newPhone}? Dígame sí o no.',
        en: 'Shall I change your number to {newPhone}? Please say yes or no.',
      },
      labels: CHANGE_IT,
      yes: 'changePhone',
      no: 'leftAddress',
    },
    changePhone: changeContact('newPhone', { ok: 'phoneChanged', notValid: 'phoneNotValid' }),
    phoneChanged: {
      kind: 'done',
      text: {
        es: 'Su teléfono ya es {newPhone}. Referencia: {dataRef}.',
        en: 'Your telephone number is now {newPhone}. Reference: {dataRef}.',
      },
    },
    phoneNotValid: {
      kind: 'reject',
      question: 'newPhone',
      text: { es: 'El sistema no reconoce ese número.', en: 'The system does not recognise that number.' },
    },
    sameContact: {
      kind: 'done',
      text: {
        es: 'Ese ya es el que tenemos, así que no hay nada que cambiar.',
        en: 'That is the one we have already, so there is nothing to change.',
      },
    },
    ...changeAddressSteps,
  },
})

/** Another address for letters and bills; the service stays where it is. */
export const changeAddress = defineDialog(facts, {
  id: 'change-address',
  title: { es: 'Cambiar la dirección de las cartas', en: 'Change the address for letters' },
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Cambiemos la dirección de sus cartas y facturas. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Let us change the address for your letters and bills. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Cambiemos la dirección de cartas y facturas de su cuenta {account}.',
        en: 'Let us change the address for letters and bills of your account {account}.',
      },
      next: 'newAddress',
    }),
    ...changeAddressSteps,
  },
})
