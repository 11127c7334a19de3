import { plain } from '../../understanding/words.ts'

/** Ways of not being able to say. What follows is of the question ("no tengo el número"), not of a matter ("no tengo internet"). */
const UNABLE = [
  /^(?:pues |la verdad |es que |ahora |ay |uy )*no (?:lo |la |me )?(?:se|tengo|recuerdo|acuerdo|encuentro|veo)(?: (?:el|la|mi|ese|esa|eso|ningun|a|de|donde|cual|ahora|aqui|aca|bien|conmigo|numero|cuenta|factura|nada|esta)\b.*)?$/,
  /^(?:no |prefiero no |mejor no )(?:se |te |le )?(?:lo |la )?(?:quiero |puedo |voy a )?(?:decir|dar)/,
  /^(?:ni idea|no tengo (?:ni )?idea|no estoy segur[oa])/,
  /^(?:sorry )?(?:i )?(?:dont|do not|cant|cannot)(?: really)? (?:know|have|remember|find|recall|see|say)(?: (?:it|my|the|that|an|any|where|what|right|on|one)\b.*)?$/,
  /^(?:i have |ive got )?(?:no idea|no clue|not sure|im not sure|i am not sure|id rather not)/,
]

const HOLD_ON =
  /^(?:ok |si |claro |bueno |perdon |please |sure |yes )*(?:(?:un |1 |dame un |deme un |deme |espere un |espera un |aguarde un )?(?:momento|momentito|segundo|segundito|minuto|minutito|ratito)|esper[ae](?:me)?|aguarde|(?:ya |ahora )?(?:vuelvo|lo busco|la busco|se lo (?:busco|digo|paso)|te lo (?:busco|digo|paso))|(?:deje(?:me)?|deja(?:me)?) (?:que )?(?:lo |la )?(?:busc|mir|ve|revis)\w*|voy a buscar\w*|hold on|hang on|wait|(?:just |give me |wait )*(?:a|one|1) (?:moment|sec|second|minute|min)|let me (?:check|look|see|find|get)|ill (?:check|look|get it|be right back)|brb)(?: (?:por favor|please|que|ya|lo|la|el|mi|it|for|to|my|the|busco|voy|up)\b.*)?$/

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

/** Whether the customer asks for a moment: "un momento, la busco". */
export function isHoldOn(text: string): boolean {
  const said = plain(text)
  return !/\d{2}/.test(said) && HOLD_ON.test(said)
}
