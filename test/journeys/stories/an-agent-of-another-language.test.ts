import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { claimNext } from '../../../src/cases/desk-claim.ts'
import { setPresence } from '../../../src/cases/desk-presence.ts'
import type { Language } from '../../../src/language.ts'
import { lostInHouse } from '../../support/on-whatsapp.ts'
import { House } from '../../turn/house.ts'

/*
 * The customer wrote in English, and the person who answered spoke none. Here a case has the customer's language, and
 * waits for who speaks it: as long as somebody there does and the promised time lasts. After that anybody is better
 * than nobody.
 */
describe.each(['web', 'whatsapp'] as const)('on %s', (channel) => {
  let house: House
  beforeEach(async () => {
    house = await House.open()
    house.channel = channel
  })
  afterEach(async () => {
    expect(await lostInHouse(house)).toEqual([])
    await house.close()
  })

  async function onDuty(id: string, languages: Language[]): Promise<void> {
    const who = { id, name: id, role: 'agent' as const, languages }
    await setPresence(house.deskDeps, who, { status: 'available', capacity: 3 })
  }

  async function asksInEnglish(): Promise<string | undefined> {
    const head = await house.start()
    await house.say(head, 'I want to talk to a person please, my internet is down')
    const opened = await house.caseOf(head)
    expect(opened?.language).toBe('en')
    return opened?.key
  }

  const next = (id: string) => claimNext(house.deskDeps, id, house.ids.next())

  test('a case goes to who speaks its language, though somebody else asks for work first', async () => {
    await onDuty('only-spanish', ['es'])
    await onDuty('bilingual', ['es', 'en'])
    const key = await asksInEnglish()
    expect(await next('only-spanish')).toEqual({ outcome: 'none' })
    expect(await next('bilingual')).toMatchObject({ outcome: 'done', case: { key } })
  })

  test('with nobody there who speaks it, or the promised time over, nobody is left waiting', async () => {
    await onDuty('only-spanish', ['es'])
    const first = await asksInEnglish()
    expect(await next('only-spanish')).toMatchObject({ outcome: 'done', case: { key: first } })
    await onDuty('bilingual', ['en'])
    const second = await asksInEnglish()
    house.clock.advance(house.desk.promise.normal * 1_000)
    expect(await next('only-spanish')).toMatchObject({ outcome: 'done', case: { key: second } })
  })
})
