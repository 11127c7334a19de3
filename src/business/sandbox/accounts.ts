/** A plan that the company sells. */
export interface Plan {
  id: string
  name: string
  monthly: string
}
export const PLANS: readonly Plan[] = [
  { id: 'F100', name: 'Fibra 100', monthly: '54900 COP' },
  { id: 'F300', name: 'Fibra 300', monthly: '74900 COP' },
  { id: 'F600', name: 'Fibra 600', monthly: '94900 COP' },
  { id: 'F1000', name: 'Fibra 1000', monthly: '129900 COP' },
]

export interface DemoCharge {
  id: string
  what: 'monthly' | 'calls' | 'data' | 'equipment' | 'films' | 'visit'
  amount: string
  daysAgo: number
  /** What the customer usually pays for it; without it, it is there for the first time. */
  usual?: string
  /** Who sold it, when it was not the company itself. */
  seller?: string
  /** What came of a claim that was filed earlier. */
  claim?: 'late' | 'denied'
}

export interface DemoOrder {
  id: string
  what: string
  amount: string
  daysAgo: number
  state: 'preparing' | 'shipped' | 'out-today' | 'late' | 'delivered' | 'lost' | 'cancelled'
  arrivesInDays?: number
  deliveredDaysAgo?: number
  /** There is none left to replace it by. */
  noneLeft?: boolean
}

export interface DemoVisit {
  id: string
  what: 'install' | 'repair' | 'collection'
  state: 'booked' | 'on-the-way' | 'missed' | 'done' | 'cancelled'
  inDays: number
  window: 'morning' | 'afternoon' | 'evening'
}

export interface DemoNotice {
  id: string
  what: 'debt' | 'cut-off' | 'price-rise' | 'advertising' | 'call'
  daysAgo: number
  amount?: string
}

/** A demo customer of the sandbox company. Money is "74900 COP". Dates are counted from the day of the call. */
export interface DemoAccount {
  number: string
  /** The holder's identity document. Every one ends in 1234, so that the demo is easy to try. */
  document: string
  holder: string
  email: string
  phone: string
  address: string
  plan: string
  /** Days until a cancellation asked for today takes effect. */
  noticeDays: number
  monthly: string
  penalty: string
  /** Days until rented equipment is collected; without it there is none. */
  collectionDays?: number
  contract: {
    signedDaysAgo: number
    /** Days until the customer is no longer bound. */
    boundDays?: number
    discount?: { endsInDays: number; monthlyAfter: string }
  }
  /** The latest invoice is past its date. */
  overdue?: boolean
  charges: DemoCharge[]
  refund?: {
    id: string
    state: 'asked' | 'approved' | 'late' | 'paid' | 'denied'
    amount: string
    inDays: number
    why: string
  }
  orders: DemoOrder[]
  visits: DemoVisit[]
  notices: DemoNotice[]
  complaint?: {
    ref: string
    about: 'service' | 'billing' | 'promise'
    state: 'open' | 'answered' | 'late'
    daysAgo: number
  }
  line: 'up' | 'outage' | 'fault'
  /** Whether a restart brings a faulty line back. */
  restartHelps?: boolean
  /** The company's systems misbehave for this account, so that one can see what the customer sees then. */
  fault?: 'slow' | 'failing' | 'unknown' | 'twice' | 'forgetting'
  /** For whoever tries the demo. */
  shows: { es: string; en: string }
}

/** What an account has when its seed says nothing of it. */
const PLAIN = {
  contract: { signedDaysAgo: 420 },
  charges: [],
  orders: [],
  visits: [],
  notices: [],
} satisfies Partial<DemoAccount>

