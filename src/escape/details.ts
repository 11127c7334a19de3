import type { Language, Texts } from '../language.ts'

/**
 * Why the bot let go, in one sentence for agents and logs. It is stored in English, and read back by the same template
 * in which it was written, so that each agent has it in their own language. What no template made (a flag that a dialog
 * fills, a fault's own words) is told as it is.
 */
const DETAILS = {
  'not-understood-in-a-row': {
    en: 'not understood {times} times in a row',
    es: 'no se le entendió {times} veces seguidas',
  },
  'not-understood': {
    en: 'not understood {times} times in this conversation',
    es: 'no se le entendió {times} veces en esta conversación',
  },
  'answers-not-usable': {
    en: '{times} answers to {where} not usable',
    es: '{times} respuestas que no se pudieron usar en «{where}»',
  },
  'asked-again': {
    en: 'about to ask {where} again, {times} times in all',
    es: 'se le iba a preguntar lo mismo {times} veces en «{where}»',
  },
  circles: { en: 'going in circles: {where}', es: 'daba vueltas entre {where}' },
  'not-clear': {
    en: 'not clear for the {which} time which is meant: {where}',
    es: 'no quedó claro por {which} vez cuál quiere: {where}',
  },
  anger: {
    en: '{times} signs of anger, the last one: {sign}',
    es: '{times} señales de enojo; la última, {sign}',
  },
  'same-again': {
    en: 'the customer is saying the same thing again',
    es: 'vuelve a decir lo mismo',
  },
  'no-progress': { en: '{times} messages without progress', es: '{times} mensajes sin avanzar' },
  accepted: { en: 'accepted the offer of a person', es: 'aceptó que le atendiera una persona' },
  'none-of-these': { en: 'chose "none of these"', es: 'eligió «nada de esto»' },
  'too-many-matters': {
    en: '{times} matters open and another begun: {where}',
    es: '{times} asuntos abiertos y empezó otro: {where}',
  },
  'entered-too-often': {
    en: 'step {where} entered {times} times',
    es: 'pasó {times} veces por lo mismo en «{where}»',
  },
  'same-answer': {
    en: '{where} ({object}): the same answer would have been given again; contacts {times}, the first on {first}',
    es: '{where} ({object}): se le iba a dar la misma respuesta; nos ha escrito {times} veces, la primera el {first}',
  },
  'contact-number': {
    en: '{where} ({object}): contact number {number} about this; contacts {times}, the first on {first}',
    es: '{where} ({object}): es la vez {number} que escribe por esto; la primera, el {first}',
  },
  'call-failed': { en: '{verb} failed: {why}', es: 'falló «{verb}»: {why}' },
  'by-person': { en: '{verb} is done by a person here', es: '«{verb}» lo hace aquí una persona' },
  'call-after-edit': {
    en: '{verb} was {outcome} after its dialog had been edited',
    es: '«{verb}» terminó ({outcome}) después de que cambiara su diálogo',
  },
  'call-left-open': {
    en: '{verb} had not answered when the customer left the bot',
    es: '«{verb}» aún no había contestado cuando el cliente dejó al asistente',
  },
  language: { en: 'writes in {language}', es: 'escribe en {language}' },
  files: { en: 'sent {times} file(s)', es: 'mandó {times} archivo(s)' },
  danger: { en: 'words of danger: {danger}', es: 'palabras de peligro: {danger}' },
  'not-answered': { en: 'no answer within {times} seconds', es: 'nadie le contestó en {times} segundos' },
  /** A dialog that hands over: the title is in the customer's language, so it is taken anew. */
  'handed-over': { en: '{title} ({where})', es: '{where}' },
} as const satisfies Record<string, Texts>
type Name = keyof typeof DETAILS

/** What stands in braces in a template. */
type ValuesIn<T extends string> = T extends `${string}{${infer V}}${infer Rest}` ? V | ValuesIn<Rest> : never
type Values<N extends Name> = Readonly<Record<ValuesIn<(typeof DETAILS)[N]['en']>, string | number>>

/** The sentence that is stored and logged. */
export function detail<N extends Name>(name: N, values: Values<N>): string {
  return filled(DETAILS[name].en, values as Readonly<Record<string, string | number>>)
}

/** What values that are codes are called; undefined leaves the code as it is. */
export interface Names {
  dialog(id: string, language: Language): string | undefined
  verb(verb: string, language: Language): string | undefined
}

