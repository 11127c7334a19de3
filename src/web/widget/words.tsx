import type { JSX } from 'preact'

const LINK = /\bhttps?:\/\/[^\s<>"'«»“”]+[^\s<>"'«»“”.,;:!?)\]}]/gi

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
