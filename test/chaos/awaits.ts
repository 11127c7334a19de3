import { parseSync } from '@swc/core'

/** What a message goes through, from its channel to the customer's screen: every await in these files is a failpoint. */
const MESSAGE_PATH = [
  /^src\/channels\/.+\.ts$/,
  /^src\/turn\/(reception|gate|intake|identify|kept-ask|load|load-bot|matter|commit|settle|history)\.ts$/,
  /^src\/turn\/(worker|turn-change|caller|spool-drain|sender|send-again|sweeper)\.ts$/,
  /^src\/cases\/(desk(-.+)?|sweep|booking|duty|reserved-key|customer-commitments|commitment-sweep)\.ts$/,
]
/** Writing to the disk of the process is awaited by standing still. */
const SPOOL_WRITES = new Set(['keep', 'done', 'adopt'])

export function isOnMessagePath(file: string): boolean {
  return MESSAGE_PATH.some((path) => path.test(file))
}

/**
 * A source in which every `await x` is `__point(place, await x)`, and the places, as `file:line`. Found in the source
 * itself, so that no list of them can be behind it.
 */
export function withFailpoints(file: string, source: string): { text: string; places: string[] } {
  const bytes = Buffer.from(source)
  const inserts: { at: number; text: string }[] = []
  const places = new Set<string>()
  visit(parseSync(source, { syntax: 'typescript', target: 'es2024' }), (node) => {
    if (!isPoint(node)) return
    // The parser counts bytes from 1.
    const [start, end] = [node.span.start - 1, node.span.end - 1]
    const before = bytes.subarray(0, start).toString()
    const place = `${file}:${before.split('\n').length}`
    places.add(place)
    inserts.push({ at: start, text: `__point(${JSON.stringify(place)}, ` }, { at: end, text: ')' })
  })
  const parts: string[] = []
  let from = 0
  for (const { at, text } of inserts.toSorted((a, b) => a.at - b.at)) {
    parts.push(bytes.subarray(from, at).toString(), text)
    from = at
  }
  return { text: [...parts, bytes.subarray(from).toString()].join(''), places: [...places] }
}

interface Node {
  type: string
  span: { start: number; end: number }
  callee?: { object?: { value?: unknown }; property?: { value?: unknown } }
}

function isPoint({ type, callee }: Node): boolean {
  if (type === 'AwaitExpression') return true
  return (
    type === 'CallExpression' &&
    callee?.object?.value === 'spool' &&
    SPOOL_WRITES.has(String(callee.property?.value))
  )
}

function visit(tree: unknown, seen: (node: Node) => void): void {
  if (Array.isArray(tree)) for (const one of tree) visit(one, seen)
  else if (typeof tree === 'object' && tree !== null) {
    if ('type' in tree && 'span' in tree) seen(tree as Node)
    for (const part of Object.values(tree)) visit(part, seen)
  }
}
