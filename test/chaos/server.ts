/**
 * The real server as the run starts it: the product with its real dialogs, and with what a run needs besides.
 * Its clock is wrong by as much as it is told, CLU and the company answer where CLU_URL and COMPANY_URL say,
 * WHATSAPP holds the settings of that channel, and it ends at a failpoint when it is told to. Each answer of the bot carries the id of what it answers, so that an answer
 * given twice shows.
 */
import { existsSync, readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { dialogs } from '../../dialogs/index.ts'
import { HttpBusiness } from '../../src/business/http/http.ts'
import type { WhatsAppSettings } from '../../src/channels/whatsapp/open.ts'
import type { Clock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { verdictFile, verdictOn } from '../../src/guarantee/verdict.ts'
import { startProduct } from '../../src/main.ts'
import { indexName } from '../../src/store/keys.ts'
import { systemClock } from '../../src/system.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import { loadIntents } from '../../src/understanding/intents.ts'
import { Failpoints, type Order, tellRun, withShortHolds } from './failpoints.ts'
import { marked, POISON } from './marks.ts'

const { CLOCK_SKEW_MS = '0', COMPANY_URL = '', CLU_URL = '', WHATSAPP = '', ...settings } = process.env
let skewMs = Number(CLOCK_SKEW_MS)
const clock: Clock = { now: () => Date.now() + skewMs, sleep: systemClock.sleep }
const failpoints = new Failpoints()

process.on('message', (order: Order) => {
  if (order.kind === 'fail') failpoints.arm(order)
  else if (order.kind === 'calm') {
    failpoints.calm()
    tellRun('calm', String(order.nth))
  } else if (order.kind === 'clock') skewMs = order.skewMs
  else if (order.kind === 'count') void countWaiting()
  else void product.stop().then(() => process.exit(0))
})
/** Those who wait for a worker, and those to whom something is to be sent. */
async function countWaiting(): Promise<void> {
  const indexes = [indexName.inputs(), indexName.outbox('whatsapp')]
  const ranks = await Promise.all(indexes.map((index) => product.store.rank(index, '')))
  tellRun('waiting', String(ranks.reduce((sum, { size }) => sum + size, 0)))
}

// Whoever started this server is gone: so is the run.
process.on('disconnect', () => process.exit(0))

const config = readConfig(settings)
// Whether the dialogs keep the promise is not what a run is about, and looking takes long: the first server of an
// installation says that they do.
if (!existsSync(verdictFile(import.meta.dirname))) {
  verdictOn(import.meta.dirname, {
    dialogs,
    intents: loadIntents(join(import.meta.dirname, 'intents')),
    desk: readFileSync(config.deskFile, 'utf8'),
  }).keep()
}

const product = await startProduct(
  {
    ...config,
    ...(CLU_URL === ''
      ? {}
      : { clu: { endpoint: CLU_URL, key: 'any', project: 'help', deployment: 'any', timeoutMs: 700 } }),
    ...(WHATSAPP === '' ? {} : { whatsapp: JSON.parse(WHATSAPP) as WhatsAppSettings }),
  },
  {
    clock,
    business: new HttpBusiness({ url: COMPANY_URL, token: 'any', attemptMs: 1_000 }),
    overStore: withShortHolds,
    turn: (turn, hooks) => {
      const { input } = turn
      if (input.kind === 'message' && input.text.startsWith(POISON)) {
        tellRun('poison', input.text)
        process.kill(process.pid, 'SIGKILL')
      }
      const out = runTurn(turn, hooks)
      return {
        ...out,
        say: out.say.map((said, at) => ({ ...said, text: marked(said.text, input.id, at) })),
      }
    },
  },
)
// Kept now: nobody asks this process before it ends.
flushCompileCache()
tellRun('ready', product.url)
