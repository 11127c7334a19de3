import type {
  ActivitySet,
  ConversationAnswer,
  GenerateAnswer,
  IncomingActivity,
  OutgoingActivity,
  PostAnswer,
  TokenAnswer,
} from '../../channels/web/activity.ts'
import { alone, type Keep } from './keep.ts'
import type { LinkState } from './screen.ts'
import type { Posted, UnsentFile } from './unsent.ts'

export interface LinkEvents {
  onState(state: LinkState): void
  /** The conversation that the next activities belong to; a new one starts with an empty screen. */
  onConversation(id: string, isNew: boolean): void
  onActivities(activities: OutgoingActivity[]): void
}

const REQUEST_LIMIT_MS = 15_000
const UPLOAD_LIMIT_MS = 90_000
/** Longest wait between attempts; the browser's "online" event and a returning customer end it at once. */
const PAUSE_LIMIT_MS = 15_000
/** Sockets that could not be opened this often in a row are given up for asking again and again. */
const SOCKET_FAILURES = 2
const POLL_VISIBLE_MS = 2_000
const POLL_HIDDEN_MS = 15_000
/** Polls until a socket is tried again. */
const POLLS_PER_TRY = 30
const EMPTY_FRAME_MS = 25_000
/** The server's word for: another window has this conversation now. */
const TAKEN_OVER = 4001

/** A small Direct Line 3.0 client: stream with watermark, back-off, and polling where sockets do not get through. */
export class Link {
  readonly #api: string
  readonly #keep: Keep
  readonly #locale: string
  readonly #on: LinkEvents
  #grant: (TokenAnswer & { until: number; isStarted: boolean }) | undefined
  /** The conversation on the screen, and how far. */
  #shown: string | undefined
  #watermark: string | undefined
  #socket: WebSocket | undefined
  #socketFailures = 0
  #isRunning = false
  /** Ends the pause that the loop is in. */
  #wake: () => void = () => {}
  /** Gives up the socket at once, without waiting for the other side to say goodbye. */
  #drop: () => void = () => {}

  constructor(base: string, keep: Keep, locale: string, on: LinkEvents) {
    this.#api = `${base}/v3/directline`
    this.#keep = keep
    this.#locale = locale
    this.#on = on
  }

  /** Connects and stays connected. */
  start(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    addEventListener('online', () => this.nudge())
    addEventListener('offline', () => {
      this.#on.onState('offline')
      this.#drop()
    })
    const comeBack = (): void => {
      if (document.visibilityState === 'visible') this.nudge()
    }
    document.addEventListener('visibilitychange', comeBack)
    addEventListener('focus', comeBack)
    void this.#run()
  }

  /** Tries now instead of later. */
  nudge(): void {
    this.#wake()
    // After sleep or a change of network a socket can look open and be dead: an answer over HTTP tells.
    if (this.#socket?.readyState === WebSocket.OPEN) this.#pollOnce().catch(() => this.#drop())
  }

  /** Sends a message; never throws. */
  async post(activity: IncomingActivity, file?: UnsentFile): Promise<Posted> {
    try {
      const first = await this.#postOnce(activity, file)
      if (first !== 'new-token') return first
      const second = await this.#postOnce(activity, file)
      return second === 'new-token' ? { outcome: 'later' } : second
    } catch {
      return { outcome: 'later' }
    }
  }

  /** Sends what is not worth keeping: typing, read marks. */
  tell(activity: IncomingActivity): void {
    if (this.#grant?.isStarted) void this.post(activity)
  }

  async #postOnce(activity: IncomingActivity, file: UnsentFile | undefined): Promise<Posted | 'new-token'> {
    const { conversationId } = await this.#started()
    const place = `/conversations/${encodeURIComponent(conversationId)}`
    const answer = file
      ? await this.#fetch('POST', `${place}/upload`, { form: await formOf(activity, file) })
      : await this.#fetch('POST', `${place}/activities`, { json: activity })
    if (answer.ok) {
      const { id, escotilla: kept } = (await answer.json()) as PostAnswer
      if (kept?.kept) return { outcome: 'kept', as: { caseKey: kept.caseKey, text: kept.text } }
      const seq = Number(id?.split('|')[1])
      return { outcome: 'stored', seq: Number.isSafeInteger(seq) ? seq : undefined }
    }
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
      this.#grant = undefined
      return 'new-token'
    }
    if (answer.status === 503) return { outcome: 'later', isStoreAway: true }
    if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return { outcome: 'later' }
    const body = (await answer.json().catch(() => ({}))) as { error?: { code?: string } }
    return { outcome: 'refused', code: body.error?.code ?? String(answer.status) }
  }

