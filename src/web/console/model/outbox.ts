/** Something the agent sent that the server may not have yet. Its id makes sending it twice harmless. */
export interface Outgoing {
  id: string
  key: string
  kind: 'messages' | 'notes'
  text: string
  at: string
  state:
    | { kind: 'queued' }
    | { kind: 'sending' }
    /** Stored by the server; shown until the transcript has it. */
    | { kind: 'accepted' }
    /** The server will never take it: the text is kept for the agent. */
    | { kind: 'refused'; code: string }
}

export type OutboxInput =
  | { type: 'add'; item: Omit<Outgoing, 'state'> }
  | { type: 'sending' | 'accepted' | 'again' | 'remove'; id: string }
  | { type: 'refused'; id: string; code: string }
  /** Read from the browser's storage, at start: what was being sent is sent again under its id. */
  | { type: 'restore'; items: readonly Outgoing[] }

export function reduceOutbox(outbox: readonly Outgoing[], input: OutboxInput): readonly Outgoing[] {
  const setState = (id: string, state: Outgoing['state']) =>
    outbox.map((item) => (item.id === id ? { ...item, state } : item))
  switch (input.type) {
    case 'add':
      return outbox.some((item) => item.id === input.item.id)
        ? outbox
        : [...outbox, { ...input.item, state: { kind: 'queued' } }]
    case 'sending':
      return setState(input.id, { kind: 'sending' })
    case 'accepted':
      return setState(input.id, { kind: 'accepted' })
    case 'again':
      return setState(input.id, { kind: 'queued' })
    case 'refused':
      return setState(input.id, { kind: 'refused', code: input.code })
    case 'remove':
      return outbox.filter((item) => item.id !== input.id)
    case 'restore':
      return input.items.map((item) =>
        item.state.kind === 'refused' ? item : { ...item, state: { kind: 'queued' } },
      )
  }
}

/** What goes next: one at a time per case, so that a customer reads our words in order. */
export function nextToSend(outbox: readonly Outgoing[]): Outgoing[] {
  const busy = new Set<string>()
  const next: Outgoing[] = []
  for (const item of outbox) {
    if (item.state.kind === 'refused' || item.state.kind === 'accepted' || busy.has(item.key)) continue
    busy.add(item.key)
    if (item.state.kind === 'queued') next.push(item)
  }
  return next
}
