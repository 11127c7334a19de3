import { describe, expect, test } from '@jest/globals'
import type { Verb } from '../../src/business/business.ts'
import { LANGUAGES } from '../../src/language.ts'
import { isQuestion } from '../../src/turn/dialog/dialog.ts'
import { HOUSE } from '../../src/turn/dialog/house-texts.ts'
import { houseDesk } from '../support/journey.ts'
import { conversationOf, goOn, openingOf, questionOf, verbOf, type Walker, walk } from '../support/walk.ts'

/*
 * Every dialog of the house, in both languages: by buttons, by free text, with a correction, an interruption, and
 * everything that the company may refuse or fail at on the way. What each dialog says is told in the other journeys;
 * this holds that none is left out.
 */

/** Whose account leads through most of a dialog, and which of a list is meant, where the first would not do. */
const WHO: Readonly<Record<string, { account?: string; picks?: Walker['picks'] }>> = {
  'no-internet': { account: '778899' },
  'missed-visit': { account: '778899' },
  'complaint-status': { account: '556677' },
  'contest-notice': { account: '112233' },
  'return-order': { picks: { order: 2 } },
  'damaged-order': { picks: { order: 2 } },
}

const matters = [...houseDesk.dialogs.values()].filter(({ aside }) => !aside)
const walkers = matters.flatMap((dialog) =>
  LANGUAGES.map((language): Walker => {
    const { account = '445566', picks = {} } = WHO[dialog.id] ?? {}
    return { dialog, language, by: 'words', account, picks }
  }),
)
const each = (list: readonly Walker[]) =>
  list.map((walker) => [`${walker.dialog.id} (${walker.language})`, walker] as const)
const asking = walkers.filter(({ dialog }) => {
  const start = dialog.steps[dialog.start]
  return start?.kind === 'ask' && dialog.facts[start.fact]?.kind === 'account'
})
/** Every dialog that asks for anything at all. */
const questioning = walkers.filter(({ dialog }) => Object.values(dialog.steps).some(isQuestion))
const calling = walkers.filter(({ dialog }) =>
  Object.values(dialog.steps).some(({ kind }) => kind === 'call'),
)

/** Neither of them was the bot's fault: what was said was understood, and nothing broke. */
function wasUnderstood(c: Awaited<ReturnType<typeof walk>>): void {
  const said = c.transcript.join('\n')
  expect(said).not.toContain(HOUSE.unmatched[c.language].slice(0, 20))
  expect(['error', 'unmatched', 'failed-answers', 'loop', 'no-progress', 'frustrated']).not.toContain(
    c.escaped,
  )
}

describe('every dialog comes to its end', () => {
  test.each(each(walkers))('by free text: %s', async (_name, walker) => {
    const c = conversationOf(walker.language)
    await c.say(openingOf(walker))
    const front = c.bot.stack.at(-1)?.dialog
    if (front !== undefined) expect(front).toBe(walker.dialog.id)
    await goOn(c, walker)
    wasUnderstood(c)
    expect(c.bot.stack).toEqual([])
  })

  test.each(each(walkers))('by buttons: %s', async (_name, walker) => {
    const c = await walk({ ...walker, by: 'buttons' })
    wasUnderstood(c)
    expect(c.bot.stack).toEqual([])
  })
})

describe('a correction is taken', () => {
  test.each(each(asking))('of the account: %s', async (_name, walker) => {
    const { language } = walker
    const c = conversationOf(language)
    await c.say(openingOf(walker))
    await c.say('445566')
    const before = questionOf(c)
    expect(before).toBeDefined()
    await c.say(language === 'es' ? 'no, la cuenta es la 778899' : 'no, the account is 778899')
    expect(c.known('account')).toBe('778899')
    expect(c.transcript.join('\n')).toContain(HOUSE.corrected[language])
  })
})

