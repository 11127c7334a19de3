import { fold } from '../understanding/words.ts'

/** Who leads those who answer, in the words by which customers ask for them. */
const LEADS =
  /\b(?:supervisor|supervisora|supervisores|gerente|gerenta|manager|managers|jefe|jefa|encargado|encargada|superior|superiora|coordinador|coordinadora|director|directora|boss|team ?leader|team ?lead|head of|(?:subir(?:lo|la)?(?: esto)? de|siguiente|segundo|otro) nivel|next level|higher (?:up|authority|management)|upper management)\b/

/**
 * Whether a message that asks for a person asks for one with authority. It never makes an ask of a message: whoever
 * asks for "un asesor, no su jefe" gets a person all the same.
 */
export function asksForSupervisor(text: string): boolean {
  return LEADS.test(fold(text))
}
