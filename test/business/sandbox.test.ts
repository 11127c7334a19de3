import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { NEEDS_PERSON, VERBS, type Verb, type VerbSpec } from '../../src/business/business.ts'
import { type FieldName, labelsOf } from '../../src/business/fields.ts'
import { ManualBusiness } from '../../src/business/manual/manual.ts'
import { DEMO_ACCOUNTS, type DemoAccount } from '../../src/business/sandbox/accounts.ts'
import { SandboxBusiness } from '../../src/business/sandbox/sandbox.ts'
import { outcomeShape } from '../../src/turn/line.ts'
import { businessContract } from '../contract/business.ts'

/** A clock that stands until it is asked to sleep, and then is later at once. */
class Standing {
  at = Date.UTC(2026, 10, 22, 23, 30)
  slept = 0
  now = (): number => this.at
  sleep = (ms: number): Promise<void> => {
    this.slept += ms
    this.at += ms
    return Promise.resolve()
  }
}

const file = () => join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'sandbox.json')
const company = (path?: string, clock = new Standing()) =>
  new SandboxBusiness({ clock, timeZone: 'Europe/Madrid', ...(path ? { path } : {}) })
const going = () => new AbortController().signal
const call = (business: SandboxBusiness, verb: Verb, args: Record<string, string>, id: string = verb) =>
  business.call(verb, args, { id, signal: going() })

/** Arguments for every verb, as good as the account has them. */
function argsFor(account: DemoAccount, orderId = ''): Record<string, string> {
  return {
    account: account.number,
    contact: account.email,
    proof: '1234',
    contactKind: 'email',
    newContact: 'nuevo@correo.example',
    newAddress: 'Calle 10 # 5-51, Bogotá',
    moveDate: '2026-12-20',
    dataRight: 'copy',
    endDate: new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Madrid' }).format(
      new Standing().at + account.noticeDays * 24 * 3_600_000,
    ),
    planId: 'F1000',
    newMonthly: '129900 COP',
    chargeId: account.charges[0]?.id ?? '',
    invoiceId: `F-${account.number}-3`,
    orderId,
    pickupDate: '2026-11-25',
    pickupWindow: 'morning',
    damageText: 'llegó con la pantalla rota',
    visitId: account.visits[0]?.id ?? '',
    visitDate: '2026-11-25',
    visitWindow: 'morning',
    visitProblem: 'nobody-came',
    area: 'vivo en Chapinero',
    faultWhat: 'slow',
    complaintAbout: 'billing',
    complaintText: 'Me cobraron de más',
    noticeId: account.notices[0]?.id ?? '',
    contestText: 'No es mía',
    callsPhone: '300 111 2233',
  }
}

businessContract('the sandbox', async () => {
  const business = company()
  return { call: (verb, args, id) => call(business, verb, args, id) }
})

const cancel = { account: '445566', endDate: '2026-12-01' }

