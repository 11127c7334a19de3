import type { DangerKind } from '../escape/danger.ts'
import type { Language } from '../language.ts'
import type { EscapeReason } from '../turn/turn.ts'

/** A receipt's words: what was stored, in what place, and when somebody will be there. */
export interface ReceiptParts {
  key: string
  asked: string
  /** When it was asked, in words. */
  at: string
  /** Who stands before; undefined when nobody is on duty. */
  before?: number
  wait?: string
  /** When a person will be there, in words: outside opening hours. */
  opens?: string
}

/** Everything the desk says to a customer in its own name. Plain, short, warm; never "I understand, but…". */
interface DeskTexts {
  /** Why a person takes over, said first. */
  lead(reason: EscapeReason, emergencyNumber: string, danger?: DangerKind): string
  receipt(parts: ReceiptParts): string
  /** Behind a receipt, while the store is away: the place in line follows by itself. */
  storeAway: string
  place(before: number, wait: string | undefined): string
  nobody(opens: string | undefined): string
  joined(key: string, asked: string, at: string): string
  yourCase(key: string): string
  /** A promise came due without a confirmation: a case is open for it now. */
  overdue(promised: string): string
  /** The same, while a case is open already. */
  late(promised: string, key: string): string
  /** An agent promised something, in words that say by when. */
  promised(name: string, what: string, by: string): string
  /** A promise is kept, will not be, or was cancelled with the customer. */
  kept(what: string, ref: string): string
  notDone(what: string, why: string): string
  calledOff(what: string): string
  withAgent(name: string, key: string): string
  returned(key: string): string
  reopened(key: string): string
  added(key: string): string
  attended(name: string): string
  backInLine(name: string): string
  transferred(queue: string): string
  transferredTo(name: string): string
  checking(name: string, minutes: number): string
  /** What an agent did for the company, with its date and reference. */
  workDone(what: string, date: string, ref: string): string
  /** What the company did not do, and why in words. */
  workRefused(what: string, why: string): string
  resolved(name: string, key: string): string
  survey: string
  surveyThanks: string
  withdrawn(key: string): string
  keptOpen(key: string): string
  chooseWindow: string
  noWindow: string
  callBack(window: string, key: string, phone: string | undefined): string
  askPhone: string
  phoneNoted(phone: string, window: string): string
  written(by: string, key: string): string
  scheduledAdded(key: string): string
  windowBegun(key: string): string
  supervisor: string
  supervisorAlready: string
  somebody: string
}

