import { z } from 'zod'
import { countersShape, newCounters } from '../escape/router.ts'
import { LANGUAGES } from '../language.ts'
import { codec } from '../store/codec.ts'
import { unsolvedShape } from './lessons.ts'

/** A dialog that is under way. */
const frameShape = z.object({
  dialog: z.string(),
  /** The edition of the dialog that `step` belongs to. */
  edition: z.string(),
  step: z.string(),
  /** How often each step has been entered: no step loops for ever. */
  visits: z.record(z.string(), z.number()),
  /** What the customer wants of it in their own words; empty while they have only pressed buttons. */
  words: z.string(),
  /** Which thing of the dialog's the customer was met with: earlier contacts about it have been looked at. */
  met: z.string().optional(),
})
export type Frame = z.infer<typeof frameShape>

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** The bot's state in one conversation: the stack of dialogs, the router's counters, a pending call. */
export const botShape = z.object({
  /** Set when the customer turned to another language than the conversation's first. */
  language: z.enum(LANGUAGES).optional(),
  /** Their first words were all in capitals: that is how they write, and no shouting. */
  capitals: z.boolean().optional(),
  /** When the customer last wrote to the bot; 0 before the first message. */
  lastAt: z.number(),
  /** Dialogs under way, the one in front last. The ones before it were interrupted. */
  stack: z.array(frameShape),
  /** The last message offered what the bot can do, in buttons. */
  menu: z.boolean(),
  /** The last message offered a person: a bare "yes" takes it. */
  offered: z.boolean(),
  /** The last message asked which of these two matters was meant, and by which words. */
  between: z.object({ dialogs: z.array(z.string()), words: z.string() }).optional(),
  /** The step whose end said what may be told afterwards: why the customer leaves. */
  mayTell: z.object({ dialog: z.string(), step: z.string() }).optional(),
  /** Messages that were not understood, until it is known what they were about; see lessons.ts. */
  unsolved: z.array(unsolvedShape).optional(),
  /** A call to the company's systems that has no outcome yet. */
  call: z
    .object({
      id: z.string(),
      verb: z.string(),
      args: z.record(z.string(), scalar),
      dialog: z.string(),
      step: z.string(),
    })
    .optional(),
  /** What the customer said that began no dialog, for the person who will read it. */
  words: z.string(),
  /** Changes that the company's systems carried out in this matter: none is asked for twice. */
  carriedOut: z.array(
    z.object({
      verb: z.string(),
      args: z.string(),
      ref: z.string(),
      /** What the company answered. */
      data: z.record(z.string(), scalar).optional(),
    }),
  ),
  counters: countersShape,
})
export type Bot = z.infer<typeof botShape>
export const botCodec = codec<Bot>({ kind: 'bot', schema: 1, shape: botShape })

/** The state of a conversation that has just been welcomed, with the menu on the screen. */
export function newBot(): Bot {
  return {
    lastAt: 0,
    stack: [],
    menu: true,
    offered: false,
    words: '',
    carriedOut: [],
    counters: newCounters(),
  }
}
