import { claimNext } from '../../src/cases/desk-claim.ts'
import { setPresence } from '../../src/cases/desk-presence.ts'
import type { Head } from '../../src/turn/conversation.ts'
import type { House } from '../turn/house.ts'

export const PERSON = 'quiero hablar con una persona'

export function person(n: number, role: 'agent' | 'supervisor' = 'agent') {
  return { id: `agent-${n}`, name: `Agente ${n}`, role, languages: ['es' as const] }
}
export type SomeAgent = ReturnType<typeof person>

export const ana = person(1)
export const beto = person(2)
export const carmen = person(3, 'supervisor')

export async function onDuty(house: House, who: SomeAgent, capacity = 3): Promise<void> {
  await setPresence(house.deskDeps, who, { status: 'available', capacity })
}

/** A new customer who stands in line. */
export async function asker(house: House): Promise<Head> {
  const head = await house.start()
  await house.say(head, PERSON)
  return head
}

/** The key of the next case, which is now this agent's. */
export async function takenBy(house: House, who: SomeAgent): Promise<string> {
  const result = await claimNext(house.deskDeps, who.id, house.ids.next())
  if (result.outcome !== 'done') throw new Error(result.outcome)
  return result.case.key
}
