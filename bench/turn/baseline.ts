/**
 * What Escotilla is measured against: a bare echo bot as botbuilder's own samples write it (state management
 * sample: MemoryStorage, ConversationState, state saved after each turn) behind restify; with `REDIS_URL` the same state is
 * in Redis. It authenticates
 * nobody, because no app id is set: that is how the samples run locally, and it spares the baseline work.
 */
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type TurnContext,
} from 'botbuilder'
import restify from 'restify'
import { RedisStorage } from './redis-storage.ts'

class EchoBot extends ActivityHandler {
  readonly #state: ConversationState

  constructor(state: ConversationState) {
    super()
    this.#state = state
    const turns = state.createProperty<{ count: number }>('turns')
    this.onMessage(async (context, next) => {
      const seen = await turns.get(context, { count: 0 })
      seen.count += 1
      await context.sendActivity(`Echo ${seen.count}: ${context.activity.text}`)
      await next()
    })
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context)
    await this.#state.saveChanges(context, false)
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
adapter.onTurnError = async (_context, error) => {
  console.error(error)
}
const { REDIS_URL } = process.env
const storage = REDIS_URL === undefined ? new MemoryStorage() : new RedisStorage(REDIS_URL)
const bot = new EchoBot(new ConversationState(storage))
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context))
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))
// Ends with the benchmark, however that ends.
process.once('disconnect', () => process.exit())
