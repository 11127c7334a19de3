import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })].sort()
const read = (path: string) => readFileSync(join(root, path), 'utf8')

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((found) => found[1] ?? '')
}

/** As GitHub makes the anchor of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-')
}

describe.each(pages)('%s', (page) => {
  const text = read(page)

  test('links only to files and headings that exist', () => {
    const broken = all(text, /\]\(([^)\s]+)\)/g)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [path = '', heading] = link.split('#')
        const target = path === '' ? page : relative(root, join(root, dirname(page), path))
        if (!existsSync(join(root, target))) return true
        return (
          heading !== undefined &&
          !all(read(target), /^#+ (.+)$/gm)
            .map(anchor)
            .includes(heading)
        )
      })
    expect(broken).toEqual([])
  })

  test('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = all(text, /(?:^|`|&& )npm (?:run )?([a-z][a-z:-]*)/gm).filter(
      (name) => !['ci', 'install'].includes(name),
    )
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  test('names only files and folders that exist', () => {
    // A heading names what the reader is about to make.
    const prose = text.replace(/^#.*$/gm, '')
    const named = all(
      prose,
      /`((?:src|test|dialogs|intents|bench|docs)\/[^`\s]*|desk\.yaml|\.env\.example)`/g,
    )
    const missing = named.filter((path) => globSync(path.replace(/\/$/, ''), { cwd: root }).length === 0)
    expect(missing).toEqual([])
  })
})

test('the settings of .env.example and of the operating page are the same', () => {
  const example = all(read('.env.example'), /^(?:# ?)?([A-Za-z][A-Za-z0-9_]*)=/gm)
  const settings = /\n## Settings\n(.*?)\n## /s.exec(read('docs/operating.md'))?.[1] ?? ''
  const documented = settings
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((row) => all(row.split('|')[1] ?? '', /`([A-Za-z][A-Za-z0-9_]*)`/g))
  expect(documented.sort()).toEqual(example.sort())
})

test('the index of decisions lists every page', () => {
  const listed = all(read('docs/decisions/README.md'), /\]\(([a-z-]+\.md)\)/g)
  const written = globSync('docs/decisions/*.md', { cwd: root })
    .map((path) => path.slice('docs/decisions/'.length))
    .filter((name) => name !== 'README.md')
  expect(listed.sort()).toEqual(written.sort())
})
