import { detectLanguage } from '../understanding/language.ts'
import { fold } from '../understanding/words.ts'
import { type UnknownLanguage, unknownLanguageOf } from './unknown-languages.ts'

/** Languages that the bot doesn't speak, and queues can have people of: who writes in one goes to a person who does. */
export const OTHER_LANGUAGES = ['pt', 'fr', 'it', 'de', 'ca', 'gl', 'eu'] as const
export type OtherLanguage = (typeof OTHER_LANGUAGES)[number]

interface Lexicon {
  /** For agents. */
  name: string
  /** Frequent words, folded; words that Spanish or English has too are left out where they would mislead. */
  words: string
  /** Says that a person who speaks the language will answer. */
  told: string
}

const LEXICON: Record<OtherLanguage, Lexicon> = {
  pt: {
    name: 'Portuguese',
    words: `nao uma voce voces obrigado obrigada preciso quero falar com meu minha estou ola bom boa isso muito sim fatura
      ajuda pessoa alguem atendente posso tenho esta foi para dia tarde noite cobrado conta cancelar servico sem tem ao pelo
      pela eu queria gostaria humano voltou funciona chegou pedido onde porque quando mas`,
    told: 'Uma pessoa que fala português vai atender você.',
  },
  fr: {
    name: 'French',
    words: `je vous merci bonjour bonsoir salut suis est pas avec pour une des les mon ma mes veux voudrais parler quelqu quelquun
      personne humain conseiller aide facture compte service il elle nous ne ce cette mais ou quand comment pourquoi ai avez
      passez moi toi prie votre notre ma fonctionne commande annuler resilier deux jours depuis sil plait plus internet dans sur oui`,
    told: 'Une personne qui parle français va vous répondre.',
  },
  it: {
    name: 'Italian',
    words: `non sono vorrei voglio parlare con il mio mia grazie ciao buongiorno buonasera prego della delle degli per una un che
      di bolletta fattura aiuto persona operatore qualcuno ho hai abbiamo questo questa perche quando dove come funziona
      ordine conto servizio disdire giorni da posso puo sono stato addebitato gli lo mi`,
    told: 'Le risponderà una persona che parla italiano.',
  },
  de: {
    name: 'German',
    words: `ich nicht und der die das mit einen eine einem einer bitte danke guten tag hallo mein meine kann ist haben habe mochte
      moechte will sprechen mensch menschen mitarbeiter jemand jemandem rechnung konto hilfe kundigen sie wir es zu von auf fur
      fuer warum wann wo wie funktioniert seit tagen geht kein keine internet bestellung sind wurde`,
    told: 'Eine Person, die Deutsch spricht, wird Ihnen antworten.',
  },
  ca: {
    name: 'Catalan',
    words: `vull parlar amb una si us plau gracies bon dia bona tarda hola que soc tinc meva meu factura ajuda algu huma persona
      aquest aquesta pero perque quan on com voldria necessito puc pots podeu fa dies linia servei donar baixa
      comanda em m han els les al del de sisplau i`,
    told: 'Us atendrà una persona que parla català.',
  },
  gl: {
    name: 'Galician',
    words: `quero falar cunha cun coa co unha persoa grazas ola bos dias boas tardes non teno moi eu meu mina alguen axuda
      factura podo pode preciso necesito desde hai por favor ninguen funciona onde cando porque pero atenda dar baixa
      servizo conta son estou`,
    told: 'Atenderao unha persoa que fala galego.',
  },
  eu: {
    name: 'Basque',
    words: `nahi dut pertsona batekin hitz egin mesedez eskerrik asko kaixo egun on arratsalde ez daukat nire faktura da dago
      laguntza norbaitekin gizaki behar kontua zerbitzua baja ematea noiz non nola zergatik dut duzu dute naiz zara
      interneta ibiltzen bat benetako norbait`,
    told: 'Euskaraz hitz egiten duen pertsona batek erantzungo dizu.',
  },
}

const wordsOf = OTHER_LANGUAGES.map((code) => ({ code, words: new Set(LEXICON[code].words.split(/\s+/)) }))

/** Enough of a message to tell its language by. */
const MOST_CHARACTERS = 600
/** A borrowed word or two tell nothing. */
const FEWEST_WORDS = 3
/** At least so much of a message must be of the language, and more than of any other. */
const LEAST_PART = 0.5

