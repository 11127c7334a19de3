import { messageOf } from '../errors.ts'
import type { Logger, Metrics } from '../telemetry.ts'
import type { HowRead } from './policy.ts'

/**
 * Tells the operator how messages are read: in figures each, in the log only what somebody should look at. What
 * customers write is in neither.
 */
export function watchReadings(logger: Logger, metrics: Metrics): (how: HowRead) => void {
  const told = new Set<string>()
  return ({ won, disagreed, opinions, failed, unknownIntent }) => {
    metrics.readings.inc({ won })
    if (disagreed) metrics.readingDisagreements.inc({ won })
    // Which intents the two mix up is what a project, or intents/, has to be mended for.
    if (opinions)
      logger.info(
        { won, clu: opinions.clu ?? 'none', local: opinions.local ?? 'none' },
        'CLU and the local recogniser disagree',
      )
    if (failed !== undefined) {
      const why = kindOf(failed)
      metrics.cluFailures.inc({ why })
      // The failure before it has been told.
      if (why !== 'resting') logger.warn({ error: messageOf(failed) }, 'CLU gave no answer; read locally')
    }
    if (unknownIntent === undefined) return
    metrics.cluFailures.inc({ why: 'unknown-intent' })
    if (told.has(unknownIntent)) return
    told.add(unknownIntent)
    logger.warn(
      { intent: unknownIntent },
      'CLU answers an intent that intents/ does not have: its project is of another edition; run npm run intents:export',
    )
  }
}

function kindOf(failed: unknown): string {
  const isNamed = typeof failed === 'object' && failed !== null && 'kind' in failed
  return isNamed && typeof failed.kind === 'string' ? failed.kind : 'unexpected'
}
