import type { Language } from '../../language.ts'
import type { Channel } from '../../turn/conversation.ts'
import type { Dialog } from '../../turn/dialog/dialog.ts'
import type { Intents } from '../../understanding/intents.ts'
import type { House } from '../check.ts'
import { HOLDERS } from './company.ts'
import type { Slip, Spelling } from './misspell.ts'
import type { Random } from './random.ts'
import { languageOf, REGIONS, type Region } from './words.ts'

/** What people of a house can come for, read from its dialogs and its intents, so that any operator's can be simulated. */
export interface World {
  house: House
  /** A dialog with what people say who want it. Small talk is none. */
  matters: readonly { dialog: Dialog; sayings: Readonly<Record<Language, readonly string[]>> }[]
  /** What people say on the side: thanks, greetings, whether it is a robot. */
  talk: Readonly<Record<Language, readonly string[]>>
  /** What this bot can't do, near-misses of what it can included. */
  beyond: Readonly<Record<Language, readonly string[]>>
}

export function worldOf(house: House, intents: Intents): World {
  const { desk } = house
  const sayingsOf = (dialog: Dialog, language: Language) =>
    intents.intents.flatMap((intent) =>
      dialog.intents.includes(intent.id) ? intent.utterances[language] : [],
    )
  const dialogs = [...desk.dialogs.values()]
  const both = (list: (language: Language) => string[]) => ({ es: list('es'), en: list('en') })
  return {
    house,
    matters: dialogs
      .filter((dialog) => !dialog.aside)
      .map((dialog) => ({ dialog, sayings: both((language) => sayingsOf(dialog, language)) })),
    talk: both((language) => dialogs.flatMap((dialog) => (dialog.aside ? sayingsOf(dialog, language) : []))),
    beyond: both((language) => [
      ...intents.outOfScope[language],
      ...intents.intents.flatMap((intent) => intent.nearMisses[language]),
    ]),
  }
}

/** What somebody came for. */
export type Goal =
  | { kind: 'matter'; dialog: Dialog; sayings: Readonly<Record<Language, readonly string[]>> }
  | { kind: 'beyond' }
  | { kind: 'talk' }
  | { kind: 'person' }
  | { kind: 'nonsense' }

