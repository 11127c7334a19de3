import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Clock } from '../../../src/clock.ts'
import { readConfig } from '../../../src/config.ts'
import { type Overrides, startProduct } from '../../../src/main.ts'
import { systemClock } from '../../../src/system.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** A Monday morning at the demo desk, whatever the day of the test: opening hours are the same in every run. */
const MONDAY_10_BOGOTA = Date.parse('2026-11-23T15:00:00Z')
/** A Sunday evening, when the desk is closed until Monday at seven. */
const SUNDAY_20_BOGOTA = Date.parse('2026-11-23T01:00:00Z')

export interface Demo {
  url: string
  /** So much time goes by at once, for the product: a night, a month. */
  pass(ms: number): void
  /** What time it is for the product, ms. */
  now(): number
  stop(): Promise<void>
}

/** The whole product in demo mode, in this process, on a free port and an empty data folder. */
export async function startDemo(hours: 'open' | 'closed' = 'open', overrides: Overrides = {}): Promise<Demo> {
  await buildIfStale()
  const dataDir = mkdtempSync(join(tmpdir(), 'escotilla-browser-'))
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' })
  const clock = clockFrom(hours === 'open' ? MONDAY_10_BOGOTA : SUNDAY_20_BOGOTA)
  const product = await startProduct(config, { clock, ...overrides })
  return {
    url: product.url,
    pass: clock.pass,
    now: clock.now,
    async stop() {
      await product.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Starts at `start` and goes on as the real one does. */
function clockFrom(start: number): Clock & Pick<Demo, 'pass'> {
  let begun = performance.now()
  return {
    now: () => Math.round(start + performance.now() - begun),
    sleep: systemClock.sleep,
    pass(ms) {
      begun -= ms
    },
  }
}

/** `npm test` has built the pages; a test that is run by itself builds what has changed since. */
async function buildIfStale(): Promise<void> {
  const sources = readdirSync(join(ROOT, 'src/web'), { recursive: true, encoding: 'utf8' })
  const newest = Math.max(...sources.map((name) => statSync(join(ROOT, 'src/web', name)).mtimeMs))
  const built = statSync(join(ROOT, 'dist/web/widget.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built >= newest) return
  await promisify(execFile)(process.execPath, ['src/build.ts', join(ROOT, 'dist/web')], { cwd: ROOT })
}
