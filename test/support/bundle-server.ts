import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { SERVER_BUNDLE } from '../../src/server-bundle.ts'

const PRODUCT = join(import.meta.dirname, '../../src/main.ts')

/**
 * Bundles a script that starts the product, as `npm start` bundles its own: most of a start from sources is finding and
 * stripping them. Answers what to run. The folder must lie where the product finds its own and its packages.
 */
export async function bundleServer(script: string, outdir: string, plugins: Plugin[] = []): Promise<string> {
  await build({
    ...SERVER_BUNDLE,
    // The product is an entry of its own, or it would take the script for itself and start twice.
    entryPoints: { server: script, product: PRODUCT },
    outdir,
    plugins,
  })
  return join(outdir, 'server.js')
}
