import { describe, expect, test } from '@jest/globals'
import { checkHouse } from '../../../src/guarantee/static/check-house.ts'
import { botDesk } from '../../../src/turn/bot-desk.ts'
import type { AnyStep, Dialog } from '../../../src/turn/dialog/dialog.ts'
import { order } from '../../support/toy-dialogs.ts'

const t = (es: string, en = es) => ({ es, en })
const withSteps = (steps: Record<string, unknown>): Dialog => ({
  ...order,
  steps: { ...order.steps, ...(steps as Record<string, AnyStep>) },
})
const step = (name: string, change: Record<string, unknown>): Dialog =>
  withSteps({ [name]: { ...order.steps[name], ...change } })

function found(dialog: Dialog) {
  const desk = botDesk({ company: 'Casa', timeZone: 'Europe/Madrid', dialogs: [dialog] })
  return checkHouse({ desk, files: { order: 'dialogs/order.ts' } }).violations
}

/** `step rule`, and the text where there is one. */
const places = (dialog: Dialog) =>
  found(dialog).map(({ rule, where }) =>
    [where.step ?? '', rule, where.text ?? ''].filter((part) => part !== '').join(' '),
  )

test('a whole dialog breaks nothing', () => {
  expect(found(order)).toEqual([])
})

describe('a dialog is told when it', () => {
  test.each<[string, Dialog, string]>([
    ['drops a failure step', step('change', { failed: undefined }), 'change missing-branch'],
    [
      'says "llámenos al…"',
      step('end', { text: t('Llámenos al 018000 123 456.', 'All right.') }),
      'end bounces-to-phone text.es',
    ],
    [
      'shows a fact that a call may leave out',
      withSteps({
        find: {
          ...order.steps.find,
          learns: ['plan', 'endDate'],
          refused: {
            'no-such-account': 'wrong',
            'already-cancelled': 'told',
            other: 'help',
          },
        },
        told: { kind: 'done', text: t('Era {plan}.') },
      }),
      'told unknown-fact text.es/en',
    ],
    [
      'asks again what is already known, and so goes round by calls alone',
      step('find', { refused: { ...(order.steps.find as { refused: object }).refused, other: 'account' } }),
      'account unbounded-loop',
    ],
    [
      'cannot end',
      withSteps({
        end: { kind: 'confirm', text: t('¿Otra vez?'), again: t('¿Sí o no?'), yes: 'more', no: 'end' },
        more: { kind: 'say', text: t('Sigo.'), next: 'end' },
      }),
      'end no-way-out',
    ],
    [
      'promises without a promise step',
      step('end', { text: t('Le llamaremos mañana.', 'All right.') }),
      'end promises text.es',
    ],
    [
      'promises a person where nobody has a case',
      step('end', { text: t('De acuerdo.', 'A technician will call you.') }),
      'end promises-a-person text.en',
    ],
    [
      'tells the unconfirmed as done',
      step('end', { text: t('Su servicio queda cancelado.', 'All right.') }),
      // "Already cancelled" leads here as well as a plain no.
      'end done-unconfirmed text.es',
    ],
    [
      'tells what was done without its reference',
      step('done', { text: t('Su pedido queda confirmado.', 'Your order is confirmed.') }),
      'done done-without-reference text.es',
    ],
    [
      'argues',
      step('sure', { again: t('¿Está seguro de que lo quiere?', 'Yes or no?') }),
      'sure argues again.es',
    ],
    ['sells', step('end', { text: t('Antes de irse, mire esto.', 'All right.') }), 'end sells text.es'],
    [
      'is longer than a channel carries',
      step('end', { text: t('x'.repeat(1_100), 'All right.') }),
      'end too-long text.es',
    ],
    [
      'asks for what the bot cannot read',
      step('account', { fact: 'endDate', known: undefined }),
      'change unknown-fact',
    ],
    [
      'has a button that asks for a person when it is typed',
      step('sure', { labels: { yes: t('Un agente'), no: t('No') } }),
      'sure label-asks-for-person labels.yes.es',
    ],
    [
      'has a button longer than a list carries',
      step('sure', { labels: { yes: t(`Sí, ${'x'.repeat(80)}`), no: t('No') } }),
      'sure label-too-long labels.yes.es',
    ],
  ])('%s', (_, dialog, expected) => {
    expect(places(dialog)).toContain(expected)
  })
})

test('a violation says where it is, what is wrong and what to change', () => {
  const [violation] = found(step('end', { text: t('Llámenos al 018000 123 456.', 'All right.') }))
  expect(violation).toEqual({
    rule: 'bounces-to-phone',
    where: { file: 'dialogs/order.ts', dialog: 'order', step: 'end', text: 'text.es' },
    what: 'says "llámenos". It sends the customer to a telephone.',
    fix: expect.stringContaining('hand over to a person'),
  })
})

test('a loop that no counter ends is told: a limit that is no number bounds nothing', () => {
  const desk = botDesk({ company: 'Casa', timeZone: 'Europe/Madrid', dialogs: [order] })
  const loose = { ...desk, limits: { ...desk.limits, loops: Number.POSITIVE_INFINITY } }
  const { violations, figures } = checkHouse({ desk: loose, files: {} })
  expect(violations.map(({ rule }) => rule)).toContain('unbounded-loop')
  expect(figures.loops).toBeGreaterThan(0)
})

test('an intent that nobody answers, and a dialog that nobody can begin, are told', () => {
  const desk = botDesk({ company: 'Casa', timeZone: 'Europe/Madrid', dialogs: [order] })
  const none = { es: [], en: [] }
  const intents = {
    intents: [{ id: 'stray', utterances: { es: ['algo'], en: ['thing'] }, nearMisses: none }],
    outOfScope: none,
  }
  const rules = checkHouse({ desk, files: {}, intents }).violations.map(({ rule }) => rule)
  expect(rules).toEqual(['missing-intent', 'stray-intent'])
})
