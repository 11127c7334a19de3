import { plain, words } from '../../understanding/words.ts'

/** Ways of not being able to say. What follows is of the question ("no tengo el número"), not of a matter ("no tengo internet"). */
const UNABLE = [
  /^(?:pues |la verdad |es que |ahora |ay |uy |todavia |aun |por ahora )*no (?:lo |la |me )?(?:se|tengo|recuerdo|acuerdo|encuentro|veo)(?: (?:el|la|mi|su|ese|esa|eso|ningun|a|de|donde|cual|ahora|aqui|aca|bien|conmigo|numero|cuenta|factura|nada|esta)\b.*)?$/,
  /^(?:no |prefiero no |mejor no )(?:se |te |le )?(?:lo |la )?(?:quiero |puedo |voy a )?(?:decir|dar)/,
  /^(?:ni idea|no tengo (?:ni )?idea|no estoy segur[oa])/,
  /^(?:sorry )?(?:i )?(?:still )?(?:dont|do not|cant|cannot)(?: really| yet)? (?:know|have|remember|find|recall|see|say)(?: (?:it|my|his|her|the|that|an|any|where|what|right|on|one)\b.*)?$/,
  /^(?:i have |ive got )?(?:no idea|no clue|not sure|im not sure|i am not sure|id rather not)/,
]

const MOMENT = String.raw`(?:(?:un |1 |dame un |deme un |deme |espere un |espera un |aguarde un )?(?:momento|momentito|segundo|segundito|minuto|minutito|ratito)|esper[ae](?:me)?|aguarde|(?:que )?(?:ya |ahora )?(?:vuelvo|lo busco|la busco|(?:se|te) lo (?:busco|digo|paso))|(?:deje(?:me)?|deja(?:me)?) (?:que )?(?:lo |la )?(?:busc|mir|ve|revis)\w*|voy a buscar\w*|hold on|hang on|wait|(?:just |give me |wait )*(?:a|one|1) (?:moment|sec|second|minute|min)|let me (?:check|look|see|find|get)|ill (?:check|look|get it|be right back)|brb|(?:let me|ill|i will|i need to|i have to) think|(?:deje(?:me)?|deja(?:me)?) pensar\w*|lo (?:voy a pensar|pienso)|tengo que pensar\w*)`
const HOLD_ON = new RegExp(
  `^(?:no |ok |si |claro |bueno |perdon |please |sure |yes )*(?:${MOMENT} )*${MOMENT}(?: (?:por favor|please|about|over|que|ya|lo|la|el|mi|it|for|to|my|the|busco|voy|up)\\b.*)?$`,
)

/** A question instead of an answer. */
const ASKING =
  /^(?:(?:y|e|pero|oiga|disculpe|perdon|and|but|so|sorry) )*(?:cuant[oa]s?|cuando|como|donde|cual|por ?que|quien|what|when|how|where|why|which|who)\b/
const SOLVED =
  /^(?:(?:ah|ay|no|ok|si|listo|pues|mire|perdon|espere|oh|wait|actually|hey|nevermind|never mind) )*(?:(?:el |mi |the |my )?(?:internet|wifi|servicio|service) )?(?:ya (?:me )?(?:volvio|regreso|funciona|funciono|sirve|quedo|llego|se arreglo|se soluciono|lo (?:solucione|resolvi|arregle)|tengo internet)|(?:it |its |is |it is )*(?:works|working|back|fixed|solved)(?: now| again| on)*|i (?:fixed|solved) it)(?: (?:el |mi )?(?:internet|wifi))?(?: (?:muchas |mil )?(?:gracias|thanks|thank you|solo|solito))*$/

const NO_LONGER_WANTED =
  /^(?:no |mejor |perdon |pues |actually )*(?:ya no (?:lo |la )?(?:quiero|deseo|necesito|voy a)|i (?:no longer|dont|do not) (?:want|need) (?:to|it|this|that)\b)/

/** Whether the customer no longer wants what they are about: "ya no quiero cancelar". */
export function isNoLongerWanted(text: string): boolean {
  return NO_LONGER_WANTED.test(plain(text))
}

/** Whether the customer says that they don't know, don't have or won't tell what they are asked. */
export function isUnable(text: string): boolean {
  const said = plain(text)
  return !/\d/.test(said) && UNABLE.some((pattern) => pattern.test(said))
}

/** Whether the customer asks for a moment: "un momento, la busco", "no me acuerdo, espere que la busco". */
export function isHoldOn(text: string): boolean {
  if (/\d{2}/.test(text)) return false
  if (HOLD_ON.test(plain(text))) return true
  const clauses = text
    .split(/[,.;:!\n]+/)
    .map(plain)
    .filter((clause) => clause !== '')
  return (
    clauses.some((one) => HOLD_ON.test(one)) && clauses.every((one) => HOLD_ON.test(one) || isUnable(one))
  )
}

const AGREES =
  /^(?:(?:si|ok|okay|oki|vale|dale|listo|bueno|claro|perfecto|de acuerdo|esta bien|entendido|sure|yes|alright|fine|👍) ?)*(?:(?:ya |ahora |ahorita )?(?:lo hago|lo intento|lo pruebo|pruebo|voy|lo voy a hacer|voy a hacerlo|voy a probar)|(?:ill|i will) (?:do|try) (?:it|that)|will do)?(?: ?(?:gracias|thanks|now))?$/

/** Whether the customer is about to do what they were told: "ok", "vale, lo hago". A bare "sí" answers the question. */
export function isAboutToDo(text: string): boolean {
  const said = plain(text)
  return AGREES.test(said) && !/^(?:si|yes)?$/.test(said)
}

