import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { SandboxBusiness } from '../../src/business/sandbox/sandbox.ts'
import { registerSandbox, SANDBOX_PATH } from '../../src/business/sandbox/server.ts'
import { failure } from '../../src/http/failure.ts'
import { createServer } from '../../src/http/server.ts'
import { systemClock } from '../../src/system.ts'
import { createLogger } from '../../src/telemetry.ts'

const ALL_DAY = ['00:00-24:00']

/** The desk of a run: always open, and so impatient with silent agents that a run sees their leases end. */
export function writeDesk(folder: string): string {
  const desk = parse(readFileSync(join(import.meta.dirname, '../../desk.yaml'), 'utf8')) as {
    hours: Record<string, string[]>
  }
  const hours = Object.fromEntries(Object.keys(desk.hours).map((day) => [day, ALL_DAY]))
  const leases = { warnAfterSeconds: 2, graceSeconds: 1, presenceSeconds: 60 }
  const file = join(folder, 'desk.yaml')
  writeFileSync(file, stringify({ ...desk, hours, holidays: [], leases }))
  return file
}

export interface Company {
  url: string
  sandbox: SandboxBusiness
  close(): Promise<void>
}

/** The company's systems, outside of all servers. */
export async function openCompany(): Promise<Company> {
  const log = createLogger('silent')
  const sandbox = new SandboxBusiness({ clock: systemClock, timeZone: 'America/Bogota' })
  const http = createServer({ log, secure: false })
  registerSandbox(http.server, {
    sandbox,
    options: { fail: failure(log) },
    baseOf: (req) => `http://${req.headers.host}`,
  })
  const { port } = await http.listen(0, '127.0.0.1')
  return { url: `http://127.0.0.1:${port}${SANDBOX_PATH}`, sandbox, close: () => http.close(0) }
}
