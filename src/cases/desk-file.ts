import { z } from 'zod'
import { ConfigFault } from '../errors.ts'
import { OTHER_LANGUAGES } from '../escape/other-languages.ts'
import { LANGUAGES } from '../language.ts'
import { ESCAPE_REASONS } from '../turn/turn.ts'
import { termsShape, WEEKDAYS } from './deadlines.ts'

const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-(([01]\d|2[0-3]):([0-5]\d)|24:00)$/

/** "08:00-14:30" to minutes of the day. */
const spanShape = z
  .string()
  .regex(SPAN, 'write a span as "08:00-14:30"')
  .transform((text) => {
    const [from, to] = text.split('-').map((time) => {
      const [hours, minutes] = time.split(':')
      return Number(hours) * 60 + Number(minutes)
    })
    return { from: from ?? 0, to: to ?? 0 }
  })
  .refine((span) => span.from < span.to, 'a span ends after it begins; split one that passes midnight in two')
export type Span = z.infer<typeof spanShape>

const spansShape = z
  .array(spanShape)
  .transform((spans) => spans.toSorted((a, b) => a.from - b.from))
  .refine(
    (spans) => spans.every((span, i) => i === 0 || (spans[i - 1]?.to ?? 0) <= span.from),
    'spans of one day must not overlap',
  )
const day = spansShape.default([])
const seconds = z.number().int().positive()

const queueShape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  title: z.strictObject({ es: z.string(), en: z.string() }),
  /** Cases that escape for one of these reasons go to this queue. */
  reasons: z.array(z.enum(ESCAPE_REASONS)).default([]),
  /** Languages, besides the house's, that its people speak: customers who write in one wait here. */
  languages: z.array(z.enum(OTHER_LANGUAGES)).default([]),
  /** Whose line it is. Others take from it only while none of these is on duty, so that nobody waits for ever. */
  roles: z
    .array(z.enum(['agent', 'supervisor']))
    .min(1)
    .default(['agent', 'supervisor']),
})

/** A word that agents choose when they close a case. */
const choiceShape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  title: z.strictObject({ es: z.string(), en: z.string() }),
})

export const deskShape = z
  .strictObject({
    company: z.string().min(1),
    timeZone: z.string().refine(isTimeZone, 'not an IANA time zone, such as America/Bogota'),
    /** ISO 3166; how amounts of money are written. */
    region: z
      .string()
      .regex(/^[A-Z]{2}$/, 'two capital letters, such as CO')
      .optional(),
    emergencyNumber: z.string().min(1),
    hours: z.strictObject({
      monday: day,
      tuesday: day,
      wednesday: day,
      thursday: day,
      friday: day,
      saturday: day,
      sunday: day,
    }),
    holidays: z
      .array(
        z.strictObject({
          date: z.iso.date(),
          name: z.string().optional(),
          /** Open for these spans only; without, closed all day. */
          hours: spansShape.optional(),
        }),
      )
      .default([]),
    queues: z
      .array(queueShape)
      .min(1)
      .refine((queues) => new Set(queues.map((queue) => queue.name)).size === queues.length, {
        message: 'two queues have the same name',
      }),
    /** Who answers in which languages, for agents whose sign-in does not say it. */
    agents: z
      .array(
        z.strictObject({
          /** E-mail, user name or subject, as the company's sign-in knows them. */
          account: z.string().min(1),
          languages: z.array(z.enum(LANGUAGES)).min(1),
        }),
      )
      .default([]),
    promise: z.strictObject({ danger: seconds, urgent: seconds, normal: seconds }),
    leases: z.strictObject({ warnAfterSeconds: seconds, graceSeconds: seconds, presenceSeconds: seconds }),
    roster: z.strictObject({
      agents: z.number().int().positive(),
      chatsPerAgent: z.number().int().positive(),
      callsPerAgentPerHour: z.number().positive(),
      typicalServiceSeconds: seconds,
    }),
    callBacks: z.strictObject({
      windowMinutes: z.number().int().min(15).max(480),
      offered: z.number().int().min(1).max(5),
      leadMinutes: z.number().int().nonnegative(),
    }),
    writtenAnswerOpenHours: z.number().positive(),
    /** Days that terms in working days count, holidays that are closed all day apart. */
    workingDays: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .default(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
    /** By when the house owes what; see deadlines.ts. */
    deadlines: termsShape.prefault({}),
    /** How cases are closed, and why they came: what agents choose from at "resolve". */
    outcomes: z.array(choiceShape).min(1),
    rootCauses: z.array(choiceShape).min(1),
    /** The fallback router's limits, stricter than the constants of escape/limits.ts, which checks them. */
    limits: z.record(z.string(), z.number()).default({}),
  })
  .refine((desk) => Object.values(desk.hours).some((spans) => spans.length > 0), {
    message: 'at least one day needs opening hours: a case could otherwise wait for ever',
    path: ['hours'],
  })

/** One installation's human side, as `desk.yaml` describes it. */
export type Desk = z.infer<typeof deskShape>

/** Checks a desk that was read from YAML. Throws `ConfigFault` with every fault at once. */
export function parseDesk(value: unknown, where = 'desk.yaml'): Desk {
  const result = deskShape.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(top)'}: ${issue.message}`)
  throw new ConfigFault(`${where} has ${faults.length} fault(s):\n${faults.join('\n')}`)
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
