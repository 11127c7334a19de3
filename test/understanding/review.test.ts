import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { type Lesson, lessonAppend } from '../../src/turn/lessons.ts'
import { type Intents, loadIntents } from '../../src/understanding/intents.ts'
import type { Reading } from '../../src/understanding/recognizer.ts'
import { accept, groupLessons } from '../../src/understanding/review.ts'
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
    expect(groups[1]?.solved).toEqual([{ by: 'asked for a person, or left', count: 1 }])
  })

  test('proposes what the recogniser thinks where nobody came to anything', () => {
    const read = () => ({ ...knowsNothing(), candidates: [{ intent: 'no-internet', score: 0.25 }] })
    const [group] = groupLessons(heard('el aparato parpadea'), { intents: INTENTS, read })
    expect(group?.proposal).toEqual({ kind: 'extend', intent: 'no-internet' })
  })

  test('adds sayings once, and none that holds something masked', () => {
    const [group] = groupLessons(
      [...heard('no venga a la cuenta …', 'cancel-visit'), ...heard('no venga a la cuenta', 'cancel-visit')],
      { intents: INTENTS, read: knowsNothing },
    )
    expect(group).toBeDefined()
    const after = group && accept(INTENTS, group, 'cancel-visit')
    expect(after?.intents[0]?.utterances.es).toEqual(['cancelar la visita', 'no venga a la cuenta'])
    expect(group && accept(after ?? INTENTS, group, 'cancel-visit')).toEqual(after)
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
    await store.commit({ id: 'lessons', append: LESSONS.map(lessonAppend) })
    await store.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const review = (...args: string[]) =>
    execFileSync(
      process.execPath,
      [
        path.join(ROOT, 'src/review.ts'),
        '--data',
        path.join(folder, 'data'),
        '--intents',
        path.join(folder, 'intents'),
        ...args,
      ],
      { encoding: 'utf8', cwd: ROOT },
    )

  test('shows the groups and writes the accepted one to its file, after which it is no longer shown', () => {
    expect(review('--list')).toMatch(/^1\. 3 messages\n {3}es 2× que no venga el instalador\n/)
    expect(review('--accept', '1')).toMatch(/1: written to cancel-visit\.yaml/)
    const text = readFileSync(path.join(folder, 'intents/cancel-visit.yaml'), 'utf8')
    expect(text).toContain('    - que no venga el instalador\n    - el instalador que no venga mañana\n  en:')
    expect(loadIntents(path.join(folder, 'intents')).intents).toHaveLength(2)
    expect(review('--list')).not.toContain('instalador')
  })

  test('refuses a group that is not there', () => {
    expect(() => review('--accept', '99')).toThrow(/There is no group 99/)
  })
})
