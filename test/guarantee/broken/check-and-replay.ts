/**
 * Runs in a copy that is broken, as `node test/guarantee/broken/check-and-replay.ts RULE REPLAYED --json JSON …`: the
 * real command with the rest of the arguments, then the first transcript of that rule on the same build, to the file
 * REPLAYED. In one process: starting one costs more than either.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const [rule, replayed = '', ...rest] = process.argv.splice(2)
process.argv.push(...rest)
await import('../../../src/guarantee/main.ts')

const { checks } = JSON.parse(readFileSync(rest[rest.indexOf('--json') + 1] ?? '', 'utf8')) as {
  checks: { violations: { rule: string; transcript?: string }[] }[]
}
const transcript = checks
  .flatMap(({ violations }) => violations)
  .find((violation) => violation.rule === rule && violation.transcript !== undefined)?.transcript
if (transcript !== undefined) {
  const { replay } = await import('../../../src/guarantee/replay-any.ts')
  writeFileSync(replayed, await replay(transcript))
}
