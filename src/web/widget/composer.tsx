import type { JSX, TargetedKeyboardEvent } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import { FILE_KINDS, prepare } from './images.ts'
import { useUi } from './ui.ts'
import type { UnsentFile } from './unsent.ts'

/** The server takes no longer message. */
const TEXT_LIMIT = 10_000

/** Where the customer writes. What is not sent yet stays through closing and reloading. */
export function Composer(): JSX.Element {
  const { conversation, texts, say } = useUi()
  const [text, setText] = useState(() => conversation.keep.read<string>('draft') ?? '')
  const [file, setFile] = useState<UnsentFile>()
  const [problem, setProblem] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const chooser = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    const { current } = field
    if (!current) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight}px`
  }, [text])

  function write(words: string): void {
    setText(words)
    conversation.keep.write('draft', words)
    if (words) conversation.typing()
  }

  function send(): void {
    if (!text.trim() && !file) return
    conversation.send(text, file ? { file } : {})
    write('')
    setFile(undefined)
    field.current?.focus()
  }

  async function choose(chosen: File | undefined): Promise<void> {
    if (!chosen) return
    const prepared = await prepare(chosen)
    if (prepared.outcome === 'ready') {
      setFile(prepared.file)
      setProblem('')
      return
    }
    const words = prepared.outcome === 'too-large' ? texts.fileTooLarge : texts.fileKind
    setProblem(words)
    say(words)
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLTextAreaElement>): void {
    // On phones Enter is for new lines, and the button sends. While composing (accents, CJK) it chooses letters.
    const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing
    if (!sends || matchMedia('(pointer: coarse)').matches) return
    event.preventDefault()
    send()
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {problem && (
        <p class="problem">
          <Icon name="warn" />
          {problem}
        </p>
      )}
      {file && (
        <p class="chosen">
          {file.type.startsWith('image/') ? <img src={file.data} alt="" /> : <Icon name="file" />}
          <span>{file.name}</span>
          <button
            type="button"
            class="round"
            aria-label={texts.removeFile}
            title={texts.removeFile}
            onClick={() => {
              setFile(undefined)
              field.current?.focus()
            }}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
      <div class="row">
        <button
          type="button"
          class="round"
          aria-label={texts.attach}
          title={texts.attach}
          onClick={() => chooser.current?.click()}
        >
          <Icon name="clip" />
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept={FILE_KINDS}
          onChange={(event) => {
            const { currentTarget } = event
            void choose(currentTarget.files?.[0])
            // The same file can be chosen again.
            currentTarget.value = ''
          }}
        />
        <textarea
          ref={field}
          class="field"
          rows={1}
          maxLength={TEXT_LIMIT}
          value={text}
          aria-label={texts.write}
          placeholder={texts.write}
          enterkeyhint="send"
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="round send" aria-label={texts.send} title={texts.send}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}
