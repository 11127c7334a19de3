import { readAsk } from '../../escape/ask.ts'
import { type Move, readMessage } from '../../turn/dialog/read-message.ts'
import type { History } from '../../turn/history.ts'
import type { runTurn } from '../../turn/run-turn.ts'
import { BotHarness, CONVERSATION } from '../bot-harness.ts'
import type { House } from '../check.ts'
import { type Elsewhere, happenElsewhere } from '../elsewhere.ts'
import { readAs } from '../replay-bot.ts'
import { faultsOf } from './claims.ts'
import { type Around, PLAIN, type Ran, type Spot } from './play.ts'
import type { Deed, Node } from './search.ts'
import { type Words, wordsFor } from './words-for.ts'
import type { World } from './world.ts'

/** What was done, from the first message on. */
export type Way = readonly Deed[]

/** The shortest way to a position, and what was done there. */
export function wayTo(node: Node | undefined, last?: Deed): Way {
  const way: Deed[] = last ? [last] : []
  for (let at = node; at?.from; at = at.from.node) way.unshift(at.from.deed)
  return way
}

/** The same deed at the end so many times. */
export function repeated(way: Way, times: number): Way {
  const last = way.at(-1)
  return last ? [...way, ...Array.from({ length: times - 1 }, () => last)] : way
}

/** The turns of a conversation that was really had, the first message's first. */
export type Conversation = readonly Ran[]

/** Longer than this a silence ends what was said before it: a day and an hour. */
const SILENCE_MS = 25 * 3_600_000

/**
 * A way as a conversation with the house's own dialogs, in the notation of transcript.ts: what the customer writes and
 * the company answers, what is so from elsewhere, and what the bot says to it. Each message is in words that
 * the bot really reads as the move it stands for; where words alone don't say it, with what understanding makes of
 * them. Undefined when no words do, or when the conversation that comes of it doesn't show what is wrong: then the way
 * is one that only stand-ins could go.
 */
export function transcriptOf(
  { house, world, turn }: { house: House; world: World; turn: typeof runTurn },
  way: Way,
  shows: (conversation: Conversation) => boolean,
): string | undefined {
  const player = new Player(house, world, turn, way)
  const isPlayed = way.every((deed) => player.play(deed))
  return isPlayed && shows(player.turns) ? player.c.transcript.join('\n') : undefined
}

/** What breaks the promise in a turn, as a transcript tells it. A fact that is missing may be the company's fault. */
export function breachesIn(ran: Ran): string[] {
  return faultsOf(ran, { mayLackFacts: true }).map(({ rule, what }) => `${rule}: ${what}`)
}

function besides(text: string): (words: Words) => Words {
  return (words) => ({ ...words, text: `${words.text} ${text}` })
}

class Player {
  readonly c: BotHarness
  readonly turns: Ran[] = []
  readonly #house: House
  readonly #world: World
  readonly #turn: typeof runTurn
  #messages = 0
  /** Dialogs that have to be begun before the one that is looked at. */
  #below: number

  constructor(house: House, world: World, turn: typeof runTurn, way: Way) {
    const arounds = way.flatMap((deed) => (deed.kind === 'given' ? [] : [deed.around]))
    const language = arounds.some((around) => around.language === 'en') ? 'en' : 'es'
    this.#below = Math.max(0, ...arounds.map(({ below }) => below))
    this.#house = house
    this.#world = world
    this.#turn = turn
    this.c = new BotHarness({
      desk: house.desk,
      language,
      reader: () => readAs('nothing'),
      turn,
      judge: (ran) => {
        this.turns.push(ran)
        return breachesIn(ran)
      },
    })
    if (language !== 'es') this.c.note({ kind: 'stage', what: { language } })
  }

  /** Does it; false when it can't be done where the conversation stands. */
  play(deed: Deed): boolean {
    const { c } = this
    // Who has a person is no longer the bot's.
    if (c.escaped !== undefined) return false
    if (deed.kind === 'given') return deed.spot !== undefined && this.#comeAbout(deed.spot)
    this.#tell(deed.around.history)
    if (deed.kind === 'outcome') {
      if (!c.bot.call) return false
      c.note({ kind: 'outcome', outcome: deed.outcome })
      c.take(deed.outcome)
      return true
    }
    for (; this.#below > 0; this.#below -= 1) {
      if (!this.#say({ kind: 'dialog', dialog: this.#world.other, pressed: false }, PLAIN)) return false
    }
    return this.#say(deed.move, deed.around)
  }

  #say(move: Move | undefined, around: Around): boolean {
    const { c } = this
    if (around.also === 'turns-language') return false
    if (around.also === 'silence') {
      c.note({ kind: 'time', ms: SILENCE_MS })
      c.now += SILENCE_MS
    }
    const said = move ? this.#wordsFor(move, around) : { text: 'mire' }
    if (!said) return false
    this.#messages += 1
    const { text, reads } = said
    const marks = [
      ...(reads === undefined ? [] : [`reads ${reads}`]),
      ...(around.also === 'attachment' ? ['file'] : []),
      ...(around.ask === 'may-ask' && readAsk(text) !== 'may-ask' ? ['may ask'] : []),
    ]
    c.hear(text, {
      ask: around.ask,
      reading: readAs(reads ?? 'nothing'),
      ...(around.also === 'attachment' ? { attachments: [{ contentType: 'image/png' }] } : {}),
      ...(marks.length > 0 ? { marks } : {}),
    })
    return true
  }

