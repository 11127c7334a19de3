import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Plugin } from 'esbuild'
import { bundleServer } from '../support/bundle-server.ts'
import { isOnMessagePath, withFailpoints } from './awaits.ts'

const ROOT = join(import.meta.dirname, '../..')
const MODEL = 'dist/intents.model'
const SCRIPTS = 'src/store/redis/lua'
/** What an installation reads besides its own code. */
const LINKED = ['node_modules', 'intents', 'dialogs', 'package.json']

/** A fault that is put into the product: `text` must stand exactly once in the file, so that it can't rot. */
export interface Break {
  file: string
  text: string
  by: string
}

/** What would take half of a short run, shortened in every build. */
const SHORTENED: readonly Break[] = [
  {
    file: 'src/turn/sender.ts',
    text: 'const CONFIRMED_WITHIN_MS = 30_000',
    by: 'const CONFIRMED_WITHIN_MS = 3_000',
  },
]

/** An installation of the product as a run starts it: bundled, with a failpoint at every await of the message path. */
export interface Installation {
  folder: string
  /** What each server runs. */
  script: string
  /** Where it can be made to fail, as `file:line`. */
  places: readonly string[]
  remove(): void
}

/**
 * Bundles the run's server with its breaks and failpoints, in a folder of its own. Throws when a text to be broken isn't
 * there once.
 */
export async function install(breaks: readonly Break[] = []): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'escotilla-chaos-build-'))
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(folder, name))
  mkdirSync(join(folder, 'dist'))
  // One that is not there yet is learnt by the first server, for all.
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  symlinkSync(join(ROOT, MODEL), join(folder, MODEL))
  cpSync(join(ROOT, SCRIPTS), join(folder, SCRIPTS), { recursive: true })
  for (const file of new Set(breaks.map((one) => one.file))) {
    const text = broken(file, breaks)
    if (file.endsWith('.lua')) writeFileSync(join(folder, file), text)
  }
  const places = new Set<string>()
  const script = await bundleServer(join(import.meta.dirname, 'server.ts'), folder, [
    sourcesWith(breaks, places),
  ])
  return {
    folder,
    script,
    places: [...places],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Puts the breaks and the failpoints into sources as they are bundled. */
function sourcesWith(breaks: readonly Break[], places: Set<string>): Plugin {
  return {
    name: 'breaks and failpoints',
    setup(esbuild) {
      esbuild.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const file = relative(ROOT, path)
        const isBroken = breaks.some((one) => one.file === file)
        if (!isOnMessagePath(file))
          return isBroken ? { contents: broken(file, breaks), loader: 'ts' } : undefined
        const pointed = isBroken ? withFailpoints(file, broken(file, breaks)) : pointedOnce(file)
        for (const place of pointed.places) places.add(place)
        return { contents: pointed.text, loader: 'ts' }
      })
    },
  }
}

const pointed = new Map<string, ReturnType<typeof withFailpoints>>()

/** Several builds are made of the same sources. */
function pointedOnce(file: string): ReturnType<typeof withFailpoints> {
  const known = pointed.get(file) ?? withFailpoints(file, broken(file, []))
  pointed.set(file, known)
  return known
}

function broken(file: string, breaks: readonly Break[]): string {
  return [...SHORTENED, ...breaks]
    .filter((one) => one.file === file)
    .reduce(
      (source, { text, by }) => {
        const parts = source.split(text)
        if (parts.length !== 2) {
          throw new Error(
            `${file} holds this ${parts.length - 1} times, once is meant; mend the build:\n${text}`,
          )
        }
        return parts.join(by)
      },
      readFileSync(join(ROOT, file), 'utf8'),
    )
}
