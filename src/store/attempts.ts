import type { YieldAttempts } from './store.ts'

/** How many of an item's attempts a yield takes back. There are never fewer than none. */
export function attemptsTakenBack(attempts: YieldAttempts | undefined): number {
  switch (attempts) {
    case 'reset':
      return Number.MAX_SAFE_INTEGER
    case 'uncounted':
      return 1
    case undefined:
      return 0
  }
}
