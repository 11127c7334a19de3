import { VERBS } from '../../business/business.ts'
import type { AnyStep, Dialog } from '../../turn/dialog/dialog.ts'
import { SORRY } from '../../turn/dialog/house-texts.ts'
import { canFill, fill, type Showing } from '../../turn/dialog/template.ts'
import type { Fact } from '../../turn/facts.ts'
import type { Ran } from './play.ts'
import { canShow } from './position.ts'

/** A turn that breaks the promise. */
export interface Fault {
  rule: string
  dialog?: string
  step?: string
  what: string
  fix: string
}

/** What a claim looks at: one turn of the real bot, and what it left. */
interface Turn extends Ran {
  facts: Readonly<Record<string, Fact>>
  text: string
  escaped: string | undefined
  showing: Showing
}

/**
 * What must be true of every turn: nobody is left without an answer, what is promised is committed to, what is not
 * known to be done is not told as done, and no question is put whose fact is known.
 */
export function faultsOf(ran: Ran, options: { mayLackFacts: boolean }): Fault[] {
  const turn = turnOf(ran)
  return [
    ...silence(turn),
    ...(options.mayLackFacts ? [] : brokenDialog(turn)),
    ...afterFailure(turn),
    ...promises(turn),
    ...proofs(turn),
    ...knownQuestions(turn),
    ...urged(turn),
  ]
}

function turnOf(ran: Ran): Turn {
  const { given, out } = ran
  const facts: Record<string, Fact> = { ...given.facts }
  for (const { name, fact } of out.facts) {
    if (fact) facts[name] = fact
    else delete facts[name]
  }
  const { desk, now, head } = given
  return {
    ...ran,
    facts,
    text: out.say.map((said) => said.text).join('\n\n'),
    escaped: out.next.kind === 'escape' ? out.next.reason : undefined,
    showing: {
      facts,
      vocabulary: desk.facts,
      company: desk.company,
      opening: desk.opening,
      language: out.language ?? given.bot.language ?? head.language,
      timeZone: desk.timeZone,
      region: desk.region,
      now,
    },
  }
}

/** The step that a turn began at, of the dialog in front. */
function stepBefore({ given }: Turn): { dialog: Dialog; name: string; step: AnyStep } | undefined {
  const frame = given.bot.stack.at(-1)
  const dialog = frame && given.desk.dialogs.get(frame.dialog)
  const name = given.bot.call?.step ?? frame?.step
  const step = name === undefined ? undefined : dialog?.steps[name]
  const isEdited = dialog?.edition !== frame?.edition
  return dialog && name !== undefined && step && !isEdited ? { dialog, name, step } : undefined
}

function place(turn: Turn): { dialog?: string; step?: string } {
  const before = stepBefore(turn)
  return before ? { dialog: before.dialog.id, step: before.name } : {}
}

/** Who writes is answered, asked about at the company, or with a person. */
function silence(turn: Turn): Fault[] {
  const { given, out, text } = turn
  const isForBot =
    given.input.kind === 'message' ||
    (given.input.kind === 'outcome' && given.bot.call?.id === given.input.callId)
  if (!isForBot || out.next.kind !== 'wait' || text !== '') return []
  return [
    {
      rule: 'no-answer',
      ...place(turn),
      what:
        given.input.kind === 'message'
          ? 'a message of the customer is answered with nothing'
          : 'what the company answered leaves the customer without a word and without a person',
      fix: 'say something, make a call or hand over: every turn ends in one of them',
    },
  ]
}

/** With every fact there that the company gives, a dialog can always go on. */
function brokenDialog(turn: Turn): Fault[] {
  const sorry = SORRY.error?.[turn.showing.language]
  const { next } = turn.out
  if (next.kind !== 'escape' || next.reason !== 'error' || turn.text !== sorry) return []
  return [
    {
      rule: 'dialog-fault',
      ...place(turn),
      what: `the dialog can't go on from here: ${next.detail ?? 'it throws'}`,
      fix: 'mend the step that the fault names: what it shows or sends must be known on every way to it',
    },
  ]
}

