import type { Texts } from '../../language.ts'

/** What figures of the checks are called; one that isn't here is shown by its name in words. */
export const FIGURES: Readonly<Record<string, Texts>> = {
  // Of the dialogs.
  bound: {
    es: 'mensajes, la estancia más larga con un bot que falla',
    en: 'messages, the longest stay with a failing bot',
  },
  dialogs: { es: 'diálogos', en: 'dialogs' },
  loops: { es: 'lazos en los diálogos', en: 'loops in the dialogs' },
  loopsBoundedByRefusedAnswers: {
    es: 'lazos que corta el contador de respuestas que no sirven',
    en: 'loops ended by the counter of answers of no use',
  },
  loopsBoundedByVisits: {
    es: 'lazos que corta el contador de vueltas',
    en: 'loops ended by the counter of rounds',
  },
  states: { es: 'situaciones recorridas', en: 'situations visited' },
  steps: { es: 'pasos', en: 'steps' },
  textRules: { es: 'reglas para los textos', en: 'rules for texts' },
  texts: { es: 'textos leídos', en: 'texts read' },
  transitions: { es: 'movimientos probados', en: 'moves tried' },

  // Of the message path.
  conversations: { es: 'conversaciones', en: 'conversations' },
  crashes: { es: 'caídas a mitad de camino', en: 'crashes half-way' },
  scenarios: { es: 'casos de cosas que pasan a la vez', en: 'cases of things that happen at once' },
  schedules: { es: 'órdenes posibles de esas cosas', en: 'orders in which they can happen' },

  // Of the simulated customers.
  answered: { es: 'obtuvieron su respuesta', en: 'got their answer' },
  askedNotReached: { es: 'pidieron una persona y no la tuvieron', en: 'asked for a person and got none' },
  asks: { es: 'peticiones de una persona', en: 'pleas for a person' },
  botWordsOverPerson: {
    es: 'veces que el bot habló encima de una persona',
    en: 'times that the bot talked over a person',
  },
  cpu: { es: 'tiempo de procesador', en: 'processor time' },
  customers: { es: 'clientes simulados', en: 'simulated customers' },
  helpedAndReachedPerson: {
    es: 'de ellos, después de que el bot les resolviera o contestara algo',
    en: 'of them, after the bot had solved or answered something',
  },
  leftByThemselves: { es: 'se fueron por su cuenta', en: 'left by themselves' },
  longestFailure: {
    es: 'mensajes seguidos sin ayuda, lo más',
    en: 'messages in a row without help, at most',
  },
  messages: { es: 'mensajes de clientes', en: 'customers’ messages' },
  messagesUntilPerson: {
    es: 'mensajes desde que piden una persona hasta tenerla, lo más',
    en: 'messages from asking for a person to having one, at most',
  },
  misspeltAsks: { es: 'peticiones de persona mal escritas', en: 'misspelt pleas for a person' },
  misspeltAsksUnheard: { es: 'de ellas, no reconocidas a la primera', en: 'of them, not heard at once' },
  questionsAskedTwice: { es: 'preguntas hechas dos veces', en: 'questions asked twice' },
  reachedPerson: { es: 'llegaron a una persona', en: 'reached a person' },
  solvedAndConfirmed: { es: 'resueltos por el bot y confirmados', en: 'solved by the bot and confirmed' },
  turns: { es: 'turnos del bot', en: 'turns of the bot' },
  uncoveredStates: {
    es: 'situaciones vistas que la revisión completa no recorrió',
    en: 'situations seen that the exhaustive check had not visited',
  },
  unknownToldAsDone: {
    es: 'veces que se dio por hecho algo sin confirmar',
    en: 'times that something unconfirmed was told as done',
  },
  visitedStates: {
    es: 'situaciones distintas por las que pasaron',
    en: 'different situations that they came through',
  },

  // Why simulated customers were with a person in the end.
  personAsked: { es: 'con una persona, porque la pidieron', en: 'with a person, having asked' },
  personAttachment: { es: 'con una persona, por un archivo', en: 'with a person, for a file' },
  personCommitment: { es: 'con una persona, por un compromiso', en: 'with a person, for a commitment' },
  personDanger: { es: 'con una persona, por peligro', en: 'with a person, for danger' },
  personDialog: {
    es: 'con una persona, porque el diálogo termina así',
    en: 'with a person, as the dialog ends',
  },
  personError: { es: 'con una persona, por un fallo', en: 'with a person, for a fault' },
  personFailedAnswers: {
    es: 'con una persona, tras respuestas que no servían',
    en: 'with a person, after answers of no use',
  },
  personFrustrated: { es: 'con una persona, por enfado', en: 'with a person, out of anger' },
  personLanguage: { es: 'con una persona, por el idioma', en: 'with a person, for the language' },
  personLoop: { es: 'con una persona, por ir en círculos', en: 'with a person, for going in circles' },
  personNoProgress: { es: 'con una persona, por no avanzar', en: 'with a person, for getting nowhere' },
  personRepeatContact: {
    es: 'con una persona, por volver con lo mismo',
    en: 'with a person, for coming back with the same',
  },
  personSupervisor: {
    es: 'con una persona, por pedir supervisión',
    en: 'with a person, having asked for a supervisor',
  },
  personUnmatched: {
    es: 'con una persona, porque el bot no entendía',
    en: 'with a person, as the bot did not understand',
  },
  personUnreadable: {
    es: 'con una persona, por datos ilegibles',
    en: 'with a person, for unreadable records',
  },
}
