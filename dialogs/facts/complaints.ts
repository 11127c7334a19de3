import type { Texts } from '../../src/kit.ts'
import { date, label, money, oneOfThree, text, three } from './kinds.ts'

const NOTICES = {
  debt: { es: 'Aviso de deuda', en: 'Notice of debt' },
  'cut-off': { es: 'Aviso de corte', en: 'Notice of a cut-off' },
  'price-rise': { es: 'Subida de precio', en: 'Price rise' },
  advertising: { es: 'Publicidad', en: 'Advertising' },
  call: { es: 'Llamada', en: 'Call' },
} as const satisfies Record<string, Texts>

/** Formal complaints, and notices and calls that the customer contests. */
export const complaintFacts = {
  complaintAbout: label('Motivo de la queja', 'Complaint about', {
    service: { es: 'El servicio', en: 'The service' },
    billing: { es: 'La factura', en: 'The bill' },
    treatment: { es: 'La atención recibida', en: 'The treatment received' },
    promise: { es: 'Una promesa que no se cumplió', en: 'A promise that was not kept' },
    delivery: { es: 'Un pedido o una visita', en: 'An order or a visit' },
    other: { es: 'Otro motivo', en: 'Another reason' },
  }),
  complaintText: text('Queja en sus palabras', 'Complaint in their words'),
  complaintState: label('Estado de la queja', 'State of the complaint', {
    open: { es: 'en estudio', en: 'under review' },
    answered: { es: 'respondida', en: 'answered' },
    late: { es: 'fuera de plazo', en: 'past its date' },
  }),
  complaintDate: date('Fecha de la queja', 'Date of the complaint'),
  complaintRef: text('Referencia de la queja', 'Complaint reference', 'customer'),

  ...three('notice', {
    Id: text('Aviso #, número', 'Notice #, number'),
    What: label('Aviso #', 'Notice #', NOTICES),
    Date: date('Aviso #, fecha', 'Notice #, date'),
    Amount: money('Aviso #, importe', 'Notice #, amount'),
  }),
  /** Which notice the customer means. */
  notice: oneOfThree('notice', '{What} · {Date}', 'Aviso por el que pregunta', 'Notice asked about'),
  noticeId: text('Número del aviso', 'Notice number'),
  noticeWhat: label('Aviso', 'Notice', NOTICES),
  noticeDate: date('Fecha del aviso', 'Date of the notice'),
  noticeAmount: money('Importe del aviso', 'Amount of the notice'),
  contestText: text('Por qué lo impugna', 'Why it is contested'),
  heldUntil: date('Suspendido hasta el', 'On hold until'),
  noticeRef: text('Referencia de la impugnación', 'Reference of the contest', 'customer'),
  callsPhone: { ...text('Número al que no llamar', 'Number not to call'), most: 40, finds: 'phone' },
  callsEnd: date('Sin llamadas desde el', 'No calls from'),
} as const
