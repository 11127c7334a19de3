import { plain } from './views.ts'

/**
 * Words that send a customer somewhere else to get the thing done (DESIGN G6). A hint while the agent types, never
 * a refusal: it can be wrong.
 */
const BOUNCES = [
  /\b(llame|llamenos|llamar|marque|comuniquese|contacte|dirijase|acuda|escriba|escribanos|visite)\b[^.?!\n]{0,40}\b(al|a la|a los|a nuestra?|con|nuestra?|la)\b[^.?!\n]{0,30}\b(numero|telefono|linea|oficina|tienda|sucursal|correo|departamento|area|web|pagina|app|\d{3})/,
  /\b(llame|marque|telefonee)\b[^.?!\n]{0,20}\d{3}/,
  /\b(otro|otra) (canal|departamento|area|oficina|empresa)\b/,
  /\b(please )?(call|phone|ring|dial)\b (us|our|the|this)\b/,
  /\b(call|dial|ring)\b[^.?!\n]{0,20}\d{3}/,
  /\b(email|e-mail|write to|contact|visit|reach out to)\b (us|our|the)\b[^.?!\n]{0,30}\b(at|office|store|shop|department|team|website|support)\b/,
  /\b(another|a different) (channel|department|office|company)\b/,
]

export function soundsLikeBouncing(text: string): boolean {
  const words = plain(text)
  return BOUNCES.some((bounce) => bounce.test(words))
}
