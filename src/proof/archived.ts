import type { StoredLine } from '../store/store.ts'
import { CHAIN_START, linkLine } from '../turn/seal.ts'
import { readDigest } from '../turn/transcript.ts'
import type { Sealed, Why } from '../turn/verify.ts'

/** A line as it counts in its chain. */
interface Linked extends StoredLine {
  erased: boolean
}

/**
 * A conversation as the archive's files have it. A row may be there twice, and must be the same then. A conversation
 * that was archived to its end may begin anew under the same id, as on WhatsApp: its lines count from 1 again.
 */
export class ArchivedConversation {
  readonly #lives: Map<number, Linked>[] = [new Map()]
  readonly #seals: Sealed[] = []
  #ended = false
  #fault: { seq: number; why: Why } | undefined

  hear(line: StoredLine): void {
    const read = readDigest(line)
    if (read?.content !== 'intact' && read?.content !== 'erased') {
      this.#fault ??= { seq: line.seq, why: 'altered' }
      return
    }
    // The chain needs no more of it, and the words of a customer need not be kept in memory.
    const body = JSON.stringify({ v: 1, digest: read.digest })
    const linked = { seq: line.seq, at: line.at, body, erased: read.content === 'erased' }
    const known = this.#lives.at(-1)?.get(line.seq)
    const isSame = known?.body === body && known.at === line.at
    if (known && isSame) known.erased ||= linked.erased
    else if (!known) this.#lives.at(-1)?.set(line.seq, linked)
    else if (this.#ended && line.seq === 1) this.#beginAnew(linked)
    else this.#fault ??= { seq: line.seq, why: 'relinked' }
  }

  /** The conversation went to the files to its end. */
  end(seal: Sealed): void {
    this.#seals.push(seal)
    this.#ended = true
  }

  sealed(seal: Sealed): void {
    this.#seals.push(seal)
  }

  get lines(): number {
    return this.#lives.reduce((sum, { size }) => sum + size, 0)
  }

  get erased(): number {
    return this.#lives.flatMap((life) => [...life.values()]).filter(({ erased }) => erased).length
  }

  /**
   * The first thing that is not as it was sealed. `here`: what the store says is in the files, when it has the rest of
   * the conversation; seals of what is in the store itself are held there.
   */
  fault(here: { archived: Sealed | undefined } | undefined): { seq: number; why: Why } | undefined {
    if (this.#fault) return this.#fault
    const chains = this.#lives.map(chainsOf)
    const claims = here?.archived ? [...this.#seals, here.archived] : this.#seals
    for (const { upTo, chain } of claims) {
      if (chains.some((life) => life[upTo] === chain)) continue
      if (here && upTo > (here.archived?.upTo ?? 0)) continue
      const reach = Math.max(...chains.map(({ length }) => length - 1))
      return reach < upTo ? { seq: reach + 1, why: 'missing' } : { seq: upTo, why: 'relinked' }
    }
    return undefined
  }

  #beginAnew(line: Linked): void {
    this.#lives.push(new Map([[line.seq, line]]))
    this.#ended = false
  }
}

/** The chain at each place, as far as no line is missing. */
function chainsOf(life: ReadonlyMap<number, Linked>): string[] {
  const chains = [CHAIN_START]
  for (let line = life.get(1); line; line = life.get(line.seq + 1))
    chains.push(linkLine(chains.at(-1) ?? CHAIN_START, line))
  return chains
}
