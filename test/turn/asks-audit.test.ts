import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createLogger } from '../../src/telemetry.ts'
import { auditAsks } from '../../src/turn/asks-audit.ts'
import type { Head } from '../../src/turn/conversation.ts'
import { sealDue } from '../../src/turn/sealer.ts'
import { lineAppend } from '../../src/turn/transcript.ts'
import { House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

async function notReached(): Promise<number> {
  house.clock.advance(120_000)
  await sealDue({
    store: house.store,
    by: 'test',
    onError: (thrown) => {
      throw thrown
    },
  })
  await auditAsks({
    store: house.store,
    clock: house.clock,
    ids: house.ids,
    logger: createLogger('silent'),
    metrics: house.metrics,
  })
  const { values } = await house.metrics.askedNotReached.get()
  return values[0]?.value ?? -1
}

/** What a broken intake would do: an ask that is only written down. */
async function writeDown(head: Head, text: string): Promise<void> {
  const line = {
    id: house.ids.next(),
    at: house.clock.now(),
    kind: 'message',
    from: { kind: 'customer' },
    text,
  } as const
  await house.store.commit({ id: house.ids.next(), append: [lineAppend(head.id, line, house.ids)] })
}

test('asks that intake has stored are all reached', async () => {
  const head = await house.start()
  await house.say(head, 'hola')
  await house.say(head, 'quiero hablar con una persona')
  await house.say(head, 'quiero hablar con una persona ya!')
  expect(await notReached()).toBe(0)
})

test('an ask that no case follows is counted, once, however often the audit runs', async () => {
  const head = await house.start()
  await writeDown(head, 'quiero hablar con una persona')
  expect(await notReached()).toBe(1)
  expect(await notReached()).toBe(1)
  await writeDown(head, 'quiero hablar con una persona')
  expect(await notReached()).toBe(2)
})
