import { fold } from '../understanding/words.ts'

/** How anger shows. It is counted, answered with the offer of a person, and never lectured. */
export type Anger = 'insult' | 'shouting' | 'already-told' | 'no-use' | 'threat'

const SIGNS: Readonly<Record<Exclude<Anger, 'shouting'>, readonly string[]>> = {
  insult: [
    '(?:idiotas?|imbecil(?:es)?|estupid[oa]s?|inutil(?:es)?|incompetentes?|ineptos?|pendej[oa]s?|cabron(?:es)?|pelotud[oa]s?|gilipollas|mamones|malparid[oa]s?|gonorreas?|tarad[oa]s?)',
    '(?:mierda|puta|putos?|hijue?puta|hijos de|hdp|carajo|joder|cono|verga|chingad\\w+|chinguen|no mames|maldit[oa]s?|desgraciad[oa]s)',
    '(?:ladrones|rateros|estafadores|sinverguenzas|mentirosos|abusivos|bandidos)',
    '(?:que |son una |es una |una )(?:basura|porqueria|asco|verguenza|estafa|burla|falta de respeto)',
    '(?:idiots?|morons?|stupid|useless|incompetent|imbeciles?|clowns|jerks?|asshole\\w*|bastards?|liars|thieves|crooks|scammers?)',
    '(?:fuck\\w*|bullshit|shit\\w*|wtf|damn(?:ed|it)?|piss(?:ed)? off|screw you|crap)',
    '(?:a (?:scam|rip ?off|joke|disgrace)|ridiculous|pathetic|disgusting|garbage)',
  ],
  'already-told': [
    'ya (?:te|le|se|les|os|lo) (?:lo )?(?:he |habia )?(?:dije|dicho|conte|contado|explique|explicado|mande|repeti)',
    '(?:cuantas|tantas|mil|cien) veces',
    '(?:otra vez|siempre) (?:lo mismo|la misma (?:respuesta|pregunta|historia))',
    'i(?:ve)? (?:have )?(?:already|just) (?:told|said|explained|given)',
    'how many (?:more )?times',
    'the same (?:answer|question|thing) (?:again|over)',
  ],
  'no-use': [
    '(?:esto|este (?:bot|chat|asistente|robot)|usted|ustedes|tu|vos) no (?:me )?(?:sirven?|sirves|ayudas?|ayudan|resuelven?|entiendes?|entiendes nada)',
    'no (?:sirven?|sirves) (?:para|de) nada',
    '(?:gracias por (?:nada(?! mas)|hacerme perder)|thanks for (?:nothing|wasting))',
    'no me (?:estas?|estan) (?:ayudando|entendiendo|escuchando|leyendo)',
    '(?:estoy|me tienen?|ya) (?:muy |tan |re |super )?(?:hart[oa]|cansad[oa] de|podrid[oa]|furios[oa]|enojad[oa]|indignad[oa]|emputad[oa]|cabread[oa])',
    '(?:es|esto es) el colmo|pesim[oa] (?:servicio|atencion)|el peor (?:servicio|bot)|que (?:mal|pesimo) servicio',
    '(?:youre|you are|its|it is|this is|the bot is|this bot is|this chat is) (?:not (?:helping|listening|understanding|helpful)|useless|no (?:help|use))',
    '(?:you|this|it|the bot|this bot|this chat) (?:dont|doesnt|isnt|arent|never|do not|does not) (?:help(?:ing)?|listen(?:ing)?|understand(?:ing)?(?: anything| me)?)',
    '(?:fed up|sick of|tired of|had enough|worst (?:service|company|bot)|waste of (?:my )?time)',
    '(?:i am|im) (?:so |very |really )?(?:angry|furious|mad|annoyed|frustrated|upset)',
  ],
  threat: [
    '(?:voy|vamos) a (?:denunciar|demandar|reclamar a|poner una (?:denuncia|demanda|queja|tutela)|ir a (?:consumo|juicio|los medios|la prensa))',
    '(?:los|les|la|lo) (?:voy a )?(?:denuncio|denunciare|demando|demandare|denunciar|demandar)',
    '(?:denunciare|demandare|mi abogad[oa]|superintendencia|profeco|facua|indecopi|sernac|defensa del consumidor|en redes sociales)',
    '(?:sue you|suing you|my lawyer|report(?:ing)? you|take you to court|ombudsman|consumer protection|small claims|on social media|bbb|fcc)',
  ],
}

const signs = Object.entries(SIGNS).map(
  ([sign, patterns]) => [sign as Anger, new RegExp(`\\b(?:${patterns.join('|')})\\b`)] as const,
)

/** Who shouts writes more than an abbreviation in capitals. */
const SHOUTED_LETTERS = 12
const SHOUTED_WORDS = 3
const SHOUTED_SHARE = 0.8
const MOST_CHARACTERS = 2_000

/** The sign of anger in a message, if there is one. Pure and linear; it guesses no mood beyond the words. */
export function readAnger(text: string): Anger | undefined {
  const read = text.slice(0, MOST_CHARACTERS)
  const plain = fold(read).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
  return signs.find(([, pattern]) => pattern.test(plain))?.[0] ?? (isShouting(read) ? 'shouting' : undefined)
}

function isShouting(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu) ?? []
  const words = text.match(/\p{L}{2,}/gu) ?? []
  return (
    letters.length >= SHOUTED_LETTERS &&
    words.length >= SHOUTED_WORDS &&
    capitals.length >= letters.length * SHOUTED_SHARE
  )
}
