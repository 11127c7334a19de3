import { openConversation } from './direct-line.ts'
import { pause, residentMb, startProduct, temporaryFolder } from './processes.ts'
import { SCRIPT } from './script.ts'

export interface Footprint {
  /** From the start of the process until `/readyz` answers 200, in milliseconds. */
  readyMs: number[]
  /** Resident memory once ready and left alone. */
  idleMb: number
  conversations: number
  sockets: number
  /** Resident memory of the same process after it stored the conversations, with the sockets connected. */
  loadedMb: number
  /** The same, of a fresh process on the same data. */
  restartedMb: number
}

/** Long enough for what the start leaves behind (timers, first collections) to settle. */
const SETTLE_MS = 5_000
const STARTS = 5

/** How fast the product starts and what it holds in memory, without Azure configured. */
export async function footprint(plan: {
  conversations: number
  sockets: number
  progress: (text: string) => void
}): Promise<Footprint> {
  const readyMs: number[] = []
  for (let start = 0; start < STARTS; start += 1) {
    using fresh = temporaryFolder()
    const product = await startProduct(fresh.path)
    readyMs.push(product.readyMs)
    await product.stop()
  }
  plan.progress(`ready after ${readyMs.map((ms) => `${Math.round(ms)} ms`).join(', ')}`)

  using data = temporaryFolder()
  const product = await startProduct(data.path)
  await pause(SETTLE_MS)
  const idleMb = residentMb(product.pid)
  plan.progress(`idle: ${Math.round(idleMb)} MB`)
  await storeConversations(product.url, plan.conversations)
  const loadedMb = await withSockets(product, plan.sockets)
  plan.progress(`${plan.conversations} conversations, ${plan.sockets} sockets: ${Math.round(loadedMb)} MB`)
  await product.stop()

  const again = await startProduct(data.path)
  const restartedMb = await withSockets(again, plan.sockets)
  plan.progress(`the same after a restart: ${Math.round(restartedMb)} MB`)
  await again.stop()
  return { readyMs, idleMb, conversations: plan.conversations, sockets: plan.sockets, loadedMb, restartedMb }
}

/** Each conversation has had a turn: the customer's message, the bot's reply and its state are stored. */
async function storeConversations(url: URL, howMany: number): Promise<void> {
  let left = howMany
  const customers = Array.from({ length: 16 }, async () => {
    while (left > 0) {
      left -= 1
      const conversation = await openConversation(url)
      await conversation.turn(SCRIPT[2])
      conversation.close()
    }
  })
  await Promise.all(customers)
}

async function withSockets(product: { pid: number; url: URL }, howMany: number): Promise<number> {
  const open = []
  for (let at = 0; at < howMany; at += 1) open.push(await openConversation(product.url))
  await pause(SETTLE_MS)
  const resident = residentMb(product.pid)
  for (const conversation of open) conversation.close()
  return resident
}
