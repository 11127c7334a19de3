import { isOneTypo, words } from '../words.ts'
import { phrases } from './phrases.ts'

const YES = phrases(
  'si|sip|sipi|sii|see|sep|simon|claro|claro que si|por supuesto|por supuesto que si|desde luego|obvio|obviamente',
  'dale|dale dale|vale|va|va que va|sale|sale y vale|okey|ok|oka|okay|okis|oki|k|de acuerdo|estoy de acuerdo|conforme',
  'correcto|exacto|exactamente|asi es|eso es|eso|eso mismo|ese mismo|esa misma|es correcto|esta bien|esta correcto',
  'afirmativo|acepto|confirmo|confirmado|lo confirmo|adelante|hagale|hazlo|hagalo|hacelo|proceda|procede|listo|perfecto',
  'me parece|me parece bien|me sirve|me gustaria|si quiero|quiero|cierto|es cierto|efectivamente|en efecto|ya|ya pues|andale|orale|bueno',
  'tal cual|de una|como no|por que no|creo que si|pienso que si|yo creo que si|no hay problema|sin problema|ningun problema|seguro|claro esta',
  'totalmente|sipo|sisi|si si|ta bien|esta bueno|me late|fijo|de cajon|asi mero',
  'venga|genial|hecho|eso seria|seria bueno|me interesa|te confirmo|le confirmo|positivo|aja|ajam|ahja|hagamoslo|vamos',
  'yes|yeah|yea|yep|yup|yess|ya|ye|yh|y|yes please|sure|sure thing|of course|certainly|absolutely|definitely|correct|right|thats right',
  'that is right|that is correct|thats correct|thats it|exactly|true|affirmative|confirm|confirmed|i confirm|agreed|i agree|agree|go ahead|do it|go for it',
  'please do|sounds good|fine|thats fine|that is fine|alright|all right|okey dokey|i do|i am|it is|i would|id like that|why not|no problem',
  'i think so|i guess so|indeed|for sure|uh huh|mhm|aye|you bet|it does|it did|makes sense|works for me|lets do it|good|yass|yasss|you got it|totally',
  '👍|✅|👌|🙌|✔|☑|💯|🆗',
)

const NO = phrases(
  'no|nop|nope|naa|nones|nel|nel pastel|noo|nones|nah|na|nanai|para nada|de ninguna manera|de ninguna forma|de ningun modo|en absoluto|jamas|nunca|ni loco|ni loca|ni hablar|ni modo',
  'no quiero|mejor no|no mejor no|prefiero que no|prefiero no|claro que no|por supuesto que no|desde luego que no|obvio no|creo que no|yo creo que no',
  'negativo|incorrecto|no es correcto|no es|no es eso|eso no|eso no es|tampoco|todavia no|aun no|ahora no|por ahora no|no por ahora|no gracias|no acepto',
  'no estoy de acuerdo|pues no|que no|que va|no me parece|no me interesa|no me sirve|no confirmo|cancela eso|nunca jamas|mal|esta mal|ninguna|ninguno|es falso|falso',
  'no way|not really|not at all|not now|not yet|not today|never|no thanks|no thank you|of course not|certainly not|absolutely not|definitely not',
  'i do not|i dont|dont|i dont think so|i think not|i would rather not|id rather not|rather not|negative|wrong|incorrect|thats wrong|thats not right',
  'not correct|not right|that is wrong|it isnt|it is not|its not|it doesnt|it didnt|disagree|i disagree|n|not that|neither|nay|dont do it',
  '👎|❌|🚫|🙅|✖',
)

/** Begins like a "no" or a "yes" but is neither. */
const NEITHER = phrases(
  'no se|no lo se|no tengo idea|no tengo ni idea|no entiendo|no entendi|no te entiendo|no le entiendo|no estoy seguro|no estoy segura',
  'no recuerdo|no me acuerdo|no importa|me da igual|no comprendo|ya no|tal vez|quizas|quiza|puede ser|depende|no encuentro',
  'i dont know|dont know|no idea|not sure|i am not sure|im not sure|i dont understand|dont understand|i dont remember|no clue|maybe|it depends',
  'si no|si es que|bueno pero|ok pero|right now|good question|sure but|ya esta|ya lo',
)

