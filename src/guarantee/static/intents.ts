import { LANGUAGES } from '../../language.ts'
import type { BotDesk } from '../../turn/bot-desk.ts'
import { OWN_INTENTS } from '../../turn/dialog/read-message.ts'
import type { Intents } from '../../understanding/intents.ts'
import type { Violation } from '../check.ts'
import { violationIn } from './found.ts'

/** Every intent that a dialog names is there in every language, and every intent is somebody's. */
export function intentFaults(
  desk: BotDesk,
  files: Readonly<Record<string, string>>,
  { intents }: Intents,
): Violation[] {
  const byId = new Map(intents.map((intent) => [intent.id, intent]))
  const named = [...desk.byIntent].flatMap(([id, dialog]) => {
    const intent = byId.get(id)
    if (!intent) {
      return [
        violationIn(dialog.id, files, {
          rule: 'missing-intent',
          what: `no customer can say it: there is no intent "${id}"`,
          fix: `write intents/${id}.yaml with what customers say, or correct the name in "intents"`,
        }),
      ]
    }
    return LANGUAGES.filter((language) => intent.utterances[language].length === 0).map((language) => ({
      rule: 'missing-utterances',
      where: { file: `intents/${id}.yaml`, dialog: dialog.id, text: `languages.${language}` },
      what: `has nothing that customers say in "${language}"`,
      fix: 'write 30 or more things that people really say',
    }))
  })
  const stray = intents
    .filter(({ id }) => !desk.byIntent.has(id) && !OWN_INTENTS.includes(id))
    .map(({ id }) => ({
      rule: 'stray-intent',
      where: { file: `intents/${id}.yaml` },
      what: 'customers who say this are understood, and no dialog answers them',
      fix: 'add its dialog to dialogs/index.ts, or move its utterances to intents/none.yaml',
    }))
  return [...named, ...stray]
}
