/**
 * What each customer of the comparison says. No message asks for a person and none calls the company's systems:
 * each is one turn of the bot, which is what the baseline does too. A dialog begins, is interrupted, goes on and is
 * left, so that state is read and written. The baseline gets the same words.
 */
export const SCRIPT = [
  'Hola, buenas tardes',
  'Quiero dar de baja el servicio de internet',
  '¿Es usted un robot?',
  'Olvídelo',
  'Muchas gracias',
] as const
