import { type Moment, printTranscript } from '../transcript.ts'
import { linesOf } from './judge.ts'
import type { Finding } from './rules.ts'
import type { StoreState } from './store-state.ts'

/** Writes down a play: what is given, and what is said in its conversations since. */
export class Telling {
  readonly #moments: Moment[] = []
  #judged = 0
  readonly #told = new Map<string, number>()

  given(moment: Moment): void {
    this.#moments.push(moment)
  }

  /** What a judge has found since. */
  judge(findings: readonly Finding[]): void {
    for (const { rule, what } of findings.slice(this.#judged)) {
      this.#moments.push({ kind: 'breach', text: `${rule}: ${what}` })
    }
    this.#judged = findings.length
  }

  /** The lines that have come to conversations; their greetings, and what was given anyway, are left out. */
  hear(state: StoreState, conversations: readonly string[]): void {
    for (const [i, id] of conversations.entries()) {
      const lines = linesOf(state, id)
      const from = this.#told.get(id) ?? 1
      this.#told.set(id, lines.length)
      const where = i === 0 ? '' : `(${i + 1}) `
      for (const line of lines.slice(from)) {
        if (line.kind === 'event' && line.name === 'case-opened') {
          this.#moments.push({ kind: 'owner', text: `${where}person (${String(line.data?.reason)})` })
        }
        if (line.kind !== 'message' || (line.from.kind !== 'bot' && line.from.kind !== 'system')) continue
        this.#moments.push({
          kind: line.from.kind === 'bot' ? 'bot' : 'desk',
          text: `${where}${line.text}`,
          buttons: (line.buttons ?? []).map(({ label }) => label),
        })
      }
    }
  }

  toString(): string {
    return printTranscript(this.#moments)
  }
}
