/**
 * `node test/browser/stories.ts [NAME…]`: plays every story of an ill-treated customer in real browsers, a customer on
 * a phone and an agent at the console, and keeps what they saw in test/output/stories, to be looked at by eye.
 * What must hold in them is tested in test/journeys/stories.
 */

import { ManualBusiness } from '../../src/business/manual/manual.ts'
import { Stage } from './stories/stage.ts'
import { STORIES } from './stories/told.ts'
import { openBrowser } from './support/launch.ts'
import { startDemo } from './support/product.ts'

const wanted = process.argv.slice(2)
const browser = await openBrowser()
let failed = 0
for (const [name, play] of Object.entries(STORIES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const demo = await startDemo(
    name.startsWith('out-of-hours') ? 'closed' : 'open',
    name.startsWith('by-hand') ? { business: new ManualBusiness() } : {},
  )
  const stage = new Stage(browser, demo, name)
  try {
    await play(stage)
    await stage.close()
    process.stdout.write(`ok     ${name}\n`)
  } catch (thrown) {
    failed += 1
    process.stdout.write(`FAILED ${name}: ${(thrown as Error).message}\n`)
    await stage.close().catch(() => undefined)
  }
  await demo.stop()
}
await browser.close()
process.exitCode = failed === 0 ? 0 : 1
