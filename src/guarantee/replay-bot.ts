import type { Business, Verb } from '../business/business.ts'
import { readAsk } from '../escape/ask.ts'
import { LANGUAGES, type Language } from '../language.ts'
import type { BotDesk } from '../turn/bot-desk.ts'
import type { runTurn } from '../turn/run-turn.ts'
import type { Reading } from '../understanding/recognizer.ts'
import { BotHarness, type Judge, type Reader } from './bot-harness.ts'
import { happenElsewhere } from './elsewhere.ts'
import { isGiven, type Moment, parseTranscript } from './transcript.ts'

/**
 * Plays what is given in a transcript (see transcript.ts) with the pure bot and writes down what came of it. A call is
 * answered by the outcome that the transcript gives next, else by the business. A message that clearly asks for a
 * person never reaches the bot: it shows as `= asked at the door`.
 */
export async function replayOverBot(
  written: string,
  house: {
    desk: BotDesk
    reader: Reader
    business?: Business
    language?: Language
    judge?: Judge
    turn?: typeof runTurn
  },
): Promise<BotHarness> {
  const given = parseTranscript(written).filter(isGiven)
  const { business, language, ...rest } = house
  const stage = given[0]?.kind === 'stage' ? given[0].what.language : undefined
  const c = new BotHarness({ ...rest, language: LANGUAGES.find((one) => one === stage) ?? language ?? 'es' })
  for (const [i, moment] of given.entries()) {
    switch (moment.kind) {
      case 'stage':
        c.note(moment)
        break
      case 'customer':
        await hear(c, moment)
        break
      case 'elsewhere':
        happenElsewhere(c, moment)
        break
      case 'outcome':
        c.note(moment)
        await c.outcome(moment.outcome)
        break
      case 'time':
        c.note(moment)
        c.now += moment.ms
        break
      default:
        throw new SyntaxError(`the bot alone can't play a moment of kind "${moment.kind}"`)
    }
    if (business && given[i + 1]?.kind !== 'outcome') await answerCalls(c, business)
  }
  return c
}

async function hear(c: BotHarness, moment: Extract<Moment, { kind: 'customer' }>): Promise<void> {
  const { text, marks = [] } = moment
  const ask = marks.includes('ask') ? 'asks' : marks.includes('may ask') ? 'may-ask' : readAsk(text)
  if (ask === 'asks') {
    c.note(moment)
    c.note({ kind: 'owner', text: 'asked at the door' })
    return
  }
  const intent = marks.find((mark) => mark.startsWith('reads '))?.slice('reads '.length)
  await c.say(text, {
    ...(ask === 'may-ask' ? { ask } : {}),
    ...(marks.includes('file') ? { attachments: [{ contentType: 'image/png' }] } : {}),
    ...(intent === undefined ? {} : { reading: readAs(intent) }),
    ...(marks.length > 0 ? { marks } : {}),
  })
}

/** What `{reads cancel-service}`, `{reads nothing}` `{reads several …}` and `{reads either …}` stand for. */
export function readAs(intent: string): Reading {
  const [several, ...matters] = intent.split(' ')
  if (several === 'several') return { ...readAs('nothing'), matters }
  if (several === 'either') {
    const candidates = matters.map((one) => ({ intent: one, score: 0.6 }))
    return { ...readAs('nothing'), intent: matters[0], candidates }
  }
  const candidates = intent === 'nothing' ? [] : [{ intent, score: 0.9 }]
  return { intent: candidates[0]?.intent, candidates, entities: [], language: undefined, by: 'transcript' }
}

/** The company answers until the bot wants nothing more of it. */
async function answerCalls(c: BotHarness, business: Business): Promise<void> {
  while (c.last?.next.kind === 'call') {
    const { id, verb, args } = c.last.next
    const { signal } = new AbortController()
    await c.outcome(await business.call(verb as Verb, args, { id, signal }), id)
  }
}
