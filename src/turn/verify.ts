import { logName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { CHAIN_START, linkLine, readLog, type Seal, sealCodec } from './seal.ts'
import { readDigest } from './transcript.ts'

/**
 * What tells that what was said is not what is stored. `altered`: its content is not what its digest says. `missing`:
 * its place is empty. `relinked`: digests, times or order up to here are not what was sealed. `seal`: the
 * conversation's seal is gone, unreadable, or not the one in the log of seals.
 */
export type Why = 'altered' | 'missing' | 'relinked' | 'seal'

/** Whether what was said is what is stored. `seq`: the first line that tells otherwise. */
export type Verdict =
  | { holds: true; sealed: number; unsealed: number; erased: number; lines: number }
  | { holds: false; seq: number; why: Why }

/** What the chain must be at a place. */
export type Sealed = Pick<Seal, 'upTo' | 'chain'>

/**
 * Holds a conversation's lines against its seal. Erased lines (content and salt gone) leave the chain whole and are
 * counted. Lines after the seal are only held against their own digests.
 */
export async function verifyConversation(store: Store, conversation: string): Promise<Verdict> {
  const [stored] = await store.read([recordKey.seal(conversation)])
  const seal = stored && sealCodec.read(stored).value
  return await holdAgainst(store, conversation, seal ? [seal] : [], seal?.archived)
}

/** Holds the lines behind `from`, which are the archive's, against each of these seals. */
export async function holdAgainst(
  store: Store,
  conversation: string,
  seals: readonly Sealed[],
  from: Sealed = { upTo: 0, chain: CHAIN_START },
): Promise<Verdict> {
  const sealed = Math.max(0, ...seals.map(({ upTo }) => upTo))
  const isHeld = (upTo: number, chain: string) =>
    seals.every((seal) => seal.upTo !== upTo || seal.chain === chain)
  let { upTo: last, chain } = from
  let erased = 0
  if (!isHeld(last, chain)) return { holds: false, seq: last, why: 'relinked' }
  for await (const line of readLog(store, logName.conversation(conversation), last)) {
    if (line.seq !== last + 1) return { holds: false, seq: last + 1, why: 'missing' }
    last = line.seq
    const content = readDigest(line)?.content ?? 'altered'
    if (content === 'altered') return { holds: false, seq: last, why: 'altered' }
    if (content === 'erased') erased += 1
    if (last > sealed) continue
    chain = linkLine(chain, line)
    if (!isHeld(last, chain)) return { holds: false, seq: last, why: 'relinked' }
  }
  if (last < sealed) return { holds: false, seq: last + 1, why: 'missing' }
  return { holds: true, sealed, unsealed: last - sealed, erased, lines: last - from.upTo }
}
