import type { Clock } from '../clock.ts'
import { messageOf } from '../errors.ts'
import { type Dialog, isQuestion, nextSteps, textsOf } from '../turn/dialog/dialog.ts'
import type { CheckResult, Covers, House } from './check.ts'
import { type Check, type CheckOptions, PROMISES, type PromiseId } from './checks.ts'
import { type CheckReport, type DialogReport, type Report, summaryOf } from './report.ts'

/** What a run is about, beyond the house. */
export interface RunOptions extends CheckOptions {
  version: string
  contentHash: string
  /** Just these checks; every one when empty. */
  only: readonly string[]
  clock: Clock
  /** Milliseconds that only go forward. */
  elapsed(): number
  /** Told as each check ends. */
  ended?(check: CheckReport): void
}

/** Runs the checks over a house and puts together what they found. A check that throws holds nothing. */
export async function runChecks(house: House, checks: readonly Check[], run: RunOptions): Promise<Report> {
  const began = run.elapsed()
  const reports: CheckReport[] = []
  const ofDialogs: CheckResult['dialogs'][] = []
  let covers: Covers | undefined
  const begun = new Map(
    checks
      .filter((check) => check.beside && isAsked(check, run))
      .map((check) => [check, runOne(check, house, run)]),
  )
  for (const check of checks) {
    const asked = isAsked(check, run)
    const ran = asked ? await (begun.get(check) ?? runOne(check, house, run, covers)) : notRun(check)
    const { report, dialogs } = ran
    covers = ran.covers ?? covers
    if (asked) run.ended?.(report)
    reports.push(report)
    ofDialogs.push(dialogs)
  }
  const dialogs = [...house.desk.dialogs.values()].map((dialog) =>
    dialogReport(dialog, house.files[dialog.id] ?? '', ofDialogs),
  )
  const sum = (name: string) => reports.reduce((total, { figures }) => total + (figures[name] ?? 0), 0)
  const sumOfDialogs = (name: string) =>
    dialogs.reduce((total, { figures }) => total + (figures[name] ?? 0), 0)
  const bounds = [...reports, ...dialogs].flatMap(({ figures }) => figures.bound ?? [])
  const report: Omit<Report, 'summary'> = {
    format: 1,
    product: 'escotilla',
    version: run.version,
    company: house.desk.company,
    checkedAt: new Date(run.clock.now()).toISOString(),
    contentHash: run.contentHash,
    held:
      reports.some(({ outcome }) => outcome === 'held') &&
      reports.every(({ outcome }) => outcome === 'held' || outcome === 'not-run'),
    only: [...run.only, ...(run.dialogs ?? []).map((id) => `dialog ${id}`)],
    totals: {
      dialogs: dialogs.length,
      steps: sumOfDialogs('steps'),
      texts: sumOfDialogs('texts'),
      states: sum('states'),
      transitions: sum('transitions'),
      violations: reports.reduce((total, { violations }) => total + violations.length, 0),
      bound: bounds.length > 0 ? Math.max(...bounds) : null,
      customers: sum('customers'),
      ms: Math.round(run.elapsed() - began),
    },
    checks: reports,
    dialogs,
  }
  return { ...report, summary: summaryOf(report) }
}

/** What can't be run at all is told whatever was asked for: nothing else would see it. */
function isAsked(check: Check, run: RunOptions): boolean {
  if (check.always || run.only.includes(check.name)) return true
  return run.only.length === 0 && (check.runs?.(run) ?? true)
}

interface Ran {
  report: CheckReport
  dialogs?: CheckResult['dialogs']
  covers?: Covers
}

async function runOne(check: Check, house: House, run: RunOptions, covers?: Covers): Promise<Ran> {
  const began = run.elapsed()
  const common = describe(check)
  const took = () => Math.round(run.elapsed() - began)
  try {
    const result = await check.run(house, run, covers)
    const outcome = result.violations.length === 0 ? 'held' : 'violated'
    const { claim, figures, violations } = result
    return {
      report: {
        ...common,
        broken: brokenBy(check, violations),
        outcome,
        claim,
        ms: took(),
        figures: { ...figures },
        violations: [...violations],
      },
      ...(result.dialogs ? { dialogs: result.dialogs } : {}),
      ...(result.covers ? { covers: result.covers } : {}),
    }
  } catch (thrown) {
    const fault = thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown)
    return {
      report: { ...common, outcome: 'failed', ms: took(), figures: {}, violations: [], fault },
    }
  }
}

function notRun(check: Check): Ran {
  return { report: { ...describe(check), outcome: 'not-run', ms: 0, figures: {}, violations: [] } }
}

function describe({ name, title, promises }: Check) {
  return { name, title, promises: [...promises], broken: [] as PromiseId[] }
}

/** The parts of the promise that violations count against. */
function brokenBy({ promises, breaks }: Check, violations: CheckResult['violations']): PromiseId[] {
  const broken = new Set(violations.flatMap(({ rule }) => breaks?.[rule] ?? promises))
  return PROMISES.filter((promise) => broken.has(promise))
}

function dialogReport(dialog: Dialog, file: string, found: readonly CheckResult['dialogs'][]): DialogReport {
  const steps = Object.values(dialog.steps)
  return {
    id: dialog.id,
    title: dialog.title,
    file,
    edition: dialog.edition,
    figures: {
      steps: steps.length,
      questions: steps.filter(isQuestion).length,
      // In one language.
      texts: steps.reduce((total, step) => total + Object.keys(textsOf(step)).length, 0),
      longestPath: longestPath(dialog),
      ...Object.assign({}, ...found.map((dialogs) => dialogs?.[dialog.id] ?? {})),
    },
  }
}

/** Steps on the longest way through a dialog, a step that asks again not counted twice. */
export function longestPath(dialog: Dialog): number {
  const longest = new Map<string, number>()
  const open = new Set<string>()
  function from(name: string): number {
    const known = longest.get(name)
    if (known !== undefined) return known
    const step = dialog.steps[name]
    // A way back to a step that the customer is still on the way from.
    if (!step || open.has(name)) return 0
    open.add(name)
    const length = 1 + Math.max(0, ...nextSteps(step).map(from))
    open.delete(name)
    longest.set(name, length)
    return length
  }
  return from(dialog.start)
}
