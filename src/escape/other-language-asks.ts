import { fold } from '../understanding/words.ts'
import type { Ask } from './ask-rule.ts'

/**
 * By which words a person is asked for in one language, folded, apostrophes as spaces. Each list is alternatives of a
 * regular expression. None of them is a word of Spanish or English in that place, so no language is told first.
 */
interface Asking {
  /** Who answers at a company: said alone, it asks. */
  desk: string
  /** Anybody, a person: asked for with a verb. */
  person: string
  /** To talk, announced; told talks are absent on purpose. */
  talk: string
  /** Passes the customer on. */
  pass: string
  /** Wants somebody. */
  want: string
  /** Attends or helps the customer. */
  serve: string
  /** Asks for a call, whoever calls. */
  call: string
  /** Whether there is somebody. */
  exist: string
  no: string
  /** Before or after the verb, it tells of a talk that was. */
  told: string
  bot: string
  /** Courtesies, articles, and "real". */
  fill: string
}

const PT: Asking = {
  desk: 'atendentes?|atendimento humano|pessoa (?:real|de verdade)|assistente humano|suporte humano|funcionari[oa]s?',
  person:
    'atendentes?|pessoas?|humanos?|alguem|gente|agente|operadora?|representante|assistente|funcionari[oa]|supervisora?|gerente|responsavel|suporte humano|consultora?',
  talk: 'falar|fala com|conversar|contatar|entrar em contato',
  pass: '(?:me|nos) (?:passa|passe|passem|transfere|transfira|transfiram|conecta|coloca|coloque|encaminha|bota|poe)|(?:passar|transferir|conectar|encaminhar|passa|transfere|chama|chame)(?: me| pra mim)?|passa me',
  want: 'quero|queria|gostaria de|preciso(?: de)?|cade|prefiro|exijo',
  serve: 'atender|atenda|ajudar|ajude|responder|responda|ligar|ligue|me ajuda|me atende|me responde|me liga',
  call: '(?:me liguem|me ligue|me liga|me ligar|liguem pra mim|podem ligar|uma ligacao|me telefonem|me retornem)',
  exist: 'tem|ha|existe|tem algum|tem alguma',
  told: 'ontem|ja falei',
  no: 'nao|chega|sem|cansad[oa]|odeio|n',
  bot: 'robos?|bots?|maquinas?|chatbot|ia',
  fill: 'por favor|pfv|pf|um|uma|o|a|ai|agora|ja|algum|alguma|real|de verdade|humano|humana|urgente|com|ola|oi',
}

const GL: Asking = {
  ...PT,
  desk: 'persoa real|persoa de verdade|axentes?',
  person:
    'persoas?|humanos?|alguen|xente|axentes?|operadora?|asesora?|representante|supervisora?|responsable|encargado',
  talk: 'falar|contactar|conversar',
  pass: '(?:pasa|pase|pasen|pona|pon|pasar|poner|conecta|conecte)(?:me|nme)|(?:podes|pode|poden)me pasar|podesme (?:pasar|poner)|me pasas|me pasa',
  want: 'quero|queria|gustariame|preciso|prefiro',
  serve: 'atenda|atender|axudar|axude|responda|responder|chame|chamar',
  call: '(?:chamen?me|podenme chamar|podedesme chamar|que me chamen?|chamademe)',
  exist: 'hai',
  told: 'onte|xa falei',
  no: 'non|chega|sen|fart[oa]',
  fill: 'por favor|un|unha|cun|cunha|co|coa|dunha|o|a|ai|xa|agora|algun|algunha|real|de verdade|con|ola|d',
}

