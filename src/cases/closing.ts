import { plain } from './labels.ts'

const CLOSING =
  /^((muchas |muchisimas |mil |ok |vale |listo |perfecto |genial |bueno )*(gracias|adios|chao|chau|hasta luego|hasta pronto|ok|vale|listo|perfecto|genial|buen dia|buenas noches|que tenga buen dia|thanks|thank you|thanks a lot|thank you so much|many thanks|bye|goodbye|great|perfect|okay|cheers|👍)( |$))+$/

/** Thanks, a goodbye or a thumbs-up, and nothing else. */
export function isClosing(text: string): boolean {
  return CLOSING.test(plain(text))
}
