import { patterns, type TextRule } from './text-rule.ts'

/** A verb of the company in the future: "llamaremos", "tendremos". "Queremos" and the like only look like one. */
const WE_WILL =
  '\\b(?!(?:queremos|esperemos|retiremos|miremos|requeremos|preferiremos)\\b)[a-z]+(?:aremos|eremos|iremos|dremos|bremos)\\b'
const SOMEBODY =
  '(?:un(?:a)? (?:persona|asesora?|t[eé]cnic[oa]|agente|ejecutiv[oa]|especialista|compañer[oa]|supervisora?)|la persona|el t[eé]cnico|alguien|(?:nuestr[oa]|el|la) (?:equipo|[aá]rea|personal))'
const THEY_WILL = '[a-zñ]+r(?:á|án)(?![a-zñáéíóú])'
const SOMEBODY_EN =
  '(?:(?:an?|the|our|your|one of our) (?:[a-z]+ )?(?:person|agent|advisor|technician|specialist|team|colleagues?|manager|representative|supervisor)|somebody|someone)'

const DONE =
  '(?:cancelad|anulad|registrad|reclamad|reembolsad|devuelt|abonad|solucionad|resuelt|arreglad|reparad|activad|desactivad|cambiad|hech|confirmad|programad|agendad|tramitad|completad|procesad|aprobad|dad[oa]s? de baja|actualizad|cerrad)[oa]?s?'
const DONE_EN =
  '(?:cancell?ed|refunded|credited|filed|registered|disputed|solved|resolved|fixed|repaired|activated|deactivated|changed|scheduled|booked|processed|completed|approved|done|confirmed|updated|closed)'

