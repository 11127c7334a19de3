import { expect, test } from '@jest/globals'
import { nextToSend, type Outgoing, reduceOutbox } from '../../src/web/console/model/outbox.ts'

const item = (id: string, key = 'K'): Omit<Outgoing, 'state'> => ({
  id,
  key,
  kind: 'messages',
  text: id,
  at: '2026-11-22T10:00:00Z',
})
const add = (outbox: readonly Outgoing[], id: string, key?: string) =>
  reduceOutbox(outbox, { type: 'add', item: item(id, key) })

test('messages of one chat go one at a time and in order, chats do not wait for each other', () => {
  const outbox = add(add(add([], 'a1', 'A'), 'a2', 'A'), 'b1', 'B')
  expect(nextToSend(outbox).map((i) => i.id)).toEqual(['a1', 'b1'])
  const sending = reduceOutbox(outbox, { type: 'sending', id: 'a1' })
  expect(nextToSend(sending).map((i) => i.id)).toEqual(['b1'])
  const accepted = reduceOutbox(sending, { type: 'accepted', id: 'a1' })
  expect(nextToSend(accepted).map((i) => i.id)).toEqual(['a2', 'b1'])
})

test('the same id added twice is one message', () => {
  expect(add(add([], 'a'), 'a')).toHaveLength(1)
})

test('after a reload what was on its way is sent again under the same id', () => {
  const sending = reduceOutbox(add([], 'a'), { type: 'sending', id: 'a' })
  const restored = reduceOutbox([], {
    type: 'restore',
    items: JSON.parse(JSON.stringify(sending)) as Outgoing[],
  })
  expect(nextToSend(restored).map((i) => i.id)).toEqual(['a'])
})

test('a refused message stays with its words and holds nothing up', () => {
  const refused = reduceOutbox(add(add([], 'a'), 'b'), { type: 'refused', id: 'a', code: 'not-yours' })
  expect(refused[0]).toMatchObject({ text: 'a', state: { kind: 'refused', code: 'not-yours' } })
  expect(nextToSend(refused).map((i) => i.id)).toEqual(['b'])
  const restored = reduceOutbox([], { type: 'restore', items: refused })
  expect(restored[0]?.state.kind).toBe('refused')
})
