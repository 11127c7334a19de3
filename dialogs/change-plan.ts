import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'

const takePlan = (place: 1 | 2 | 3) =>
  ({ kind: 'copy', facts: { planId: `plan${place}Id` }, next: 'quote' }) as const

const FAULT_FIRST = {
  es: 'OJO: pidió cambiar de plan y su línea está en avería. Primero la avería; no le venda nada',
  en: 'NOTE: asked to change plan and the line is in a fault. The fault first; sell nothing',
}

const CONFIRM = {
  again: {
    es: '¿Cambio a {newPlan} por {newMonthly} al mes? Dígame sí o no.',
    en: 'Shall I change to {newPlan} for {newMonthly} a month? Please say yes or no.',
  },
  labels: {
    yes: { es: 'Sí, cambiar', en: 'Yes, change' },
    no: { es: 'No, dejarlo', en: 'No, leave it' },
  },
  says: { yes: ['cambie', 'cambielo', 'cambialo', 'cambiar', 'change', 'change it', 'change my plan'] },
  answers: [
    {
      asked: [
        ...['cuánto cuesta', 'cuánto vale', 'cuánto voy a pagar', 'cuánto pagaría', 'cuánto me van a cobrar'],
        ...['tiene costo', 'me cobran', 'how much', 'do you charge', 'the cost', 'a fee', 'will i pay'],
      ],
      text: {
        es: 'Pagaría {newMonthly} al mes, y el cambio cuesta {planChangeFee}.',
        en: 'You would pay {newMonthly} a month, and the change costs {planChangeFee}.',
      },
    },
    {
      asked: [
        ...['desde cuándo', 'cuándo empieza', 'cuándo cambia', 'a partir de cuándo', 'from when'],
        ...['when does it start', 'when would it start', 'when will it start', 'when does it change'],
      ],
      text: {
        es: 'El plan nuevo empezaría el {planChangeDate}.',
        en: 'The new plan would start on {planChangeDate}.',
      },
    },
  ],
  yes: 'change',
  no: 'kept',
} as const

/**
 * Changes the plan, up or down alike: what it costs now and then, from when, the fee and what binds are said in one
 * message, before a single yes. Nothing is sold to who has a fault or is leaving: the company's systems refuse it.
 */
