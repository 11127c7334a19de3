import { date, label, line, money, oneOfThree, text, three } from './kinds.ts'
import { WINDOWS } from './windows.ts'

/** Technicians at the customer's home, faults and the line. */
export const visitFacts = {
  visitId: text('Número de visita', 'Visit number'),
  visitWhat: label('Visita para', 'Visit for', {
    install: { es: 'instalar el servicio', en: 'installing the service' },
    repair: { es: 'reparar una avería', en: 'repairing a fault' },
    collection: { es: 'recoger el equipo', en: 'collecting the equipment' },
  }),
  visitState: label('Estado de la visita', 'State of the visit', {
    booked: { es: 'reservada', en: 'booked' },
    'on-the-way': { es: 'técnicos en camino', en: 'technicians on their way' },
    missed: { es: 'no se hizo', en: 'not made' },
    done: { es: 'hecha', en: 'done' },
    cancelled: { es: 'cancelada', en: 'cancelled' },
  }),
  visitDate: date('Fecha de la visita', 'Date of the visit'),
  visitWindow: label('Franja de la visita', 'Part of the day of the visit', WINDOWS),
  ...three('slot', {
    Date: date('Hora libre #, fecha', 'Free time #, date'),
    Window: label('Hora libre #, franja', 'Free time #, part of the day', WINDOWS),
  }),
  /** When the customer wants the technicians to come. */
  slot: oneOfThree('slot', '{Date}, {Window}', 'Hora que prefiere', 'Time preferred'),
  /** When somebody can be at home, for who can at none of the free times. */
  timesThatSuit: line('Cuándo puede', 'When they can'),
  visitProblem: label('Qué pasó con la visita', 'What went wrong with the visit', {
    'nobody-came': { es: 'El técnico no vino', en: 'Nobody came' },
    'came-though-cancelled': {
      es: 'Vinieron, estaba cancelada',
      en: 'They came all the same',
    },
    'left-undone': { es: 'Dejaron el trabajo sin hacer', en: 'They left the work undone' },
  }),
  compensation: money('Compensación', 'Compensation'),
  visitRef: text('Referencia de la visita', 'Visit reference', 'customer'),

  area: text('Zona', 'Area'),
  areaState: label('Estado de la zona', 'State of the area', {
    clear: { es: 'sin averías', en: 'no faults' },
    outage: { es: 'avería en la zona', en: 'outage in the area' },
    works: { es: 'trabajos en la zona', en: 'works in the area' },
  }),
  lineState: label('Estado de la línea', 'State of the line', {
    up: { es: 'funciona', en: 'working' },
    outage: { es: 'avería en la zona', en: 'outage in the area' },
    fault: { es: 'sin señal', en: 'no signal' },
  }),
  outageUntil: date('Arreglo previsto', 'Repair expected'),
  faultWhat: label('Qué falla', 'What fails', {
    'no-signal': { es: 'No hay señal', en: 'There is no signal' },
    slow: { es: 'Va lento', en: 'It is slow' },
    cuts: { es: 'Se corta', en: 'It keeps cutting out' },
    wifi: { es: 'El wifi no llega', en: 'The wifi does not reach' },
  }),
  faultState: label('Estado de la avería', 'State of the fault', {
    open: { es: 'abierta', en: 'open' },
    'visit-booked': { es: 'con visita reservada', en: 'with a visit booked' },
    repaired: { es: 'reparada', en: 'repaired' },
  }),
  repairBy: date('Reparación antes del', 'Repaired by'),
  faultRef: text('Referencia de la avería', 'Fault reference', 'customer'),
} as const