const es: DeskTexts = {
  lead(reason, emergencyNumber, danger) {
    switch (reason) {
      case 'danger':
        return danger === 'self'
          ? `Lo que nos cuenta importa, y no tiene que pasarlo a solas. Si está en peligro, llame ahora al ${emergencyNumber}. Le atenderá una persona cuanto antes.`
          : danger === 'hazard'
            ? `Aléjese y no toque nada. Si hay peligro ahora mismo, llame al ${emergencyNumber}. Le atenderá una persona cuanto antes.`
            : `Si hay peligro ahora mismo, llame al ${emergencyNumber}. Le atenderá una persona cuanto antes.`
      case 'unmatched':
      case 'loop':
      case 'no-progress':
      case 'failed-answers':
        return 'No quiero hacerle dar vueltas: le atenderá una persona, que verá todo lo que nos dijo.'
      case 'error':
      case 'unreadable':
        return 'Algo falló de nuestro lado, no por usted. Le atenderá una persona, que verá todo lo que nos dijo.'
      case 'frustrated':
        return 'Siento los problemas que ha tenido. Le atenderá una persona, que verá todo lo que nos dijo.'
      case 'repeat-contact':
        return 'Veo que ya nos había contactado por esto. Le atenderá una persona, con todo lo anterior a la vista.'
      case 'attachment':
        return 'Recibí su archivo. Le atenderá una persona que puede verlo.'
      case 'language':
        return 'Le atenderá una persona en su idioma.'
      case 'commitment':
        return 'Una persona lo comprobará y le avisará; hasta entonces no se lo damos por hecho.'
      case 'supervisor':
        return 'Claro. Le atenderá una persona supervisora.'
      default:
        return 'Claro. Le atenderá una persona del equipo, que verá todo lo que nos dijo.'
    }
  },
  receipt({ key, asked, at }) {
    return `Su solicitud quedó guardada con el número ${key}, ${at}${asked ? `: «${asked}»` : ''}.`
  },
  storeAway:
    'Tenemos una falla técnica de nuestro lado. Su solicitud está a salvo y cuenta desde ese momento: en cuanto se resuelva le decimos aquí su lugar en la fila.',
  place(before, wait) {
    const people =
      before === 0
        ? 'Es la siguiente persona en la fila'
        : before === 1
          ? 'Hay 1 persona delante'
          : `Hay ${before} personas delante`
    return `${people}.${wait ? ` Espera estimada: ${wait}.` : ''} Puede seguir escribiendo aquí.`
  },
  nobody(opens) {
    return opens
      ? `Ahora no hay nadie de turno; una persona le atenderá ${opens}. Su lugar está guardado: puede dejar este chat abierto y le escribiremos aquí, o elegir que le llamemos.`
      : 'En este momento todas las personas del equipo están fuera de línea. Su lugar está guardado y avisamos al equipo: puede dejar este chat abierto y le escribiremos aquí, o elegir que le llamemos.'
  },
  yourCase: (key) => `Su número de caso es ${key}.`,
  overdue: (promised) =>
    `Le prometimos esto y a su fecha no lo tenemos confirmado: «${promised}». Es una falta nuestra, y pasa a una persona sin que usted tenga que pedirlo.`,
  late: (promised, key) =>
    `Le prometimos esto y a su fecha no lo tenemos confirmado: «${promised}». Es una falta nuestra; va con su caso ${key} a la persona que le atienda.`,
  joined: (key, asked, at) => `Su solicitud ${key} sigue en pie, pedida ${at}${asked ? `: «${asked}»` : ''}.`,
  promised: (name, what, by) =>
    `${name} se compromete a esto, a más tardar ${by}: «${what}». Aún no está hecho. Si llega la fecha sin confirmarse, pasa a una persona y se lo decimos.`,
  kept: (what, ref) => `Ya está hecho: «${what}». Referencia: ${ref}.`,
  notDone: (what, why) => `Esto no podrá hacerse: «${what}». Motivo: ${why}`,
  calledOff: (what) => `Queda cancelado, como acordamos: «${what}». Ya no sigue en pie.`,
  withAgent: (name, key) => `Está con ${name} (caso ${key}). Ya ve su mensaje.`,
  returned: (key) => `Listo, volvió a la fila con el lugar que tenía (caso ${key}).`,
  reopened: (key) => `Reabrimos su caso ${key}. Le atenderá una persona, con todo lo anterior a la vista.`,
  added: (key) => `Agregado a su caso ${key}.`,
  attended: (name) => `Le atiende ${name}.`,
  backInLine: (name) =>
    `${name} no pudo seguir en este momento. Su caso volvió a la fila con el lugar que tenía; otra persona le atenderá con todo lo dicho a la vista. Perdone la espera.`,
  transferred: (queue) =>
    `Su caso pasa al equipo de ${queue}, con todo lo dicho a la vista y el lugar que le toca por la hora en que lo pidió.`,
  transferredTo: (name) => `Ahora le atiende ${name}, con todo lo dicho a la vista.`,
  workDone: (what, date, ref) => `Hecho: ${what}. Fecha: ${date}. Referencia: ${ref}.`,
  workRefused: (what, why) => `No se pudo hacer: ${what}. ${why}`.trim(),
  checking: (name, minutes) =>
    `${name}: lo estoy revisando. Le escribo en ${minutes === 1 ? '1 minuto' : `${minutes} minutos`} como máximo.`,
  resolved: (name, key) =>
    `${name} dio por resuelto su caso ${key}. Si algo quedó pendiente, escriba aquí en los próximos 7 días y le atenderá una persona.`,
  survey: '¿Quedó resuelto lo que necesitaba?',
  surveyThanks: 'Gracias por decírnoslo.',
  withdrawn: (key) =>
    `Listo, salió de la fila (caso ${key}). Si cambia de idea, vuelva cuando quiera y le guardamos el lugar que tenía.`,
  keptOpen: (key) =>
    `Queda abierto. Le escribiremos en este chat; su lugar y su caso ${key} están guardados aunque cierre la página.`,
  chooseWindow: '¿Cuándo le llamamos?',
  noWindow:
    'No hay un horario libre para llamarle en los próximos días y no queremos prometerle algo que no podamos cumplir. Su lugar en la fila sigue guardado y le escribiremos aquí.',
  callBack: (window, key, phone) =>
    `Le llamaremos ${window}${phone ? `, al ${phone}` : ''} (caso ${key}). Quien le llame ya sabrá de qué se trata.`,
  askPhone: '¿A qué número le llamamos? Escríbalo aquí.',
  phoneNoted: (phone, window) => `Anotado: le llamaremos al ${phone}, ${window}.`,
  written: (by, key) =>
    `Le responderemos por escrito en este chat, a más tardar ${by} (caso ${key}). No hace falta que espere.`,
  scheduledAdded: (key) => `Agregado a su caso ${key}; quien le atienda lo tendrá a la vista.`,
  windowBegun: (key) =>
    `Llegó la hora acordada: su caso ${key} está con el equipo, delante de quienes pidieron después.`,
  supervisor: 'Avisamos a una persona supervisora; ya ve su caso.',
  supervisorAlready: 'La persona supervisora ya está avisada y ve su caso.',
  somebody: 'La persona que le atendía',
}

