import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { SandboxBusiness } from '../../src/business/sandbox/sandbox.ts'
import type { Customer } from '../../src/cases/customer.ts'
import { contactsOfAll, factsOfAll } from '../../src/cases/same-holder.ts'
import { openRedis } from '../../src/store/redis/open.ts'
import type { Head } from '../../src/turn/conversation.ts'
import type { Contact } from '../../src/turn/history.ts'
import { runTurn } from '../../src/turn/run-turn.ts'
import { AgentHouse } from '../http/agent-house.ts'
import { houseDesk } from '../support/journey.ts'
import { readByWords } from '../support/read-by-words.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'
import { until } from '../support/until.ts'

const reader = readByWords({ 'unknown-charge': /cobro/ })

let redis: RedisServer
let desks = 0
beforeAll(async () => {
  redis = await startRedis(['appendfsync', 'no'])
})
afterAll(() => redis.remove())

describe.each(['embedded', 'redis'])('a customer who writes from another browser (%s)', (kind) => {
  let house: AgentHouse
  beforeEach(async () => {
    desks += 1
    const desk = `holders-${desks}`
    house = await AgentHouse.open(
      { vocabulary: houseDesk.facts },
      kind === 'redis' ? (clock) => openRedis({ url: redis.url, desk, clock }) : undefined,
    )
    const inside = house.house
    inside.worker(
      (given) => runTurn({ ...given, desk: houseDesk }),
      { recognize: (text, language) => Promise.resolve(reader(text, language)) },
      houseDesk,
    )
    inside.caller(new SandboxBusiness({ clock: inside.clock, timeZone: 'America/Bogota' }))
  })
  afterEach(() => house.close())

  async function says(head: Head, text: string, answer: RegExp): Promise<void> {
    const before = (await house.house.transcript(head)).length
    await house.house.say(head, text)
    await until(
      async () => {
        const said = (await house.house.transcript(head)).slice(before)
        return said.some((line) => !line.startsWith('customer') && answer.test(line))
      },
      `"${text}" is answered with ${String(answer)}`,
    )
  }

  /** Somebody whom nothing is known of here, up to the charge that they mean. */
  async function asksAboutTheFilms(answer: RegExp): Promise<Head> {
    const head = await house.house.start()
    await says(head, 'no reconozco un cobro', /número de cuenta/)
    await says(head, '445566 1234', /Cuál no reconoce/)
    await says(head, 'las películas', answer)
    return head
  }

  test('and proves the same account is told what is open, and the next time a person with authority has it all', async () => {
    const first = await asksAboutTheFilms(/Lo reconoce/)
    await says(first, 'no, reclamarlo', /quedó registrado/)
    const second = await asksAboutTheFilms(/Esto sigue abierto: Respuesta al reclamo REC-/)
    expect(second.customerId).not.toBe(first.customerId)
    const third = await asksAboutTheFilms(/ya nos había contactado por esto/)
    const opened = await house.house.caseOf(third)
    expect(opened).toMatchObject({ reason: 'repeat-contact' })
    expect(opened?.detail).toContain('contact number 3')

    const agent = await (await house.signedIn('supervisor-1')).onDuty()
    const seen = await agent.claimNext('c1')
    expect(seen.commitments).toMatchObject([{ kind: 'claim', ref: expect.stringMatching(/^REC-/) }])
    expect(seen.facts.map(({ name }) => name)).toContain('claimRef')
  })

  test('and only says that the account is theirs is told nothing of it', async () => {
    const first = await asksAboutTheFilms(/Lo reconoce/)
    await says(first, 'no, reclamarlo', /quedó registrado/)
    const stranger = await house.house.start()
    await says(stranger, 'no reconozco un cobro', /número de cuenta/)
    await says(stranger, '445566', /4 últimas cifras/)
    await says(stranger, '9999', /./)
    expect((await house.house.transcript(stranger)).join('\n')).not.toMatch(/REC-|sigue abierto/)
  })
})

describe('records that are read together', () => {
  const contact = (times: number, lastAt: number, more: Partial<Contact> = {}): Contact => ({
    ...{ intent: 'invoice', object: 'F-1', firstAt: lastAt, lastAt, conversationId: `c${lastAt}`, times },
    ...more,
  })
  const record = (id: string, more: Partial<Customer> = {}): Customer => ({
    ...{ id, identities: [], facts: {}, createdAt: 0 },
    ...more,
  })

  test('count a matter once, as often as the customer came about it', () => {
    const own = record('a', { contacts: [contact(1, 10, { answers: ['x'] })] })
    const other = record('b', { contacts: [contact(2, 20, { answers: ['y'], answered: true })] })
    expect(contactsOfAll(own, [other])).toEqual([
      contact(2, 20, { firstAt: 10, answers: ['x', 'y'], answered: true }),
    ])
  })

  test('keep each its own proof, and what was said of another matter', () => {
    const known = (value: string, at: number) =>
      ({ class: 'known', value, source: 'customer', at, conversationId: 'c' }) as const
    const own = record('a', { facts: { email: known('mine', 1) } })
    const other = record('b', {
      facts: {
        email: known('theirs', 2),
        phone: known('300', 2),
        proven: known('1', 2),
        charge: known('x', 2),
      },
    })
    const facts = factsOfAll(own, [other], (name) => name !== 'charge')
    expect(Object.keys(facts).toSorted()).toEqual(['email', 'phone'])
    expect(facts.email).toMatchObject({ value: 'mine' })
  })
})
