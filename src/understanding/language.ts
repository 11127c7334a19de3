import type { Language } from '../language.ts'
import { fold, words } from './words.ts'

/** Frequent words that tell Spanish from English, folded. Words of both ("no", "me", "a", "internet") are absent. */
const SPANISH = `el la los las un una unos unas de del al que y en es con por para se su sus lo le les mi mis tu tus
 te nos yo usted ustedes ella ellos nosotros vos este esta esto estos estas ese esa eso aquel como cuando donde
 cuanto cuantos quien cual porque pero mas muy ya si sin sobre entre hasta desde tambien tampoco nada algo alguien
 nadie todo toda todos hay soy eres es somos son estoy esta estas estamos estan era fue fui ser estar tener tengo
 tiene tienes tienen tenes hace hacer hago hice puedo puede puedes pueden podes podria quiero quiere quieres queres
 querria quisiera necesito necesita necesitas dar dame deme decir digo dice dijo dime digame ver veo ir voy va vas
 vamos hola buenas buenos dias tardes noches gracias graciass favor adios chao chau luego ahora hoy ayer manana siempre nunca
 bien mal mejor peor cosa cosas vez veces dia mes ano hora horas dinero cuenta factura cobro cobros cobraron cobran
 cargo servicio linea telefono numero tarjeta banco pago pagar pague cancelar cancele cancela baja alta contrato
 conexion anda funciona funcionan sirve senal casa ayuda ayudar ayuden ayudame ayudeme persona humano asesor agente
 hablar pasame pasas alguien olvidelo dejalo olvidalo claro dale vale sip listo bueno correcto acuerdo segundo
 segunda primero primera tercera ultimo ultima otro otra otros nuevo nueva empresa desconozco conozco reconozco
 kiero ablar aser tambn porq xq tmb q k xfa porfa porfavor grax cuanto quienes maquina verdad joder wey
 che sos tenes podes queres andas carajo pues entonces aqui ahi alla alli toda deja deje quita borrar perdon disculpe
 gusto dar mande oye oiga senor senora senorita solo dos tres cuatro cinco seis siete ocho nueve diez euros pesos
 sigue siguen igual anduvo volvio quedo
 nel simon orale andale sale chido bacan parce vaina guay ostia buen feliz salir cambiar saber saldo`

const ENGLISH = `the an and of to in is it its for on with as at by from this that these those i you he she we they my
 your his her our their him them us be am are was were been being have has had do does did done doing will would
 can could should shall may might must not dont doesnt didnt cant couldnt wont wouldnt isnt arent wasnt im ive id
 ill youre theyre thats whats there here where when why how who what which if or but so because than then about
 into out up down over again more most some any all every each other another one two three four five six seven
 eight nine ten first second third last next new old get got give take make made want need know think see look
 tell say said talk speak call help please thanks thank thx hello helo hullo hi hiya heya yo hey goodbye good morning afternoon evening
 night yes yeah yep nope sure okay right wrong fine great sorry today yesterday tomorrow now later never always
 money account bill billing charge charged charges service line phone number card bank pay paid payment cancel
 cancelled contract connection connected working works work slow down home house person human someone somebody
 anybody anyone agent representative operator machine real people customer support company recognize
 recognise unknown forget mind nevermind leave stop start change my myself just only really very much many few
 u ur r pls plz idk gimme lemme wanna gonna thru went keep keeps still back off own same else something anything
 nothing since broken fix fixed try tried trying send sent why it's let put live way time day week
 month year hour whole would've nah dunno aint`

/** Words that no Spanish or English text would have: another language, so neither. */
const OTHER = `nao voce obrigado obrigada preciso quero falar uma estou meu minha ola bom boa isso muito sim voces
 bonjour merci je suis vous avec pour une des les est pas mon oui salut bonsoir veux parler
 ich nicht und der das mit einen eine bitte danke guten hallo mein kann ist haben
 ciao grazie sono vorrei parlare non il mio buongiorno voglio prego della
 ik niet een het goedemorgen dank wil mijn`

/** Words of the trade that both languages use: they tell nothing, whatever their shape. */
const NEUTRAL = `internet wifi router modem netflix hotel email online chat web app bot total normal error final
 original personal digital legal local plan sms whatsapp facebook hospital animal general control factor color bye menu`

const wordSet = (list: string): Set<string> => new Set(list.split(/\s+/).map(fold))
const spanishWords = wordSet(SPANISH)
const englishWords = wordSet(ENGLISH)
const otherWords = wordSet(OTHER)
const neutralWords = wordSet(NEUTRAL)

/** Letters at the edges and inside of a word that lean one way; a weak vote for words we don't know. */
const SPANISH_SHAPE =
  /(?:cion|ciones|mente|ando|iendo|ado|ada|ados|adas|ido|idos|ero|era|ario|aria|dad|ar|er|ir|arme|erme|irme|aron|ieron|amos|emos|aste|iste|arlo|arla|eme|ame|enme|elo|ito|ita|ones|es|os|as|o|a)$|^(?:des|qu)|rr|ll[aeo]|ue[nrls]|ie[nr]/
const ENGLISH_SHAPE =
  /(?:ing|tion|tions|ed|ly|ness|ment|ght|ck|sh|th|ll|ss|ble|ful|ous|ers|y|k|t|d|p|ve|ge|ue)$|^(?:wh|th|sh|kn|wr)|[wk]|th|sh|oo|ee|ph|gh|tt|pp|ss|mm/

const TOKEN = /[\p{L}]+/gu
/** Enough of a message to tell its language by; more costs time and tells no more. */
const MOST_CHARACTERS = 1_000

/** A message of fewer words does not tell in which language the customer wants to go on. */
const TELLING_WORDS = 3

/** The other language that a message turns a conversation to, if it does; "ok", a name and numbers do not. */
export function turnsTo(
  text: string,
  from: Language,
  detected: Language | undefined = detectLanguage(text),
): Language | undefined {
  const turns = detected !== undefined && detected !== from && words(text).length >= TELLING_WORDS
  return turns ? detected : undefined
}

/**
 * The language of a message: `undefined` when it can't be told ("ok", "123456", "👍") or is neither. Short texts
 * are what customers write, so whole words decide; the shape of unknown words only breaks ties.
 */
export function detectLanguage(text: string): Language | undefined {
  const sample = text.slice(0, MOST_CHARACTERS)
  let es = /[¿¡ñÑ]/.test(sample) ? 2 : 0
  let en = 0
  let other = 0
  if (/[áéíóúÁÉÍÓÚ]/.test(sample)) es += 1
  for (const token of fold(sample).match(TOKEN) ?? []) {
    const spanish = spanishWords.has(token)
    const english = englishWords.has(token)
    if (otherWords.has(token)) other += 1
    if (spanish) es += 1
    if (english) en += 1
    if (spanish || english || token.length < 4 || neutralWords.has(token)) continue
    const spanishShape = SPANISH_SHAPE.test(token)
    const englishShape = ENGLISH_SHAPE.test(token)
    if (spanishShape && !englishShape) es += 0.4
    if (englishShape && !spanishShape) en += 0.4
  }
  if (other >= 1 && other >= Math.max(es, en)) return undefined
  if (es === en || Math.max(es, en) < 0.4) return undefined
  return es > en ? 'es' : 'en'
}
