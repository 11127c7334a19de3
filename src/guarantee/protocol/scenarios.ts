/**
 * What may happen at one moment. Each is a transcript whose last lines begin together; every order of their steps is
 * gone through. New ones are cheap: add what you fear. The longest come last, so that a fault is found soon.
 */

/** The bot and people, over one conversation. */
export const ONE_OWNER: Readonly<Record<string, string>> = {
  'an ask while a turn runs': `
    > hola
    & worker
    & > quiero hablar con una persona`,
  'asks in two conversations of one customer': `
    > hola
    > hola {in 2}
    & > quiero hablar con una persona
    & > 0 {in 2}`,
  'an agent claims while a turn runs': `
    @ Ana goes on duty
    > hola
    > quiero hablar con una persona
    & worker
    & @ Ana claims`,
  'two agents claim one case': `
    @ Ana goes on duty
    @ Luis goes on duty
    > quiero hablar con una persona
    & @ Ana claims
    & @ Luis takes the next`,
  'the customer writes while the agent resolves': `
    @ Ana goes on duty
    > quiero hablar con una persona
    @ Ana claims
    & worker
    & > sigue sin funcionar
    & @ Ana resolves`,
  'an ask while the agent releases': `
    @ Ana goes on duty
    > quiero hablar con una persona
    @ Ana claims
    & > quiero hablar con una persona ya
    & @ Ana releases`,
  'an outcome while the customer asks': `
    > consulte
    % worker
    ! ok R-1
    & worker
    & caller
    & > quiero hablar con una persona`,
  'the outcome of a change while the customer asks': `
    > cancele
    % worker
    ! ok R-1
    & worker
    & caller
    & > 0`,
  'a call that takes long, an ask, and time': `
    > cancele
    % worker
    & caller
    & > 0
    & ~ 3 s`,
  'a turn that fails, and an ask': `
    > falle
    & worker
    & > quiero hablar con una persona`,
  'a bot that can’t be read, and an ask': `
    > hola
    % worker
    (bot: unreadable)
    > sigo aquí
    & worker
    & > quiero hablar con una persona`,
  'a line on its way to WhatsApp while an agent claims': `
    (channel: whatsapp)
    @ Ana goes on duty
    > hola
    % worker
    > quiero hablar con una persona
    & sender
    & @ Ana claims`,
  'the sweeper while an agent answers': `
    @ Ana goes on duty
    > quiero hablar con una persona
    @ Ana claims
    ~ 125 s
    & sweeper
    & @ Ana: Buenas, soy Ana.`,
  'the sweeper while the customer asks': `
    > hola
    & sweeper
    & ~ 8 s
    & > quiero hablar con una persona`,
  'a call-back chosen while an agent claims': `
    @ Ana goes on duty
    > quiero hablar con una persona
    & > Prefiero una respuesta escrita {written-answer}
    & @ Ana claims`,
  'an ask, a claim and a turn': `
    @ Ana goes on duty
    > hola
    & worker
    & > quiero hablar con una persona
    & @ Ana takes the next`,
  'a reply while the customer leaves and asks again': `
    @ Ana goes on duty
    > quiero hablar con una persona
    @ Ana claims
    & @ Ana: Buenas, soy Ana.
    & > Ya no lo necesito {leave}
    & > quiero hablar con una persona`,
  'a first message, an ask after it, and the worker': `
    & worker
    & > hola
    & > quiero hablar con una persona`,
  'a second case, and a line of the bot on its way to WhatsApp': `
    (channel: whatsapp)
    @ Ana goes on duty
    > quiero hablar con una persona
    % sender
    @ Ana claims
    @ Ana resolves
    ~ 8 d
    % sender
    @ Ana goes on duty
    > hola
    % worker
    & sender
    & > quiero hablar con una persona
    & @ Ana takes the next`,
}

/** The same thing done twice: by two processes, or because a channel sends it again. */
export const ONE_ANSWER: Readonly<Record<string, string>> = {
  'two workers and two messages': `
    > hola
    > buenas
    & worker
    & worker`,
  'the same message sent twice, with a turn': `
    > buenas
    & worker
    & > hola
    & > hola {again}`,
  'the same ask sent twice': `
    > hola
    & > quiero hablar con una persona
    & > quiero hablar con una persona {again}`,
  'two workers, and a hold that ends': `
    > hola
    & worker
    & worker
    & ~ 16 s`,
}