describe('the sandbox company', () => {
  test('tells what ending a service means, by the calendar of its own zone', async () => {
    expect(await call(company(), 'find-service', { account: '445566' })).toMatchObject({
      kind: 'ok',
      data: {
        plan: 'Fibra 300',
        // Already the 23rd in Madrid.
        endDate: '2026-12-01',
        penalty: '0 COP',
        collectionDate: '2026-12-03',
      },
    })
  })

  test('carries out one id once, also after it has been restarted', async () => {
    const path = file()
    const first = await call(company(path), 'cancel-service', cancel, 'id-1')
    expect(first).toMatchObject({ kind: 'ok', ref: expect.stringMatching(/^BAJA-20261123-\d{4}$/) })
    expect(await call(company(path), 'cancel-service', cancel, 'id-1')).toEqual(first)
    expect(await call(company(path), 'cancel-service', cancel, 'id-2')).toEqual({
      kind: 'refused',
      reason: 'already-cancelled',
    })
  })

  test('carries out one id once when it comes five times at once', async () => {
    const business = company()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => call(business, 'cancel-service', cancel, 'same')),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  test('does not end a service on a day that the customer has not seen', async () => {
    const stale = { ...cancel, endDate: '2026-11-30' }
    expect(await call(company(), 'cancel-service', stale)).toEqual({
      kind: 'refused',
      reason: 'date-changed',
    })
  })

  test('files a claim once, and only about a charge of that account', async () => {
    const business = company()
    const claim = { account: '445566', chargeId: 'C-9001' }
    expect(await call(business, 'dispute-charge', claim, 'a')).toMatchObject({
      kind: 'ok',
      data: { answerBy: '2026-11-28' },
    })
    expect(await call(business, 'dispute-charge', claim, 'b')).toMatchObject({ reason: 'already-disputed' })
    expect(await call(business, 'dispute-charge', { ...claim, chargeId: 'C-7702' }, 'c')).toMatchObject({
      reason: 'no-such-charge',
    })
  })

  test('brings a line back by restarting it, where that helps', async () => {
    const business = company()
    expect(await call(business, 'check-line', { account: '778899' }, 'a')).toMatchObject({
      data: { lineState: 'fault' },
    })
    expect(await call(business, 'restart-line', { account: '778899' }, 'b')).toMatchObject({
      data: { lineState: 'up' },
    })
    expect(await call(business, 'check-line', { account: '778899' }, 'c')).toMatchObject({
      data: { lineState: 'up' },
    })
    expect(await call(business, 'restart-line', { account: '556677' }, 'd')).toMatchObject({
      data: { lineState: 'fault' },
    })
  })

  test.each(
    (Object.keys(VERBS) as Verb[]).filter((verb) =>
      (VERBS[verb].takes as readonly string[]).includes('account'),
    ),
  )('refuses %s for an account that it does not know', async (verb) => {
    expect(await call(company(), verb, { account: '000000' })).toEqual({
      kind: 'refused',
      reason: 'no-such-account',
    })
  })

  test('gives only what each verb says that it gives, as the port has it', async () => {
    const done = new Set<string>()
    for (const account of DEMO_ACCOUNTS) {
      for (const order of account.orders.length > 0 ? account.orders : [undefined]) {
        for (const verb of Object.keys(VERBS) as Verb[]) {
          // A company of its own for each: what one verb did changes what the next may.
          const business = company()
          const outcome = outcomeShape.parse(await call(business, verb, argsFor(account, order?.id)))
          const spec: VerbSpec = VERBS[verb]
          if (outcome.kind === 'ok') {
            done.add(verb)
            const given = Object.keys(outcome.data)
            const surely = Object.keys(spec.gives).filter((name) => !spec.sometimes?.includes(name))
            expect([verb, given.filter((name) => !(name in spec.gives))]).toEqual([verb, []])
            expect([verb, surely.filter((name) => !given.includes(name))]).toEqual([verb, []])
            for (const [name, value] of Object.entries(outcome.data)) {
              const labels = labelsOf(name as FieldName)
              if (labels) expect(labels).toContain(value)
            }
          }
          if (outcome.kind === 'refused')
            expect([verb, spec.refuses]).toEqual([verb, expect.arrayContaining([outcome.reason])])
        }
      }
    }
    // find-fault and the like need something to have been filed first.
    expect(Object.keys(VERBS).filter((verb) => !done.has(verb))).toEqual(['find-fault'])
  })
})

describe('a fault of the sandbox company', () => {
  test('slow: answers after five seconds', async () => {
    const clock = new Standing()
    const business = company(undefined, clock)
    expect(await call(business, 'find-service', { account: '900001' })).toMatchObject({ kind: 'ok' })
    expect(clock.slept).toBe(5_000)
  })

  test('slow and given up: a change is unknown, a look-up has failed, and nothing was done', async () => {
    const business = company()
    const given = AbortSignal.abort()
    business.setFault({ kind: 'slow' })
    expect(await business.call('cancel-service', cancel, { id: 'a', signal: given })).toMatchObject({
      kind: 'unknown',
    })
    expect(await business.call('check-line', cancel, { id: 'b', signal: given })).toMatchObject({
      kind: 'failed',
    })
    business.setFault(undefined)
    expect(await call(business, 'cancel-service', cancel, 'c')).toMatchObject({ kind: 'ok' })
  })

  test('failing: a change fails and is not carried out', async () => {
    const business = company()
    business.setFault({ kind: 'failing', verbs: ['cancel-service'] })
    expect(await call(business, 'cancel-service', cancel, 'a')).toMatchObject({ kind: 'failed' })
    expect(await call(business, 'find-service', cancel, 'b')).toMatchObject({ kind: 'ok' })
    business.setFault(undefined)
    expect(await call(business, 'cancel-service', cancel, 'a')).toMatchObject({ kind: 'ok' })
  })

  test('unknown: a change is carried out and nobody hears of it, until it is asked for again', async () => {
    const business = company()
    business.setFault({ kind: 'unknown' })
    expect(await call(business, 'cancel-service', cancel, 'a')).toMatchObject({ kind: 'unknown' })
    business.setFault(undefined)
    expect(await call(business, 'cancel-service', cancel, 'a')).toMatchObject({ kind: 'ok' })
  })

  test('can be tried with an account made for it, which gets as far as the question', async () => {
    const business = company()
    expect(await call(business, 'find-service', { account: '900003' }, 'a')).toMatchObject({ kind: 'ok' })
    expect(
      await call(business, 'cancel-service', { account: '900003', endDate: '2026-12-01' }, 'b'),
    ).toMatchObject({ kind: 'unknown' })
  })
})

test('a file that is not the sandbox company’s is named, and not overwritten', () => {
  const path = file()
  writeFileSync(path, '{"answered":')
  expect(() => company(path)).toThrow(path)
})

test('a company without connected systems never does anything itself', async () => {
  expect(await new ManualBusiness().call()).toEqual({ kind: 'failed', why: NEEDS_PERSON })
})

describe('who proves who they are to the sandbox company', () => {
  test.each(['1234', '1032451234', '74900'])('may say %s', async (proof) => {
    expect(await call(company(), 'prove-identity', { account: '445566', proof })).toMatchObject({
      kind: 'ok',
      data: { proven: '445566', holder: 'Lucía Romero' },
    })
  })

  test('has five tries an account and day, whoever asks and whenever it restarts; then a person proves it', async () => {
    const path = file()
    const clock = new Standing()
    const reasons: string[] = []
    for (const proof of ['1', '2', '3', '4', '5', '1234']) {
      const outcome = await call(company(path, clock), 'prove-identity', { account: '445566', proof }, proof)
      reasons.push(outcome.kind === 'refused' ? outcome.reason : outcome.kind)
    }
    expect(reasons).toEqual([
      'no-match',
      'no-match',
      'no-match',
      'no-match',
      'too-many-tries',
      'too-many-tries',
    ])
    clock.at += 25 * 3_600_000
    expect(
      await call(company(path, clock), 'prove-identity', { account: '445566', proof: '1234' }, 'later'),
    ).toMatchObject({ kind: 'ok' })
  })
})

describe('more faults of the sandbox company', () => {
  test('twice: a change that comes twice is made once', async () => {
    const business = company()
    business.setFault({ kind: 'twice' })
    expect(await call(business, 'cancel-service', cancel, 'a')).toMatchObject({ kind: 'ok' })
    expect(await call(business, 'cancel-service', cancel, 'b')).toMatchObject({ reason: 'already-cancelled' })
  })

  test('forgetting: it says done with a reference, and knows nothing of it afterwards', async () => {
    const path = file()
    const business = company(path)
    business.setFault({ kind: 'forgetting', verbs: ['cancel-service'] })
    expect(await call(business, 'cancel-service', cancel, 'a')).toMatchObject({
      kind: 'ok',
      ref: expect.any(String),
    })
    expect(await call(company(path), 'find-service', cancel, 'b')).toMatchObject({ kind: 'ok' })
  })
})

test('a cancelled visit is off at once, and a moved one is where it was moved to', async () => {
  const business = company()
  const visit = { account: '445566', visitId: 'V-2001' }
  await call(business, 'move-visit', { ...visit, visitDate: '2026-11-27', visitWindow: 'evening' }, 'a')
  expect(await call(business, 'find-visit', visit, 'b')).toMatchObject({
    data: { visitState: 'booked', visitDate: '2026-11-27', visitWindow: 'evening' },
  })
  await call(business, 'cancel-visit', visit, 'c')
  expect(await call(business, 'find-visit', visit, 'd')).toMatchObject({ data: { visitState: 'cancelled' } })
})

test('nothing is sold in a fault or to who is leaving', async () => {
  const business = company()
  expect(await call(business, 'find-plans', { account: '112233' }, 'a')).toEqual({
    kind: 'refused',
    reason: 'in-fault',
  })
  await call(business, 'cancel-service', cancel, 'b')
  expect(await call(business, 'find-plans', { account: '445566' }, 'c')).toEqual({
    kind: 'refused',
    reason: 'already-cancelled',
  })
})
