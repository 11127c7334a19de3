import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { type Item, readDelivery } from '../../../src/channels/whatsapp/incoming.ts'
import { replyId } from '../../../src/channels/whatsapp/reply-id.ts'
import { isSigned } from '../../../src/channels/whatsapp/signature.ts'
import { readTag, writeTag } from '../../../src/channels/whatsapp/tag.ts'
import { Phone, webhookOf } from '../../support/whatsapp-phone.ts'

const OURS = '106540352242922'
const ana = new Phone('16505551234', 'Sheena Nelson')

/** What Meta's own example of a webhook is read as. */
function readFixture(name: string): Item[] {
  const file = join(import.meta.dirname, '../../fixtures/whatsapp', `in_${name}.json`)
  return readDelivery(JSON.parse(readFileSync(file, 'utf8')), OURS)
}

function readOne(message: Readonly<Record<string, unknown>>): Item | undefined {
  return readDelivery(webhookOf(OURS, { contacts: [ana.contact()], messages: [message] }), OURS)[0]
}

const says = (text: string, ...attachments: unknown[]) => ({
  kind: 'message',
  from: { phone: '16505551234' },
  name: 'Sheena Nelson',
  text,
  attachments,
})
const thing = (kind: string) => ({ contentType: `application/vnd.whatsapp.${kind}` })

test.each([
  ['Text_Message', says('Does it come in another color?')],
  ['Text_Message_from_Click_to_WhatsApp_Ad', says('Hello! Can I get more info on this?')],
  ['Text_Message_with_Context_Product_Inquiry_', says('Is this still available?')],
  ['Button_Message', says('Unsubscribe')],
  ['Interactive_Button_Reply_Message', says('Cancel')],
  ['Interactive_List_Reply_Message', says('Priority Mail Express')],
  ['Image_Message', says('Taj Mahal', { contentType: 'image/jpeg', media: { id: '1003383421387256' } })],
  ['Contact_Sharing_Message', says('👤 Lucía Gómez · +1 (983) 555-2319', thing('contacts'))],
  [
    'Location_Message',
    says(
      '📍 Philz Coffee · 101 Forest Ave, Palo Alto, CA 94301 · https://www.google.com/maps?q=37.44221496582,-122.16165924072',
      thing('location'),
    ),
  ],
  ['Order_Message', says('🛒 2 × di9ozbzfi4 (30 USD)\n🛒 1 × nqryix03ez (25 USD)', thing('order'))],
  ['Unsupported_Message', says('', thing('unsupported'))],
  ['Reaction_Message', { kind: 'reaction', from: { phone: '16505551234' }, emoji: '👍' }],
] as const)('%s, as Meta sends it, is read', (name, read) => {
  expect(readFixture(name)).toMatchObject([read])
})

test('a customer who has another number is known by both', () => {
  expect(readFixture('System_Message')).toMatchObject([
    { kind: 'number-changed', from: { phone: '16505551234' }, to: '12195555358' },
  ])
})

test.each(['Group_Create_Message', 'Group_Remove_Participants', 'Group_Settings_Update'])(
  '%s, about something else, is counted and says nothing to anybody',
  (name) => {
    expect(readFixture(name)).toEqual([{ kind: 'left', why: 'other-field' }])
  },
)

test.each([
  ['image', { id: '1', mime_type: 'image/png' }, { contentType: 'image/png', media: { id: '1' } }],
  ['audio', { id: '2', mime_type: 'audio/ogg; codecs=opus', voice: true }, { contentType: 'audio/ogg' }],
  ['voice', { id: '3' }, { contentType: 'audio/ogg', media: { id: '3' } }],
  ['video', { id: '4', mime_type: 'video/mp4' }, { contentType: 'video/mp4' }],
  ['sticker', { id: '5', mime_type: 'image/webp', animated: false }, { contentType: 'image/webp' }],
  [
    'document',
    { id: '6', mime_type: 'application/pdf', filename: 'factura.pdf' },
    { contentType: 'application/pdf', name: 'factura.pdf', media: { id: '6', name: 'factura.pdf' } },
  ],
])('a file of kind %s is one that WhatsApp keeps for us', (type, content, attachment) => {
  expect(readOne(ana.message(type, content))).toMatchObject({ text: '', attachments: [attachment] })
})

