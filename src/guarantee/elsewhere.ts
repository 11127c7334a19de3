import { z } from 'zod'
import { botShape } from '../turn/bot.ts'
import { standBack } from '../turn/dialog/corrections.ts'
import { openDraft, setFact } from '../turn/dialog/turn-draft.ts'
import type { Fact } from '../turn/facts.ts'
import { contactShape, matterShape } from '../turn/history.ts'
import { type BotHarness, CONVERSATION } from './bot-harness.ts'
import type { Moment } from './transcript.ts'

/**
 * What a conversation finds to be so without having seen how: its customer's other conversations, other dialogs and
 * the company's engineers were at work. In a transcript:
 *
 *     + facts {"account":"445566","story":null,"size":{"refused":true}}     known, forgotten, refused
 *     + changes [{"verb":"cancel-service","args":"{…}","ref":"BAJA-1"}]     carried out before in this matter
 *     + history {"contacts":[…],"promised":[…]}                             earlier contacts, and what was promised
 *     + edited "cancel-service"                                             the dialog has another edition since
 */
export type Elsewhere = Extract<Moment, { kind: 'elsewhere' }>

const refused = z.strictObject({ refused: z.literal(true) })
const factsShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), refused]))
const promisedShape = z.strictObject({
  kind: z.string(),
  text: z.string(),
  dueAt: z.number(),
  matter: matterShape,
  state: z.enum(['open', 'confirmed']),
  ref: z.string().exactOptional(),
})
const historyShape = z.strictObject({ contacts: z.array(contactShape), promised: z.array(promisedShape) })

/** An edition that no dialog has. */
const EARLIER = 'earlier'

/** Makes it so, and notes it. What waits in the conversation stands back from facts that have changed, as it always does. */
export function happenElsewhere(c: BotHarness, moment: Elsewhere): void {
  c.note(moment)
  switch (moment.what) {
    case 'facts': {
      const draft = openDraft(c.turnOver(''))
      for (const [name, value] of Object.entries(factsShape.parse(moment.value)))
        setFact(draft, name, factOf(value, c.now))
      standBack(draft)
      c.bot = draft.bot
      c.facts = draft.facts
      break
    }
    case 'changes':
      c.bot.carriedOut = botShape.shape.carriedOut.parse(moment.value)
      break
    case 'history':
      c.earlier = historyShape.parse(moment.value)
      break
    case 'edited':
      c.bot.stack = c.bot.stack.map((frame) =>
        frame.dialog === moment.value ? { ...frame, edition: EARLIER } : frame,
      )
  }
}

function factOf(value: z.infer<typeof factsShape>[string], at: number): Fact | undefined {
  if (value === null) return undefined
  if (typeof value === 'object') return { class: 'refused', at, conversationId: CONVERSATION }
  return { class: 'known', value, source: 'business', at, conversationId: CONVERSATION }
}
