import { overStore } from './over-store.ts'
import type { Store, Taken } from './store.ts'

/** The store as whoever took this meets it: what came with the taking is answered from there, all else by the store. */
export function withFound(store: Store, { member, after, found }: Taken): Store {
  if (!found) return store
  const { records, owners, lines } = found
  return overStore(store, {
    read: async (keys) =>
      keys.every((key) => records.has(key)) ? keys.map((key) => records.get(key)) : store.read(keys),
    find: async (name) => (owners.has(name) ? owners.get(name) : store.find(name)),
    lines: async (log, from, limit) =>
      log === member && from === after && limit === found.limit ? [...lines] : store.lines(log, from, limit),
  })
}
