import { matterLabel } from '../../turn/dialog/clarify.ts'
import type { Dialog } from '../../turn/dialog/dialog.ts'
import type { Attachment, CustomerAction } from '../../turn/line.ts'
import { answerTo, giving, type Means, type Words } from './answers.ts'
import { misspell } from './misspell.ts'
import type { Goal, Person, World } from './person.ts'
import type { Random } from './random.ts'
import type { View } from './view.ts'
import { ASKS, MANNERS, REMARKS } from './words.ts'

/** What a person does next: one message, two when it was cut, after a pause. */
export interface Act {
  texts: readonly string[]
  means: Means
  /** Typed so that every word is still itself. */
  isPlain: boolean
  afterMs: number
  attachments?: readonly Attachment[]
  action?: CustomerAction
}

const SECOND = 1_000
/** Nobody goes on with a bot for ever. */
const MOST_MESSAGES = 40
/** After a person has them, they still write this often at most. */
const MOST_WITH_PEOPLE = 3
const FILE: Attachment = { contentType: 'image/jpeg', name: 'factura.jpg', bytes: 48_000 }

/** Somebody in a conversation: who they are, and what they have said so far. Chooses by what they see. */
export class Customer {
  readonly #person: Person
  readonly #world: World
  readonly #chance: Random
  #goal: Goal
  #written = 0
  #withPeople = 0
  #openings = 0
  #isThrough = false
  #changed = false
  #greeted = false
  readonly #tried = new Map<string, number>()
  readonly #said = new Set<string>()

  constructor(person: Person, world: World, chance: Random) {
    this.#person = person
    this.#world = world
    this.#chance = chance
    this.#goal = person.goal
  }

  /** Whether they write on while the company is being asked; most people read the answer first. */
  get interrupts(): boolean {
    return this.#person.impatient && this.#chance.chance(0.2)
  }

