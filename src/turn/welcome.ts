import type { Language } from '../language.ts'
import type { BotDesk } from './bot-desk.ts'
import { HOUSE } from './dialog/house-texts.ts'
import type { Say } from './turn.ts'

/** The first message of a conversation: what speaks here, and the way to a person. Said before anything is asked. */
export function welcome(desk: BotDesk, language: Language): Say {
  const labels = desk.menu.flatMap((dialog) => (dialog.chip ? [dialog.chip[language]] : []))
  return {
    text: HOUSE.welcome[language],
    buttons: [...labels, HOUSE.none[language]].map((label) => ({ label })),
  }
}
