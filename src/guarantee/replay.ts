import { readFileSync } from 'node:fs'
import { replay } from './replay-any.ts'

/** `node src/guarantee/replay.ts FILE`: plays a transcript on this build and prints what comes of it. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new SyntaxError('name the file of the transcript')
  process.stdout.write(`${await replay(readFileSync(file, 'utf8'))}\n`)
}

await main(process.argv[2])
