import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What a proof is about: when one of these changes, it must be proved again. Pages and the checks themselves aren't. */
const CODE = 'src/**/*.ts'
const NOT_THE_TURN = /^src\/(guarantee|web|http|build\.ts)/

/**
 * SHA-256 over what was checked, in hexadecimal: dialogs and intents of `house`, the desk's file, and the code of the
 * turn and all it stands on, under `root`. The same files give the same hash in any folder on any machine.
 */
export function contentHash(root: string, house: string, deskFile: string): string {
  const files = [
    ...found(house, 'dialogs/**/*.ts'),
    ...found(house, 'intents/**/*.yaml'),
    ...found(root, CODE).filter(({ name }) => !NOT_THE_TURN.test(name)),
    { name: 'desk.yaml', file: deskFile },
  ]
  const hash = createHash('sha256')
  for (const { name, file } of files) {
    const content = readFileSync(file)
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function found(folder: string, pattern: string): { name: string; file: string }[] {
  return globSync(pattern, { cwd: folder })
    .map((file) => ({ name: file.split(path.sep).join('/'), file: path.join(folder, file) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
