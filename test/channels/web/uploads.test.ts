import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Inbound } from '../../../src/channels/channel.ts'
import { uploadPath } from '../../../src/channels/uploads.ts'
import { StoreAway } from '../../../src/errors.ts'
import { type Answered, ask, Customer } from './client.ts'
import { WebDesk } from './web-desk.ts'

let desk: WebDesk
let ana: Customer

beforeEach(async () => {
  desk = await WebDesk.open()
  desk.reply = () => undefined
  ana = await Customer.start(desk)
})
afterEach(async () => {
  await desk.close()
})

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

interface File {
  name: string
  type: string
  content: Buffer
}

function form(
  files: readonly File[],
  activity: object | undefined = { type: 'message', text: 'mi factura' },
): FormData {
  const data = new FormData()
  if (activity) {
    data.append(
      'activity',
      new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }),
    )
  }
  for (const file of files)
    data.append('file', new Blob([new Uint8Array(file.content)], { type: file.type }), file.name)
  return data
}

const send = (
  files: readonly File[],
  activity?: object,
): Promise<Answered<{ id: string; error: { code: string; message: string } }>> =>
  ask(`${ana.url}/upload?userId=whoever`, { token: ana.token, body: form(files, activity) })

const stored = (): string[] => {
  try {
    return readdirSync(path.join(desk.folder, 'uploads'))
  } catch {
    return []
  }
}

const photo: File = { name: 'foto.png', type: 'image/png', content: PNG }