test.each([
  ['a kind that nobody knows yet', ana.message('hologram', { depth: 3 }), 'hologram'],
  ['a known kind in a form that nobody knows', ana.message('text', { words: 'hola' }), 'text'],
  ['a file without an id', ana.message('image', { mime_type: 'image/png' }), 'image'],
  ['an answer to a form', ana.message('interactive', { type: 'nfm_reply' }), 'interactive'],
  ['words that say nothing', ana.text('   '), 'text'],
  ['no kind at all', { from: '1650', id: 'wamid.1' }, 'unknown'],
])('%s goes to a person as something that can not be shown', (_what, message, kind) => {
  expect(readOne(message)).toMatchObject({ kind: 'message', text: '', attachments: [thing(kind)] })
})

test('who hides their number is known by the id that this business has for them', () => {
  const { from: _, ...hidden } = ana.text('hola')
  const contacts = [{ user_id: 'CO.13491208655302741918', profile: { name: 'Luz' } }]
  const message = { ...hidden, from_user_id: 'CO.13491208655302741918' }
  expect(readDelivery(webhookOf(OURS, { contacts, messages: [message] }), OURS)).toMatchObject([
    { kind: 'message', from: { user: 'CO.13491208655302741918' }, name: 'Luz', text: 'hola' },
  ])
  expect(readDelivery(webhookOf(OURS, { contacts: [], messages: [hidden] }), OURS)).toEqual([
    { kind: 'left', why: 'no-sender' },
  ])
})

test('of several customers in one webhook each has their own name', () => {
  const eva = new Phone('573009998877', 'Eva')
  const body = webhookOf(OURS, {
    contacts: [eva.contact(), ana.contact()],
    messages: [ana.text('uno'), eva.text('dos')],
  })
  expect(readDelivery(body, OURS)).toMatchObject([{ name: 'Sheena Nelson' }, { name: 'Eva' }])
})

test('pressing says the whole label, of which the phone may show only the beginning', () => {
  const label = 'Quiero cancelar la visita técnica del lunes 4 de mayo'
  const reply = { id: replyId(label), title: 'Quiero cancelar la…' }
  const pressed = ana.message('interactive', { type: 'button_reply', button_reply: reply })
  expect(readOne(pressed)).toMatchObject({ text: label, attachments: [] })
})

test('a message has no control characters and no halves of characters', () => {
  expect(readOne(ana.text('hola\u0000\u0007\r\nmundo \ud83d'))).toMatchObject({ text: 'hola\nmundo \ufffd' })
})

test('a welcome that WhatsApp asks for begins a conversation and is no message', () => {
  expect(readOne(ana.message('request_welcome', {}))).toMatchObject({ kind: 'opened' })
})

test('what says nothing, such as a reaction that is taken back, is counted', () => {
  expect(readOne(ana.message('reaction', { message_id: 'wamid.1' }))).toMatchObject({ kind: 'left' })
  expect(readOne(ana.message('system', { type: 'user_identity_changed' }))).toMatchObject({ kind: 'left' })
})

test('a signature of other bytes, of another secret or of another kind is none', () => {
  const body = Buffer.from('{"object":"whatsapp_business_account"}')
  // openssl dgst -sha256 -hmac secret
  const right = 'sha256=03f6dd944ecab4ddac0e3dbc3923b2da4e12b03df679ae23a52efd78ca6056e0'
  expect(isSigned(body, right, 'secret')).toBe(true)
  expect(isSigned(body, right, 'another')).toBe(false)
  expect(isSigned(Buffer.concat([body, Buffer.from(' ')]), right, 'secret')).toBe(false)
  for (const header of [undefined, '', 'sha256=zz', 'sha1=aa'])
    expect(isSigned(body, header, 'secret')).toBe(false)
})

test('what is given with a message comes back as it was, and what others gave is none of ours', () => {
  const tag = { conversationId: 'wa-a:b/é', seq: 12, lineId: 'line-1', isLast: true }
  expect(readTag(writeTag(tag))).toEqual(tag)
  for (const other of [undefined, null, '', 'order-7', 'e1:a:b:c:l']) expect(readTag(other)).toBeUndefined()
})
