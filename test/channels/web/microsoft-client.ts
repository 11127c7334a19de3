import { createRequire } from 'node:module'
import { type Activity, DirectLine, type DirectLineOptions, type Message } from 'botframework-directlinejs'
import type { LineProxy } from './line-proxy.ts'

/** The client's own copy of rxjs, which speaks for itself at run time only: its types are of another age. */
const load = createRequire(import.meta.url)
interface Subscriber {
  next(value: unknown): void
  error(thrown: unknown): void
  complete(): void
}
const { Observable } = load('rxjs/Observable') as {
  Observable: { create(subscribe: (subscriber: Subscriber) => void): unknown }
}
const { async: asyncScheduler } = load('rxjs/scheduler/async') as {
  async: { schedule(work: unknown, delay: number, state: unknown): unknown }
}

/** The client waits 3 to 15 s after a loss, and 20 s after a failure: here its time goes faster. */
const SPEED = 100
const BEGAN = Date.now()
const fastScheduler = {
  now: () => BEGAN + (Date.now() - BEGAN) * SPEED,
  schedule: (work: unknown, delay = 0, state?: unknown) =>
    asyncScheduler.schedule(work, delay / SPEED, state),
}

interface AjaxRequest {
  url: string
  method?: string
  headers?: Record<string, string>
  body?: unknown
  responseType?: string
}

/** What the client's `XMLHttpRequest` does in a browser. */
function ajax(request: AjaxRequest | string): unknown {
  const {
    url,
    method = 'GET',
    headers = {},
    body,
    responseType,
  } = typeof request === 'string' ? { url: request } : request
  return Observable.create((subscriber) => {
    const isForm = body instanceof FormData
    fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    }).then(
      async (response) => {
        const answer = responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.text()
        const read: unknown = typeof answer === 'string' && answer !== '' ? JSON.parse(answer) : answer
        if (!response.ok) {
          const xhr = { getResponseHeader: (name: string) => response.headers.get(name) }
          subscriber.error(
            Object.assign(new Error(`status ${response.status}`), { status: response.status, xhr }),
          )
          return
        }
        subscriber.next({ status: response.status, response: read })
        subscriber.complete()
      },
      () => subscriber.error(Object.assign(new Error('no connection'), { status: 0 })),
    )
  })
}

/** Microsoft's `botframework-directlinejs`, with what it heard. */
export class MicrosoftClient {
  readonly directLine: DirectLine
  readonly activities: Activity[] = []
  readonly statuses: number[] = []
  #wake: () => void = () => {}
  readonly #listening: { unsubscribe(): void }

  constructor(line: LineProxy, options: Partial<DirectLineOptions> & { webSocket?: boolean }) {
    this.directLine = new DirectLine({
      domain: `http://127.0.0.1:${line.port}/v3/directline`,
      pollingInterval: 200,
      ...options,
      ajax,
      scheduler: fastScheduler,
    } as unknown as DirectLineOptions)
    this.directLine.connectionStatus$.subscribe((status) => {
      this.statuses.push(status)
      this.#wake()
    })
    this.#listening = this.directLine.activity$.subscribe(
      (activity) => {
        this.activities.push(activity)
        this.#wake()
      },
      () => {},
    )
  }

  /** In the conversation's order, as Web Chat shows them: the client itself mixes frames that come close together. */
  get texts(): string[] {
    const place = ({ channelData }: Activity): number =>
      (channelData as { 'webchat:sequence-id'?: number } | undefined)?.['webchat:sequence-id'] ?? 0
    const inOrder = this.activities.toSorted((a, b) => place(a) - place(b))
    return inOrder.flatMap((activity) => (activity.type === 'message' ? [activity.text ?? ''] : []))
  }

  /** The id that the server gave, or `retry`. */
  post(activity: Partial<Message> & { channelData?: object }): Promise<string> {
    return new Promise((resolve, reject) => {
      const whole = { type: 'message', from: { id: 'ignored' }, ...activity } as Message
      this.directLine.postActivity(whole).subscribe(resolve, reject)
    })
  }

  /** Resolves when `condition` holds; jest's own time limit ends a wait for nothing. */
  async until(condition: (client: MicrosoftClient) => boolean): Promise<void> {
    while (!condition(this)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  end(): void {
    this.directLine.end()
    this.#listening.unsubscribe()
  }
}