/** A call that failed, or whose outcome nobody knows, is told as just that, and goes to a person. */
function afterFailure(turn: Turn): Fault[] {
  const { given, out, text, escaped, showing } = turn
  const before = stepBefore(turn)
  const { input, bot } = given
  if (input.kind !== 'outcome' || input.callId !== bot.call?.id) return []
  if (input.outcome.kind !== 'failed' && input.outcome.kind !== 'unknown') return []
  const call = before?.step.kind === 'call' ? before.step : undefined
  const perhapsDone =
    input.outcome.kind === 'unknown' &&
    (VERBS as Record<string, { changes: boolean }>)[input.verb]?.changes === true
  const person = call && before?.dialog.steps[perhapsDone ? call.unknown : call.failed]
  const honest =
    person?.kind === 'person' && canFill(person.text, showing) ? fill(person.text, showing) : undefined
  const toVerify = out.commitments.some(
    (one) => one.kind === 'verify' && one.callId === input.callId && one.confirmation === undefined,
  )
  const saysMore = call ? text !== honest : text !== ''
  const isProof = out.commitments.some((one) => one.confirmation) || out.say.some((one) => one.receipt)
  const grew = out.bot.carriedOut.length > bot.carriedOut.length
  const stays = call && out.bot.stack.some(({ dialog }) => dialog === before?.dialog.id)
  if (perhapsDone) {
    const wrong = [
      ...(escaped === 'commitment' ? [] : ['the customer is not handed to a person']),
      ...(toVerify ? [] : ['nobody has to verify it']),
      ...(saysMore
        ? [`the customer reads "${text}", which is not the step's sentence for an unknown outcome`]
        : []),
      ...(isProof || grew ? ['it is kept as confirmed'] : []),
      ...(stays ? ['the dialog goes on as if it knew'] : []),
    ]
    return wrong.length === 0
      ? []
      : [
          {
            rule: 'unknown-told-as-done',
            ...place(turn),
            what: `nobody knows whether ${input.verb} was carried out, and ${wrong.join(', ')}`,
            fix: 'an unknown outcome is an escape with a commitment to verify and the text of the "unknown" step, nothing more',
          },
        ]
  }
  const wrong = [
    ...(escaped === undefined ? ['no person takes over'] : []),
    ...(saysMore ? [`the customer reads "${text}", which is not the sentence of the "failed" step`] : []),
    ...(isProof || grew ? ['it is kept as confirmed'] : []),
  ]
  return wrong.length === 0 || !call
    ? []
    : [
        {
          rule: 'failure-not-told',
          ...place(turn),
          what: `${input.verb} failed, and ${wrong.join(', ')}`,
          fix: 'a failed call is an escape with the text of the "failed" step',
        },
      ]
}

/** Each promise that the turn comes through is a commitment of the same turn, with a due date. */
function promises(turn: Turn): Fault[] {
  const { given, out, text, showing } = turn
  // A turn that threw said nothing of what it came through.
  if (text === SORRY.error?.[showing.language]) return []
  return turn.entered.flatMap((entry) => {
    const [id = '', name = ''] = entry.split('/')
    const step = given.desk.dialogs.get(id)?.steps[name]
    if (step?.kind !== 'promise') return []
    const said = canFill(step.text, showing) ? fill(step.text, showing) : undefined
    const kept = out.commitments.find(
      (one) => one.kind === step.what && (said === undefined || one.text === said) && one.dueAt > 0,
    )
    if (kept) return []
    return [
      {
        rule: 'promise-without-commitment',
        dialog: id,
        step: name,
        what: `the customer is promised "${said ?? name}", and nobody has it to do`,
        fix: 'a promise is committed to in the turn that says it, with its due date',
      },
    ]
  })
}

