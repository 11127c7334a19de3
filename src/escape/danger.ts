import { fold } from '../understanding/words.ts'
import { DANGERS, type DangerKind, IDIOMS } from './danger-lexicon.ts'

export type { DangerKind } from './danger-lexicon.ts'

/** What is read of a very long message: its two ends, where somebody says what matters. */
const MOST_CHARACTERS = 4_000

/**
 * Beginnings of words without which nothing here is said. Most messages have none of them, and cost no more than this
 * one look.
 */
const KEYS =
  /\b(?:suicid|mat|mor[ie]|muer|ahorc|colga|dano|lastim|desapar|vida|viv|muert|pastill|pildor|venas|autolesi|kill|di(?:e|ying)|dead|death|liv(?:e|ing)|life|pills|tablet|hurt|harm|self|jump|cut|tir|lanz|avent|bot|peg|golpe|amena|agred|atac|empuj|toco|manose|apunt|persig|encerr|estrang|violen|viol|secuestr|apunal|acuchill|dispar|asalt|abus|acos|agresi|balaz|balas|balacera|quem|incend|vol(?:ar|aron)|bomb|arma|pistol|cuchill|machete|revolv|ladron|robar|desconoc|hit|beat|threat|follow|stalk|chok|strangl|grab|touch|grop|assault|push|shoot|shot|stab|rape|kidnap|mug|burn|blow|gun|knife|weapon|burglar|intrud|broke|break|sexual|domestic|fuego|llama|candela|ardie|explot|estall|revent|inflo|derrit|humo|chisp|huele|olor|olia|gas|monox|cable|poste|corrient|calambr|descarg|electr|corto|toque|fire|flame|smok|spark|smell|smelt|melt|carbon|wire|line|pole|shock|short|respir|emergenc|urgenc|ambulanc|bombero|polic|infart|derrame|desmay|inconsc|reacciona|convuls|ahogand|sangr|breath|medical|police|brigade|heart|stroke|seizure|unconsc|bleed|drown|sentido|despert|sigui|armad|dentro|adentro|hang|explod|end |metio|entro)/

const idioms = new RegExp(`\\b(?:${IDIOMS.join('|')})`, 'g')
const dangers = Object.entries(DANGERS).map(
  ([kind, patterns]) => [kind as DangerKind, new RegExp(`\\b(?:${patterns.join('|')})`)] as const,
)

/**
 * Whether a message tells of danger to somebody, in Spanish or English, and of which kind: read with every message at
 * intake, before and without the bot. Pure, local, and never throws. "Este internet me mata" is none.
 */
export function readDanger(text: string): DangerKind | undefined {
  const half = MOST_CHARACTERS / 2
  const read = text.length > MOST_CHARACTERS ? `${text.slice(0, half)}\n${text.slice(-half)}` : text
  const folded = fold(read)
    .replaceAll(/\bboy a\b/g, 'voy a')
    .replaceAll(/\bki(?=er)/g, 'qui')
  if (!KEYS.test(folded)) return undefined
  const plain = folded.replaceAll(/[^\p{L}\p{N}.!?]+/gu, ' ').replaceAll(idioms, ' · ')
  return dangers.find(([, pattern]) => pattern.test(plain))?.[0]
}
