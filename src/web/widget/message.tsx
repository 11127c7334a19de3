import type { JSX } from 'preact'
import type { IconName } from './icon-paths.ts'
import { Icon } from './icons.tsx'
import { Receipt } from './receipt.tsx'
import { receiptOf, type Shown, type Speaker } from './screen.ts'
import type { WidgetTexts } from './texts.ts'
import { useUi } from './ui.ts'
import type { Unsent } from './unsent.ts'
import { timeOf } from './when.ts'
import { HouseWords, Words } from './words.tsx'

const MARKS: Record<Speaker, IconName> = { bot: 'bot', agent: 'person', system: 'notice', customer: 'person' }

/** Who speaks, in words: said before each message to a screen reader, shown above the first of several. */
export function speakerOf(message: Pick<Shown, 'from' | 'name'>, texts: WidgetTexts): string {
  switch (message.from) {
    case 'bot':
      return texts.bot
    case 'agent':
      return texts.person(message.name ?? texts.someone)
    case 'system':
      return texts.notice
    case 'customer':
      return texts.you
  }
}

/** `isFirst`: the one before was somebody else's. `isRead`: by the agent. */
export function Message(props: { message: Shown; isFirst: boolean; isRead: boolean }): JSX.Element {
  const { texts, language } = useUi()
  const { message, isFirst, isRead } = props
  const isMine = message.from === 'customer'
  const speaker = speakerOf(message, texts)
  const showsSpeaker = isFirst && !isMine && message.from !== 'system'
  return (
    <li class={`said ${message.from}${isFirst ? ' first' : ''}`}>
      {showsSpeaker ? (
        <p class="speaker">
          <span class="mark">
            <Icon name={MARKS[message.from]} />
          </span>
          {speaker}
        </p>
      ) : (
        <span class="spoken">{speaker}: </span>
      )}
      <div class="bubble">
        {message.files.map((file) => (
          <File key={file.contentUrl} file={file} />
        ))}
        {message.text && (
          <p class="text">
            {message.from === 'system' ? <HouseWords text={message.text} /> : <Words text={message.text} />}
          </p>
        )}
        {message.receipt && <Receipt receipt={message.receipt} timeZone={message.timeZone} />}
      </div>
      {message.at > 0 && message.from !== 'system' && (
        <p class="meta">
          {timeOf(message.at, { language })}
          {isMine && <Mark icon={isRead ? 'checks' : 'check'} words={isRead ? texts.read : texts.received} />}
        </p>
      )}
    </li>
  )
}

/** A message that is still on this device, or that the server keeps until its store is back. */
export function Waiting({ unsent }: { unsent: Unsent }): JSX.Element {
  const { texts, language, conversation } = useUi()
  const { refused, keptAs, file } = unsent
  const isKept = conversation.keep.isLasting && !unsent.isPassing
  const message = (
    <li class={`said customer${keptAs ? '' : ' waiting'}`}>
      <span class="spoken">{texts.you}: </span>
      <div class="bubble">
        {file && <File file={{ contentType: file.type, contentUrl: file.data, name: file.name }} />}
        {unsent.text && (
          <p class="text">
            <Words text={unsent.text} />
          </p>
        )}
      </div>
      {refused ? (
        <p class="meta failed">
          <Icon name="warn" />
          {texts.refused(refused)}
          <button type="button" class="quiet" onClick={() => conversation.retry(unsent)}>
            {texts.retry}
          </button>
          <button type="button" class="quiet" onClick={() => conversation.discard(unsent)}>
            {texts.discard}
          </button>
        </p>
      ) : keptAs ? (
        <p class="meta">
          {timeOf(unsent.at, { language })}
          <Mark icon="check" words={texts.received} />
        </p>
      ) : (
        <p class="meta">
          {isKept ? texts.kept : texts.passing}
          <Icon name="kept" />
        </p>
      )}
    </li>
  )
  if (!keptAs) return message
  return (
    <>
      {message}
      <Message message={receiptOf(unsent, keptAs)} isFirst isRead={false} />
    </>
  )
}

function Mark({ icon, words }: { icon: IconName; words: string }): JSX.Element {
  return (
    <span class={`delivery ${icon}`}>
      <Icon name={icon} />
      <span class="spoken">{words}</span>
    </span>
  )
}

function File({ file }: { file: Shown['files'][number] }): JSX.Element {
  const { texts } = useUi()
  const name = file.name ?? texts.image
  if (file.contentType.startsWith('image/') && file.contentUrl) {
    return (
      <a class="picture" href={file.contentUrl} target="_blank" rel="noopener noreferrer">
        <img src={file.contentUrl} alt={name} loading="lazy" />
      </a>
    )
  }
  return (
    <p class="file">
      <Icon name="file" />
      {file.contentUrl ? (
        <a href={file.contentUrl} target="_blank" rel="noopener noreferrer" download={name}>
          {name}
        </a>
      ) : (
        name
      )}
    </p>
  )
}
