import { describe, expect, test } from '@jest/globals'
import type { MessageActivity, OutgoingActivity } from '../../../src/channels/web/activity.ts'
import { EMPTY, placed, type Screen, sentAs, take, unseen } from '../../../src/web/widget/screen.ts'

const bot = (seq: number, text: string): MessageActivity => ({
  type: 'message',
  id: `c|${String(seq).padStart(7, '0')}`,
  timestamp: '2026-11-23T15:00:00.000Z',
  from: { id: 'bot', role: 'bot' },
  text,
  channelData: { 'webchat:sequence-id': seq, escotilla: { from: 'bot', owner: 'bot', seq } },
})

const echo = (seq: number, text: string, clientActivityID: string): MessageActivity => ({
  ...bot(seq, text),
  from: { id: 'dl_1', role: 'user' },
  channelData: { clientActivityID, 'webchat:sequence-id': seq, escotilla: { from: 'customer', seq } },
})

const shownAfter = (...activities: OutgoingActivity[]): Screen => activities.reduce(take, EMPTY)
const texts = (screen: Screen): string[] => screen.messages.map((message) => message.text)

describe('the screen', () => {
  test('shows each message once and in the order of the conversation, however it arrives', () => {
    expect(texts(shownAfter(bot(2, 'two'), bot(1, 'one'), bot(2, 'two'), bot(3, 'three')))).toEqual([
      'one',
      'two',
      'three',
    ])
  })

  test('shows what was sent at once, and takes the server’s time for it when the echo comes', () => {
    const guessed = placed(EMPTY, sentAs({ id: 'u1', at: 1, text: 'Hola' }, 4))
    expect(guessed.messages).toMatchObject([{ text: 'Hola', at: 1 }])
    const known = take(guessed, echo(4, 'Hola', 'u1'))
    expect(known.messages).toMatchObject([{ text: 'Hola', at: Date.parse('2026-11-23T15:00:00.000Z') }])
    expect(placed(known, sentAs({ id: 'u1', at: 1, text: 'Hola' }, 4))).toBe(known)
  })

  test('the header follows what is said, and is not touched by the customer’s own echo', () => {
    const said: MessageActivity = {
      ...bot(1, 'Le atiende Lucía.'),
      channelData: {
        'webchat:sequence-id': 1,
        escotilla: { from: 'system', owner: 'agent', agentName: 'Lucía', caseKey: 'K', seq: 1 },
      },
    }
    const status = { owner: 'agent', agentName: 'Lucía', caseKey: 'K' }
    expect(shownAfter(said).status).toEqual(status)
    expect(shownAfter(said, echo(2, 'Gracias', 'u2')).status).toEqual(status)
  })

  test('what an agent has read never goes back', () => {
    const read = (seq: number): OutgoingActivity => ({
      type: 'event',
      name: 'escotilla.read',
      from: { id: 'agent' },
      value: { seq },
    })
    expect(shownAfter(read(7), read(3)).agentReadTo).toBe(7)
  })

  test('writing ends with the message that was being written', () => {
    const typing: OutgoingActivity = {
      type: 'typing',
      from: { id: 'agent', name: 'Lucía' },
      channelData: { escotilla: { from: 'agent' } },
    }
    expect(shownAfter(typing).typing).toEqual({ from: 'agent', name: 'Lucía' })
    expect(shownAfter(typing, echo(1, 'mío', 'u3')).typing).toEqual({ from: 'agent', name: 'Lucía' })
    expect(shownAfter(typing, bot(2, 'listo')).typing).toBeUndefined()
  })

  test('counts as unseen what others said after the last look', () => {
    const screen = { ...shownAfter(bot(1, 'a'), echo(2, 'b', 'u'), bot(3, 'c')), seenTo: 1 }
    expect(unseen(screen).map((message) => message.seq)).toEqual([3])
  })
})
