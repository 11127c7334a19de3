import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import type { Plugin } from 'esbuild'
import { bundleServer } from '../support/bundle-server.ts'
import { isOnMessagePath, withFailpoints } from './awaits.ts'

const ROOT = join(import.meta.dirname, '../..')
const MODEL = 'dist/intents.model'
const SCRIPTS = 'src/store/redis/lua'
/** What an installation reads besides its own code. */
const LINKED = ['node_modules', 'intents', 'dialogs', 'package.json']

/** A change of the product's text: `text` must stand exactly once in the file, so that it can't rot. */
export interface Change {
  file: string
  text: string
  by: string
}

/**
 * A build that is broken on purpose. In TypeScript `BROKEN` stands for whether this build is the one that runs: all of
 * them are bundled at once, with the faults of the others out. A script of Redis is changed as it is.
 */
export interface Build {
  name: string
  breaks: readonly Change[]
}

/** What would take half of a short run, shortened in every build. */
const SHORTENED: readonly Change[] = [
  {
    file: 'src/turn/sender.ts',
    text: 'const CONFIRMED_WITHIN_MS = 30_000',
    by: 'const CONFIRMED_WITHIN_MS = 3_000',
  },
]

/** Each build has its own of these. */
const OWN_SCRIPTS: Change = {
  file: 'src/store/redis/scripts.ts',
  text: 'const FOLDER = path.join(',
  by: 'const FOLDER = process.env.SCRIPTS ?? path.join(',
}

/** An installation of the product as a run starts it: bundled, with a failpoint at every await of the message path. */
export interface Installation {
  folder: string
  /** What each server runs. */
  script: string
  /** Where it can be made to fail, as `file:line`. */
  places: readonly string[]
  /** The environment of a server of this build; undefined: of none that is broken. */
  brokenAs(build: string | undefined): Record<string, string>
  remove(): void
}

/**
 * Bundles the run's server with failpoints, and with the faults of these builds, in a folder of its own. Throws when a
 * text to be broken isn't there once.
 */
export async function install(builds: readonly Build[] = []): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'escotilla-chaos-build-'))
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(folder, name))
  mkdirSync(join(folder, 'dist'))
  // One that is not there yet is learnt by the first server, for all.
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  symlinkSync(join(ROOT, MODEL), join(folder, MODEL))
  cpSync(join(ROOT, SCRIPTS), join(folder, SCRIPTS), { recursive: true })
  const changes = builds.length === 0 ? SHORTENED : [...SHORTENED, OWN_SCRIPTS, ...builds.flatMap(switched)]
  const scripts = new Map(builds.map((build, nth) => [build.name, scriptsOf(build, folder, nth)]))
  const places = new Set<string>()
  const script = await bundleServer(join(import.meta.dirname, 'server.ts'), folder, [
    sourcesWith(changes, places),
  ])
  return {
    folder,
    script,
    places: [...places],
    brokenAs(build): Record<string, string> {
      if (build === undefined) return {}
      const own = scripts.get(build)
      if (own === undefined) throw new Error(`no such build: ${build}`)
      return { BROKEN_BUILD: build, SCRIPTS: own }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A build's changes of TypeScript, which take effect where the build runs. */
function switched({ name, breaks }: Build): Change[] {
  const isThis = `(process.env.BROKEN_BUILD === ${JSON.stringify(name)})`
  return breaks
    .filter(({ file }) => !isScript(file))
    .map((change) => ({ ...change, by: change.by.replaceAll('BROKEN', isThis) }))
}

/** The folder of a build's scripts: the installation's own, or one in which some are broken. */
function scriptsOf({ breaks }: Build, folder: string, nth: number): string {
  const broken = breaks.filter(({ file }) => isScript(file))
  if (broken.length === 0) return join(folder, SCRIPTS)
  const own = join(folder, `scripts-${nth}`)
  cpSync(join(ROOT, SCRIPTS), own, { recursive: true })
  for (const { file } of broken) writeFileSync(join(own, basename(file)), changed(file, broken))
  return own
}

function isScript(file: string): boolean {
  return file.endsWith('.lua')
}

/** Puts the changes and the failpoints into sources as they are bundled. */
function sourcesWith(changes: readonly Change[], places: Set<string>): Plugin {
  return {
    name: 'changes and failpoints',
    setup(esbuild) {
      esbuild.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const file = relative(ROOT, path)
        const isChanged = changes.some((one) => one.file === file)
        if (!isOnMessagePath(file))
          return isChanged ? { contents: changed(file, changes), loader: 'ts' } : undefined
        const pointed = withFailpoints(file, changed(file, changes))
        for (const place of pointed.places) places.add(place)
        return { contents: pointed.text, loader: 'ts' }
      })
    },
  }
}

function changed(file: string, changes: readonly Change[]): string {
  return changes
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
