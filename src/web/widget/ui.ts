import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../../language.ts'
import type { Conversation } from './conversation.ts'
import type { WidgetTexts } from './texts.ts'

/** What every part of the widget needs: the words, the conversation, and a voice for screen readers. */
export interface Ui {
  conversation: Conversation
  language: Language
  texts: WidgetTexts
  company: string
  /** Announces words politely, once. */
  say(words: string): void
}

const UiContext = createContext<Ui | undefined>(undefined)
export const UiProvider = UiContext.Provider

export function useUi(): Ui {
  const ui = useContext(UiContext)
  if (!ui) throw new Error('a part of the widget was used outside of it')
  return ui
}
