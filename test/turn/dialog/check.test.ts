import { describe, expect, test } from '@jest/globals'
import { dialogs } from '../../../dialogs/index.ts'
import { ConfigFault } from '../../../src/errors.ts'
import { defineDialog, defineFacts } from '../../../src/kit.ts'
import { botDesk } from '../../../src/turn/bot-desk.ts'
import { faultsOf } from '../../../src/turn/dialog/check.ts'
import type { AnyStep, Dialog } from '../../../src/turn/dialog/dialog.ts'
import { faultSentence } from '../../../src/turn/dialog/faults.ts'
import { order, toyFacts } from '../../support/toy-dialogs.ts'

const dialogFaults = (dialog: Dialog) => faultsOf(dialog).map((fault) => faultSentence(dialog, fault))

const t = (text: string) => ({ es: text, en: text })
/** `order` with some of its steps replaced, as data that no type has seen. */
const withSteps = (steps: Record<string, unknown>): Dialog => ({
  ...order,
  steps: { ...order.steps, ...(steps as Record<string, AnyStep>) },
})
const step = (name: string, change: Record<string, unknown>): Dialog =>
  withSteps({ [name]: { ...order.steps[name], ...change } })

const house = (list: readonly Dialog[], limits?: Record<string, number>) => () =>
  botDesk({ company: 'Casa', timeZone: 'Europe/Madrid', dialogs: list, ...(limits ? { limits } : {}) })

