import { join, resolve } from 'node:path'
import { loadDesk } from '../../cases/load-desk.ts'
import { readAsk } from '../../escape/ask.ts'
import { readDanger } from '../../escape/danger.ts'
import { runTurn } from '../../turn/run-turn.ts'
import { type Intents, installedIntents } from '../../understanding/intents.ts'
import { trainLocal } from '../../understanding/local/recognizer.ts'
import type { House } from '../check.ts'
import type { Parts } from './conversation.ts'
import { type World, worldOf } from './person.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

/** Readings of this many texts are kept: people press the same buttons and say the same things. */
const KEPT = 50_000

const ask = kept(readAsk)

/** Everything that is needed to simulate a house's customers: trained once in each thread. */
export async function openHouse(
  house: House,
  folder: string,
  deskFile: string,
): Promise<{ parts: Parts; world: World }> {
  const { intents, read } = trainedIn(folder)
  const desk = await loadDesk(deskFile)
  const parts: Parts = { house, desk, turn: runTurn, readAsk: ask, readDanger, audit: ask, read }
  return { parts, world: worldOf(house, intents) }
}

const trained = new Map<string, { intents: Intents; read: Parts['read'] }>()

/**
 * Training takes as long as some hundred customers: it is done once for a folder, and what the build has learnt of this
 * installation is read from its file. Nothing is written into the house of somebody else.
 */
function trainedIn(folder: string): { intents: Intents; read: Parts['read'] } {
  const before = trained.get(folder)
  if (before) return before
  const intents = installedIntents(folder)
  const modelFile = folder === ROOT ? join(ROOT, 'dist/intents.model') : undefined
  const recognizer = trainLocal(intents, modelFile)
  const here = { intents, read: kept((text) => recognizer.read(text)) }
  trained.set(folder, here)
  return here
}

/** A pure reading of texts, done once for each text. */
function kept<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size >= KEPT) known.clear()
    known.set(text, value)
    return value
  }
}
