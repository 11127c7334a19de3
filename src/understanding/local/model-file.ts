import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { type Example, learnModel, type Model } from './classifier.ts'

/** Counts up with each change of features or training: a model of another edition is learnt again. */
const EDITION = 2

/** What the file holds. It is of our own making, under the installation's own folder. */
interface Kept {
  key: string
  model: Model
}

/**
 * The model of these examples: from the file when it was learnt from the same ones, else learnt now and kept there.
 * A file that can't be read or written costs time and nothing else.
 */
export function learnOrRead(examples: readonly Example[], file?: string): Model {
  if (file === undefined) return learnModel(examples)
  const key = createHash('sha256')
    .update(JSON.stringify([EDITION, examples]))
    .digest('base64url')
  const kept = read(file)
  if (kept?.key === key) return ofItsOwn(kept.model)
  const model = learnModel(examples)
  keep(file, { key, model })
  return model
}

/** What is read looks into the bytes of the file here and there, and would hold all of them for as long as it is there. */
function ofItsOwn(model: Model): Model {
  const { matrix, seen, labels } = model.weights
  return {
    ...model,
    rowIds: model.rowIds.slice(),
    weights: { labels, matrix: matrix.slice(), seen: seen.slice() },
  }
}

function read(file: string): Kept | undefined {
  try {
    return deserialize(readFileSync(file)) as Kept
  } catch {
    return undefined
  }
}

function keep(file: string, kept: Kept): void {
  const fresh = `${file}.${process.pid}.new`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(fresh, serialize(kept))
    renameSync(fresh, file)
  } catch {
    // A read-only folder: the next start learns again.
  }
}
