import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Next, Request, Response, Server } from 'restify'
import { CASE_PAGE, type CaseLinks } from '../../cases/case-link.ts'
import type { Desk } from '../../cases/desk-file.ts'
import { LABELS } from '../../cases/labels.ts'
import { type MyCase, readMyCase } from '../../cases/my-case.ts'
import type { Accepted, Kept, LinkHolder, Reception } from '../../channels/channel.ts'
import type { Clock } from '../../clock.ts'
import { HttpFault, isNotStored } from '../../errors.ts'
import { FloodLimit } from '../../flood-limit.ts'
import type { Language } from '../../language.ts'
import type { Store } from '../../store/store.ts'
import { pageHeaders } from '../pages.ts'
import { acceptedLanguage, faultAnswer, queryOf, send } from '../routes.ts'
import { awayPage, casePage, lostPage } from './page.ts'
import { STYLE } from './style.ts'

export interface MyCaseDeps {
  store: Store
  desk: Desk
  reception: Pick<Reception, 'acceptByLink'>
  clock: Clock
  links: CaseLinks
  fail(thrown: unknown, req: IncomingMessage): HttpFault
}

/** Pages that one address may open: thirty at once, then one in two seconds. */
const PAGES = { burst: 30, everyMs: 2_000 }
/** Asks from one page within so long are one ask: a press twice, a page loaded again. */
const SAME_ASK_MS = 60_000

/**
 * "Mi caso": what is done and what is owed, by whom and by when, for whoever holds the link of a receipt. Rendered
 * here, works without scripts, tells nothing of who the customer is, and leads to a person. An ask from it goes into
 * the customer's own conversation.
 */
export function registerMyCase(server: Server, deps: MyCaseDeps): void {
  const { store, desk, reception, clock, links } = deps
  const flood = new FloodLimit(PAGES, clock)
  const tag = `"${createHash('sha256').update(STYLE).digest('base64url').slice(0, 16)}"`

  async function show(req: Request, res: Response): Promise<void> {
    const now = clock.now()
    const said = languageOf(req)
    const parts = { company: desk.company, timeZone: desk.timeZone }
    const lost = (
      status: number,
      why: Parameters<typeof lostPage>[0],
      more: Record<string, string> = {},
    ): void =>
      html(
        req,
        res,
        status,
        lostPage(why, { ...parts, language: said ?? acceptedLanguage(req) ?? 'es' }),
        more,
      )
    // Whoever asks for a person is never refused for asking often.
    const waitMs = req.method === 'POST' ? 0 : flood.take(req.socket.remoteAddress ?? 'unknown')
    if (waitMs > 0) return lost(429, 'busy', { 'retry-after': String(Math.ceil(waitMs / 1000)) })
    const token = String((req.params as { token?: string } | undefined)?.token ?? '')
    const link = links.read(token, now)
    if (link.outcome === 'expired') return lost(410, 'expired')
    if (link.outcome !== 'ok') return lost(404, 'unknown')
    const path = `${CASE_PAGE}/${token}`
    const away = { ...parts, language: said ?? acceptedLanguage(req) ?? 'es', path }
    if (req.method === 'POST') {
      const { language } = away
      const received = await ask({ link: link.subject, language }, now)
      if (received === 'unknown') return lost(404, 'unknown')
      if (received === 'away') return html(req, res, 503, awayPage(away))
      if (received.outcome === 'kept') return html(req, res, 200, awayPage({ ...away, kept: received.words }))
      const to = `${path}?lang=${language}&pedido=1`
      res.writeHead(303, { location: to, 'cache-control': 'no-store' })
      res.end()
      return
    }
    let view: MyCase | undefined
    try {
      view = await readMyCase({ store, desk }, link.subject, now, said)
    } catch (thrown) {
      if (!isNotStored(thrown)) throw thrown
      return html(req, res, 503, awayPage(away), { 'retry-after': '60' })
    }
    if (!view) return lost(404, 'unknown')
    const asked = queryOf(req).get('pedido') === '1'
    const language = view.language
    html(req, res, 200, casePage(view, { ...parts, language, path, until: link.until, asked }))
  }

  /** An ask from the page. `'unknown'`: nothing of what its link is about is stored; `'away'`: nor could it be kept. */
  async function ask(from: LinkHolder, now: number): Promise<Accepted | Kept | 'unknown' | 'away'> {
    try {
      return await reception.acceptByLink(from, {
        messageId: `mi-caso-${Math.floor(now / SAME_ASK_MS)}`,
        text: LABELS.ask[from.language],
        attachments: [],
        action: 'ask',
      })
    } catch (thrown) {
      if (isNotStored(thrown)) return 'away'
      if (thrown instanceof HttpFault && thrown.status === 404) return 'unknown'
      throw thrown
    }
  }

  const answer = (req: Request, res: Response, next: Next): void => {
    show(req, res)
      .catch((thrown: unknown) => {
        if (res.headersSent) res.destroy()
        else send(res, faultAnswer(deps.fail(thrown, req)))
      })
      .then(
        () => next(false),
        () => res.destroy(),
      )
  }
  server.get(`${CASE_PAGE}/estilo.css`, (_req: Request, res: Response, next: Next) => {
    res.writeHead(200, {
      'content-type': 'text/css; charset=utf-8',
      'content-length': Buffer.byteLength(STYLE),
      'cache-control': 'public, max-age=300',
      etag: tag,
    })
    res.end(STYLE)
    next(false)
  })
  server.get(`${CASE_PAGE}/:token`, answer)
  server.head(`${CASE_PAGE}/:token`, answer)
  server.post(`${CASE_PAGE}/:token`, answer)
}

function html(
  req: Request,
  res: Response,
  status: number,
  page: string,
  more: Record<string, string> = {},
): void {
  res.writeHead(status, {
    ...pageHeaders(req),
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    // The address itself is the credential: it goes to nobody.
    'referrer-policy': 'no-referrer',
    ...more,
  })
  res.end(req.method === 'HEAD' ? undefined : page)
}

function languageOf(req: IncomingMessage): Language | undefined {
  const wanted = queryOf(req).get('lang')
  return wanted === 'es' || wanted === 'en' ? wanted : undefined
}
