import type { PostAnswer } from '../../src/channels/web/activity.ts'

interface Activity {
  type: string
  text?: string
  channelData?: { escotilla?: { from?: string; owner?: string; caseKey?: string } }
}

/** A message that can be posted again: its own id makes it the same message. */
export interface Written {
  post(url: string): Promise<number | 'cut'>
  /** With what was answered. */
  answer(url: string): Promise<{ status: number; body: PostAnswer & { error?: { code: string } } }>
}

/** A customer who talks Direct Line by plain requests, and keeps trying as a widget does. */
export class Customer {
  readonly #token: string
  readonly conversationId: string
  #sent = 0

  private constructor(token: string, conversationId: string) {
    this.#token = token
    this.conversationId = conversationId
  }

  static async arrive(url: string): Promise<Customer> {
    const generated = await post(`${url}/v3/directline/tokens/generate`, undefined, {})
    const { token, conversationId } = (await generated.json()) as { token: string; conversationId: string }
    const started = await post(`${url}/v3/directline/conversations`, token, {})
    // While the store is away nothing is begun, and the token is good all the same.
    const conversation = started.ok ? ((await started.json()) as { token: string }) : { token }
    return new Customer(conversation.token, conversationId)
  }

  /** A message that can be posted again: its own id makes it the same message. */
  write(text: string): Written {
    this.#sent += 1
    const clientActivityID = `message-${this.#sent}`
    const body = { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } }
    const path = `/v3/directline/conversations/${this.conversationId}/activities`
    const send = (url: string) => post(`${url}${path}`, this.#token, body)
    return {
      post: async (url) => {
        try {
          return (await send(url)).status
        } catch {
          return 'cut'
        }
      },
      async answer(url) {
        const answer = await send(url)
        return { status: answer.status, body: (await answer.json()) as PostAnswer }
      },
    }
  }

  /** What was said so far, as `who: words`. */
  async transcript(url: string): Promise<string[]> {
    const path = `/v3/directline/conversations/${this.conversationId}/activities`
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${this.#token}` } })
    // It may not be begun yet, or the store may be away.
    if (!answer.ok) return []
    const { activities } = (await answer.json()) as { activities: Activity[] }
    return activities
      .filter((activity) => activity.type === 'message')
      .map((activity) => `${activity.channelData?.escotilla?.from}: ${activity.text}`)
  }

  /** Polls until the transcript is as wanted. */
  async hears(url: string, enough: (said: string[]) => boolean): Promise<string[]> {
    const until = performance.now() + 15_000
    for (;;) {
      const said = await this.transcript(url)
      if (enough(said)) return said
      if (performance.now() > until) throw new Error(`never heard; so far:\n${said.join('\n')}`)
    }
  }
}

function post(url: string, token: string | undefined, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
}
