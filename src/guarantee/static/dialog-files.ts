import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const DECLARED = /\bdefineDialog\s*\([\s\S]*?\bid:\s*['"]([^'"]+)['"]/g

/**
 * The file of each dialog, by the dialog's id, as its source says: `dialogs/cancel-service.ts`. Read from the sources
 * of the installation, so that a bundle names the same files as they do; without them a dialog has no file to name.
 */
export function dialogFiles(root: string): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of sourcesIn(join(root, 'dialogs'))) {
    const source = readFileSync(join(root, 'dialogs', name), 'utf8')
    for (const [, id] of source.matchAll(DECLARED)) if (id !== undefined) files[id] = `dialogs/${name}`
  }
  return files
}

function sourcesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
  } catch {
    return []
  }
}