  /** `unhelped`: messages since they were last helped on. Undefined: they leave, for good. */
  next(view: View, unhelped: number): Act | undefined {
    const person = this.#person
    if (this.#written >= MOST_MESSAGES) return undefined
    const isBack = this.#written === person.silentAt
    if (isBack && !Number.isFinite(person.silentMs)) return undefined
    const act = view.owner === 'people' ? this.#toPeople(view) : this.#toBot(view, unhelped)
    if (!act) return undefined
    this.#written += 1
    const afterMs = isBack ? person.silentMs : (5 + this.#chance.below(55)) * SECOND
    return { ...act, afterMs }
  }

  #toBot(view: View, unhelped: number): Omit<Act, 'afterMs'> | undefined {
    const person = this.#person
    const chance = this.#chance
    if (person.fileAt === this.#written) return { ...this.#write(words(''), view), attachments: [FILE] }
    if (person.asksAt === this.#written) return this.#ask(view)
    if (unhelped >= person.patience) {
      if (person.temper === 'asks') return this.#ask(view)
      if (person.temper === 'leaves') return undefined
    }
    if (unhelped >= person.swearsAfter && chance.chance(0.6))
      return this.#write(words(chance.pick(REMARKS[view.language].angry)), view)
    if (view.isWaiting) return this.#write(words(chance.pick(REMARKS[view.language].waiting)), view)
    if (view.isDone) return this.#afterDone(view)
    if (view.question) return this.#write(this.#toQuestion(view, view.question), view)
    // Who has said thanks or goodbye doesn't begin again.
    if (this.#isThrough) return undefined
    return this.#write(this.#open(view), view)
  }

  /** What they say to a question: nearly always its answer. */
  #toQuestion(view: View, { dialog, name, step }: NonNullable<View['question']>): Words {
    const person = this.#person
    const chance = this.#chance
    const remarks = REMARKS[view.language]
    const key = `${dialog.id}/${name}`
    const tried = this.#tried.get(key) ?? 0
    this.#tried.set(key, tried + 1)
    if (!this.#changed && this.#written >= person.changesAt && person.changesMind !== 'no') {
      this.#changed = true
      const change = this.#change(view)
      if (change) return change
    }
    if (this.#goal.kind === 'nonsense' || chance.chance(0.02)) return words(chance.pick(remarks.nonsense))
    if (chance.chance(0.03)) return words(chance.pick(remarks.questions))
    if (chance.chance(0.02) && this.#goal.kind === 'matter') return this.#saying(this.#goal, view)
    return answerTo(step, person, view, this.#world.house.desk, tried, chance)
  }

  #change(view: View): Words | undefined {
    const { changesMind, next, accountNumber } = this.#person
    const remarks = REMARKS[view.language]
    const chance = this.#chance
    switch (changesMind) {
      case 'never mind':
        this.#isThrough = true
        return { text: chance.pick(remarks.neverMind), means: { kind: 'never-mind' } }
      case 'another matter':
        if (next?.kind !== 'matter') return undefined
        this.#goal = next
        return this.#saying(next, view)
      case 'corrects': {
        if (chance.chance(0.4)) return { text: chance.pick(remarks.mistaken), means: { kind: 'corrects' } }
        return {
          text: `${chance.pick(remarks.corrects)} ${accountNumber}`,
          means: { kind: 'corrects' },
          exact: true,
        }
      }
      case 'no':
        return undefined
    }
  }

  /** Says what they came for; again in other words when that led nowhere, or by a button. */
  #open(view: View): Words {
    const chance = this.#chance
    const person = this.#person
    const goal = this.#goal
    const manner = MANNERS[person.region]
    if (!this.#greeted && person.greets === 'apart') {
      this.#greeted = true
      return words(chance.pick(manner.greetings))
    }
    if (view.offered && goal.kind !== 'nonsense' && this.#openings > 0 && chance.chance(0.4))
      return words(chance.pick(chance.chance(0.6) ? manner.yes : manner.no))
    const chip = goal.kind === 'matter' ? buttonOf(goal.dialog, view) : undefined
    const at = chip === undefined ? -1 : view.buttons.indexOf(chip)
    if (chip !== undefined && at >= 0) {
      if (chance.chance(person.presses)) return { text: chip, means: { kind: 'other' }, exact: true }
      if (chance.chance(person.typesNumbers))
        return { text: String(at + 1), means: { kind: 'other' }, exact: true }
    }
    this.#openings += 1
    if (goal.kind === 'beyond') return words(chance.pick(this.#world.beyond[view.language]))
    if (goal.kind === 'talk') return words(chance.pick(this.#world.talk[view.language]))
    if (goal.kind !== 'matter') return words(chance.pick(REMARKS[view.language].nonsense))
    return this.#saying(goal, view)
  }

  /** One of the ways to say it that they have not used yet, dressed as this person speaks. */
  #saying(goal: Extract<Goal, { kind: 'matter' }>, view: View): Words {
    const chance = this.#chance
    const person = this.#person
    const { language } = view
    const all = goal.sayings[language]
    const left = all.filter((saying) => !this.#said.has(saying))
    const saying = left.length > 0 ? chance.pick(left) : (goal.dialog.chip?.[language] ?? all[0] ?? '')
    this.#said.add(saying)
    const manner = MANNERS[person.language === language ? person.region : language === 'es' ? 'co' : 'us']
    const greeting =
      !this.#greeted && person.greets === 'together' ? `${chance.pick(manner.greetings)}, ` : ''
    this.#greeted = true
    const before = chance.chance(0.1) ? `${chance.pick(manner.before)}, ` : ''
    const after = chance.chance(0.15) ? ` ${chance.pick(manner.after)}` : ''
    const text = `${greeting}${before}${saying}${after}`
    const account = accountFactOf(goal)
    if (account === undefined || person.account !== 'says it at once' || this.#openings > 1)
      return words(text)
    const given = giving(account, person.accountNumber, view, chance)
    return { text: `${text}, ${given.text}`, means: given.means }
  }

  #afterDone(view: View): Omit<Act, 'afterMs'> | undefined {
    const { region, next } = this.#person
    const chance = this.#chance
    if (this.#isThrough || this.#goal === next || !next || chance.chance(0.5)) {
      if (this.#isThrough || chance.chance(0.5)) return undefined
      this.#isThrough = true
      const thanks = chance.chance(0.6)
      return this.#write(
        words(chance.pick(thanks ? MANNERS[region].thanks : REMARKS[view.language].goodbyes)),
        view,
      )
    }
    this.#goal = next
    this.#openings = 0
    return next.kind === 'person' ? this.#ask(view) : this.#write(this.#open(view), view)
  }

  /** In line or with an agent: adds a word, asks again, or leaves the line and goes on with the bot. */
  #toPeople(view: View): Omit<Act, 'afterMs'> | undefined {
    const chance = this.#chance
    this.#withPeople += 1
    if (this.#withPeople > MOST_WITH_PEOPLE || chance.chance(0.5)) return undefined
    const remarks = REMARKS[view.language]
    const what = chance.weighted({ waits: 4, asks: 2, leaves: 2, swears: 1, adds: 3 })
    switch (what) {
      case 'asks':
        return this.#ask(view)
      case 'leaves':
        return this.#write(
          { text: chance.pick(remarks.leavesLine), means: { kind: 'never-mind' }, exact: true },
          view,
        )
      case 'waits':
        return this.#write(words(chance.pick(remarks.waiting)), view)
      case 'swears':
        return this.#write(words(chance.pick(remarks.angry)), view)
      case 'adds':
        return this.#write(
          this.#goal.kind === 'matter' ? this.#saying(this.#goal, view) : words(chance.pick(remarks.angry)),
          view,
        )
    }
  }

  #ask(view: View): Omit<Act, 'afterMs'> {
    const chance = this.#chance
    const button = view.buttons.find((label) => /persona|person/i.test(label))
    if (button !== undefined && chance.chance(this.#person.presses))
      return this.#write({ text: button, means: { kind: 'ask' }, exact: true }, view)
    return this.#write({ text: chance.pick(ASKS[view.language]), means: { kind: 'ask' } }, view)
  }

  #write({ text, means, exact }: Words, view: View): Omit<Act, 'afterMs'> {
    const { spelling, cutAt } = this.#person
    const typed = exact ? text : misspell(text, spelling, view.language, this.#chance)
    const isCut = !exact && cutAt !== undefined && typed.length > cutAt && typed.includes(' ', cutAt)
    const at = isCut ? typed.indexOf(' ', cutAt) : typed.length
    return {
      texts: isCut ? [typed.slice(0, at), typed.slice(at + 1)] : [typed],
      means,
      isPlain:
        exact === true || (spelling.slips === 0 && spelling.drawnOut === 0 && !spelling.short && !isCut),
    }
  }
}

/** The account that the dialog of a goal begins by asking for. */
function accountFactOf(goal: Extract<Goal, { kind: 'matter' }>): string | undefined {
  const { dialog } = goal
  const ask = Object.values(dialog.steps).find(
    (step) => step.kind === 'ask' && dialog.facts[step.fact]?.kind === 'account',
  )
  return ask?.kind === 'ask' ? ask.fact : undefined
}

/** What the buttons of the last message call a matter: its chip, or what it is called where two are possible. */
function buttonOf(dialog: Dialog, { buttons, language }: View): string | undefined {
  const label = matterLabel(dialog, language)
  return buttons.includes(label) ? label : dialog.chip?.[language]
}

function words(text: string): Words {
  return { text, means: { kind: 'other' } }
}
