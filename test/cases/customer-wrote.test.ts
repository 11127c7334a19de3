import { describe, expect, test } from '@jest/globals'
import { writtenAnswerWindow } from '../../src/cases/call-back.ts'
import type { CustomerAction } from '../../src/turn/line.ts'
import {
  agentCase,
  busy,
  choices,
  DAY,
  desk,
  events,
  HOUR,
  head,
  LUCIA,
  MINUTE,
  message,
  NOW,
  nobody,
  resolvedCase,
  said,
  taken,
  waitingCase,
  wrote,
} from './fixtures.ts'

describe('in line', () => {
  test.each([
    ['es', '¿siguen ahí?', 'Agregado a su caso K7M-4QX.'],
    ['en', 'are you still there?', 'Added to your case K7M-4QX.'],
  ] as const)('each message is added to the case, and the customer is told (%s)', (language, text, words) => {
    const { case: c, lines } = taken(waitingCase({}, language), text)
    expect(said(lines)).toBe(words)
    expect(c.state.kind).toBe('queue')
  })

  test('a message changes neither clock nor place', () => {
    const before = waitingCase()
    const { case: after } = taken(before, 'otra cosa', { now: NOW + HOUR })
    expect([after.askedAt, after.dueAt]).toEqual([before.askedAt, before.dueAt])
  })

  test.each([
    ['Ya no lo necesito', 'es'],
    ['ya no lo necesito.', 'es'],
    ['I no longer need it', 'es'],
    ['I NO LONGER NEED IT', 'en'],
  ] as const)('%j leaves the line, whatever the language', (text, language) => {
    const { case: c, lines } = taken(waitingCase({}, language), text)
    expect(c.state.kind).toBe('withdrawn')
    expect(events(lines)).toEqual(['case-withdrawn'])
  })

  test.each([
    'ya no lo necesito al servicio, quiero cancelarlo',
    'no sé si me llamen mañana',
    'mi vecino dice: volver a la fila',
  ])('%j is a message to a person, not a button', (text) => {
    expect(taken(waitingCase(), text).case.state.kind).toBe('queue')
  })

  test('who left and comes back stands where they stood', () => {
    const before = waitingCase()
    const { case: gone } = taken(before, 'Ya no lo necesito')
    const { case: back } = taken(gone, 'Volver a la fila', { now: NOW + MINUTE })
    expect(back).toMatchObject({ state: { kind: 'queue' }, askedAt: before.askedAt, dueAt: before.dueAt })
    expect(wrote(gone, 'Volver a la fila', { now: NOW + 2 * DAY })).toEqual({ to: 'bot' })
  })

  test('who left and writes something else talks to the bot', () => {
    const { case: gone } = taken(waitingCase(), 'Ya no lo necesito')
    expect(wrote(gone, 'quiero cancelar')).toEqual({ to: 'bot' })
  })

  test('keeping the chat open promises nothing and loses nothing', () => {
    const { case: c, lines } = taken(waitingCase(), 'Dejar el chat abierto', { duty: nobody })
    expect(c.state.kind).toBe('queue')
    expect(said(lines)).toContain('aunque cierre la página')
  })

  test('asking for a supervisor is passed on once', () => {
    const { case: c, lines } = taken(waitingCase(), 'Hablar con su supervisora')
    expect([c.supervisorAsked, events(lines)]).toEqual([true, ['supervisor-asked']])
    expect(events(taken(c, 'Hablar con su supervisora').lines)).toEqual([])
  })
})

describe('a call-back', () => {
  test('is offered in windows, chosen by the window’s own words, and kept with the number', () => {
    const asked = taken(waitingCase(), 'Que me llamen')
    expect(choices(asked.lines)).toEqual([
      'Hoy de 11:00 a 12:00',
      'Hoy de 12:00 a 13:00',
      'Hoy de 13:00 a 14:00',
      'Dejar el chat abierto',
    ])
    const chosen = taken(asked.case, 'hoy de 12:00 a 13:00')
    const window = { from: NOW + 2 * HOUR, to: NOW + 3 * HOUR }
    expect(chosen.case).toMatchObject({
      state: { kind: 'scheduled', what: 'call-back', window },
      sweepAt: window.from,
    })
    expect(said(chosen.lines)).toContain('¿A qué número le llamamos?')
    const numbered = taken(chosen.case, 'al 311 555 1234')
    expect(numbered.case.callBackPhone).toBe('3115551234')
    expect(said(numbered.lines)).toContain('3115551234')
  })

  test('goes to the number that the customer writes from, unless they say another one', () => {
    const phone = { ...head('es'), channel: 'whatsapp' as const, address: { phone: '573115551234' } }
    const asked = taken(waitingCase(), 'Que me llamen', { head: phone })
    const chosen = taken(asked.case, 'hoy de 12:00 a 13:00', { head: phone })
    expect(chosen.case.callBackPhone).toBe('+573115551234')
    expect(said(chosen.lines)).toContain('+573115551234')
    expect(said(chosen.lines)).not.toContain('¿A qué número')
    const other = taken(chosen.case, 'mejor al 601 555 9876', { head: phone })
    expect(other.case.callBackPhone).toBe('6015559876')
  })

  test('by an action that already names the window, as the widget sends it', () => {
    const text = 'Today from 11:00 AM to 12:00 PM'
    const action: CustomerAction = 'call-back'
    const { case: c } = taken(waitingCase({}, 'en'), text, {
      message: message(text, { action, actionValue: text }),
    })
    expect(c.state.kind).toBe('scheduled')
  })

  test('is not promised when no window has room', () => {
    const starts = Array.from({ length: 24 * 20 }, (_, i) => NOW + i * HOUR)
    const booked = starts.flatMap((start) => [start, start, start, start])
    const { case: c, lines } = taken(waitingCase(), 'Que me llamen', { duty: { ...busy, booked } })
    expect(c.state.kind).toBe('queue')
    expect(said(lines)).toContain('no queremos prometerle')
  })

  test('leaves the customer free to go on writing, or to stand in line again in the old place', () => {
    const window = { from: NOW + HOUR, to: NOW + 2 * HOUR }
    const before = waitingCase({ state: { kind: 'scheduled', what: 'call-back', window } })
    expect(said(taken(before, 'ah, y el módem parpadea').lines)).toContain('Agregado a su caso')
    const { case: back } = taken(before, 'Volver a la fila', { now: NOW + MINUTE })
    expect(back).toMatchObject({ state: { kind: 'queue' }, dueAt: before.dueAt })
    expect(back.sweepAt).toBeUndefined()
  })
})

