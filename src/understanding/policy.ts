import type { Language } from '../language.ts'
import type { Reading, Recognizer } from './recognizer.ts'
import { words } from './words.ts'

/**
 * From this score on, the service is sure. Its scores are a softmax over the intents of a project; Microsoft's own
 * advice for the threshold of `None` is 0.5 to 0.7.
 */
export const SURE_FROM = 0.7

/** The intent by which the service says "none of these". */
const NONE = 'None'

/** How a message was read, for the operator's figures. */
export interface HowRead {
  /** Whose answer was taken; `nobody`: neither was sure. */
  won: 'clu' | 'local' | 'nobody'
  /** Both had an opinion, and not the same. */
  disagreed: boolean
  /** The intents of the two when they disagree; undefined: "none of these". */
  opinions?: { clu: string | undefined; local: string | undefined }
  /** Why the service gave no answer; undefined when it did, or wasn't asked. */
  failed?: unknown
  /** The service named an intent that this house doesn't have: its project is another edition. */
  unknownIntent?: string
}

export interface PolicyParts {
  service: Recognizer
  local: { read(text: string): Reading }
  /** Intents of the house. */
  intents: ReadonlySet<string>
  sureFrom?: number
  /** How long the two together may take, milliseconds. */
  limitMs: number
  observe?: (how: HowRead) => void
}

/**
 * Which recogniser is believed, in one place: the service answers if it is in time and sure (of an intent of the
 * house, or of "none of these"); else the local one, if that one is sure; else the message is unmatched. Never throws
 * for the service's sake: while it is away, messages are read locally.
 */
export function serviceFirst(parts: PolicyParts): Recognizer {
  const { service, local, intents, sureFrom = SURE_FROM, limitMs, observe } = parts
  return {
    limitMs,
    async recognize(text: string, language: Language, signal?: AbortSignal): Promise<Reading> {
      const near = local.read(text)
      // A number, a date or a thumb is an answer to a question and about nothing: it need not leave the company.
      if (!words(text).some((word) => /\p{L}{2}/u.test(word))) return near
      let far: Reading
      try {
        far = await service.recognize(text, language, signal)
      } catch (failed) {
        observe?.({ won: near.intent === undefined ? 'nobody' : 'local', disagreed: false, failed })
        return near
      }
      const { reading, ...how } = decide(far, near, { intents, sureFrom })
      observe?.(how)
      return reading
    },
  }
}

/** The decision between the two answers. Pure. */
export function decide(
  far: Reading,
  near: Reading,
  { intents, sureFrom }: { intents: ReadonlySet<string>; sureFrom: number },
): HowRead & { reading: Reading } {
  const [best] = far.candidates
  const isNone = best?.intent === NONE
  const isOurs = best !== undefined && intents.has(best.intent)
  const isSure = best !== undefined && (isNone || isOurs) && best.score >= sureFrom
  const said = isOurs ? best.intent : undefined
  // Without being sure of it, "none of these" is no opinion.
  const hasOpinion = isOurs || (isNone && isSure)
  const disagreed = hasOpinion && near.intent !== undefined && near.intent !== said
  const apart = disagreed ? { opinions: { clu: said, local: near.intent } } : {}
  const candidates = far.candidates.filter(({ intent }) => intents.has(intent))
  const unknown = best !== undefined && !isNone && !isOurs ? { unknownIntent: best.intent } : {}
  if (isSure) {
    const found = new Set(near.entities.map(({ type }) => type))
    const reading: Reading = {
      ...near,
      intent: said,
      candidates,
      // Values that dialogs know are read here, by the house's own rules.
      entities: [...near.entities, ...far.entities.filter(({ type }) => !found.has(type))],
      by: far.by,
      ...(disagreed ? { overruled: { by: near.by, intent: near.intent } } : {}),
    }
    return { reading, won: 'clu', disagreed, ...apart, ...unknown }
  }
  const reading = disagreed ? { ...near, overruled: { by: far.by, intent: said } } : near
  return { reading, won: near.intent === undefined ? 'nobody' : 'local', disagreed, ...apart, ...unknown }
}
