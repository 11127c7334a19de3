import { STAYS_MS } from '../cases/stays.ts'
import type { Ids } from '../clock.ts'
import { logName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { asksAuditCodec } from '../turn/asks-audit.ts'
import { type Anchor, anchorCodec, dayOf, readLog } from '../turn/seal.ts'
import type { Files } from './files.ts'

/** Seals let go of at once. */
const SLICE = 1_000

/**
 * The log of seals tells, for each day that is anchored, what was sealed. What is so old that the conversations it tells
 * of have ended goes to the files, up to the end of an anchored day, so that what stays can still be held against the
 * anchors. What the audit of asks has not read yet stays.
 */
export async function letGoOfSeals(
  store: Store,
  ids: Ids,
  files: Files,
  count: (kind: string) => void,
): Promise<void> {
  const [latest, audit] = await store.read([recordKey.anchor('latest'), recordKey.asksAudit()])
  const audited = audit ? asksAuditCodec.read(audit).value.upTo : 0
  const anchor = latest && (await oldAnchor(store, anchorCodec.read(latest).value))
  if (!anchor || anchor.upTo > audited) return
  let written = 0
  for await (const seal of readLog(store, logName.seals(), 0)) {
    // The newest line of a log always stays.
    if (seal.seq >= anchor.upTo) break
    await files.append({
      kind: 'seal-line',
      key: `seals/${seal.seq}`,
      at: seal.at,
      body: JSON.parse(seal.body),
    })
    count('seal-line')
    written = seal.seq
    if (written % SLICE === 0) await letGo(written)
  }
  if (written > 0) await letGo(written)

  async function letGo(upTo: number): Promise<void> {
    await files.flush()
    await store.commit({ id: ids.next(), trim: [{ log: logName.seals(), upTo }] })
  }
}

/** The newest anchor of a day that is so long over, followed back from the latest. */
async function oldAnchor(store: Store, latest: Anchor): Promise<Anchor | undefined> {
  const day = dayOf(store.now() - STAYS_MS)
  let anchor: Anchor | undefined = latest
  while (anchor && anchor.day >= day) anchor = await anchorOf(store, anchor.previous)
  return anchor
}

async function anchorOf(store: Store, day: string | undefined): Promise<Anchor | undefined> {
  const [stored] = day === undefined ? [] : await store.read([recordKey.anchor(day)])
  return stored && anchorCodec.read(stored).value
}
