import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody else's web site: pages by path, with headers if they have any. Another origin than the product's. */
export async function openSite(
  pages: Record<string, { html: string; headers?: Record<string, string> }>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((req, res) => {
    const page = pages[req.url?.split('?')[0] ?? '/']
    res.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers })
    res.end(page?.html ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