const FILLER = phrases(
  'por favor|please|gracias|muchas gracias|thanks|thank you|pues|entonces|señor|señora|senorita|señorita|amigo|amiga|jaja|haha|jeje|ah|ahh|ay|uy|huy|eh|mm|hmm|um|uh|oh|well|then|so|y|que|ahora|mismo|todo|bien|muy|just|that|👋|🙏|😊|🙂|😀|😁|😅|❤|hombre|mira|mire|che|wey|guey|bro|sir|maam|dear',
)

/** Long words of either kind that are known with a typo as well ("correcot"): few, and near nothing else. */
const WITH_TYPO: readonly (readonly ['yes' | 'no', readonly string[]])[] = [
  [
    'yes',
    'correcto exacto confirmo acepto adelante perfecto correct absolutely definitely certainly'.split(' '),
  ],
  ['no', 'negativo incorrecto tampoco'.split(' ')],
]

/** Turns an answer round, or makes it conditional. */
const BUT = new Set(
  'pero but aunque although salvo excepto except unless cuando when hasta until antes before'.split(' '),
)

/** What may open a longer message as its answer ("sí, cancélelo ya"); "bueno, quiero…" or "ya lo hice" answer nothing. */
const OPENS = new Set(
  `si sip sipi sii sep simon claro dale vale ok okey okay adelante confirmo acepto proceda procede hagale hazlo hagalo
   afirmativo correcto yes yeah yea yep yup sure please go do no nop nope nel para de ni mejor prefiero todavia aun i
   dont absolutely definitely of`.split(/\s+/),
)

/** More words than this after the yes or no, and it is a message of its own, not an answer. */
const MOST_WORDS = 10

/**
 * What a bare answer to a yes-or-no question says, in either language: `undefined` when it says neither, both, or
 * takes it back ("sí, pero…"). A question ("¿si cancelo pierdo el número?") is no answer.
 */
export function readYesNo(text: string): 'yes' | 'no' | undefined {
  const said = words(text)
  if (said.length === 0 || said.length > MOST_WORDS + 2) return undefined
  const [only = ''] = said
  if (said.length === 1 && !text.includes('?')) {
    const typed = WITH_TYPO.find(([, list]) => list.some((word) => isOneTypo(only, word)))
    if (typed) return typed[0]
  }
  const isQuestion = text.includes('?')
  let yes = 0
  let no = 0
  let other = 0
  let first: 'yes' | 'no' | undefined
  for (let i = 0; i < said.length; ) {
    const neither = NEITHER.longestAt(said, i)
    const yesHere = YES.longestAt(said, i)
    const noHere = NO.longestAt(said, i)
    if (neither > 0 && neither >= yesHere && neither >= noHere) return undefined
    const length = Math.max(yesHere, noHere)
    if (length > 0 && (other === 0 || length > 1 || isPlainAnswer(said[i]))) {
      if (yesHere > noHere) yes += 1
      else no += 1
      if (other === 0) first ??= yesHere > noHere ? 'yes' : 'no'
      i += length
      continue
    }
    if (BUT.has(said[i] ?? '')) return undefined
    const filler = FILLER.longestAt(said, i)
    if (filler === 0) other += 1
    i += Math.max(filler, 1)
  }
  if (first === undefined || (yes > 0 && no > 0) || other > MOST_WORDS) return undefined
  if (other > 0 && (isQuestion || !OPENS.has(said.find((word) => !isFillerWord(word)) ?? '')))
    return undefined
  return first
}

function isFillerWord(word: string): boolean {
  return FILLER.longestAt([word], 0) > 0
}

/** Later in a message only the plainest words still count as an answer ("bueno", "right" are fillers there). */
function isPlainAnswer(word: string | undefined): boolean {
  return word === 'si' || word === 'no' || word === 'yes'
}
