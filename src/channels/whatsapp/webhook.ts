import type { Server } from 'restify'
import { z } from 'zod'
import { HttpFault } from '../../errors.ts'
import { parseJson, queryOf, type RouteDefaults, readBytes, route } from '../../http/routes.ts'
import { type Item, readDelivery } from './incoming.ts'
import { isSame, isSigned } from './signature.ts'

export const WEBHOOK_PATH = '/webhooks/whatsapp'
/** Meta's own limit of a webhook is 3 MB. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024

export interface WebhookParts {
  appSecret: string
  verifyToken: string
  phoneNumberId: string
  fail: RouteDefaults['fail']
  /** Resolves when all of it is stored. */
  take(items: readonly Item[]): Promise<void>
}

/**
 * The two endpoints that Meta calls: one to see that they are ours, one with what happened. What is answered with
 * anything but 200 comes again, for up to seven days.
 * developers.facebook.com/docs/graph-api/webhooks/getting-started
 */
export function registerWebhook(server: Server, parts: WebhookParts): void {
  const { fail } = parts

  route(server, 'get', WEBHOOK_PATH, { fail }, (call) => {
    const query = queryOf(call.req)
    const challenge = query.get('hub.challenge') ?? ''
    const isOurs =
      query.get('hub.mode') === 'subscribe' && isSame(query.get('hub.verify_token') ?? '', parts.verifyToken)
    if (!isOurs) {
      throw new HttpFault(403, 'wrong-token', 'hub.verify_token is not WHATSAPP_VERIFY_TOKEN')
    }
    // It is only ever a number; nothing else is sent back, in a page of ours.
    if (!/^[\w-]{1,200}$/.test(challenge)) {
      throw new HttpFault(400, 'bad-request', 'hub.challenge is missing, or is not one')
    }
    call.res.writeHead(200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': challenge.length,
      'cache-control': 'no-store',
    })
    call.res.end(challenge)
    return 'sent'
  })

  route(server, 'post', WEBHOOK_PATH, { fail }, async ({ req }) => {
    const bytes = await readBytes(req, BODY_LIMIT_BYTES)
    const header = req.headers['x-hub-signature-256']
    if (!isSigned(bytes, typeof header === 'string' ? header : undefined, parts.appSecret)) {
      throw new HttpFault(401, 'bad-signature', 'X-Hub-Signature-256 is not that of this body')
    }
    await parts.take(readDelivery(parseJson(bytes, z.unknown()), parts.phoneNumberId))
    return { status: 200, body: {} }
  })
}
