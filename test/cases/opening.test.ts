import { describe, expect, test } from '@jest/globals'
import { isOpen, ownerOf } from '../../src/cases/case.ts'
import { receiptOf } from '../../src/cases/opening.ts'
import { ESCAPE_REASONS } from '../../src/turn/turn.ts'
import {
  agentCase,
  choices,
  DAY,
  desk,
  events,
  HOUR,
  head,
  LUCIA,
  MINUTE,
  NOW,
  nobody,
  opened,
  resolvedCase,
  said,
  waitingCase,
} from './fixtures.ts'

describe('an ask opens a case', () => {
  test('in line, with its clock, its place and the words of its receipt', () => {
    const { case: c, head: after, customer, lines } = opened()
    expect(c).toMatchObject({
      key: 'K7M-4QX',
      state: { kind: 'queue' },
      askedAt: NOW,
      dueAt: NOW + desk.promise.normal * 1_000,
      owedSince: NOW,
      conversationId: 'conversation-1',
    })
    expect([after.caseKey, customer.openCase, ownerOf(c)]).toEqual(['K7M-4QX', 'K7M-4QX', 'queue'])
    expect(events(lines)).toEqual(['case-opened'])
    for (const words of ['K7M-4QX', 'hoy a las 10:00', '¿me pasas con alguien?', 'Hay 1 persona delante']) {
      expect(said(lines)).toContain(words)
    }
    expect(receiptOf(c)).toEqual({ key: 'K7M-4QX', asked: '¿me pasas con alguien?', askedAt: NOW })
  })

  test('in the customer’s language', () => {
    const { lines } = opened({ asked: 'I want a human' }, 'en')
    expect(said(lines)).toContain('Your request is saved as K7M-4QX, today at 10:00 AM: “I want a human”.')
    expect(choices(lines)).toEqual(['Call me back', 'Send me a written answer', 'I no longer need it'])
  })

  test('who writes in a language that no queue can have is told so in it, and agents read which it is', () => {
    const { case: c, lines } = opened({
      reason: 'language',
      asked: 'Здравствуйте, не работает интернет',
      detail: 'writes in Russian',
    })
    expect(said(lines)).toMatch(/^Вам ответит человек/)
    expect(c).toMatchObject({ reason: 'language', detail: 'writes in Russian' })
    expect(c).not.toHaveProperty('speaks')
  })

  test('with nobody on duty it says when somebody will be there, and lets the customer choose', () => {
    const { case: c, lines } = opened({ duty: nobody })
    expect(c.state.kind).toBe('queue')
    expect(said(lines)).toContain('el lunes 16 de marzo a las 7:00')
    expect(choices(lines)).toEqual(['Dejar el chat abierto', 'Que me llamen', 'Ya no lo necesito'])
  })

  test('with nobody signed in during opening hours no time is made up', () => {
    const { opensAt: _, ...duty } = nobody
    expect(said(opened({ duty }).lines)).toContain('Su lugar está guardado')
  })

  test('a very long plea is read back short, and kept whole', () => {
    const asked = 'quiero hablar con alguien '.repeat(100)
    const { case: c, lines } = opened({ asked })
    expect(c.asked).toBe(asked)
    expect(said(lines).length).toBeLessThan(600)
  })
})

test.each(ESCAPE_REASONS)(
  'the words for %s are said in both languages, and never "I understand, but"',
  (reason) => {
    for (const language of ['es', 'en'] as const) {
      const words = said(opened({ reason }, language).lines)
      expect(words).toContain('K7M-4QX')
      expect(words).not.toMatch(/entiendo.*pero|understand.*but/i)
    }
  },
)

test('a customer in danger hears the emergency number first and stands before everybody else', () => {
  const { case: c, lines } = opened({ reason: 'danger' })
  expect(said(lines).split('\n')[0]).toContain(desk.emergencyNumber)
  expect(c.dueAt).toBe(NOW + desk.promise.danger * 1_000)
})

describe('a second ask joins the open case', () => {
  const later = NOW + 5 * MINUTE

  test('and keeps key, clock and place', () => {
    const { case: c, lines } = opened({ existing: waitingCase(), now: later, freshKey: 'XXX-XXX' })
    expect(c).toMatchObject({ key: 'K7M-4QX', askedAt: NOW, dueAt: NOW + desk.promise.normal * 1_000 })
    expect(events(lines)).toEqual(['case-joined'])
  })

  test('from another channel: the customer is answered where they wrote last', () => {
    const phone = { ...head('es', 'conversation-2'), channel: 'whatsapp' as const }
    const { case: c, head: after } = opened({ existing: waitingCase(), head: phone, now: later })
    expect(c).toMatchObject({
      conversations: ['conversation-1', 'conversation-2'],
      conversationId: 'conversation-2',
      channel: 'whatsapp',
    })
    expect(after.caseKey).toBe('K7M-4QX')
  })

  test('while a person has it, it says who', () => {
    const { case: c, lines } = opened({ existing: agentCase(), now: later })
    expect(c.state).toMatchObject({ kind: 'agent', agentId: LUCIA.id })
    expect(said(lines)).toContain('Está con Lucía')
  })

  test('a graver reason moves it forward, a lesser one never back', () => {
    const graver = opened({ existing: waitingCase(), reason: 'danger', now: later }).case
    expect(graver.dueAt).toBe(NOW + desk.promise.danger * 1_000)
    expect(opened({ existing: graver, now: later }).case.dueAt).toBe(graver.dueAt)
  })

  test('instead of the call-back that was promised, it stands in line again', () => {
    const window = { from: NOW + HOUR, to: NOW + 2 * HOUR }
    const existing = waitingCase({ state: { kind: 'scheduled', what: 'call-back', window } })
    expect(opened({ existing, now: later }).case).toMatchObject({ state: { kind: 'queue' }, askedAt: NOW })
  })
})

describe('coming back', () => {
  const withdrawn = waitingCase({ state: { kind: 'withdrawn', at: NOW + MINUTE } })

  test('who left the line and asks again has their old place', () => {
    const { case: c, lines } = opened({ existing: withdrawn, now: NOW + HOUR })
    expect(c).toMatchObject({
      key: 'K7M-4QX',
      askedAt: NOW,
      dueAt: withdrawn.dueAt,
      state: { kind: 'queue' },
    })
    expect(said(lines)).toContain('con el lugar que tenía')
  })

  test('two days later it is a new case', () => {
    const { case: c } = opened({ existing: withdrawn, now: NOW + 2 * DAY, freshKey: 'CDF-GHJ' })
    expect(c).toMatchObject({ key: 'CDF-GHJ', askedAt: NOW + 2 * DAY })
  })

  test('within seven days a resolved case is opened again, with a new clock, for who knows it', () => {
    const { case: c } = opened({ existing: resolvedCase({ firstHumanWordsAt: NOW }), now: NOW + 6 * DAY })
    expect(c).toMatchObject({
      key: 'K7M-4QX',
      askedAt: NOW + 6 * DAY,
      preferredAgentId: LUCIA.id,
      reopened: 1,
    })
    expect(c.firstHumanWordsAt).toBeUndefined()
    expect(isOpen(c)).toBe(true)
  })

  test('after seven days it is a new case', () => {
    const { case: c } = opened({ existing: resolvedCase(), now: NOW + 7 * DAY, freshKey: 'CDF-GHJ' })
    expect(c.key).toBe('CDF-GHJ')
  })
})
