/** A demo customer of the sandbox company. Money is "74900 COP". Dates are counted from the day of the first start. */
export interface DemoAccount {
  number: string
  /** The holder's identity document. Every one ends in 1234, so that the demo is easy to try. */
  document: string
  holder: string
  plan: string
  /** Days until a cancellation asked for today takes effect. */
  noticeDays: number
  monthly: string
  penalty: string
  /** Days until rented equipment is collected; without it there is none. */
  collectionDays?: number
  charges: { id: string; what: string; amount: string; daysAgo: number }[]
  line: 'up' | 'outage' | 'fault'
  /** Whether a restart brings a faulty line back. */
  restartHelps?: boolean
  /** The company's systems misbehave for this account, so that one can see what the customer sees then. */
  fault?: 'slow' | 'failing' | 'unknown'
  /** For whoever tries the demo. */
  shows: { es: string; en: string }
}

/** The accounts that the demo page and the README list. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    number: '445566',
    document: '1032451234',
    holder: 'Lucía Romero',
    plan: 'Fibra 300',
    noticeDays: 8,
    monthly: '74900 COP',
    penalty: '0 COP',
    collectionDays: 10,
    charges: [
      { id: 'C-9001', what: 'films', amount: '19900 COP', daysAgo: 4 },
      { id: 'C-9000', what: 'monthly', amount: '74900 COP', daysAgo: 21 },
      { id: 'C-8991', what: 'calls', amount: '8500 COP', daysAgo: 33 },
    ],
    line: 'up',
    shows: { es: 'todo funciona', en: 'everything works' },
  },
  {
    number: '778899',
    document: '52641234',
    holder: 'Andrés Molina',
    plan: 'Fibra 600',
    noticeDays: 15,
    monthly: '94900 COP',
    penalty: '90000 COP',
    charges: [
      { id: 'C-7702', what: 'visit', amount: '60000 COP', daysAgo: 6 },
      { id: 'C-7701', what: 'monthly', amount: '94900 COP', daysAgo: 19 },
    ],
    line: 'fault',
    restartHelps: true,
    shows: {
      es: 'penalización, sin equipo; línea caída que vuelve al reiniciarla',
      en: 'a penalty, no equipment; a dead line that a restart brings back',
    },
  },
  {
    number: '112233',
    document: '41871234',
    holder: 'Carmen Ibáñez',
    plan: 'Fibra 100',
    noticeDays: 5,
    monthly: '54900 COP',
    penalty: '0 COP',
    collectionDays: 7,
    charges: [],
    line: 'outage',
    shows: { es: 'avería en la zona; ningún cobro reciente', en: 'an outage in the area; no recent charges' },
  },
  {
    number: '556677',
    document: '79561234',
    holder: 'Diego Fuentes',
    plan: 'Fibra 300',
    noticeDays: 8,
    monthly: '74900 COP',
    penalty: '0 COP',
    collectionDays: 10,
    charges: [{ id: 'C-5501', what: 'data', amount: '15000 COP', daysAgo: 2 }],
    line: 'fault',
    restartHelps: false,
    shows: { es: 'línea caída que no vuelve', en: 'a dead line that stays dead' },
  },
  {
    number: '900001',
    document: '1014221234',
    holder: 'Elena Vidal',
    plan: 'Fibra 300',
    noticeDays: 8,
    monthly: '74900 COP',
    penalty: '0 COP',
    charges: [{ id: 'C-9101', what: 'monthly', amount: '74900 COP', daysAgo: 12 }],
    line: 'up',
    fault: 'slow',
    shows: { es: 'los sistemas tardan 5 segundos', en: 'the systems take 5 seconds' },
  },
  {
    number: '900002',
    document: '80311234',
    holder: 'Hugo Prieto',
    plan: 'Fibra 300',
    noticeDays: 8,
    monthly: '74900 COP',
    penalty: '0 COP',
    charges: [{ id: 'C-9201', what: 'monthly', amount: '74900 COP', daysAgo: 12 }],
    line: 'up',
    fault: 'failing',
    shows: { es: 'los cambios fallan', en: 'changes fail' },
  },
  {
    number: '900003',
    document: '1075641234',
    holder: 'Irene Salas',
    plan: 'Fibra 300',
    noticeDays: 8,
    monthly: '74900 COP',
    penalty: '0 COP',
    charges: [{ id: 'C-9301', what: 'monthly', amount: '74900 COP', daysAgo: 12 }],
    line: 'up',
    fault: 'unknown',
    shows: { es: 'los cambios no contestan', en: 'changes never answer' },
  },
]
