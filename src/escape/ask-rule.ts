/** What a message says about wanting a person: clearly, perhaps, or not. */
export type Ask = 'asks' | 'may-ask' | 'no'

/**
 * What must not be true around a match:
 * - `negated`: refused right before ("no quiero un asesor"). "No puedo hablar con…" is not a refusal.
 * - `told`: tells of the past; a clear ask becomes `may-ask`.
 * - `identity`: asks or says who is talking ("are you a person?", "am I talking to a human?").
 * - `promised`: others said that they would ("quedaron en llamarme").
 * - `ofSelf`: says who writes ("soy humano, no un robot").
 * - `definite`: a certain person is spoken of ("el asesor que me atiende").
 * - `namesATalk`: a talk is spoken of, not asked for ("el chat con el asesor se cerró").
 */
export type Guard = 'negated' | 'told' | 'identity' | 'definite' | 'promised' | 'ofSelf' | 'namesATalk'

/** Where the match must end: `last`, nothing but filler after it in its sentence; `only`, nothing but courtesies around it; `number`, beside the number at which to call. */
export type Ending = 'last' | 'only' | 'number'

export interface Rule {
  says: Exclude<Ask, 'no'>
  /** Tags in the order they must come, `|` for either. Filler may stand between them. */
  steps: string
  /** How many unknown words may stand between as well. */
  spare?: number
  /** Nothing at all may stand between. */
  close?: boolean
  guards?: readonly Guard[]
  ending?: Ending
  /** Where these few words are all there is, the model makes no clear ask of them. */
  isAmbiguous?: true
  example: string
}

/** Tags of whoever may be asked for. */
export const ANYBODY = 'desk|person|someone'
