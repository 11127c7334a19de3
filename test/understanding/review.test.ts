import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startCommands } from '../../src/control/obey.ts'
import { holdStill, openEmbedded } from '../../src/store/embedded/open.ts'
import { type Lesson, lessonAppend } from '../../src/turn/lessons.ts'
import { askAbout } from '../../src/understanding/commands/review-groups.ts'
import { writeIntents } from '../../src/understanding/intent-files.ts'
import { type Intents, loadIntents } from '../../src/understanding/intents.ts'
import type { Reading } from '../../src/understanding/recognizer.ts'
import { accept, groupLessons, readTarget, type Target } from '../../src/understanding/review.ts'
import { ManualClock } from '../support/manual-clock.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const INTENTS: Intents = {
  intents: [
    {
      id: 'cancel-visit',
      utterances: { es: ['cancelar la visita'], en: [] },
      nearMisses: { es: [], en: [] },
    },
    { id: 'no-internet', utterances: { es: ['no tengo internet'], en: [] }, nearMisses: { es: [], en: [] } },
  ],
  outOfScope: { es: ['quiero una pizza'], en: [] },
}
const knowsNothing = (): Reading => ({
  intent: undefined,
  candidates: [],
  entities: [],
  language: undefined,
  by: 'test',
})

let ids = 0
function heard(text: string, intent?: string, language: 'es' | 'en' = 'es'): Lesson[] {
  ids += 1
  const id = `lesson-${ids}`
  const said: Lesson = { kind: 'heard', id, at: 0, why: 'unmatched', language, text }
  return intent === undefined ? [said] : [said, { kind: 'solved', id, by: { kind: 'intent', intent } }]
}

const LESSONS = [
  ...heard('el aparato parpadea rojo'),
  ...heard('que no venga el instalador', 'cancel-visit'),
  ...heard('Que NO venga el instalador!', 'cancel-visit'),
  ...heard('el instalador que no venga mañana', 'no-internet'),
  ...heard('no tengo internet', 'no-internet'),
  ...heard('quiero una pizza'),
]

