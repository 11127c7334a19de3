import { agentCodec, agentTerms } from '../cases/agent.ts'
import { caseCodec } from '../cases/case.ts'
import { commitmentCodec, commitmentTerms } from '../cases/commitments.ts'
import { termsOf } from '../cases/terms.ts'
import { uploadCodec, uploadTerms } from '../channels/uploads.ts'
import { Unreadable } from '../errors.ts'
import type { Claim, IndexName, Put, RecordKey, Stored } from '../store/store.ts'
import { headCodec, headTerms } from '../turn/conversation.ts'
import { callCodec, callTerms, timerCodec, timerTerms } from '../turn/records.ts'
import { sealCodec, sealTerms } from '../turn/seal.ts'

type Terms = NonNullable<Put['terms']>

/** Where a record of each kind says that it stands. */
const TERMS: Readonly<Record<string, (stored: Readonly<Stored>) => Terms>> = {
  agent: (stored) => agentTerms(agentCodec.read(stored).value),
  call: (stored) => callTerms(callCodec.read(stored).value),
  case: (stored) => termsOf(caseCodec.read(stored).value),
  commitment: (stored) => commitmentTerms(commitmentCodec.read(stored).value),
  head: (stored) => headTerms(headCodec.read(stored).value),
  seal: (stored) => sealTerms(sealCodec.read(stored).value),
  upload: (stored) => uploadTerms(uploadCodec.read(stored).value),
  timer: (stored) => timerTerms(timerCodec.read(stored).value),
}

/** Undefined for what this version can't read or has no terms for: it is left as it is. */
function termsIn(stored: Readonly<Stored>): Terms | undefined {
  try {
    return TERMS[kindOf(stored.key)]?.(stored)
  } catch (thrown) {
    if (thrown instanceof Unreadable) return undefined
    throw thrown
  }
}

/** What an entry of an index ought to be; undefined when nobody can say. `stored`: what is under the member's name. */
export function claimOf(
  index: IndexName,
  member: string,
  stored: Readonly<Stored> | undefined,
): Claim | undefined {
  if (kindOf(member) === 'conversation') return { index, member }
  if (!stored) return { index, member, record: { version: 0, score: undefined } }
  const terms = termsIn(stored)
  if (!terms) return undefined
  const score = terms.find(([name]) => name === index)?.[1]
  return { index, member, record: { version: stored.version, score } }
}

/** All entries that a record ought to have. */
export function claimsOf(stored: Readonly<Stored>): Claim[] {
  const { key, version } = stored
  return (termsIn(stored) ?? []).map(([index, score]) => ({ index, member: key, record: { version, score } }))
}

/** `case` of `case/ABC-123`, or of an index such as `queue/general`: `queue`. */
export function kindOf(name: RecordKey | IndexName): string {
  const slash = name.indexOf('/')
  return slash < 0 ? name : name.slice(0, slash)
}
