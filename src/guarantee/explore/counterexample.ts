import type { BotDesk } from '../../turn/bot-desk.ts'
import type { Dialog } from '../../turn/dialog/dialog.ts'
import { HOUSE } from '../../turn/dialog/house-texts.ts'
import type { Move } from '../../turn/dialog/read-message.ts'
import { type Moment, printTranscript } from '../transcript.ts'
import type { Deed, Node } from './search.ts'

/** What was done, from the first message on. */
export type Way = readonly Deed[]

/** The shortest way to a position, and what was done there. */
export function wayTo(node: Node | undefined, last: Deed): Way {
  const way: Deed[] = [last]
  for (let at = node; at?.from; at = at.from.node) way.unshift(at.from.deed)
  return way
}

/** The same deed at the end so many times. */
export function repeated(way: Way, times: number): Way {
  const last = way.at(-1)
  return last ? [...way, ...Array.from({ length: times - 1 }, () => last)] : way
}

/**
 * The way as a transcript that replays: what the customer writes and what the company answers, in words that the bot
 * reads as these moves. Undefined for a way that no single conversation takes: with what other conversations left.
 */
export function transcriptOf(desk: BotDesk, way: Way): string | undefined {
  const other = desk.menu[0]
  const moments = way.map((deed, i) => momentOf(desk, deed, i, other))
  if (moments.some((moment) => moment === undefined)) return undefined
  return printTranscript(moments.flatMap((moment) => moment ?? []))
}

function momentOf(desk: BotDesk, deed: Deed, at: number, other: Dialog | undefined): Moment | undefined {
  switch (deed.kind) {
    case 'given':
      return undefined
    case 'outcome':
      return { kind: 'outcome', outcome: deed.outcome }
    case 'message': {
      if (!deed.move || deed.around.below > 0 || deed.around.also || deed.around.ask !== 'no')
        return undefined
      const said = wordsFor(desk, deed.move, at, other)
      return said && { kind: 'customer', ...said }
    }
  }
}

interface Said {
  text: string
  marks?: readonly string[]
}

/** Words that make the bot read a move, with what understanding makes of them where words alone don't say it. */
function wordsFor(desk: BotDesk, move: Move, at: number, other: Dialog | undefined): Said | undefined {
  switch (move.kind) {
    case 'person':
      return move.why === 'none-of-these' ? { text: HOUSE.none.es } : { text: 'sí' }
    case 'answer':
      return { text: move.value === 'yes' ? 'sí' : move.value === 'no' ? 'no' : move.value }
    case 'unable':
      return { text: HOUSE.unable.es }
    case 'hold-on':
      return { text: 'un momento' }
    case 'correction':
      return move.value === undefined
        ? { text: 'me equivoqué', marks: ['reads correct-answer'] }
        : { text: `no, es ${move.value}`, marks: ['reads nothing'] }
    case 'declined':
      return { text: 'no' }
    case 'never-mind':
      return { text: 'olvídelo' }
    case 'solved':
      return { text: 'ya volvió' }
    case 'question':
      return { text: '¿cuánto cuesta?', marks: ['reads nothing'] }
    case 'aside':
      return { text: `palabra${at}`, marks: [`reads ${move.dialog.intents[0]}`] }
    case 'dialog': {
      const dialog = desk.dialogs.get(move.dialog.id) ?? other
      if (!dialog) return undefined
      return { text: `palabra${at}`, marks: [`reads ${dialog.intents[0]}`] }
    }
    case 'clarify':
    case 'same':
      return undefined
    case 'several':
      return undefined
    case 'refused':
    case 'unmatched':
      return { text: `palabra${at}`, marks: ['reads nothing'] }
  }
}
