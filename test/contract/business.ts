import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { VERBS, type Verb, type VerbSpec } from '../../src/business/business.ts'
import { type Outcome, outcomeShape } from '../../src/turn/line.ts'

/** The demo company behind an adapter. With `manual` an agent answers, who looks at the same company. */
export interface CompanyBehind {
  call(verb: Verb, args: Record<string, string>, id: string): Promise<Outcome>
  close?(): Promise<void>
}

const ACCOUNT = { account: '445566' }

/** What every adapter of the company's systems must hold, whoever is behind it. */
export function businessContract(name: string, open: () => Promise<CompanyBehind>): void {
  describe(`the company's systems: ${name}`, () => {
    let company: CompanyBehind
    let ids = 0
    beforeEach(async () => {
      company = await open()
    })
    afterEach(async () => company.close?.())
    const ask = async (verb: Verb, args: Record<string, string>, id = `call-${++ids}`) =>
      outcomeShape.parse(JSON.parse(JSON.stringify(await company.call(verb, args, id))))

    test('what is found comes with a reference and all that the verb always gives', async () => {
      const found = await ask('find-service', ACCOUNT)
      expect(found).toMatchObject({
        kind: 'ok',
        ref: expect.stringMatching(/\S/),
        data: { plan: 'Fibra 300' },
      })
      const spec: VerbSpec = VERBS['find-service']
      const always = Object.keys(spec.gives).filter((field) => !spec.sometimes?.includes(field))
      expect(Object.keys(found.kind === 'ok' ? found.data : {})).toEqual(expect.arrayContaining(always))
    })

    test('what does not exist is refused for a reason of the verb', async () => {
      expect(await ask('find-service', { account: '000000' })).toEqual({
        kind: 'refused',
        reason: 'no-such-account',
      })
    })

    test('a change is done under a reference, and shows', async () => {
      const service = await ask('find-service', ACCOUNT)
      const endDate = service.kind === 'ok' ? String(service.data.endDate) : ''
      expect(await ask('cancel-service', { ...ACCOUNT, endDate })).toMatchObject({
        kind: 'ok',
        ref: expect.stringMatching(/^BAJA-/),
        data: { endDate },
      })
      expect(await ask('find-service', ACCOUNT)).toEqual({ kind: 'refused', reason: 'already-cancelled' })
    })

    test('one id is carried out once, and answered as before', async () => {
      const claim = { ...ACCOUNT, chargeId: 'C-9001' }
      const first = await ask('dispute-charge', claim, 'the-same')
      expect(first.kind).toBe('ok')
      expect(await ask('dispute-charge', claim, 'the-same')).toEqual(first)
      expect(await ask('dispute-charge', claim, 'another')).toEqual({
        kind: 'refused',
        reason: 'already-disputed',
      })
    })

    test('who one is is proven by what only the holder knows', async () => {
      expect(await ask('prove-identity', { ...ACCOUNT, proof: '1234' })).toMatchObject({
        kind: 'ok',
        data: { proven: '445566' },
      })
      expect(await ask('prove-identity', { ...ACCOUNT, proof: '4321' })).toEqual({
        kind: 'refused',
        reason: 'no-match',
      })
    })
  })
}
