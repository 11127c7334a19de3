import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'
import { identify } from './identify.ts'
import { chooseOrder } from './steps/choose-order.ts'

/** It arrived damaged: a new one is sent and the damaged one collected at the same time, without proofs or parcels to carry. */
export const damagedOrder = defineDialog(facts, {
  id: 'damaged-order',
  title: { es: 'Un pedido que llegó dañado', en: 'An order that arrived damaged' },
  wish: { es: 'reclamar un pedido roto', en: 'report a damaged order' },
  object: 'orderId',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Siento que llegara así. Lo arreglamos. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'I am sorry that it arrived like that. Let us put it right. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Siento que llegara así. Lo arreglamos con su cuenta {account}.',
        en: 'I am sorry that it arrived like that. Let us put it right with your account {account}.',
      },
      next: 'findOrders',
    }),
    ...chooseOrder({
      text: { es: '¿Qué pedido llegó dañado?', en: 'Which order arrived damaged?' },
      next: 'what',
    }),
    what: {
      kind: 'ask',
      fact: 'damageText',
      text: {
        es: '¿Qué le pasa? Con unas palabras basta.',
        en: 'What is wrong with it? A few words are enough.',
      },
      again: {
        es: 'Cuénteme con unas palabras qué está dañado, como "la pantalla rota". Si no sabe, también sirve decirlo.',
        en: 'Tell me in a few words what is damaged, such as "the screen is broken". If you do not know, just say so.',
      },
      next: 'confirm',
      refused: 'noWords',
    },
    noWords: {
      kind: 'person',
      text: {
        es: 'No hace falta: una persona lo verá con usted.',
        en: 'There is no need to: a person will look at it with you.',
      },
    },
    confirm: {
      kind: 'confirm',
      text: {
        es: 'Puedo pedir que le enviemos otro {orderWhat} y que recojan el dañado en la misma entrega, sin costo. ¿Lo pido?',
        en: 'I can request that we send you another {orderWhat} and collect the damaged one on the same delivery, free of charge. Shall I?',
      },
      again: {
        es: '¿Pido el cambio de {orderWhat}? Dígame sí o no.',
        en: 'Shall I request the replacement of {orderWhat}? Please say yes or no.',
      },
      labels: {
        yes: { es: 'Sí, cámbienlo', en: 'Yes, replace it' },
        no: { es: 'No, otra solución', en: 'No, another way' },
      },
      yes: 'replace',
      no: 'otherWay',
    },
    otherWay: {
      kind: 'person',
      text: {
        es: 'De acuerdo. Una persona verá con usted otra solución, como devolverle el dinero.',
        en: 'All right. A person will find another way with you, such as your money back.',
      },
    },
    replace: {
      kind: 'call',
      verb: 'replace-order',
      args: { account: 'account', orderId: 'orderId', damageText: 'damageText' },
      learns: ['deliveryDate'],
      ref: 'damageRef',
      trying: {
        es: 'Estoy pidiendo el cambio; aún no está hecho.',
        en: 'I am requesting the replacement; it is not done yet.',
      },
      ok: 'promiseNew',
      refused: {
        'no-such-account': 'replaceRefused',
        'no-such-order': 'replaceRefused',
        'not-delivered': 'replaceRefused',
        'already-returned': 'alreadyReturned',
        'none-left': 'noneLeft',
        other: 'replaceRefused',
      },
      failed: 'replaceFailed',
      unknown: 'replaceUnknown',
    },
    noneLeft: {
      kind: 'person',
      text: {
        es: 'Ya no quedan iguales. Una persona verá con usted si prefiere otro modelo o su dinero.',
        en: 'There are no more of the same. A person will see with you whether you prefer another model or your money back.',
      },
    },
    alreadyReturned: {
      kind: 'person',
      text: {
        es: 'Ese pedido ya figura en devolución. Una persona le dirá en qué va.',
        en: 'That order is shown as being returned already. A person will tell you how it is going.',
      },
    },
    replaceRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó pedir el cambio. No está pedido, y una persona lo pedirá con usted.',
        en: 'The system did not let me request the replacement. It is not requested, and a person will do it with you.',
      },
    },
    replaceFailed: {
      kind: 'person',
      text: {
        es: 'No pude pedir el cambio: no está pedido. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not request the replacement: it is not requested. A person will do it, and you will not have to repeat anything.',
      },
    },
    replaceUnknown: {
      kind: 'person',
      text: {
        es: 'Pedí el cambio, pero no sé si quedó registrado. Una persona lo comprobará y le dará la referencia.',
        en: 'I requested the replacement, but I do not know whether it was registered. A person will check and give you the reference.',
      },
    },
    promiseNew: {
      kind: 'promise',
      what: 'visit',
      text: {
        es: 'Entrega de otro {orderWhat} y recogida del dañado el {deliveryDate} (referencia {damageRef})',
        en: 'Delivery of another {orderWhat} and collection of the damaged one on {deliveryDate} (reference {damageRef})',
      },
      due: { on: 'deliveryDate' },
      ref: 'damageRef',
      next: 'replaced',
    },
    replaced: {
      kind: 'done',
      text: {
        es: 'El cambio quedó registrado con la referencia {damageRef}: el {deliveryDate} le llevamos otro {orderWhat} y recogemos el dañado. Siento las molestias.',
        en: 'The replacement is registered under the reference {damageRef}: on {deliveryDate} we bring you another {orderWhat} and collect the damaged one. I am sorry for the trouble.',
      },
    },
  },
})