describe('a dialog at load', () => {
  test('is accepted when it is whole, the house’s own among them', () => {
    expect(dialogs.flatMap(dialogFaults)).toEqual([])
  })

  test.each([
    [
      'leads nowhere',
      step('size', { next: { small: 'find', large: 'nowhere' } }),
      /step size: leads to "nowhere"/,
    ],
    ['has no start', { ...order, start: 'nowhere' }, /starts at "nowhere"/],
    [
      'has a step that nothing leads to',
      withSteps({ lost: { kind: 'done' } }),
      /step lost: nothing leads here/,
    ],
    ['forgets a language', step('done', { text: { es: 'Hecho' } }), /no words in "en"/],
    ['says nothing', step('done', { text: { es: ' ', en: 'Done' } }), /no words in "es"/],
    ['shows an undeclared fact', step('done', { text: t('{secret}') }), /shows \{secret\}/],
    ['has a brace too many', step('done', { text: t('{ref} }') }), /a brace too many/],
    ['asks for a label fact', step('account', { fact: 'size' }), /use a choose step/],
    ['chooses a fact without labels', step('size', { fact: 'plan' }), /use an ask step/],
    ['forgets a label', step('size', { next: { small: 'find' } }), /no step for "large"/],
    [
      'knows a label too many',
      step('size', { next: { small: 'find', large: 'find', huge: 'find' } }),
      /"huge", which/,
    ],
    ['confirms nothing', step('sure', { yes: 'change', no: 'change' }), /yes and no lead to the same step/],
    ['calls an unknown verb', step('find', { verb: 'do-magic' }), /"do-magic" is no verb/],
    [
      'fixes an argument that is no named value',
      step('change', { args: { account: 'account' }, fixed: { endDate: '2026-12-01' } }),
      /"endDate" can't be fixed to "2026-12-01": take it from a fact/,
    ],
    [
      'fixes an argument to a value that the verb does not know',
      step('change', { args: { account: 'account' }, fixed: { complaintAbout: 'weather' } }),
      /"complaintAbout" can't be fixed to "weather": use service, billing/,
    ],
    ['flags an undeclared fact', step('help', { flag: t('{secret}') }), /shows \{secret\}/],
    [
      'forgets an argument',
      step('change', { args: { account: 'account' } }),
      /no step for "endDate"|args has no step for "endDate"/,
    ],
    [
      'forgets a refusal',
      step('find', { refused: { other: 'help' } }),
      /refused has no step for "no-such-account"/,
    ],
    [
      'learns what is not given',
      step('find', { learns: ['size'] }),
      /learns "size", which find-service does not give/,
    ],
    [
      'goes on after a failed call',
      step('change', { failed: 'done' }),
      /failed leads to "done", which is no person step/,
    ],
    ['tells the unknown as done', step('change', { unknown: 'promised' }), /unknown leads to "promised"/],
    ['rejects no question', step('wrong', { question: 'sure' }), /rejects the answer to "sure"/],
    ['promises on no date', step('promised', { due: { on: 'plan' } }), /"plan" is no date fact/],
    ['confirms without a reference', step('promised', { ref: undefined }), /without the company's reference/],
    [
      'talks in a circle',
      withSteps({
        done: { kind: 'say', text: t('a'), next: 'more' },
        more: { kind: 'say', text: t('b'), next: 'done' },
      }),
      /step done: can be reached again without a question/,
    ],
    [
      'is small talk with a question',
      { ...order, aside: 'stays' as const },
      /small talk can't hold a "ask" step/,
    ],
    ['has a bad id', { ...order, id: 'Order_1' }, /not kebab-case/],
  ])('is refused when it %s', (_, dialog, fault) => {
    const faults = dialogFaults(dialog)
    expect(faults.join('\n')).toMatch(fault)
    expect(faults.every((one) => one.startsWith(`dialog ${dialog.id}`))).toBe(true)
  })

  test('tells every fault at once', () => {
    const dialog = withSteps({
      done: { kind: 'done', text: t('{a} {b}') },
      sure: { ...order.steps.sure, yes: 'x', no: 'y' },
    })
    expect(dialogFaults(dialog).length).toBeGreaterThanOrEqual(4)
  })

  test('refuses labels that cannot be told apart, and the label "0", which asks for a person', () => {
    const facts = defineFacts({
      pick: {
        kind: 'label',
        of: 'matter',
        label: t('pick'),
        labels: { a: t('0'), b: t('Uno'), c: t('uno ') },
      },
    })
    const make = () =>
      defineDialog(facts, {
        id: 'pick',
        title: t('Pick'),
        start: 'pick',
        steps: {
          pick: {
            kind: 'choose',
            fact: 'pick',
            text: t('?'),
            again: t('??'),
            next: { a: 'end', b: 'end', c: 'end' },
          },
          end: { kind: 'done' },
        },
      })
    expect(house([make()])).toThrow(ConfigFault)
    expect(house([make()])).toThrow(/two labels read the same[\s\S]*"0", which asks for a person/)
  })

  test('changes its edition when its steps change, and not with its title', () => {
    const again = defineDialog(toyFacts, {
      id: 'a',
      title: t('A'),
      start: 's',
      steps: { s: { kind: 'done' } },
    })
    const renamed = defineDialog(toyFacts, {
      id: 'a',
      title: t('B'),
      start: 's',
      steps: { s: { kind: 'done' } },
    })
    const edited = defineDialog(toyFacts, {
      id: 'a',
      title: t('A'),
      start: 's',
      steps: { s: { kind: 'done', text: t('x') } },
    })
    expect(renamed.edition).toBe(again.edition)
    expect(edited.edition).not.toBe(again.edition)
  })
})

describe('a house', () => {
  test('has one dialog for each id and intent, and one declaration for each fact', () => {
    expect(house([order, order])).toThrow(/two dialogs are called order[\s\S]*starts both/)
    const other = {
      ...order,
      id: 'other',
      intents: ['other'],
      facts: { ...toyFacts, plan: toyFacts.account },
    }
    expect(house([order, other])).toThrow(/declares the fact plan in another way/)
  })

  test('may be stricter than the built-in limits and never looser', () => {
    expect(house([order], { sameQuestion: 2 })().limits.sameQuestion).toBe(2)
    expect(house([order], { sameQuestion: 9 })).toThrow(ConfigFault)
  })
})

describe('the types of the kit', () => {
  test('refuse the usual mistakes before anything runs', () => {
    const done = { kind: 'done' } as const
    const ask = { kind: 'ask', text: t('?'), again: t('??'), next: 'end', refused: 'end' } as const
    const attempts = [
      () =>
        defineDialog(toyFacts, {
          id: 'a',
          title: t('A'),
          // @ts-expect-error no such step
          start: 'nowhere',
          steps: { end: done },
        }),
      () =>
        defineDialog(toyFacts, {
          id: 'a',
          title: t('A'),
          start: 'ask',
          // @ts-expect-error leads nowhere
          steps: { ask: { ...ask, fact: 'plan', next: 'nowhere' }, end: done },
        }),
      () =>
        defineDialog(toyFacts, {
          id: 'a',
          title: t('A'),
          start: 'ask',
          // @ts-expect-error no such fact
          steps: { ask: { ...ask, fact: 'salary' }, end: done },
        }),
      () =>
        defineDialog(toyFacts, {
          id: 'a',
          title: t('A'),
          start: 'ask',
          steps: {
            // @ts-expect-error a label without its step
            ask: { kind: 'choose', fact: 'size', text: t('?'), again: t('??'), next: { small: 'end' } },
            end: done,
          },
        }),
      () =>
        defineDialog(toyFacts, {
          id: 'a',
          title: t('A'),
          start: 'by',
          // @ts-expect-error not every class of the fact
          steps: { by: { kind: 'decide', fact: 'plan', when: { known: 'end', unknown: 'end' } }, end: done },
        }),
      () =>
        defineDialog(toyFacts, {
          id: 'a',
          title: t('A'),
          start: 'end',
          // @ts-expect-error a text in one language
          steps: { end: { kind: 'done', text: { es: 'Hecho' } } },
        }),
      () =>
        defineDialog(toyFacts, {
          id: 'a',
          title: t('A'),
          start: 'call',
          steps: {
            call: {
              kind: 'call',
              verb: 'check-line',
              args: { account: 'account' },
              learns: [],
              trying: t('…'),
              ok: 'end',
              // @ts-expect-error a refusal of the verb without its step
              refused: { other: 'end' },
              failed: 'help',
              unknown: 'help',
            },
            end: done,
            help: { kind: 'person', text: t('…') },
          },
        }),
    ]
    for (const attempt of attempts) expect(house([attempt()])).toThrow(ConfigFault)
  })
})
