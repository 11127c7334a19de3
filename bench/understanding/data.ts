import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Example } from '../../src/understanding/local/classifier.ts'

/** Public data sets, read from a folder that the caller names. None of them is part of the repository. */

const clincShape = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])))

export interface Split {
  train: Example[]
  /** What the threshold is set on, where the set has a part for that: in scope and not. */
  validation?: Example[]
  /** In-scope tests. */
  test: Example[]
  /** Tests of no intent. */
  outOfScope: Example[]
}

/** CLINC150 (`clinc150/data_full.json`): its three parts, each with out-of-scope texts of its own. */
export function clinc150(folder: string): Split | undefined {
  const file = join(folder, 'clinc150', 'data_full.json')
  if (!existsSync(file)) return undefined
  const parts = clincShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  const of = (...names: string[]): Example[] =>
    names.flatMap((name) =>
      (parts[name] ?? []).map(([text, label]) => ({ text, label: label === 'oos' ? undefined : label })),
    )
  return {
    train: of('train', 'oos_train'),
    validation: of('val', 'oos_val'),
    test: of('test'),
    outOfScope: of('oos_test'),
  }
}

/** BANKING77 (`banking77/train.csv`, `test.csv`). It has no out-of-scope texts. */
export function banking77(folder: string): Split | undefined {
  const file = (name: string): string => join(folder, 'banking77', `${name}.csv`)
  if (!existsSync(file('train'))) return undefined
  const of = (name: string): Example[] =>
    csv(readFileSync(file(name), 'utf8'))
      .slice(1)
      .map(([text = '', label = '']) => ({ text, label }))
  return { train: of('train'), test: of('test'), outOfScope: [] }
}

export interface AskSet {
  name: string
  texts: string[]
  /** `undefined`: a reader may label it either way. */
  asks: boolean | undefined
}

/** Utterances that ask for a person and ones that only look like it (`escape/*.tsv`, first column). */
export function askSets(folder: string): AskSet[] {
  const sets = join(folder, 'escape')
  if (!existsSync(sets)) return []
  return readdirSync(sets)
    .filter((name) => /^(es|en)_.*ask_human\.tsv$/.test(name))
    .sort()
    .map((name) => ({
      name: name.replace('.tsv', ''),
      texts: readFileSync(join(sets, name), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t')[0] ?? ''),
      asks: name.includes('borderline') ? undefined : !name.includes('not_ask'),
    }))
}

/** Bitext's customer support sample (`bitext/*.csv`) without the two intents that ask for a person or a service. */
export function bitextOrdinary(folder: string): string[] {
  const file = join(folder, 'bitext', 'bitext_customer_service_8k_clean.csv')
  if (!existsSync(file)) return []
  return csv(readFileSync(file, 'utf8'))
    .slice(1)
    .filter(([, , , intent]) => intent !== 'contact_human_agent' && intent !== 'contact_customer_service')
    .map(([, text = '']) => text)
}

/** Bitext with its intents: every fifth utterance is a test. */
export function bitext(folder: string): Split | undefined {
  const file = join(folder, 'bitext', 'bitext_customer_service_8k_clean.csv')
  if (!existsSync(file)) return undefined
  const all = csv(readFileSync(file, 'utf8'))
    .slice(1)
    .map(([, text = '', , label = '']) => ({ text, label }))
  return {
    train: all.filter((_, index) => index % 5 !== 0),
    test: all.filter((_, index) => index % 5 === 0),
    outOfScope: [],
  }
}

/** Comma-separated values with quoted fields, in which a quote is doubled and lines may break. */
function csv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}
