import { once } from 'node:events'
import { connect } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { EscotillaError } from '../errors.ts'
import { answerShape, type Request, SOCKET_FILE } from './listen.ts'

/** A server that has the store of a folder. */
export interface Commanded {
  ask(request: Request): Promise<unknown>
  /** Resolves when the server is gone, or has hung up. */
  gone: Promise<unknown>
  leave(): void
}

/** The server that has the store of this folder; undefined when none runs. */
export async function findServer(folder: string): Promise<Commanded | undefined> {
  const socket = connect(path.join(folder, SOCKET_FILE))
  try {
    await once(socket, 'connect')
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return undefined
    throw thrown
  }
  const gone = once(socket, 'close')
  socket.on('error', () => socket.destroy())
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  return {
    async ask(request) {
      socket.write(`${JSON.stringify(request)}\n`)
      const { value, done } = await lines.next()
      if (done) throw new EscotillaError('server-gone', 'the server ended before it had answered')
      const answer = answerShape.parse(JSON.parse(String(value)))
      if ('fault' in answer) throw new EscotillaError(answer.fault.code, answer.fault.message)
      return answer.done
    },
    gone,
    leave: () => socket.destroy(),
  }
}
