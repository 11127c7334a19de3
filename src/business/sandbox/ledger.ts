import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { ConfigFault } from '../../errors.ts'
import { outcomeShape } from '../../turn/line.ts'

const window = z.enum(['morning', 'afternoon', 'evening'])

/** What was done for one account, over what its seed says. */
const madeShape = z.object({
  cancelled: z.object({ ref: z.string(), endDate: z.string() }).optional(),
  plan: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  moves: z.string().optional(),
  /** Data rights asked for, claims, reports, notices contested, by kind and object: "dispute C-9001". */
  filed: z.array(z.string()).default([]),
  /** Invoices with more time to pay, by id. */
  extended: z.record(z.string(), z.string()).default({}),
  refunds: z
    .array(
      z.object({ id: z.string(), amount: z.string(), date: z.string(), to: z.string(), why: z.string() }),
    )
    .default([]),
  /** Orders whose state has changed, by id. */
  orders: z.record(z.string(), z.enum(['cancelled', 'returning'])).default({}),
  visits: z
    .record(
      z.string(),
      z.object({ cancelled: z.boolean().optional(), date: z.string().optional(), window: window.optional() }),
    )
    .default({}),
  booked: z.array(z.object({ id: z.string(), date: z.string(), window })).default([]),
  restarted: z.boolean().default(false),
  fault: z.object({ what: z.string(), repairBy: z.string() }).optional(),
  complaints: z
    .array(z.object({ ref: z.string(), about: z.string(), date: z.string(), answerBy: z.string() }))
    .default([]),
  /** Wrong proofs since `since`, ms. */
  tries: z.object({ count: z.number(), since: z.number() }).optional(),
})
export type Made = z.infer<typeof madeShape>

const stateShape = z.object({
  /** What each call id of a change was answered: the same id is carried out once. */
  answered: z.record(z.string(), outcomeShape),
  accounts: z.record(z.string(), madeShape).default({}),
  nextRef: z.number(),
})
export type SandboxState = z.infer<typeof stateShape>

/** What the sandbox company remembers: one JSON file, replaced as a whole, so that a killed process leaves the old or the new. */
export class Ledger {
  private readonly path: string | undefined
  state: SandboxState

  /** Without a path it remembers until the process ends. */
  constructor(path?: string) {
    this.path = path
    this.state = (path === undefined ? undefined : read(path)) ?? { answered: {}, accounts: {}, nextRef: 1 }
  }

  /** What was done for an account; what the caller changes in it is kept by `save`. */
  madeFor(account: string): Made {
    this.state.accounts[account] ??= madeShape.parse({})
    return this.state.accounts[account]
  }

  save(): void {
    if (this.path === undefined) return
    mkdirSync(dirname(this.path), { recursive: true })
    const beside = `${this.path}.new`
    const file = openSync(beside, 'w')
    try {
      writeSync(file, JSON.stringify(this.state))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, this.path)
  }
}

function read(path: string): SandboxState | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown && 'code' in thrown && thrown.code === 'ENOENT') return undefined
    throw thrown
  }
  try {
    return stateShape.parse(JSON.parse(text))
  } catch (thrown) {
    throw new ConfigFault(
      `${path} is not the sandbox's file: remove it to start the demo company afresh`,
      thrown,
    )
  }
}
