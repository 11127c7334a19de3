import { describe, expect, test } from '@jest/globals'
import type { Case } from '../../src/cases/case.ts'
import { leaseCheck, returnsAt } from '../../src/cases/leases.ts'
import * as to from '../../src/cases/transitions.ts'
import {
  ANDRES,
  agentCase,
  at,
  busy,
  CARMEN,
  DAY,
  desk,
  events,
  LUCIA,
  MINUTE,
  NOW,
  resolvedCase,
  SECOND,
  said,
  taken,
  waitingCase,
} from './fixtures.ts'

function moved(result: to.Moved | to.Refused): to.Moved {
  if (typeof result === 'string') throw new Error(`refused: ${result}`)
  return result
}

describe('a claim', () => {
  test('gives the case to one agent, who then owes the answer, and tells the customer who', () => {
    const { case: c, lines } = moved(to.claimed(waitingCase(), LUCIA, at(NOW + MINUTE)))
    expect(c).toMatchObject({
      state: { kind: 'agent', agentId: 'agent-1', agentName: 'Lucía', since: NOW + MINUTE },
      owedSince: NOW,
      agentSeenAt: NOW + MINUTE,
    })
    expect(said(lines)).toBe('Le atiende Lucía.')
    expect(c.firstHumanWordsAt).toBeUndefined()
  })

  test('of what another agent has is refused, of one’s own changes nothing', () => {
    expect(to.claimed(agentCase(), ANDRES, at())).toBe('taken')
    const mine = agentCase()
    expect(to.claimed(mine, LUCIA, at())).toEqual({ case: mine, lines: [] })
  })

  test('a supervisor may take over', () => {
    expect(moved(to.claimed(agentCase(), CARMEN, at())).case.state).toMatchObject({ agentId: CARMEN.id })
  })

  test('of what is over is refused', () => {
    expect(to.claimed(resolvedCase(), LUCIA, at())).toBe('closed')
    expect(to.claimed(waitingCase({ state: { kind: 'withdrawn', at: NOW } }), LUCIA, at())).toBe('closed')
  })

  test('of a promised call-back is possible before its window', () => {
    const window = { from: NOW + DAY, to: NOW + DAY }
    const scheduled = waitingCase({
      state: { kind: 'scheduled', what: 'call-back', window },
      sweepAt: window.from,
    })
    expect(moved(to.claimed(scheduled, LUCIA, at())).case.state.kind).toBe('agent')
  })
})

describe('the clock of the promise', () => {
  test('is stopped by words that a person typed', () => {
    const { case: c } = moved(to.replied(agentCase(), LUCIA, 'Buenas', 'm1', at(NOW + MINUTE)))
    expect(c.firstHumanWordsAt).toBe(NOW + MINUTE)
    expect(c.owedSince).toBeUndefined()
  })

  test('by nothing else: not a claim, not "lo estoy revisando", not a note, not "sigo aquí"', () => {
    for (const step of [
      to.checking(agentCase(), LUCIA, 5, at()),
      to.noted(agentCase(), LUCIA, 'pide reembolso', at()),
      to.alive(agentCase(), LUCIA, at()),
    ]) {
      const { case: c } = moved(step)
      expect([c.firstHumanWordsAt, c.owedSince]).toEqual([undefined, NOW])
    }
  })

  test('is stopped once: a later reply does not move it', () => {
    const first = moved(to.replied(agentCase(), LUCIA, 'Buenas', 'm1', at(NOW + MINUTE))).case
    const second = moved(to.replied(first, LUCIA, '¿Me dice su cuenta?', 'm2', at(NOW + 2 * MINUTE))).case
    expect(second.firstHumanWordsAt).toBe(NOW + MINUTE)
  })
})

describe('the original place', () => {
  const before = waitingCase()

  test.each<[string, (c: Case) => to.Moved | to.Refused]>([
    ['a release', (c) => to.released(c, LUCIA, at(NOW + DAY), busy)],
    ['a lease that ended', (c) => to.returned(c, at(NOW + DAY), busy)],
    [
      'a transfer to a queue',
      (c) => to.transferredToQueue(c, LUCIA, supervision, undefined, at(NOW + DAY), busy),
    ],
    ['a window that began', (c) => to.windowBegun(c, at(NOW + DAY))],
  ])('is restored by %s', (_, step) => {
    const claimed = moved(to.claimed(before, LUCIA, at(NOW + MINUTE))).case
    const { case: c, lines } = moved(step(claimed))
    expect(c).toMatchObject({ state: { kind: 'queue' }, askedAt: before.askedAt, dueAt: before.dueAt })
    expect(said(lines)).not.toBe('')
    for (const gone of ['agentSeenAt', 'checkingUntil', 'warnedAt', 'sweepAt'])
      expect(c).not.toHaveProperty(gone)
  })
})

const supervision = { name: 'supervision', title: { es: 'Supervisión', en: 'Supervisors' } }

