/** 65 s → "1:05"; 3 725 s → "1:02:05". Never negative: clocks of two machines differ. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** Where a promise stands: running towards its hour, late, or kept by a person's words. */
export type PromiseClock =
  | { kind: 'running'; waitedMs: number; leftMs: number }
  | { kind: 'late'; waitedMs: number; lateMs: number }
  | { kind: 'kept'; waitedMs: number; inTime: boolean }

export function promiseClock(
  clock: { askedAt: string; dueAt: string; firstHumanWordsAt?: string },
  now: number,
): PromiseClock {
  const asked = Date.parse(clock.askedAt)
  const due = Date.parse(clock.dueAt)
  if (clock.firstHumanWordsAt !== undefined) {
    const answered = Date.parse(clock.firstHumanWordsAt)
    return { kind: 'kept', waitedMs: answered - asked, inTime: answered <= due }
  }
  if (now > due) return { kind: 'late', waitedMs: now - asked, lateMs: now - due }
  return { kind: 'running', waitedMs: now - asked, leftMs: due - now }
}

/** The calendar day where the agent is, to part the transcript into days. */
export function dayOf(iso: string): string {
  const at = new Date(iso)
  return `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`
}