const FR: Asking = {
  desk: 'conseillers?|conseillere|vrai conseiller|personne reelle|vraie personne|etre humain|humains?|service client',
  person:
    'personne|personnes|humains?|quelqu ?un|quelqun|quelq un|conseillers?|conseillere|agent|operateur|operatrice|representant|responsable|superviseur|service client|technicien|directeur|manager|etre humain',
  talk: 'parler|discuter|m adresser|contacter|joindre|echanger|entrer en contact|etre mise? en (?:contact|relation)|me mettre en (?:contact|relation)',
  pass: '(?:passez|passe|transferez|transfere|mettez|mets|connectez|redirigez|donnez|appelez) moi|me (?:passer|transferer|connecter|mettre|rediriger)',
  want: 'veux|veut|voudrais?|voulais|souhaite|besoin d|besoin de|j aimerais|exige|prefere',
  serve:
    '(?:m )?aider|me repondre|m aide|me repond|me rappelle|me rappeler|m appeler|s occupe de moi|me contacte|reponde|m ecoute',
  call: '(?:(?:r?appelez) moi|(?:me |etre )r?appele(?:r|z)?e?|un rappel|etre rappelee?|qu on me rappelle)',
  exist: 'il y a|y a|y a t il|est ce qu il y a|avez vous',
  told: 'hier|deja',
  no: 'ne|pas|marre|assez|sans|plus',
  bot: 'robots?|bots?|machines?|chatbot|ia|automate',
  fill: 'svp|stp|s il (?:vous|te) plait|un|une|le|la|a|avec|maintenant|vite|vrai|vraie|reel|reelle|humain|de|bonjour|urgent|disponible|la bas|ici',
}

const IT: Asking = {
  desk: 'operator[ei]|operatrice|persona (?:reale|vera)|essere umano|umano|umani|assistenza umana|consulente',
  person:
    'persona|umano|essere umano|operatore|operatrice|qualcuno|agente|consulente|responsabile|supervisore|addetto|impiegato|tecnico|gente',
  talk: 'parlare|parlarne|contattare|mettermi in contatto|conversare',
  pass: '(?:mi|ci) (?:passi|passa|passate|metta|metti|mettete|trasferisca|colleghi|connetta)|(?:passa|trasferisci|trasferite|collega|collegate|metti|mettete|passate|dammi|date)(?:mi)|passarmi|trasferirmi|mettermi|collegarmi',
  want: 'voglio|vorrei|desidero|ho bisogno di|bisogno di|preferisco|esigo|serve',
  serve:
    'aiutarmi|aiutare|aiuta|rispondermi|risponda|rispondere|mi aiuti|mi chiami|chiamarmi|assistermi|mi assista|ascoltarmi',
  call: '(?:(?:ri)?chiamatemi|(?:ri)?chiamami|(?:ri)?chiamarmi|mi chiami|mi chiamate|essere (?:ri)?chiamat[oa]|una chiamata)',
  exist: 'c e|ci sono|avete|esiste',
  told: 'ieri|ho gia',
  no: 'non|basta|senza|stufo|stanc[oa]|odio',
  bot: 'robot|bot|macchina|macchine|chatbot|ia|risponditore',
  fill: 'per favore|perfavore|un|una|uno|il|la|con|subito|adesso|ora|vera|vero|reale|umano|di|ciao|disponibile|li',
}

const DE: Asking = {
  desk: 'mitarbeiter(?:in)?|echte[rnm]? mensch(?:en)?|menschlicher (?:support|kontakt|mitarbeiter)|mensch(?:en)?|ansprechpartner|kundenberater|berater|sachbearbeiter',
  person:
    'mensch(?:en)?|mitarbeiter(?:in|s|n)?|jemande?[mn]?|jemand|person|agent(?:en)?|berater|kundenberater|kundenservice|kundendienst|vorgesetzte[nrm]?|ansprechpartner|chef|manager|sachbearbeiter|techniker',
  talk: 'sprechen|reden|telefonieren|schreiben|kontaktieren|erreichen?|erreiche|chatten',
  pass: 'verbinden?(?: sie)?|verbinde|weiterleiten|leiten sie|leite mich|geben sie mir|gib mir|holen sie|stellen sie',
  want: 'ich will|ich mochte|ich moechte|ich brauche|ich hatte gerne?|ich haette gerne?|ich verlange|wir brauchen|ich bevorzuge',
  serve: 'helfen|hilft|antworten|antwortet|anrufen|zuruckrufen|zurueckrufen|kummern|ansehen',
  call: '(?:rufen sie mich(?: bitte)? (?:an|zuruck|zurueck)|ruf mich an|(?:mich|bitte) (?:an|zuruck|zurueck)rufen|ruckruf|rueckruf|ruckrufen)',
  exist: 'ist da|ist hier|ist dort|gibt es|haben sie|ist',
  told: 'gestern|habe|hatte',
  no: 'nicht|kein|keine[nmr]?|ohne|genug',
  bot: 'bots?|roboter[ns]?|maschine[n]?|chatbot|ki|automaten?',
  fill: 'bitte|ein|eine|einen|einem|einer|der|den|mit|jetzt|sofort|echte[rnm]?|hallo|da|hier|verfugbar|endlich|gern|gerne|danke|hier',
}

