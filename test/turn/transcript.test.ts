import { describe, expect, test } from '@jest/globals'
import type { Ids } from '../../src/clock.ts'
import type { StoredLine } from '../../src/store/store.ts'
import type { Line } from '../../src/turn/line.ts'
import { decodeLine, encodeLine, erasedLine, lineAppend, readDigest } from '../../src/turn/transcript.ts'

function countingIds(): Ids {
  let n = 0
  return {
    next() {
      n += 1
      return `salt-${n}`
    },
  }
}
const line: Line = {
  kind: 'message',
  id: 'm1',
  at: 1_000,
  from: { kind: 'customer' },
  text: 'Quiero cancelar 🙂 \u202e\u0000 "comillas" \ud800',
  buttons: [{ label: 'Nada de esto' }],
}
const stored = (body: string, seq = 1): StoredLine => ({ seq, at: 1_000, body })

describe('a line of the transcript', () => {
  test('is read as it was written, with its place in the log', () => {
    expect(decodeLine(stored(encodeLine(line, countingIds()), 7))).toEqual({ ...line, seq: 7 })
  })

  test('never holds a card number, neither in a message nor in a note or an event', () => {
    const from = { kind: 'agent' as const, id: 'agent-1', name: 'Ana' }
    const card = '4111 1111 1111 1111'
    const lines: Line[] = [
      { ...line, text: card },
      { kind: 'note', id: 'n', at: 1, from, text: card, caseKey: 'K' },
      { kind: 'event', id: 'e', at: 1, name: 'opened', data: { asked: card } },
    ]
    for (const each of lines) {
      const body = encodeLine(each, countingIds())
      expect(body).not.toContain('4111')
      expect(body).toContain('•••• 1111')
      expect(readDigest(stored(body))?.content).toBe('intact')
    }
  })

  test('has another digest each time it is written, so that its content cannot be guessed from it', () => {
    const ids = countingIds()
    const [one, two] = [encodeLine(line, ids), encodeLine(line, ids)].map((body) => readDigest(stored(body)))
    expect(one?.digest).not.toBe(two?.digest)
  })

  test('whose text, salt or digest was changed is found altered', () => {
    const body = encodeLine(line, countingIds())
    for (const changed of [
      body.replace('cancelar', 'renovar'),
      body.replace('salt-1', 'salt-2'),
      body.replace(/"digest":"./, '"digest":"_'),
      body.replace('"text"', '"texto"'),
    ]) {
      expect(changed).not.toBe(body)
      expect(readDigest(stored(changed))?.content).toBe('altered')
    }
  })

  test('that was erased keeps its digest and nothing of its content', () => {
    const body = encodeLine(line, countingIds())
    const erased = erasedLine(stored(body)) ?? ''
    expect(erased).not.toContain('cancelar')
    expect(erased).not.toContain('salt-1')
    expect(readDigest(stored(erased))).toEqual({
      digest: readDigest(stored(body))?.digest,
      content: 'erased',
    })
    expect(decodeLine(stored(erased, 3))).toEqual({
      kind: 'unreadable',
      why: 'erased',
      id: 'unreadable-3',
      at: 1_000,
      seq: 3,
    })
  })

  test.each([
    ['', 'damaged'],
    ['{"v":1', 'damaged'],
    ['null', 'damaged'],
    ['{"v":2,"digest":"x","salt":"y","line":{}}', 'newer'],
    ['{"v":1,"digest":"x","salt":"y","line":{"kind":"hologram","id":"h","at":1}}', 'newer'],
  ])('that cannot be read says so instead of throwing: %s', (body, why) => {
    expect(decodeLine(stored(body))).toMatchObject({ kind: 'unreadable', why, seq: 1 })
  })

  test('is appended to its conversation and waits to be sealed besides whatever else it waits for', () => {
    const append = lineAppend('c1', line, countingIds(), { once: 'in/web/c1/1', wake: 'inputs' })
    expect(append).toMatchObject({
      log: 'conversation/c1',
      once: 'in/web/c1/1',
      wake: ['inputs', 'unsealed'],
    })
    expect(lineAppend('c1', line, countingIds()).wake).toEqual(['unsealed'])
  })
})
