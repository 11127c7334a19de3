import type { CaseView, QueueItem, TranscriptLine } from '../../../src/http/wire.ts'
import type { EscapeReason } from '../../../src/turn/turn.ts'
import type { FakeDesk } from './fake-desk.ts'

const MINUTE = 60_000
export const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString()

/** One waiting case, ready to be changed. */
export function waitingCase(
  desk: FakeDesk,
  key: string,
  name: string,
  change: Partial<CaseView> & { minutes?: number; says?: string } = {},
): CaseView {
  const { minutes = 2, says = 'Quiero hablar con una persona', ...rest } = change
  const askedAt = ago(minutes)
  const dueAt = new Date(Date.parse(askedAt) + 3 * MINUTE).toISOString()
  const view: CaseView = {
    at: 0,
    key,
    state: { kind: 'queue' },
    mine: false,
    customer: { id: key, name, conversations: [{ id: 'c', channel: 'web' }] },
    channel: 'web',
    language: 'es',
    reason: 'asked',
    asked: says,
    summary: { wants: says, tried: [], promised: [] },
    priority: 'normal',
    queue: 'general',
    clock: { askedAt, dueAt, waitedSeconds: minutes * 60 },
    owedSince: askedAt,
    warned: false,
    facts: [],
    transcript: [
      line(
        1,
        minutes + 1,
        { kind: 'bot' },
        'Soy el asistente automático. Cuénteme qué necesita, o pida una persona cuando quiera.',
      ),
      line(2, minutes, { kind: 'customer' }, says),
    ],
    commitments: [],
    earlier: [],
    ...rest,
  }
  desk.cases.set(key, view)
  desk.waiting.push(queueItem(view))
  return view
}

export function queueItem(view: CaseView): QueueItem {
  return {
    key: view.key,
    reason: view.reason,
    askedAt: view.clock.askedAt,
    waitingSeconds: view.clock.waitedSeconds,
    dueAt: view.clock.dueAt,
    language: view.language,
    channel: view.channel,
    priority: view.priority,
    summary: view.summary.wants,
    queue: view.queue,
  }
}

export function line(
  seq: number,
  minutesAgo: number,
  from: TranscriptLine['from'],
  text: string,
  more: Partial<TranscriptLine> = {},
): TranscriptLine {
  return { seq, conversationId: 'c', at: ago(minutesAgo), kind: 'message', from, text, ...more }
}

