import type { BuildOptions } from 'esbuild'

/** How the server is bundled, for `npm start` and for tests that start it often: only entries and folders differ. */
export const SERVER_BUNDLE = {
  bundle: true,
  // What is imported on demand stays apart and is loaded on demand.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // Loaded only where they are configured, from where npm put them.
  external: ['botbuilder', 'ioredis', '@azure/*', 'dtrace-provider'],
  // Packages in CommonJS ask for Node's modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'error',
} satisfies BuildOptions
