import { date, label, money, oneOfThree, short, text, three } from './kinds.ts'

/** The subscription: what it is, what ending or changing it means, what the contract says. */
export const serviceFacts = {
  plan: { kind: 'text', of: 'customer', hangsOn: 'account', label: { es: 'Servicio', en: 'Service' } },
  monthly: money('Cuota mensual', 'Monthly fee'),
  endDate: date('Fin del servicio', 'End of service'),
  lastCharge: money('Último cobro', 'Last charge'),
  penalty: money('Penalización', 'Penalty'),
  collectionDate: date('Recogida del equipo', 'Equipment collection'),
  cancellationRef: {
    kind: 'text',
    of: 'customer',
    hangsOn: 'account',
    label: { es: 'Referencia de la cancelación', en: 'Cancellation reference' },
  },

  ...three('plan', {
    Id: text('Plan #, código', 'Plan #, code'),
    Name: short('Plan #', 'Plan #'),
    Price: money('Plan #, cuota mensual', 'Plan #, monthly fee'),
  }),
  /** Which of the plans on offer the customer wants. */
  planWish: oneOfThree('plan', '{Name} · {Price}', 'Plan que quiere', 'Plan wanted'),
  planId: text('Código del plan', 'Code of the plan'),
  newPlan: text('Plan nuevo', 'New plan'),
  newMonthly: money('Cuota mensual nueva', 'New monthly fee'),
  planChangeDate: date('Cambio de plan desde el', 'Plan changes on'),
  planChangeFee: money('Costo del cambio de plan', 'Cost of changing the plan'),
  planRef: text('Referencia del cambio de plan', 'Reference of the change of plan', 'customer'),

  /** Told after it is done, by who wants to. */
  leavingBecause: label('Por qué se va', 'Why they leave', {
    price: { es: 'Es caro', en: 'It is expensive' },
    faults: { es: 'Falla mucho', en: 'It often fails' },
    treatment: { es: 'Me atendieron mal', en: 'I was treated badly' },
    moving: { es: 'Me mudo', en: 'Moving home' },
    unused: { es: 'Lo uso poco', en: 'I hardly use it' },
    other: { es: 'Por otra razón', en: 'Another reason' },
  }),

  signedOn: date('Fecha del contrato', 'Date of the contract'),
  boundUntil: date('Permanencia hasta el', 'Bound until'),
  discountUntil: date('Descuento hasta el', 'Discount until'),
  monthlyAfterDiscount: money('Cuota al terminar el descuento', 'Monthly fee after the discount'),
} as const
