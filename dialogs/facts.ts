import { defineFacts, type Texts } from '../src/kit.ts'

const CHARGES: Record<'monthly' | 'calls' | 'data' | 'equipment' | 'films' | 'visit', Texts> = {
  monthly: { es: 'Cuota mensual', en: 'Monthly fee' },
  calls: { es: 'Llamadas al extranjero', en: 'Calls abroad' },
  data: { es: 'Datos adicionales', en: 'Extra data' },
  equipment: { es: 'Alquiler del equipo', en: 'Equipment rental' },
  films: { es: 'Películas', en: 'Films' },
  visit: { es: 'Visita técnica', en: 'Technician visit' },
}

/** Everything that the dialogs of an internet provider may know. */
export const facts = defineFacts({
  account: { kind: 'account', of: 'customer', label: { es: 'Número de cuenta', en: 'Account number' } },
  plan: { kind: 'text', of: 'customer', label: { es: 'Servicio', en: 'Service' } },

  endDate: { kind: 'date', of: 'matter', label: { es: 'Fin del servicio', en: 'End of service' } },
  lastCharge: { kind: 'money', of: 'matter', label: { es: 'Último cobro', en: 'Last charge' } },
  penalty: { kind: 'money', of: 'matter', label: { es: 'Penalización', en: 'Penalty' } },
  collectionDate: {
    kind: 'date',
    of: 'matter',
    label: { es: 'Recogida del equipo', en: 'Equipment collection' },
  },
  cancellationRef: {
    kind: 'text',
    of: 'customer',
    label: { es: 'Referencia de la cancelación', en: 'Cancellation reference' },
  },

  charge1Id: { kind: 'text', of: 'matter', label: { es: 'Cobro 1, número', en: 'Charge 1, number' } },
  charge1What: { kind: 'label', labels: CHARGES, of: 'matter', label: { es: 'Cobro 1', en: 'Charge 1' } },
  charge1Amount: { kind: 'money', of: 'matter', label: { es: 'Cobro 1, importe', en: 'Charge 1, amount' } },
  charge1Date: { kind: 'date', of: 'matter', label: { es: 'Cobro 1, fecha', en: 'Charge 1, date' } },
  charge2Id: { kind: 'text', of: 'matter', label: { es: 'Cobro 2, número', en: 'Charge 2, number' } },
  charge2What: { kind: 'label', labels: CHARGES, of: 'matter', label: { es: 'Cobro 2', en: 'Charge 2' } },
  charge2Amount: { kind: 'money', of: 'matter', label: { es: 'Cobro 2, importe', en: 'Charge 2, amount' } },
  charge2Date: { kind: 'date', of: 'matter', label: { es: 'Cobro 2, fecha', en: 'Charge 2, date' } },
  charge3Id: { kind: 'text', of: 'matter', label: { es: 'Cobro 3, número', en: 'Charge 3, number' } },
  charge3What: { kind: 'label', labels: CHARGES, of: 'matter', label: { es: 'Cobro 3', en: 'Charge 3' } },
  charge3Amount: { kind: 'money', of: 'matter', label: { es: 'Cobro 3, importe', en: 'Charge 3, amount' } },
  charge3Date: { kind: 'date', of: 'matter', label: { es: 'Cobro 3, fecha', en: 'Charge 3, date' } },
  /** Which of the three the customer means. */
  charge: {
    kind: 'label',
    of: 'matter',
    label: { es: 'Cobro por el que pregunta', en: 'Charge asked about' },
    labels: {
      first: {
        es: '{charge1What} · {charge1Amount} · {charge1Date}',
        en: '{charge1What} · {charge1Amount} · {charge1Date}',
      },
      second: {
        es: '{charge2What} · {charge2Amount} · {charge2Date}',
        en: '{charge2What} · {charge2Amount} · {charge2Date}',
      },
      third: {
        es: '{charge3What} · {charge3Amount} · {charge3Date}',
        en: '{charge3What} · {charge3Amount} · {charge3Date}',
      },
    },
  },
  chargeId: { kind: 'text', of: 'matter', label: { es: 'Número del cobro', en: 'Charge number' } },
  chargeWhat: {
    kind: 'label',
    labels: CHARGES,
    of: 'matter',
    label: { es: 'Concepto', en: 'What it is for' },
  },
  chargeAmount: { kind: 'money', of: 'matter', label: { es: 'Importe', en: 'Amount' } },
  chargeDate: { kind: 'date', of: 'matter', label: { es: 'Fecha del cobro', en: 'Date of the charge' } },
  claimRef: { kind: 'text', of: 'customer', label: { es: 'Referencia del reclamo', en: 'Claim reference' } },
  answerBy: { kind: 'date', of: 'matter', label: { es: 'Respuesta antes del', en: 'Answer by' } },

  lineState: {
    kind: 'label',
    of: 'matter',
    label: { es: 'Estado de la línea', en: 'State of the line' },
    labels: {
      up: { es: 'funciona', en: 'working' },
      outage: { es: 'avería en la zona', en: 'outage in the area' },
      fault: { es: 'sin señal', en: 'no signal' },
    },
  },
  outageUntil: { kind: 'date', of: 'matter', label: { es: 'Arreglo previsto', en: 'Repair expected' } },
})