test('a later written answer gets a dated promise', () => {
  const { case: c, lines } = taken(waitingCase(), 'Prefiero una respuesta escrita')
  const window = writtenAnswerWindow(desk, NOW)
  expect(c).toMatchObject({
    state: { kind: 'scheduled', what: 'written-answer', window },
    sweepAt: window.from,
  })
  expect(said(lines)).toContain('a más tardar hoy a las 18:00')
})

describe('with an agent', () => {
  test('a message makes the agent owe an answer, and nobody else speaks', () => {
    const { owedSince: _, ...answered } = agentCase()
    const later = NOW + HOUR
    const { case: c, lines } = taken(answered, 'sigue sin funcionar', { now: later })
    expect(c).toMatchObject({ owedSince: later, sweepAt: later + desk.leases.warnAfterSeconds * 1_000 })
    expect(lines).toEqual([])
  })

  test('a second message does not start the wait anew', () => {
    const { case: c } = taken(agentCase(), '¿hola?', { now: NOW + HOUR })
    expect(c.owedSince).toBe(NOW)
  })

  test('thanks after an answer owes nothing', () => {
    const { owedSince: _, ...answered } = agentCase()
    expect(taken(answered, 'muchas gracias').case.owedSince).toBeUndefined()
  })

  test('a parked chat wakes with the same agent when they are on duty', () => {
    const { owedSince: _, ...parked } = agentCase()
    const state = { kind: 'agent', agentId: LUCIA.id, agentName: 'Lucía', since: NOW, parked: true } as const
    const { case: c } = taken({ ...parked, state }, 'ya lo reinicié', { now: NOW + DAY })
    expect(c).toMatchObject({ state: { kind: 'agent', agentId: LUCIA.id }, owedSince: NOW + DAY })
    expect(c.state).not.toHaveProperty('parked')
  })

  test('a parked chat goes to the line, for the same agent first, when they are off duty', () => {
    const { owedSince: _, ...parked } = agentCase()
    const state = { kind: 'agent', agentId: LUCIA.id, since: NOW, parked: true } as const
    const duty = { ...busy, present: ['agent-2'] }
    const { case: c } = taken({ ...parked, state }, 'ya lo reinicié', { duty })
    expect(c).toMatchObject({ state: { kind: 'queue' }, preferredAgentId: LUCIA.id })
  })

  test('the customer is answered where they wrote last', () => {
    const phone = { ...head('es', 'conversation-2'), channel: 'whatsapp' as const }
    expect(taken(agentCase(), 'ahora por aquí', { head: phone }).case).toMatchObject({
      conversationId: 'conversation-2',
      channel: 'whatsapp',
      conversations: ['conversation-1', 'conversation-2'],
    })
  })
})

describe('after "resolved"', () => {
  test.each([
    'gracias',
    'Muchas gracias, muy amable!',
    'ok',
    'chao',
    '👍',
    'thank you so much',
    'bye',
    '👍 Sí, quedó resuelto',
    '👎 No del todo',
    '👍 Yes, it is solved',
  ])('%j reopens nothing', (text) => {
    expect(wrote(resolvedCase(), text, { now: NOW + HOUR })).toMatchObject({
      to: 'nobody',
      case: { state: { kind: 'resolved' } },
    })
  })

  test('a survey tap is counted', () => {
    const answered = wrote(resolvedCase(), '👎 No del todo')
    expect(answered).toMatchObject({ to: 'nobody', case: { survey: 1 } })
    const tapped = wrote(resolvedCase(), '4', {
      message: message('4', { action: 'survey', actionValue: '4' }),
    })
    expect(tapped).toMatchObject({ to: 'nobody', case: { survey: 4 } })
  })

  test.each([
    'gracias pero sigue sin funcionar',
    'no me llegó nada',
    '¿y la factura?',
    'thanks for nothing',
    'hola',
  ])('%j lands with a person, not with the bot', (text) => {
    const result = wrote(resolvedCase(), text, { now: NOW + 6 * DAY })
    expect(result).toMatchObject({
      to: 'case',
      case: { state: { kind: 'queue' }, askedAt: NOW + 6 * DAY, preferredAgentId: LUCIA.id },
    })
  })

  test('thanks with a file lands with a person', () => {
    const file = message('gracias', { attachments: [{ contentType: 'image/png' }] })
    expect(wrote(resolvedCase(), 'gracias', { message: file }).to).toBe('case')
  })

  test('after seven days the bot answers', () => {
    expect(wrote(resolvedCase(), 'no me llegó nada', { now: NOW + 7 * DAY })).toEqual({ to: 'bot' })
  })
})
