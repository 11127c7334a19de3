import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { ConfigFault } from '../../errors.ts'
import { outcomeShape } from '../../turn/line.ts'

const stateShape = z.object({
  /** What each call id was answered: the same id is carried out once. */
  answered: z.record(z.string(), outcomeShape),
  cancelled: z.record(z.string(), z.object({ ref: z.string(), endDate: z.string() })),
  disputed: z.record(z.string(), z.object({ ref: z.string() })),
  /** Lines that a restart brought back. */
  restarted: z.array(z.string()),
  nextRef: z.number(),
})
export type SandboxState = z.infer<typeof stateShape>

/** What the sandbox company remembers: one JSON file, replaced as a whole, so that a killed process leaves the old or the new. */
export class Ledger {
  private readonly path: string | undefined
  readonly state: SandboxState

  /** Without a path it remembers until the process ends. */
  constructor(path?: string) {
    this.path = path
    this.state = (path === undefined ? undefined : read(path)) ?? {
      answered: {},
      cancelled: {},
      disputed: {},
      restarted: [],
      nextRef: 1,
    }
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
