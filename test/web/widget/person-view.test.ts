import { describe, expect, test } from '@jest/globals'
import type { ConversationStatus } from '../../../src/channels/web/activity.ts'
import { type PersonView, personView } from '../../../src/web/widget/person-view.ts'
import { EMPTY, type Screen } from '../../../src/web/widget/screen.ts'
import { TEXTS } from '../../../src/web/widget/texts.ts'

const NOW = Date.parse('2026-11-23T01:00:00Z')
const HOUR = 3_600_000
const timeZone = 'America/Bogota'

function view(
  status: ConversationStatus,
  more: Partial<Screen> = {},
  language: 'es' | 'en' = 'es',
): PersonView {
  const screen: Screen = { ...EMPTY, link: 'online', ...more, status }
  return personView(screen, { texts: TEXTS[language], language, now: NOW, isLasting: true })
}

const ask = { id: 'u', at: 1, text: 'Hablar con una persona', action: 'ask' } as const

describe('the bar', () => {
  test('with the bot it asks for a person', () => {
    expect(view({ owner: 'bot' })).toMatchObject({
      title: 'Hablar con una persona',
      press: { kind: 'say', choice: { action: 'ask' } },
    })
  })

  test('without a network it says that the ask is kept, and a press tries again instead of asking twice', () => {
    const bar = view({ owner: 'bot' }, { link: 'offline', unsent: [ask] })
    expect(bar.detail).toContain('guardado en este dispositivo')
    expect(bar.press).toEqual({ kind: 'try-now' })
  })

  test('an ask that the server refused is no ask: the button asks again', () => {
    const bar = view({ owner: 'bot' }, { unsent: [{ ...ask, refused: 'bad-request' }] })
    expect(bar.press).toMatchObject({ kind: 'say' })
  })

  test.each([
    [1, [30, 60], 'Es la siguiente persona · menos de 1 min'],
    [2, [30, 100], 'Le falta 1 persona · hasta 2 min'],
    [4, [240, 420], 'Le faltan 3 personas · 4 a 7 min'],
  ] as const)('in place %i of the line it says how many and how long', (position, [low, high], detail) => {
    const bar = view({ owner: 'queue', onDuty: true, caseKey: 'K', position, etaSeconds: [low, high] })
    expect(bar).toMatchObject({ title: 'En la fila', detail, caseKey: 'K' })
    expect(bar.choices.map((choice) => choice.action)).toEqual(['call-back', 'leave'])
  })

  test('with nobody on duty it says when somebody is back, in the desk’s own time', () => {
    const opensAt = NOW + 11 * HOUR
    const status: ConversationStatus = { owner: 'queue', onDuty: false, opensAt, timeZone }
    expect(view(status).detail).toBe('Volvemos mañana a las 7:00')
    expect(view({ ...status, opensAt: opensAt + 72 * HOUR }).detail).toBe(
      'Volvemos el jueves, 26 de noviembre a las 7:00',
    )
    expect(view(status, {}, 'en').detail).toMatch(/^We are back tomorrow at 7:00\sAM$/)
    expect(view(status).choices.map((choice) => choice.action)).toEqual(['keep-open', 'call-back', 'leave'])
  })

  test('a promised call shows its window, and the way back to the line', () => {
    const window = { from: NOW + 11 * HOUR, to: NOW + 12 * HOUR }
    const bar = view({ owner: 'scheduled', schedule: { what: 'call-back', window }, timeZone })
    expect(bar.title).toBe('Le llamamos mañana, de 7:00 a 8:00')
    expect(bar.choices.map((choice) => choice.action)).toEqual(['return', 'leave'])
  })

  test('with a person it names them, and a supervisor can be asked for once', () => {
    expect(view({ owner: 'agent', agentName: 'Lucía' })).toMatchObject({
      title: 'Está con Lucía',
      choices: [{ action: 'supervisor' }],
    })
    expect(view({ owner: 'agent', agentName: 'Lucía', supervisorAsked: true })).toMatchObject({
      detail: 'Supervisora avisada',
      choices: [],
    })
  })

  test('who left the line comes back with one press', () => {
    expect(view({ owner: 'bot', withdrawn: true, caseKey: 'K' })).toMatchObject({
      title: 'Hablar con una persona',
      detail: 'Salió de la fila. Le guardamos su lugar (caso K).',
      press: { kind: 'say', choice: { action: 'return' } },
    })
  })
})
