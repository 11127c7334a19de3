import type { Violation } from './check.ts'
import { type CheckReport, type Report, seconds } from './report.ts'

const WIDTH = 100
const MARK = { held: 'held', violated: 'VIOLATED', failed: 'COULD NOT RUN', 'not-run': 'not run' } as const

/** One check, as the terminal shows it when it ends. */
export function checkLines(check: CheckReport): string[] {
  const lines = [`${check.name}: ${MARK[check.outcome]}, ${seconds(check.ms)}`]
  if (check.claim) lines.push(...wrap(check.claim.en, '  '))
  const figures = Object.entries(check.figures).map(([name, value]) => figure(name, value))
  if (figures.length > 0) lines.push(...wrap(figures.join(' · '), '  '))
  if (check.fault !== undefined) {
    lines.push(
      ...wrap('The check itself is at fault, so nothing is known of what it would hold. It threw:', '  '),
      ...indented(check.fault, '    '),
    )
  }
  return [...lines, '']
}

/** The dialogs in a table, then every violation with what to change. */
export function reportLines(report: Report): string[] {
  const lines = [...dialogTable(report), '']
  for (const check of report.checks) {
    for (const violation of check.violations) lines.push(...violationLines(violation, check.name), '')
  }
  return lines
}

const COLUMNS = [
  { title: 'steps', figure: 'steps' },
  { title: 'longest path', figure: 'longestPath' },
  { title: 'texts', figure: 'texts' },
  { title: 'states', figure: 'states' },
  { title: 'bound, messages', figure: 'bound' },
] as const

function dialogTable({ dialogs }: Report): string[] {
  const wide = Math.max(...dialogs.map(({ id }) => id.length), 'dialog'.length)
  const columns = COLUMNS.filter(({ figure: name }) => dialogs.some(({ figures }) => name in figures))
  const row = (first: string, cells: readonly string[]) =>
    [first.padEnd(wide), ...cells.map((cell, i) => cell.padStart(columns[i]?.title.length ?? 0))].join('  ')
  return [
    row(
      'dialog',
      columns.map(({ title }) => title),
    ),
    ...dialogs.map(({ id, figures }) =>
      row(
        id,
        columns.map(({ figure: name }) => figures[name]?.toLocaleString('en-US') ?? '–'),
      ),
    ),
  ]
}

function violationLines({ rule, where, what, fix, transcript }: Violation, check: string): string[] {
  const place = [
    where.file,
    where.dialog,
    where.step === undefined ? undefined : `step ${where.step}`,
    where.text === undefined ? undefined : `text ${where.text}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
  return [
    `VIOLATION of ${rule} (${check})${place === '' ? '' : `: ${place}`}`,
    ...wrap(what, '  '),
    ...wrap(`Change: ${fix}`, '  '),
    ...(transcript === undefined ? [] : ['  It goes like this:', ...indented(transcript, '    ')]),
  ]
}

/** `transitions` to `12,345 transitions`, `slowestMs` to `slowest 3 ms`. */
function figure(name: string, value: number): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
  const number = value.toLocaleString('en-US')
  return words.endsWith(' ms') ? `${words.slice(0, -3)} ${number} ms` : `${number} ${words}`
}

function indented(text: string, margin: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `${margin}${line}`)
}

function wrap(text: string, margin: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && margin.length + line.length + 1 + word.length > WIDTH) {
      lines.push(margin + line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, margin + line]
}
