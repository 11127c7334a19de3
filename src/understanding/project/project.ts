import { z } from 'zod'
import { EscotillaError } from '../../errors.ts'
import { LANGUAGES, type Language } from '../../language.ts'
import { findAccountNumbers, readEmail, readPhone } from '../entities/identifiers.ts'
import { findAmounts } from '../entities/money.ts'
import { BACKGROUND, type Intent, type Intents, isIntentId } from '../intents.ts'

/*
 * The file that CLU imports and exports a project by:
 * https://learn.microsoft.com/azure/ai-services/language-service/conversational-language-understanding/concepts/data-formats
 */

/** The intent that CLU itself adds to every project, for what belongs to none of the others. */
export const NONE = 'None'
/**
 * A near-miss is an utterance of `None` to CLU. Which intent it resembles is kept in a list entity of this name, one
 * list for each intent, so that a project comes back from the service as it went.
 */
export const NEAR_MISS = 'near-miss'
const VERSION = '2023-04-01'
/** The service refuses longer utterances. */
const LONGEST_UTTERANCE = 500
/** One utterance in so many of each intent and language is held out to test the trained model with. */
const TESTED = 5

const synonymsShape = z.object({ language: z.string(), values: z.array(z.string()) })
const entityShape = z.object({
  category: z.string().min(1),
  compositionSetting: z.string().optional(),
  list: z
    .object({
      sublists: z.array(z.object({ listKey: z.string(), synonyms: z.array(synonymsShape) })),
    })
    .nullish(),
})
const utteranceShape = z.object({
  text: z.string(),
  intent: z.string().min(1),
  language: z.string().nullish(),
  dataset: z.enum(['Train', 'Test']).nullish(),
  entities: z
    .array(
      z.object({
        category: z.string(),
        offset: z.number().int().min(0),
        length: z.number().int().min(1),
      }),
    )
    .nullish(),
})
/** As far as it is ours to read: the service adds more, which is left alone. */
const projectShape = z.object({
  projectFileVersion: z.string(),
  stringIndexType: z.string(),
  metadata: z.object({
    projectKind: z.literal('Conversation'),
    projectName: z.string().min(1),
    multilingual: z.boolean(),
    description: z.string().nullish(),
    language: z.string(),
    settings: z.object({ confidenceThreshold: z.number() }).nullish(),
  }),
  assets: z.object({
    projectKind: z.literal('Conversation'),
    intents: z.array(z.object({ category: z.string().min(1) })),
    entities: z.array(entityShape),
    utterances: z.array(utteranceShape),
  }),
})
export type CluProject = z.infer<typeof projectShape>
type Utterance = z.infer<typeof utteranceShape>

/** The project of a house's intents. The same intents give the same project, held-out utterances included. */
export function projectOf({ intents, outOfScope }: Intents, name: string): CluProject {
  const utterances = [
    ...intents.flatMap((intent) => utterancesOf(intent.utterances, intent.id)),
    ...intents.flatMap((intent) => utterancesOf(intent.nearMisses, NONE)),
    ...utterancesOf(outOfScope, NONE),
  ]
  const used = new Set(utterances.flatMap(({ entities }) => (entities ?? []).map(({ category }) => category)))
  return {
    projectFileVersion: VERSION,
    stringIndexType: 'Utf16CodeUnit',
    metadata: {
      projectKind: 'Conversation',
      projectName: name,
      multilingual: true,
      description: 'What customers say, from the folder intents/ of Escotilla: change it there.',
      language: LANGUAGES[0],
      // Escotilla decides what is sure enough: it wants every score.
      settings: { confidenceThreshold: 0 },
    },
    assets: {
      projectKind: 'Conversation',
      intents: [...intents.map(({ id }) => ({ category: id })), { category: NONE }],
      entities: [
        ...[...used].sort().map((category) => ({ category, compositionSetting: 'combineComponents' })),
        ...nearMisses(intents),
      ],
      utterances,
    },
  }
}

function utterancesOf(byLanguage: Record<Language, readonly string[]>, intent: string): Utterance[] {
  return LANGUAGES.flatMap((language) =>
    byLanguage[language].map((text, index) => {
      if (text.length > LONGEST_UTTERANCE) {
        throw new EscotillaError(
          'clu-project',
          `${intent} (${language}): an utterance has ${text.length} characters, CLU takes ${LONGEST_UTTERANCE}: "${text.slice(0, 40)}…"`,
        )
      }
      return {
        text,
        intent,
        language,
        dataset: index % TESTED === TESTED - 1 ? ('Test' as const) : ('Train' as const),
        entities: labelsIn(text),
      }
    }),
  )
}

