import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { HttpFault } from '../../errors.ts'
import { BODY_LIMIT_BYTES, ClientGone } from '../../http/routes.ts'
import {
  FILE_LIMIT_BYTES,
  fileTooLarge,
  type ReceivedFile,
  receiveFile,
  UPLOADED_FILES,
} from '../received-file.ts'
import { PASSING } from '../uploads.ts'

/** Files in one message. */
const FILES_LIMIT = 5
const FORM_LIMIT_BYTES = FILES_LIMIT * FILE_LIMIT_BYTES + BODY_LIMIT_BYTES

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
      received[place] = await receiveFile(part.stream, { name: part.name, passingPath }, UPLOADED_FILES)
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
  if (Number(req.headers['content-length'] ?? 0) > FORM_LIMIT_BYTES) throw fileTooLarge(UPLOADED_FILES)
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
      done(bytes > FORM_LIMIT_BYTES ? fileTooLarge(UPLOADED_FILES) : null, chunk)
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
