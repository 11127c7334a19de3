import { actionOf, NONE_OF_THESE, plain } from '../cases/labels.ts'
import { logName } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import type { MessageLine } from './line.ts'
import { mask } from './masking.ts'
import { decodeLine, type ReadLine } from './transcript.ts'

const LINES_READ = 30
const SUMMARY_LENGTH = 200
const NONE = new Set(Object.values(NONE_OF_THESE).map(plain))

/**
 * What a case is about, read from the transcript alone, so that an ask needs no bot state: the last dialog the bot
 * was in, and what the customer wrote before they asked.
 */
export async function matterOf(
  store: Store,
  conversationId: string,
  /** The message that asks; undefined when something else led here. */
  message: MessageLine | undefined,
): Promise<{ asked: string; summary: string }> {
  const stored = await store.linesBefore(logName.conversation(conversationId), undefined, LINES_READ)
  return summarize(stored.map(decodeLine), message)
}

export function summarize(
  lines: readonly ReadLine[],
  message: MessageLine | undefined,
): { asked: string; summary: string } {
  const messages = lines.filter((line) => line.kind === 'message')
  const title = messages.findLast((line) => line.from.kind === 'bot' && line.about)?.about?.title
  const earlier = messages
    .filter((line) => line.from.kind === 'customer' && line.id !== message?.id)
    .map((line) => line.text.trim())
    .filter((text) => text !== '')
  // The message itself has not been through the transcript, where card numbers are masked.
  const own = mask(message?.text.trim() ?? '')
  const asked = [own, ...earlier.toReversed()].find(saysWhat) ?? (own || (earlier.at(-1) ?? ''))
  const parts = new Set(
    [...(title ? [title] : []), ...earlier.slice(-2), asked].filter((part) => part !== ''),
  )
  return { asked, summary: shorten([...parts].join(' · ')) }
}

/** A matter takes two words: a yes, a number or the press of a button that asks says nothing of what it is about. */
function saysWhat(text: string): boolean {
  const isPress = actionOf(text) !== undefined || NONE.has(plain(text))
  return !isPress && (text.match(/\p{L}{2,}/gu) ?? []).length >= 2
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > SUMMARY_LENGTH ? `${characters.slice(0, SUMMARY_LENGTH - 1).join('')}…` : text
}