test('a photo and a PDF arrive as one message, and the customer can read them again', async () => {
  const answer = await send([
    photo,
    { name: 'C:\\docs\\factura marzo.pdf', type: 'application/pdf', content: PDF },
  ])
  expect(answer.status).toBe(200)
  const [, said] = await ana.messages()
  expect(said).toMatchObject({
    id: answer.body.id,
    text: 'mi factura',
    attachments: [
      { contentType: 'image/png', name: 'foto.png', size: PNG.length },
      { contentType: 'application/pdf', name: 'factura marzo.pdf', size: PDF.length },
    ],
  })
  const [first, second] = said?.attachments ?? []
  const image = await fetch(first?.contentUrl ?? '')
  expect(Buffer.from(await image.arrayBuffer()).equals(PNG)).toBe(true)
  expect(Object.fromEntries(image.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="foto.png"; filename*=UTF-8''foto.png`,
    'content-security-policy': expect.stringContaining('sandbox'),
  })
  const pdf = await fetch(second?.contentUrl ?? '')
  expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; /)
  expect(await readFile(path.join(desk.folder, 'uploads', stored()[0] ?? ''))).toBeDefined()
})

test('an upload is read by its own customer and by agents, and by nobody else', async () => {
  await send([photo])
  const url = (await ana.messages())[1]?.attachments?.[0]?.contentUrl ?? ''
  const plain = url.replace(/\?.*/, '')
  const eva = await Customer.start(desk)
  expect((await fetch(url)).status).toBe(200)
  expect((await fetch(plain)).status).toBe(401)
  expect((await fetch(`${plain}?t=${ana.token}`)).status).toBe(403)
  expect((await fetch(plain, { headers: { authorization: `Bearer ${ana.token}` } })).status).toBe(200)
  expect((await fetch(plain, { headers: { authorization: `Bearer ${eva.token}` } })).status).toBe(403)
  expect(
    (
      await fetch(`${desk.url}${uploadPath('nothing')}`, {
        headers: { authorization: `Bearer ${ana.token}` },
      })
    ).status,
  ).toBe(404)
  expect(
    (
      await fetch(`${desk.url}${uploadPath('../../etc/passwd')}`, {
        headers: { authorization: `Bearer ${ana.token}` },
      })
    ).status,
  ).toBe(404)
  desk.isAgent = true
  expect((await fetch(plain)).status).toBe(200)
  desk.clock.advance(25 * 60 * 60 * 1_000)
  expect((await fetch(url)).status).toBe(403)
})

test.each<[string, File]>([
  [
    'a web page that says it is a photo',
    { name: 'foto.png', type: 'image/png', content: Buffer.from('<html><script>alert(1)</script>') },
  ],
  [
    'an SVG',
    {
      name: 'dibujo.svg',
      type: 'image/svg+xml',
      content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
  ],
  [
    'a program',
    {
      name: 'foto.png',
      type: 'image/png',
      content: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0]),
    },
  ],
  ['an empty file', { name: 'foto.png', type: 'image/png', content: Buffer.alloc(0) }],
])('%s is refused by its content and nothing is kept', async (_what, file) => {
  const answer = await send([photo, file])
  expect([answer.status, answer.body.error.code]).toEqual([415, 'file-type'])
  expect(await ana.messages()).toHaveLength(1)
  expect(stored()).toEqual([])
})

test('a file over 10 MB is refused and nothing is kept', async () => {
  const big = {
    name: 'foto.png',
    type: 'image/png',
    content: Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]),
  }
  const answer = await send([big])
  expect([answer.status, answer.body.error.code]).toEqual([413, 'file-too-large'])
  expect(stored()).toEqual([])
  // The connection and the server are fine.
  expect((await send([photo])).status).toBe(200)
})

test('a name lends a file no other ending than what it is', async () => {
  await send([{ name: '../../..\\factura.pdf.exe', type: 'application/x-msdownload', content: PNG }])
  expect((await ana.messages())[1]?.attachments?.[0]).toMatchObject({
    name: 'factura.pdf.png',
    contentType: 'image/png',
  })
})

test('the same upload sent again is one message and one file', async () => {
  const activity = { type: 'message', text: 'mi foto', channelData: { clientActivityID: 'u1' } }
  const answers = await Promise.all([1, 2, 3].map(() => send([photo], activity)))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect((await ana.messages()).filter(({ text }) => text === 'mi foto')).toHaveLength(1)
  expect(stored()).toHaveLength(1)
})

test('an upload that the store could not take is told so, and can be sent again', async () => {
  const { intake } = desk
  const seen: Inbound[] = []
  desk.intake = { ...intake, accept: () => Promise.reject(new StoreAway('away')) }
  const activity = { type: 'message', channelData: { clientActivityID: 'u1' } }
  expect((await send([photo], activity)).status).toBe(503)
  desk.intake = {
    ...intake,
    accept: (id, inbound) => {
      seen.push(inbound)
      return intake.accept(id, inbound)
    },
  }
  expect((await send([photo], activity)).status).toBe(200)
  expect(seen[0]).toMatchObject({ text: '', attachments: [{ contentType: 'image/png', bytes: PNG.length }] })
  expect(stored()).toHaveLength(1)
})

test('forms that are none are refused in the contract’s words', async () => {
  const refused = async (body: string, type: string): Promise<unknown> => {
    const response = await fetch(`${ana.url}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ana.token}`, 'content-type': type },
      body,
    })
    return [response.status, ((await response.json()) as { error: { code: string } }).error.code]
  }
  expect(await refused('{}', 'application/json')).toEqual([415, 'not-multipart'])
  expect(await refused('', 'multipart/form-data')).toEqual([415, 'not-multipart'])
  expect(await refused('--b\r\ncontent-disp', 'multipart/form-data; boundary=b')).toEqual([400, 'bad-form'])
  expect(await refused('--b--\r\n', 'multipart/form-data; boundary=b')).toEqual([400, 'no-file'])
  const noActivity = await ask(`${ana.url}/upload`, { token: ana.token, body: form([photo], undefined) })
  expect(noActivity.status).toBe(200)
  const badActivity = new FormData()
  badActivity.append('activity', '{"type":')
  badActivity.append('file', new Blob([new Uint8Array(PNG)]), 'a.png')
  expect((await ask(`${ana.url}/upload`, { token: ana.token, body: badActivity })).status).toBe(400)
  const many = await ask<{ error: { code: string } }>(`${ana.url}/upload`, {
    token: ana.token,
    body: form(Array.from({ length: 6 }, () => photo)),
  })
  expect([many.status, many.body.error.code]).toEqual([400, 'too-many-files'])
})

test('a flood of files is asked to wait; words still pass', async () => {
  for (let at = 0; at < 20; at += 1) expect((await send([photo])).status).toBe(200)
  const refused = await send([photo])
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ana.say('quiero hablar con una persona')).status).toBe(200)
})

test.each<[string, Buffer[]]>([
  ['a file', []],
  ['a file that comes after a refused one', [Buffer.from('<html>')]],
])('a client that goes away in the middle of %s leaves nothing behind', async (_what, earlier) => {
  const part = (content: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
      content,
      Buffer.from('\r\n'),
    ])
  const socket = connect(desk.port, '127.0.0.1')
  socket.write(
    [
      `POST /v3/directline/conversations/${ana.conversationId}/upload HTTP/1.1`,
      'host: a',
      `authorization: Bearer ${ana.token}`,
      'content-type: multipart/form-data; boundary=b',
      'content-length: 900000',
      '\r\n',
    ].join('\r\n'),
  )
  for (const file of earlier) socket.write(part(file))
  await until(() => earlier.length === 0 || stored().length === earlier.length)
  socket.write(part(Buffer.concat([PNG, Buffer.alloc(200_000)])).subarray(0, -2))
  await until(() => stored().length > 0)
  socket.destroy()
  await until(() => stored().length === 0)
  expect(await ana.messages()).toHaveLength(1)
  expect(desk.logged).toEqual([])
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}