/**
 * The language of a message when it is one that the bot doesn't speak; `undefined` for Spanish, English, and whatever
 * is too short to tell. Words that Spanish shares count for both, so a doubtful message stays Spanish.
 */
export function otherLanguageOf(text: string): OtherLanguage | undefined {
  return asksForLanguage(text) ?? writtenIn(text)
}

function writtenIn(text: string): OtherLanguage | undefined {
  const said = [...new Set(wordsIn(text))]
  if (said.length < FEWEST_WORDS) return undefined
  const counted = wordsOf.map(({ code, words }) => ({
    code,
    count: said.filter((word) => words.has(word)).length,
  }))
  const best = counted.reduce((top, one) => (one.count > top.count ? one : top))
  if (best.count < FEWEST_WORDS || best.count < said.length * LEAST_PART) return undefined
  const own = said.filter((word) => isOfHouse(word)).length
  return best.count > own ? best.code : undefined
}

/** How each language is called in itself, in Spanish and in English; folded. */
const NAMES: Readonly<Record<OtherLanguage, string>> = {
  pt: 'portugues|portuguese',
  fr: 'francais|frances|french',
  it: 'italiano|italian',
  de: 'deutsch|aleman|german',
  ca: 'catala|catalan',
  gl: 'galego|gallego|galician',
  eu: 'euskara|euskera|euskaraz|vasco|basque',
}
const CALLED = OTHER_LANGUAGES.map((code) => ({ code, name: new RegExp(`\\b(?:${NAMES[code]})\\b`) }))
/** Whether anybody here speaks it, or somebody who does, please. */
const ASKED_FOR =
  /^(?:(?:hola|ola|bon dia|bom dia|bonjour|ciao|hallo|hello|hi|kaixo|alguien|alguno|aqui) )*(?:hablan?|hablas|habla usted|hablais|fala|falam|falas|voces? falam?|voce fala|parla|parlate|parli|parlen|parlez vous|vous parlez|parlez|sprechen sie|sprichst du|sprecht ihr|spricht jemand|(?:do|does|can) (?:you|anyone|anybody|somebody|someone) (?:here )?speak|anyone speaks?|euskaraz (?:hitz )?)/
const SOMEBODY_OF =
  /\b(?:alguien|una persona|un asesor|algu[en]m|quelqu ?un|qualcuno|jemand|someone|somebody|a person|an agent) (?:que|qui|che|der|who) (?:hable|habla|fale|fala|parle|parli|parla|spricht|speaks|can speak)\b/
/** Longer messages speak of something else, and mention a language. */
const MOST_WORDS_ASKED = 9

/** The language that a message asks for: "parlez-vous français ?", "¿hablan portugués?", "someone who speaks German". */
function asksForLanguage(text: string): OtherLanguage | undefined {
  const said = wordsIn(text)
  if (said.length > MOST_WORDS_ASKED) return undefined
  const plain = said.join(' ')
  const named = CALLED.filter(({ name }) => name.test(plain))
  const [only, ...others] = named
  if (!only || others.length > 0) return undefined
  return (text.includes('?') && ASKED_FOR.test(plain)) || SOMEBODY_OF.test(plain) ? only.code : undefined
}

/** A language that nobody here has a list of people for, when a message is in one. */
export function unknownLanguage(text: string): UnknownLanguage | undefined {
  return unknownLanguageOf(text, isOfHouse)
}

/** Told to the customer in their language. */
export function toldInTheirLanguage(code: OtherLanguage): string {
  return LEXICON[code].told
}

/** The language's name, for agents. */
export function languageName(code: OtherLanguage): string {
  return LEXICON[code].name
}

function wordsIn(text: string): string[] {
  return fold(text.slice(0, MOST_CHARACTERS)).match(/\p{L}+/gu) ?? []
}

const houseWords = new Map<string, boolean>()
const MOST_REMEMBERED = 5_000

/** Whether a single word is plainly Spanish or English. */
function isOfHouse(word: string): boolean {
  const known = houseWords.get(word)
  if (known !== undefined) return known
  const is = detectLanguage(word) !== undefined
  if (houseWords.size < MOST_REMEMBERED) houseWords.set(word, is)
  return is
}