/** The company broke something at the customer's home: a claim with a date, never a discussion of who did it. */
export const companyDamage = defineDialog(facts, {
  id: 'company-damage',
  title: { es: 'Un daño causado por la empresa', en: 'Damage that the company caused' },
  wish: { es: 'reclamar un daño en casa', en: 'report damage at home' },
  object: 'account',
  start: 'account',
  steps: {
    ...identify({
      text: {
        es: 'Siento mucho que eso pasara en su casa. Lo registro para que la empresa responda. ¿Cuál es su número de cuenta? Está arriba en su factura.',
        en: 'I am very sorry that this happened at your home. I will file it, so that the company answers for it. What is your account number? It is at the top of your bill.',
      },
      known: {
        es: 'Siento mucho que eso pasara en su casa. Lo registro con su cuenta {account} para que la empresa responda.',
        en: 'I am very sorry that this happened at your home. I will file it with your account {account}, so that the company answers for it.',
      },
      next: 'what',
    }),
    what: {
      kind: 'ask',
      fact: 'damageText',
      text: {
        es: '¿Qué se dañó y cómo fue? Con sus palabras basta.',
        en: 'What was damaged, and how did it happen? Your own words are enough.',
      },
      again: {
        es: 'Cuénteme con sus palabras qué se dañó, como "el técnico rompió la pared del salón". Si prefiere no escribirlo, también sirve decirlo.',
        en: 'Tell me in your own words what was damaged, such as "the technician broke the wall of the living room". If you would rather not write it, just say so.',
      },
      next: 'report',
      refused: 'noWords',
    },
    noWords: {
      kind: 'person',
      text: {
        es: 'No hace falta: una persona se lo tomará de viva voz.',
        en: 'There is no need to: a person will take it down from you.',
      },
    },
    report: {
      kind: 'call',
      verb: 'report-damage',
      args: { account: 'account', damageText: 'damageText' },
      learns: ['answerBy'],
      ref: 'damageRef',
      trying: {
        es: 'Estoy registrando el daño; aún no está registrado.',
        en: 'I am filing the damage; it is not filed yet.',
      },
      ok: 'promiseAnswer',
      refused: {
        'no-such-account': 'reportRefused',
        'already-reported': 'alreadyReported',
        other: 'reportRefused',
      },
      failed: 'reportFailed',
      unknown: 'reportUnknown',
    },
    alreadyReported: {
      kind: 'person',
      text: {
        es: 'Ese daño ya está registrado y sigue sin resolver, y lo siento. Para que no espere más, una persona lo toma ahora.',
        en: 'That damage is filed already and still not settled, and I am sorry. So that you wait no longer, a person takes it now.',
      },
    },
    reportRefused: {
      kind: 'person',
      text: {
        es: 'El sistema no me dejó registrar el daño. No está registrado, y una persona lo hará con usted.',
        en: 'The system did not let me file the damage. It is not filed, and a person will do it with you.',
      },
    },
    reportFailed: {
      kind: 'person',
      text: {
        es: 'No pude registrar el daño: no está registrado. Una persona lo hará, sin que usted repita nada.',
        en: 'I could not file the damage: it is not filed. A person will do it, and you will not have to repeat anything.',
      },
    },
    reportUnknown: {
      kind: 'person',
      text: {
        es: 'Envié el registro del daño, pero no sé si quedó hecho. Una persona lo comprobará y le dará la referencia.',
        en: 'I sent the report of the damage, but I do not know whether it was filed. A person will check and give you the reference.',
      },
    },
    promiseAnswer: {
      kind: 'promise',
      what: 'claim',
      text: {
        es: 'Respuesta sobre el daño en su casa (referencia {damageRef}), a más tardar el {answerBy}',
        en: 'Answer about the damage at your home (reference {damageRef}), by {answerBy}',
      },
      due: { on: 'answerBy' },
      ref: 'damageRef',
      next: 'reported',
    },
    reported: {
      kind: 'done',
      offersPerson: true,
      text: {
        es: 'El daño quedó registrado con la referencia {damageRef}. La empresa le responderá a más tardar el {answerBy}.',
        en: 'The damage is filed under the reference {damageRef}. The company will answer you by {answerBy}.',
      },
    },
  },
})
