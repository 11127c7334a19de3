import type { Outcome } from '../turn/line.ts'

/**
 * The notation of conversations, in journey tests and in the counterexamples of the guarantee. A line each:
 *
 *     (language: en, channel: whatsapp)     what is so from here on
 *     > what the customer writes            a button is pressed by writing its label
 *     > Una persona {ask}                   marks: an action, `again` (the channel sends it once more), `file`,
 *                                           `may ask` (perhaps for a person), `first button` (whatever it says),
 *                                           `reads cancel-service`, `reads nothing` or
 *                                           `reads several cancel-service move-visit`, with `either` for a
 *                                           message that may be about one or the other (what understanding
 *                                           makes of it)
 *     < what the bot says [Button] [Button]
 *     * what the desk itself says [Button]  a receipt, a place in line
 *     = person (reason)                     the bot lets go of the customer
 *     # rule: what is wrong                 what breaks the promise here, by the judgement of a check
 *     ! ok BAJA-1 endDate=2026-11-30        what the pending call comes to; also `! refused no-such-account`,
 *                                           `! failed not sent` and `! unknown no answer in 8 seconds`
 *     @ Ana claims                          what an agent does
 *     @ Ana: what an agent writes
 *     + facts {"account":"445566"}          what is so from elsewhere (see elsewhere.ts): `facts`, `changes`,
 *                                           `history`, `edited`; each with its value as JSON
 *     ~ 2 h                                 time passes: s, min, h or d
 *     % worker                              a part of the program works until it has nothing left to do: `worker`,
 *                                           `caller`, `sweeper`, `sender`
 *     % restart                             every process is killed and started again, channels send again what was
 *                                           not acknowledged, and some minutes pass
 *
 * What happens at one moment, step by step:
 *
 *     & worker                              begins together with the other lines marked so: a part of the program,
 *     & > quiero una persona                or a line as above (`{in 2}`: in the customer's second conversation)
 *     | worker: commits bot/c1              whose turn it is; what follows the name is for the reader
 *
 * What is written is one line each: line breaks of the original are shown as spaces, and `…` stands for anything.
 */
export type Moment =
  | { kind: 'stage'; what: Readonly<Record<string, string>> }
  | { kind: 'customer'; text: string; marks?: readonly string[]; atOnce?: true }
  | { kind: 'bot' | 'desk'; text: string; buttons?: readonly string[] }
  /** `text` as after the `=`: `person (asked)`. */
  | { kind: 'owner'; text: string }
  | { kind: 'breach'; text: string }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'agent'; name: string; does: string; atOnce?: true }
  | { kind: 'agent-says'; name: string; text: string; atOnce?: true }
  | { kind: 'time'; ms: number; atOnce?: true }
  | { kind: 'elsewhere'; what: ElsewhereKind; value: unknown }
  | { kind: 'restart' }
  /** A part of the program is set going. */
  | { kind: 'runs'; part: string; atOnce?: true }
  | { kind: 'step'; who: string; what: string }

export const ELSEWHERE = ['facts', 'changes', 'history', 'edited'] as const
export type ElsewhereKind = (typeof ELSEWHERE)[number]

/** The name of a part of the program. */
const PART = /^[a-z][a-z0-9-]*$/

/** What a transcript asks the replayer to do; the rest is what should come of it. */
export function isGiven(moment: Moment): boolean {
  return !['bot', 'desk', 'owner', 'breach'].includes(moment.kind)
}

/** The moments of a written transcript. Throws a SyntaxError that names the line which can't be read. */
export function parseTranscript(written: string): Moment[] {
  return linesOf(written).map(parseLine)
}

/** The lines of a transcript, without those that are empty. */
export function linesOf(written: string): string[] {
  return written
    .split('\n')
    .map((line) => oneLine(line))
    .filter((line) => line !== '')
}

/** The transcript of these moments, as `parseTranscript` reads it. */
export function printTranscript(moments: readonly Moment[]): string {
  return moments.map(printLine).join('\n')
}

export function printLine(moment: Moment): string {
  return oneLine('atOnce' in moment && moment.atOnce ? `& ${bare(moment)}` : bare(moment))
}

