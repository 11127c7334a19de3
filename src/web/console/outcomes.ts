import type { CaseView, TranscriptLine } from '../../http/wire.ts'
import { words } from './settings.ts'

/** What the company's system answered: never as done unless it said so. */
export function outcomeWords(line: TranscriptLine): string {
  const w = words.value
  const { kind, ref, reason, why } = line.data ?? {}
  const verb = w.verbs[line.name ?? ''] ?? line.name ?? ''
  const answer = w.outcomeKind[String(kind)] ?? String(kind)
  const code = String(reason ?? why ?? '')
  const detail = kind === 'ok' ? (ref ? w.reference(String(ref)) : '') : (w.refusals[code] ?? code)
  return `${verb}: ${answer}${detail ? ` (${detail})` : ''}`
}

/** What the bot tried, in order and each once: the steps it got to, and what the company's systems answered. */
export function triedWords(view: CaseView, lines: readonly TranscriptLine[]): string[] {
  const steps = lines.flatMap((line) => {
    if (line.kind === 'outcome') return [outcomeWords(line)]
    return line.about ? [line.about.title] : []
  })
  return steps.length > 0 ? [...new Set(steps)] : view.summary.tried
}
