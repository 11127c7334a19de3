import { expect, test } from '@jest/globals'
import type { Keep } from '../../../src/web/widget/keep.ts'
import { Outbox } from '../../../src/web/widget/outbox.ts'
import { personView } from '../../../src/web/widget/person-view.ts'
import { EMPTY } from '../../../src/web/widget/screen.ts'
import { TEXTS } from '../../../src/web/widget/texts.ts'
import type { Posted, Unsent } from '../../../src/web/widget/unsent.ts'

/** As a browser keeps things: as text. */
function keepInMemory(): Keep {
  const kept = new Map<string, string>()
  return {
    isLasting: true,
    read<T>(name: string) {
      const text = kept.get(name)
      return text === undefined ? undefined : (JSON.parse(text) as T)
    },
    write(name, value) {
      kept.set(name, JSON.stringify(value))
      return true
    },
    remove: (name) => void kept.delete(name),
    onChange: () => undefined,
  }
}

const ask: Unsent = { id: 'a', at: 1, text: 'Hablar con una persona', action: 'ask' }
const as = { caseKey: 'K7M-4QX', text: 'Su solicitud quedó guardada con el número K7M-4QX.' }

test('while the store is away an ask passes what waits before it, and all else keeps its order', async () => {
  let isAway = true
  const stored: string[] = []
  const outbox = new Outbox({
    keep: keepInMemory(),
    space: 'test',
    async post({ id }): Promise<Posted> {
      if (!isAway) return { outcome: 'stored', seq: stored.push(id) }
      return id === 'a' ? { outcome: 'kept', as } : { outcome: 'later', isStoreAway: true }
    },
    onStored: () => undefined,
    onKept: () => undefined,
    onChange: () => undefined,
  })
  for (const [at, id] of ['1', '2', 'a', '3'].entries()) outbox.add({ ...ask, id, at })
  expect(await outbox.flush()).toBe(false)
  expect(outbox.list().map(({ keptAs }) => keptAs !== undefined)).toEqual([false, false, true, false])
  isAway = false
  expect(await outbox.flush()).toBe(true)
  expect(stored).toEqual(['1', '2', '3'])
})

test('an ask that the server keeps stays on the screen with its receipt, and is not sent again', async () => {
  const posted: string[] = []
  const receipts: string[] = []
  const outbox = new Outbox({
    keep: keepInMemory(),
    space: 'test',
    async post({ id }): Promise<Posted> {
      posted.push(id)
      return id === 'a' ? { outcome: 'kept', as } : { outcome: 'later' }
    },
    onStored: () => undefined,
    onKept: (_unsent, { caseKey }) => receipts.push(caseKey),
    onChange: () => undefined,
  })
  outbox.add(ask)
  outbox.add({ id: 'b', at: 2, text: 'es por mi factura' })
  expect(await outbox.flush()).toBe(false)
  expect(await outbox.flush()).toBe(false)
  expect(posted).toEqual(['a', 'b', 'b'])
  expect(receipts).toEqual(['K7M-4QX'])
  expect(outbox.list()[0]).toEqual({ ...ask, keptAs: as })
  const screen = { ...EMPTY, unsent: outbox.list() }
  const words = { texts: TEXTS.es, language: 'es', now: 0, isLasting: true } as const
  expect(personView(screen, words)).toMatchObject({ detail: 'Su solicitud K7M-4QX está a salvo' })
  // Its echo has come, or another conversation begins.
  outbox.forgetKept()
  expect(outbox.list().map(({ id }) => id)).toEqual(['b'])
})
