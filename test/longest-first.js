import TestSequencer from '@jest/test-sequencer'

/** What starts browsers, servers or whole builds, or learns all that customers say: long however short its file is. */
const LONG =
  /\/test\/(browser|docs|guarantee\/(broken|customers|explore|page)|turn\/kill|understanding\/local|channels\/web)\b/

/**
 * Where jest has no times of an earlier run it takes the largest files first, and a short file that runs for long may
 * be left for the end, when one core has nothing to do. Those known to be long go first; else it is as jest does it.
 */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const inOrder = super.sort(tests)
    return [...inOrder.filter(isLong), ...inOrder.filter((test) => !isLong(test))]
  }
}

function isLong({ path }) {
  return LONG.test(path)
}