/** The accounts that the demo page and the README list. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    ...PLAIN,
    number: '445566',
    document: '1032451234',
    holder: 'Lucía Romero',
    email: 'lucia.romero@correo.example',
    phone: '+57 300 111 2233',
    address: 'Calle 45 # 13-20, Bogotá',
    plan: 'Fibra 300',
    noticeDays: 8,
    monthly: '74900 COP',
    penalty: '0 COP',
    collectionDays: 10,
    charges: [
      { id: 'C-9001', what: 'films', amount: '19900 COP', daysAgo: 4, seller: 'Cine en Casa' },
      { id: 'C-9000', what: 'monthly', amount: '74900 COP', daysAgo: 21, usual: '74900 COP' },
      { id: 'C-8991', what: 'calls', amount: '8500 COP', daysAgo: 33, usual: '4200 COP' },
    ],
    refund: { id: 'R-1001', state: 'approved', amount: '8500 COP', inDays: 4, why: 'calls C-8900' },
    orders: [
      {
        id: 'P-3003',
        what: 'Audífonos inalámbricos',
        amount: '189000 COP',
        daysAgo: 1,
        state: 'preparing',
        arrivesInDays: 4,
      },
      {
        id: 'P-3002',
        what: 'Celular Andes 5',
        amount: '899000 COP',
        daysAgo: 3,
        state: 'shipped',
        arrivesInDays: 1,
      },
      {
        id: 'P-3001',
        what: 'Repetidor wifi',
        amount: '129000 COP',
        daysAgo: 12,
        state: 'delivered',
        deliveredDaysAgo: 8,
      },
    ],
    visits: [{ id: 'V-2001', what: 'install', state: 'booked', inDays: 2, window: 'afternoon' }],
    notices: [{ id: 'N-1', what: 'price-rise', daysAgo: 9, amount: '79900 COP' }],
    line: 'up',
    shows: {
      es: 'todo funciona: una visita pasado mañana, tres pedidos, un reembolso en camino',
      en: 'everything works: a visit in two days, three orders, a refund on its way',
    },
  },
  {
    ...PLAIN,
    number: '778899',
    document: '52641234',
    holder: 'Andrés Molina',
    email: 'andres.molina@correo.example',
    phone: '+57 301 222 3344',
    address: 'Carrera 7 # 82-14, Bogotá',
    plan: 'Fibra 600',
    noticeDays: 15,
    monthly: '94900 COP',
    penalty: '90000 COP',
    contract: { signedDaysAgo: 200, boundDays: 165 },
    charges: [
      { id: 'C-7702', what: 'visit', amount: '60000 COP', daysAgo: 6 },
      { id: 'C-7701', what: 'monthly', amount: '94900 COP', daysAgo: 19, usual: '94900 COP' },
    ],
    refund: { id: 'R-1004', state: 'late', amount: '30000 COP', inDays: -6, why: 'visit C-7690' },
    visits: [{ id: 'V-2002', what: 'repair', state: 'missed', inDays: -1, window: 'morning' }],
    orders: [
      {
        id: 'P-4001',
        what: 'Cargador rápido',
        amount: '79000 COP',
        daysAgo: 11,
        state: 'late',
        arrivesInDays: 2,
      },
    ],
    line: 'fault',
    restartHelps: true,
    shows: {
      es: 'penalización, sin equipo; línea caída que vuelve al reiniciarla; el técnico no vino; un pedido retrasado',
      en: 'a penalty, no equipment; a dead line that a restart brings back; the technician never came; a late order',
    },
  },
  {
    ...PLAIN,
    number: '112233',
    document: '41871234',
    holder: 'Carmen Ibáñez',
    email: 'carmen.ibanez@correo.example',
    phone: '+57 302 333 4455',
    address: 'Calle 57 # 9-31, Chapinero, Bogotá',
    plan: 'Fibra 100',
    noticeDays: 5,
    monthly: '54900 COP',
    penalty: '0 COP',
    collectionDays: 7,
    refund: { id: 'R-1005', state: 'paid', amount: '9900 COP', inDays: -3, why: 'data C-1190' },
    notices: [
      { id: 'N-2', what: 'debt', daysAgo: 3, amount: '310000 COP' },
      { id: 'N-3', what: 'call', daysAgo: 2 },
    ],
    line: 'outage',
    shows: {
      es: 'avería en la zona; ningún cobro reciente; un aviso de una deuda que no es suya',
      en: 'an outage in the area; no recent charges; a notice of a debt that is not theirs',
    },
  },
  {
    ...PLAIN,
    number: '556677',
    document: '79561234',
    holder: 'Diego Fuentes',
    email: 'diego.fuentes@correo.example',
    phone: '+57 303 444 5566',
    address: 'Carrera 68 # 24-70, Bogotá',
    plan: 'Fibra 300',
    noticeDays: 8,
    monthly: '74900 COP',
    penalty: '0 COP',
    collectionDays: 10,
    contract: { signedDaysAgo: 60, discount: { endsInDays: 30, monthlyAfter: '99900 COP' } },
    overdue: true,
    charges: [
      { id: 'C-5501', what: 'data', amount: '15000 COP', daysAgo: 2, usual: '15000 COP' },
      { id: 'C-5490', what: 'equipment', amount: '12000 COP', daysAgo: 24, claim: 'late' },
    ],
    refund: { id: 'R-1003', state: 'asked', amount: '12000 COP', inDays: 6, why: 'equipment C-5489' },
    visits: [{ id: 'V-2003', what: 'repair', state: 'on-the-way', inDays: 0, window: 'morning' }],
    complaint: { ref: 'QUE-20261020-0007', about: 'promise', state: 'open', daysAgo: 10 },
    line: 'fault',
    restartHelps: false,
    shows: {
      es: 'línea caída que no vuelve; le vendieron un precio que dura solo unos meses; una factura vencida; una queja abierta',
      en: 'a dead line that stays dead; sold at a price that lasts only months; an overdue bill; an open complaint',
    },
  },
  {
    ...PLAIN,
    number: '334455',
    document: '1019781234',
    holder: 'Sofía Arango',
    email: 'sofia.arango@correo.example',
    phone: '+57 304 555 6677',
    address: 'Calle 127 # 19-45, Usaquén, Bogotá',
    plan: 'Fibra 600',
    noticeDays: 8,
    monthly: '94900 COP',
    penalty: '0 COP',
    charges: [
      { id: 'C-3302', what: 'data', amount: '1874900 COP', daysAgo: 5, usual: '15000 COP' },
      { id: 'C-3301', what: 'monthly', amount: '94900 COP', daysAgo: 15, usual: '94900 COP' },
      { id: 'C-3290', what: 'films', amount: '45000 COP', daysAgo: 40, claim: 'denied' },
    ],
    refund: { id: 'R-1002', state: 'denied', amount: '45000 COP', inDays: 0, why: 'films C-3290' },
    orders: [
      { id: 'P-5002', what: 'Cámara de seguridad', amount: '249000 COP', daysAgo: 15, state: 'lost' },
      {
        id: 'P-5001',
        what: 'Celular Andes 7',
        amount: '1490000 COP',
        daysAgo: 6,
        state: 'delivered',
        deliveredDaysAgo: 2,
      },
    ],
    visits: [{ id: 'V-2004', what: 'repair', state: 'cancelled', inDays: -1, window: 'afternoon' }],
    line: 'up',
    shows: {
      es: 'un cobro absurdo; un celular que llegó dañado; un pedido perdido; vinieron aunque la visita estaba cancelada',
      en: 'an absurd charge; a phone that arrived damaged; a lost order; they came though the visit was cancelled',
    },
  },
  ...(
    [
      [
        '900001',
        '1014221234',
        'Elena Vidal',
        'elena.vidal',
        'C-9101',
        'slow',
        { es: 'los sistemas tardan 5 segundos', en: 'the systems take 5 seconds' },
      ],
      [
        '900002',
        '80311234',
        'Hugo Prieto',
        'hugo.prieto',
        'C-9201',
        'failing',
        { es: 'los cambios fallan', en: 'changes fail' },
      ],
      [
        '900003',
        '1075641234',
        'Irene Salas',
        'irene.salas',
        'C-9301',
        'unknown',
        { es: 'los cambios no contestan', en: 'changes never answer' },
      ],
      [
        '900004',
        '52771234',
        'Julia Peña',
        'julia.pena',
        'C-9401',
        'twice',
        { es: 'los cambios llegan dos veces y se hacen una', en: 'changes arrive twice and are made once' },
      ],
      [
        '900005',
        '19451234',
        'Mateo Luna',
        'mateo.luna',
        'C-9501',
        'forgetting',
        { es: 'los sistemas dicen que sí y lo olvidan', en: 'the systems say yes and forget it' },
      ],
    ] as const
  ).map(
    ([number, document, holder, mail, charge, fault, shows]): DemoAccount => ({
      ...PLAIN,
      number,
      document,
      holder,
      email: `${mail}@correo.example`,
      phone: `+57 305 ${number.slice(0, 3)} 0${number.slice(3)}`,
      address: 'Avenida 19 # 100-20, Bogotá',
      plan: 'Fibra 300',
      noticeDays: 8,
      monthly: '74900 COP',
      penalty: '0 COP',
      charges: [{ id: charge, what: 'monthly', amount: '74900 COP', daysAgo: 12, usual: '74900 COP' }],
      orders: [
        {
          id: `P-${number}`,
          what: 'Audífonos inalámbricos',
          amount: '189000 COP',
          daysAgo: 1,
          state: 'preparing',
          arrivesInDays: 4,
        },
      ],
      visits: [{ id: `V-${number}`, what: 'repair', state: 'booked', inDays: 2, window: 'morning' }],
      line: 'up',
      fault,
      shows,
    }),
  ),
]