const CA: Asking = {
  desk: 'agent|assessora?|persona real|esser huma|ser huma|atencio humana|suport huma|agent huma|assessora?',
  person:
    'persona|persones|huma|humans|algu|agent|operadora?|assessora?|representant|responsable|supervisora?|gestora?|encarregat|tecnic',
  talk: 'parlar|contactar amb|comunicar me',
  pass: '(?:passa|passi|passeu|passin|posa|posi|poseu|connecta|connecteu|transferiu|deriva) (?:me|m)|em (?:passes|passa|passeu|podeu passar|pots passar|pot passar|poseu|poses|connectes)|passa m|posa m|passam|posam',
  want: 'vull|voldria|necessito|magradaria|m agradaria|prefereixo|exigeixo|cal',
  serve:
    'atengui|atendre|ajudar|ajudi|respondre|respongui|truqui|trucar|em pot ajudar|m atengui|m ajudi|em truqui|contesti',
  call: '(?:em podeu trucar|em pots trucar|em pot trucar|truqueu me|truca m|truqui m|que em truqui|que em truquin|una trucada)',
  exist: 'hi ha|teniu|no hi ha',
  told: 'ahir|vaig|van|vam',
  no: 'no vull|no em passeu|no necessito|no m agrada|no cal|prou|sense|farta?|odio',
  bot: 'robots?|bots?|maquin[ae]s?|chatbot|ia',
  fill: 'si us plau|sisplau|un|una|el|la|amb|ara|ja|real|huma|de veritat|hola|aqui|disponible|d',
}

const EU: Asking = {
  desk: 'benetako pertsona(?: bat)?|pertsona bat|gizaki bat|langile bat|aholkulari bat|operadore bat|benetako gizaki(?: bat)?',
  person:
    'pertsona(?:ren|rekin)?|pertsona bate(?:kin|k)|gizaki(?:arekin)?|norbait(?:ekin|ek)?|langile(?:arekin|a)?|agente(?:arekin)?|operadore(?:arekin)?|arduradun(?:arekin)?|aholkulari(?:arekin)?|ikuskatzaile(?:arekin)?|gainbegirale(?:arekin)?',
  talk: 'hitz egin|hitz egiteko|berba egin|mintzatu|hitzegin',
  pass: 'pasa nazazu|pasatu|jarri nazazu|jar nazazu|konektatu|transferitu|eman',
  want: 'nahi|behar|nahiago',
  serve: 'artatzea|lagundu|lagunduko|erantzun|erantzungo|deitzea|deituko|artatu|atenditzea|laguntzea',
  call: '(?:deitu mesedez|deituko didazue|deitu (?:niri|didazu|iezadazu)|dei bat)',
  exist: 'al dago|ba al dago',
  told: 'atzo|nuen|zuen|genuen',
  no: 'ez|nahikoa|gabe',
  bot: 'robot(?:a|ak|ekin)?|bot(?:a|ak|ekin)?|makina(?:rekin)?',
  fill: 'mesedez|bat|batekin|orain|benetako|kaixo|hor|hemen|bezeroarentzako arreta',
}

