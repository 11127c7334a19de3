import { LABELS, SURVEY } from '../../cases/labels.ts'
import type { Language, Texts } from '../../language.ts'
import type { MessageLine } from '../../turn/line.ts'
import { fitButtons, LIMITS, rowOf, size } from '../limits.ts'
import { replyId } from './reply-id.ts'

const { whatsapp } = LIMITS

interface TextContent {
  type: 'text'
  text: { body: string; preview_url: false }
}

interface ReplyButton {
  type: 'reply'
  reply: { id: string; title: string }
}

interface ListRow {
  id: string
  title: string
  description?: string
}

type Action = { buttons: ReplyButton[] } | { button: string; sections: { rows: ListRow[] }[] }

interface InteractiveContent {
  type: 'interactive'
  interactive: {
    type: 'button' | 'list'
    body: { text: string }
    footer?: { text: string }
    action: Action
  }
}

interface TemplateContent {
  type: 'template'
  template: {
    name: string
    language: { code: string }
    components: { type: 'body'; parameters: { type: 'text'; text: string }[] }[]
  }
}

/** One message as WhatsApp takes it, without whom it is for. */
export type Content = TextContent | InteractiveContent | TemplateContent

const WORDS = {
  open: { es: 'Ver opciones', en: 'See options' },
  choose: { es: 'Elija una opción:', en: 'Choose an option:' },
  orNumber: { es: 'Conteste con el número o escríbalo:', en: 'Answer with the number, or write it:' },
  person: {
    es: 'O escriba «persona» y le atiende alguien.',
    en: 'Or write "person" to talk to somebody.',
  },
} as const satisfies Record<string, Texts>

/** What a button shows of a label of the house that is too long for one; pressing it says the whole label. */
const SHORT_TITLES: ReadonlyMap<string, string> = new Map([
  [LABELS.ask.es, 'Hablar con alguien'],
  [LABELS.ask.en, 'Talk to a person'],
  [LABELS['written-answer'].es, 'Respuesta escrita'],
  [LABELS['written-answer'].en, 'A written answer'],
  [LABELS['keep-open'].es, 'Dejar chat abierto'],
  [LABELS.supervisor.es, 'Su supervisora'],
  [LABELS.supervisor.en, 'A supervisor'],
  [SURVEY[0].es, '👍 Sí, resuelto'],
  [SURVEY[0].en, '👍 Yes, solved'],
])

type Said = Pick<MessageLine, 'text' | 'buttons' | 'from'>

/**
 * A line as WhatsApp shows it, in one message where it fits: buttons, or a list, or a numbered text. Under whatever the
 * bot says there is the way to a person, for there is no bar here that stays on the screen.
 */
export function render(line: Said, language: Language): Content[] {
  const text =
    line.from.kind === 'agent' ? `*${line.from.name.replaceAll('*', '')}*\n${line.text}` : line.text
  const labels = [...new Set((line.buttons ?? []).map(({ label }) => label))]
  const isBot = line.from.kind === 'bot'
  if (labels.length === 0 && (!isBot || size(text) > whatsapp.interactiveBody)) return texts(text)
  const body = size(text) <= whatsapp.interactiveBody ? text : WORDS.choose[language]
  const before = body === text ? [] : texts(text)
  const choice = buttons(labels, isBot, language) ?? rows(labels, isBot, language)
  if (!choice) return texts(numbered(text, labels, isBot, language))
  return [...before, { type: 'interactive', interactive: { body: { text: body }, ...choice } }]
}

type Choice = Omit<InteractiveContent['interactive'], 'body'>

function buttons(labels: readonly string[], isBot: boolean, language: Language): Choice | undefined {
  const offered = withPerson(labels, isBot, whatsapp.buttons, language)
  const titles = offered.map((label) => SHORT_TITLES.get(label) ?? label)
  if (!fitButtons(titles) || new Set(titles).size < titles.length) return undefined
  return {
    type: 'button',
    action: {
      buttons: offered.map((label, at) => ({
        type: 'reply',
        reply: { id: replyId(label), title: titles[at] ?? label },
      })),
    },
    ...footer(offered, isBot, language),
  }
}

function rows(labels: readonly string[], isBot: boolean, language: Language): Choice | undefined {
  const offered = withPerson(labels, isBot, whatsapp.rows, language)
  const shown = offered.flatMap((label): ListRow[] => {
    const row = rowOf(label)
    return row ? [{ id: replyId(label), ...row }] : []
  })
  if (shown.length < offered.length || shown.length > whatsapp.rows) return undefined
  return {
    type: 'list',
    action: { button: WORDS.open[language], sections: [{ rows: shown }] },
    ...footer(offered, isBot, language),
  }
}

/** Choices that fit in no list: each with its number, by which it can be answered. */
function numbered(text: string, labels: readonly string[], isBot: boolean, language: Language): string {
  return [
    text,
    [WORDS.orNumber[language], ...labels.map((label, at) => `${at + 1}. ${label}`)].join('\n'),
    ...(isBot ? [WORDS.person[language]] : []),
  ].join('\n\n')
}

/** The button of a person last, where there is room for one more. */
function withPerson(
  labels: readonly string[],
  isBot: boolean,
  most: number,
  language: Language,
): readonly string[] {
  if (!isBot || offersPerson(labels) || labels.length >= most) return labels
  return [...labels, LABELS.ask[language]]
}

function footer(
  labels: readonly string[],
  isBot: boolean,
  language: Language,
): Pick<Choice, 'footer'> | undefined {
  return isBot && !offersPerson(labels) ? { footer: { text: WORDS.person[language] } } : undefined
}

function offersPerson(labels: readonly string[]): boolean {
  return labels.includes(LABELS.ask.es) || labels.includes(LABELS.ask.en)
}

/** A text in as many messages as it takes, cut between paragraphs, lines or words. */
export function texts(text: string): TextContent[] {
  const parts: string[] = []
  let left = text
  while (size(left) > whatsapp.text) {
    const most = [...left].slice(0, whatsapp.text).join('')
    const cut = ['\n\n', '\n', ' '].map((end) => most.lastIndexOf(end)).find((at) => at > most.length / 2)
    const end = cut ?? most.length
    parts.push(left.slice(0, end).trimEnd())
    left = left.slice(end).trimStart()
  }
  return [...parts, left].map((body) => ({ type: 'text', text: { body, preview_url: false } }))
}