/** What the company owes must be written down somewhere, and what it says it did must have been confirmed to it. */
export const COMMITMENTS: readonly TextRule[] = [
  {
    name: 'promises',
    guards: 'No dead line',
    what: {
      es: 'Promete algo que nadie ha anotado: no hay compromiso con fecha detrás.',
      en: 'It promises something that nobody has written down: there is no dated commitment behind it.',
    },
    instead: {
      es: 'Ponga un paso `promise` antes, en todos los caminos; o diga solo lo que pasa ahora.',
      en: 'Put a `promise` step before it, on every way that leads here; or say only what is happening now.',
    },
    // A person who promises in a case is the one who keeps it.
    speakers: ['bot'],
    waivedBy: ['promise'],
    notInQuestions: true,
    // "This is what will be cancelled" lists what a yes would mean.
    unless: /\b(?:lo que|what) (?:se|will)\b/,
    mentions: {
      es: /r[aeo]|mos|\bles?\b|\bse l[oa]\b|\bl[oa]\b/,
      en: /will|'ll|shall|going to/,
    },
    patterns: {
      es: patterns(
        WE_WILL,
        /\b(?:le|les|se lo|se la) (?:vamos a|voy a) (?:\w+)/,
        /\b(?:le|se lo|se la) (?:llamare|avisare|escribire|contactare|enviare|mandare|devolvere|reembolsare)\b/,
        /\b(?:le|se lo|se la|lo|la) (?:llamamos|avisamos|contactamos|escribimos|enviamos|mandamos|reembolsamos|confirmamos)\b[^.?!\n]{0,30}\b(?:mañana|manana|hoy|pronto|luego|despues|cuanto antes|en breve|el dia|el lunes|en \d+|dentro de|a mas tardar|antes del?|…)/,
        /\b(?:le|se lo|se la) (?:devolvemos|respondemos|resolvemos)\b|\b(?:lo|la) dejamos (?:todo )?(?:list[oa]|arreglad[oa]|resuelt[oa])\b/,
        /\b(?:recibira|obtendra|le llegaran?|vera reflejad\w+)\b|\bse le (?:devolvera|abonara|reembolsara|enviara|notificara|contactara|llamara|compensara)n?\b|\bsera (?:reembolsad|contactad|notificad|compensad|atendid)[oa]\b/,
        /\b(?:quedara|estara) (?:list[oa]|resuelt[oa]|solucionad[oa]|arreglad[oa]|cancelad[oa])\b|\bnos pond(?:remos|re) en contacto\b/,
      ),
      en: patterns(
        /\bwe(?:'ll| will| shall| are going to|'re going to)\b/,
        /\bi(?:'ll| will| am going to) (?:call|write to|e-?mail|refund|send|get back|let you know|inform|notify|contact)\b/,
        /\byou(?:'ll| will) (?:receive|get|hear|be (?:contacted|called|refunded|notified|informed|credited|compensated))\b/,
        /\bwill be (?:refunded|credited|fixed|resolved|solved|repaired|ready|sent|delivered|cancell?ed|compensated)\b/,
      ),
    },
    wrong: {
      es: [
        'Le llamaremos mañana.',
        'Recibirá su dinero en cinco días.',
        'Le vamos a devolver el cobro.',
        'Lo dejamos todo listo.',
      ],
      en: [
        'We will refund you.',
        "We'll be in touch soon.",
        'You will receive your money in five days.',
        'I will call you tomorrow.',
      ],
    },
    right: {
      es: ['Antes de cancelar le diré la fecha.', 'Queremos ayudarle.', 'Estoy revisando su línea.'],
      en: ['I will check your line right away.', 'Shall we call you?', 'I am checking your line.'],
    },
  },
  {
    name: 'promises-a-person',
    guards: 'No dead line',
    what: {
      es: 'Promete lo que hará una persona, sin que nadie haya recibido el caso.',
      en: 'It promises what a person will do, though nobody has been given a case.',
    },
    instead: {
      es: 'Dígalo en un paso `person`, que abre el caso; o ponga un paso `promise` antes.',
      en: 'Say it in a `person` step, which opens the case; or put a `promise` step before it.',
    },
    speakers: ['bot'],
    waivedBy: ['person', 'promise'],
    notInQuestions: true,
    mentions: {
      es: /person|asesor|tecnic|agente|ejecutiv|especialista|compan|supervisor|alguien|equipo|area|\bles?\b/,
      en: /will|'ll|going to/,
    },
    patterns: {
      es: patterns(
        `\\b${SOMEBODY}\\b[^.?!\\n]{0,40}?\\b(?:le |lo |la |se |les )?${THEY_WILL}`,
        /\b(?:le|les) (?:atender|llamar|contactar|responder|escribir|ayudar)án?(?![a-zñáéíóú])/,
      ),
      en: patterns(`\\b${SOMEBODY_EN} (?:will|'ll|is going to)\\b`),
    },
    wrong: {
      es: ['Un técnico le llamará.', 'Nuestro equipo se pondrá en contacto.', 'Una persona lo comprobará.'],
      en: ['A technician will call you.', 'Our team will get in touch.', 'Someone will check.'],
    },
    right: {
      es: ['Una persona puede revisar los anteriores.', 'Le paso con una persona. ¿Quiere?'],
      en: ['A person can check the earlier ones.', 'I can pass you to a person.'],
    },
  },
  {
    name: 'done-unconfirmed',
    guards: 'Done means done',
    what: {
      es: 'Da por hecho algo que ningún sistema de la empresa ha confirmado.',
      en: 'It tells something as done that no system of the company has confirmed.',
    },
    instead: {
      es: 'Dígalo solo tras el `ok` de una llamada que cambia algo; antes, diga que se ha pedido y que aún no está hecho.',
      en: 'Say it only after the `ok` of a call that changes something; before, say that it is requested and not done yet.',
    },
    // A person of the company is the company's word.
    speakers: ['bot'],
    waivedBy: ['done'],
    notInQuestions: true,
    unless:
      /\b(?:no|nada|ningun\w*|nunca|aun|todavia|sin|si|antes|cuando|una vez|para|not|never|nothing|nobody|whether|if|before|when|once|until|yet)\b|n't\b/,
    mentions: {
      es: /cancel|anul|registr|reclam|reembols|devuel|devolv|abonad|solucion|resuel|resolv|arregl|repar|activ|cambi|hech|hice|confirm|program|agend|tramit|complet|proces|aprob|baja|actualiz|cerrad|realizad|reinici/,
      en: /cancel|refund|credited|filed|registered|disputed|solved|fixed|repaired|activated|changed|scheduled|booked|processed|completed|approved|done|confirmed|updated|closed|all set/,
    },
    patterns: {
      es: patterns(
        `\\b(?:queda|quedo|quedan|quedaron|esta|estan|ha sido|han sido|fue|fueron|ha quedado|sigue)(?: ya| todo| totalmente| todos)? ${DONE}\\b`,
        `\\b(?:ya )?(?:he|hemos|ha|esta) ${DONE}\\b`,
        /^ ?(?:ya esta )?(?:hech[oa]|realizad[oa])\b/,
        /\b(?:(?:cancel|anul|registr|reclam|reembols|solucion|arregl|activ|tramit|program|agend|cambi|reinici|confirm)é|(?:devolv|resolv)í)(?![a-zñáéíóú])/,
        /\bya (?:hice|cancelamos|anulamos|registramos|solucionamos|activamos|devolvimos|reembolsamos)\b/,
      ),
      en: patterns(
        `\\b(?:is|are|was|were|has been|have been)(?: now| already| all| fully)? ${DONE_EN}\\b`,
        `\\b(?:i|we)(?: have|'ve)? (?:now |already |just )?${DONE_EN}\\b(?! that)`,
        /^ ?(?:all )?(?:done|all set)\b/,
      ),
    },
    wrong: {
      es: [
        'Su servicio queda cancelado.',
        'Ya he anulado el cobro.',
        'Hecho.',
        'Su reclamo quedó registrado.',
      ],
      en: [
        'Your service is cancelled.',
        'I have refunded the charge.',
        'Done.',
        'Your claim has been filed.',
      ],
    },
    right: {
      es: ['Estoy pidiendo la cancelación; aún no está hecha.', 'No he cancelado nada.', '¿Quedó resuelto?'],
      en: [
        'I am requesting the cancellation; it is not done yet.',
        'Nothing has been cancelled yet.',
        'Is it solved?',
      ],
    },
  },
]
