import pino, { type Logger } from 'pino'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Channel } from './turn/conversation.ts'
import type { EscapeReason } from './turn/turn.ts'

export type { Logger }

/** Logs go to stdout as JSON lines. What customers write, tokens and secrets are never given to it. */
export function createLogger(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
}

/** What an operator watches. The names are part of the public contract. */
export interface Metrics {
  registry: Registry
  /** From a stored message to its committed answer, seconds. */
  turnSeconds: Histogram
  escapes: { inc(labels: { reason: EscapeReason; channel: Channel }): void }
  /** Asks for a person in transcripts that have no case. The promise is 0. */
  askedNotReached: Gauge
  oldestWaitSeconds: Gauge
  outboxUndelivered: Gauge
  /** Messages that went to their channel again without knowing whether it had them. */
  sentUnsure: { inc(labels: { channel: Channel }): void }
  /** What webhooks told that no conversation gets, by why. */
  webhookLeft: { inc(labels: { channel: Channel; why: string }): void }
  staleCommits: Counter
  /** Messages that were also read by CLU, by whose answer was believed. */
  readings: { inc(labels: { won: 'clu' | 'local' | 'nobody' }): void }
  /** Both recognisers had an opinion, and not the same. */
  readingDisagreements: { inc(labels: { won: 'clu' | 'local' | 'nobody' }): void }
  /** Why CLU gave no answer to be used. */
  cluFailures: { inc(labels: { why: string }): void }
  /** Cases in line that this version can't read: their customers wait, and nobody can take them. */
  unreadableCases: Gauge
  /** Asks for a person on this process's disk that the store does not have yet. */
  spooledAsks: Gauge
  /** What is over and waits to be written to the archive's files. */
  archiveWaiting: Gauge
  /** Index entries and names that disagreed with what they stand for, and were put right. */
  orphansMended: { inc(labels: { index: string }, by?: number): void }
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    turnSeconds: new Histogram({
      name: 'escotilla_turn_seconds',
      help: 'Seconds from a stored customer message to its committed answer',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
      registers,
    }),
    escapes: new Counter({
      name: 'escotilla_escapes_total',
      help: 'Customers who left the bot for a person',
      labelNames: ['reason', 'channel'],
      registers,
    }),
    askedNotReached: new Gauge({
      name: 'escotilla_asked_not_reached',
      help: 'Asks for a person found in transcripts without a case: the promise is 0',
      registers,
    }),
    oldestWaitSeconds: new Gauge({
      name: 'escotilla_oldest_wait_seconds',
      help: 'How long the customer who has waited longest in line has waited',
      registers,
    }),
    outboxUndelivered: new Gauge({
      name: 'escotilla_outbox_undelivered',
      help: 'Messages that their channel has not accepted yet',
      registers,
    }),
    sentUnsure: new Counter({
      name: 'escotilla_sent_unsure_total',
      help: 'Messages that went to their channel again without knowing whether it had them',
      labelNames: ['channel'],
      registers,
    }),
    webhookLeft: new Counter({
      name: 'escotilla_webhook_left_total',
      help: 'What webhooks told that no conversation gets, by why',
      labelNames: ['channel', 'why'],
      registers,
    }),
    unreadableCases: new Gauge({
      name: 'escotilla_unreadable_cases',
      help: 'Cases in line that can not be read: look at once, their customers wait',
      registers,
    }),
    spooledAsks: new Gauge({
      name: 'escotilla_spooled_asks',
      help: 'Asks for a person kept on the disk of this process until the store is back',
      registers,
    }),
    archiveWaiting: new Gauge({
      name: 'escotilla_archive_waiting',
      help: 'Cases, conversations and promises that are over and wait for npm run archive',
      registers,
    }),
    orphansMended: new Counter({
      name: 'escotilla_orphans_mended_total',
      help: 'Index entries and names that disagreed with their records or logs, and were put right',
      labelNames: ['index'],
      registers,
    }),
    readings: new Counter({
      name: 'escotilla_readings_total',
      help: 'Messages that were given to CLU, by the recogniser whose answer was believed',
      labelNames: ['won'],
      registers,
    }),
    readingDisagreements: new Counter({
      name: 'escotilla_reading_disagreements_total',
      help: 'Messages that CLU and the local recogniser took for different things, by the one that was believed',
      labelNames: ['won'],
      registers,
    }),
    cluFailures: new Counter({
      name: 'escotilla_clu_failures_total',
      help: 'Messages that CLU gave no usable answer to',
      labelNames: ['why'],
      registers,
    }),
    staleCommits: new Counter({
      name: 'escotilla_stale_commits_total',
      help: 'Commits refused because what they were decided on had changed',
      registers,
    }),
  }
}