describe('an interruption is answered, and the question comes back', () => {
  test.each(each(questioning))('small talk: %s', async (_name, walker) => {
    const { language } = walker
    const c = conversationOf(language)
    await c.say(openingOf(walker))
    const asked = questionOf(c)
    await c.say(language === 'es' ? '¿eres un robot?' : 'are you a robot?')
    expect(c.text).toMatch(/programa|program/)
    expect(questionOf(c)).toBe(asked)
    await goOn(c, walker)
    wasUnderstood(c)
  })

  test.each(each(questioning))('another matter: %s', async (_name, walker) => {
    const { language, dialog } = walker
    const c = conversationOf(language)
    await c.say(openingOf(walker))
    const asked = questionOf(c)
    const other = dialog.id === 'cancel-service' ? 'change-plan' : 'cancel-service'
    await c.say(houseDesk.dialogs.get(other)?.chip?.[language] ?? '')
    expect(c.bot.stack.map((frame) => frame.dialog)).toEqual([dialog.id, other])
    await c.say(language === 'es' ? 'olvídelo' : 'never mind')
    expect(c.text).toContain(HOUSE.back[language])
    expect(questionOf(c)).toBe(asked)
  })
})

describe('what the company refuses or fails at is told as it is', () => {
  test.each(each(calling))('%s', async (_name, walker) => {
    const calls = new Set((await walk(walker)).calls.map(({ verb }) => verb as Verb))
    expect(calls.size).toBeGreaterThan(0)
    for (const verb of calls) {
      const failed = await walk(walker, { fault: { kind: 'failing', verbs: [verb] } })
      expect([verb, failed.escaped]).toEqual([verb, 'error'])
      const unknown = await walk(walker, { fault: { kind: 'unknown', verbs: [verb] } })
      expect([verb, unknown.escaped]).toEqual([verb, verbOf(verb).changes ? 'commitment' : 'error'])
      if (verbOf(verb).changes) {
        expect(unknown.commitments).toContainEqual(expect.objectContaining({ kind: 'verify' }))
      }
      for (const c of [failed, unknown]) {
        // An earlier change on the way may have its proof; the one that failed has none.
        expect(c.last?.say.flatMap(({ receipt }) => receipt ?? [])).toEqual([])
        expect(c.text).not.toBe('')
      }
    }
  })

  test.each(each(calling))('for each reason: %s', async (_name, walker) => {
    const calls = new Set((await walk(walker)).calls.map(({ verb }) => verb as Verb))
    for (const verb of calls) {
      for (const reason of [...verbOf(verb).refuses, 'nobody-has-heard-of-it']) {
        const c = await walk(walker, { refusing: { verb, reason } })
        expect([verb, reason, c.escaped === 'error' ? c.detail : 'fine']).toEqual([verb, reason, 'fine'])
        if (c.escaped === undefined) expect(c.bot.stack).toEqual([])
        expect(c.escaped ?? c.text).not.toBe('')
      }
    }
  })
})

describe('what the bot says that it can do is what it can', () => {
  /** A word of each matter on the menu, as the sentence has it. */
  const WORDS: Readonly<Record<string, Readonly<Record<'es' | 'en', RegExp>>>> = {
    'cancel-service': { es: /cancelar su servicio/, en: /cancel your service/ },
    'unknown-charge': { es: /cobro/, en: /charge/ },
    'no-internet': { es: /internet/, en: /internet/ },
    'visit-status': { es: /visita/, en: /visit/ },
    'order-status': { es: /pedido/, en: /order/ },
    'return-order': { es: /devolver/, en: /return/ },
    invoice: { es: /facturas/, en: /bills/ },
    'change-plan': { es: /plan/, en: /plan/ },
  }

  test.each(LANGUAGES)('each button of the menu is in it (%s)', async (language) => {
    const c = conversationOf(language)
    await c.say(language === 'es' ? '¿qué puedes hacer?' : 'what can you do?')
    for (const { id } of houseDesk.menu) expect(c.text).toMatch(WORDS[id]?.[language] ?? /^$/)
    expect(c.text).toMatch(language === 'es' ? /persona/ : /people/)
  })
})
