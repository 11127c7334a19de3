import { words } from '../words.ts'
import { phrases } from './phrases.ts'

/** Thanks, goodbyes and approvals: any of them closes. */
const CLOSES = phrases(
  'gracias|muchas gracias|mil gracias|muchisimas gracias|mil y mil gracias|gracias por todo|gracias por su ayuda|gracias por la ayuda|gracias por tu ayuda|gracias por su tiempo',
  'gracias por atenderme|gracias por su atencion|gracias por la atencion|gracias por responder|gracias por la informacion|gracias por su apoyo|le agradezco|te agradezco|se agradece|agradecido|agradecida|muy agradecido|muy agradecida|se lo agradezco|te lo agradezco',
  'adios|chao|chau|chaito|chaucito|bye|bye bye|hasta luego|hasta pronto|hasta mañana|hasta la proxima|nos vemos|nos vemos pronto|me despido|saludos|un saludo|un abrazo|abrazos|bendiciones|dios le bendiga|dios te bendiga|que dios los bendiga|cuidese|cuidate',
  'buen dia|buenos dias|buenas tardes|buenas noches|buena tarde|buena noche|feliz dia|feliz tarde|feliz noche|linda tarde|lindo dia|que tenga buen dia|que tenga un buen dia|que tengas buen dia|que tengas un buen dia|que tenga buena tarde|que tenga buena noche|que tenga linda tarde|que este bien|que estes bien|que le vaya bien|que te vaya bien|buen fin de semana|igualmente|a usted|a ti|a vos|igual',
  'listo|ya quedo|quedo perfecto|quedo listo|todo listo|ya esta|ya esta listo|solucionado|resuelto|ya quedo resuelto|ya se soluciono|ya se arreglo|ya funciona|ya me funciona|ya me funciono|todo bien|todo en orden|todo ok|perfecto|excelente|genial|buenisimo|barbaro|fenomenal|estupendo|maravilloso|de lujo|joya|de nada',
  'ok|okay|okey|oki|okis|vale|dale|de acuerdo|entendido|enterado|enterada|recibido|anotado|muy amable|muy amables|es usted muy amable|sos muy amable|eres muy amable|un amor|muy buena atencion|buena atencion|excelente atencion|excelente servicio|buen servicio|muy buen servicio|buen trabajo|que amable',
  'eso es todo|eso era todo|es todo|era todo|nada mas|no nada mas|no gracias|no eso es todo|no eso era todo|seria todo|eso seria todo|no necesito nada mas|con eso es suficiente|asi esta bien|por ahora nada mas|no por ahora nada mas|por ahora es todo',
  'thanks|thank you|many thanks|thanks a lot|thanks a million|thanks a ton|thank you so much|thank you very much|thanks so much|thanks very much|thanks for everything|thanks for your help|thanks for the help|thank you for your help|thank you for your time|thanks for helping|thanks for all your help|thank you for helping me|cheers|much appreciated|appreciate it|i appreciate it|i appreciate your help|appreciated',
  'goodbye|good bye|bye for now|see you|see ya|see you later|cya|later|take care|have a nice day|have a good day|have a great day|have a good one|have a nice evening|have a good night|good night|good day|same to you|you too|god bless|god bless you|all the best|best regards|regards|so long|farewell|ttyl',
  'great|perfect|awesome|excellent|wonderful|amazing|brilliant|lovely|got it|understood|noted|all good|all set|all done|done|resolved|solved|fixed|its fixed|it works now|its working now|works now|it is working now|that works|that worked|it worked|sorted|thats all|that is all|thats it|thats everything|nothing else|no thats all|no thanks|no thank you|no thats it|that will be all|great service|good service|great job|good job|well done|you have been very helpful|you were very helpful|very helpful|youre the best|you are the best|youre welcome',
  '👍|👌|🙏|🙌|👏|❤|💙|💚|💛|💜|🧡|😊|🙂|😀|😃|😄|😁|😉|😘|🥰|😍|🤗|🤝|✅|✔|☑|💯|⭐|🌟|👋|🎉|💪|😌|☺|🌹|🌷|💐',
)

/** What stands around them and adds nothing. */
const AROUND = phrases(
  'si|no|pues|bueno|bien|muy|y|por todo|por|ayuda|la|su|tu|con|mucho|muchas|muchisimas|ya|todo|entonces|tambien|señor|señora|señorita|amigo|amiga|don|doña|estimado|estimada|joven|ah|ahh|aja|oh|ay|jaja|jajaja|jeje|haha|lol|hola|de verdad|en serio|de nuevo|otra vez|nuevamente|como siempre|a todos|a todas|equipo|super|tan|que|q|es|usted|ustedes|nomas|asi',
  'yes|so|and|very|much|really|again|for|your|the|help|all|everything|everyone|guys|team|sir|maam|madam|mate|man|dear|buddy|well|oh|then|now|just|too|cool|nice|good|right|you|a lot|ill|i will|have to go|gotta run|its all|is all',
)

/**
 * Whether a message only thanks, says goodbye or approves. Used after a case is resolved, where such a message
 * must reopen nothing. Every word has to belong to that: "gracias pero sigue sin funcionar" and "thanks for
 * nothing" are not closings, and neither is a question or a bare "sí" or "no", which may answer one.
 */
export function isClosing(text: string): boolean {
  if (text.includes('?') || text.length > 300) return false
  const said = words(text)
  let closes = false
  for (let i = 0; i < said.length; ) {
    const closing = CLOSES.longestAt(said, i)
    const around = AROUND.longestAt(said, i)
    if (closing === 0 && around === 0) return false
    if (closing > 0) closes = true
    i += Math.max(closing, around)
  }
  return closes
}
