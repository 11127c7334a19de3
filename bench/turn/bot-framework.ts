import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { HttpConnection, httpReader } from './http-messages.ts'
import { type Conversation, reply, type Target } from './target.ts'

/**
 * Plays the Bot Connector for the baseline: posts activities to `/api/messages` and receives the replies at
 * `POST /v3/conversations/:id/activities`. It lives inside the load generator, so the baseline's reply counts
 * as received with no further hop; a real connector would still have to carry it to the customer.
 */
export async function botFramework(url: URL): Promise<Target> {
  const awaited = new Map<string, () => void>()
  const connector = createServer((socket) => {
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.on(
      'data',
      httpReader(({ start }) => {
        const id = /^POST \/v3\/conversations\/([^/]+)\/activities/.exec(start)?.[1]
        const answer = JSON.stringify({ id: randomUUID() })
        socket.write(
          `HTTP/1.1 ${id ? '200 OK' : '404 Not Found'}\r\nContent-Type: application/json\r\n` +
            `Content-Length: ${answer.length}\r\n\r\n${answer}`,
        )
        if (id) awaited.get(id)?.()
      }),
    )
  })
  await new Promise<void>((listening) => connector.listen(0, '127.0.0.1', listening))
  const address = connector.address()
  if (!address || typeof address === 'string') throw new Error('the connector has no port')
  const serviceUrl = `http://127.0.0.1:${address.port}/`

  function conversation(): Conversation {
    const id = randomUUID()
    const connection = new HttpConnection(url)
    return {
      async turn(text) {
        const { arrived, arrive } = reply(`"${text}"`)
        awaited.set(id, arrive)
        const posted = performance.now()
        const [receivedAt] = await Promise.all([
          arrived,
          connection.post('/api/messages', '', {
            type: 'message',
            id: randomUUID(),
            timestamp: new Date().toISOString(),
            channelId: 'directline',
            serviceUrl,
            conversation: { id },
            from: { id: `customer-${id}` },
            recipient: { id: 'bot' },
            locale: 'es',
            text,
          }),
        ])
        return receivedAt - posted
      },
      close() {
        awaited.delete(id)
        connection.close()
      },
    }
  }

  return {
    async open(howMany) {
      return Array.from({ length: howMany }, conversation)
    },
  }
}
