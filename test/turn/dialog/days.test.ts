import { describe, expect, test } from '@jest/globals'
import { BotHarness } from '../../../src/guarantee/bot-harness.ts'
import { defineDialog, defineFacts } from '../../../src/kit.ts'
import { botDesk } from '../../../src/turn/bot-desk.ts'
import { readByWords } from '../../support/read-by-words.ts'

const same = (text: string) => ({ es: text, en: text })
const window = {
  kind: 'label',
  of: 'matter',
  label: same('window'),
  labels: { morning: same('8-12'), afternoon: same('12-17'), evening: same('17-20') },
} as const
const facts = defineFacts({
  slot1Date: { kind: 'date', of: 'matter', label: same('day') },
  slot1Window: window,
  slot2Date: { kind: 'date', of: 'matter', label: same('day') },
  slot2Window: window,
  slot3Date: { kind: 'date', of: 'matter', label: same('day') },
  slot3Window: window,
  slot: {
    kind: 'label',
    of: 'matter',
    label: same('slot'),
    labels: {
      first: same('{slot1Date}, {slot1Window}'),
      second: same('{slot2Date}, {slot2Window}'),
      third: same('{slot3Date}, {slot3Window}'),
    },
  },
  moveDate: { kind: 'date', of: 'matter', label: same('move') },
})
const ended = { kind: 'done', text: same('Listo.') } as const
const visit = defineDialog(facts, {
  id: 'visit',
  title: same('Visita'),
  start: 'which',
  steps: {
    which: {
      kind: 'choose',
      fact: 'slot',
      text: same('¿Cuándo?'),
      again: same('¿Qué día?'),
      next: { first: 'end', second: 'end', third: 'end' },
    },
    end: ended,
  },
})
const move = defineDialog(facts, {
  id: 'move',
  title: same('Traslado'),
  start: 'when',
  steps: {
    when: {
      kind: 'ask',
      fact: 'moveDate',
      text: same('¿Qué día?'),
      again: same('Un día, como el 3 de diciembre.'),
      next: 'end',
      refused: 'end',
    },
    end: ended,
  },
})

/** On Sunday 22 November 2026, with visits on Tuesday morning, Tuesday afternoon and Friday morning. */
function conversation(language: 'es' | 'en' = 'es'): BotHarness {
  const c = new BotHarness({
    desk: botDesk({ company: 'Casa', timeZone: 'America/Bogota', dialogs: [visit, move] }),
    reader: readByWords({ visit: /visita/, move: /traslado/ }),
    language,
  })
  const known = (value: string) =>
    ({ class: 'known', value, source: 'business', at: 0, conversationId: 'conversation-1' }) as const
  c.facts = {
    slot1Date: known('2026-11-24'),
    slot1Window: known('morning'),
    slot2Date: known('2026-11-24'),
    slot2Window: known('afternoon'),
    slot3Date: known('2026-11-27'),
    slot3Window: known('morning'),
  }
  return c
}

describe('a choice among days', () => {
  test.each([
    ['el martes por la tarde', 'second'],
    ['martes en la mañanita', 'first'],
    ['el viernes', 'third'],
    ['prefiero en la tarde', 'second'],
    ['pasado mañana a mediodía', 'second'],
    ['mejor el 27 de noviembre', 'third'],
  ])('takes "%s"', async (text, slot) => {
    const c = conversation()
    await c.say('la visita')
    await c.say(text)
    expect(c.known('slot')).toBe(slot)
  })

  test.each(['tuesday afternoon', 'the afternoon one would be great', 'Tuesday at noon'])(
    'takes "%s"',
    async (text) => {
      const c = conversation('en')
      await c.say('la visita')
      await c.say(text)
      expect(c.known('slot')).toBe('second')
    },
  )

  test.each(['el martes', 'por la mañana', 'el jueves por la tarde'])(
    'asks again for "%s", which fits more than one or none',
    async (text) => {
      const c = conversation()
      await c.say('la visita')
      await c.say(text)
      expect(c.known('slot')).toBeUndefined()
      expect(c.text).toContain('¿Qué día?')
    },
  )
})

test.each([
  ['el próximo viernes', '2026-11-27'],
  ['next Friday', '2026-11-27'],
  ['el 3 de diciembre si se puede', '2026-12-03'],
  ['5/1', '2027-01-05'],
  ['mañana mismo', '2026-11-23'],
])('a question for a day takes "%s", ahead of today', async (text, day) => {
  const c = conversation()
  await c.say('el traslado')
  await c.say(text)
  expect(c.known('moveDate')).toBe(day)
})
