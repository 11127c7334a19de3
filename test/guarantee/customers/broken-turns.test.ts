import { expect, test } from '@jest/globals'
import { readAsk } from '../../../src/escape/ask.ts'
import { newCounters } from '../../../src/escape/router.ts'
import type { Parts } from '../../../src/guarantee/customers/conversation.ts'
import { simulateCustomers } from '../../../src/guarantee/customers/customers.ts'
import { loadHouse } from '../../../src/guarantee/house.ts'
import { runTurn } from '../../../src/turn/run-turn.ts'
import type { TurnOut } from '../../../src/turn/turn.ts'

const house = await loadHouse('.', 'desk.yaml')

/** The rules that people of this house find broken when parts of it are. */
async function rulesBrokenBy(broken: Partial<Parts>, customers = 150): Promise<string[]> {
  const { violations } = await simulateCustomers({ house, customers, seed: 11, broken })
  return [...new Set(violations.map(({ rule }) => rule))]
}

test('a turn that forgets what was said asks for it twice', async () => {
  const forgets: Parts['turn'] = (turn) => {
    const out = runTurn(turn)
    const frame = out.bot.stack.at(-1)
    const dialog = frame && turn.desk.dialogs.get(frame.dialog)
    if (!frame || !dialog || turn.input.kind !== 'message' || !turn.facts.account) return out
    // Back to the first question, as if nothing were known.
    const asks = dialog.steps[dialog.start]
    if (asks?.kind !== 'ask' || frame.step === dialog.start) return out
    const about = { dialog: dialog.id, step: dialog.start, title: dialog.title.es }
    return {
      ...out,
      bot: { ...out.bot, stack: [...out.bot.stack.slice(0, -1), { ...frame, step: dialog.start }] },
      facts: [{ name: asks.fact, fact: undefined }],
      say: [{ text: asks.text.es, about }],
      next: { kind: 'wait' },
    }
  }
  expect(await rulesBrokenBy({ turn: forgets })).toContain('asked-twice')
})

test('a turn that loses its counters fails people without end', async () => {
  const loses: Parts['turn'] = (turn) => {
    const out = runTurn({ ...turn, bot: { ...turn.bot, counters: newCounters() } })
    return { ...out, bot: { ...out.bot, counters: newCounters() } }
  }
  expect(await rulesBrokenBy({ turn: loses }, 400)).toContain('unbounded-failure')
})

test('a door that drops asks keeps people from a person', async () => {
  const deaf: Parts['readAsk'] = () => 'no'
  const rules = await rulesBrokenBy({ readAsk: deaf })
  expect(rules.filter((rule) => rule === 'asked-not-reached' || rule === 'ask-took-longer')).not.toEqual([])
})

test('a door that hears only some asks is noticed by those who meant one', async () => {
  const hard: Parts['readAsk'] = (text) => (/^0$|operador/.test(text) ? 'no' : readAsk(text))
  const rules = await rulesBrokenBy({ readAsk: hard, audit: hard }, 400)
  expect(rules.filter((rule) => rule === 'asked-not-reached' || rule === 'ask-took-longer')).not.toEqual([])
})

test('a turn that takes an unknown outcome for an ok tells as done what may not be', async () => {
  const hopes: Parts['turn'] = (turn) => {
    const { input } = turn
    if (input.kind !== 'outcome' || input.outcome.kind !== 'unknown') return runTurn(turn)
    const data = { endDate: '2026-12-01', lastCharge: '1 COP', answerBy: '2026-12-01', lineState: 'up' }
    return runTurn({ ...turn, input: { ...input, outcome: { kind: 'ok', ref: 'HOPE-1', data } } })
  }
  expect(await rulesBrokenBy({ turn: hopes }, 1_500)).toContain('unknown-told-as-done')
})

test('a turn that throws, or says nothing, is a fault', async () => {
  const throws: Parts['turn'] = (turn) => {
    if (turn.input.kind === 'message' && /\d{6}/.test(turn.input.text)) throw new Error('no digits, please')
    return runTurn(turn)
  }
  expect(await rulesBrokenBy({ turn: throws })).toContain('turn-fault')
  const silent: Parts['turn'] = (turn): TurnOut => {
    const out = runTurn(turn)
    return out.next.kind === 'wait' && turn.bot.stack.length > 0 ? { ...out, say: [] } : out
  }
  expect(await rulesBrokenBy({ turn: silent })).toContain('unanswered')
})
