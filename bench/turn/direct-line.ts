import { randomUUID } from 'node:crypto'
import WebSocket from 'ws'
import { HttpConnection } from './http-messages.ts'
import { type Conversation, reply, type Target } from './target.ts'

interface Frame {
  activities: {
    type: string
    text?: string
    from: { id: string }
    channelData?: { clientActivityID?: string; escotilla?: { from?: string; owner?: string } }
  }[]
}

/**
 * Talks to Escotilla as its customers' pages do: a Direct Line 3.0 conversation with a WebSocket each. A turn is
 * over when the bot's words have come over the socket, after the customer's own message has been echoed there:
 * the log's order makes sure that this reply answers this message. By then the turn is on disk.
 */
export function directLine(url: URL): Target {
  return {
    async open(howMany) {
      const conversations: Conversation[] = []
      for (let at = 0; at < howMany; at += 16) {
        const batch = Math.min(16, howMany - at)
        conversations.push(...(await Promise.all(Array.from({ length: batch }, () => openConversation(url)))))
      }
      return conversations
    },
  }
}

/** Opens one conversation and its stream. */
export async function openConversation(url: URL): Promise<Conversation> {
  const connection = new HttpConnection(url)
  const origin = `Origin: ${url.origin}\r\n`
  const userId = `dl_${randomUUID()}`
  const { token } = read<{ token: string }>(
    await connection.post('/v3/directline/tokens/generate', origin, { user: { id: userId }, language: 'es' }),
  )
  const authorization = `Authorization: Bearer ${token}\r\n${origin}`
  const started = read<{ conversationId: string; streamUrl: string; token: string }>(
    await connection.post('/v3/directline/conversations', authorization, { locale: 'es' }),
  )
  const path = `/v3/directline/conversations/${started.conversationId}/activities`

  let awaited:
    | { clientId: string; echoed: boolean; arrive: () => void; fail: (why: string) => void }
    | undefined
  const socket = new WebSocket(started.streamUrl, { perMessageDeflate: false })
  socket.on('message', (data: Buffer) => {
    if (data.length === 0 || !awaited) return
    for (const activity of read<Frame>(data.toString('utf8')).activities) {
      if (activity.type !== 'message' || !awaited) continue
      if (activity.channelData?.clientActivityID === awaited.clientId) awaited.echoed = true
      else if (awaited.echoed && activity.channelData?.escotilla?.from === 'bot') {
        // A customer who is with people costs other work than a turn of the bot: the figure would mean nothing.
        if (activity.channelData.escotilla.owner === 'bot') awaited.arrive()
        else awaited.fail('the bot let go of the customer')
        awaited = undefined
      }
    }
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })

  return {
    async turn(text) {
      const clientId = randomUUID()
      const { arrived, arrive, fail } = reply(`"${text}"`)
      awaited = { clientId, echoed: false, arrive, fail }
      const posted = performance.now()
      const [receivedAt] = await Promise.all([
        arrived,
        connection.post(path, authorization, {
          type: 'message',
          from: { id: userId },
          locale: 'es',
          text,
          channelData: { clientActivityID: clientId },
        }),
      ])
      return receivedAt - posted
    },
    close() {
      socket.terminate()
      connection.close()
    },
  }
}

/** What the other side sent is trusted to have the shape the protocol gives it: a wrong one fails the run. */
function read<T>(text: string): T {
  return JSON.parse(text) as T
}
