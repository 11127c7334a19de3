import { expect, test } from '@jest/globals'
import { replayOverBot } from '../../src/guarantee/replay-bot.ts'
import { fits, parseTranscript, printTranscript } from '../../src/guarantee/transcript.ts'
import { toyDesk, toyReader } from '../support/toy-dialogs.ts'

const EVERY_LINE = `(language: en, channel: whatsapp)
> hola
> Una persona {ask}
> mire esto {file, reads nothing}
< ¿Lo cancelo? Penalización: $ 0 [Sí, cancelar] [No, dejarlo]
* Su caso es el K7M-4. Hay 2 personas antes. [Que me llamen]
= person (asked)
# ask-not-stored: “0” asks
! ok BAJA-1 endDate="2026-11-30" lastCharge=19.5 closed=true
! refused no-such-account
! failed not sent
! unknown no answer in 8 seconds
@ Ana claims
@ Ana: Buenas: ¿qué pasó?
~ 2 h
% worker
% restart
& worker
& > quiero una persona
& ~ 20 s
& @ Ana claims
| worker: commits bot/c1: what it says`

test('a transcript is printed as it was read, whatever is in it', () => {
  expect(printTranscript(parseTranscript(EVERY_LINE))).toBe(EVERY_LINE)
})

test('values of an outcome need no quotes', () => {
  expect(parseTranscript('! ok R-1 endDate=2026-11-30 plan=Fibra')).toEqual([
    { kind: 'outcome', outcome: { kind: 'ok', ref: 'R-1', data: { endDate: '2026-11-30', plan: 'Fibra' } } },
  ])
})

test.each(['hola', '! perhaps', '~ two hours', '(es)', '& < hola', '% the worker', '@ Ana'])(
  'a line that means nothing is refused by name: %s',
  (line) => {
    expect(() => parseTranscript(`> hola\n${line}`)).toThrow(SyntaxError)
    expect(() => parseTranscript(`> hola\n${line}`)).toThrow(line)
  },
)

test('an ellipsis stands for anything, and nothing else does', () => {
  expect(fits('< Le atiende  Ana.\n¿Sí?', '< Le atiende … ¿Sí?')).toBe(true)
  expect(fits('< Le atiende Ana', '< Le atiende A.a')).toBe(false)
})

test('a transcript with outcomes and time plays over the bot, and comes out as it is written', async () => {
  const written = `(language: es)
> por favor, lo mismo de siempre {reads order}
< ¿Cuenta?
> 445566
< ¿Qué tamaño? [Pequeño] [Grande] [Nada de esto]
> Grande
! failed not sent
< Una persona lo ve.
= person (error)
~ 25 h
> 0
= asked at the door`
  const { transcript } = await replayOverBot(written, { desk: toyDesk(), reader: toyReader })
  expect(transcript.join('\n')).toBe(written)
})
