import type { ComponentChildren, JSX } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { words } from '../settings.ts'
import { dialog } from '../state.ts'

/** A dialog: the browser keeps the focus inside, closes it on Escape and gives the focus back. */
export function Modal(p: { title: string; isWide?: boolean; children: ComponentChildren }): JSX.Element {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const el = box.current
    el?.showModal()
    // The question first, not the way out.
    el?.querySelector<HTMLElement>('input, select, textarea, .modal__minutes button')?.focus()
    return () => el?.close()
  }, [])
  const close = (): void => {
    dialog.value = undefined
  }
  return (
    <dialog
      ref={box}
      class={p.isWide ? 'modal modal--wide' : 'modal'}
      aria-labelledby={titleId}
      onCancel={(e) => {
        e.preventDefault()
        close()
      }}
    >
      <header class="modal__head">
        <h2 id={titleId} dir="auto">
          {p.title}
        </h2>
        <button type="button" class="icon-button" aria-label={words.value.close} onClick={close}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {p.children}
    </dialog>
  )
}

/** A question with one answer, as radio buttons. */
export function Choices<T extends string>(p: {
  title: string
  name: string
  choices: readonly { value: T; label: string; more?: string; isOff?: boolean }[]
  chosen: T | undefined
  choose(value: T): void
}): JSX.Element {
  return (
    <fieldset class="choices">
      <legend>{p.title}</legend>
      {p.choices.map((choice) => (
        <label key={choice.value} class="choice">
          <input
            type="radio"
            name={p.name}
            value={choice.value}
            checked={p.chosen === choice.value}
            disabled={choice.isOff}
            onChange={() => p.choose(choice.value)}
          />
          <span class="choice__label">{choice.label}</span>
          {choice.more && <span class="choice__more">{choice.more}</span>}
        </label>
      ))}
    </fieldset>
  )
}
