import { join } from 'node:path'
import { build } from 'esbuild'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Bundles the run's server, as `npm start` bundles its own: a run starts servers all the time, and most of a start from
 * sources is finding and stripping them. Answers the script.
 */
export async function bundleServer(): Promise<string> {
  const outdir = join(ROOT, 'dist/chaos')
  await build({
    // The product is an entry of its own, or it would take the run's server for itself and start twice.
    entryPoints: { server: join(import.meta.dirname, 'server.ts'), product: join(ROOT, 'src/main.ts') },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['botbuilder', 'ioredis', '@azure/*', 'dtrace-provider'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  })
  return join(outdir, 'server.js')
}
