import type { CaseView, ChatRow, QueueItem, TranscriptLine } from '../../../http/wire.ts'
import { type Feed, mergeLines, type Progress } from './feed.ts'

/** The agent's chats as they are now: the snapshot and every event after it. */
export function chatRows(feed: Feed, readUpTo: Readonly<Record<string, number>> = {}): ChatRow[] {
  const { chats } = feed
  if (!chats) return []
  return chats.chats.map((snapshot) => {
    const readAt = readUpTo[snapshot.key] ?? -1
    let row: ChatRow = readAt >= chats.at ? { ...snapshot, unread: 0 } : snapshot
    for (const { at, event } of feed.events) {
      if (at <= chats.at) continue
      if (event.type === 'lease-warning' && event.key === row.key) {
        row = { ...row, warned: true, returnsAt: event.returnsAt }
      }
      if (event.type === 'line' && event.key === row.key) row = afterLine(row, event.line, at > readAt)
    }
    return row
  })
}

function afterLine(row: ChatRow, line: TranscriptLine, isUnread: boolean): ChatRow {
  // A line is told again when its delivery moves on: that is no new word.
  if (line.kind !== 'message' || !line.from || line.at < row.lastAt) return row
  const said = { lastText: line.text ?? '', lastFrom: line.from.kind, lastAt: line.at }
  if (line.from.kind === 'customer') {
    const isRepeat = line.at === row.lastAt && said.lastText === row.lastText
    return {
      ...row,
      ...said,
      unread: row.unread + (isUnread && !isRepeat ? 1 : 0),
      owedSince: row.owedSince ?? line.at,
    }
  }
  if (line.from.kind === 'agent') {
    return { ...row, ...said, owedSince: undefined, warned: false, returnsAt: undefined }
  }
  return { ...row, ...said }
}

/** Who is owed an answer longest comes first; then whoever spoke last. Parked chats are apart. */
export function inOrderOwed(rows: readonly ChatRow[]): { mine: ChatRow[]; parked: ChatRow[] } {
  const byOwed = (a: ChatRow, b: ChatRow) =>
    before(a.owedSince ?? '~', b.owedSince ?? '~') || before(b.lastAt, a.lastAt) || before(a.key, b.key)
  return {
    mine: rows.filter((row) => !row.parked).sort(byOwed),
    parked: rows.filter((row) => row.parked).sort(byOwed),
  }
}

/** By code points: ISO times then sort as times, and "~" after all of them. */
function before(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The whole transcript that we hold of a case: pages, snapshot and the events after it. */
export function transcriptOf(feed: Feed, key: string): { lines: TranscriptLine[]; before?: string } {
  const view = feed.cases[key]
  const older = feed.older[key]
  const later = feed.events.flatMap(({ at, event }) =>
    event.type === 'line' && event.key === key && at > (view?.at ?? -1) ? [event.line] : [],
  )
  return {
    lines: mergeLines(mergeLines(older?.lines ?? [], view?.transcript ?? []), later).map((line) =>
      withProgress(line, feed.progress[line.conversationId]),
    ),
    before: older ? older.before : view?.transcriptBefore,
  }
}

const STEPS: TranscriptLine['delivery'][] = ['stored', 'sent', 'delivered', 'read']

function withProgress(line: TranscriptLine, progress: Progress | undefined): TranscriptLine {
  if (!progress || line.from?.kind !== 'agent' || !line.delivery || line.delivery === 'failed') return line
  const reached =
    line.seq <= progress.readTo ? 'read' : line.seq <= progress.deliveredTo ? 'delivered' : line.delivery
  return STEPS.indexOf(reached) > STEPS.indexOf(line.delivery) ? { ...line, delivery: reached } : line
}

/** Of a case: what its own snapshot says, brought up to date by what was said since. */
export function caseNow(feed: Feed, key: string): CaseView | undefined {
  const view = feed.cases[key]
  if (!view) return undefined
  let now = view
  for (const { at, event } of feed.events) {
    if (at <= view.at) continue
    if (event.type === 'lease-warning' && event.key === key) {
      now = { ...now, warned: true, returnsAt: event.returnsAt }
    }
    if (event.type !== 'line' || event.key !== key || event.line.kind !== 'message') continue
    const { line } = event
    if (line.from?.kind === 'agent') {
      const firstHumanWordsAt = now.clock.firstHumanWordsAt ?? line.at
      now = { ...now, owedSince: undefined, warned: false, clock: { ...now.clock, firstHumanWordsAt } }
    } else if (line.from?.kind === 'customer' && now.owedSince === undefined) {
      now = { ...now, owedSince: line.at }
    }
  }
  return now
}

/** WhatsApp lets us write freely for 24 h after the customer's last message. */
const WHATSAPP_WINDOW_MS = 24 * 3_600_000

/** Until when a free reply can be sent; undefined where there is no limit. */
export function replyWindowEnds(view: CaseView, lines: readonly TranscriptLine[]): number | undefined {
  if (view.channel !== 'whatsapp') return undefined
  const last = lines.findLast((line) => line.kind === 'message' && line.from?.kind === 'customer')
  return last ? Date.parse(last.at) + WHATSAPP_WINDOW_MS : undefined
}

/** Does what the agent searches for occur in any of these? Accents and case don't matter. */
export function matches(query: string, ...texts: (string | undefined)[]): boolean {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  const text = plain(texts.filter(Boolean).join(' '))
  return wanted.every((word) => text.includes(word))
}

export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

export function longestWaitFrom(items: readonly QueueItem[]): string | undefined {
  return items.reduce<string | undefined>(
    (oldest, item) => (oldest === undefined || item.askedAt < oldest ? item.askedAt : oldest),
    undefined,
  )
}
