import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import path from 'node:path'

/** One script a verb, each with what all of them share before it. They are files of the installation, also when the server is bundled. */
const FOLDER = path.join(
  path.dirname(findPackageJSON(import.meta.url) ?? process.cwd()),
  'src/store/redis/lua',
)
const NAMES = ['commit', 'take', 'yield', 'lines', 'page', 'rank', 'mend'] as const
export type ScriptName = (typeof NAMES)[number]

/** The scripts by the name of their command. */
export function readScripts(): Readonly<Record<ScriptName, string>> {
  const read = (name: string) => readFileSync(path.join(FOLDER, `${name}.lua`), 'utf8')
  const shared = read('shared')
  return Object.fromEntries(NAMES.map((name) => [name, `${shared}\n${read(name)}`])) as Record<
    ScriptName,
    string
  >
}