const en: DeskTexts = {
  lead(reason, emergencyNumber, danger) {
    switch (reason) {
      case 'danger':
        return danger === 'self'
          ? `What you tell us matters, and you do not have to go through it alone. If you are in danger, call ${emergencyNumber} now. A person will be with you as soon as possible.`
          : danger === 'hazard'
            ? `Keep away and touch nothing. If there is danger right now, call ${emergencyNumber}. A person will be with you as soon as possible.`
            : `If you are in danger right now, call ${emergencyNumber}. A person will be with you as soon as possible.`
      case 'unmatched':
      case 'loop':
      case 'no-progress':
      case 'failed-answers':
        return "I don't want to take you in circles: a person will help you, and will see all you told us."
      case 'error':
      case 'unreadable':
        return 'Something failed on our side, not yours. A person will help you, and will see all you told us.'
      case 'frustrated':
        return 'I am sorry for the trouble you have had. A person will help you, and will see all you told us.'
      case 'repeat-contact':
        return 'You have contacted us about this before. A person will help you, with all of it in view.'
      case 'attachment':
        return 'I have your file. A person who can look at it will help you.'
      case 'language':
        return 'A person will help you in your language.'
      case 'commitment':
        return 'A person will check it and tell you; until then we do not call it done.'
      case 'supervisor':
        return 'Of course. A supervisor will help you.'
      default:
        return 'Of course. A person will help you, and will see all you told us.'
    }
  },
  receipt({ key, asked, at }) {
    return `Your request is saved as ${key}, ${at}${asked ? `: “${asked}”` : ''}.`
  },
  storeAway:
    'We have a technical fault on our side. Your request is safe and counts from that moment: as soon as it is solved we tell you here your place in line.',
  place(before, wait) {
    const people =
      before === 0
        ? 'You are next in line'
        : before === 1
          ? 'There is 1 person before you'
          : `There are ${before} people before you`
    return `${people}.${wait ? ` Expected wait: ${wait}.` : ''} You can go on writing here.`
  },
  nobody(opens) {
    return opens
      ? `Nobody is on duty right now; a person will help you ${opens}. Your place is kept: leave this chat open and we will write to you here, or choose a call-back.`
      : 'Everybody on the team is offline at the moment. Your place is kept and the team has been told: leave this chat open and we will write to you here, or choose a call-back.'
  },
  yourCase: (key) => `Your case number is ${key}.`,
  overdue: (promised) =>
    `We promised you this, and at its date we have no confirmation of it: “${promised}”. That is our fault, and it goes to a person without you having to ask.`,
  late: (promised, key) =>
    `We promised you this, and at its date we have no confirmation of it: “${promised}”. That is our fault; it goes with your case ${key} to the person who helps you.`,
  joined: (key, asked, at) => `Your request ${key} stands, made ${at}${asked ? `: “${asked}”` : ''}.`,
  promised: (name, what, by) =>
    `${name} promises this, by ${by} at the latest: “${what}”. It is not done yet. If the day comes without a confirmation, it goes to a person and we tell you.`,
  kept: (what, ref) => `It is done: “${what}”. Reference: ${ref}.`,
  notDone: (what, why) => `This cannot be done: “${what}”. Reason: ${why}`,
  calledOff: (what) => `It is cancelled, as agreed: “${what}”. It is no longer on.`,
  withAgent: (name, key) => `You are with ${name} (case ${key}), who can see your message.`,
  returned: (key) => `Done, you are back in line in the place you had (case ${key}).`,
  reopened: (key) => `We have reopened your case ${key}. A person will help you, with all of it in view.`,
  added: (key) => `Added to your case ${key}.`,
  attended: (name) => `${name} is with you.`,
  backInLine: (name) =>
    `${name} could not go on just now. Your case is back in line in the place it had; somebody else will help you, with all of it in view. Sorry for the wait.`,
  transferred: (queue) =>
    `Your case goes to ${queue}, with all of it in view and the place that the time of your request gives it.`,
  transferredTo: (name) => `${name} is with you now, with all of it in view.`,
  workDone: (what, date, ref) => `Done: ${what}. Date: ${date}. Reference: ${ref}.`,
  workRefused: (what, why) => `This could not be done: ${what}. ${why}`.trim(),
  checking: (name, minutes) =>
    `${name}: I am looking into it. I will write to you within ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
  resolved: (name, key) =>
    `${name} has marked your case ${key} as resolved. If anything is left, write here within 7 days and a person will help you.`,
  survey: 'Is what you needed solved?',
  surveyThanks: 'Thank you for telling us.',
  withdrawn: (key) =>
    `Done, you have left the line (case ${key}). If you change your mind, come back and you have your old place.`,
  keptOpen: (key) =>
    `It stays open. We will write to you in this chat; your place and your case ${key} are kept even if you close the page.`,
  chooseWindow: 'When shall we call you?',
  noWindow:
    'There is no free time to call you in the next days, and we will not promise what we cannot keep. Your place in line stands and we will write to you here.',
  callBack: (window, key, phone) =>
    `We will call you ${window}${phone ? `, at ${phone}` : ''} (case ${key}). Whoever calls will know what it is about.`,
  askPhone: 'What number shall we call? Write it here.',
  phoneNoted: (phone, window) => `Noted: we will call you at ${phone}, ${window}.`,
  written: (by, key) =>
    `We will answer in writing in this chat, ${by} at the latest (case ${key}). You need not wait.`,
  scheduledAdded: (key) => `Added to your case ${key}; whoever helps you will have it in view.`,
  windowBegun: (key) =>
    `It is the time we agreed on: your case ${key} is with the team, before those who asked later.`,
  supervisor: 'A supervisor has been told and can see your case.',
  supervisorAlready: 'The supervisor has already been told and can see your case.',
  somebody: 'The person with you',
}

export const TEXTS: Readonly<Record<Language, DeskTexts>> = { es, en }
