import type { CheckResult, House } from '../../../src/guarantee/check.ts'
import type { Check } from '../../../src/guarantee/checks.ts'
import { type RunOptions, runChecks } from '../../../src/guarantee/run.ts'
import { type Dialog, defineDialog, defineFacts } from '../../../src/kit.ts'
import { botDesk } from '../../../src/turn/bot-desk.ts'

/** Words that would break out of a page that doesn't escape them. */
export const HOSTILE = `</title></span><script>window.hacked = true</script><img src="http://evil.example/x.png" onerror="window.hacked = true"> & "'`

const facts = defineFacts({
  account: { kind: 'account', of: 'customer', label: { es: 'Número de cuenta', en: 'Account number' } },
})

/** A dialog of three steps; `words` are what its first question says. */
export function smallDialog(words = 'Account number?', id = 'move-house'): Dialog {
  const texts = { es: `ES ${words}`, en: `EN ${words}` }
  return defineDialog(facts, {
    id,
    title: texts,
    start: 'account',
    steps: {
      account: {
        kind: 'ask',
        fact: 'account',
        text: texts,
        again: texts,
        next: 'thanks',
        refused: 'handOver',
      },
      thanks: { kind: 'done', text: { es: 'Gracias, {account}.', en: 'Thanks, {account}.' } },
      handOver: { kind: 'person', text: { es: 'Sigue una persona.', en: 'A person goes on.' } },
    },
  })
}

export function houseOf(...dialogs: Dialog[]): House {
  return {
    desk: botDesk({ company: 'Fibra Andina', timeZone: 'America/Bogota', dialogs }),
    files: Object.fromEntries(dialogs.map(({ id }) => [id, `dialogs/${id}.ts`])),
  }
}

/** A check that finds what it is told. */
export function checkThat(name: string, finds: Partial<CheckResult> = {}): Check {
  return {
    name,
    title: { es: `Revisión ${name}`, en: `Check ${name}` },
    promises: ['G1', 'G2'],
    run: () => ({
      name,
      claim: { es: `Lo que sostiene ${name}.`, en: `What ${name} holds.` },
      figures: { states: 12_345 },
      violations: [],
      ...finds,
    }),
  }
}

/** A run at a fixed moment that takes no time. */
export function runAt(asked: Partial<RunOptions> = {}): RunOptions {
  return {
    version: '0.1.0',
    contentHash: 'ab'.repeat(32),
    only: [],
    customers: 0,
    seed: 1,
    folder: '.',
    deskFile: 'desk.yaml',
    clock: { now: () => Date.UTC(2026, 10, 22, 15), sleep: () => Promise.resolve() },
    elapsed: () => 0,
    ...asked,
  }
}

export function reportOf(house: House, checks: readonly Check[], asked: Partial<RunOptions> = {}) {
  return runChecks(house, checks, runAt(asked))
}