/** Whether a line that was said is the one that is written; `…` stands for anything. */
export function fits(said: string, written: string): boolean {
  const pattern = oneLine(written)
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return new RegExp(`^${pattern}$`, 'u').test(oneLine(said))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function bare(moment: Moment): string {
  switch (moment.kind) {
    case 'stage':
      return `(${Object.entries(moment.what)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ')})`
    case 'customer':
      return `> ${moment.text}${moment.marks?.length ? ` {${moment.marks.join(', ')}}` : ''}`
    case 'bot':
    case 'desk': {
      const buttons = (moment.buttons ?? []).map((label) => ` [${label}]`).join('')
      return `${moment.kind === 'bot' ? '<' : '*'} ${moment.text}${buttons}`
    }
    case 'owner':
      return `= ${moment.text}`
    case 'breach':
      return `# ${moment.text}`
    case 'outcome':
      return `! ${printOutcome(moment.outcome)}`
    case 'agent':
      return `@ ${moment.name} ${moment.does}`
    case 'agent-says':
      return `@ ${moment.name}: ${moment.text}`
    case 'time':
      return `~ ${printSpan(moment.ms)}`
    case 'elsewhere':
      return `+ ${moment.what} ${JSON.stringify(moment.value)}`
    case 'restart':
      return '% restart'
    case 'runs':
      return moment.atOnce ? moment.part : `% ${moment.part}`
    case 'step':
      return `| ${moment.who}: ${moment.what}`
  }
}

function parseLine(line: string): Moment {
  const rest = line.slice(1).trim()
  switch (line[0]) {
    case '>':
      return parseCustomer(rest)
    case '<':
    case '*':
      return parseSaid(line[0] === '<' ? 'bot' : 'desk', rest)
    case '=':
      return { kind: 'owner', text: rest }
    case '#':
      return { kind: 'breach', text: rest }
    case '!':
      return { kind: 'outcome', outcome: parseOutcome(rest, line) }
    case '@':
      return parseAgent(rest, line)
    case '~':
      return { kind: 'time', ms: parseSpan(rest, line) }
    case '+':
      return parseElsewhere(rest, line)
    case '%':
      if (rest === 'restart') return { kind: 'restart' }
      if (PART.test(rest)) return { kind: 'runs', part: rest }
      break
    case '|': {
      const [who = '', ...what] = rest.split(':')
      return { kind: 'step', who, what: what.join(':').trim() }
    }
    case '&': {
      if (PART.test(rest)) return { kind: 'runs', part: rest, atOnce: true }
      const moment = parseLine(rest)
      if (['customer', 'agent', 'agent-says', 'time'].includes(moment.kind)) {
        return { ...moment, atOnce: true } as Moment
      }
      break
    }
    case '(':
      if (line.endsWith(')')) return { kind: 'stage', what: parseStage(line.slice(1, -1), line) }
      break
  }
  throw new SyntaxError(`not a line of a transcript: ${line}`)
}

function parseCustomer(rest: string): Moment {
  const marked = /^(.*?)\s*\{([^{}]*)\}$/u.exec(rest)
  if (!marked) return { kind: 'customer', text: rest }
  const marks = (marked[2] ?? '').split(',').map((mark) => mark.trim())
  return { kind: 'customer', text: marked[1] ?? '', marks }
}

function parseSaid(kind: 'bot' | 'desk', rest: string): Moment {
  const buttons: string[] = []
  let text = rest
  for (let last = /^(.*?)\s*\[([^[\]]+)\]$/u.exec(text); last; last = /^(.*?)\s*\[([^[\]]+)\]$/u.exec(text)) {
    buttons.unshift(last[2] ?? '')
    text = last[1] ?? ''
  }
  return { kind, text, ...(buttons.length > 0 ? { buttons } : {}) }
}

function parseAgent(rest: string, line: string): Moment {
  const says = /^([^:\s]+):\s*(.*)$/u.exec(rest)
  if (says) return { kind: 'agent-says', name: says[1] ?? '', text: says[2] ?? '' }
  const does = /^(\S+) (.+)$/u.exec(rest)
  if (does) return { kind: 'agent', name: does[1] ?? '', does: does[2] ?? '' }
  throw new SyntaxError(`an agent does or says something: ${line}`)
}

function parseElsewhere(rest: string, line: string): Moment {
  const [name = '', ...value] = rest.split(' ')
  const what = ELSEWHERE.find((one) => one === name)
  if (!what) throw new SyntaxError(`${ELSEWHERE.join(', ')} is meant: ${line}`)
  try {
    return { kind: 'elsewhere', what, value: JSON.parse(value.join(' ')) as unknown }
  } catch {
    throw new SyntaxError(`a value in JSON is meant: ${line}`)
  }
}

function parseStage(inside: string, line: string): Record<string, string> {
  return Object.fromEntries(
    inside.split(',').map((part) => {
      const [name = '', ...value] = part.split(':')
      if (value.length === 0) throw new SyntaxError(`(name: value, …) is meant: ${line}`)
      return [name.trim(), value.join(':').trim()]
    }),
  )
}

function printOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'ok': {
      const data = Object.entries(outcome.data).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
      return ['ok', outcome.ref, ...data].join(' ')
    }
    case 'refused':
      return `refused ${outcome.reason}`
    case 'failed':
    case 'unknown':
      return `${outcome.kind} ${outcome.why}`
  }
}

function parseOutcome(rest: string, line: string): Outcome {
  const [kind, ...words] = rest.split(' ')
  const why = words.join(' ')
  switch (kind) {
    case 'ok':
      return { kind, ref: words[0] ?? '', data: parseData(words.slice(1).join(' ')) }
    case 'refused':
      return { kind, reason: why }
    case 'failed':
    case 'unknown':
      return { kind, why }
    default:
      throw new SyntaxError(`ok, refused, failed or unknown is meant: ${line}`)
  }
}

/** Values as JSON; a value without quotes that is no JSON is a text. */
function parseData(text: string): Record<string, string | number | boolean> {
  const data: Record<string, string | number | boolean> = {}
  for (const [, name = '', value = ''] of text.matchAll(/(\w+)=("(?:[^"\\]|\\.)*"|\S+)/gu)) {
    data[name] = /^("|-?\d+(\.\d+)?$|(true|false)$)/.test(value)
      ? (JSON.parse(value) as string | number | boolean)
      : value
  }
  return data
}

const SPANS: readonly [unit: string, ms: number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
]

function printSpan(ms: number): string {
  const [unit, size] = SPANS.find(([, one]) => ms % one === 0) ?? ['s', 1_000]
  return `${ms / size} ${unit}`
}

function parseSpan(rest: string, line: string): number {
  const [, count = '', name = ''] = /^([\d.]+) (\w+)$/.exec(rest) ?? []
  const size = SPANS.find(([unit]) => unit === name)?.[1]
  if (size === undefined) throw new SyntaxError(`a span such as "2 h" is meant: ${line}`)
  return Math.round(Number(count) * size)
}
