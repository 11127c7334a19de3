import { describe, expect, test } from '@jest/globals'
import { LANGUAGES, type Language } from '../../src/language.ts'
import { lintText } from '../../src/wording/lint.ts'
import { RULE_LANGUAGES } from '../../src/wording/text-rule.ts'
import { TEXT_RULES } from '../../src/wording/text-rules.ts'
import { INNOCENT } from './innocent.ts'

test('the rules know every language that the bot speaks, each by a name of its own', () => {
  expect([...RULE_LANGUAGES]).toEqual([...LANGUAGES])
  expect(new Set(TEXT_RULES.map((rule) => rule.name)).size).toBe(TEXT_RULES.length)
})

describe.each(TEXT_RULES.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const where = rule.speakers[0] ?? 'bot'
  const found = (text: string, language: Language) =>
    lintText(text, { language, where }).map((finding) => finding.rule.name)

  test('finds its wrong examples', () => {
    expect(rule.wrong.es.length).toBeGreaterThan(0)
    for (const language of LANGUAGES) {
      for (const text of rule.wrong[language]) {
        expect([text, found(text, language)]).toEqual([text, expect.arrayContaining([name])])
      }
    }
  })

  test('lets its right examples pass, and so do all other rules', () => {
    expect(rule.right.es.length).toBeGreaterThan(0)
    for (const language of LANGUAGES) {
      for (const text of rule.right[language]) expect([text, found(text, language)]).toEqual([text, []])
    }
  })

  test('is waived where the place allows it', () => {
    for (const licence of rule.waivedBy ?? []) {
      for (const text of rule.wrong.es) {
        const names = lintText(text, { language: 'es', where, licences: [licence] }).map(
          (one) => one.rule.name,
        )
        expect(names).not.toContain(name)
      }
    }
  })

  test.each(rule.speakers)('is held over what the %s says', (speaker) => {
    expect(lintText(rule.wrong.es[0] ?? '', { where: speaker }).map((one) => one.rule.name)).toContain(name)
  })
})

test(`no innocent sentence is accused, of ${INNOCENT.es.length + INNOCENT.en.length}`, () => {
  const accused = LANGUAGES.flatMap((language) =>
    INNOCENT[language].flatMap((text) =>
      lintText(text, { language, where: 'bot' }).map(({ rule, found }) => `${rule.name} «${found}»: ${text}`),
    ),
  )
  expect(accused).toEqual([])
})

test('the emergency number may be named, and no other', () => {
  const danger = 'Si hay peligro ahora mismo, llame al 123.'
  expect(lintText(danger, { where: 'bot', emergencyNumber: '123' })).toEqual([])
  expect(lintText(danger, { where: 'bot', emergencyNumber: '112' })[0]?.rule.name).toBe('bounces-to-phone')
  expect(lintText('Llame al 1234567.', { where: 'bot', emergencyNumber: '123' })).toHaveLength(1)
})

test('accents and capitals change nothing', () => {
  for (const text of ['LLÁMENOS AL 018000 123 456', 'llamenos al 018000 123 456']) {
    expect(lintText(text, { where: 'agent' })[0]?.rule.name).toBe('bounces-to-phone')
  }
})
