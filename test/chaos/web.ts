import { anyServer, ask, type Clients, insist } from './client.ts'
import type { CustomerAccount, Ledger, Sent } from './ledger.ts'
import { bearer, type Ear, Poller, Streamer } from './listening.ts'
import type { Chance } from './random.ts'
import type { Arrived, Way } from './way.ts'

interface WebParts {
  clients: Clients
  ledger: Ledger
  chance: Chance
}

/** A customer in a browser: Direct Line. Undefined: the run was over before anybody let them in. */
export async function arriveOnWeb(
  parts: WebParts,
  name: string,
  options: { streams: boolean },
): Promise<Arrived | undefined> {
  const { clients, chance, ledger } = parts
  const minted = await insist(clients, chance, '/v3/directline/tokens/generate', { body: {} })
  const { token } = (minted?.body ?? {}) as { token?: string }
  if (token === undefined) return undefined
  const started = await insist(clients, chance, '/v3/directline/conversations', {
    body: {},
    headers: { authorization: `Bearer ${token}` },
  })
  const conversation = (started?.body ?? {}) as { token?: string; conversationId?: string }
  if (conversation.token === undefined || conversation.conversationId === undefined) return undefined
  const account: CustomerAccount = {
    name,
    channel: 'web',
    conversationId: conversation.conversationId,
    address: conversation.token,
    sent: [],
    seen: [],
    seenUpTo: 0,
    lastSeq: 0,
  }
  const own = { clients, ledger, chance: chance.fork(), account }
  return { account, way: new WebWay(own, options.streams ? new Streamer(own) : new Poller(own)) }
}

class WebWay implements Way {
  readonly ear: Ear
  readonly #parts: WebParts & { account: CustomerAccount }

  constructor(parts: WebParts & { account: CustomerAccount }, ear: Ear) {
    this.#parts = parts
    this.ear = ear
  }

  idOf(nth: number): string {
    return `${this.#parts.account.name}-${nth}`
  }

  async post(message: Sent, patienceMs?: number): Promise<void> {
    const { clients, ledger, chance, account } = this.#parts
    const path = `/v3/directline/conversations/${account.conversationId}/activities`
    const answer = await ask(clients, anyServer(clients, chance), path, {
      body: {
        type: 'message',
        text: message.text,
        from: { id: 'me' },
        channelData: { clientActivityID: message.id },
      },
      headers: bearer(account),
      ...(patienceMs === undefined ? {} : { patienceMs }),
    })
    if (!ledger.note(message, answer, clients.elapsed()) || !answer) return
    const { escotilla } = answer.body as { escotilla?: { kept?: boolean; caseKey: string } }
    if (escotilla?.kept) message.kept = [...(message.kept ?? []), escotilla.caseKey]
  }
}