/** A confirmation is the company's: its reference comes from an outcome that was ok. */
function proofs(turn: Turn): Fault[] {
  const { given, out } = turn
  const refs = new Set(given.bot.carriedOut.map(({ ref }) => ref))
  if (given.input.kind === 'outcome' && given.input.outcome.kind === 'ok') refs.add(given.input.outcome.ref)
  const shown = out.say.flatMap(({ receipt }) => (receipt ? [receipt.ref] : []))
  const confirmed = out.commitments.flatMap(({ confirmation }) => (confirmation ? [confirmation.ref] : []))
  const invented = confirmed.filter((ref) => !refs.has(ref))
  const promised = out.commitments.flatMap(({ ref }) => ref ?? [])
  const unkept = shown.filter((ref) => !confirmed.includes(ref) && !promised.includes(ref))
  if (invented.length === 0 && unkept.length === 0) return []
  return [
    {
      rule: 'proof-without-confirmation',
      ...place(turn),
      what: `the customer gets a proof (${[...invented, ...unkept].join(', ')}) that the company has not given`,
      fix: 'a receipt carries the reference of an ok outcome, and its commitment carries it too',
    },
  ]
}

/** A question is put only while its fact is not known, or just taken back. */
function knownQuestions(turn: Turn): Fault[] {
  const { given, out, facts, text, showing, move, entered } = turn
  const frame = out.bot.stack.at(-1)
  const dialog = frame && given.desk.dialogs.get(frame.dialog)
  const step = frame && dialog?.steps[frame.step]
  if (out.next.kind !== 'wait' || !frame || !dialog || !step) return []
  if (step.kind !== 'ask' && step.kind !== 'choose') return []
  const isPut = [step.text, step.again].some(
    (texts) => canFill(texts, showing) && text.includes(fill(texts, showing)),
  )
  if (!isPut) return []
  const isNew =
    !given.bot.stack.some((one) => one.dialog === frame.dialog) ||
    (move?.kind === 'dialog' && move.dialog.id === frame.dialog)
  const isTakenBack =
    move?.kind === 'correction' ||
    (step.kind === 'choose' && !isOffered(turn, step)) ||
    (isNew && given.desk.facts[step.fact]?.of === 'matter') ||
    entered.some((entry) => {
      const [id, name = ''] = entry.split('/')
      const one = id === dialog.id ? dialog.steps[name] : undefined
      return one?.kind === 'reject' && one.question === frame.step
    })
  const isKnown = canShow(facts, step.fact, given.desk.facts)
  const wasKnown = canShow(given.facts, step.fact, given.desk.facts) && !isTakenBack
  if (!isKnown && !wasKnown) return []
  return [
    {
      rule: 'asked-though-known',
      dialog: dialog.id,
      step: frame.step,
      what: `the customer is asked for {${step.fact}}, which is known`,
      fix: 'put a question only while its fact is unknown, or when the customer or the company has taken it back',
    },
  ]
}

/** What may be told afterwards is said once: nobody is asked again why they leave, whatever they write. */
function urged(turn: Turn): Fault[] {
  const { given, text, entered, showing } = turn
  const { mayTell, stack } = given.bot
  const step = mayTell && given.desk.dialogs.get(mayTell.dialog)?.steps[mayTell.step]
  if (step?.kind !== 'done' || !step.mayTell || stack.length > 0) return []
  const isDoneAnew = entered.some((entry) => entry === `${mayTell?.dialog}/${mayTell?.step}`)
  if (isDoneAnew || !text.includes(fill(step.mayTell.text, showing))) return []
  return [
    {
      rule: 'asked-afterwards-again',
      dialog: mayTell?.dialog ?? '',
      step: mayTell?.step ?? '',
      what: 'the customer is asked again for what they need not tell',
      fix: 'say once what may be told, and leave it alone',
    },
  ]
}

/** Whether what was chosen before can be chosen still: the company may have been asked again and have left it out. */
function isOffered({ given, showing }: Turn, step: Extract<AnyStep, { kind: 'choose' }>): boolean {
  const spec = given.desk.facts[step.fact]
  const before = given.facts[step.fact]
  const texts =
    spec?.kind === 'label' && before?.class === 'known' ? spec.labels[String(before.value)] : undefined
  return texts !== undefined && canFill(texts, showing)
}
