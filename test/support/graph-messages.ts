import { z } from 'zod'

/**
 * What the messages endpoint of the Graph API takes, as strict as Meta's own: a message of ours that breaks a limit is
 * refused here as it would be there. Source: github.com/facebook/openapi, business-messaging-api_v23.0.yaml, and the
 * pages of each kind of message.
 */
const most = (limit: number) =>
  z
    .string()
    .min(1)
    .refine((text) => [...text].length <= limit, `over ${limit}`)

const text = z.strictObject({ body: most(4_096), preview_url: z.boolean().optional() })
const body = z.strictObject({ text: most(1_024) })
const footer = z.strictObject({ text: most(60) }).optional()
const unique = (of: readonly { id: string; title: string }[]): boolean =>
  new Set(of.map(({ id }) => id)).size === of.length &&
  new Set(of.map(({ title }) => title)).size === of.length

const buttons = z.strictObject({
  type: z.literal('button'),
  body,
  footer,
  action: z.strictObject({
    buttons: z
      .array(
        z.strictObject({
          type: z.literal('reply'),
          reply: z.strictObject({ id: most(256), title: most(20) }),
        }),
      )
      .min(1)
      .max(3)
      .refine((all) => unique(all.map(({ reply }) => reply)), 'the same button twice'),
  }),
})
const row = z.strictObject({ id: most(200), title: most(24), description: most(72).optional() })
const list = z.strictObject({
  type: z.literal('list'),
  body,
  footer,
  action: z.strictObject({
    button: most(20),
    sections: z
      .array(z.strictObject({ title: most(24).optional(), rows: z.array(row).min(1) }))
      .min(1)
      .max(10)
      .refine((all) => all.length === 1 || all.every(({ title }) => title), 'sections need titles')
      .refine((all) => all.reduce((sum, { rows }) => sum + rows.length, 0) <= 10, 'over 10 rows')
      .refine((all) => new Set(all.flatMap(({ rows }) => rows.map(({ id }) => id))).size > 0, 'no rows'),
  }),
})
const template = z.strictObject({
  name: most(512),
  language: z.strictObject({ code: most(16) }),
  components: z
    .array(
      z.strictObject({
        type: z.literal('body'),
        parameters: z.array(
          z.strictObject({
            type: z.literal('text'),
            text: most(1_024).refine((words) => !/[\n\t]| {5}/.test(words), 'no line breaks or many spaces'),
          }),
        ),
      }),
    )
    .optional(),
})

const content = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text }),
  z.object({
    type: z.literal('interactive'),
    interactive: z.discriminatedUnion('type', [buttons, list]),
  }),
  z.object({ type: z.literal('template'), template }),
])
export type GraphContent = z.infer<typeof content>

const address = z
  .object({
    messaging_product: z.literal('whatsapp'),
    recipient_type: z.literal('individual'),
    to: z
      .string()
      .regex(/^\d{6,20}$/)
      .optional(),
    recipient: z.string().min(1).optional(),
    biz_opaque_callback_data: most(512).optional(),
  })
  .refine(({ to, recipient }) => (to === undefined) !== (recipient === undefined), 'to, or recipient')

export const graphMessageShape = z.intersection(address, content)
export type GraphMessage = z.infer<typeof graphMessageShape>

export const readReceiptShape = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().startsWith('wamid.'),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
})

/** A message as its customer sees it on the phone. */
export interface Shown {
  text: string
  /** What can be pressed: buttons under the message, or the rows that a list opens to. */
  choices: { id: string; title: string; description?: string | undefined }[]
  isList: boolean
  footer?: string | undefined
}

/** What a phone shows of it. */
export function shown(message: GraphContent): Shown {
  switch (message.type) {
    case 'text':
      return { text: message.text.body, choices: [], isList: false }
    case 'template': {
      const parameters = message.template.components?.flatMap((one) => one.parameters) ?? []
      return {
        text: `[${message.template.name}] ${parameters.map((one) => one.text).join(' ')}`,
        choices: [],
        isList: false,
      }
    }
    case 'interactive': {
      const { interactive } = message
      const choices =
        interactive.type === 'button'
          ? interactive.action.buttons.map(({ reply }) => reply)
          : interactive.action.sections.flatMap(({ rows }) => rows)
      return {
        text: interactive.body.text,
        choices,
        isList: interactive.type === 'list',
        ...(interactive.footer ? { footer: interactive.footer.text } : {}),
      }
    }
  }
}