describe('the review', () => {
  const groups = groupLessons(LESSONS, { intents: INTENTS, read: knowsNothing })

  test('groups what says the same, most frequent first, without what intents hold already', () => {
    expect(groups.map(({ count, sayings }) => [count, sayings.map(({ text }) => text)])).toEqual([
      [3, ['que no venga el instalador', 'el instalador que no venga mañana']],
      [1, ['el aparato parpadea rojo']],
    ])
  })

  test('proposes what customers turned out to want, else a new intent', () => {
    expect(groups.map(({ proposal }) => proposal)).toEqual([
      { kind: 'extend', intent: 'cancel-visit' },
      { kind: 'new', intent: 'parpadea-aparato' },
    ])
    expect(groups[0]?.solved).toEqual([
      { by: 'cancel-visit', count: 2 },
      { by: 'no-internet', count: 1 },
    ])
    expect(groups[1]?.solved).toEqual([{ by: 'left, or the case is not resolved', count: 1 }])
  })

  test('counts what agents resolved it as, in titles of its language, over the reason why the bot called them', () => {
    const resolved = (text: string, outcome: string, language: 'es' | 'en' = 'es'): Lesson[] => {
      const said = heard(text, undefined, language)
      return [
        ...said,
        { kind: 'solved', id: said[0]?.id ?? '', by: { kind: 'person', reason: 'unmatched' } },
        { kind: 'solved', id: said[0]?.id ?? '', by: { kind: 'agent', outcome, rootCause: 'billing' } },
      ]
    }
    const endings = {
      outcomes: [{ name: 'adjusted', title: { es: 'Ajuste en la factura', en: 'Bill adjusted' } }],
      rootCauses: [{ name: 'billing', title: { es: 'Error de cobro', en: 'Wrong charge' } }],
    }
    const groups = groupLessons(
      [
        ...resolved('me facturaron dos bombillos', 'adjusted'),
        ...resolved('me facturaron dos bombillos', 'adjusted'),
        ...resolved('me facturaron dos bombillos', 'gone-from-desk'),
        ...resolved('billed for two bulbs', 'adjusted', 'en'),
      ],
      { intents: INTENTS, read: knowsNothing, endings },
    )
    expect(groups.map(({ solved }) => solved)).toEqual([
      [
        { by: 'solved by a person: Ajuste en la factura (Error de cobro)', count: 2 },
        { by: 'solved by a person: gone-from-desk (Error de cobro)', count: 1 },
      ],
      [{ by: 'solved by a person: Bill adjusted (Wrong charge)', count: 1 }],
    ])
    // Nobody came to an intent: an ending of the desk is none.
    expect(groups[0]?.proposal.kind).toBe('new')
  })

  test('proposes what the recogniser thinks where nobody came to anything', () => {
    const read = () => ({ ...knowsNothing(), candidates: [{ intent: 'no-internet', score: 0.25 }] })
    const [group] = groupLessons(heard('el aparato parpadea'), { intents: INTENTS, read })
    expect(group?.proposal).toEqual({ kind: 'extend', intent: 'no-internet' })
  })

  test('what one of two customers went on to is another matter of theirs', () => {
    const [group] = groupLessons(
      [...heard('venden bombillos'), ...heard('venden bombillos', 'cancel-visit')],
      {
        intents: INTENTS,
        read: knowsNothing,
      },
    )
    expect(group?.proposal).toEqual({ kind: 'new', intent: 'bombillos-venden' })
  })

  const masked = groupLessons(
    [
      ...heard('a la cuenta […] que no venga', 'cancel-visit'),
      ...heard('no venga a la cuenta', 'cancel-visit'),
    ],
    { intents: INTENTS, read: knowsNothing },
  )
  const to = (said: string): Target => readTarget(said) ?? { as: 'out-of-scope' }

  test('adds sayings once, and none that holds something masked', () => {
    const [group] = masked
    if (!group) throw new Error('there is a group')
    const after = accept(INTENTS, group, to('cancel-visit'))
    expect(after).toMatchObject({ added: 1, masked: 1 })
    expect(after.intents.intents[0]?.utterances.es).toEqual(['cancelar la visita', 'no venga a la cuenta'])
    expect(accept(after.intents, group, to('cancel-visit'))).toMatchObject({
      added: 0,
      intents: after.intents,
    })
  })

  test('adds them to what only resembles an intent, or to what the bot does not do, beside what is there', () => {
    const [group] = masked
    if (!group) throw new Error('there is a group')
    expect(accept(INTENTS, group, to('near:cancel-visit')).intents.intents[0]?.nearMisses.es).toEqual([
      'no venga a la cuenta',
    ])
    expect(accept(INTENTS, group, to('none')).intents.outOfScope.es).toEqual([
      'quiero una pizza',
      'no venga a la cuenta',
    ])
  })

  test.each(['None', 'Cancel Visit', '../../cancel', 'near:none', ''])(
    '"%s" is no name of an intent',
    (said) => {
      expect(readTarget(said)).toBeUndefined()
    },
  )
})

