import type { Store } from './store.ts'

/** A store that does as the given one but for some verbs. */
export function overStore(store: Store, verbs: Partial<Store>): Store {
  const own: Store = {
    commit: (change) => store.commit(change),
    take: (indexes, options) => store.take(indexes, options),
    yield: (taken, notBefore, attempts) => store.yield(taken, notBefore, attempts),
    read: (keys) => store.read(keys),
    find: (name) => store.find(name),
    lines: (log, after, limit) => store.lines(log, after, limit),
    linesBefore: (log, before, limit) => store.linesBefore(log, before, limit),
    page: (index, after, limit) => store.page(index, after, limit),
    mend: (claims) => store.mend(claims),
    rank: (index, member) => store.rank(index, member),
    watch: (names, hint) => store.watch(names, hint),
    signal: (name, body) => store.signal(name, body),
    now: () => store.now(),
    health: () => store.health(),
    close: () => store.close(),
  }
  return { ...own, ...verbs }
}