/** A simulated person, drawn by seed before they say a word. */
export interface Person {
  region: Region
  language: Language
  channel: Channel
  goal: Goal
  /** What they turn to when they change their mind, or when they are through. */
  next: Goal | undefined
  /** Messages without being helped on before they have had enough. */
  patience: number
  /** What they do then. */
  temper: 'asks' | 'leaves' | 'goes on'
  /** Swears from this many messages without help on. */
  swearsAfter: number
  spelling: Spelling
  /** How often they press a button where there is one, and type its number where there is none. */
  presses: number
  typesNumbers: number
  hasButtons: boolean
  /** Longer messages are cut in two by their phone. */
  cutAt: number | undefined
  /** How often they say yes where they are asked to confirm. */
  agrees: number
  account:
    | 'knows'
    | 'wrong first'
    | 'does not have it'
    | 'looks for it'
    | 'says it at once'
    | 'unknown to the company'
  accountNumber: string
  /** Their identity document, and what they say when it is asked for. */
  document: string
  proves: 'last four' | 'all of it' | 'wrong' | 'refuses'
  /** A change of mind on the way, and from which message on. */
  changesMind: 'no' | 'corrects' | 'never mind' | 'another matter'
  changesAt: number
  /** Greets before saying what they want, in a message of its own or in the same one. */
  greets: 'no' | 'apart' | 'together'
  /** Asks for a person at this message, whatever happens; undefined: only when they have had enough. */
  asksAt: number | undefined
  /** Goes away before this message, for so long; never comes back: Infinity. */
  silentAt: number | undefined
  silentMs: number
  /** Sends a file at this message. */
  fileAt: number | undefined
  /** Writes while the company's systems are being asked. */
  impatient: boolean
  /** How often a delivery comes twice, and how often two come in the wrong order. */
  doubled: number
  reordered: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function drawPerson(world: World, chance: Random): Person {
  const region = chance.pick(REGIONS)
  const language = languageOf(region)
  const channel = chance.weighted({ web: 5, whatsapp: 4, teams: 1 })
  const hasButtons = channel !== 'whatsapp' || chance.chance(0.4)
  const goal = drawGoal(world, language, chance)
  const holder = chance.pick(HOLDERS)
  return {
    region,
    language,
    channel,
    goal,
    next: chance.chance(0.4) ? drawGoal(world, language, chance) : undefined,
    patience: 1 + chance.below(chance.chance(0.15) ? 14 : 4),
    temper: chance.weighted({ asks: 5, leaves: 2, 'goes on': 2 }),
    swearsAfter: chance.chance(0.3) ? 1 + chance.below(3) : Number.POSITIVE_INFINITY,
    spelling: drawSpelling(chance),
    presses: hasButtons ? chance.pick([0, 0.3, 0.9]) : 0,
    typesNumbers: hasButtons ? 0.05 : chance.pick([0, 0.5, 0.9]),
    hasButtons,
    cutAt: chance.chance(0.1) ? 12 + chance.below(30) : undefined,
    agrees: chance.pick([1, 1, 0.7, 0.2, 0]),
    account: chance.weighted({
      knows: 9,
      'wrong first': 2,
      'does not have it': 1,
      'looks for it': 2,
      'says it at once': 3,
      'unknown to the company': 1,
    }),
    accountNumber: holder.account,
    document: holder.document,
    proves: chance.weighted({ 'last four': 7, 'all of it': 3, wrong: 1, refuses: 1 }),
    changesMind: chance.weighted({ no: 12, corrects: 3, 'never mind': 2, 'another matter': 2 }),
    changesAt: 1 + chance.below(4),
    greets: chance.weighted({ no: 6, apart: 2, together: 2 }),
    asksAt: goal.kind === 'person' ? 0 : chance.chance(0.08) ? chance.below(6) : undefined,
    silentAt: chance.chance(0.15) ? 1 + chance.below(5) : undefined,
    silentMs: chance.pick([3 * MINUTE, 40 * MINUTE, 5 * HOUR, DAY + HOUR, 3 * DAY, Number.POSITIVE_INFINITY]),
    fileAt: chance.chance(0.02) ? chance.below(5) : undefined,
    impatient: chance.chance(0.15),
    doubled: chance.chance(0.15) ? 0.3 : 0,
    reordered: chance.chance(0.1) ? 0.5 : 0,
  }
}

function drawGoal(world: World, language: Language, chance: Random): Goal {
  const kind = chance.weighted({ matter: 80, beyond: 8, talk: 4, person: 5, nonsense: 4 })
  switch (kind) {
    case 'matter': {
      // A dialog that nobody has words for is still reached by its button.
      const matters = world.matters.filter(
        ({ dialog, sayings }) => dialog.chip || sayings[language].length > 0,
      )
      return matters.length > 0 ? { kind, ...chance.pick(matters) } : { kind: 'beyond' }
    }
    case 'beyond':
      return { kind: world.beyond[language].length > 0 ? kind : 'nonsense' }
    case 'talk':
      return { kind: world.talk[language].length > 0 ? kind : 'nonsense' }
    default:
      return { kind }
  }
}

const SLIPS: readonly Slip[] = ['keyboard', 'sound', 'omitted', 'swapped', 'doubled']

function drawSpelling(chance: Random): Spelling {
  const slips = chance.pick([0, 0, 0, 0.05, 0.1, 0.2])
  return {
    slips,
    kinds: slips === 0 ? [] : chance.chance(0.5) ? SLIPS : [chance.pick(SLIPS)],
    accents: chance.chance(0.4),
    punctuation: chance.chance(0.5),
    capitals: chance.weighted({ 'as written': 4, none: 5, all: 1 }),
    short: chance.chance(0.2),
    drawnOut: chance.chance(0.05) ? 0.2 : 0,
  }
}
