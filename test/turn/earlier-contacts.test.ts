import { describe, expect, test } from '@jest/globals'
import { BotHarness } from '../../src/guarantee/bot-harness.ts'
import { defineDialog } from '../../src/kit.ts'
import {
  CONTACTS_KEPT,
  contactNow,
  earlierContact,
  SAME_MATTER_MS,
  SAME_VISIT_MS,
  withContacts,
} from '../../src/turn/history.ts'
import { readByWords } from '../support/read-by-words.ts'
import { toyDesk, toyFacts } from '../support/toy-dialogs.ts'

const same = (text: string) => ({ es: text, en: `${text} (en)` })
const HOUR = 3_600_000

const ask = <N extends string>(next: N) =>
  ({
    kind: 'ask',
    fact: 'account',
    text: same('¿Cuenta?'),
    again: same('Seis cifras.'),
    next,
    refused: 'help',
  }) as const
const told = { kind: 'done', text: same('Le responderemos por la {account}.') } as const
const help = { kind: 'person', text: same('Una persona.') } as const
const about = { id: 'matter', title: same('Asunto'), object: 'account', start: 'account' } as const

const answers = defineDialog(toyFacts, { ...about, steps: { account: ask('told'), told, help } })
const promises = defineDialog(toyFacts, {
  ...about,
  steps: {
    account: ask('owe'),
    owe: {
      kind: 'promise',
      what: 'answer',
      text: same('Respuesta por la cuenta {account}'),
      due: { rule: 'answer' },
      next: 'told',
    },
    told,
    help,
  },
})

function conversation(dialog: typeof answers): BotHarness {
  return new BotHarness({
    desk: toyDesk({ dialogs: [dialog] }),
    reader: readByWords({ matter: /mi asunto/i }),
  })
}

describe('a customer who comes back about the same matter', () => {
  test('is told what is still open, and is not asked to begin anew', async () => {
    const c = conversation(promises)
    await c.say('mi asunto')
    await c.say('445566')
    expect(c.text).toBe('Le responderemos por la 445566.')
    c.now += 48 * HOUR
    await c.say('mi asunto')
    expect(c.text).toContain('Esto sigue abierto: Respuesta por la cuenta 445566.')
    expect(c.buttons).toContain('Hablar con una persona')
    expect(c.commitments).toHaveLength(1)
  })

  test('is told honestly when it is late', async () => {
    const c = conversation(promises)
    await c.say('mi asunto')
    await c.say('445566')
    c.now += 29 * 24 * HOUR
    await c.say('mi asunto')
    expect(c.text).toContain('Es una falta nuestra.')
  })

  test('the second time goes to a person with authority, with the history', async () => {
    const c = conversation(promises)
    await c.say('mi asunto')
    await c.say('445566')
    c.now += 24 * HOUR
    await c.say('mi asunto')
    expect(c.escaped).toBeUndefined()
    c.now += 24 * HOUR
    await c.say('mi asunto')
    expect(c.escaped).toBe('repeat-contact')
    expect(c.detail).toContain('matter (445566): contact number 3')
  })

  test('never gets the same answer twice: a person answers instead', async () => {
    const c = conversation(answers)
    await c.say('mi asunto')
    await c.say('445566')
    expect(c.text).toBe('Le responderemos por la 445566.')
    c.now += 2 * HOUR
    await c.say('mi asunto')
    expect(c.escaped).toBe('repeat-contact')
    expect(c.text).not.toContain('Le responderemos')
    expect(c.detail).toContain('the same answer')
  })

  test('is another matter with another object', async () => {
    const c = conversation(answers)
    await c.say('mi asunto')
    await c.say('445566')
    c.now += 2 * HOUR
    delete c.facts.account
    await c.say('mi asunto')
    await c.say('778899')
    expect(c.text).toBe('Le responderemos por la 778899.')
    expect(c.contacts.map(({ object, times }) => [object, times])).toEqual([
      ['445566', 1],
      ['778899', 1],
    ])
  })

  test('is a new matter after 30 days', async () => {
    const c = conversation(answers)
    await c.say('mi asunto')
    await c.say('445566')
    c.now += SAME_MATTER_MS
    await c.say('mi asunto')
    expect(c.text).toBe('Le responderemos por la 445566.')
  })

  test('meets nothing where nobody tells the turn of earlier contacts', async () => {
    const c = conversation(answers)
    c.history = () => undefined
    await c.say('mi asunto')
    await c.say('445566')
    await c.say('mi asunto')
    expect([c.text, c.contacts]).toEqual(['Le responderemos por la 445566.', []])
  })
})

describe('contacts', () => {
  const matter = { intent: 'charge', object: 'C-1' }
  const first = contactNow(undefined, matter, { now: 1_000, conversationId: 'a' })

  test('of one visit are one, and another conversation or another day is another', () => {
    const soon = { now: 1_000 + SAME_VISIT_MS - 1, conversationId: 'a' }
    expect(contactNow(first, matter, soon).times).toBe(1)
    expect(contactNow(first, matter, { ...soon, conversationId: 'b' }).times).toBe(2)
    expect(contactNow(first, matter, { ...soon, now: 1_000 + SAME_VISIT_MS }).times).toBe(2)
    expect(contactNow({ ...first, answered: true }, matter, soon).times).toBe(2)
  })

  test('are looked for by intent and object', () => {
    expect(earlierContact([first], matter, 2_000)).toBe(first)
    expect(earlierContact([first], { ...matter, object: 'C-2' }, 2_000)).toBeUndefined()
    expect(earlierContact([first], matter, 1_000 + SAME_MATTER_MS)).toBeUndefined()
  })

  test('are kept one for each matter, the latest of them', () => {
    const many = Array.from({ length: CONTACTS_KEPT + 5 }, (_, i) =>
      contactNow(undefined, { intent: 'charge', object: `C-${i}` }, { now: i, conversationId: 'a' }),
    )
    const kept = withContacts(many, [{ ...first, object: 'C-7', lastAt: 10_000 }])
    expect(kept).toHaveLength(CONTACTS_KEPT)
    expect(kept.filter((one) => one.object === 'C-7')).toHaveLength(1)
    expect(kept.at(-1)?.object).toBe('C-7')
  })
})
