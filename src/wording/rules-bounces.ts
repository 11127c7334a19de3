import { patterns, type TextRule } from './text-rule.ts'

/** "You can…", "you must…": sends as surely as an order does. */
const MAY =
  '(?:puede|podes|puedes|podra|podria|debe|debes|debera|tiene que|tienes que|tendra que|tendria que|hay que|necesita|favor de|sirvase)'
const YOU_MAY =
  '(?:you (?:can|may|must|should|could|need to|have to|will need to|will have to)|please|just|kindly|or|and|to|,|^|[.:!] )'

const PHONE_PLACES =
  '(?:numero|telefono|linea|call ?center|centro de (?:atencion|contacto|llamadas)|atencion al cliente|servicio al cliente|central|conmutador|\\d|…)'
const CHANNELS =
  '(?:instagram|facebook|messenger|twitter|telegram|tiktok|whatsapp|correo|e-?mail|mail|app|aplicacion|pagina|web|sitio|portal|sms|formulario|redes(?: sociales)?|oficina virtual|sucursal virtual|area de clientes|zona de clientes)'
const CHANNELS_EN =
  '(?:instagram|facebook|messenger|twitter|telegram|tiktok|whatsapp|e-?mail|mail|app|web ?site|web ?page|web|site|portal|sms|text message|form|social media|help ?cent(?:er|re)|store)'
const PLACES =
  '(?:sucursal|oficina|tienda|local|agencia|punto de (?:venta|atencion|servicio)|ventanilla|mostrador|centro de (?:servicio|atencion|experiencia))'
const OTHERS =
  '(?:vendedor|vendedora|fabricante|proveedor|distribuidor|operador|transportista|mensajeria|paqueteria|banco|aseguradora|comercio|establecimiento|departamento|area)'
const OTHERS_EN =
  '(?:seller|vendor|merchant|manufacturer|supplier|provider|carrier|courier|bank|insurer|retailer|department|office)'

