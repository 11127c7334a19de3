/** Asks for a new address for letters and changes it after one yes. Enter at `newAddress`, after `identify`. */
export const changeAddressSteps = {
  newAddress: {
    kind: 'ask',
    fact: 'newAddress',
    text: {
      es: '¿A qué dirección enviamos sus cartas y facturas? Escríbala completa: calle, número y ciudad. Su servicio sigue donde está.',
      en: 'What address shall we send your letters and bills to? Write it in full: street, number and city. Your service stays where it is.',
    },
    again: {
      es: 'Escríbame solo la dirección nueva, con calle, número y ciudad, como "Calle 10 # 5-20, Bogotá". Si aún no la tiene, también sirve decirlo.',
      en: 'Write just the new address, with street, number and city, such as "5 High Street, Leeds". If you do not have it yet, just say so.',
    },
    next: 'confirmAddress',
    refused: 'noAddress',
  },
  noAddress: {
    kind: 'done',
    chosen: true,
    text: {
      es: 'No pasa nada. No he cambiado nada; cuando la tenga, escríbame aquí.',
      en: 'That is all right. I have not changed anything; when you have it, write to me here.',
    },
  },
  confirmAddress: {
    kind: 'confirm',
    text: {
      es: 'La dirección de sus cartas y facturas pasa a ser esta: {newAddress}. ¿La cambio?',
      en: 'The address for your letters and bills will be this one: {newAddress}. Shall I change it?',
    },
    again: {
      es: '¿Cambio la dirección a {newAddress}? Dígame sí o no.',
      en: 'Shall I change the address to {newAddress}? Please say yes or no.',
    },
    labels: {
      yes: { es: 'Sí, cambiarla', en: 'Yes, change it' },
      no: { es: 'No, dejarla igual', en: 'No, leave it' },
    },
    yes: 'changeAddress',
    no: 'leftAddress',
  },
  leftAddress: {
    kind: 'done',
    chosen: true,
    text: {
      es: 'De acuerdo. No he cambiado nada.',
      en: 'All right. I have not changed anything.',
    },
  },
  changeAddress: {
    kind: 'call',
    verb: 'change-address',
    args: { account: 'account', newAddress: 'newAddress' },
    learns: ['address'],
    ref: 'dataRef',
    trying: {
      es: 'Estoy cambiando la dirección; aún no está cambiada.',
      en: 'I am changing the address; it is not changed yet.',
    },
    ok: 'addressChanged',
    refused: {
      'no-such-account': 'changeRefused',
      'not-valid': 'addressNotValid',
      'same-as-now': 'sameAddress',
      other: 'changeRefused',
    },
    failed: 'changeFailed',
    unknown: 'changeUnknown',
  },
  addressChanged: {
    kind: 'done',
    text: {
      es: 'La dirección de sus cartas y facturas ya es {address}. Referencia: {dataRef}.',
      en: 'The address for your letters and bills is now {address}. Reference: {dataRef}.',
    },
  },
  addressNotValid: {
    kind: 'reject',
    question: 'newAddress',
    text: {
      es: 'El sistema no reconoce esa dirección.',
      en: 'The system does not recognise that address.',
    },
  },
  sameAddress: {
    kind: 'done',
    text: {
      es: 'Esa ya es la dirección que tenemos, así que no hay nada que cambiar.',
      en: 'That is the address we have already, so there is nothing to change.',
    },
  },
  changeRefused: {
    kind: 'person',
    text: {
      es: 'El sistema no me dejó hacer el cambio. No está hecho, y una persona lo hará con usted.',
      en: 'The system did not let me make the change. It is not done, and a person will do it with you.',
    },
  },
  changeFailed: {
    kind: 'person',
    text: {
      es: 'No pude hacer el cambio: no está hecho. Una persona lo hará, sin que usted repita nada.',
      en: 'I could not make the change: it is not done. A person will do it, and you will not have to repeat anything.',
    },
  },
  changeUnknown: {
    kind: 'person',
    text: {
      es: 'Pedí el cambio, pero no sé si quedó hecho. Una persona lo comprobará y se lo dirá.',
      en: 'I requested the change, but I do not know whether it went through. A person will check and tell you.',
    },
  },
} as const
