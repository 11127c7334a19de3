import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import type { Screen, Shown } from './screen.ts'
import { type Ui, useUi } from './ui.ts'
import { inFull } from './when.ts'

/** The key of the case, to copy, and its receipt, to keep. */
export function KeyRow({ caseKey, screen }: { caseKey: string; screen: Screen }): JSX.Element {
  const ui = useUi()
  const { texts } = ui
  const { asked, askedAt, timeZone } = screen.status
  const [isCopied, setCopied] = useState(false)
  async function copyKey(): Promise<void> {
    setCopied(await copy(ui, caseKey, texts.copied))
  }
  const lines = [
    `${ui.company} · ${texts.receipt}`,
    `${texts.yourCase}: ${caseKey}`,
    ...(askedAt ? [`${texts.date}: ${inFull(askedAt, { language: ui.language, timeZone })}`] : []),
    ...(asked ? [`«${asked}»`] : []),
  ]
  return (
    <div class="key">
      <span>
        {texts.yourCase} <b class="ref">{caseKey}</b>
      </span>
      <span class="key-actions">
        <button type="button" class="quiet" onClick={() => void copyKey()}>
          {isCopied ? texts.copied : texts.copy}
        </button>
        <button type="button" class="quiet" onClick={() => save(lines, caseKey)}>
          {texts.save}
        </button>
      </span>
    </div>
  )
}

/** What the company confirmed, as a card that can be kept: what, when, and under which reference. */
export function Receipt(props: {
  receipt: NonNullable<Shown['receipt']>
  timeZone: string | undefined
}): JSX.Element {
  const { receipt, timeZone } = props
  const ui = useUi()
  const { texts, language } = ui
  const date = inFull(receipt.at, { language, timeZone })
  const lines = [
    `${ui.company} · ${texts.receipt}`,
    receipt.title,
    `${texts.reference}: ${receipt.ref}`,
    `${texts.date}: ${date}`,
  ]
  return (
    <div class="receipt">
      <p class="receipt-title">
        <Icon name="check" />
        {receipt.title}
      </p>
      <dl>
        <dt>{texts.reference}</dt>
        <dd class="ref">{receipt.ref}</dd>
        <dt>{texts.date}</dt>
        <dd>{date}</dd>
      </dl>
      <div class="receipt-actions">
        <button type="button" class="quiet" onClick={() => save(lines, receipt.ref)}>
          <Icon name="save" />
          {texts.save}
        </button>
        <button type="button" class="quiet" onClick={() => void share(ui, lines)}>
          <Icon name="share" />
          {texts.share}
        </button>
      </div>
    </div>
  )
}

/** Downloads the receipt as a text file: readable everywhere, for ever. */
function save(lines: readonly string[], name: string): void {
  const address = URL.createObjectURL(
    new Blob([`${lines.join('\n')}\n`], { type: 'text/plain;charset=utf-8' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.txt`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

async function share(ui: Ui, lines: readonly string[]): Promise<void> {
  const text = lines.join('\n')
  if (!('share' in navigator)) {
    await copy(ui, text, ui.texts.shared)
    return
  }
  try {
    await navigator.share({ title: lines[0] ?? '', text })
  } catch (thrown) {
    // The customer closing the share sheet is no failure.
    if (!(thrown instanceof DOMException && thrown.name === 'AbortError'))
      await copy(ui, text, ui.texts.shared)
  }
}

async function copy(ui: Ui, text: string, done: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    ui.say(done)
    return true
  } catch {
    // Pages without https have no clipboard: the words are on the screen to be written down.
    ui.say(text)
    return false
  }
}
