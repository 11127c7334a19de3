import { readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, stop } from 'esbuild'
import { dialogs } from '../dialogs/index.ts'
import { loadHouse } from './guarantee/house.ts'
import { refuseBrokenPromises, refuseNoDialogs } from './guarantee/static/at-start.ts'
import { verdictFile, verdictOn } from './guarantee/verdict.ts'
import { SERVER_BUNDLE } from './server-bundle.ts'
import { installedIntents, keepIntents } from './understanding/intents.ts'
import { trainLocal } from './understanding/local/recognizer.ts'
import { buildPages } from './web/build.ts'

const ROOT = resolve(import.meta.dirname, '..')

/**
 * `npm run build [-- PAGES_FOLDER]`: everything under `dist/` that `npm start` serves and runs. The server is bundled
 * because stripping types and finding a thousand files took more than half of its start and a third of its memory
 * (docs/decisions/runtime.md). Nothing but `npm start` depends on the bundle: tests run the sources.
 */
async function main(pages: string | undefined): Promise<void> {
  const started = performance.now()
  try {
    await buildPages(pages)
    if (pages !== undefined) return
    await buildServer(join(ROOT, 'dist/server'))
    // Trained here, so that the server only reads what was learnt.
    trainLocal(keepIntents(ROOT), join(ROOT, 'dist/intents.model'))
    await checkHouse()
    console.log(`built dist in ${Math.round(performance.now() - started)} ms`)
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : thrown)
    process.exitCode = 1
  } finally {
    await stop()
  }
}

/** Refuses here what the server would refuse at its start, so that the server need not hold the rules. */
async function checkHouse(): Promise<void> {
  await rm(verdictFile(ROOT), { force: true })
  const deskFile = resolve(process.env.DESK_FILE ?? 'desk.yaml')
  const house = await loadHouse(ROOT, deskFile)
  refuseNoDialogs(dialogs, house.files)
  refuseBrokenPromises(house)
  const intents = installedIntents(ROOT)
  verdictOn(ROOT, { dialogs, intents, desk: readFileSync(deskFile, 'utf8') }).keep()
}

async function buildServer(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true })
  const { outputFiles } = await build({
    ...SERVER_BUNDLE,
    write: false,
    entryPoints: { main: join(ROOT, 'src/main.ts') },
    outdir,
    // Smaller to hold in memory; names stay, for stack traces.
    minifyWhitespace: true,
  })
  await mkdir(outdir, { recursive: true })
  await Promise.all(outputFiles.map(({ path, text }) => writeFile(path, inAscii(text))))
}

/**
 * esbuild leaves regular expressions as they are written. One dash in one of them, and V8 holds the whole source with
 * two bytes a character.
 */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

await main(process.argv[2])
