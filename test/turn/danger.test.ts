import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { claimNext } from '../../src/cases/desk-claim.ts'
import { setPresence, signIn } from '../../src/cases/desk-presence.ts'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import { toyDesk, toyReader } from '../support/toy-dialogs.ts'
import { House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

describe('words of danger', () => {
  test('are a case of the highest priority at once, with the emergency number in the same message', async () => {
    const head = await house.start()
    await house.say(head, 'hay un cable caído en la calle y echa chispas')
    const c = await house.caseOf(head)
    expect(c).toMatchObject({ reason: 'danger', priority: 'danger', state: { kind: 'queue' } })
    const [said] = await house.saidBy(head, 'system')
    expect(said?.startsWith('Aléjese y no toque nada.')).toBe(true)
    expect(said).toContain('llame al 123')
    expect(said).toContain(c?.key)
  })

  test('go before everybody in line, in the customer’s language', async () => {
    const first = await house.start()
    await house.say(first, 'quiero hablar con una persona')
    const second = await house.start()
    await house.say(second, 'I want to kill myself')
    const [said] = await house.saidBy(second, 'system')
    expect(said).toContain('call 123 now')
    expect((await house.caseOf(second))?.dueAt).toBeLessThan((await house.caseOf(first))?.dueAt ?? 0)
  })

  test('raise the case that is open already', async () => {
    const head = await house.start()
    await house.say(head, 'quiero hablar con una persona')
    await house.say(head, 'no puedo respirar')
    expect(await house.caseOf(head)).toMatchObject({ reason: 'danger', priority: 'danger' })
    expect((await house.saidBy(head, 'system')).at(-1)).toContain('llame al 123')
  })

  test('said to the person who helps already are theirs: the number is said once', async () => {
    const agent = { id: 'ana', name: 'Ana', role: 'agent' as const, languages: ['es' as const] }
    await signIn(house.deskDeps, agent)
    await setPresence(house.deskDeps, agent, { status: 'available' })
    const head = await house.start()
    await house.say(head, 'huele a gas en mi casa')
    await claimNext(house.deskDeps, 'ana', 'claim-1')
    await house.say(head, 'y sigue oliendo a gas')
    const numbers = (await house.saidBy(head, 'system')).filter((text) => text.includes('123'))
    expect(numbers).toHaveLength(1)
  })

  test('are not read into a way of speaking', async () => {
    const head = await house.start()
    await house.say(head, 'este internet me mata')
    expect(await house.caseOf(head)).toBeUndefined()
  })
})

describe('anger', () => {
  const conversation = () => new BotHarness({ desk: toyDesk(), reader: toyReader })

  test('is met with a person offered at once, and the matter goes on', async () => {
    const c = conversation()
    await c.say('quiero pedir, inútiles')
    expect(c.escaped).toBeUndefined()
    expect(c.text).toMatch(/^Siento que esto le esté pasando\.\n\n¿Cuenta\?/)
    expect(c.buttons).toContain('Hablar con una persona')
    await c.say('sí')
    expect(c.escaped).toBe('asked')
  })

  test('that shows again goes to a person by itself', async () => {
    const c = conversation()
    await c.say('quiero pedir')
    await c.say('esto no sirve')
    expect(c.escaped).toBeUndefined()
    await c.say('YA TE LO DIJE MIL VECES')
    expect(c.escaped).toBe('frustrated')
    expect(c.detail).toContain('2 signs of anger')
  })

  test('is counted over the whole conversation, whatever the matter', async () => {
    const c = conversation()
    await c.say('quiero mirar, qué mierda')
    await c.say('445566')
    expect(c.text).toContain('Mirado.')
    await c.say('hola, voy a denunciar')
    expect(c.escaped).toBe('frustrated')
  })

  test('may be given less room by the operator, never more', async () => {
    const c = new BotHarness({ desk: toyDesk({ limits: { anger: 1 } }), reader: toyReader })
    await c.say('quiero pedir, estafadores')
    expect(c.escaped).toBe('frustrated')
    expect(() => toyDesk({ limits: { anger: 3 } })).toThrow('looser')
  })
})
