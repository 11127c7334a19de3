import type { Schedule } from './case.ts'
import type { Desk } from './desk-file.ts'
import { afterOpenTime, openingsAfter } from './hours.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A written answer joins the line so long before it is due, in opening time. */
const WRITTEN_LEAD_MS = 2 * HOUR
/** Nobody is offered a call later than this. */
const LOOK_AHEAD_MS = 14 * 24 * HOUR

export type Window = Schedule['window']

/**
 * The next windows in which the roster can keep a call-back: inside opening hours, long enough from now, and not
 * promised to more customers than the people on the roster can call. `booked` holds when promised windows begin.
 */
export function callBackWindows(desk: Desk, now: number, booked: readonly number[]): Window[] {
  const { windowMinutes, offered, leadMinutes } = desk.callBacks
  const length = windowMinutes * MINUTE
  const room = Math.max(
    1,
    Math.floor(desk.roster.agents * desk.roster.callsPerAgentPerHour * (length / HOUR)),
  )
  const windows: Window[] = []
  for (const opening of openingsAfter(desk, now)) {
    if (opening.from > now + LOOK_AHEAD_MS) break
    for (let from = opening.from; from + length <= opening.to; from += length) {
      if (from < now + leadMinutes * MINUTE) continue
      if (booked.filter((start) => start >= from && start < from + length).length >= room) continue
      windows.push({ from, to: from + length })
      if (windows.length === offered) return windows
    }
  }
  return windows
}

/** When a later written answer is promised: `to` is the promise, at `from` it joins the line. */
export function writtenAnswerWindow(desk: Desk, now: number): Window {
  const open = desk.writtenAnswerOpenHours * HOUR
  return {
    from: afterOpenTime(desk, now, Math.max(open - WRITTEN_LEAD_MS, 0)),
    to: afterOpenTime(desk, now, open),
  }
}
