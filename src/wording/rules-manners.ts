import { patterns, type TextRule } from './text-rule.ts'

/** How a customer is spoken to: not argued with, not blamed, not sold to, and with *usted*. */
export const MANNERS: readonly TextRule[] = [
  {
    name: 'understands-but',
    guards: 'House style',
    what: {
      es: 'Empieza dando la razón y la quita con «pero».',
      en: 'It begins by agreeing and takes it back with "but".',
    },
    instead: {
      es: 'Quite «entiendo, pero»: diga qué pasa y qué se hace ahora.',
      en: 'Leave out "I understand, but": say what is the case and what happens now.',
    },
    speakers: ['bot', 'agent'],
    mentions: {
      es: /pero|sin embargo|aunque|no obstante/,
      en: /\bbut\b|however|although/,
    },
    patterns: {
      es: patterns(
        /\b(?:entiendo|comprendo|entendemos|comprendemos|lamento|lamentamos|siento|sentimos|tiene razon|disculpe|perdone|gracias)\b[^.?!\n]{0,80}\b(?:pero|sin embargo|aunque|no obstante)\b/,
        /(?:^|[.?!\n] *)(?:pero|sin embargo|no obstante)\b/,
      ),
      en: patterns(
        /\b(?:i|we) (?:understand|see|hear you|appreciate|get it|apologi[sz]e|am sorry|are sorry)\b[^.?!\n]{0,80}\b(?:but|however|although)\b/,
        /\b(?:sorry|you are right|you're right)\b[^.?!\n]{0,60}\bbut\b/,
        /(?:^|[.?!\n] *)(?:but|however)\b/,
      ),
    },
    wrong: {
      es: [
        'Entiendo su molestia, pero no es posible.',
        'Lamentamos la espera. Sin embargo, hay que esperar.',
      ],
      en: ['I understand, but that is not possible.', 'Sorry for that, but those are the terms.'],
    },
    right: {
      es: ['Pedí la cancelación, pero no sé si quedó hecha.', 'Perdone, no le entendí.'],
      en: [
        'I requested the cancellation, but I do not know whether it went through.',
        'Sorry for the trouble.',
      ],
    },
  },
  {
    name: 'argues',
    guards: 'House style',
    what: {
      es: 'Discute con el cliente, o pone en duda lo que quiere.',
      en: 'It argues with the customer, or doubts what they want.',
    },
    instead: {
      es: 'Pregunte lo que falta una sola vez y sin «¿está seguro?»; lo ya dicho no se repite ni se recuerda.',
      en: 'Ask what is missing once, without "are you sure?"; what was said before is not held against anybody.',
    },
    speakers: ['bot', 'agent'],
    mentions: {
      es: /segur|verdad|realmente|en serio|como|\bya\b|repito|insisto|recuerdo|reitero|piense/,
      en: /sure|really|\bas\b|already|remind|insist|think/,
    },
    patterns: {
      es: patterns(
        /\b(?:esta|estas) (?:usted )?(?:completamente |realmente )?segur[oa]\b|¿ ?segur[oa]\b/,
        /\b(?:de verdad|realmente|en serio) (?:quiere|desea|quieres|deseas)\b/,
        /\bcomo (?:ya )?(?:le|te|les|se le|se lo) (?:he |hemos )?(?:dij|mencion|indic|coment|expli|inform)\w*/,
        /\bya (?:le|te|se lo|se le) (?:he |hemos )?(?:dij|mencion|indic|expli|inform)\w*/,
        /\b(?:le|te) (?:repito|insisto|recuerdo que|reitero)\b|\bcomo (?:he|hemos) dicho\b/,
        /\b(?:piense(?:lo)? (?:bien|mejor)|pienselo)\b/,
      ),
      en: patterns(
        /\bare you (?:really |quite |absolutely )?sure\b|\byou(?:'re| are) sure\b/,
        /\bdo you really (?:want|wish|need)\b/,
        /\bas (?:i|we)(?:'ve| have)? (?:already )?(?:said|told|mentioned|explained|informed)\b|\bas (?:previously|already) (?:said|stated|mentioned|explained)\b/,
        /\b(?:i|we)(?:'ve| have)? already (?:said|told|mentioned|explained|informed)\b/,
        /\blet me remind you\b|\bi must insist\b|\bthink it over\b|\bthink twice\b/,
      ),
    },
    wrong: {
      es: [
        '¿Está seguro de que quiere cancelar?',
        'Como ya le dije, son seis cifras.',
        'Le recuerdo que hay permanencia.',
      ],
      en: [
        'Are you sure you want to cancel?',
        'As I said, it has six digits.',
        'Let me remind you of the terms.',
      ],
    },
    right: {
      es: ['¿Lo cancelo?', 'Son seis cifras, arriba en su factura.'],
      en: ['Shall I cancel it?', 'Six digits, at the top of your bill.'],
    },
  },
  {
    name: 'blames-the-customer',
    guards: 'House style',
    what: { es: 'Le echa la culpa al cliente.', en: 'It blames the customer.' },
    instead: {
      es: 'Diga qué falta o qué no se encuentra, en primera persona: «no encuentro esa cuenta».',
      en: 'Say what is missing or not found, in the first person: "I cannot find that account".',
    },
    speakers: ['bot', 'agent'],
    mentions: {
      es: /debi|deberia|tendria|tenia|hubie|error|culpa|descuido|responsab|usted|\btu\b|equivoc|ingreso|escribio|puso|digito|marco|\bdio\b/,
      en: /should|ought|failed|forgot|neglect|did|mistake|fault|error|entered|typed|wrote|gave|made|wrong/,
    },
    patterns: {
      es: patterns(
        /\b(?:debio|debiste|deberia haber|deberias haber|tendria que haber|tenia que haber|hubiera|hubiese) (?:\w+ )?(?:leer|leido|avisar|avisado|llamar|llamado|pagar|pagado|revisar|revisado|hacer|hecho|pedir|pedido|ingresar|indicar|enviar|enviado|\w+(?:ar|er|ir|ado|ido))\b/,
        /\b(?:error|culpa|descuido|responsabilidad) (?:suy[oa]|de usted|del cliente|del usuario|tuy[oa])\b|\bpor su (?:culpa|error|descuido)\b|\bsu (?:error|culpa)\b/,
        /\b(?:usted|tu) (?:no (?:pago|leyo|aviso|siguio|escribio|ingreso|indico|cumplio|respondio|contesto)|se equivoco|olvido)\b|\b(?:se equivoco|esta equivocad[oa])\b/,
        /\b(?:ingreso|escribio|puso|digito|marco|dio) (?:mal|(?:un|una|el|la) (?:\w+ ){1,3}(?:incorrect|equivocad|erronea?|erroneo|invalid)\w*)/,
      ),
      en: patterns(
        /\byou (?:should have|should've|ought to have|failed to|forgot to|neglected|did not (?:pay|read|follow|enter|answer|reply)|didn't (?:pay|read|follow|enter|answer|reply))\b/,
        /\b(?:your|user|customer) (?:own )?(?:mistake|fault|error)\b/,
        /\byou (?:entered|typed|wrote|gave|made) (?:us |me )?(?:it |the |a |an )?(?:\w+ ){0,2}(?:wrong|incorrect|invalid|mistake)/,
        /\byou are (?:mistaken|wrong)\b|\byou're (?:mistaken|wrong)\b/,
      ),
    },
    wrong: {
      es: [
        'Usted no pagó a tiempo.',
        'Debió leer el contrato.',
        'Escribió mal el número.',
        'Fue un error suyo.',
      ],
      en: [
        'You should have read the contract.',
        'You entered the wrong number.',
        'That was your mistake.',
        'You failed to pay.',
      ],
    },
    right: {
      es: [
        'No encuentro la cuenta 123456.',
        'Algo falló de nuestro lado, no por usted.',
        'El pago de mayo todavía no me aparece.',
      ],
      en: [
        'I cannot find account 123456.',
        'Something failed on our side, not yours.',
        'I do not see the payment of May yet.',
      ],
    },
  },
  {
    name: 'sells',
    guards: 'House style',
    what: {
      es: 'Vende a quien vino por otra cosa, o retiene a quien se va.',
      en: 'It sells to somebody who came for something else, or holds back who is leaving.',
    },
    instead: {
      es: 'Quite la oferta: haga lo que el cliente pidió. Si el diálogo es de compra, póngale `sells: true`.',
      en: 'Leave the offer out: do what the customer asked. If it is a dialog for buying, give it `sells: true`.',
    },
    speakers: ['bot', 'agent'],
    waivedBy: ['offer'],
    unless: /\b(?:cobro|cobraron|factura|charge|charged|bill|billed|no tiene|sin)\b/,
    mentions: {
      es: /ofert|descuento|promo|rebaja|antes de|ofrec|regal|interesa|aprovech|pierda|vaya|quedese|siga con|gratis|sin cost|sin cargo|por solo|hoy|precio|plan/,
      en: /offer|deal|discount|promo|before you|leave|\bgo\b|miss|stay|advantage|free|price|only|upgrade|plan/,
    },
    patterns: {
      es: patterns(
        /\b(?:oferta|ofertas|descuentos?|promocion|promociones|promo|rebajas?)\b/,
        /\bantes de (?:irse|que se vaya|dejarnos|marcharse|despedirnos)\b/,
        /\b(?:le|te) (?:ofrecemos|ofrezco|podemos ofrecer|regalamos|regalo|puede interesar|interesaria)\b|\bpodemos ofrecer(?:le)?\b/,
        /\b(?:aproveche|aprovecha|no se (?:lo )?(?:pierda|vaya)|quedese con nosotros|siga con nosotros)\b/,
        /\bmes(?:es)? (?:gratis|sin (?:costo|coste|cargo))\b|\bpor solo\b|\bsolo (?:por )?hoy\b|\bprecio especial\b/,
        /\b(?:mejore|cambie|pase|pasese|contrate|suba) (?:a |su |el |un |de )[^.?!\n]{0,15}\bplan\b|\bplan superior\b/,
      ),
      en: patterns(
        /\b(?:special|exclusive|great|new|our) (?:offers?|deals?)\b|\bdiscounts?\b|\bpromotions?\b|\bpromo\b/,
        /\bbefore you (?:go|leave)\b/,
        /\b(?:we|i) (?:can|could|would like to|would love to|want to) offer\b|\bwe offer\b|\bwe are offering\b/,
        /\b(?:don't|do not) (?:go|leave|miss)\b|\bstay with us\b|\btake advantage\b/,
        /\b(?:free months?|months? (?:free|for free)|special price|today only|only today|for only)\b/,
        /\bupgrade\b|\b(?:switch|move) to (?:a|our) [^.?!\n]{0,20}\bplan\b/,
      ),
    },
    wrong: {
      es: [
        'Antes de irse, mire esto.',
        'Le ofrecemos un descuento del 50 %.',
        'Aproveche dos meses gratis.',
        'Cambie a un plan superior.',
      ],
      en: [
        'Before you go, look at this.',
        'We can offer you 50% off.',
        'Get a discount today.',
        'Upgrade to a faster plan.',
      ],
    },
    right: {
      es: ['Antes de cancelar le diré la fecha y lo que cuesta.', 'Último cobro: 19.900.'],
      en: ['Before cancelling I will tell you the date and what it costs.', 'Last charge: 19,900.'],
    },
  },
  {
    name: 'says-tu',
    guards: 'House style',
    what: {
      es: 'Tutea o vosea: la casa habla de usted.',
      en: 'It says "tú" or "vos": the house says "usted".',
    },
    instead: {
      es: 'Dígalo de usted: «su cuenta», «dígame», «puede».',
      en: 'Say it with "usted": "su cuenta", "dígame", "puede".',
    },
    // How a person speaks to somebody they know is theirs.
    speakers: ['bot'],
    patterns: {
      es: patterns(
        /\b(?:tu|tus|ti|contigo|tuy[oa]s?|vos|te)\b/,
        /\b(?:tienes|puedes|quieres|necesitas|sabes|debes|prefieres|recibiras|tendras|podras|eres|tenes|podes|queres|sabes|sos|preferis|necesitas)\b/,
        /\b(?:dime|decime|dame|cuentame|contame|escribeme|escribenos|escribinos|espera[mt]e|indicame|elegi|escribi|mandame|enviame|haz|pon)\b/,
        /\b(?:hiciste|dijiste|pediste|tuviste|enviaste|pagaste|llamaste|escribiste|recibiste|pudiste|quisiste)\b/,
      ),
      en: [],
    },
    wrong: {
      es: ['¿Cuál es tu número de cuenta?', 'Dime qué necesitas.', '¿Podés decirme tu cuenta?'],
      en: [],
    },
    right: {
      es: ['¿Cuál es su número de cuenta?', 'Dígame qué necesita.', 'Usted decide cuándo.'],
      en: ['What is your account number?'],
    },
  },
]