/** Values in an utterance, by where they stand (UTF-16 code units). */
function labelsIn(text: string): NonNullable<Utterance['entities']> {
  const found = [
    ...findAmounts(text).map((amount) => ['amount', amount.text] as const),
    ...findAccountNumbers(text).map((account) => ['account-number', account] as const),
    ...[readEmail(text)].flatMap((email) => (email === undefined ? [] : [['email', email] as const])),
    ...[readPhone(text)].flatMap((phone) => (phone === undefined ? [] : [['phone', phone] as const])),
  ]
  const labels: NonNullable<Utterance['entities']> = []
  for (const [category, value] of found) {
    // A value that is written in another way than it is read ("44 55 66") has no place of its own.
    const offset = text.indexOf(value)
    const isTaken = labels.some(
      (label) => offset < label.offset + label.length && label.offset < offset + value.length,
    )
    if (offset >= 0 && !isTaken) labels.push({ category, offset, length: value.length })
  }
  return labels.sort((a, b) => a.offset - b.offset)
}

function nearMisses(intents: readonly Intent[]): CluProject['assets']['entities'] {
  const sublists = intents.flatMap(({ id, nearMisses }) => {
    const synonyms = LANGUAGES.flatMap((language) =>
      nearMisses[language].length === 0 ? [] : [{ language, values: [...nearMisses[language]] }],
    )
    return synonyms.length === 0 ? [] : [{ listKey: id, synonyms }]
  })
  return sublists.length === 0
    ? []
    : [{ category: NEAR_MISS, compositionSetting: 'separateComponents', list: { sublists } }]
}

/**
 * Brings a project back to intents: the other way of `projectOf`, without loss. An utterance of `None` that the
 * project says nothing more about is out of scope; values need no labels here, they are found by rules.
 *
 * A near-miss of an intent that the project has no more is out of scope; of one that is `here` all the same, it is left
 * to the file that it stands in.
 *
 * @throws EscotillaError when the file is no project of CLU, or holds what intents can't: another language, an
 * utterance without an intent of the project, an intent with a name that no file can have.
 */
export function intentsOf(body: unknown, here: ReadonlySet<string> = new Set()): Intents {
  const parsed = projectShape.safeParse(body)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new EscotillaError(
      'clu-project',
      `this is no project file of CLU: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`,
    )
  }
  const { metadata, assets } = parsed.data
  const intents = new Map<string, Intent>()
  for (const { category } of assets.intents) {
    if (category === NONE) continue
    if (!isIntentId(category))
      throw new EscotillaError(
        'clu-project',
        `an intent of the project is called "${category}": rename it there, here names are like "cancel-visit" ("${BACKGROUND}" is taken)`,
      )
    intents.set(category, { id: category, utterances: none(), nearMisses: none() })
  }
  const outOfScope = none()
  const homes = homesOf(assets.entities)
  for (const { text, intent, language: given } of assets.utterances) {
    const language = languageOf(given ?? metadata.language, text)
    const home = intent === NONE ? homes.get(placeOf(language, text)) : undefined
    if (home !== undefined && !intents.has(home) && here.has(home)) continue
    const near = home === undefined ? undefined : intents.get(home)?.nearMisses
    const list = intent === NONE ? (near ?? outOfScope) : intents.get(intent)?.utterances
    if (!list)
      throw new EscotillaError(
        'clu-project',
        `"${text}" is of "${intent}", which is no intent of the project`,
      )
    list[language].push(text)
  }
  return { intents: [...intents.values()], outOfScope }
}

/** The intent that each near-miss resembles. */
function homesOf(entities: CluProject['assets']['entities']): Map<string, string> {
  const homes = new Map<string, string>()
  for (const { listKey, synonyms } of entities.find(({ category }) => category === NEAR_MISS)?.list
    ?.sublists ?? []) {
    for (const { language, values } of synonyms)
      for (const text of values) homes.set(placeOf(languageOf(language, text), text), listKey)
  }
  return homes
}

function placeOf(language: Language, text: string): string {
  return `${language} ${text}`
}

/** CLU also names languages with a region: `es-MX` is Spanish. */
function languageOf(given: string, text: string): Language {
  const language = LANGUAGES.find((one) => given.toLowerCase().split('-')[0] === one)
  if (!language)
    throw new EscotillaError(
      'clu-project',
      `"${text}" is in "${given}": intents know ${LANGUAGES.join(' and ')}`,
    )
  return language
}

function none(): Record<Language, string[]> {
  return { es: [], en: [] }
}
