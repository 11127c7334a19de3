/**
 * Text as it was meant: no control characters but line breaks and tabs, no broken halves of characters. What is left
 * is kept as it is, emoji and right-to-left included.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .trim()
}
