type Both = Readonly<Record<'es' | 'en', string>>

/** The words of the demo page. Its company does not exist. */
export const TEXTS = {
  title: { es: 'Fibra Andina · Internet de fibra', en: 'Fibra Andina · Fibre internet' },
  skip: { es: 'Ir al contenido', en: 'Skip to content' },
  demoTitle: { es: 'Demostración', en: 'Demonstration' },
  demo: {
    es: 'Página de demostración: la empresa no existe. Abra la ayuda abajo a la derecha.',
    en: 'A demonstration page: the company does not exist. Open the help at the bottom right.',
  },
  otherSide: { es: 'Ver el otro lado: la consola', en: 'See the other side: the console' },
  other: { es: 'English', en: 'Español' },
  plans: { es: 'Planes', en: 'Plans' },
  help: { es: 'Ayuda', en: 'Help' },
  try: { es: 'Cuentas de prueba', en: 'Demo accounts' },
  headline: { es: 'Fibra que llega hasta la montaña', en: 'Fibre that reaches up the mountain' },
  lead: {
    es: 'Internet simétrico, sin permanencia, con personas que contestan. Y si quiere irse, se va: sin preguntas.',
    en: 'Symmetric internet, no lock-in, and people who answer. And if you want to leave, you leave: no questions.',
  },
  seePlans: { es: 'Ver los planes', en: 'See the plans' },
  facts: {
    es: 'Sin menús que dan vueltas: una persona está siempre a un toque.',
    en: 'No menus that go in circles: a person is always one tap away.',
  },
  plansLead: {
    es: 'Instalación incluida, el mismo precio siempre.',
    en: 'Installation included, the same price for good.',
  },
  perMonth: { es: 'al mes', en: 'a month' },
  helpTitle: { es: '¿Algo no va bien?', en: 'Is something wrong?' },
  helpLead: {
    es: 'Escríbanos en «Ayuda», abajo a la derecha. Responde primero un asistente automático; una persona está a un toque, siempre.',
    en: 'Write to us in “Help”, at the bottom right. An automatic assistant answers first; a person is one tap away, always.',
  },
  tryTitle: { es: 'Cuentas para probar', en: 'Accounts to try' },
  tryLead: {
    es: 'Dé uno de estos números cuando el asistente le pida su cuenta, y 1234 cuando le pida las últimas cifras del documento (o las dos cosas a la vez: 445566 1234). La empresa y sus clientes son inventados.',
    en: 'Give one of these numbers when the assistant asks for your account, and 1234 when it asks for the last digits of your document (or both at once: 445566 1234). The company and its customers are invented.',
  },
  account: { es: 'Cuenta', en: 'Account' },
  shows: { es: 'Qué muestra', en: 'What it shows' },
  footer: {
    es: 'Fibra Andina es la empresa de demostración de Escotilla.',
    en: 'Fibra Andina is the demonstration company of Escotilla.',
  },
} as const satisfies Record<string, Both>

export const PLANS: readonly {
  name: string
  speed: string
  price: Both
  for: Both
  has: readonly Both[]
}[] = [
  {
    name: 'Fibra 100',
    speed: '100 Mb/s',
    price: { es: '$ 54.900', en: 'COP 54,900' },
    for: { es: 'Para una o dos personas', en: 'For one or two people' },
    has: [
      { es: 'Subida igual que bajada', en: 'Upload as fast as download' },
      { es: 'Equipo wifi 6 en alquiler gratuito', en: 'Wi-Fi 6 router on free loan' },
    ],
  },
  {
    name: 'Fibra 300',
    speed: '300 Mb/s',
    price: { es: '$ 74.900', en: 'COP 74,900' },
    for: { es: 'Para casa y trabajo', en: 'For home and work' },
    has: [
      { es: 'Llamadas nacionales incluidas', en: 'National calls included' },
      { es: 'Reparación en 24 horas', en: 'Repairs within 24 hours' },
    ],
  },
  {
    name: 'Fibra 600',
    speed: '600 Mb/s',
    price: { es: '$ 94.900', en: 'COP 94,900' },
    for: { es: 'Para toda la familia a la vez', en: 'For the whole family at once' },
    has: [
      { es: 'Segundo punto wifi sin costo', en: 'Second Wi-Fi point at no cost' },
      { es: 'Técnico el mismo día', en: 'Technician on the same day' },
    ],
  },
]