describe('what is another agent’s', () => {
  test.each<[string, (c: Case) => to.Moved | to.Refused]>([
    ['a reply', (c) => to.replied(c, ANDRES, 'hola', 'm1', at())],
    ['a note', (c) => to.noted(c, ANDRES, 'hola', at())],
    ['a release', (c) => to.released(c, ANDRES, at(), busy)],
    ['a transfer', (c) => to.transferredToAgent(c, ANDRES, CARMEN, undefined, at())],
    ['a resolve', (c) => to.resolved(c, ANDRES, { outcome: 'solved', rootCause: 'other' }, at())],
    ['a park', (c) => to.parked(c, ANDRES, at())],
    ['a sign of life', (c) => to.alive(c, ANDRES, at())],
  ])('can’t be changed by %s', (_, step) => {
    expect(step(agentCase())).toBe('not-yours')
    expect(step(waitingCase())).toBe('not-yours')
  })
})

test('a transfer to an agent makes that agent owe the answer', () => {
  const { case: c, lines } = moved(
    to.transferredToAgent(agentCase(), LUCIA, ANDRES, 'ya le pedí la foto', at()),
  )
  expect(c).toMatchObject({ state: { agentId: ANDRES.id }, owedSince: NOW })
  expect(events(lines)).toEqual(['case-transferred'])
  expect(lines.map((line) => line.kind)).toEqual(['note', 'event', 'message'])
})

test('"resolved" ends every wait, and asks once whether it was', () => {
  const end = { outcome: 'solved', rootCause: 'billing' }
  const { case: c, lines } = moved(to.resolved(agentCase({ sweepAt: NOW }), LUCIA, end, at()))
  expect(c.state).toMatchObject({ kind: 'resolved', by: LUCIA.id, ...end })
  expect([c.owedSince, c.sweepAt]).toEqual([undefined, undefined])
  expect(said(lines)).toContain('¿Quedó resuelto')
})

describe('a lease', () => {
  const { warnAfterSeconds, graceSeconds } = desk.leases
  const warnAt = NOW + warnAfterSeconds * SECOND

  function step(c: Case, now: number): Case {
    const decision = leaseCheck(c, now, desk)
    return decision.kind === 'warn' ? to.warned(c, now, decision.returnsAt) : c
  }

  test('warns a silent agent, and then the case goes back', () => {
    expect(leaseCheck(agentCase(), warnAt - 1, desk)).toEqual({ kind: 'wait', until: warnAt })
    expect(leaseCheck(agentCase(), warnAt, desk)).toEqual({
      kind: 'warn',
      returnsAt: warnAt + graceSeconds * SECOND,
    })
    const warned = step(agentCase(), warnAt)
    expect(leaseCheck(warned, warnAt + graceSeconds * SECOND - 1, desk).kind).toBe('wait')
    expect(leaseCheck(warned, warnAt + graceSeconds * SECOND, desk)).toEqual({ kind: 'return' })
  })

  test('after an outage the warning comes first', () => {
    expect(leaseCheck(agentCase(), NOW + DAY, desk).kind).toBe('warn')
  })

  test('an agent who was warned before an outage is warned again after it', () => {
    const warned = step(agentCase(), warnAt)
    const later = NOW + DAY
    expect(leaseCheck(warned, later, desk)).toEqual({
      kind: 'warn',
      returnsAt: later + graceSeconds * SECOND,
    })
    expect(leaseCheck(step(warned, later), later + graceSeconds * SECOND, desk)).toEqual({ kind: 'return' })
  })

  test.each<[string, (c: Case, now: number) => to.Moved | to.Refused]>([
    ['"sigo aquí"', (c, now) => to.alive(c, LUCIA, at(now))],
    ['a note', (c, now) => to.noted(c, LUCIA, 'x', at(now))],
    ['"lo estoy revisando"', (c, now) => to.checking(c, LUCIA, 5, at(now))],
  ])('is renewed by %s, even when warned', (_, alive) => {
    const now = warnAt + SECOND
    const { case: c } = moved(alive(step(agentCase(), warnAt), now))
    expect(c.warnedAt).toBeUndefined()
    expect(leaseCheck(c, now + warnAfterSeconds * SECOND - 1, desk).kind).toBe('wait')
  })

  test('"lo estoy revisando" holds it as long as the customer was told, and then it is warned again', () => {
    const { case: c, lines } = moved(to.checking(agentCase(), LUCIA, 10, at()))
    expect(said(lines)).toContain('10 minutos')
    const until = NOW + 10 * MINUTE + warnAfterSeconds * SECOND
    expect(leaseCheck(c, until - 1, desk).kind).toBe('wait')
    expect(leaseCheck(c, until, desk).kind).toBe('warn')
  })

  test('is owed by nobody when the customer was answered, the chat is parked, or nobody has it', () => {
    const answered = moved(to.replied(agentCase(), LUCIA, 'Listo', 'm1', at())).case
    const parked = moved(to.parked(agentCase(), LUCIA, at())).case
    for (const c of [answered, parked, waitingCase(), resolvedCase()]) {
      expect(leaseCheck(c, NOW + DAY, desk)).toEqual({ kind: 'nothing' })
      expect(returnsAt(c, desk)).toBeUndefined()
    }
  })

  test('begins with the customer’s next message, not with the agent’s last one', () => {
    const answered = moved(to.replied(agentCase(), LUCIA, 'Listo', 'm1', at())).case
    const { case: asked } = taken(answered, 'no, no funciona', { now: NOW + DAY })
    expect(leaseCheck(asked, NOW + DAY, desk)).toEqual({
      kind: 'wait',
      until: NOW + DAY + warnAfterSeconds * SECOND,
    })
  })
})