/** "No puedo", "no estoy en casa"; "no puedo navegar" tells of the fault, and is none of it. */
const CANNOT = new RegExp(
  [
    '^(?:(?:pues|pero|es que|perdon|disculpe|la verdad|ahora|ahorita|ahora mismo|yo|no|sorry|but|well|i|right now) )*(?:',
    [
      'no (?:lo |la |me )?(?:puedo|podria|alcanzo|llego)(?! (?:navegar|entrar|conectar|usar|abrir|acceder|ver (?:nada|videos?|paginas?)))',
      'no se (?:como|hacer(?:lo)?|cual es)|no (?:estoy|me encuentro) (?:en|ahi|alla|cerca)|no hay nadie en',
      'estoy (?:fuera|afuera|trabajando|lejos|de viaje|en (?:el trabajo|la oficina|la calle|otro lado))',
      '(?:soy|estoy) (?:cieg[oa]|en silla|(?:muy |una persona |alguien )?mayor|enferm[oa])|no veo bien',
      '(?:cant|cannot|can not|wont be able)(?! (?:browse|connect|get (?:online|on)|access|open|use))',
      '(?:am |im )(?:not (?:able|at home|there|home)|away|at work|blind|out|disabled|in a wheelchair|unable)',
      '(?:not at home|dont know how)',
      // Of what is offered: "ninguna me sirve".
      'ningun[oa] (?:de (?:es|est|ell)[aeo]s )?(?:me )?(?:sirve|queda|viene|va)|none (?:of (?:them|those|these) )?(?:works?|suits?|fits?)',
    ].join('|'),
    ')\\b',
  ].join(''),
)

const NOT_THAT_DAY = new RegExp(
  [
    'no (?:voy a estar|vamos a estar|estoy|estare|estamos|estaremos)(?: en (?:la )?casa)?(?: (?:para )?(?:ese|esa|esos|el) (?:dia|dias|fecha))?$',
    'no (?:puedo|me (?:sirve|queda|va|viene))(?: bien)? (?:para )?(?:ese|esos) (?:dia|dias)$',
    '(?:para )?(?:ese|esos) (?:dia|dias) (?:yo )?no (?:puedo|podria|estoy|estare|voy a (?:estar|poder)|me (?:sirve|queda|va|viene))\\b',
    '(?:wont|will not) be (?:there|at home|home)|that (?:day|date) (?:(?:does not|doesnt|wont) (?:work|suit)|i (?:cant|cannot|am not|wont|will not))|not home that day',
  ].join('|'),
)

/** Whether the customer isn't there on the day that is shown: "no voy a estar ese día", "I won't be home". */
export function isNotThatDay(text: string): boolean {
  return NOT_THAT_DAY.test(plain(text))
}

/** Whether the customer can't do what is asked of them: "no puedo", "no estoy en casa". "No puedo navegar" is another thing. */
export function isCannot(text: string): boolean {
  return CANNOT.test(plain(text))
}

/** Many write "porque" for "por qué": what follows shows that it is a reason. */
const REASON =
  /^porque (?:ya|no|esta|es|son|muy|tengo|encontre|voy|vamos|nos|estoy|me (?:mudo|voy|cambio|sale|queda|fue))\b/

/** Whether the customer asks something: "¿y cuánto cuesta?". A lone "???" asks nothing that one could answer. */
export function isAsking(text: string): boolean {
  if (words(text).length < 2) return false
  const said = plain(text)
  return text.includes('?') || (ASKING.test(said) && !REASON.test(said))
}

/** Whether what the customer came for has settled itself: "ya volvió, gracias". */
export function isSolved(text: string): boolean {
  return SOLVED.test(plain(text))
}

const NONE_OF_THESE =
  /^(?:no )?(?:es |son )?(?:(?:ningun[oa]|nada|none|neither)(?: de (?:es[oa]s?|est[oa]s?|ell[oa]s|l[oa]s (?:dos|2))| of (?:them|those|these|the above|the two|that))?|(?:es |quiero )?otra cosa|(?:es )?otr[oa]|something else|another one)$/

/** "Nada de esto" in other words, where there was something to choose from: "ninguno", "otra cosa". */
export function isNoneOfThese(text: string): boolean {
  return NONE_OF_THESE.test(plain(text))
}

/** "Esa", "sí, es esa": enough where only one thing is shown. */
export function isThatOne(text: string): boolean {
  return /^(?:(?:si|yes|yeah|ok) )?(?:es |its |it is )?(?:es[aeo]|est[aeo]|(?:that|this)(?: one)?)(?: (?:misma?|mismo|por favor|please))?$/.test(
    plain(text),
  )
}

const THING = new RegExp(
  [
    '^(?:(?:es|era|its|it is) )?',
    '(?:(?:(?:por|con|en|a|de|to|by|from|for|on|in|with) )?(?:el|la|los|las|mis?|ese|esa|the|my|that)|al|del|por|by) ',
    '(?:(?:de|del|de la|one (?:from|of|in)) )?\\p{L}+(?: please| por favor)?$',
  ].join(''),
  'u',
)

/** "El router", "my phone", "el de octubre", "al correo": a thing and nothing said of it. */
export function isThing(text: string): boolean {
  return THING.test(plain(text))
}

const MORE =
  /\b(?:dos veces|doble|de mas|otra vez|de nuevo|sigue|sigo|twice|double|too much|still|pero|but)\b/

/** Whether words beside a yes tell that it isn't all well: "sí, me la cobraron dos veces". */
export function tellsMore(text: string): boolean {
  return MORE.test(plain(text))
}
