import { setPresence, signIn } from '../../src/cases/desk-presence.ts'
import { readDuty } from '../../src/cases/duty.ts'
import { loadDesk } from '../../src/cases/load-desk.ts'
import type { Store } from '../../src/store/store.ts'
import { randomIds, systemClock } from '../../src/system.ts'
import { createMetrics } from '../../src/telemetry.ts'
import { createIntake } from '../../src/turn/intake.ts'

const ASK = 'quiero hablar con una persona'

export type House = Awaited<ReturnType<typeof openHouse>>

/** The parts of the product that hand customers over to people, over a store; nothing of HTTP, and no bot. */
export async function openHouse(store: Store) {
  const file = await loadDesk('desk.yaml')
  const always = [{ from: 0, to: 24 * 60 }]
  const hours = Object.fromEntries(Object.keys(file.hours).map((day) => [day, always])) as typeof file.hours
  const desk = { ...file, hours, holidays: [] }
  const deps = { store, desk, ids: randomIds }
  const clock = { now: () => store.now(), sleep: systemClock.sleep }
  const duty = () => readDuty(store, desk, store.now())
  const welcome = () => ({ text: 'Hola, soy el asistente.' })
  const intake = createIntake({ ...deps, clock, duty, welcome, metrics: createMetrics() })

  return {
    deps,
    /** A new conversation; answers its id. */
    async arrive(): Promise<string> {
      const outsideId = randomIds.next()
      const head = await intake.start({ channel: 'web', outsideId, address: { outsideId }, language: 'es' })
      return head.id
    },
    async ask(conversationId: string): Promise<void> {
      const messageId = randomIds.next()
      await intake.accept(conversationId, { messageId, text: ASK, attachments: [] })
    },
    /** An agent on duty who may have so many cases. */
    async comeOn(id: string, capacity: number): Promise<void> {
      const identity = { id, name: id, role: 'agent' as const, languages: ['es' as const] }
      await signIn(deps, identity)
      await setPresence(deps, identity, { status: 'available', capacity })
    },
  }
}
