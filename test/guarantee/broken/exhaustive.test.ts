import { type BrokenBuild, testsThatAreCaught } from './broken-build.ts'

const check = 'exhaustive'
const dialog = 'cancel-service'

const BUILDS: readonly BrokenBuild[] = [
  {
    name: 'whose router does not count messages without progress',
    breaks: [
      {
        file: 'src/escape/router.ts',
        text: 'turnsWithoutProgress: before.turnsWithoutProgress + 1',
        by: 'turnsWithoutProgress: before.turnsWithoutProgress',
      },
    ],
    check,
    dialog,
    rule: 'unbounded-stay',
  },
  {
    name: 'whose dialogs may enter a step as often as they like',
    breaks: [
      {
        file: 'src/turn/dialog/runner.ts',
        text: 'if (visits > draft.given.desk.limits.loops) {',
        by: 'if (visits > Number.POSITIVE_INFINITY) {',
      },
    ],
    check,
    dialog,
    rule: 'unbounded-loop',
  },
  {
    name: 'that takes an outcome which nobody knows for a success',
    breaks: [
      {
        file: 'src/turn/dialog/outcomes.ts',
        text: `export function takeOutcome(draft: TurnDraft, callId: string, outcome: Outcome): void {
  const { call } = draft.bot`,
        by: `export function takeOutcome(draft: TurnDraft, callId: string, given: Outcome): void {
  const outcome: Outcome = given.kind === 'unknown' ? { kind: 'ok', ref: callId, data: {} } : given
  const { call } = draft.bot`,
      },
    ],
    check,
    dialog,
    rule: 'unknown-told-as-done',
  },
  {
    name: 'that drops the step for a failed call',
    breaks: [
      {
        file: 'src/turn/dialog/outcomes.ts',
        text: `    handOver(draft, { ...person, reason: 'error' }, why)
`,
        by: '',
      },
    ],
    check,
    dialog,
    rule: 'failure-not-told',
  },
  {
    name: 'that promises without a commitment',
    breaks: [
      {
        file: 'src/turn/dialog/promises.ts',
        text: `  draft.commitments.push({
    id: freshId(draft, 'promise'),`,
        by: `  const nobodys: unknown[] = []
  nobodys.push({
    id: freshId(draft, 'promise'),`,
      },
    ],
    check,
    dialog,
    rule: 'promise-without-commitment',
  },
  {
    name: 'that asks for what it knows',
    breaks: [
      {
        file: 'src/turn/dialog/runner.ts',
        text: 'if (!fact) return wait(draft)',
        by: 'return wait(draft)',
      },
    ],
    check,
    dialog,
    rule: 'asked-though-known',
  },
]

testsThatAreCaught(BUILDS)