  async #run(): Promise<void> {
    let failures = 0
    for (;;) {
      let isOpened = false
      try {
        if (failures > 0 || !this.#grant) this.#on.onState('connecting')
        const answer = await this.#open()
        if (this.#socketFailures >= SOCKET_FAILURES) await this.#poll(POLLS_PER_TRY)
        const ending = await this.#listen(answer.streamUrl)
        isOpened = ending.isOpened
        if (ending.code === TAKEN_OVER) {
          await this.#pollUntilBack()
          failures = 0
          continue
        }
        this.#socketFailures = isOpened ? 0 : this.#socketFailures + 1
        // The server is there, sockets don't get through: the next round asks for what is new instead.
        if (!isOpened && this.#socketFailures >= SOCKET_FAILURES) continue
      } catch {
        isOpened = false
      }
      failures = isOpened ? 1 : failures + 1
      this.#on.onState(failures > 1 || !navigator.onLine ? 'offline' : 'connecting')
      const longest = Math.min(PAUSE_LIMIT_MS, 500 * 2 ** failures)
      await this.#pause(longest / 2 + (Math.random() * longest) / 2)
    }
  }

  /** A conversation with a stream address. Throws when there is no way there. */
  async #open(): Promise<ConversationAnswer> {
    const grant = await this.#started()
    const path = `/conversations/${encodeURIComponent(grant.conversationId)}`
    const after = this.#watermark === undefined ? '' : `?watermark=${encodeURIComponent(this.#watermark)}`
    const answer = await this.#fetch('GET', `${path}${after}`)
    if (!answer.ok) {
      if (answer.status < 500) this.#grant = undefined
      throw new Error(`reconnect: ${answer.status}`)
    }
    const open = (await answer.json()) as ConversationAnswer
    this.#hold(open, true)
    return open
  }

  /** Two at once share one request. */
  #starting: Promise<{ conversationId: string }> | undefined
  #started(): Promise<{ conversationId: string }> {
    if (this.#grant?.isStarted && this.#grant.until > Date.now()) return Promise.resolve(this.#grant)
    this.#starting ??= alone(`start:${this.#api}`, () => this.#start()).finally(() => {
      this.#starting = undefined
    })
    return this.#starting
  }

  async #start(): Promise<{ conversationId: string }> {
    const resume = this.#keep.read<string>('resume')
    const asked = await this.#fetch('POST', '/tokens/generate', {
      json: { ...(resume ? { resume } : {}), locale: this.#locale },
      isFree: true,
    })
    if (!asked.ok) throw new Error(`token: ${asked.status}`)
    const token = (await asked.json()) as GenerateAnswer
    const isOther = token.conversationId !== this.#shown
    this.#hold(token, token.resumed)
    if (!token.resumed) {
      const begun = await this.#fetch('POST', '/conversations', { json: { locale: this.#locale } })
      // While the store is away an ask is taken all the same, and begins the conversation when the store is back.
      if (begun.status !== 503) {
        if (!begun.ok) throw new Error(`start: ${begun.status}`)
        this.#hold((await begun.json()) as ConversationAnswer, true)
      }
    }
    // Kept once the conversation is there, so that a second tab joins it instead of beginning its own.
    if (token.resume) this.#keep.write('resume', token.resume)
    if (isOther || !token.resumed) {
      this.#watermark = undefined
      this.#shown = token.conversationId
      this.#on.onConversation(token.conversationId, !token.resumed)
    }
    return token
  }

  #hold(token: TokenAnswer, isStarted: boolean): void {
    // A minute early, so that no request leaves with a token that expires on its way.
    this.#grant = { ...token, isStarted, until: Date.now() + (token.expires_in - 60) * 1000 }
  }

  #listen(address: string): Promise<{ isOpened: boolean; code: number }> {
    return new Promise((resolve) => {
      const socket = new WebSocket(address)
      this.#socket = socket
      let isOpened = false
      const end = (code: number): void => {
        clearInterval(beat)
        if (this.#socket === socket) this.#socket = undefined
        resolve({ isOpened, code })
      }
      this.#drop = () => {
        end(1006)
        socket.close()
      }
      // Direct Line's clients send empty frames; they keep proxies from closing a quiet connection.
      const beat = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send(''), EMPTY_FRAME_MS)
      socket.onopen = () => {
        isOpened = true
        this.#on.onState('online')
      }
      socket.onmessage = ({ data }) => {
        if (typeof data === 'string' && data !== '') this.#take(JSON.parse(data) as ActivitySet)
      }
      socket.onclose = ({ code }) => end(code)
    })
  }

  #take(frame: ActivitySet): void {
    if (frame.watermark) this.#watermark = frame.watermark
    this.#on.onActivities(frame.activities ?? [])
  }

  async #poll(times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      await this.#pollOnce()
      await this.#pause(document.visibilityState === 'visible' ? POLL_VISIBLE_MS : POLL_HIDDEN_MS)
    }
  }

  /** Another window has the stream: look now and then, until the customer comes back to this one. */
  async #pollUntilBack(): Promise<void> {
    for (;;) {
      await this.#pollOnce().catch(() => this.#on.onState('offline'))
      const isWoken = await this.#pause(document.hasFocus() ? POLL_VISIBLE_MS : POLL_VISIBLE_MS * 2)
      if (isWoken && document.hasFocus()) return
    }
  }

  async #pollOnce(): Promise<void> {
    const { conversationId } = await this.#started()
    const after = this.#watermark === undefined ? '' : `?watermark=${encodeURIComponent(this.#watermark)}`
    const path = `/conversations/${encodeURIComponent(conversationId)}/activities${after}`
    const answer = await this.#fetch('GET', path)
    if (!answer.ok) {
      if (answer.status < 500) this.#grant = undefined
      throw new Error(`poll: ${answer.status}`)
    }
    this.#on.onState('online')
    this.#take((await answer.json()) as ActivitySet)
  }

  #fetch(
    method: 'GET' | 'POST',
    path: string,
    body: { json?: unknown; form?: FormData; isFree?: boolean } = {},
  ): Promise<Response> {
    const { json, form, isFree } = body
    return fetch(`${this.#api}${path}`, {
      method,
      headers: {
        ...(isFree ? {} : { authorization: `Bearer ${this.#grant?.token ?? ''}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: form ?? (json === undefined ? null : JSON.stringify(json)),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(form ? UPLOAD_LIMIT_MS : REQUEST_LIMIT_MS),
    })
  }

  /** True when woken early. */
  #pause(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve(true)
      }
    })
  }
}

/** Direct Line's upload: a part `activity` and the file. */
async function formOf(activity: IncomingActivity, file: UnsentFile): Promise<FormData> {
  const form = new FormData()
  form.append(
    'activity',
    new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }),
    'activity',
  )
  form.append('file', bytesOf(file), file.name)
  return form
}

/** By hand: fetching a `data:` URL is forbidden by many sites' policies. */
function bytesOf(file: UnsentFile): Blob {
  const text = atob(file.data.slice(file.data.indexOf(',') + 1))
  return new Blob([Uint8Array.from(text, (char) => char.charCodeAt(0))], { type: file.type })
}
