import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What a plea for a person must not depend on, by path from the root of the sources. */
export const BOT: readonly RegExp[] = [
  /^dialogs\//,
  /^src\/kit\.ts$/,
  // Words, languages and entities are plain reading; what recognises intents is the bot's.
  /^src\/understanding\/(recognizer|intents)\.ts$/,
  /^src\/understanding\/(local|clu)\//,
  /^src\/escape\/(router|limits)\.ts$/,
  // Its turn, its state, and all that runs or carries it out.
  /^src\/turn\/(run-turn|bot-desk|bot|load-bot|worker|caller|next-input|turn-change|settle)\.ts$/,
  /^src\/turn\/dialog\//,
  /^src\/business\//,
]

/** Where asks are read and become cases. */
export const INTAKE: readonly string[] = [
  'src/turn/intake.ts',
  'src/turn/reception.ts',
  'src/escape/ask.ts',
  'src/cases/opening.ts',
]

/**
 * The ways by which intake gets to code of the bot: `src/turn/intake.ts -> … -> src/turn/run-turn.ts`, one for each
 * module of the bot that it reaches. Types are gone before anything runs, so they may pass.
 */
export function waysToBot(root: string): string[] {
  return INTAKE.flatMap((start) => {
    const from = new Map<string, string>([[start, '']])
    for (const file of from.keys()) {
      for (const to of importsOf(root, file)) if (!from.has(to)) from.set(to, file)
    }
    return [...from.keys()]
      .filter((file) => BOT.some((bot) => bot.test(file)))
      .map((file) => wayTo(file, from))
  })
}

function wayTo(file: string, from: ReadonlyMap<string, string>): string {
  const before = from.get(file)
  return before ? `${wayTo(before, from)} -> ${file}` : file
}

/** `import … from`, `export … from`, `import '…'` and `import('…')`, without those of types alone. */
const IMPORTS =
  /(?:^|[;\n])\s*(?:import|export)\s(?!type\s)(?:[^'"`;]*?\sfrom\s*)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/g

function importsOf(root: string, file: string): string[] {
  const full = path.join(root, file)
  if (!existsSync(full)) return []
  return [...readFileSync(full, 'utf8').matchAll(IMPORTS)].map(([, named = '', onDemand = '']) =>
    path.posix.join(path.posix.dirname(file), named || onDemand),
  )
}
