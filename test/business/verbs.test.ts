import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { facts } from '../../dialogs/facts.ts'
import { VERBS, type VerbSpec } from '../../src/business/business.ts'
import { FIELDS, type FieldName, kindOf, labelsOf } from '../../src/business/fields.ts'
import { REFUSALS } from '../../src/business/refusals.ts'
import type { Vocabulary } from '../../src/turn/dialog/vocabulary.ts'

const verbs: [string, VerbSpec][] = Object.entries(VERBS)
const page = readFileSync('docs/business-verbs.md', 'utf8')

describe.each(verbs)('%s', (name, spec) => {
  test('takes and gives fields that are declared, and leaves out only what it gives', () => {
    for (const field of [...spec.takes, ...Object.keys(spec.gives)]) expect(FIELDS).toHaveProperty(field)
    expect(Object.keys(spec.gives)).toEqual(expect.arrayContaining([...(spec.sometimes ?? [])]))
  })

  test('has words for each of its refusals', () => {
    expect(spec.refuses.filter((reason) => !(reason in REFUSALS))).toEqual([])
  })

  test('is sent again only when a second time does no harm, and shows nothing personal without proof', () => {
    if (!spec.changes) expect(spec.repeatable).toBe(true)
    if (spec.needsProof) expect(spec.takes).toContain('account')
  })

  test('is told in docs/business-verbs.md as it is', () => {
    expect(page).toContain(rowOf(name, spec))
  })
})

test('every refusal is some verb’s', () => {
  const used = new Set(verbs.flatMap(([, spec]) => spec.refuses))
  expect(Object.keys(REFUSALS).filter((reason) => !used.has(reason))).toEqual([])
})

test.each(Object.keys(FIELDS))(
  'the house has a fact for %s, of the same kind and with the same labels',
  (name) => {
    const spec = (facts as Vocabulary)[name]
    expect(spec?.kind).toBe(kindOf(name as FieldName))
    expect(spec?.kind === 'label' ? Object.keys(spec.labels) : undefined).toEqual(labelsOf(name as FieldName))
  },
)

/** A verb's row in the page's tables: what is always given is bold. */
function rowOf(name: string, spec: VerbSpec): string {
  const code = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(' ')
  const gives = Object.keys(spec.gives).map((field) =>
    spec.sometimes?.includes(field) ? `\`${field}\`` : `**\`${field}\`**`,
  )
  const signs = [spec.changes ? 'changes' : 'reads', ...(spec.needsProof ? ['proof'] : [])]
  return `| \`${name}\` | ${spec.says.en} | ${signs.join(', ')} | ${code(spec.takes)} | ${gives.join(' ')} | ${code(spec.refuses)} |`
}
