import type { Owed } from '../../cases/my-case.ts'
import type { Language } from '../../language.ts'

/** Everything that the "Mi caso" page says itself. Spanish speaks with *usted*. */
interface PageTexts {
  title: string
  caseNumber: string
  where: string
  promised: string
  nothing: string
  state: Readonly<Record<Owed['state'], string>>
  reference: string
  doneOn: string
  by: string
  dueBy: string
  team(company: string): string
  alive: string
  until(date: string): string
  askHeading: string
  ask: string
  askNote: string
  asked: string
  otherLanguage: string
  /** The store does not answer: nothing can be shown, and a person can be asked for. */
  away: { title: string; words: string; kept: string }
  lost: Readonly<Record<'expired' | 'unknown' | 'busy', { title: string; words: string }>>
  lostHelp: string
  lostHelpNoScript: string
}

const es: PageTexts = {
  title: 'Mi caso',
  caseNumber: 'Número de caso',
  where: 'Cómo va',
  promised: 'Lo hecho y lo pendiente',
  nothing: 'Por ahora no hay nada pendiente aquí.',
  state: {
    done: 'Hecho',
    open: 'Pendiente',
    late: 'Con retraso, por falta nuestra',
    changing: 'Se pidió cancelarlo; falta que quede confirmado',
    off: 'Cancelado: ya no sigue en pie',
    'not-done': 'No se hará',
  },
  reference: 'Referencia',
  doneOn: 'Confirmado',
  by: 'Responsable',
  dueBy: 'A más tardar',
  team: (company) => `El equipo de ${company}`,
  alive:
    'Esta página dice siempre cómo va ahora. Puede guardarla o compartirla: no dice de usted más que su comprobante.',
  until: (date) => `El enlace vale hasta el ${date}.`,
  askHeading: '¿Algo no está bien?',
  ask: 'Hablar con una persona',
  askNote: 'Le responderá en la conversación donde nos escribió, con todo lo anterior a la vista.',
  asked: 'Listo: pedimos una persona para usted. Le responderá en la conversación donde nos escribió.',
  otherLanguage: 'English',
  away: {
    title: 'Ahora no podemos mostrarle su caso',
    words:
      'Tenemos una falla técnica de nuestro lado. Su caso no se ha perdido: sigue guardado. Vuelva a abrir la página en unos minutos; si prefiere, pida una persona ahora mismo.',
    kept: 'Su solicitud está guardada',
  },
  lost: {
    expired: {
      title: 'Este enlace ya venció',
      words:
        'Los enlaces valen 30 días, para cuidar su información. Su caso no se ha perdido: sigue guardado.',
    },
    unknown: {
      title: 'No encontramos este enlace',
      words: 'Puede que le falte una parte al copiarlo. Su caso no se ha perdido: sigue guardado.',
    },
    busy: {
      title: 'Un momento, por favor',
      words: 'Llegaron muchas consultas seguidas desde su conexión. Vuelva a abrir la página en un minuto.',
    },
  },
  lostHelp: 'Abra la ayuda aquí abajo y pida una persona: le dirá cómo va y le dará un enlace nuevo.',
  lostHelpNoScript:
    'Escríbanos en el chat donde nos escribió antes y pida una persona: le dirá cómo va y le dará un enlace nuevo.',
}

const en: PageTexts = {
  title: 'My case',
  caseNumber: 'Case number',
  where: 'Where it stands',
  promised: 'What is done and what is owed',
  nothing: 'There is nothing pending here at the moment.',
  state: {
    done: 'Done',
    open: 'Pending',
    late: 'Late, and that is our fault',
    changing: 'Its cancellation was requested and is not confirmed yet',
    off: 'Cancelled: no longer on',
    'not-done': 'Will not be done',
  },
  reference: 'Reference',
  doneOn: 'Confirmed',
  by: 'Responsible',
  dueBy: 'By',
  team: (company) => `The ${company} team`,
  alive:
    'This page always says how it stands now. You can keep it or share it: it says no more of you than your receipt.',
  until: (date) => `The link works until ${date}.`,
  askHeading: 'Is something not right?',
  ask: 'Talk to a person',
  askNote: 'They will answer in the conversation where you wrote to us, with all of it in view.',
  asked:
    'Done: we have asked for a person for you. They will answer in the conversation where you wrote to us.',
  otherLanguage: 'Español',
  away: {
    title: 'We cannot show you your case right now',
    words:
      'We have a technical fault on our side. Your case is not lost: it is kept. Open the page again in a few minutes; or ask for a person right now.',
    kept: 'Your request is kept',
  },
  lost: {
    expired: {
      title: 'This link has expired',
      words: 'Links work for 30 days, to take care of your information. Your case is not lost: it is kept.',
    },
    unknown: {
      title: 'We cannot find this link',
      words: 'A part of it may be missing. Your case is not lost: it is kept.',
    },
    busy: {
      title: 'One moment, please',
      words: 'There were many requests in a row from your connection. Open the page again in a minute.',
    },
  },
  lostHelp:
    'Open the help below and ask for a person: they will tell you how it stands and give you a new link.',
  lostHelpNoScript:
    'Write to us in the chat where you wrote before and ask for a person: they will tell you how it stands and give you a new link.',
}

export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = { es, en }
