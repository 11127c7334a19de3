/**
 * The real server as the run starts it: the product with its real dialogs, and with what a run needs besides.
 * Its clock is wrong by CLOCK_SKEW_MS, its company answers at COMPANY_URL, and it ends at a failpoint when it is told
 * to. Each answer of the bot carries the id of what it answers, so that an answer given twice shows.
 */
import { flushCompileCache } from 'node:module'
import { HttpBusiness } from '../../src/business/http/http.ts'
import type { Clock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { startProduct } from '../../src/main.ts'
import { systemClock } from '../../src/system.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import { loadIntents } from '../../src/understanding/intents.ts'
import { trainLocal } from '../../src/understanding/local/recognizer.ts'
import type { Recognizer } from '../../src/understanding/recognizer.ts'
import { FailingStore, type Order } from './failpoints.ts'
import { marked } from './marks.ts'

const { CLOCK_SKEW_MS = '0', COMPANY_URL = '', ...settings } = process.env
const clock: Clock = { now: () => Date.now() + Number(CLOCK_SKEW_MS), sleep: systemClock.sleep }
const failing = new FailingStore()
let reading: Extract<Order, { kind: 'reading' }>['how'] = 'well'
const SLOW_READING_MS = 5_000

process.on('message', (order: Order) => {
  if (order.kind === 'fail') failing.arm(order)
  else if (order.kind === 'calm') failing.calm()
  else reading = order.how
})
// Whoever started this server is gone: so is the run.
process.on('disconnect', () => process.exit(0))

const local = trainLocal(loadIntents('intents'), 'dist/intents.model')
const recognizer: Recognizer = {
  async recognize(...given) {
    if (reading === 'dead') throw new Error('understanding is dead')
    if (reading === 'slow') await systemClock.sleep(SLOW_READING_MS)
    return await local.recognize(...given)
  },
}
const product = await startProduct(readConfig(settings), {
  clock,
  recognizer,
  business: new HttpBusiness({ url: COMPANY_URL, token: 'any', attemptMs: 1_000 }),
  overStore: (store) => failing.over(store),
  turn: (turn, hooks) => {
    const out = runTurn(turn, hooks)
    return {
      ...out,
      say: out.say.map((said, at) => ({ ...said, text: marked(said.text, turn.input.id, at) })),
    }
  },
})
// Kept now: nobody asks this process before it ends.
flushCompileCache()
process.stdout.write(`${product.url}\n`)
