import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { reply, resolve } from '../../src/cases/desk.ts'
import { claimNext } from '../../src/cases/desk-claim.ts'
import { setPresence } from '../../src/cases/desk-presence.ts'
import type { Head } from '../../src/turn/conversation.ts'
import type { Recognizer } from '../../src/understanding/recognizer.ts'
import { until } from '../support/until.ts'
import { echo, House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

const PERSON = 'quiero hablar con una persona'
const ANA = { id: 'agent-1', name: 'Ana', role: 'agent', languages: ['es', 'en'] } as const
const ana = { ...ANA, languages: [...ANA.languages] }

/** Understanding that answers when the test lets it: a turn stands still in the middle. */
function held(): { recognizer: Recognizer; began: () => boolean; release: () => void } {
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  let began = false
  return {
    began: () => began,
    release,
    recognizer: {
      async recognize() {
        began = true
        await gate
        return { intent: undefined, candidates: [], entities: [], language: 'es', by: 'test' }
      },
    },
  }
}

async function takenByAna(head: Head): Promise<string> {
  await setPresence(house.deskDeps, ana, { status: 'available', capacity: 3 })
  await house.say(head, PERSON)
  const claimed = await claimNext(house.deskDeps, ana.id, house.ids.next())
  expect(claimed).toMatchObject({ outcome: 'done', case: { state: { kind: 'agent', agentId: ana.id } } })
  return claimed.outcome === 'done' ? claimed.case.key : ''
}

test('an agent who claims while a turn of the bot is running speaks alone', async () => {
  const head = await house.start()
  const { recognizer, began, release } = held()
  house.worker(echo, recognizer)
  await house.say(head, 'hola')
  await until(began, 'the turn began')
  const key = await takenByAna(head)
  const said = reply(house.deskDeps, key, ana, { id: 'm1', text: 'Buenas, soy Ana.' })
  release()
  expect(await said).toMatchObject({ outcome: 'done' })
  await house.quiet()
  const transcript = await house.transcript(head)
  expect(transcript.filter((line) => line.startsWith('bot:'))).toEqual([])
  expect(transcript.filter((line) => line.startsWith('agent:'))).toEqual(['agent: Buenas, soy Ana.'])
})

test('while an agent has the case, nothing the customer writes reaches the bot', async () => {
  const head = await house.start()
  house.worker(echo)
  await takenByAna(head)
  await house.say(head, 'hola?')
  await house.quiet()
  expect(await house.saidBy(head, 'bot')).toEqual([])
  expect(await house.caseOf(head)).toMatchObject({ owedSince: house.clock.now() })
})

test('after "resolved", thanks reopens nothing, and anything else within a week is with a person, not the bot', async () => {
  const head = await house.start()
  house.worker(echo)
  const key = await takenByAna(head)
  const resolved = await resolve(house.deskDeps, key, ana, {
    outcome: house.desk.outcomes[0]?.name ?? '',
    rootCause: house.desk.rootCauses[0]?.name ?? '',
  })
  expect(resolved).toMatchObject({ outcome: 'done' })
  await house.say(head, 'gracias!')
  await house.quiet()
  expect(await house.caseOf(head)).toMatchObject({ state: { kind: 'resolved' } })
  house.clock.advance(3 * 24 * 3_600_000)
  await house.say(head, 'sigue sin funcionar')
  await house.quiet()
  expect(await house.caseOf(head)).toMatchObject({ key, state: { kind: 'queue' } })
  expect(await house.saidBy(head, 'bot')).toEqual([])
})
