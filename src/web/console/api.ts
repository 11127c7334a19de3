import type {
  CaseRequests,
  CaseView,
  ChatsView,
  CommitmentsView,
  CommitmentView,
  DeskView,
  ErrorBody,
  MeView,
  PresenceView,
  QueueView,
  SearchView,
  SignInView,
  TranscriptView,
} from '../../http/wire.ts'

/** What became of a request. `away`: whether it arrived is unknown; it may be sent again under the same id. */
export type Reply<T> =
  | { kind: 'ok'; status: number; body: T }
  | { kind: 'refused'; status: number; code: string; message: string }
  | { kind: 'signed-out' }
  | { kind: 'away' }

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export const API = '/api/agent/v1'
/** A request that takes longer than this is given up: the agent sees that the server is away. */
const TIME_LIMIT_MS = 10_000

/** The agent API, typed. It never throws; what went wrong is in the reply. */
export function createApi(
  fetcher: typeof fetch,
  heardTime: (serverNow: number) => void,
  language: () => string,
) {
  async function call<T>(method: Method, path: string, body?: unknown): Promise<Reply<T>> {
    try {
      const response = await fetcher(`${API}${path}`, {
        method,
        credentials: 'same-origin',
        signal: AbortSignal.timeout(TIME_LIMIT_MS),
        // Facts and reasons come in the language that the agent reads.
        headers: {
          'accept-language': language(),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const date = Date.parse(response.headers.get('date') ?? '')
      if (!Number.isNaN(date)) heardTime(date)
      const text = await response.text()
      const answer: unknown = text ? JSON.parse(text) : undefined
      if (response.ok) return { kind: 'ok', status: response.status, body: answer as T }
      if (response.status === 401) return { kind: 'signed-out' }
      if (response.status >= 500 || response.status === 429) return { kind: 'away' }
      const { code = 'refused', message = '' } = (answer as Partial<ErrorBody> | undefined)?.error ?? {}
      return { kind: 'refused', status: response.status, code, message }
    } catch {
      return { kind: 'away' }
    }
  }
  const ofCase = (key: string, rest = '') => `/cases/${encodeURIComponent(key)}${rest}`
  return {
    signInOptions: () => call<SignInView>('GET', '/session'),
    signIn: (account: string) => call<MeView>('POST', '/session', { demo: account }),
    signOut: () => call<undefined>('DELETE', '/session'),
    me: () => call<MeView>('GET', '/me'),
    setPresence: (status: PresenceView['status'], capacity: number) =>
      call<PresenceView>('PUT', '/presence', { status, capacity }),
    queue: (after?: string) =>
      call<QueueView>('GET', after === undefined ? '/queue' : `/queue?after=${encodeURIComponent(after)}`),
    search: (text: string) => call<SearchView>('GET', `/search?q=${encodeURIComponent(text)}`),
    chats: () => call<ChatsView>('GET', '/chats'),
    commitments: () => call<CommitmentsView>('GET', '/commitments'),
    desk: () => call<DeskView>('GET', '/desk'),
    claimNext: (id: string) => call<CaseView | undefined>('POST', '/queue/claim', { id }),
    read: (key: string) => call<CaseView>('GET', ofCase(key)),
    transcript: (key: string, before: string) =>
      call<TranscriptView>('GET', ofCase(key, `/transcript?before=${encodeURIComponent(before)}`)),
    act: (key: string, verb: 'claim' | 'release' | 'park' | 'unpark' | 'still-here') =>
      call<CaseView | undefined>('POST', ofCase(key, `/${verb}`), {}),
    confirm: (id: string, ref: string) =>
      call<CommitmentView>('POST', `/commitments/${encodeURIComponent(id)}/confirm`, { ref }),
    endCommitment: (id: string, end: { how: 'off' } | { how: 'broken'; why: string }) =>
      call<CommitmentView>('POST', `/commitments/${encodeURIComponent(id)}/end`, end),
    post: <V extends keyof CaseRequests>(key: string, verb: V, body: CaseRequests[V]) =>
      call<unknown>('POST', ofCase(key, `/${verb}`), body),
  }
}
export type Api = ReturnType<typeof createApi>