interface Compiled {
  /** Of all its words one must be there. */
  hint: RegExp
  asks: RegExp[]
  mayAsk: RegExp[]
  refuses: RegExp
  tells: RegExp
  notBot: RegExp
}

/** At most so many words between two that belong together. */
const between = (most: number): string => `(?: [a-z0-9]+){0,${most}}? `

function compile(own: Asking, isVerbLast: boolean): Compiled {
  const any = `(?:${own.desk}|${own.person})`
  const filled = `(?:(?:${own.fill}) )*`
  const one = (pattern: string): RegExp => new RegExp(`(?:^| )${pattern}(?: |$)`)
  const whole = (pattern: string): RegExp => new RegExp(`^ +${filled}${pattern}(?: (?:${own.fill}))* *$`)
  const last = (pattern: string): RegExp => new RegExp(`(?:^| )${pattern}(?: (?:${own.fill}))* *$`)
  return {
    hint: one(
      `(?:${own.desk}|${own.talk}|${own.pass}|${own.want}|${own.call}|${own.serve}|${own.bot}|${own.exist})`,
    ),
    asks: [
      one(`(?:${own.talk})${between(4)}${any}`),
      ...(isVerbLast ? [one(`${any}${between(3)}(?:${own.talk}|${own.pass}|${own.want})`)] : []),
      one(`(?:${own.pass})${between(4)}${any}`),
      last(`(?:${own.want})${between(3)}${any}`),
      one(`(?:${own.want})${between(3)}${any}${between(3)}(?:${own.serve})`),
      one(`(?:${own.serve}) ${filled}${any}`),
      last(`${own.call}`),
      whole(`(?:${own.desk})`),
    ],
    mayAsk: [
      last(`(?:${own.exist})${between(2)}${any}`),
      ...(isVerbLast ? [last(`${any}${between(1)}(?:${own.exist})`)] : []),
      one(`${any}${between(3)}(?:${own.serve})`),
    ],
    refuses: one(`(?:${own.no})${between(3)}${any}`),
    tells: one(`(?:${own.told})`),
    notBot: one(`(?:${own.no})${between(4)}(?:${own.bot})`),
  }
}

/** Whose verbs stand at the end. */
const VERB_LAST: readonly Asking[] = [DE, EU]
const compiled = [PT, GL, FR, IT, DE, CA, EU].map((own) => compile(own, VERB_LAST.includes(own)))

/** Enough of a message to find an ask in, at either end. */
const MOST_CHARACTERS = 300

/** Whether a message asks for a person in Portuguese, Galician, French, Italian, German, Catalan or Basque. */
export function readAskInOtherLanguage(text: string): Ask {
  const read =
    text.length > 2 * MOST_CHARACTERS
      ? `${text.slice(0, MOST_CHARACTERS)}. ${text.slice(-MOST_CHARACTERS)}`
      : text
  const folded = fold(read.replace(/['’´`-]/g, ' '))
  const words = ` ${folded.replace(/[^a-z0-9]+/g, ' ')} `
  const own = compiled.filter(({ hint }) => hint.test(words))
  if (own.length === 0) return 'no'
  const clauses = folded.split(/[.,;:!?¡¿()\n…]+/).map((clause) => ` ${clause.replace(/[^a-z0-9]+/g, ' ')} `)
  const said = own.flatMap((one) => clauses.map((clause) => readClause(clause, one)))
  return said.includes('asks') ? 'asks' : said.includes('may-ask') ? 'may-ask' : 'no'
}

function readClause(clause: string, { asks, mayAsk, refuses, tells, notBot }: Compiled): Ask {
  if (notBot.test(clause)) return 'asks'
  if (refuses.test(clause) || tells.test(clause)) return 'no'
  if (asks.some((pattern) => pattern.test(clause))) return 'asks'
  return mayAsk.some((pattern) => pattern.test(clause)) ? 'may-ask' : 'no'
}
