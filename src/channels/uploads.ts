import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { HttpFault } from '../errors.ts'
import { codec } from '../store/codec.ts'
import { indexName, recordKey } from '../store/keys.ts'
import type { Put, Store } from '../store/store.ts'
import type { Attachment } from '../turn/line.ts'
import type { ReceivedFile } from './received-file.ts'

/** How the names of files end that are still arriving. */
export const PASSING = '.part'
/** None arrives for so long, milliseconds: what is older was left by a process that ended. */
const ARRIVES_WITHIN_MS = 3_600_000

/** A file of a customer. Its content is under the data folder, by the same id. */
export const uploadShape = z.object({
  id: z.string(),
  conversationId: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.number(),
  /** SHA-256 of the content, base64url. */
  digest: z.string(),
  at: z.number(),
  /** The channel has it still: it is fetched from there, or could not be. Absent: it is here. */
  away: z
    .object({
      mediaId: z.string(),
      /** Why it will never be here, for the agent. */
      lost: z.string().optional(),
    })
    .optional(),
})
export type Upload = z.infer<typeof uploadShape>
export const uploadCodec = codec<Upload>({ kind: 'upload', schema: 1, shape: uploadShape })

/** A file that is still with its channel is to be fetched, from when it was sent. */
export function uploadTerms({ away, at }: Upload): NonNullable<Put['terms']> {
  return away && away.lost === undefined ? [[indexName.due('media'), at]] : []
}

/** Where an upload is read: by agents with their session, by its customer with `?t=`, a signed token. */
export function uploadPath(uploadId: string): string {
  return `/v3/directline/uploads/${encodeURIComponent(uploadId)}`
}

/** Where the files of a data folder are. */
export function uploadsFolder(dataDir: string): string {
  return path.join(dataDir, 'uploads')
}

export interface UploadsDeps {
  store: Store
  clock: Clock
  dataDir: string
}

export interface Uploads {
  /** Where files arrive, made when the first one does. */
  folder(): Promise<string>
  /**
   * Puts the files of one message where they stay; `records` are to be stored with it. The same message again has the
   * same files. It needs no store, so that an ask with a file is taken while that is away.
   */
  keep(
    conversationId: string,
    messageId: string,
    files: readonly ReceivedFile[],
  ): Promise<{ attachments: Attachment[]; records: Put[] }>
  /** Puts a file that was fetched from a channel where uploads stay. */
  place(uploadId: string, file: ReceivedFile): Promise<void>
  /** Removes files that arrived with a message that was refused. */
  discard(files: readonly ReceivedFile[]): Promise<void>
  /** Throws 404. */
  find(uploadId: string): Promise<Upload>
  /** Answers with the content, in a way that no browser runs it. */
  serve(upload: Upload, req: IncomingMessage, res: ServerResponse): Promise<'sent'>
}

export function createUploads(deps: UploadsDeps): Uploads {
  const { store, clock } = deps
  const folder = uploadsFolder(deps.dataDir)
  let ready: Promise<string> | undefined
  const pathOf = (uploadId: string): string => path.join(folder, path.basename(uploadId))

  async function prepare(): Promise<string> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // What was arriving when an earlier process ended never will. Others may share the folder, and be receiving.
    for (const name of await readdir(folder)) {
      if (!name.endsWith(PASSING)) continue
      const file = path.join(folder, name)
      const touched = await stat(file).catch(() => undefined)
      if (touched && clock.now() - touched.mtimeMs > ARRIVES_WITHIN_MS) await rm(file, { force: true })
    }
    return folder
  }

  return {
    folder() {
      ready ??= prepare()
      return ready
    },
    async keep(conversationId, messageId, files) {
      const uploads = files.map(
        (file, at): Upload => ({
          id: uploadIdOf(conversationId, messageId, at, file.digest),
          conversationId,
          name: file.name,
          contentType: file.contentType,
          bytes: file.bytes,
          digest: file.digest,
          at: clock.now(),
        }),
      )
      for (const [at, upload] of uploads.entries()) {
        await rename(files[at]?.passingPath ?? '', pathOf(upload.id))
      }
      return {
        attachments: uploads.map(({ id, contentType, name, bytes }) => ({
          uploadId: id,
          contentType,
          name,
          bytes,
        })),
        records: uploads.map((upload) =>
          uploadCodec.put({ key: recordKey.upload(upload.id), version: 0, value: upload }),
        ),
      }
    },
    async place(uploadId, file) {
      await rename(file.passingPath, pathOf(uploadId))
    },
    async discard(files) {
      await Promise.all(files.map((file) => rm(file.passingPath, { force: true })))
    },
    async find(uploadId) {
      const [stored] = await store.read([recordKey.upload(uploadId)])
      if (!stored) throw gone()
      const upload = uploadCodec.read(stored).value
      if (upload.away?.lost) throw new HttpFault(404, 'lost-file', upload.away.lost)
      if (upload.away)
        throw new HttpFault(404, 'not-here-yet', 'this file is on its way: try again in a moment')
      return upload
    },
    async serve(upload, req, res) {
      const file = pathOf(upload.id)
      const found = await stat(file).catch(() => undefined)
      if (!found) throw gone()
      res.writeHead(200, {
        'content-type': upload.contentType,
        'content-length': found.size,
        'content-disposition': disposition(upload),
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'private, max-age=3600, immutable',
      })
      if (req.method === 'HEAD') res.end()
      else await pipeline(createReadStream(file), res).catch(() => res.destroy())
      return 'sent'
    },
  }
}

/** Made from what can't be guessed (the conversation's id), and the same for a message that is sent again. */
export function uploadIdOf(conversationId: string, messageId: string, at: number, digest: string): string {
  return createHash('sha256')
    .update(JSON.stringify([conversationId, messageId, at, digest]))
    .digest('base64url')
    .slice(0, 32)
}

/** Images are shown; anything else is only ever saved. */
function disposition({ contentType, name }: Upload): string {
  const kind = contentType.startsWith('image/') ? 'inline' : 'attachment'
  const plain = name.replace(/[^\w. -]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}

function gone(): HttpFault {
  return new HttpFault(404, 'no-such-file', 'this file is not here')
}
