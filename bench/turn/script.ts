/**
 * What each customer of the comparison says. No message asks for a person and none calls the company's systems:
 * each is one turn with one reply, which is what the baseline does too. The dialogs ask, are answered and are
 * left again, so that state is read and written. The baseline gets the same words.
 */
export const SCRIPT = [
  'Hola, buenas tardes',
  '¿Qué puede hacer usted?',
  'Quiero dar de baja el servicio de internet',
  'Déjelo, ya no quiero cancelar nada',
  '¿Es usted un robot?',
  'Muchas gracias',
] as const
