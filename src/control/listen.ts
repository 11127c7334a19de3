import { rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { EscotillaError, messageOf } from '../errors.ts'

/** In the data folder, which is for one user only: who may write there may command. */
export const SOCKET_FILE = 'control.sock'
/** Systems take no longer path for a socket (unix(7)). */
const LONGEST_PATH = 100

/** What a command asks for, with what it needs. */
export const requestShape = z.discriminatedUnion('do', [
  z.object({ do: z.literal('archive'), folder: z.string(), dryRun: z.boolean() }),
  z.object({ do: z.literal('hold-still') }),
  z.object({ do: z.literal('lessons') }),
  z.object({ do: z.literal('verify'), archive: z.string().optional() }),
])
export type Request = z.infer<typeof requestShape>

export const answerShape = z.union([
  z.object({ done: z.unknown() }),
  z.object({ fault: z.object({ code: z.string(), message: z.string() }) }),
])

/** Carries a request out. `gone`: whoever asked has left. What it answers is told, and the line stays until they leave. */
export type Obey = (request: Request, gone: AbortSignal) => Promise<unknown>

/**
 * Commands of the operator to the one process that has the store of this folder, by a socket in it: one JSON line asks,
 * one answers. Undefined where the folder's path is too long for a socket.
 */
export async function listenForCommands(
  folder: string,
  obey: Obey,
): Promise<{ close(): Promise<void> } | undefined> {
  const file = path.join(folder, SOCKET_FILE)
  if (Buffer.byteLength(file) > LONGEST_PATH) return undefined
  // Of a process that was killed: this one has the store now.
  rmSync(file, { force: true })
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)))
    socket.on('error', () => socket.destroy())
    void serve(socket, obey)
  })
  await listening(server, file)
  server.unref()
  return {
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function serve(socket: Socket, obey: Obey): Promise<void> {
  const gone = new AbortController()
  socket.on('close', () => gone.abort())
  for await (const line of createInterface({ input: socket })) {
    const answer = await answerTo(line, obey, gone.signal)
    if (!socket.destroyed) socket.write(`${JSON.stringify(answer)}\n`)
  }
}

async function answerTo(line: string, obey: Obey, gone: AbortSignal): Promise<z.infer<typeof answerShape>> {
  try {
    return { done: (await obey(requestShape.parse(JSON.parse(line)), gone)) ?? null }
  } catch (thrown) {
    const code = thrown instanceof EscotillaError ? thrown.code : 'failed'
    return { fault: { code, message: messageOf(thrown) } }
  }
}

function listening(server: Server, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(file, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
