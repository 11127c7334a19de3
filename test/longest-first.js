import TestSequencer from '@jest/test-sequencer'

/** The very longest, the longest first. */
const LONGEST = [
  'chaos/chaos',
  'browser/console/states',
  'guarantee/broken/exhaustive',
  'browser/widget/states',
  'browser/widget/guest',
  'browser/widget/offline',
  'browser/console/day',
  'guarantee/broken/protocol',
].map((name) => `/test/${name}.test.ts`)

/** What starts browsers, servers or whole builds, or learns all that customers say: long however short its file is. */
const LONG =
  /\/test\/(browser|docs|guarantee\/(broken|customers|explore|page)|turn\/kill|understanding\/local|channels\/web|archive\/commands)\b/

/**
 * Where jest has no times of an earlier run it takes the largest files first, and a short file that runs for long may
 * be left for the end, when one core has nothing to do. Those known to be long go first; else it is as jest does it.
 */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const longest = LONGEST.flatMap((name) => tests.filter(({ path }) => path.endsWith(name)))
    const others = super.sort(tests).filter((test) => !longest.includes(test))
    return [...longest, ...others.filter(isLong), ...others.filter((test) => !isLong(test))]
  }
}

function isLong({ path }) {
  return LONG.test(path)
}
