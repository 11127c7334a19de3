import { readTag, type Tag } from '../../src/channels/whatsapp/tag.ts'
import { recordKey } from '../../src/store/keys.ts'
import type { Store } from '../../src/store/store.ts'
import { deliveryCodec } from '../../src/turn/delivery.ts'
import type { ReadLine } from '../../src/turn/transcript.ts'
import type { CustomerAccount } from './ledger.ts'
import type { Verdict } from './verdict.ts'
import type { Pushed, WhatsApp } from './whatsapp.ts'

type Got = Pushed & Tag

/** Between the last look at whether WhatsApp has a message and its going out again a process may have stood still. */
const STOOD_STILL_MS = 10_000

/**
 * What a phone got: all that was said, in order, each once, but for the one window: that WhatsApp had accepted a message
 * and nobody had heard of it when it went again.
 */
export async function judgePhone(
  { name, address, conversationId, lastSeq }: CustomerAccount,
  lines: readonly ReadLine[],
  whatsapp: WhatsApp,
  store: Store,
  verdict: Verdict,
): Promise<void> {
  const got: Got[] = whatsapp.shownTo(address).flatMap((pushed) => {
    const tag = readTag(pushed.tag)
    return tag ? [{ ...pushed, ...tag }] : []
  })
  const [stored] = await store.read([recordKey.delivery(conversationId)])
  const { failed = {} } = stored ? deliveryCodec.read(stored).value : {}
  const isClaimed = lines.some((line) => line.kind === 'event' && line.name === 'case-claimed')
  for (const line of lines) {
    // What the desk has said since the last look may be on its way.
    if (line.kind !== 'message' || line.from.kind === 'customer' || line.seq > lastSeq) continue
    const isThere = got.some(({ lineId, isLast }) => lineId === line.id && isLast)
    // What the bot had said is not said over a person; what could not be sent is before an agent.
    const isKeptBack = (line.from.kind === 'bot' && isClaimed) || failed[line.id] !== undefined
    if (!isThere && !isKeptBack) verdict.loss.push(`the phone of ${name} never got line ${line.seq}`)
  }
  // Of a line that went in several messages the last one tells.
  const confirmedAt = new Map<string, number>()
  for (const { lineId, isLast, confirmedAt: at = Number.POSITIVE_INFINITY } of got) {
    if (isLast) confirmedAt.set(lineId, Math.min(at, confirmedAt.get(lineId) ?? at))
  }
  let latest = 0
  const copies = new Map<string, Got[]>()
  for (const pushed of got) {
    const part = `${pushed.tag} ${pushed.text}`
    const before = copies.get(part)
    if (before) before.push(pushed)
    else {
      copies.set(part, [pushed])
      if (pushed.seq < latest)
        verdict.broken.push(`the phone of ${name} got line ${pushed.seq} after ${latest}`)
      latest = Math.max(latest, pushed.seq)
    }
  }
  for (const [part, all] of copies) {
    verdict.again += all.length - 1
    if (isKnownTwice(all, confirmedAt.get(all[0]?.lineId ?? '')))
      verdict.doubles.push(
        `the phone of ${name} got this ${all.length} times, at ${all.map(({ at }) => Math.round(at))}, known since ${Math.round(confirmedAt.get(all[0]?.lineId ?? '') ?? 0)}: ${part}`,
      )
  }
}

/** Whether one went out although that WhatsApp has it was known. */
function isKnownTwice(copies: readonly Got[], confirmedAt = Number.POSITIVE_INFINITY): boolean {
  return copies.some((copy, nth) => {
    const before = copies[nth - 1]
    if (!before) return false
    // Before each sending it is looked at, and the one before went out when it was known.
    return before.at > confirmedAt || copy.at > confirmedAt + STOOD_STILL_MS
  })
}