/** A stored sentence in an agent's language. */
export function detailWords(stored: string, language: Language, names: Names): string {
  for (const { pattern, keys, texts } of READ) {
    const found = pattern.exec(stored)
    if (!found) continue
    const values = Object.fromEntries(
      keys.map((key, at) => [key, worded(key, found[at + 1] ?? '', language, names)]),
    )
    return filled(texts === DETAILS['handed-over'] ? '{where}' : texts[language], values)
  }
  return stored
}

/** A dialog, or a step of it: "unknown-charge", "cancel-service/account". */
const PLACE = /\b([a-z][a-z0-9-]*)(?:\/\w+)?/g

/** Values that have to look like what they are, so that a fault's own words are not taken for one of these. */
const SHAPES: Readonly<Record<string, string>> = {
  times: '(\\d+)',
  number: '(\\d+)',
  where: '([a-z][a-z0-9-]*(?:/\\w+)?(?:(?:, | and )[a-z][a-z0-9-]*(?:/\\w+)?)*)',
  verb: '([a-z][a-z-]*|a call)',
  outcome: '(\\w+)',
}

/** Values that are the same few words each time. */
const WORDS: Readonly<Record<string, Texts>> = {
  first: { en: 'first', es: 'primera' },
  second: { en: 'second', es: 'segunda' },
  insult: { en: 'an insult', es: 'un insulto' },
  shouting: { en: 'capital letters', es: 'mayúsculas' },
  'already-told': { en: 'has told it before', es: 'ya lo había dicho' },
  'no-use': { en: 'says that it is of no use', es: 'dice que no sirve' },
  threat: { en: 'will report it', es: 'lo va a denunciar' },
  self: { en: 'harm to themselves', es: 'daño a sí mismo' },
  violence: { en: 'violence', es: 'violencia' },
  hazard: { en: 'fire, gas or a cable', es: 'fuego, gas o un cable' },
  health: { en: 'somebody’s health', es: 'la salud de alguien' },
  ok: { en: 'done', es: 'hecho' },
  refused: { en: 'refused', es: 'rechazado' },
  failed: { en: 'failed', es: 'falló' },
  unknown: { en: 'not known whether done', es: 'no se sabe si se hizo' },
  'a call': { en: 'a request to the company’s systems', es: 'una consulta a los sistemas' },
  Portuguese: { en: 'Portuguese', es: 'portugués' },
  French: { en: 'French', es: 'francés' },
  Italian: { en: 'Italian', es: 'italiano' },
  German: { en: 'German', es: 'alemán' },
  Catalan: { en: 'Catalan', es: 'catalán' },
  Galician: { en: 'Galician', es: 'gallego' },
  Basque: { en: 'Basque', es: 'euskera' },
  Japanese: { en: 'Japanese', es: 'japonés' },
  Korean: { en: 'Korean', es: 'coreano' },
  Chinese: { en: 'Chinese', es: 'chino' },
  Arabic: { en: 'Arabic', es: 'árabe' },
  Ukrainian: { en: 'Ukrainian', es: 'ucraniano' },
  Russian: { en: 'Russian', es: 'ruso' },
  Greek: { en: 'Greek', es: 'griego' },
  Hebrew: { en: 'Hebrew', es: 'hebreo' },
  Hindi: { en: 'Hindi', es: 'hindi' },
  Thai: { en: 'Thai', es: 'tailandés' },
  Polish: { en: 'Polish', es: 'polaco' },
  Dutch: { en: 'Dutch', es: 'neerlandés' },
  Romanian: { en: 'Romanian', es: 'rumano' },
  Turkish: { en: 'Turkish', es: 'turco' },
  Swedish: { en: 'Swedish', es: 'sueco' },
}

const READ = Object.values(DETAILS).map((texts) => ({
  texts,
  keys: [...texts.en.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key),
  pattern: new RegExp(
    `^${texts.en
      .split(/\{(\w+)\}/)
      .map((part, at) => (at % 2 === 0 ? part.replaceAll(/[.()?"]/g, '\\$&') : (SHAPES[part] ?? '(.+?)')))
      .join('')}$`,
    's',
  ),
}))

function worded(key: string, value: string, language: Language, names: Names): string {
  if (key === 'where') return value.replaceAll(PLACE, (place, id) => names.dialog(id, language) ?? place)
  if (key === 'verb') return names.verb(value, language) ?? value
  return WORDS[value]?.[language] ?? value
}

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}