/** An ordinary busy morning: three chats, one parked, five in line. */
export function busyMorning(desk: FakeDesk): void {
  const bot = { kind: 'bot' } as const
  const customer = { kind: 'customer' } as const
  const agent = { kind: 'agent', id: 'agent-1', name: 'Lucía Ortega' } as const
  waitingCase(desk, 'K7M-2Q', 'Marta Ruiz Salcedo', {
    minutes: 6,
    reason: 'failed-answers',
    detail: 'Dos veces no encontró el número de cuenta que se le pedía.',
    says: 'No sé cuál es ese número, solo quiero cancelar el servicio porque me mudo',
    summary: {
      wants: 'Cancelar el servicio porque se muda el 30 de noviembre',
      tried: [
        'Cancelar el servicio: pidió el número de cuenta dos veces',
        'Mandar la cancelación: el sistema no contestó',
      ],
      promised: ['Confirmar la cancelación antes de las 18:00'],
    },
    facts: [
      { name: 'account', label: 'Número de cuenta', value: '4401 2298', source: 'business', at: ago(9) },
      {
        name: 'address',
        label: 'Dirección',
        value: 'Cra. 15 # 93-47, apto. 502, Bogotá',
        source: 'business',
        at: ago(9),
      },
      { name: 'leaving', label: 'Fecha de baja', value: '30 de noviembre', source: 'customer', at: ago(8) },
      { name: 'phone', label: 'Teléfono', value: '+57 310 555 0144', source: 'identity', at: ago(40) },
    ],
    commitments: [
      {
        id: 'p1',
        kind: 'cancellation',
        text: 'Confirmar la cancelación con fecha y referencia',
        dueAt: ago(-180),
        state: 'open',
      },
    ],
    earlier: [
      {
        key: 'D4T-9X',
        state: 'resolved',
        askedAt: ago(60 * 24 * 41),
        summary: 'Internet caído en toda la cuadra; se repuso el mismo día',
        outcome: 'solved',
      },
    ],
  })
  const marta = desk.claim('K7M-2Q') as CaseView
  marta.transcript = [
    line(
      1,
      12,
      bot,
      'Soy el asistente automático. Cuénteme qué necesita, o pida una persona cuando quiera.',
      {
        buttons: [
          { label: 'Cancelar' },
          { label: 'Un cobro' },
          { label: 'Sin internet' },
          { label: 'Nada de esto' },
        ],
      },
    ),
    line(2, 11, customer, 'Hola, necesito cancelar mi servicio'),
    line(3, 11, bot, '¿Cuál es su número de cuenta? Está arriba a la derecha de su factura.', {
      about: { dialog: 'cancel', step: 'account', title: 'Cancelar el servicio' },
    }),
    line(4, 10, customer, 'no tengo la factura a mano'),
    line(5, 10, bot, 'También sirve su documento o la dirección donde tiene el servicio.', {
      about: { dialog: 'cancel', step: 'account', title: 'Cancelar el servicio' },
    }),
    line(6, 6, customer, 'No sé cuál es ese número, solo quiero cancelar el servicio porque me mudo'),
    { seq: 7, conversationId: 'c', at: ago(6), kind: 'event', name: 'case-opened', data: {} },
    line(8, 6, { kind: 'system' }, 'Ya está en la fila para hablar con una persona. Su clave es K7M-2Q.'),
    {
      seq: 9,
      conversationId: 'c',
      at: ago(5),
      kind: 'event',
      name: 'case-claimed',
      data: { name: 'Lucía Ortega' },
    },
    line(10, 4, agent, 'Hola, Marta. Soy Lucía. Ya veo su cuenta; no necesita buscar nada más.', {
      delivery: 'read',
    }),
    line(11, 4, agent, '¿Hasta qué día quiere el servicio?', { delivery: 'delivered' }),
    line(12, 3, customer, 'Hasta el 30. Les mando la foto del contrato por si sirve', {
      attachments: [
        {
          contentType: 'application/pdf',
          name: 'contrato.pdf',
          bytes: 231_000,
          uploadId: 'u1',
          url: '/uploads/u1',
        },
      ],
    }),
    {
      seq: 13,
      conversationId: 'c',
      at: ago(2),
      kind: 'note',
      from: agent,
      text: 'El titular es ella; el contrato coincide. Falta la referencia de la baja.',
    },
    line(14, 1.7, customer, '¿Me van a cobrar diciembre?'),
  ]
  marta.clock.firstHumanWordsAt = ago(4)
  marta.owedSince = ago(1.7)
  Object.assign(desk.chats[0] as object, {
    lastText: '¿Me van a cobrar diciembre?',
    lastAt: ago(1.7),
    owedSince: ago(1.7),
    unread: 2,
  })
  waitingCase(desk, 'R3C-8H', 'Jorge Paredes', {
    minutes: 4,
    channel: 'whatsapp',
    reason: 'unmatched',
    says: 'me llegó un cobro raro de 45.900',
  })
  desk.claim('R3C-8H')
  waitingCase(desk, 'W8P-4N', 'Emily Carter', {
    minutes: 14,
    language: 'en',
    says: 'My router has a red light since yesterday',
  })
  desk.claim('W8P-4N')
  Object.assign(desk.chats[2] as object, {
    lastText: 'Perfecto, lo reinicio y le aviso',
    lastFrom: 'customer',
    owedSince: undefined,
    parked: true,
  })
  const waiting: [string, EscapeReason, number, string, Partial<CaseView>][] = [
    ['T2F-6B', 'danger', 1, 'Hay un cable echando chispas en el poste', { priority: 'danger' }],
    ['H9L-3D', 'asked', 4.2, 'Una persona por favor', {}],
    ['Q5V-7J', 'loop', 2.4, 'Ya le dije tres veces que no tengo señal', { channel: 'whatsapp' }],
    ['B6N-1S', 'language', 1.1, 'Can somebody help me in English?', { language: 'en' }],
    ['M4X-5G', 'attachment', 0.4, 'Mandó una foto de la factura', {}],
  ]
  for (const [key, reason, minutes, says, more] of waiting) {
    waitingCase(desk, key, '', { reason, minutes, says, ...more })
  }
  desk.commitments = [
    {
      id: 'p1',
      kind: 'cancellation',
      text: 'Confirmar la cancelación con fecha y referencia',
      dueAt: ago(-180),
      state: 'open',
      caseKey: 'K7M-2Q',
      customerName: 'Marta Ruiz Salcedo',
    },
    {
      id: 'p2',
      kind: 'visit',
      text: 'Visita del técnico entre 14:00 y 16:00',
      dueAt: ago(20),
      state: 'open',
      caseKey: 'R3C-8H',
      customerName: 'Jorge Paredes',
    },
  ]
}
