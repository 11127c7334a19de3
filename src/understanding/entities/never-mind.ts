import { words } from '../words.ts'
import { phrases } from './phrases.ts'

const NEVER_MIND = phrases(
  'olvidelo|olvidalo|olvidate|olvidate de eso|olvidese|olvidese de eso|olvide eso|olvida eso|dejalo|dejelo|deja|deje|dejalo asi|dejelo asi|dejemoslo|dejemoslo asi|dejemoslo ahi|dejalo ahi|dejelo ahi|deje asi|deja asi|dejalo estar',
  'no importa|ya no importa|da igual|ya da igual|da lo mismo|ya no|ya no quiero|ya no lo quiero|ya no hace falta|no hace falta|ya no es necesario|no es necesario|ya no lo necesito|ya no necesito nada|no pasa nada|no te preocupes|no se preocupe',
  'me arrepenti|cambie de opinion|cambie de idea|mejor no|mejor olvidelo|mejor olvidalo|mejor dejelo|mejor dejalo|mejor lo dejo|lo dejo asi|lo dejamos asi|nada nada|nada olvidelo|nada olvidalo|no nada|para nada olvidalo|luego lo hago|otro dia|en otro momento|mas tarde|despues lo veo|ya lo resolvi|ya lo solucione|cancelar eso|cancela eso|salir',
  'never mind|nevermind|nvm|nm|forget it|forget about it|forget that|forget i asked|leave it|leave it alone|leave it be|let it go|drop it|skip it|scratch that|ignore that|ignore it|ignore me|ignore my message|disregard|disregard that|disregard this|doesnt matter|it doesnt matter|no matter|not important|no longer needed|not needed anymore',
  'i changed my mind|changed my mind|on second thought no|no longer need it|i no longer need it|i dont need it anymore|dont bother|dont worry|dont worry about it|no need|theres no need|maybe later|some other time|another time|later|i will do it later|ill do it later|false alarm|quit|exit|abort',
)

const AROUND = phrases(
  'no|ya|ok|okay|bueno|pues|mejor|gracias|muchas gracias|por favor|perdon|disculpe|disculpa|sabes que|sabe que|ah|eh|mm|hmm|mira|mire|che|entonces|asi|ahora|por ahora|nomas|todo|eso|nada|actually|oh|well|please|thanks|thank you|sorry|you know what|just|then|now|about it|for now|all|that|it|anyway|um|uh',
)

/** Whether a message only takes back what the customer was doing: "olvídelo", "déjalo así", "never mind". */
export function isNeverMind(text: string): boolean {
  const said = words(text)
  let takesBack = false
  for (let i = 0; i < said.length; ) {
    const here = NEVER_MIND.longestAt(said, i)
    const around = AROUND.longestAt(said, i)
    if (here === 0 && around === 0) return false
    if (here > 0) takesBack = true
    i += Math.max(here, around)
  }
  return takesBack
}
