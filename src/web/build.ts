import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type BuildOptions, build, type Plugin, transform } from 'esbuild'

/** The widget loads on other companies' pages: over this it is no longer a guest. */
export const WIDGET_LIMIT_BYTES = 30_000
/** Where the server looks for what is built here. */
export const DIST_WEB = resolve(import.meta.dirname, '../../dist/web')

const SOURCE = import.meta.dirname
const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

/** One file to serve. `path` is its place under `dist/web` and, without `index.html`, its address. */
export interface WebFile {
  path: string
  bytes: Uint8Array
  gzip?: Uint8Array
  brotli?: Uint8Array
}

/** Bundles all browser code in memory. Throws when something does not compile or the widget is too large. */
export async function buildWeb(): Promise<WebFile[]> {
  const bundles = await Promise.all([
    bundle({
      entryPoints: { widget: join(SOURCE, 'widget/main.tsx') },
      entryNames: '[name]',
      plugins: [cssAsText],
    }),
    bundlePage('demo', { script: 'main.tsx', page: 'demo.html', assets: 'demo', to: 'index.html' }),
    bundlePage('console', {
      script: 'main.tsx',
      page: 'console.html',
      assets: 'agent',
      to: 'agent/index.html',
    }),
  ])
  const files = await Promise.all(bundles.flat().map(compress))
  const widget = files.find((file) => file.path === 'widget.js')
  const size = widget?.gzip?.length ?? 0
  if (size > WIDGET_LIMIT_BYTES) {
    throw new Error(
      `widget.js is ${size} bytes gzipped, over its limit of ${WIDGET_LIMIT_BYTES}: make it smaller`,
    )
  }
  return files
}

/** Replaces what was in the folder. Each file changes at once: a reader sees the old one or the new one. */
export async function writeWeb(files: readonly WebFile[], folder: string): Promise<void> {
  const written = new Set<string>()
  for (const file of files) {
    const path = join(folder, file.path)
    await mkdir(dirname(path), { recursive: true })
    for (const [suffix, bytes] of [
      ['', file.bytes],
      ['.gz', file.gzip],
      ['.br', file.brotli],
    ] as const) {
      if (!bytes) continue
      const fresh = `${path}${suffix}.${process.pid}.new`
      await writeFile(fresh, bytes)
      await rename(fresh, `${path}${suffix}`)
      written.add(`${path}${suffix}`)
    }
  }
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !written.has(path) && !path.endsWith('.new')) await rm(path, { force: true })
  }
}

type Built = { path: string; bytes: Uint8Array }

async function bundle(options: BuildOptions): Promise<Built[]> {
  const outdir = '/out'
  const result = await build({
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    outdir,
    ...options,
  })
  return (result.outputFiles ?? []).map((file) => ({
    path: file.path.slice(outdir.length + 1),
    bytes: file.contents,
  }))
}

/**
 * A page with its script and style, whose names carry a content hash so that browsers keep them. The page's source
 * names them plainly: `/agent/console.js` and `/agent/console.css`.
 */
async function bundlePage(
  folder: string,
  from: { script: string; page: string; assets: string; to: string },
): Promise<Built[]> {
  const script = join(SOURCE, folder, from.script)
  if (!existsSync(script)) return []
  const entryNames = `${from.assets}/[name]-[hash]`
  const files = await bundle({ entryPoints: { [folder]: script }, entryNames })
  let page = await readFile(join(SOURCE, folder, from.page), 'utf8')
  for (const file of files) {
    const kind = file.path.endsWith('.css') ? 'css' : 'js'
    page = page.replace(`"/${from.assets}/${folder}.${kind}"`, `"/${file.path}"`)
  }
  return [...files, { path: from.to, bytes: Buffer.from(page) }]
}

/** `import { css } from './x.css'`: a minified style sheet as a string, for a shadow root. */
const cssAsText: Plugin = {
  name: 'css-as-text',
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.css$/ }, async (found) => {
      const { code } = await transform(await readFile(found.path, 'utf8'), { loader: 'css', minify: true })
      return { contents: `export const css = ${JSON.stringify(code.trim())}`, loader: 'js' }
    })
  },
}

async function compress(file: Built): Promise<WebFile> {
  const [gzipped, brotli] = await Promise.all([
    compressGzip(file.bytes, { level: 9 }),
    compressBrotli(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  ])
  return { ...file, gzip: gzipped, brotli }
}

/** Builds all pages into the folder and says how large they are. Throws as `buildWeb` does. */
export async function buildPages(folder = DIST_WEB): Promise<void> {
  const files = await buildWeb()
  await writeWeb(files, folder)
  for (const file of files) {
    const [plain, gz, br] = [file.bytes, file.gzip, file.brotli].map((b) =>
      String(b?.length ?? 0).padStart(7),
    )
    console.log(`${file.path.padEnd(28)} ${plain} B  ${gz} B gzip  ${br} B brotli`)
  }
}
