/**
 * What the channels carry, in characters unless said otherwise. The narrowest of them is what every text keeps to, so
 * that no dialog has to know which channel it is on.
 *
 * WhatsApp Cloud API, developers.facebook.com/documentation/business-messaging/whatsapp/messages/:
 * `interactive-reply-buttons-messages` (3 buttons, title 20, body 1,024), `interactive-list-messages` (10 rows, title
 * 24, description 72, button 20), `text-messages` (4,096). Newer pages allow a list's body 4,096; 1,024 holds for both.
 *
 * Teams, learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages: 80 KB of UTF-16 are
 * sure to be delivered.
 */
export const LIMITS = {
  whatsapp: {
    text: 4_096,
    interactiveBody: 1_024,
    buttons: 3,
    buttonTitle: 20,
    rows: 10,
    rowTitle: 24,
    rowDescription: 72,
  },
  teams: { messageBytes: 80_000 },
} as const

export interface Row {
  title: string
  description?: string
}

/**
 * A label as a row of a list: whole where it fits; else its first part ("Películas · 19.900 · 4 de mayo"), or as many
 * words of it as fit, with all of it below. Undefined when it is too long for that, too.
 */
export function rowOf(label: string): Row | undefined {
  const { rowTitle, rowDescription } = LIMITS.whatsapp
  if (size(label) <= rowTitle) return { title: label }
  const [first = '', ...rest] = label.split(' · ')
  const after = rest.join(' · ')
  if (after !== '' && size(first) <= rowTitle && size(after) <= rowDescription) {
    return { title: first, description: after }
  }
  return size(label) <= rowDescription ? { title: shorten(label, rowTitle), description: label } : undefined
}

/** Whether some labels go as buttons in the message; otherwise they go as a list that is opened. */
export function fitButtons(labels: readonly string[]): boolean {
  const { buttons, buttonTitle } = LIMITS.whatsapp
  return labels.length <= buttons && labels.every((label) => size(label) <= buttonTitle)
}

/** As channels count: code points, not bytes. */
export function size(text: string): number {
  return [...text].length
}

function shorten(label: string, most: number): string {
  const whole = label.split(' ')
  while (whole.length > 1 && size(`${whole.join(' ')}…`) > most) whole.pop()
  return `${[...whole.join(' ')].slice(0, most - 1).join('')}…`
}