  /** Words that are read as the move here; those that are read so whatever understanding makes of them go first. */
  #wordsFor(move: Move, around: Around): Words | undefined {
    const { c } = this
    const given = c.turnOver('', { ask: around.ask })
    const place = { house: this.#house, world: this.#world, given, language: c.language, at: this.#messages }
    const words = [...wordsFor(move, place)]
    // What the message tells beside the move goes with its words, or says it all.
    const beside =
      around.text === PLAIN.text ? [] : [{ text: around.text }, ...words.map(besides(around.text))]
    const all = [...beside, ...words].filter(
      ({ text }) => readAsk(text) === 'no' || (around.ask === 'may-ask' && readAsk(text) === 'may-ask'),
    )
    const everyIntent = ['nothing', ...this.#house.desk.byIntent.keys()]
    const alone = all.find(({ text }) =>
      everyIntent.every((reads) => this.#isRead({ text, reads }, move, around)),
    )
    if (alone) return { text: alone.text }
    return all
      .map(({ text, reads = 'nothing' }) => ({ text, reads }))
      .find((words) => this.#isRead(words, move, around))
  }

  #isRead({ text, reads }: Required<Words>, move: Move, around: Around): boolean {
    const { c } = this
    let read: Move | undefined
    const given = c.turnOver(text, { ask: around.ask, reading: readAs(reads) })
    // Run and thrown away: what a message is read as hangs on what the turn does before it.
    this.#turn(given, {
      read(...args) {
        read = readMessage(...args)
        return read
      },
    })
    return read !== undefined && this.#isSame(move, read)
  }

  #isSame(meant: Move, read: Move): boolean {
    if (meant.kind === 'dialog' && read.kind === 'dialog') {
      if (meant.dialog !== this.#world.other) return read.dialog.id === meant.dialog.id
      return read.dialog !== this.#world.dialog
    }
    if (meant.kind === 'aside' && read.kind === 'aside') return read.dialog.id === meant.dialog.id
    if (meant.kind === 'person' && read.kind === 'person') return read.why === meant.why
    if (meant.kind === 'answer' && read.kind === 'answer')
      return read.value === meant.value || this.#isAnyValue()
    if (meant.kind === 'correction' && read.kind === 'correction') {
      const { kind } = this.#world.vocabulary[meant.fact] ?? { kind: 'text' }
      const isMeant =
        kind === 'label'
          ? read.value === meant.value
          : (read.value === undefined) === (meant.value === undefined)
      return read.step === meant.step && isMeant
    }
    return meant.kind === read.kind
  }

  /** The open question takes any value of its kind, or it is one of a dialog that was stood in for. */
  #isAnyValue(): boolean {
    const frame = this.c.bot.stack.at(-1)
    if (frame?.dialog !== this.#world.dialog.id) return true
    return this.#world.dialog.steps[frame.step]?.kind === 'ask'
  }

  /** What is so from elsewhere, where it isn't already. */
  #comeAbout(spot: Spot): boolean {
    const { c } = this
    const names = new Set([...Object.keys(spot.facts), ...Object.keys(c.facts)])
    const facts = Object.fromEntries(
      [...names].flatMap((name) => {
        const fact = spot.facts[name]
        const value = fact?.class === 'known' ? fact.value : fact ? { refused: true } : null
        const before = c.facts[name]
        const isSo =
          fact?.class === 'known'
            ? before?.class === 'known' && before.value === fact.value
            : before?.class === fact?.class
        return isSo ? [] : [[name, value]]
      }),
    )
    const frame = spot.bot.stack.at(-1)
    const isEdited = frame !== undefined && frame.edition !== this.#world.dialog.edition
    if (isEdited && c.bot.stack.length === 0) {
      if (spot.bot.call) return false
      if (!this.#say({ kind: 'dialog', dialog: this.#world.dialog, pressed: false }, PLAIN)) return false
    }
    if (Object.keys(facts).length > 0) this.#happen('facts', facts)
    if (JSON.stringify(spot.bot.carriedOut) !== JSON.stringify(c.bot.carriedOut))
      this.#happen('changes', spot.bot.carriedOut)
    if (isEdited) this.#happen('edited', this.#world.dialog.id)
    return true
  }

  #tell(history: History | undefined): void {
    if (!history) return
    const contacts = history.contacts.map((one) =>
      one.conversationId === 'c' ? { ...one, conversationId: CONVERSATION } : one,
    )
    this.#happen('history', { ...history, contacts })
  }

  #happen(what: Elsewhere['what'], value: unknown): void {
    happenElsewhere(this.c, { kind: 'elsewhere', what, value })
  }
}