export const changePlan = defineDialog(facts, {
  id: 'change-plan',
  title: { es: 'Cambiar de plan', en: 'Change plan' },
  chip: { es: 'Cambiar de plan', en: 'Change plan' },
  wish: { es: 'cambiar de plan', en: 'change your plan' },
  object: 'account',
  sells: true,
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Claro, veamos sus planes. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'Of course, let us look at your plans. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Claro, veamos los planes para su cuenta {account}.',
        en: 'Of course, let us look at the plans for your account {account}.',
      },
      next: 'find',
    }),
    find: {
      kind: 'call',
      verb: 'find-plans',
      args: { account: 'account' },
      learns: [
        'plan',
        'monthly',
        'plan1Id',
        'plan1Name',
        'plan1Price',
        'plan2Id',
        'plan2Name',
        'plan2Price',
        'plan3Id',
        'plan3Name',
        'plan3Price',
      ],
      trying: { es: 'Estoy buscando los planes.', en: 'I am looking up the plans.' },
      ok: 'which',
      refused: {
        'no-such-account': 'noSuchAccount',
        'already-cancelled': 'leaving',
        'in-fault': 'inFault',
        'no-other-plan': 'noOther',
        other: 'plansFailed',
      },
      failed: 'plansFailed',
      unknown: 'plansFailed',
    },
    plansFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver los planes desde aquí. No he cambiado nada, y una persona los mirará con usted.',
        en: 'I cannot see the plans from here right now. I have not changed anything, and a person will look at them with you.',
      },
    },
    inFault: {
      kind: 'confirm',
      text: {
        es: 'Su línea tiene una avería sin resolver, y mientras dure no le cambio el plan: lo primero es que le funcione lo que ya paga. ¿Quiere que una persona se ocupe ahora de la avería?',
        en: 'Your line has an open fault, and while it lasts I do not change your plan: what you already pay for has to work first. Shall a person see to the fault now?',
      },
      again: {
        es: '¿Le paso con una persona para la avería? Dígame sí o no.',
        en: 'Shall I pass you to a person about the fault? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, la avería', en: 'Yes, the fault' },
        no: { es: 'Ahora no', en: 'Not now' },
      },
      yes: 'faultToPerson',
      no: 'notNow',
    },
    faultToPerson: {
      kind: 'person',
      flag: FAULT_FIRST,
      text: {
        es: 'De acuerdo, primero la avería. Una persona se ocupará de ella con usted.',
        en: 'All right, the fault first. A person will see to it with you.',
      },
    },
    faultSince: {
      kind: 'person',
      flag: FAULT_FIRST,
      text: {
        es: 'Su línea acaba de quedar en avería, así que no he cambiado nada. Lo primero es que le funcione: una persona se ocupará con usted.',
        en: 'Your line has just gone into a fault, so I have not changed anything. It has to work first: a person will see to it with you.',
      },
    },
    notNow: {
      kind: 'done',
      chosen: true,
      text: {
        es: 'De acuerdo. No he cambiado nada. Si quiere que revise su línea, dígame "sin internet".',
        en: 'All right. I have not changed anything. If you want me to check your line, say "no internet".',
      },
    },
    leaving: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'El servicio de la cuenta {account} figura de baja: no hay plan que cambiar, y no tiene que hacer nada más.',
        en: 'The service of account {account} is shown as ending: there is no plan to change, and nothing else to do.',
      },
    },
    noOther: {
      kind: 'person',
      text: {
        es: 'En el sistema no hay otro plan para su línea. Una persona verá con usted qué se puede hacer.',
        en: 'In the system there is no other plan for your line. A person will see with you what can be done.',
      },
    },
    which: {
      kind: 'choose',
      fact: 'planWish',
      text: {
        es: 'Hoy tiene {plan} por {monthly} al mes. ¿A cuál quiere cambiar?',
        en: 'Today you have {plan} for {monthly} a month. Which one would you like to change to?',
      },
      again: {
        es: '¿A cuál de estos? Puede tocar uno, o decirme "el primero".',
        en: 'Which of these? You can tap one, or say "the first one".',
      },
      next: { first: 'firstPlan', second: 'secondPlan', third: 'thirdPlan' },
    },
    firstPlan: takePlan(1),
    secondPlan: takePlan(2),
    thirdPlan: takePlan(3),
    quote: {
      kind: 'call',
      verb: 'quote-plan',
      args: { account: 'account', planId: 'planId' },
      learns: ['newPlan', 'newMonthly', 'planChangeDate', 'planChangeFee', 'boundUntil'],
      trying: { es: 'Estoy calculando el cambio.', en: 'I am working out the change.' },
      ok: 'binds',
      refused: {
        'no-such-account': 'plansFailed',
        'already-cancelled': 'leaving',
        'in-fault': 'faultSince',
        'no-such-plan': 'plansFailed',
        'same-plan': 'samePlan',
        other: 'plansFailed',
      },
      failed: 'plansFailed',
      unknown: 'plansFailed',
    },
    samePlan: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'Ese es el plan que ya tiene. No he cambiado nada.',
        en: 'That is the plan you already have. I have not changed anything.',
      },
    },
    binds: {
      kind: 'decide',
      fact: 'boundUntil',
      when: { known: 'confirmBound', unknown: 'confirm', refused: 'confirm' },
    },
    confirmBound: {
      kind: 'confirm',
      text: {
        es: 'Esto es lo que cambia en la cuenta {account}:\n· Hoy: {plan}, {monthly} al mes\n· Después: {newPlan}, {newMonthly} al mes, desde el {planChangeDate}\n· Costo del cambio: {planChangeFee}\n· Permanencia: hasta el {boundUntil}\n¿Lo cambio?',
        en: 'This is what changes on account {account}:\n· Today: {plan}, {monthly} a month\n· After: {newPlan}, {newMonthly} a month, from {planChangeDate}\n· Cost of the change: {planChangeFee}\n· You are bound until {boundUntil}\nShall I change it?',
      },
      ...CONFIRM,
    },
    confirm: {
      kind: 'confirm',
      text: {
        es: 'Esto es lo que cambia en la cuenta {account}:\n· Hoy: {plan}, {monthly} al mes\n· Después: {newPlan}, {newMonthly} al mes, desde el {planChangeDate}\n· Costo del cambio: {planChangeFee}\n· Sin permanencia nueva\n¿Lo cambio?',
        en: 'This is what changes on account {account}:\n· Today: {plan}, {monthly} a month\n· After: {newPlan}, {newMonthly} a month, from {planChangeDate}\n· Cost of the change: {planChangeFee}\n· It binds you to nothing new\nShall I change it?',
      },
      ...CONFIRM,
    },
    kept: {
      kind: 'done',
      chosen: true,
      text: {
        es: 'De acuerdo. No he cambiado nada: sigue con {plan} por {monthly} al mes.',
        en: 'All right. I have not changed anything: you stay with {plan} for {monthly} a month.',
      },
    },
    change: {
      kind: 'call',
      verb: 'change-plan',
      args: { account: 'account', planId: 'planId', newMonthly: 'newMonthly' },
      learns: ['newPlan', 'newMonthly', 'planChangeDate'],
      ref: 'planRef',
      trying: {
        es: 'Estoy pidiendo el cambio de plan; aún no está hecho.',
        en: 'I am requesting the change of plan; it is not done yet.',
      },
      ok: 'promiseChange',
      refused: {
        'no-such-account': 'changeRefused',
        'already-cancelled': 'leaving',
        'in-fault': 'faultSince',
        'no-such-plan': 'changeRefused',
        'same-plan': 'samePlan',
        // Another price is another question: it is said and asked anew.
        'price-changed': 'quote',
        other: 'changeRefused',
      },
      failed: 'changeFailed',
      unknown: 'changeUnknown',
    },
    changeRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó cambiar el plan. No está hecho, y una persona lo hará con usted.',
        en: 'The system did not let me change the plan. It is not done, and a person will do it with you.',
      },
    },
    changeFailed: {
      kind: 'person',
      text: {
        es: 'No pude cambiar el plan: no está hecho. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not change the plan: it is not done. A person will do it, and you will not have to repeat anything.',
      },
    },
    changeUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí el cambio de plan, pero no sé si quedó hecho. Una persona lo comprobará y le dará la fecha y la referencia.',
        en: 'I requested the change of plan, but I do not know whether it went through. A person will check and give you the date and the reference.',
      },
    },
    promiseChange: {
      kind: 'promise',
      what: 'change',
      text: {
        es: 'Cambio a {newPlan} por {newMonthly} al mes, cuenta {account}, desde el {planChangeDate}',
        en: 'Change to {newPlan} for {newMonthly} a month, account {account}, from {planChangeDate}',
      },
      due: { on: 'planChangeDate' },
      ref: 'planRef',
      confirmed: true,
      next: 'changed',
    },
    changed: {
      kind: 'done',
      text: {
        es: 'Su plan queda cambiado: {newPlan} por {newMonthly} al mes desde el {planChangeDate}. Referencia: {planRef}.',
        en: 'Your plan is changed: {newPlan} for {newMonthly} a month from {planChangeDate}. Reference: {planRef}.',
      },
    },
  },
})