/** Sending somebody somewhere else to get the thing done. The customer holds the case's key; nobody sends them away. */
export const BOUNCES: readonly TextRule[] = [
  {
    name: 'bounces-to-phone',
    guards: 'No bouncing',
    what: {
      es: 'Manda al cliente a llamar por teléfono.',
      en: 'It sends the customer to a telephone.',
    },
    instead: {
      es: 'Resuélvalo aquí, o pase el caso a una persona; si hace falta hablar, que llame la empresa.',
      en: 'Get it done here, or hand over to a person; if it takes a call, the company calls.',
    },
    speakers: ['bot', 'agent'],
    unless:
      /\b(?:no (?:hace falta|tiene que|necesita|tendra que|hay que)|sin (?:tener que )?llamar|need not|do not (?:need|have) to|don't (?:need|have) to|no need)\b/,
    mentions: {
      es: /llam|marq|marc|telef|comuni|contact|habl|celular|linea|movil|fono|\d\d/,
      en: /call|phone|dial|ring|\btel|\+\d|8\d\d/,
    },
    patterns: {
      es: patterns(
        /\b(?:llame|llama|llamen|marque|marca|telefonee|comuniquese|comunicate)\b[^.?!\n]{0,40}\b(?:al|a la|a nuestr[oa]|con nuestr[oa]|con la|con el)\b/,
        /\b(?:llamenos|llamanos|marquenos|telefoneenos)\b/,
        `\\b${MAY} (?:[a-z]+ ){0,2}(?:llamar|llamarnos|marcar|telefonear)(?:nos)?\\b`,
        `\\b(?:comunicarse|comuniquese|contactese|contacte|hablar)\\b[^.?!\\n]{0,20}\\b(?:al|a la|a nuestr[oa]|con nuestr[oa]|con la)\\b[^.?!\\n]{0,25}${PHONE_PLACES}`,
        /\b(?:tel|telefono|celular|linea|movil|fono)\b[.:]? (?:gratuit[oa] |nacional |unic[oa] |es el )?[*#]?\d[\d\s.-]{1,}\d\b/,
        /\+\d{1,3}[\s.-]?\d[\d\s.-]{5,}\d/,
        /\b0?1?[\s-]?[89]00\d?[\s-]\d{2,3}[\s-]?\d{2,4}\b/,
      ),
      en: patterns(
        /\b(?:call|phone|ring|dial)\b (?:us|our|the|this)\b/,
        /\b(?:call|phone|dial|ring)\b(?! you)[^.?!\n]{0,20}(?:\d{3}|…)/,
        /\bgive us a (?:call|ring)\b/,
        `${YOU_MAY} ?(?:also )?(?:call|phone|dial|ring)\\b(?! you| back)[^.?!\\n]{0,25}\\b(?:support|line|number|cent(?:er|re)|service|at)\\b`,
        /\b(?:tel|telephone|phone)(?: number)?(?: is|:|\.)? [*#]?\d[\d\s.-]{1,}\d\b/,
        /\+\d{1,3}[\s.-]?\d[\d\s.-]{5,}\d/,
        /\b1?[\s-]?8\d\d[\s-]\d{3}[\s-]\d{4}\b/,
      ),
    },
    wrong: {
      es: [
        'Para eso, llámenos al 01 8000 123 456.',
        'Puede llamar a nuestra línea de atención.',
        'Comuníquese con nuestra línea gratuita.',
        'El teléfono es el 555 0100.',
      ],
      en: [
        'Please call us at 555 0100.',
        'You can call our support line.',
        'Give us a call tomorrow.',
        'Dial 1-800-555-0100 for that.',
      ],
    },
    right: {
      es: [
        '¿A qué número le llamamos? Escríbalo aquí.',
        'Le paso con una persona; no hace falta que llame a nadie.',
        'Su número de cuenta tiene seis cifras, como 445566.',
      ],
      en: [
        'What number shall we call? Write it here.',
        'I can pass you to a person; there is no need to call anybody.',
        'Your account number has six digits, such as 445566.',
      ],
    },
  },
  {
    name: 'bounces-to-channel',
    guards: 'No bouncing',
    what: {
      es: 'Manda al cliente a otro canal.',
      en: 'It sends the customer to another channel.',
    },
    instead: {
      es: 'Hágalo en esta conversación, o pase el caso a una persona: quien cambia de canal es el cliente, si quiere.',
      en: 'Do it in this conversation, or hand over to a person: it is the customer who changes channel, if they like.',
    },
    speakers: ['bot', 'agent'],
    mentions: {
      es: /instagram|facebook|messenger|twitter|telegram|tiktok|whatsapp|correo|mail|\bapp\b|aplicacion|pagina|web|sitio|portal|sms|formulario|redes|virtual|de clientes|linea telefonica|canal|otro|http|www|@/,
      en: /instagram|facebook|messenger|twitter|telegram|tiktok|whatsapp|mail|\bapp\b|web|site|portal|sms|text|message|form|social|help ?cent|store|channel|http|www|@/,
    },
    patterns: {
      es: patterns(
        `\\b(?:escriba|escribanos|escribe|escribenos|escribinos|contacte|contactenos|contactanos|comuniquese|comunicate|envie|envienos|envianos|envielo|mande|mandenos|mandanos|busquenos|buscanos|siganos|hablenos|use|utilice|ingrese|ingresa|entre|vaya|visite|visitenos|visitanos|consulte|consultelo|descargue|hagalo|gestionelo|solicitelo|solicite|pidalo|reporte|reportelo|tramitelo|cancelelo)\\b[^.?!\\n]{0,40}?(?:\\b(?:por|en|al|a|a traves de|via|desde|mediante|con)\\b |\\bnuestr[oa] |\\bla |\\bel )(?:el |la |los |las |un |una |nuestr[oa]s? )?(?:[a-z]+ )?${CHANNELS}\\b`,
        `\\b${MAY} (?:escribir(?:nos)?|contactar(?:nos)?|comunicarse|hacer(?:lo|la)?|solicitar(?:lo|la)?|pedir(?:lo|la)?|gestionar(?:lo|la)?|tramitar(?:lo|la)?|cancelar(?:lo|la)?|enviar(?:lo|la|nos)?|ingresar|entrar|ir|descargar(?:lo|la)?|consultar(?:lo|la)?|reportar(?:lo|la)?|reclamar(?:lo|la)?|usar|visitar(?:nos)?)\\b[^.?!\\n]{0,40}?\\b(?:por|en|al|a|a traves de|via|desde|mediante|con|nuestr[oa]|la|el)\\b (?:el |la |los |las |un |una |nuestr[oa]s? )?(?:[a-z]+ )?${CHANNELS}\\b`,
        /\b(?:por|en|a) otr[oa] (?:canal|medio|chat)\b/,
        /\botr[oa] canal\b/,
        /\b(?:escriba|escribanos|escriba a|visite|ingrese|entre|vaya|consulte|envie|contacte)\b[^.?!\n]{0,30}(?:https?:|www\.|\S+@\S+)/,
      ),
      en: patterns(
        `\\b(?:write|message|contact|reach|find|follow|text|dm) (?:to )?us\\b[^.?!\\n]{0,20}\\b(?:on|by|via|through|at|over|using)\\b (?:our |the )?(?:[a-z]+ )?${CHANNELS_EN}\\b`,
        `\\b(?:visit|go to|check|use|download|open|log ?in to|sign in to|submit|fill in|fill out|head to) (?:it (?:on|in) )?(?:our|the|this|your)\\b (?:[a-z]+ ){0,2}${CHANNELS_EN}\\b`,
        `\\b(?:do|cancel|request|report|change|manage|file|send) (?:it|this|that|them)\\b[^.?!\\n]{0,20}\\b(?:on|in|by|via|through|at|from)\\b (?:our |the |your )?(?:[a-z]+ )?${CHANNELS_EN}\\b`,
        /\b(?:e-?mail|write to|send an e-?mail to) (?:us|our|the)\b[^.?!\n]{0,30}\b(?:at|team|department|support|address)\b/,
        /\b(?:e-?mail|text|message) us\b/,
        /\b(?:another|a different) channel\b/,
        /\b(?:visit|go to|write to|e-?mail|see)\b[^.?!\n]{0,20}(?:https?:|www\.|\S+@\S+)/,
      ),
    },
    wrong: {
      es: [
        'Escríbanos por Instagram y le ayudamos.',
        'Visite nuestra página para cancelar.',
        'Puede hacerlo desde la app.',
        'Eso se pide por otro canal.',
        'Envíelo al correo de soporte.',
      ],
      en: [
        'Write to us on Instagram.',
        'Visit our website to cancel.',
        'You can do it in the app.',
        'Please email us.',
        'That is done through another channel.',
      ],
    },
    right: {
      es: [
        'Escríbalo aquí mismo.',
        'Puede adjuntar una foto en este chat.',
        'Su factura llega a su correo el día 5.',
        '¿Puede navegar por la web ahora?',
      ],
      en: [
        'Write it right here.',
        'You can attach a photo in this chat.',
        'Your bill comes by email on the 5th.',
        'Can you open a web page now?',
      ],
    },
  },
  {
    name: 'bounces-to-place',
    guards: 'No bouncing',
    what: {
      es: 'Manda al cliente a una oficina o tienda.',
      en: 'It sends the customer to an office or shop.',
    },
    instead: {
      es: 'Hágalo en esta conversación, o pase el caso a una persona.',
      en: 'Do it in this conversation, or hand over to a person.',
    },
    speakers: ['bot', 'agent'],
    mentions: {
      es: /sucursal|oficina|tienda|local|agencia|punto de|ventanilla|mostrador|centro de|presencial|en persona/,
      en: /branch|store|shop|office|counter|service cent|in person/,
    },
    patterns: {
      es: patterns(
        `\\b(?:acerquese|acercate|dirijase|dirigete|acuda|acude|vaya|pase|visite|visitenos|presentese|presentate|llevelo|lleve|traigalo|${MAY} (?:acercarse|acercarte|ir|acudir|pasar|dirigirse|presentarse|visitar|llevarlo))\\b[^.?!\\n]{0,30}\\b${PLACES}\\b`,
        /\b(?:solo|unicamente) (?:se hace |se puede hacer )?(?:de forma |de manera )?(?:presencial(?:mente)?|en persona)\b/,
      ),
      en: patterns(
        /\b(?:go|come|visit|stop by|drop by|drop in|head|take it|bring it)\b[^.?!\n]{0,20}\b(?:branch(?:es)?|stores?|shops?|offices?|counter|service cent(?:er|re))\b/,
        /\bonly (?:be )?(?:done )?in person\b/,
      ),
    },
    wrong: {
      es: [
        'Acérquese a una sucursal con su documento.',
        'Tiene que ir a la oficina más cercana.',
        'Eso es solo presencial.',
      ],
      en: [
        'Go to your nearest branch.',
        'Please visit one of our stores.',
        'That can only be done in person.',
      ],
    },
    right: {
      es: ['Pasamos por el equipo a su casa.', '¿En qué oficina firmó el contrato?'],
      en: ['We collect the equipment at your home.', 'Which office did you sign the contract in?'],
    },
  },
  {
    name: 'bounces-to-others',
    guards: 'No bouncing',
    what: {
      es: 'Manda al cliente a otra empresa, al vendedor o a otro departamento.',
      en: 'It sends the customer to another company, the seller or another department.',
    },
    instead: {
      es: 'Diga qué hará esta empresa, y pase el caso a una persona que lo lleve hasta el final.',
      en: 'Say what this company does about it, and hand over to a person who sees it through.',
    },
    speakers: ['bot', 'agent'],
    notInQuestions: true,
    mentions: {
      es: /vendedor|fabricante|proveedor|distribuidor|operador|transportista|mensajeria|paqueteria|banco|aseguradora|comercio|establecimiento|departamento|area|otra|nosotros|nuestr|responsables/,
      en: /seller|vendor|merchant|manufacturer|supplier|provider|carrier|courier|bank|insurer|retailer|department|office|another|different|for us|to us|our|responsi/,
    },
    patterns: {
      es: patterns(
        `\\b(?:contacte|contactar|contacta|comuniquese|comunicarse|hable|hablar|habla|consulte|consultar|consultelo|reclame|reclamar|reclamelo|reclamarlo|pregunte|preguntele|preguntar|dirijase|acuda|escriba|escribale|llame|llamar|pidale|pidaselo|pidalo|solicitelo|verlo|veala|vealo)\\b[^.?!\\n]{0,25}?\\b(?:al|a la|a los|a su|con el|con la|con su|con nuestro|con otro|a nuestro|el|la|su)\\b (?:[a-z]+ )?${OTHERS}\\b`,
        /\b(?:otro departamento|otra area|otra empresa|otra compania|otra entidad|otra oficina)\b/,
        /\beso no (?:es|depende|corresponde)[^.?!\n]{0,12}\b(?:nosotros|nuestr[oa])\b/,
        /\bno (?:somos|nos hacemos) responsables\b/,
      ),
      en: patterns(
        `\\b(?:contact|ask|call|write to|speak to|speak with|talk to|reach out to|take it up with|check with|get in touch with|complain to)\\b (?:your |the |our |another |a different |its )(?:[a-z]+ )?${OTHERS_EN}\\b`,
        /\b(?:another|a different) (?:department|office|company|business)\b/,
        /\bthat is not (?:up to|for) us\b/,
        /\bnot (?:our responsibility|responsible for)\b/,
      ),
    },
    wrong: {
      es: [
        'Contacte al vendedor.',
        'Eso lo ve otro departamento.',
        'Reclame a la paquetería.',
        'Eso no depende de nosotros.',
      ],
      en: [
        'Contact the seller.',
        'That is handled by another department.',
        'Take it up with the courier.',
        'We are not responsible for that.',
      ],
    },
    right: {
      es: [
        'Lo hablo yo con el transportista y le digo qué contesta.',
        'Su pedido viene de un vendedor externo; el reembolso lo llevamos nosotros.',
        '¿Viene de otra compañía?',
      ],
      en: [
        'I am asking the courier for you.',
        'Your order comes from an outside seller; the refund is with us.',
        'Are you coming from another company?',
      ],
    },
  },
  {
    name: 'link-as-way-out',
    guards: 'No bouncing',
    what: {
      es: 'Da un enlace o un correo en lugar de una respuesta.',
      en: 'It gives a link or an e-mail address in place of an answer.',
    },
    instead: {
      es: 'Diga aquí lo que dice esa página, o pase el caso a una persona.',
      en: 'Say here what that page says, or hand over to a person.',
    },
    // An agent may well send a document's address.
    speakers: ['bot'],
    mentions: {
      es: /http|www|@|\.\w|clic|enlace/,
      en: /http|www|@|\.\w|click|link/,
    },
    patterns: {
      es: [
        /https?:\/\/|\bwww\.|\b[\w.+-]+@[\w-]+\.\w{2,}|\b[\w-]+\.(?:com|net|org|info|app|co|es|mx|ar|cl|pe|io)\b/,
        /\b(?:haga|haz|pulse|de) (?:clic|click) (?:aqui|en el enlace)\b|\bsiga (?:el|este) enlace\b/,
      ],
      en: [
        /https?:\/\/|\bwww\.|\b[\w.+-]+@[\w-]+\.\w{2,}|\b[\w-]+\.(?:com|net|org|info|app|co|io)\b/,
        /\bclick (?:here|on the link)\b|\bfollow (?:the|this) link\b/,
      ],
    },
    wrong: {
      es: ['Más información en www.ejemplo.com/ayuda.', 'Escriba a ayuda@ejemplo.com.', 'Siga este enlace.'],
      en: ['See example.com/help.', 'Our address is help@example.com.', 'Click here.'],
    },
    right: {
      es: ['Su servicio termina el 30 de noviembre.', 'Está arriba en su factura.'],
      en: ['Your service ends on 30 November.', 'It is at the top of your bill.'],
    },
  },
]
