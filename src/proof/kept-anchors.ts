import { z } from 'zod'
import { type Anchor, anchorShape } from '../turn/seal.ts'

const logLineShape = z.object({ anchor: anchorShape })

/** Days whose anchor in the operator's own log is not the one in the store. Other lines of the log are passed over. */
export async function differingAnchors(
  anchors: readonly Anchor[],
  log: AsyncIterable<string>,
): Promise<string[]> {
  const known = new Map(anchors.map((anchor) => [anchor.day, anchor]))
  const differing = new Set<string>()
  for await (const text of log) {
    const kept = text.includes('"anchor"') ? anchorIn(text) : undefined
    if (!kept) continue
    const here = known.get(kept.day)
    if (here?.upTo !== kept.upTo || here.chain !== kept.chain) differing.add(kept.day)
  }
  return [...differing].sort()
}

function anchorIn(text: string): Anchor | undefined {
  try {
    return logLineShape.safeParse(JSON.parse(text)).data?.anchor
  } catch {
    return undefined
  }
}
