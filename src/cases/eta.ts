const ROUND_TO = 30
/** A case that a free agent can take at once still has to be picked up and read. */
const PICK_UP_SECONDS = 60

/**
 * The wait as a range in seconds, from what is known and no more: who stands before, how many chats the people on
 * duty can hold and hold now, and how long recent ones took. Undefined when nobody is on duty: no number is honest.
 */
export function etaSeconds(r: {
  before: number
  slots: number
  freeSlots: number
  serviceSeconds: number
}): [number, number] | undefined {
  if (r.slots < 1) return undefined
  const turns = r.before - r.freeSlots + 1
  if (turns <= 0) return [0, PICK_UP_SECONDS]
  const middle = (turns * r.serviceSeconds) / r.slots
  const low = Math.floor((middle * 0.6) / ROUND_TO) * ROUND_TO
  const high = Math.ceil((middle * 1.6 + PICK_UP_SECONDS) / ROUND_TO) * ROUND_TO
  return [low, high]
}

/** The middle one of recent service times; the desk file's guess while there are fewer than five. */
export function typicalServiceSeconds(recent: readonly number[], guess: number): number {
  if (recent.length < 5) return guess
  return recent.toSorted((a, b) => a - b)[Math.floor(recent.length / 2)] ?? guess
}
