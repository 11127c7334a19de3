import { z } from 'zod'
import { PROMISES } from './checks.ts'

const texts = z.strictObject({ es: z.string(), en: z.string() })
const figures = z.record(z.string(), z.number())
const whole = z.number().int().nonnegative()

export const violationShape = z.strictObject({
  rule: z.string(),
  where: z.strictObject({
    file: z.string().optional(),
    dialog: z.string().optional(),
    step: z.string().optional(),
    text: z.string().optional(),
  }),
  what: z.string(),
  fix: z.string(),
  transcript: z.string().optional(),
})

const checkShape = z.strictObject({
  name: z.string(),
  title: texts,
  promises: z.array(z.enum(PROMISES)),
  /** Those that a violation counts against. */
  broken: z.array(z.enum(PROMISES)),
  /** `failed`: the check itself is at fault, so nothing is known. Without `outcome` held, nothing is held. */
  outcome: z.enum(['held', 'violated', 'failed', 'not-run']),
  /** What it holds, in words; undefined when it did not get so far. */
  claim: texts.optional(),
  /** How long it took, milliseconds. */
  ms: whole,
  figures,
  violations: z.array(violationShape),
  /** What went wrong in the check itself. */
  fault: z.string().optional(),
})

const dialogShape = z.strictObject({
  id: z.string(),
  title: texts,
  file: z.string(),
  /** Changes when the steps do. */
  edition: z.string(),
  /** `steps`, `questions`, `texts`, `longestPath`, and what the checks say of it: `bound`, `states`, `transitions`. */
  figures,
})

/** `guarantee.json`: what a run of the guarantee found. Names stay; more may be added. */
export const reportShape = z.strictObject({
  format: z.literal(1),
  product: z.literal('escotilla'),
  version: z.string(),
  company: z.string(),
  /** ISO 8601. */
  checkedAt: z.iso.datetime(),
  /** SHA-256 of the dialogs, intents, desk and the server's code, in hexadecimal. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Every check that was run held. */
  held: z.boolean(),
  /** Names of the checks, and `dialog ID`, when only some were asked for: then `held` speaks of these alone. */
  only: z.array(z.string()),
  /** The line that the command ends with. */
  summary: z.string(),
  totals: z.strictObject({
    dialogs: whole,
    steps: whole,
    texts: whole,
    states: whole,
    transitions: whole,
    violations: whole,
    /** The longest stay with a failing bot, in the customer's messages; null when no check computed it. */
    bound: whole.nullable(),
    /** Simulated customers; 0 when none were asked for. */
    customers: whole,
    ms: whole,
  }),
  checks: z.array(checkShape),
  dialogs: z.array(dialogShape),
})

export type Report = z.infer<typeof reportShape>
export type CheckReport = Report['checks'][number]
export type DialogReport = Report['dialogs'][number]

/** The last line: `guarantee: held · 8 dialogs · 12,345 states · bound 6 messages · 0 violations · 9.8 s`. */
export function summaryOf(report: Omit<Report, 'summary'>): string {
  const { totals, checks, only } = report
  const failed = checks.filter(({ outcome }) => outcome === 'failed').length
  return [
    `guarantee: ${report.held ? 'held' : 'not held'}`,
    only.length > 0 ? `only ${only.join(', ')}` : '',
    counted(totals.dialogs, 'dialog'),
    totals.states > 0 ? counted(totals.states, 'state') : '',
    totals.bound === null ? '' : `bound ${counted(totals.bound, 'message')}`,
    totals.customers > 0 ? counted(totals.customers, 'customer') : '',
    counted(totals.violations, 'violation'),
    failed > 0 ? `${counted(failed, 'check')} could not run` : '',
    seconds(totals.ms),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** `1 state`, `12,345 states`. */
function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`
}

/** `9.8 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
