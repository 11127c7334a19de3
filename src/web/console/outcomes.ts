import type { CaseView, DeskView, TranscriptLine } from '../../http/wire.ts'
import { language, words } from './settings.ts'
import { desk } from './state.ts'

/** What the company's system answered: never as done unless it said so. */
export function outcomeWords(line: TranscriptLine): string {
  const w = words.value
  const { kind, ref, reason, why } = line.data ?? {}
  const verb = titleOf(desk.value?.verbs, line.name ?? '')
  const answer = w.outcomeKind[String(kind)] ?? String(kind)
  const code = String(reason ?? why ?? '')
  const detail =
    kind === 'ok'
      ? ref
        ? w.reference(String(ref))
        : ''
      : code === 'needs-person'
        ? w.byHand
        : titleOf(desk.value?.refusals, code)
  return `${verb}: ${answer}${detail ? ` (${detail})` : ''}`
}

/** The desk's own words for a name; the name itself when it has none, or isn't read yet. */
function titleOf(choices: DeskView['verbs'] | undefined, name: string): string {
  return choices?.find((choice) => choice.name === name)?.title[language.value] ?? name
}

/** What the bot tried, in order and each once: the steps it got to, and what the company's systems answered. */
export function triedWords(view: CaseView, lines: readonly TranscriptLine[]): string[] {
  const steps = lines.flatMap((line) => {
    if (line.kind === 'outcome') return [outcomeWords(line)]
    return line.about ? [line.about.title] : []
  })
  return steps.length > 0 ? [...new Set(steps)] : view.summary.tried
}