export const HELP: readonly { title: Both; text: Both; say: Both }[] = [
  {
    title: { es: 'Sin internet', en: 'No internet' },
    text: {
      es: 'Revisamos su línea desde aquí y, si hace falta, la reiniciamos.',
      en: 'We check your line from here and restart it if need be.',
    },
    say: { es: '«No tengo internet»', en: '“My internet is down”' },
  },
  {
    title: { es: 'Un cobro que no reconoce', en: 'A charge you do not recognise' },
    text: {
      es: 'Se lo explicamos, o lo reclamamos por usted.',
      en: 'We explain it, or dispute it for you.',
    },
    say: { es: '«No reconozco un cobro»', en: '“I don’t recognise a charge”' },
  },
  {
    title: { es: 'Cancelar el servicio', en: 'Cancel the service' },
    text: {
      es: 'Sus datos, una confirmación y su comprobante. Nadie le insiste.',
      en: 'Your details, one confirmation, and your receipt. Nobody argues.',
    },
    say: { es: '«Quiero cancelar»', en: '“I want to cancel”' },
  },
]

/** The accounts of the sandbox (src/business/sandbox/accounts.ts). */
export const ACCOUNTS: readonly { number: string; holder: string; plan: string; shows: Both }[] = [
  {
    number: '445566',
    holder: 'Lucía Romero',
    plan: 'Fibra 300',
    shows: {
      es: 'Todo funciona; un cobro de películas, tres pedidos, una visita, un reembolso en camino',
      en: 'Everything works; a charge for films, three orders, a visit, a refund on its way',
    },
  },
  {
    number: '778899',
    holder: 'Andrés Molina',
    plan: 'Fibra 600',
    shows: {
      es: 'Línea caída que vuelve al reiniciarla; irse tiene penalización; el técnico no vino',
      en: 'A dead line that a restart brings back; leaving has a penalty; the technician never came',
    },
  },
  {
    number: '112233',
    holder: 'Carmen Ibáñez',
    plan: 'Fibra 100',
    shows: {
      es: 'Avería en la zona; un aviso de una deuda que no es suya',
      en: 'An outage in the area; a notice of a debt that is not theirs',
    },
  },
  {
    number: '556677',
    holder: 'Diego Fuentes',
    plan: 'Fibra 300',
    shows: {
      es: 'Línea caída que no vuelve; un descuento que nadie le dijo que acababa; una queja abierta',
      en: 'A dead line that stays dead; a discount nobody said would end; an open complaint',
    },
  },
  {
    number: '334455',
    holder: 'Sofía Arango',
    plan: 'Fibra 600',
    shows: {
      es: 'Un cobro absurdo; un celular que llegó dañado; un pedido perdido',
      en: 'An absurd charge; a phone that arrived damaged; a lost order',
    },
  },
  {
    number: '900001',
    holder: 'Elena Vidal',
    plan: 'Fibra 300',
    shows: { es: 'Los sistemas tardan 5 segundos', en: 'The systems take 5 seconds' },
  },
  {
    number: '900002',
    holder: 'Hugo Prieto',
    plan: 'Fibra 300',
    shows: { es: 'Los cambios fallan: pasa a una persona', en: 'Changes fail: a person takes over' },
  },
  {
    number: '900003',
    holder: 'Irene Salas',
    plan: 'Fibra 300',
    shows: {
      es: 'Los cambios no contestan: nunca se dice «hecho»',
      en: 'Changes never answer: “done” is never said',
    },
  },
  {
    number: '900004',
    holder: 'Julia Peña',
    plan: 'Fibra 300',
    shows: {
      es: 'Los cambios llegan dos veces: se hacen una',
      en: 'Changes arrive twice: they are made once',
    },
  },
  {
    number: '900005',
    holder: 'Mateo Luna',
    plan: 'Fibra 300',
    shows: { es: 'Los sistemas dicen que sí y lo olvidan', en: 'The systems say yes and forget it' },
  },
]
