import { setImmediate } from 'node:timers/promises'
import type { IndexName, Store } from '../store/store.ts'

const PAGE = 200

/** All members of an index that may be long, page by page, and between two pages whoever else has something to do. */
export async function* membersOf(store: Store, index: IndexName): AsyncGenerator<string> {
  let after: { member: string; score: number } | undefined
  do {
    const page = await store.page(index, after, PAGE)
    for (const { member } of page) yield member
    after = page.length < PAGE ? undefined : page.at(-1)
    if (after) await setImmediate()
  } while (after)
}

export async function allOf(members: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const member of members) all.push(member)
  return all
}
