/** Turns a separator's score into the chance that it is right. */
export interface Calibration {
  slope: number
  offset: number
}

export function confidence(score: number, { slope, offset }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * score + offset)))
}

/** A score of a text that was not trained on, and whether it belonged. */
export interface Trial {
  score: number
  isRight: boolean
}

/**
 * Platt's scaling (Lin, Lin & Weng 2007): the sigmoid that makes held-out scores most likely, by Newton's method,
 * with targets drawn in from 0 and 1 so that few examples can't make it certain.
 */
export function calibrate(trials: readonly Trial[]): Calibration {
  const right = trials.filter((trial) => trial.isRight).length
  const high = (right + 1) / (right + 2)
  const low = 1 / (trials.length - right + 2)
  let calibration: Calibration = { slope: 1, offset: 0 }
  for (let step = 0; step < 50; step += 1) {
    let [g1, g2, h11, h12, h22] = [0, 0, 1e-9, 0, 1e-9]
    for (const { score, isRight } of trials) {
      const chance = confidence(score, calibration)
      const miss = (isRight ? high : low) - chance
      const spread = chance * (1 - chance)
      g1 += miss * score
      g2 += miss
      h11 += spread * score * score
      h12 += spread * score
      h22 += spread
    }
    const determinant = h11 * h22 - h12 * h12
    if (Math.abs(determinant) < 1e-12) break
    const slopeStep = (h22 * g1 - h12 * g2) / determinant
    const offsetStep = (h11 * g2 - h12 * g1) / determinant
    calibration = { slope: calibration.slope + slopeStep, offset: calibration.offset + offsetStep }
    if (Math.abs(slopeStep) + Math.abs(offsetStep) < 1e-6) break
  }
  return calibration
}

/** The best guess for a held-out text. */
export interface Guess {
  confidence: number
  /** Whether the guess is the text's intent; `undefined` when the text has none. */
  isRight: boolean | undefined
}

/**
 * The confidence from which a guess is believed: the one that turns away most of what is out of scope, for each
 * right guess that it gives up. At most `mostGivenUp` of the right guesses may be lost, since each costs a
 * customer a second try.
 */
export function threshold(guesses: readonly Guess[], mostGivenUp: number): number {
  const right = guesses.filter((guess) => guess.isRight === true)
  const wrong = guesses.filter((guess) => guess.isRight !== true)
  const inOrder = right.map((guess) => guess.confidence).sort((a, b) => a - b)
  if (inOrder.length === 0) return 0.5
  const highest = inOrder[Math.floor(inOrder.length * mostGivenUp)] ?? 1
  let best = { at: 0, gain: Number.NEGATIVE_INFINITY }
  for (const at of inOrder) {
    if (at > highest) break
    const kept = inOrder.filter((one) => one >= at).length / right.length
    const turnedAway = wrong.filter((guess) => guess.confidence < at).length / Math.max(wrong.length, 1)
    if (kept + turnedAway > best.gain) best = { at, gain: kept + turnedAway }
  }
  return best.at
}
