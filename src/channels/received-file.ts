import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromBuffer } from 'file-type'
import { HttpFault } from '../errors.ts'
import { plainText } from './plain-text.ts'

/** Per file. */
export const FILE_LIMIT_BYTES = 10 * 1024 * 1024
/** What file-type needs to see of a file. */
const SAMPLE_BYTES = 4_100
const NAME_LIMIT = 120

/** By content, never by name or by what the client says. SVG is not here: it can hold scripts. */
const IMAGES_AND_PDF = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/heif',
  'application/pdf',
]
/** What phones record: agents save it to hear or see it. */
const RECORDINGS = [
  'audio/ogg',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/amr',
  'video/mp4',
  'video/3gpp',
]

/** Which files a channel takes. */
export interface FileRules {
  types: ReadonlySet<string>
  bytes: number
  /** In words. */
  what: string
}

export const UPLOADED_FILES: FileRules = {
  types: new Set(IMAGES_AND_PDF),
  bytes: FILE_LIMIT_BYTES,
  what: 'only images and PDF files can be sent',
}

/** WhatsApp's own limit of a recording is 16 MB. */
export const PHONE_FILES: FileRules = {
  types: new Set([...IMAGES_AND_PDF, ...RECORDINGS]),
  bytes: 16 * 1024 * 1024,
  what: 'only images, PDF files, audio and video are kept',
}

/** A file that has arrived whole and is of an allowed type, still under a passing name. */
export interface ReceivedFile {
  passingPath: string
  name: string
  contentType: string
  bytes: number
  /** SHA-256 of the content, base64url. */
  digest: string
}

/**
 * Writes a file as it arrives, and tells what it is by its content. Throws 413 or 415; what is written then is for the
 * caller to remove.
 */
export async function receiveFile(
  stream: Readable & { truncated?: boolean },
  given: { name: string | undefined; passingPath: string },
  rules: FileRules,
): Promise<ReceivedFile> {
  const { passingPath } = given
  const sample: Buffer[] = []
  let bytes = 0
  const hash = createHash('sha256')
  const seen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (bytes < SAMPLE_BYTES) sample.push(chunk)
      bytes += chunk.length
      hash.update(chunk)
      done(bytes > rules.bytes ? fileTooLarge(rules) : null, chunk)
    },
  })
  await pipeline(stream, seen, createWriteStream(passingPath, { flags: 'wx', mode: 0o600 }))
  if (stream.truncated === true) throw fileTooLarge(rules)
  const type = await fileTypeFromBuffer(Buffer.concat(sample).subarray(0, SAMPLE_BYTES))
  // Some types come with their codec: `audio/ogg; codecs=opus`.
  const contentType = type?.mime.split(';', 1)[0] ?? ''
  if (!type || !rules.types.has(contentType)) throw new HttpFault(415, 'file-type', rules.what)
  await syncToDisk(passingPath)
  return {
    passingPath,
    name: safeName(given.name, type.ext),
    contentType,
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

export function fileTooLarge({ bytes }: FileRules): HttpFault {
  return new HttpFault(
    413,
    'file-too-large',
    `a file has at most ${bytes / 1024 / 1024} MB: send a smaller one`,
  )
}
