import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import type { Screen, Shown } from './screen.ts'
import { type Ui, useUi } from './ui.ts'
import { day, inFull } from './when.ts'

/** The key of the case, to copy, and its receipt, to keep. */
export function KeyRow({ caseKey, screen }: { caseKey: string; screen: Screen }): JSX.Element {
  const ui = useUi()
  const { texts } = ui
  const { asked, askedAt, timeZone, caseLink } = screen.status
  const page = caseLink && pageOf(ui, { link: caseLink.path, linkUntil: caseLink.until }, timeZone)
  const [isCopied, setCopied] = useState(false)
  async function copyKey(): Promise<void> {
    setCopied(await copy(ui, caseKey, texts.copied))
  }
  const lines = [
    `${ui.company} · ${texts.receipt}`,
    `${texts.yourCase}: ${caseKey}`,
    ...(askedAt ? [`${texts.date}: ${inFull(askedAt, { language: ui.language, timeZone })}`] : []),
    ...(asked ? [`«${asked}»`] : []),
    ...(page ? page.lines : []),
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
        {page && <Follow page={page} />}
      </span>
    </div>
  )
}

interface Page {
  address: string
  until: string
  lines: string[]
}

/** The page that says how it stands now, wherever the widget is embedded. */
function pageOf(
  ui: Ui,
  { link, linkUntil }: { link?: string | undefined; linkUntil?: number | undefined },
  timeZone: string | undefined,
): Page | undefined {
  if (link === undefined || linkUntil === undefined) return undefined
  const address = `${ui.conversation.base}${link}`
  // The last day that it works on.
  const until = ui.texts.followUntil(day(linkUntil - 1, { language: ui.language, timeZone }))
  return { address, until, lines: [`${ui.texts.follow}: ${address}`, until] }
}

function Follow({ page }: { page: Page }): JSX.Element {
  const { texts } = useUi()
  return (
    <a class="quiet" href={page.address} target="_blank" rel="noopener noreferrer" title={page.until}>
      {texts.follow}
      <span class="spoken"> {texts.opensApart}</span>
    </a>
  )
}

/** What the company confirmed or took in, as a card that can be kept: what, when, and under which reference. */
export function Receipt(props: {
  receipt: NonNullable<Shown['receipt']>
  timeZone: string | undefined
}): JSX.Element {
  const { receipt, timeZone } = props
  const ui = useUi()
  const { texts, language } = ui
  const isOwed = receipt.dueAt !== undefined
  const when = isOwed ? texts.dueBy : texts.date
  const date = isOwed
    ? day(receipt.dueAt ?? receipt.at, { language, timeZone })
    : inFull(receipt.at, { language, timeZone })
  const page = pageOf(ui, receipt, timeZone)
  const lines = [
    `${ui.company} · ${texts.receipt}`,
    receipt.title,
    `${texts.reference}: ${receipt.ref}`,
    `${when}: ${date}`,
    ...(page ? page.lines : []),
  ]
  return (
    <div class="receipt">
      <p class="receipt-title">
        <Icon name={isOwed ? 'line' : 'check'} />
        {receipt.title}
      </p>
      <dl>
        <dt>{texts.reference}</dt>
        <dd class="ref">{receipt.ref}</dd>
        <dt>{when}</dt>
        <dd>{date}</dd>
      </dl>
      {page && <p class="receipt-until">{page.until}</p>}
      <div class="receipt-actions">
        <button type="button" class="quiet" onClick={() => save(lines, receipt.ref)}>
          <Icon name="save" />
          {texts.save}
        </button>
        <button type="button" class="quiet" onClick={() => void share(ui, lines)}>
          <Icon name="share" />
          {texts.share}
        </button>
        <button type="button" class="quiet" onClick={() => void copy(ui, lines.join('\n'), texts.copied)}>
          {texts.copy}
        </button>
        {page && <Follow page={page} />}
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
