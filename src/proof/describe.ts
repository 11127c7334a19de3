import type { Audit, Break } from './audit.ts'

const WHY: Record<Break['why'], string> = {
  altered: 'its content is not what was said',
  missing: 'it is missing',
  relinked: 'digests, times or order up to here are not what was sealed',
  seal: 'the seal is not the one that was written',
}

export function holdsAll({ breaks, brokenAnchors }: Audit): boolean {
  return breaks.length === 0 && brokenAnchors.length === 0
}

/** What was found, for a terminal. `differing`: days whose anchor the operator's own log has otherwise. */
export function describeAudit(found: Audit, differing: readonly string[] = []): string {
  const { archive, ended, unsealed, breaks, more, brokenAnchors, anchors } = found
  const told = breaks.map(
    ({ where, seq, why, archived }) => `${where}, ${seq}${archived ? ' (archive)' : ''}: ${WHY[why]}`,
  )
  if (more > 0) told.push(`and ${more} more`)
  for (const day of brokenAnchors)
    told.push(`anchor of ${day}: it is missing, or the seals up to it are not what they were`)
  for (const day of differing) told.push(`anchor of ${day}: the log has another one`)
  const lines = [`${counted(found)}, ${unsealed} not sealed yet`]
  if (archive) lines.push(`in the archive: ${counted(archive)}`)
  if (ended > 0) lines.push(`not looked at: ${ended} conversations that ended; see --archive`)
  const latest = anchors.at(-1)
  lines.push(
    latest ? `${anchors.length} anchors, the latest of ${latest.day}: ${latest.chain}` : 'no anchor yet',
  )
  const broken = breaks.length + more + brokenAnchors.length + differing.length
  lines.push(...told, broken === 0 ? 'everything holds' : `${broken} do not hold`)
  return lines.join('\n')
}

function counted({
  conversations,
  lines,
  erased,
}: Pick<Audit, 'conversations' | 'lines' | 'erased'>): string {
  return `${conversations} conversations, ${lines} lines, ${erased} of them erased`
}
