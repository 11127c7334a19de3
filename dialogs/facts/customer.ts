import { date, label, line, money, text } from './kinds.ts'

/** Who the customer is, and what the company keeps about them. */
export const customerFacts = {
  account: { kind: 'account', of: 'customer', label: { es: 'Número de cuenta', en: 'Account number' } },
  /** What only the customer knows. Never shown, and forgotten once it has been looked at. */
  proof: {
    kind: 'proof',
    of: 'matter',
    hangsOn: 'account',
    label: { es: 'Dato de comprobación', en: 'Proof of identity' },
  },
  /** The account that the customer has proven to be theirs. */
  proven: {
    kind: 'account',
    of: 'customer',
    hangsOn: 'account',
    label: { es: 'Identidad comprobada', en: 'Identity proven' },
  },
  holder: {
    kind: 'text',
    of: 'customer',
    hangsOn: 'account',
    label: { es: 'Titular', en: 'Account holder' },
  },
  contact: text('Teléfono o correo', 'Telephone or e-mail'),
  email: text('Correo', 'E-mail'),
  phone: text('Teléfono', 'Telephone'),
  address: text('Dirección', 'Address'),
  contactKind: label('Qué cambia', 'What changes', {
    email: { es: 'Correo', en: 'E-mail' },
    phone: { es: 'Teléfono', en: 'Telephone' },
  }),
  /** What the customer wants to do about the data on file. */
  dataWish: label('Qué quiere cambiar', 'What they want changed', {
    email: { es: 'Cambiar el correo', en: 'Change the e-mail' },
    phone: { es: 'Cambiar el teléfono', en: 'Change the telephone' },
    address: { es: 'Cambiar la dirección', en: 'Change the address' },
    nothing: { es: 'Está bien así', en: 'It is fine as it is' },
  }),
  newContact: line('Dato nuevo', 'New e-mail or telephone'),
  newEmail: { ...line('Correo nuevo', 'New e-mail'), finds: 'email' },
  newPhone: { ...line('Teléfono nuevo', 'New telephone'), finds: 'phone' },
  newAddress: line('Dirección nueva', 'New address'),
  coverage: label('Cobertura', 'Coverage', {
    covered: { es: 'hay servicio', en: 'there is service' },
    'not-covered': { es: 'no hay servicio', en: 'there is no service' },
    unsure: { es: 'hay que comprobarlo en persona', en: 'it has to be checked on the spot' },
  }),
  moveDate: date('Fecha del traslado', 'Date of the move'),
  moveFee: money('Costo del traslado', 'Cost of the move'),
  moveRef: text('Referencia del traslado', 'Reference of the move', 'customer'),
  dataRight: label('Solicitud sobre sus datos', 'Request about their data', {
    copy: { es: 'Una copia de mis datos', en: 'A copy of my data' },
    erase: { es: 'Borrar mis datos', en: 'Erase my data' },
    correct: { es: 'Corregir un dato', en: 'Correct something' },
    'no-advertising': { es: 'Parar la publicidad', en: 'Stop advertising' },
  }),
  dataRef: text('Referencia del cambio de datos', 'Reference of the change of data', 'customer'),
} as const
