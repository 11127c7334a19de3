import { defineDialog } from '../src/kit.ts'
import { facts } from './facts.ts'

export const greeting = defineDialog(facts, {
  id: 'greeting',
  title: { es: 'Saludo', en: 'Greeting' },
  aside: 'stays',
  start: 'hello',
  steps: {
    hello: {
      kind: 'say',
      text: { es: '¡Hola! Gracias por escribir.', en: 'Hello! Thank you for writing.' },
      next: 'menu',
    },
    menu: {
      kind: 'menu',
      text: { es: '¿En qué le puedo ayudar?', en: 'How can I help you?' },
    },
  },
})

export const thanks = defineDialog(facts, {
  id: 'thanks',
  title: { es: 'Gracias', en: 'Thanks' },
  aside: 'stays',
  start: 'welcome',
  steps: { welcome: { kind: 'done', text: { es: 'Con mucho gusto.', en: 'You are welcome.' } } },
})

export const goodbye = defineDialog(facts, {
  id: 'goodbye',
  title: { es: 'Despedida', en: 'Goodbye' },
  aside: 'leaves',
  start: 'farewell',
  steps: {
    farewell: {
      kind: 'done',
      text: {
        es: 'Hasta luego, que le vaya bien. Aquí estoy cuando me necesite.',
        en: 'Goodbye, take care. I am here whenever you need me.',
      },
    },
  },
})

export const areYouARobot = defineDialog(facts, {
  id: 'are-you-a-robot',
  title: { es: 'Si es un robot', en: 'Whether it is a robot' },
  aside: 'answers',
  start: 'truth',
  steps: {
    truth: {
      kind: 'done',
      text: {
        es: 'Sí, soy un programa: el asistente automático de {company}.',
        en: 'Yes, I am a program: the automatic assistant of {company}.',
      },
      offersPerson: true,
    },
  },
})

export const whatCanYouDo = defineDialog(facts, {
  id: 'what-can-you-do',
  title: { es: 'Qué sabe hacer', en: 'What it can do' },
  aside: 'answers',
  start: 'menu',
  steps: {
    menu: {
      kind: 'menu',
      text: {
        es: 'Puedo cancelar su servicio o cambiarle el plan, aclarar un cobro o un reembolso, revisar su internet, ver, mover o cancelar una visita, seguir o devolver un pedido, y darle sus facturas o más plazo. También registro quejas, mudanzas y cambios de sus datos. Y para todo hay personas: pídala cuando quiera.',
        en: 'I can cancel your service or change your plan, look into a charge or a refund, check your internet, see, move or cancel a visit, track or return an order, and get you your bills or more time to pay. I also file complaints, moves and changes of your details. And there are people for all of it: just ask.',
      },
    },
  },
})
