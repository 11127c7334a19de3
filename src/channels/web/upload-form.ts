import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { fileTypeFromBuffer } from 'file-type'
import { HttpFault } from '../../errors.ts'
import { BODY_LIMIT_BYTES, ClientGone } from '../../http/routes.ts'
import { plainText } from './incoming.ts'
import { PASSING } from './uploads.ts'

/** Per file. */
export const FILE_LIMIT_BYTES = 10 * 1024 * 1024
/** Files in one message. */
const FILES_LIMIT = 5
const FORM_LIMIT_BYTES = FILES_LIMIT * FILE_LIMIT_BYTES + BODY_LIMIT_BYTES
/** What file-type needs to see of a file. */
const SAMPLE_BYTES = 4_100
const NAME_LIMIT = 120

/** By content, never by name or by what the client says. SVG is not here: it can hold scripts. */
const ALLOWED_TYPES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/heif',
  'application/pdf',
])

/** A file that has arrived whole and is of an allowed type, still under a passing name. */
export interface ReceivedFile {
  passingPath: string
  name: string
  contentType: string
  bytes: number
  /** SHA-256 of the content, base64url. */
  digest: string
}

export interface UploadForm {
  /** The JSON of the part `activity`; undefined when there is none. */
  activity: Buffer | undefined
  files: ReceivedFile[]
}

/**
 * Reads Direct Line's multipart form, file by file to disk. Throws 400, 413 or 415 and leaves nothing behind; whoever
 * gets the files moves or removes them.
 */
export async function readUploadForm(
  req: IncomingMessage,
  folder: string,
  freshName: () => string,
): Promise<UploadForm> {
  let activity: Buffer | undefined
  const written: string[] = []
  // In the order of the form, whichever is written first.
  const received: ReceivedFile[] = []
  try {
    await parse(req, async (part) => {
      if (part.isActivity) {
        activity = await collect(part.stream)
        return
      }
      const passingPath = path.join(folder, `${freshName()}${PASSING}`)
      const place = written.push(passingPath) - 1
      received[place] = { passingPath, ...(await receive(part, passingPath)) }
    })
    return { activity, files: received }
  } catch (thrown) {
    await Promise.all(written.map((file) => rm(file, { force: true })))
    throw thrown
  }
}

interface Part {
  isActivity: boolean
  stream: Readable & { truncated?: boolean }
  name: string | undefined
}

async function parse(req: IncomingMessage, take: (part: Part) => Promise<void>): Promise<void> {
  if (Number(req.headers['content-length'] ?? 0) > FORM_LIMIT_BYTES) throw tooLarge()
  let form: busboy.Busboy
  try {
    form = busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { fileSize: FILE_LIMIT_BYTES, files: FILES_LIMIT + 1, fields: 10, fieldSize: BODY_LIMIT_BYTES },
    })
  } catch (cause) {
    throw new HttpFault(415, 'not-multipart', 'send the files as multipart/form-data', cause)
  }
  const parts: Promise<void>[] = []
  let fault: unknown
  const takePart = (part: Part): void => {
    // A client that goes away ends its parts with an error, also those that nobody reads.
    part.stream.on('error', () => {})
    // A faulty part is read to its end nevertheless: the client hears the answer only when it has sent everything.
    parts.push(
      (fault === undefined ? take(part) : Promise.resolve())
        .catch((thrown: unknown) => {
          fault ??= thrown
        })
        .finally(() => part.stream.resume()),
    )
  }
  form.on('file', (field, stream, { filename, mimeType }) => {
    const isActivity = field === 'activity' || mimeType === 'application/vnd.microsoft.activity'
    takePart({ isActivity, stream, name: filename })
  })
  form.on('field', (field, value) => {
    if (field === 'activity')
      takePart({ isActivity: true, stream: Readable.from([Buffer.from(value)]), name: undefined })
  })
  form.on('filesLimit', () => {
    fault ??= new HttpFault(
      400,
      'too-many-files',
      `a message has at most ${FILES_LIMIT} files: send it in parts`,
    )
  })
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > FORM_LIMIT_BYTES ? tooLarge() : null, chunk)
    },
  })
  try {
    await pipeline(req, counted, form)
  } catch (cause) {
    await Promise.allSettled(parts)
    if (cause instanceof HttpFault) throw cause
    if (req.destroyed && !req.complete) throw new ClientGone()
    throw new HttpFault(400, 'bad-form', 'the multipart form is broken: send it again', cause)
  }
  await Promise.all(parts)
  if (fault !== undefined) throw fault
}

async function receive(part: Part, passingPath: string): Promise<Omit<ReceivedFile, 'passingPath'>> {
  const sample: Buffer[] = []
  let bytes = 0
  const hash = createHash('sha256')
  const seen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (bytes < SAMPLE_BYTES) sample.push(chunk)
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(part.stream, seen, createWriteStream(passingPath, { flags: 'wx', mode: 0o600 }))
  if (part.stream.truncated === true) throw tooLarge()
  const type = await fileTypeFromBuffer(Buffer.concat(sample).subarray(0, SAMPLE_BYTES))
  if (!type || !ALLOWED_TYPES.has(type.mime)) {
    throw new HttpFault(415, 'file-type', 'only images and PDF files can be sent')
  }
  await syncToDisk(passingPath)
  return {
    name: safeName(part.name, type.ext),
    contentType: type.mime,
    bytes,
    digest: hash.digest('base64url'),
  }
}

/** The message that names this file is acknowledged as stored: so must the file be. */
async function syncToDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > BODY_LIMIT_BYTES) throw new HttpFault(413, 'too-large', 'the part "activity" is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The client's name for a file, without folders, with the ending of what it really is. */
export function safeName(given: string | undefined, ending: string): string {
  const base = plainText(given ?? '')
    .replace(/[\n\t]/g, ' ')
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/^\.+/, '')
    .slice(0, NAME_LIMIT)
    .toWellFormed()
  return `${base === '' ? 'file' : base}.${ending}`
}

function tooLarge(): HttpFault {
  return new HttpFault(
    413,
    'file-too-large',
    `a file has at most ${FILE_LIMIT_BYTES / 1024 / 1024} MB: send a smaller one`,
  )
}