describe('a review in a terminal', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'escotilla-review-'))
    writeIntents(folder, INTENTS)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Answers the questions in order; the input ends behind them. */
  async function review(lessons: readonly Lesson[], ...answers: string[]) {
    const [input, output] = [new PassThrough(), new PassThrough()]
    let shown = ''
    output.on('data', (part: Buffer) => {
      shown += part.toString('utf8')
      if (!shown.endsWith(': ')) return
      shown += '\n'
      const next = answers.shift()
      if (next === undefined) input.end()
      else input.write(`${next}\n`)
    })
    const groups = groupLessons(lessons, { intents: loadIntents(folder), read: knowsNothing })
    const summary = await askAbout(groups, folder, { input, output })
    return { shown, summary: summary.split('\n')[0] }
  }

  test('what the bot does not do is added to the background, which keeps what it had', async () => {
    const { shown } = await review(heard('quiero un barco'), 'none')
    expect(shown).toContain('written to none.yaml')
    expect(loadIntents(folder).outOfScope.es).toEqual(['quiero una pizza', 'quiero un barco'])
  })

  test('a name that can not be is asked for again, and a new one only made when that is meant', async () => {
    const { shown, summary } = await review(heard('no venga'), 'NONE', 'cancel-vist', 'n', 'cancel-visit')
    expect(shown).toContain(`"NONE" can't be`)
    expect(shown).toContain('"cancel-vist" is no intent yet')
    expect(summary).toBe('1 of 1 groups accepted')
    expect(loadIntents(folder).intents.map(({ id }) => id)).toEqual(['cancel-visit', 'no-internet'])
  })

  test('what is masked is accepted in other words', async () => {
    const said = heard('vivo en la […] y no hay internet', 'no-internet')
    const { shown } = await review(said, '', 'e', 'en mi casa no hay internet', '')
    expect(shown).toContain('nothing written; left out: 1 with something masked')
    expect(loadIntents(folder).intents[1]?.utterances.es).toContain('en mi casa no hay internet')
  })

  test('the end of the input ends the review', async () => {
    const { summary } = await review([...heard('quiero un barco'), ...heard('venden bombillos')])
    expect(summary).toBe('0 of 2 groups accepted')
  })
})

describe('npm run intents:review', () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'escotilla-review-'))
    // A few of the house's: the command learns them anew each time it runs.
    for (const name of ['cancel-visit', 'no-internet', 'none'])
      cpSync(path.join(ROOT, `intents/${name}.yaml`), path.join(folder, `intents/${name}.yaml`))
    const store = openEmbedded({ folder: path.join(folder, 'data'), clock: new ManualClock() })
    const resolved: Lesson = {
      kind: 'solved',
      id: LESSONS[0]?.id ?? '',
      by: { kind: 'agent', outcome: 'informed', rootCause: 'service' },
    }
    await store.commit({ id: 'lessons', append: [...LESSONS, resolved].map(lessonAppend) })
    await store.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const command = (args: readonly string[]) => [
    path.join(ROOT, 'src/review.ts'),
    '--data',
    path.join(folder, 'data'),
    '--intents',
    path.join(folder, 'intents'),
    ...args,
  ]
  const review = (...args: string[]) =>
    execFileSync(process.execPath, command(args), { encoding: 'utf8', cwd: ROOT })

  test('shows the groups and writes the accepted one to its file, after which it is no longer shown', () => {
    expect(review('--list')).toMatch(/^1\. 3 messages\n {3}es 2× que no venga el instalador\n/)
    expect(review('--accept', '1')).toMatch(/1: written to cancel-visit\.yaml/)
    const text = readFileSync(path.join(folder, 'intents/cancel-visit.yaml'), 'utf8')
    expect(text).toContain('    - que no venga el instalador\n    - el instalador que no venga mañana\n  en:')
    expect(loadIntents(path.join(folder, 'intents')).intents).toHaveLength(2)
    expect(review('--list')).not.toContain('instalador')
  })

  test('reads from the server that has the store, which goes on', async () => {
    const data = path.join(folder, 'data')
    const store = openEmbedded({ folder: data, clock: new ManualClock() })
    const server = await startCommands({
      folder: data,
      store,
      ids: { next: () => 'id' },
      by: 'server',
      holdStill: () => holdStill(store),
    })
    try {
      const { stdout } = await promisify(execFile)(process.execPath, command(['--list']), { cwd: ROOT })
      expect(stdout).toContain('el aparato parpadea rojo')
      expect(stdout).toContain('solved by a person: Se dio la información (Falla del servicio) 1\n')
    } finally {
      await server?.close()
      await store.close()
    }
  })

  test('refuses a group that is not there', () => {
    expect(() => review('--accept', '99')).toThrow(/There is no group 99/)
  })
})
