import { NONE_OF_THESE } from '../../cases/labels.ts'
import type { Texts } from '../../language.ts'
import type { EscapeReason } from '../turn.ts'

/** What the bot itself says, whatever the dialog. */
export const HOUSE = {
  welcome: {
    es: 'Soy el asistente automático. Cuénteme qué necesita, o pida una persona cuando quiera.',
    en: 'I am the automatic assistant. Tell me what you need, or ask for a person at any time.',
  },
  person: { es: 'Hablar con una persona', en: 'Talk to a person' },
  none: NONE_OF_THESE,
  yes: { es: 'Sí', en: 'Yes' },
  no: { es: 'No', en: 'No' },
  cannot: { es: 'No puedo hacerlo', en: "I can't do it" },
  unable: { es: 'No lo tengo', en: "I don't have it" },
  unmatched: {
    es: 'Perdone, no le entendí, o es algo que yo no sé hacer. Con esto le puedo ayudar yo; con lo demás, una persona. ¿Le paso con una?',
    en: 'Sorry, I did not understand, or it is something that I cannot do. This is what I can help with; a person can help with the rest. Shall I pass you to one?',
  },
  mayAsk: {
    es: 'Le puedo pasar con una persona. ¿Le paso? Con esto también le puedo ayudar yo.',
    en: 'I can pass you to a person. Shall I? I can also help with these myself.',
  },
  notMine: {
    es: 'Eso no se lo sé contestar yo; una persona sí. ¿Le paso con una? Si no, seguimos donde estábamos.',
    en: 'I cannot answer that; a person can. Shall I pass you to one? If not, we go on where we were.',
  },
  several: {
    es: 'Son varias cosas, y una persona puede verlas todas juntas. ¿Le paso con una? O dígame por cuál empezamos.',
    en: 'That is several things, and a person can look at all of them together. Shall I pass you to one? Or tell me which comes first.',
  },
  /** Between two wishes: "¿Quiere cancelar el servicio o cancelar la visita?" */
  which: { es: '¿Quiere {one} o {other}?', en: 'Would you like to {one} or {other}?' },
  /** Between two titles. */
  whichOfThese: { es: '¿De qué se trata: {one}, o {other}?', en: 'Which of these is it: {one}, or {other}?' },
  offer: {
    es: 'Y si prefiere, le paso con una persona. ¿Quiere?',
    en: 'And if you like, I can pass you to a person. Would you like that?',
  },
  sorry: {
    es: 'Siento que esto le esté pasando.',
    en: 'I am sorry that this is happening to you.',
  },
  back: { es: 'Sigamos con lo de antes.', en: 'Back to what we were doing.' },
  corrected: { es: 'Gracias, lo corrijo.', en: 'Thank you, I have corrected that.' },
  correcting: { es: 'Claro, corrijámoslo.', en: 'Of course, let us correct it.' },
  noHurry: { es: 'Claro, sin prisa. Aquí sigo.', en: 'Of course, take your time. I am here.' },
  declined: { es: 'De acuerdo, seguimos aquí.', en: 'All right, we go on here.' },
  dropped: {
    es: 'De acuerdo, lo dejamos así. No he cambiado nada.',
    en: 'All right, we leave it there. I have not changed anything.',
  },
  droppedAfterChange: {
    es: 'De acuerdo, lo dejamos aquí. Lo que ya quedó hecho sigue hecho.',
    en: 'All right, we stop here. What was already done stays done.',
  },
  solved: {
    es: 'Qué bueno. Aquí estoy si necesita algo más.',
    en: 'Good to hear. I am here if you need anything else.',
  },
  nothingOpen: {
    es: 'De acuerdo. Aquí estoy si necesita algo.',
    en: 'All right. I am here if you need anything.',
  },
  told: { es: 'Gracias por decírmelo.', en: 'Thank you for telling me.' },
  ownWords: {
    es: 'Cuénteme aquí con sus palabras qué necesita, y lo leerá la persona que le atienda.',
    en: 'Tell me here in your own words what you need, and the person who helps you will read it.',
  },
  account: { es: 'cuenta', en: 'account' },
  verify: {
    es: 'Comprobar si quedó hecho y avisarle',
    en: 'Check whether it was done and tell you',
  },
} as const satisfies Record<string, Texts>

/** One honest sentence before the receipt, when it was the bot that failed. The receipt itself says who comes. */
export const SORRY: Readonly<Partial<Record<EscapeReason, Texts>>> = {
  unmatched: { es: 'Perdone, no le estoy entendiendo.', en: 'Sorry, I am not understanding you.' },
  'failed-answers': { es: 'Perdone, no le estoy entendiendo.', en: 'Sorry, I am not understanding you.' },
  loop: { es: 'Perdone, le estoy haciendo dar vueltas.', en: 'Sorry, I am taking you in circles.' },
  'no-progress': { es: 'Perdone, así no avanzamos.', en: 'Sorry, we are not getting anywhere like this.' },
  error: { es: 'Perdone, algo me ha fallado.', en: 'Sorry, something went wrong on my side.' },
  'repeat-contact': {
    es: 'Siento que esto siga sin resolverse.',
    en: 'I am sorry that this is still not solved.',
  },
  attachment: {
    es: 'Gracias por el archivo. Yo no puedo abrirlo; una persona sí.',
    en: 'Thank you for the file. I cannot open it; a person can.',
  },
}
