import type { Language } from '../../language.ts'

/** Everything the widget says itself. Spanish speaks with *usted*. */
export interface WidgetTexts {
  help: string
  open: string
  openUnread(count: number): string
  close: string
  chatWith(company: string): string
  bot: string
  inLine: string
  scheduled: string
  person(name: string): string
  someone: string
  notice: string
  you: string
  connecting: string
  intro: string
  talkToPerson: string
  askKept: string
  askPassing: string
  sendNow: string
  asking: string
  lineTitle: string
  next: string
  before(count: number): string
  /** Minutes. */
  wait(low: number, high: number): string
  yourCase: string
  copy: string
  copied: string
  save: string
  share: string
  shared: string
  callMe: string
  writtenAnswer: string
  leave: string
  returnToLine: string
  leftLine(key: string): string
  keepOpen: string
  nobody: string
  backAt(when: string): string
  callAt(when: string): string
  answerBy(when: string): string
  withPerson(name: string): string
  supervisor: string
  supervisorAsked: string
  details: string
  resolved: string
  kept: string
  askSafe(key: string): string
  passing: string
  received: string
  read: string
  refused(code: string): string
  retry: string
  discard: string
  offlineTitle: string
  offlineKept: string
  offlinePassing: string
  backOnline: string
  typing(who: string): string
  write: string
  send: string
  attach: string
  removeFile: string
  fileTooLarge: string
  fileKind: string
  image: string
  newMessages: string
  conversation: string
  receipt: string
  reference: string
  date: string
  /** Of a receipt for something that is owed: until when. */
  dueBy: string
  /** To the page that says how it stands. */
  follow: string
  followUntil(date: string): string
  opensApart: string
  newMessage: string
}

const es: WidgetTexts = {
  help: 'Ayuda',
  open: 'Abrir la ayuda',
  openUnread: (n) => `Abrir la ayuda, ${n === 1 ? '1 mensaje nuevo' : `${n} mensajes nuevos`}`,
  close: 'Cerrar la ayuda',
  chatWith: (company) => `Ayuda de ${company}`,
  bot: 'Asistente automático',
  inLine: 'En la fila para una persona',
  scheduled: 'Le contactará una persona',
  person: (name) => `${name}, persona`,
  someone: 'una persona',
  notice: 'Aviso',
  you: 'Usted',
  connecting: 'Conectando…',
  intro: 'Soy el asistente automático. Cuénteme qué necesita, o pida una persona cuando quiera.',
  talkToPerson: 'Hablar con una persona',
  askKept: 'Pidió una persona. Está guardado en este dispositivo y saldrá solo al volver la conexión.',
  askPassing: 'Pidió una persona. Saldrá al volver la conexión: deje esta página abierta.',
  sendNow: 'Enviar ahora',
  asking: 'Pidiendo una persona…',
  lineTitle: 'En la fila',
  next: 'Es la siguiente persona',
  before: (n) => (n === 1 ? 'Le falta 1 persona' : `Le faltan ${n} personas`),
  wait(low, high) {
    if (high <= 1) return 'menos de 1 min'
    return low < 1 ? `hasta ${high} min` : `${low} a ${high} min`
  },
  yourCase: 'Su caso',
  copy: 'Copiar',
  copied: 'Copiado',
  save: 'Guardar',
  share: 'Compartir',
  shared: 'Copiado para compartir',
  callMe: 'Que me llamen',
  writtenAnswer: 'Prefiero una respuesta escrita',
  leave: 'Ya no lo necesito',
  returnToLine: 'Volver a la fila',
  leftLine: (key) => `Salió de la fila. Le guardamos su lugar (caso ${key}).`,
  keepOpen: 'Dejar el chat abierto',
  nobody: 'No hay nadie de turno',
  backAt: (when) => `Volvemos ${when}`,
  callAt: (when) => `Le llamamos ${when}`,
  answerBy: (when) => `Respuesta escrita, a más tardar ${when}`,
  withPerson: (name) => `Está con ${name}`,
  supervisor: 'Hablar con su supervisora',
  supervisorAsked: 'Supervisora avisada',
  details: 'Detalles y opciones',
  resolved: 'Su caso quedó resuelto',
  kept: 'Guardado en este dispositivo',
  askSafe: (key) => `Su solicitud ${key} está a salvo`,
  passing: 'Sin enviar: no cierre esta página',
  received: 'Recibido',
  read: 'Leído',
  refused: (code) => `No se pudo enviar (${code})`,
  retry: 'Reintentar',
  discard: 'Quitar',
  offlineTitle: 'Sin conexión.',
  offlineKept: 'Lo que escriba queda guardado aquí y saldrá solo.',
  offlinePassing: 'Lo que escriba saldrá al volver; deje esta página abierta.',
  backOnline: 'De nuevo en línea',
  typing: (who) => `${who} está escribiendo`,
  write: 'Escriba su mensaje',
  send: 'Enviar',
  attach: 'Adjuntar una foto o un PDF',
  removeFile: 'Quitar el archivo',
  fileTooLarge: 'El archivo pesa más de 10 MB. Elija uno más pequeño.',
  fileKind: 'Se pueden enviar fotos y PDF.',
  image: 'Foto',
  newMessages: 'Ver mensajes nuevos',
  conversation: 'Conversación',
  dueBy: 'A más tardar',
  follow: 'Ver cómo va',
  followUntil: (date) => `El enlace vale hasta el ${date}`,
  opensApart: '(se abre aparte)',
  receipt: 'Comprobante',
  reference: 'Referencia',
  date: 'Fecha',
  newMessage: 'Mensaje nuevo en la ayuda',
}

