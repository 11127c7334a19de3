import { kindsWith } from './ask-kinds.ts'
import type { Tokens } from './ask-tokens.ts'

/** Of which kinds of words rules ask beside their steps. */
export const has = {
  no: kindsWith('no'),
  if: kindsWith('if'),
  you: kindsWith('you'),
  with: kindsWith('alongside'),
  can: kindsWith('can'),
  be: kindsWith('be'),
  want: kindsWith('want'),
  fill: kindsWith('fill'),
  polite: kindsWith('polite'),
  bare: kindsWith('fill|polite|real|help|service|want|available'),
  topic: kindsWith('topic'),
  tried: kindsWith('tried'),
  promised: kindsWith('promised'),
  talking: kindsWith('talking'),
  refusing: kindsWith('refusing'),
  possessive: kindsWith('possessive'),
  person: kindsWith('desk|person|someone|people'),
  desk: kindsWith('desk'),
  plainPerson: kindsWith('person'),
  someone: kindsWith('someone'),
  department: kindsWith('department'),
  hint: kindsWith('someone|department|escalate'),
  bot: kindsWith('bot'),
  compound: kindsWith('compound'),
  notBefore: kindsWith('notBefore'),
}

/** "agent account", "asistente virtual", "in person": the word is there, the person isn't. */
export function isNotThePerson({ kinds }: Tokens, at: number): boolean {
  const kind = kinds[at] ?? 0
  if (has.person[kind] !== 1) return false
  return has.compound[kinds[at + 1] ?? 0] === 1 || has.notBefore[kinds[at - 1] ?? 0] === 1
}
