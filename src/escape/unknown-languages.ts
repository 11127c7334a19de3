import { fold } from '../understanding/words.ts'

/** A language that the bot neither speaks nor asks for a person of: who writes in it goes to a person, told so in it. */
export interface UnknownLanguage {
  /** For agents. */
  name: string
  told: string
}

interface ByScript extends UnknownLanguage {
  letters: RegExp
}

/** The more particular first: Japanese has Chinese characters, too, and Ukrainian most letters of Russian. */
const SCRIPTS: readonly ByScript[] = [
  {
    name: 'Japanese',
    letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    told: '担当者がお答えします。お書きになった内容はすべて担当者に伝わります。',
  },
  {
    name: 'Korean',
    letters: /\p{Script=Hangul}/u,
    told: '상담원이 답변해 드리겠습니다. 작성하신 내용은 모두 전달됩니다.',
  },
  { name: 'Chinese', letters: /\p{Script=Han}/u, told: '将由工作人员为您服务，您写的内容他们都能看到。' },
  { name: 'Arabic', letters: /\p{Script=Arabic}/u, told: 'سيرد عليك أحد موظفينا، وسيرى كل ما كتبته.' },
  {
    name: 'Ukrainian',
    letters: /[іїєґ]/iu,
    told: 'Вам відповість людина, яка побачить усе, що ви написали.',
  },
  {
    name: 'Russian',
    letters: /\p{Script=Cyrillic}/u,
    told: 'Вам ответит человек, который увидит всё, что вы написали.',
  },
  {
    name: 'Greek',
    letters: /\p{Script=Greek}/u,
    told: 'Θα σας απαντήσει ένας άνθρωπος, που θα δει όλα όσα γράψατε.',
  },
  { name: 'Hebrew', letters: /\p{Script=Hebrew}/u, told: 'אדם ישיב לך ויראה את כל מה שכתבת.' },
  {
    name: 'Hindi',
    letters: /\p{Script=Devanagari}/u,
    told: 'एक व्यक्ति आपको उत्तर देगा और आपका लिखा सब कुछ देखेगा।',
  },
  { name: 'Thai', letters: /\p{Script=Thai}/u, told: 'เจ้าหน้าที่จะตอบคุณและจะเห็นทุกอย่างที่คุณเขียน' },
]

interface ByWords extends UnknownLanguage {
  words: ReadonlySet<string>
}

const wordSet = (list: string) => new Set(list.split(/\s+/).map(fold))

/** Frequent words that neither Spanish nor English nor a language with people of its own has. */
const LEXICON: readonly ByWords[] = [
  {
    name: 'Polish',
    words:
      wordSet(`dzień dobry nie działa jest mój moja moje proszę dziękuję chcę chciałbym chciałabym mam rachunek wczoraj
      dzisiaj cześć pomoc pomocy można mówić człowiekiem umowę jak się że czy od dla tak jestem dlaczego nadal`),
    told: 'Odpowie Panu/Pani człowiek, który zobaczy wszystko, co zostało napisane.',
  },
  {
    name: 'Dutch',
    words:
      wordSet(`ik niet een het goedemorgen goedemiddag goedenavond goedendag dank mijn wil graag werkt sinds gisteren hulp heb
      met wij kunt kan u mij geen rekening opzeggen alstublieft waarom wanneer hallo iemand spreken van voor`),
    told: 'Een medewerker zal u antwoorden en ziet alles wat u hebt geschreven.',
  },
  {
    name: 'Romanian',
    words:
      wordSet(`bună ziua buna seara nu funcționează merge vreau aș dori să mulțumesc vă rog sunt factura mea meu
      cu o persoană ajutor vorbesc de ieri este am pentru contractul anulez`),
    told: 'Vă va răspunde o persoană, care va vedea tot ce ați scris.',
  },
  {
    name: 'Turkish',
    words:
      wordSet(`merhaba günaydın internetim çalışmıyor istiyorum lütfen teşekkürler teşekkür ederim ve bir bu için yardım
      faturam müşteri biriyle konuşmak dünden beri iptal etmek benim var yok değil`),
    told: 'Size bir kişi yanıt verecek ve yazdığınız her şeyi görecek.',
  },
  {
    name: 'Swedish',
    words:
      wordSet(`hej jag inte är min mitt fungerar vill tack snälla hjälp med och det att har en räkning sedan igår säga upp
      prata någon kan ni`),
    told: 'En person kommer att svara dig och ser allt du har skrivit.',
  },
]

const MOST_CHARACTERS = 600
/** One letter may be a sign or a smiley. */
const FEWEST_LETTERS = 2
const FEWEST_WORDS = 3

/**
 * The language of a message that is in none of those that the bot speaks, or has people of: by its letters, else by its
 * words, of which at least three and half of all must be of it, and more than `ofHouse` says to be Spanish or English.
 */
export function unknownLanguageOf(
  text: string,
  ofHouse: (word: string) => boolean,
): UnknownLanguage | undefined {
  const letters = text.slice(0, MOST_CHARACTERS).match(/\p{L}/gu) ?? []
  const foreign = letters.filter((letter) => !/[\p{Script=Latin}ºª]/u.test(letter)).join('')
  if (foreign.length >= FEWEST_LETTERS && foreign.length * 2 > letters.length) {
    return SCRIPTS.find((script) => script.letters.test(foreign))
  }
  const said = [...new Set(fold(text.slice(0, MOST_CHARACTERS)).match(/\p{L}+/gu) ?? [])]
  if (said.length < FEWEST_WORDS) return undefined
  const [best] = LEXICON.map((language) => ({
    language,
    count: said.filter((word) => language.words.has(word)).length,
  })).sort((a, b) => b.count - a.count)
  if (!best || best.count < FEWEST_WORDS || best.count * 2 < said.length) return undefined
  return best.count > said.filter(ofHouse).length ? best.language : undefined
}
