import type { Language } from '../language.ts'
import type { Schedule } from './case.ts'

/**
 * What a conversation's header shows: who has it, and what the customer can expect. A file of types alone, because
 * the widget takes it too. Times are milliseconds since the epoch.
 */
export interface ConversationStatus {
  owner: 'bot' | 'queue' | 'agent' | 'scheduled'
  /** The latest case of this conversation, open or not. */
  caseKey?: string
  /** What the case speaks with its customer: they may write in another language than their page has. */
  language?: Language
  /** The person who answers. */
  agentName?: string
  /** 1: next in line. Absent when nobody is on duty: a place in a line that doesn't move says nothing. */
  position?: number
  /** Expected wait, seconds. */
  etaSeconds?: [low: number, high: number]
  /** The call-back or written answer that is promised. */
  schedule?: Schedule
  /** When somebody will be there: nobody is on duty and it is not opening time. */
  opensAt?: number
  onDuty?: boolean
  /** What was asked, and when: with the key, the receipt. */
  asked?: string
  /** The case's page, from the root of the installation, and until when the link holds. */
  caseLink?: { path: string; until: number }
  askedAt?: number
  /** The desk's, IANA: every time that the customer reads is in it, so that no two of them disagree. */
  timeZone?: string
  /** The customer left the line and can come back to their place. */
  withdrawn?: boolean
  resolvedAt?: number
  supervisorAsked?: boolean
}
