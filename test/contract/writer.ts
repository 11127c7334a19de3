/**
 * A process for the store's contract to kill: opens the store by the given module's `open(...)` and writes for ever,
 * telling on stdout what was acknowledged, one number a line.
 *
 *     node test/contract/writer.ts <module> <argument as JSON>
 */
import { pathToFileURL } from 'node:url'
import type { Store } from '../../src/store/store.ts'

const [modulePath = '', argument = 'null'] = process.argv.slice(2)
const { open } = (await import(pathToFileURL(modulePath).href)) as { open(argument: unknown): Promise<Store> }
const store = await open(JSON.parse(argument))

async function write(n: number): Promise<void> {
  const result = await store.commit({
    id: `change-${n}`,
    put: [{ key: `case/${n}`, expect: 0, schema: 1, body: `{"n":${n}}`, terms: [['queue/all', n]] }],
    append: [{ log: 'conversation/c', body: String(n), once: `in/${n}`, wake: 'inputs' }],
    unique: [{ name: `open-case/${n}`, owner: `case/${n}` }],
  })
  if (result.outcome === 'committed') process.stdout.write(`${n}\n`)
}

async function writer(first: number, step: number): Promise<void> {
  for (let n = first; ; n += step) await write(n)
}

await Promise.all([0, 1, 2, 3].map((first) => writer(first, 4)))
