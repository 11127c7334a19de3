/**
 * Node keeps what it made of the source (types stripped, code compiled) between starts, so that a start is quicker
 * and the tool that strips types, about 15 MB, is not loaded at all. JavaScript, because it must run before any
 * TypeScript is read. `npm start` runs it twice: by itself it reads the whole program once, which fills the cache;
 * with `--import` it lets the program use it. A folder that can't be written costs the gain and nothing else.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/escotilla', import.meta.url)))

if (process.argv[1] === fileURLToPath(import.meta.url)) await import('./main.ts')