const en: WidgetTexts = {
  help: 'Help',
  open: 'Open help',
  openUnread: (n) => `Open help, ${n === 1 ? '1 new message' : `${n} new messages`}`,
  close: 'Close help',
  chatWith: (company) => `${company} help`,
  bot: 'Automatic assistant',
  inLine: 'In line for a person',
  scheduled: 'A person will get back to you',
  person: (name) => `${name}, a person`,
  someone: 'a person',
  notice: 'Notice',
  you: 'You',
  connecting: 'Connecting…',
  intro: 'I am the automatic assistant. Tell me what you need, or ask for a person at any time.',
  talkToPerson: 'Talk to a person',
  askKept:
    'You asked for a person. It is saved on this device and leaves by itself once you are back online.',
  askPassing: 'You asked for a person. It leaves once you are back online: keep this page open.',
  sendNow: 'Send now',
  asking: 'Asking for a person…',
  lineTitle: 'In line',
  next: 'You are next',
  before: (n) => (n === 1 ? '1 person before you' : `${n} people before you`),
  wait(low, high) {
    if (high <= 1) return 'under 1 min'
    return low < 1 ? `up to ${high} min` : `${low} to ${high} min`
  },
  yourCase: 'Your case',
  copy: 'Copy',
  copied: 'Copied',
  save: 'Save',
  share: 'Share',
  shared: 'Copied, ready to share',
  callMe: 'Call me back',
  writtenAnswer: 'Send me a written answer',
  leave: 'I no longer need it',
  returnToLine: 'Back in line',
  leftLine: (key) => `You left the line. Your place is kept (case ${key}).`,
  keepOpen: 'Keep the chat open',
  nobody: 'Nobody is on duty now',
  backAt: (when) => `We are back ${when}`,
  callAt: (when) => `We call you ${when}`,
  answerBy: (when) => `Written answer by ${when}`,
  withPerson: (name) => `You are with ${name}`,
  supervisor: 'Talk to a supervisor',
  supervisorAsked: 'A supervisor was told',
  details: 'Details and choices',
  resolved: 'Your case was resolved',
  kept: 'Saved on this device',
  askSafe: (key) => `Your request ${key} is safe`,
  passing: 'Not sent: keep this page open',
  received: 'Received',
  read: 'Read',
  refused: (code) => `Could not be sent (${code})`,
  retry: 'Try again',
  discard: 'Remove',
  offlineTitle: 'You are offline.',
  offlineKept: 'What you write is saved here and leaves by itself.',
  offlinePassing: 'What you write leaves once you are back; keep this page open.',
  backOnline: 'Back online',
  typing: (who) => `${who} is writing`,
  write: 'Write your message',
  send: 'Send',
  attach: 'Attach a photo or a PDF',
  removeFile: 'Remove the file',
  fileTooLarge: 'The file is over 10 MB. Choose a smaller one.',
  fileKind: 'You can send photos and PDFs.',
  image: 'Photo',
  newMessages: 'See new messages',
  conversation: 'Conversation',
  dueBy: 'By',
  follow: 'See how it stands',
  followUntil: (date) => `The link works until ${date}`,
  opensApart: '(opens apart)',
  receipt: 'Receipt',
  reference: 'Reference',
  date: 'Date',
  newMessage: 'New message in help',
}

export const TEXTS: Readonly<Record<Language, WidgetTexts>> = { es, en }
