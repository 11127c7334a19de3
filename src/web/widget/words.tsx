import type { JSX } from 'preact'

const LINK = /\bhttps?:\/\/[^\s<>"'«»“”]+[^\s<>"'«»“”.,;:!?)\]}]/gi

/** The emergency number where the house says to call it. */
const EMERGENCY = /\b(?:llame(?: ahora)? al|call) (\+?\d[\d ]*\d)/i

/** What the house itself says: its first line stands out, and in danger the number to call is one tap away. */
export function HouseWords({ text }: { text: string }): JSX.Element {
  const end = text.indexOf('\n')
  if (end < 0) return <Words text={text} />
  const lead = text.slice(0, end)
  const number = EMERGENCY.exec(lead)?.[1]
  const from = number === undefined ? lead.length : lead.lastIndexOf(number)
  return (
    <>
      <strong>
        {lead.slice(0, from)}
        {number !== undefined && <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>}
        {lead.slice(from + (number?.length ?? 0))}
      </strong>
      <Words text={text.slice(end)} />
    </>
  )
}

/** A message's text, as text. Only http and https addresses become links, and they can't reach this page. */
export function Words({ text }: { text: string }): JSX.Element {
  const parts: (string | JSX.Element)[] = []
  let at = 0
  for (const found of text.matchAll(LINK)) {
    parts.push(text.slice(at, found.index))
    parts.push(
      <a href={found[0]} target="_blank" rel="noopener noreferrer nofollow">
        {found[0]}
      </a>,
    )
    at = found.index + found[0].length
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
