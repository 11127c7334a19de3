import { findDictatedEmails } from '../understanding/entities/email.ts'
import { fold } from '../understanding/words.ts'
import { isFirstName, isLastName } from './personal-names.ts'

/** Stands where something of somebody's stood. Not a mark that customers write by themselves. */
export const MASKED = '[…]'

const EMAIL = /[^\s@<>]+@[^\s@<>]+\.\p{L}{2,}/gu
/** An account of a social network. */
const HANDLE = /(?<![\p{L}\d.])@[\p{L}\d_.]{3,}/gu
/** Letters and four digits or more: documents, orders, number plates. */
const CODE = /(?<![\p{L}\d])(?=[\p{L}\d-]*\p{L})(?=(?:[\p{L}-]*\d){4})[\p{L}\d]+(?:-[\p{L}\d]+)*/gu
/** Accounts, telephones, documents: what tells whose it is has four digits and more. Prices have fewer. */
const NUMBER = /\+?\d(?:[ .\-/]?\d){3,}/g

const STREET =
  'calle|cll|cl|carrera|cra|kra|kr|avenida|avda|av|diagonal|transversal|paseo|plaza|camino|carretera|ronda|jir[oó]n|jr|pasaje'
/** Words that go on with a sentence about a street, and with none of its name. */
const NO_STREET = 'hace|desde|como|por|en|y|no|se|ya|son|hay|est[aá]|a|con|para|que|tiene|lleva'
const INSIDE =
  'apto|apartamento|apt|ap|dpto|depto|piso|casa|torre|interior|int|bloque|puerta|pta|local|oficina'
/** "Calle 45 # 12-30 apto 302", "avenida Siempre Viva 742". */
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${STREET})(?![\p{L}\d])\.?(?:\s+(?!(?:${NO_STREET})(?![\p{L}\d]))[\p{L}.]+){0,4}\s*(?:[#,]|n[°ºo.]+)?\s*\d+\p{L}?(?![\p{L}\d])` +
    String.raw`(?:\s*(?:[#°º,\-]|n[°ºo.]+|bis|sur|norte|este|oeste|${INSIDE})?\.?\s*\d+(?:\s?(?![yeoau])\p{L})?(?![\p{L}\d]))*`,
  'giu',
)
/** "5 High Street", "1200 N Main St, apt 4B". */
const ADDRESS_EN =
  /(?<![\p{L}\d])\d{1,5}\s+(?:(?!(?:days?|weeks?|months?|years?|hours?|minutes?|times?|people|in|on|of|my|the|your|our|this|that)\b)[\p{L}'.]+\s+){1,3}(?:street|st|avenue|ave|road|rd|drive|lane|ln|boulevard|blvd|terrace|crescent)(?![\p{L}\d])\.?(?:,?\s*(?:apt|apartment|unit|suite|flat|floor|#)\.?\s*#?\s*[\p{L}\d]{1,5}(?![\p{L}\d]))?/giu

/** What follows is a name, however it is written. */
const NAMED =
  /(?<![\p{L}\d])(?:me llamo|me llaman|mi nombre(?: completo)? es|a nombre de|my (?:full )?name is|my name's|under the name(?: of)?)\s+$/iu
/** What follows is a name if it looks like one. */
const PERHAPS_NAMED =
  /(?<![\p{L}\d])(?:soy|habla|escribe|de parte de|i am|i'm|i’m|im|this is|it's|señora?|se[nñ]orita|sra?|srta|don|doña|mrs?|ms|miss|dra?|atentamente|atte|saludos|regards|sincerely|firma|titular(?: es)?)[.,:]?\s+$/iu
/** Words that no name goes on with. */
const AFTER_NAME = new Set(
  `y e and but pero para con que quiero quisiera necesito tengo mi my me no ya es desde en por i want need have had the to from
   cliente customer tambien also hace vivo soy estoy a un una o or porque because les le te como`.split(
    /\s+/,
  ),
)
const PARTICLES = new Set(['de', 'del', 'la', 'las', 'los', 'van', 'von', 'da', 'dos'])
const LONGEST_NAME = 5

/**
 * A message without what tells whose it is: e-mail addresses, also dictated, longer numbers and codes, postal addresses, and
 * names. Card numbers and IBANs are masked before anything is stored (masking.ts). Rather too much than too little: what
 * is masked only costs an example.
 */
export function maskPersonal(text: string): string {
  const dictated = findDictatedEmails(text).reduce((left, { written }) => left.replace(written, MASKED), text)
  const plain = dictated
    .replace(EMAIL, MASKED)
    .replace(HANDLE, MASKED)
    .replace(ADDRESS, MASKED)
    .replace(ADDRESS_EN, MASKED)
    .replace(CODE, MASKED)
    .replace(NUMBER, MASKED)
  return maskNames(plain)
}

const WORD = /\p{L}[\p{L}'’]*(?:-\p{L}[\p{L}'’]*)*/gu

function maskNames(text: string): string {
  const found = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    at: index,
    end: index + word.length,
  }))
  const shouts = !/\p{Ll}/u.test(text)
  const looksLikeOne = (word: string) => isFirstName(word) || (!shouts && /^\p{Lu}\p{Ll}/u.test(word))
  let out = ''
  let written = 0
  for (let i = 0; i < found.length; i += 1) {
    const here = found[i]
    if (!here || here.at < written) continue
    const before = text.slice(Math.max(0, here.at - 40), here.at)
    const isNamed = NAMED.test(before)
    const begins =
      isNamed || isFirstName(here.word) || (PERHAPS_NAMED.test(before) && looksLikeOne(here.word))
    if (!begins || AFTER_NAME.has(fold(here.word))) continue
    let last = here
    for (const next of found.slice(i + 1, i + LONGEST_NAME)) {
      const between = text.slice(last.end, next.at)
      const isParticle = PARTICLES.has(fold(next.word))
      if (!/^[ .]{1,2}$/.test(between) || AFTER_NAME.has(fold(next.word))) break
      const goesOn = isParticle || isNamed || isLastName(next.word) || looksLikeOne(next.word)
      if (!goesOn) break
      last = next
    }
    out += text.slice(written, here.at) + MASKED
    written = last.end
  }
  return out + text.slice(written)
}
