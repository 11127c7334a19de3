import type { JSX } from 'preact'
import type { TranscriptLine } from '../../../http/wire.ts'
import { Icon } from '../icons.tsx'
import { words } from '../settings.ts'

/** Pictures that a browser draws without running anything: SVG is not one of them. */
const SAFE_PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

export function Attachments(p: { attachments: NonNullable<TranscriptLine['attachments']> }): JSX.Element {
  return (
    <ul class="attachments">
      {p.attachments.map((attachment, place) => (
        <li key={attachment.uploadId ?? place}>
          <AttachmentItem attachment={attachment} />
        </li>
      ))}
    </ul>
  )
}

function AttachmentItem(p: { attachment: NonNullable<TranscriptLine['attachments']>[number] }): JSX.Element {
  const { contentType, url, bytes } = p.attachment
  const w = words.value
  const name = p.attachment.name || w.attachment
  if (!url || !isOurs(url)) {
    return (
      <span class="file">
        <Icon name="file" /> <bdi>{name}</bdi>
      </span>
    )
  }
  const isPicture = SAFE_PICTURES.has(contentType)
  return (
    <a class={isPicture ? 'picture' : 'file'} href={url} target="_blank" rel="noopener noreferrer">
      {isPicture ? (
        <img src={url} alt={name} loading="lazy" />
      ) : (
        <>
          <Icon name="file" /> <bdi>{name}</bdi>
          {bytes !== undefined && <span class="file__size">{Math.ceil(bytes / 1024)} kB</span>}
        </>
      )}
      <span class="unseen"> {w.otherTab}</span>
    </a>
  )
}

/** Only files that this server holds: never an address that a customer wrote. */
function isOurs(url: string): boolean {
  const parsed = URL.parse(url, location.origin)
  return parsed !== null && parsed.origin === location.origin
}
