/**
 * The id of a button or row is the whole label, of which WhatsApp may show only the beginning: what is pressed comes
 * back as the words that it stands for, and needs nothing remembered.
 */
const OURS = '='

export function replyId(label: string): string {
  return `${OURS}${label}`
}

/** What pressing says. A button of another program says what it shows. */
export function replyText({ id, title }: { id: string; title: string }): string {
  return id.startsWith(OURS) ? id.slice(OURS.length) : title
}
