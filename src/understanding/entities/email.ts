/** Longest text that is looked through. */
const MOST_CHARACTERS = 2_000

const DOT = String.raw`(?:\s*\.\s*|\s+(?:punto|dot|point)\s+|\s*[([](?:punto|dot)[)\]]\s*)`
const AT = String.raw`(?:\s+@\s*|\s*@\s+|\s+(?:arroba|at)\s+|\s*[([](?:arroba|at|@)[)\]]\s*)`
const JOINT = String.raw`(?:\s+(?:gui[oó]n bajo|barra baja|underscore|gui[oó]n|dash|hyphen)\s+)`
const NAME = String.raw`[\p{L}\d][\p{L}\d_+-]{0,40}(?:\.[\p{L}\d_+-]{1,40}){0,4}`
const PART = String.raw`[\p{L}\d][\p{L}\d-]{0,40}`
const DICTATED = new RegExp(
  String.raw`(?<![\p{L}\d_.+-])(${NAME}(?:(?:\s+(?:punto|dot|point)\s+|${JOINT})${NAME}){0,4})${AT}(${PART}(?:${DOT}${PART}){1,4})(?![\p{L}\d])`,
  'giu',
)
/** "Look at example dot com" names no mailbox: what is dictated in English tells the mailbox's name with a mark or a known host. */
const HOSTS = /^(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|live|msn|proton|protonmail|aol|me|mail)\./
const ENDING = /\.[a-z]{2,24}$/

/** An address as it was written, and what it comes to, in lower case. */
export interface DictatedEmail {
  written: string
  email: string
  /** Nothing before it may belong to the name: "juan perez arroba gmail punto com" may be two ways of writing it. */
  isWhole: boolean
}

/** What people say before an address. */
const BEFORE =
  /(?:^|[^\p{L}\d\s]|(?<![\p{L}\d])(?:es|is|it's|its|a|al|to|correo|mail|e-mail|email|electr[oó]nico|direcci[oó]n|address|use|uso|el|y|and|o|or|con|anote|escriba))\s*$/iu

/** The e-mail addresses that a message spells: "juan punto perez arroba gmail punto com", "john [at] example [dot] com". */
export function findDictatedEmails(text: string): DictatedEmail[] {
  const source = text.slice(0, MOST_CHARACTERS)
  if (!/arroba|@|\bat\b|\(at\)|\[at\]/i.test(source)) return []
  return [...source.matchAll(DICTATED)].flatMap(({ 0: written, 1: name = '', 2: host = '', index }) => {
    const mailbox = joined(name)
    const domain = joined(host)
    const isWord = /\sat\s/i.test(written) && !HOSTS.test(domain) && mailbox === name.toLowerCase()
    if (isWord || !ENDING.test(domain)) return []
    const isWhole = BEFORE.test(source.slice(0, index))
    return [{ written: written.trim(), email: `${mailbox}@${domain}`, isWhole }]
  })
}

/** The first address that a message spells, when it is clear where its name begins. */
export function readDictatedEmail(text: string): string | undefined {
  const [found] = findDictatedEmails(text)
  return found?.isWhole ? found.email : undefined
}

function joined(part: string): string {
  return part
    .toLowerCase()
    .replace(/\s*[([](?:punto|dot)[)\]]\s*|\s+(?:punto|dot|point)\s+|\s*\.\s*/gu, '.')
    .replace(/\s+(?:gui[oó]n bajo|barra baja|underscore)\s+/gu, '_')
    .replace(/\s+(?:gui[oó]n|dash|hyphen)\s+/gu, '-')
}
