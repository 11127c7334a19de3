import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createUploads, uploadCodec } from '../../../src/channels/uploads.ts'
import { recordKey } from '../../../src/store/keys.ts'
import { PERSON } from '../../cases/people.ts'
import { until } from '../../support/until.ts'
import { Phone } from '../../support/whatsapp-phone.ts'
import { WhatsAppDesk } from './desk.ts'

let desk: WhatsAppDesk
beforeEach(async () => {
  desk = await WhatsAppDesk.open()
})
afterEach(() => desk.close())

const luz = new Phone('573001112233', 'Luz')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** A page of Ogg that holds the head of an Opus stream, as voice notes do. */
const VOICE = Buffer.concat([
  Buffer.from('OggS\0\x02', 'latin1'),
  Buffer.alloc(20),
  Buffer.from([1, 19]),
  Buffer.from('OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0', 'latin1'),
])

const uploads = () => createUploads({ ...desk.house, dataDir: desk.folder })

/** The attachment that the customer's last message has. */
async function attachment() {
  const lines = await desk.house.lines(await desk.head(luz))
  const line = lines.findLast((one) => one.kind === 'message' && one.from.kind === 'customer')
  const [file] = (line?.kind === 'message' && line.attachments) || []
  if (!file?.uploadId) throw new Error('the message has no file')
  return { ...file, uploadId: file.uploadId }
}

async function record(uploadId: string) {
  const [stored] = await desk.house.store.read([recordKey.upload(uploadId)])
  return stored && uploadCodec.read(stored).value
}

async function fetched(uploadId: string, stepMs = 1_000) {
  await until(async () => {
    desk.house.clock.advance(stepMs)
    const now = await record(uploadId)
    return now?.away === undefined || now.away.lost !== undefined
  }, 'the file was fetched, or given up')
  return await record(uploadId)
}

test('a photo is fetched behind the acknowledgement and is where agents read uploads', async () => {
  desk.api.media.set('1003383421387256', { bytes: PNG, type: 'image/png' })
  const photo = luz.message('image', { id: '1003383421387256', mime_type: 'image/png', caption: 'mi módem' })
  expect(await desk.from(luz, photo)).toBe(200)
  expect(await desk.from(luz, photo)).toBe(200)
  const { uploadId, contentType } = await attachment()
  expect(contentType).toBe('image/png')
  expect(await fetched(uploadId)).toMatchObject({
    contentType: 'image/png',
    bytes: PNG.length,
    name: 'file.png',
  })
  expect(await uploads().find(uploadId)).toMatchObject({ id: uploadId })
  expect(readFileSync(join(desk.folder, 'uploads', uploadId))).toEqual(PNG)
})

test('a voice note is kept as what it is', async () => {
  desk.api.media.set('77', { bytes: VOICE, type: 'audio/ogg; codecs=opus' })
  await desk.from(luz, luz.message('audio', { id: '77', mime_type: 'audio/ogg; codecs=opus', voice: true }))
  const { uploadId } = await attachment()
  expect(await fetched(uploadId)).toMatchObject({ contentType: 'audio/ogg', bytes: VOICE.length })
})

test('until it is here the file is said to be on its way, and an ask with it is in line at once', async () => {
  desk.api.media.set('5', { bytes: PNG, type: 'image/png' })
  const held = desk.api.hold()
  await desk.from(luz, luz.message('image', { id: '5', caption: PERSON }))
  expect((await desk.house.caseOf(await desk.head(luz)))?.state.kind).toBe('queue')
  const { uploadId } = await attachment()
  await expect(uploads().find(uploadId)).rejects.toMatchObject({ status: 404, code: 'not-here-yet' })
  held()
  await fetched(uploadId)
  expect(await uploads().find(uploadId)).toMatchObject({ bytes: PNG.length })
})

test.each([
  ['a program', { bytes: Buffer.from('MZ\x90\0\x03 not a picture'), type: 'image/png' }, 'only images'],
  ['more than is kept', { bytes: PNG, type: 'image/png', size: 17 * 1024 * 1024 }, 'at most 16 MB'],
  ['one that WhatsApp has no longer', undefined, 'no longer has'],
])('%s is not kept, and who asks for it reads why', async (_what, file, why) => {
  if (file) desk.api.media.set('9', file)
  await desk.from(luz, luz.message('document', { id: '9', filename: '../../factura.pdf' }))
  const { uploadId } = await attachment()
  expect((await fetched(uploadId))?.away?.lost).toContain(why)
  await expect(uploads().find(uploadId)).rejects.toMatchObject({ code: 'lost-file' })
})

test('what can not be fetched now is fetched later', async () => {
  await desk.api.rest(async () => {
    await desk.from(luz, luz.message('image', { id: '3' }))
    await until(() => desk.logged.some(({ isLost }) => isLost === false), 'the first try')
  })
  desk.api.media.set('3', { bytes: PNG, type: 'image/png' })
  const { uploadId } = await attachment()
  expect(await fetched(uploadId)).toMatchObject({ bytes: PNG.length })
})
