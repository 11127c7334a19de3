/**
 * The load generator, a process of its own so that its work is not counted as the server's. It takes orders from
 * main.ts over IPC: one message in, one message out.
 */
import { botFramework } from './bot-framework.ts'
import { directLine } from './direct-line.ts'
import type { Conversation, Target } from './target.ts'

export type Order =
  | { kind: 'aim'; side: Side; urls: readonly string[] }
  | { kind: 'open'; side: Side; conversations: number }
  | { kind: 'talk'; script: readonly string[]; atOnce: number }
export type Side = 'baseline' | 'escotilla'
export interface RoundResult {
  seconds: number
  /** Milliseconds of each turn. */
  turns: number[]
}

/** The processes of a side: conversations are spread over them evenly. */
const targets = new Map<Side, Target[]>()
let conversations: Conversation[] = []

async function aim(order: Extract<Order, { kind: 'aim' }>): Promise<void> {
  const urls = order.urls.map((url) => new URL(url))
  const aimed = urls.map((url) => (order.side === 'baseline' ? botFramework(url) : directLine(url)))
  targets.set(order.side, await Promise.all(aimed))
}

async function open(order: Extract<Order, { kind: 'open' }>): Promise<void> {
  const aimed = targets.get(order.side)
  if (!aimed) throw new Error(`no address was given for ${order.side}`)
  const each = Math.floor(order.conversations / aimed.length)
  const opened = await Promise.all(aimed.map((target) => target.open(each)))
  conversations = Array.from({ length: each }, (_, n) => opened.flatMap((some) => some[n] ?? [])).flat()
}

/** Every open conversation says the whole script; `atOnce` of them are being talked to at any moment. */
async function talk(order: Extract<Order, { kind: 'talk' }>): Promise<RoundResult> {
  const turns: number[] = []
  const waiting = [...conversations]
  const begun = performance.now()
  const customers = Array.from({ length: order.atOnce }, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const text of order.script) turns.push(await next.turn(text))
    }
  })
  await Promise.all(customers)
  const seconds = (performance.now() - begun) / 1000
  for (const conversation of conversations) conversation.close()
  return { seconds, turns }
}

process.on('message', async (order: Order) => {
  try {
    const result = await carryOut(order)
    process.send?.({ ok: true, result })
  } catch (thrown) {
    process.send?.({ ok: false, why: thrown instanceof Error ? thrown.stack : String(thrown) })
  }
})

process.once('disconnect', () => process.exit())

async function carryOut(order: Order): Promise<RoundResult | undefined> {
  if (order.kind === 'talk') return talk(order)
  await (order.kind === 'aim' ? aim(order) : open(order))
  return undefined
}
