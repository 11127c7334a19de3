import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { eventAppend } from '../../src/cases/events.ts'
import { indexName, logName } from '../../src/store/keys.ts'
import { signalConversation } from '../../src/turn/signal.ts'
import { until } from '../support/until.ts'
import { AgentHouse, type Desk, type Heard, type Live } from './agent-house.ts'

let house: AgentHouse
let ana: Desk
let lives: Live[]
beforeEach(async () => {
  house = await AgentHouse.open()
  ana = await (await house.signedIn('agent-1')).onDuty()
  lives = []
})
afterEach(async () => {
  await Promise.all(lives.map((live) => live.close()))
  await house.close()
})

async function listen(who: Desk, lastEventId?: string): Promise<Live> {
  const live = await who.live(lastEventId)
  lives.push(live)
  return live
}

function texts(heard: readonly Heard[]): string[] {
  return heard.flatMap(({ event }) => (event.type === 'line' && event.line.text ? [event.line.text] : []))
}

function has(name: Heard['name']): (heard: Heard[]) => boolean {
  return (heard) => heard.some((one) => one.name === name)
}

describe('a live stream', () => {
  test('tells who has come to the line, and what becomes of a case, in order', async () => {
    const live = await listen(ana)
    await live.begun()
    const { head, key } = await house.asker()
    const arrival = await live.until(has('queue'))
    expect(arrival.find((one) => one.name === 'queue')?.event).toMatchObject({
      arrival: { key, reason: 'asked' },
    })
    await ana.claimNext('a')
    await house.house.say(head, 'sigo esperando')
    const heard = await live.until((all) => texts(all).includes('sigo esperando'))
    const ids = heard.map((one) => Number(one.id))
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
    const line = heard.find(({ event }) => event.type === 'line' && event.line.text === 'sigo esperando')
    expect(line?.event).toMatchObject({
      type: 'line',
      key,
      line: { conversationId: head.id, kind: 'message' },
    })
  })

  test('resumes after a loss without a gap and without a line twice', async () => {
    const { head } = await house.asker()
    await ana.claimNext('a')
    const first = await listen(ana)
    await first.begun()
    await house.house.say(head, 'uno')
    const heard = await first.until((all) => texts(all).includes('uno'))
    await first.close()
    await house.house.say(head, 'dos')
    await house.house.say(head, 'tres')
    const second = await listen(ana, heard.at(-1)?.id)
    await house.house.say(head, 'cuatro')
    const later = await second.until((all) => texts(all).includes('cuatro'))
    expect([...texts(heard), ...texts(later)]).toEqual(['uno', 'dos', 'tres', 'cuatro'])
    const ids = [...heard, ...later].map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('from the position of an answer completes it: nothing falls in between', async () => {
    const view = await ana.queue()
    const { key } = await house.asker()
    const live = await listen(ana, String(view.at))
    const heard = await live.until(has('queue'))
    expect(heard.find((one) => one.name === 'queue')?.event).toMatchObject({ arrival: { key } })
  })

  test.each([
    ['a position that was never there', '999999'],
    ['a word', 'yesterday'],
    ['a negative number', '-5'],
  ])('sends reset for %s, and goes on from now', async (_, lastEventId) => {
    const live = await listen(ana, lastEventId)
    expect((await live.until(has('reset')))[0]).toMatchObject({ name: 'reset', event: { type: 'reset' } })
    await house.asker()
    await live.until(has('queue'))
  })

  test('sends reset when the position has been forgotten', async () => {
    const { store, ids } = house.house
    const queue = eventAppend({ type: 'queue' })
    for (let i = 0; i < 6; i += 1) {
      await store.commit({
        id: ids.next(),
        append: Array.from({ length: 5 }, () => ({ ...queue, keep: 10 })),
      })
    }
    const live = await listen(ana, '3')
    expect((await live.until(has('reset')))[0]?.id).not.toBe('')
  })

  test('needs a session', async () => {
    const live = await listen(house.desk())
    expect(live.status).toBe(401)
  })

  test('is an event stream that no proxy keeps', async () => {
    const live = await listen(ana)
    expect(live.type).toBe('text/event-stream; charset=utf-8')
  })
})

describe('what an agent may hear', () => {
  test('is not what happens in another agent’s chats; a supervisor hears it', async () => {
    const beto = await (await house.signedIn('agent-2')).onDuty()
    const carmen = await house.signedIn('supervisor-1')
    const { head } = await house.asker()
    await ana.claimNext('a')
    const [his, hers] = [await listen(beto), await listen(carmen)]
    await Promise.all([his.begun(), hers.begun()])
    await house.house.say(head, 'mi cuenta es 445566')
    await hers.until((all) => texts(all).includes('mi cuenta es 445566'))
    await house.asker()
    const heard = await his.until(has('queue'))
    expect(texts(heard)).not.toContain('mi cuenta es 445566')
  })

  test('the agent who lost a case is told', async () => {
    const carmen = await (await house.signedIn('supervisor-1')).onDuty()
    const { key } = await house.asker()
    await ana.claimNext('a')
    const live = await listen(ana)
    await live.begun()
    await carmen.post(`/cases/${key}/claim`)
    const lost = (all: Heard[]) =>
      all.some(({ event }) => event.type === 'case' && event.agentId === 'agent-1')
    await live.until(lost)
    expect((await ana.get(`/cases/${key}`)).status).toBe(403)
  })
})

test('a customer who types in one of my chats is seen typing, and how far they have read', async () => {
  const { head, key } = await house.asker()
  const live = await listen(ana)
  await live.begun()
  await ana.claimNext('a')
  await live.until(has('case'))
  const { store } = house.house
  const signalled = async (name: string) => {
    await until(() => {
      signalConversation(store, head.id, { kind: 'typing', from: 'customer' })
      signalConversation(store, head.id, { kind: 'read', by: 'customer', seq: 4 })
      return has(name)(live.heard)
    }, name)
    return live.heard.find((one) => one.name === name)
  }
  expect(await signalled('typing')).toMatchObject({ id: '', event: { type: 'typing', key } })
  expect((await signalled('delivery'))?.event).toMatchObject({ key, conversationId: head.id, readTo: 4 })
})

test('the event log keeps no word that a customer wrote', async () => {
  const { head } = await house.asker()
  await ana.claimNext('a')
  await house.house.say(head, 'mi secreto es azul')
  const stored = await house.house.store.lines(logName.events(), 0, 1_000)
  expect(stored.length).toBeGreaterThan(3)
  expect(stored.map((line) => line.body).join()).not.toContain('secreto')
  expect((await house.house.store.rank(indexName.agentCases('agent-1'), 'none')).size).toBe(1)
})

test('a stream that ended is forgotten', async () => {
  const live = await ana.live()
  await live.begun()
  expect(house.api.streams()).toBe(1)
  await live.close()
  await until(() => house.api.streams() === 0, 'the stream was forgotten')
})
