import type { Language } from '../../language.ts'

/** How a conversation can stand when its customer asks: each a transcript that leads there. */
export const OWNERS: Readonly<Record<string, string>> = {
  'nobody has written yet': '',
  'a message waits for the bot': '> hola',
  'the bot has answered': '> hola\n% worker',
  'the bot has failed': '> falle\n% worker',
  'a call is wanted': '> cancele\n% worker',
  'a call has started': '> cancele\n% worker\n% caller',
  'a call has its outcome': '> cancele\n% worker\n! unknown no answer\n% caller',
  'the case is in line': '> 0',
  'the case began in another conversation': '> hola\n> 0 {in 2}',
  'an agent has it': '@ Ana goes on duty\n> 0\n@ Ana claims',
  'an agent has parked it': '@ Ana goes on duty\n> 0\n@ Ana claims\n@ Ana: Un momento.\n@ Ana parks',
  'a call-back is promised': '> 0\n> Que me llamen {call-back}\n> … {first button}',
  'a written answer is promised': '> 0\n> Respuesta escrita {written-answer}',
  'the customer has left the line': '> 0\n> Ya no lo necesito {leave}',
  'the customer left the line days ago': '> 0\n> Ya no lo necesito {leave}\n~ 2 d',
  'it is resolved': '@ Ana goes on duty\n> 0\n@ Ana claims\n@ Ana resolves',
  'it was resolved long ago': '@ Ana goes on duty\n> 0\n@ Ana claims\n@ Ana resolves\n~ 8 d',
}

/** Who is there. The first lines come before, the last ones after what leads to the owner. */
export const DUTIES: Readonly<Record<string, { before: string; after: string }>> = {
  'somebody on duty': { before: '', after: '@ Luis goes on duty' },
  'nobody on duty': { before: '', after: '@ Ana goes off duty' },
  'closed and nobody there': { before: '(desk: closed)', after: '@ Ana goes off duty' },
}

/** What can't be read, then. */
export const FAULTS: Readonly<Record<string, string>> = {
  'everything can be read': '',
  'the bot’s state can’t be read': '(bot: unreadable)',
  'the bot’s state is of a newer version': '(bot: newer)',
  'the customer’s record can’t be read': '(customer: unreadable)',
  'the case can’t be read': '(case: unreadable)',
  'nothing but the head can be read': '(bot: unreadable, customer: newer, case: newer)',
}

/** How people ask, by language. */
export const WAYS: Readonly<Record<Language, readonly string[]>> = {
  es: [
    '> quiero hablar con una persona',
    '> ¿me pasas con alguien?',
    '> 0',
    '> asesor por favor {file}',
    '> Hablar con una persona {ask}',
    '> Hablar con su supervisora {supervisor}',
  ],
  en: [
    '> I want to talk to a human',
    '> can someone help me please, a real person',
    '> 0',
    '> agent {file}',
    '> Talk to a person {ask}',
    '> Talk to a supervisor {supervisor}',
  ],
}

export const CHANNELS = ['web', 'whatsapp', 'teams'] as const
