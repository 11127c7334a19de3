import type { Texts } from '../../language.ts'
import type { PromiseId } from '../checks.ts'

/** The promise in plain words: what each part is called, and what it means for a customer. */
export const PROMISE_WORDS: Readonly<Record<PromiseId, { title: Texts; means: Texts }>> = {
  G1: {
    title: { es: 'Siempre se puede salir', en: 'You can always leave' },
    means: {
      es: 'Desde cualquier punto, un mensaje con las propias palabras o un botón pone al cliente en la fila de una persona. Sin formulario, sin menú y sin «¿está seguro?». Ningún ajuste lo apaga.',
      en: 'From any point, one message in their own words or one button puts a customer in line for a person. No form, no menu, no “are you sure?”. No setting switches it off.',
    },
  },
  G2: {
    title: { es: 'El bot falla pocas veces', en: 'The bot fails only a few times' },
    means: {
      es: 'El bot no entiende, repite o se equivoca un número pequeño y fijo de veces. Después pasa al cliente con una persona, sin que lo pida.',
      en: 'The bot may misunderstand, repeat itself or fail a small, fixed number of times. Then it hands the customer to a person without being asked.',
    },
  },
  G3: {
    title: { es: 'Primero se guarda, después se dice', en: 'Stored first, said after' },
    means: {
      es: '«Le paso con una persona» se dice solo de un caso que ya está guardado. Nada de lo que el cliente escribe se da por recibido antes de guardarlo.',
      en: '“I am passing you to a person” is said only of a case that is already stored. Nothing a customer writes is acknowledged before it is kept.',
    },
  },
  G4: {
    title: { es: 'Una sola voz', en: 'One voice at a time' },
    means: {
      es: 'En cada momento atiende el bot o atiende una persona. El bot nunca habla encima de una persona.',
      en: 'At any moment either the bot answers or a person does. The bot never talks over a person.',
    },
  },
  G5: {
    title: { es: 'Nada se pregunta dos veces', en: 'Nothing is asked twice' },
    means: {
      es: 'Lo que el cliente ya dijo viaja con su caso. La persona que lo atiende lo tiene delante.',
      en: 'What a customer has already said travels with their case. The person who answers has it in front of them.',
    },
  },
  G6: {
    title: { es: 'Nadie manda al cliente a otra parte', en: 'Nobody is sent elsewhere' },
    means: {
      es: 'Ningún texto manda al cliente a otro teléfono, otro canal u otra empresa para resolver lo que pidió aquí.',
      en: 'No text sends a customer to another phone number, channel or company to get done what they asked for here.',
    },
  },
  G7: {
    title: { es: 'Ninguna espera queda en el aire', en: 'No wait without an end' },
    means: {
      es: 'Toda espera termina en una persona o en una fecha comprometida. Ninguna se cierra porque el cliente esperó.',
      en: 'Every wait ends in a person or in a date that is owed. None is closed because the customer waited.',
    },
  },
  G8: {
    title: { es: 'Hecho quiere decir hecho', en: 'Done means done' },
    means: {
      es: '«Hecho» se dice solo cuando el sistema de la empresa, o una persona, lo confirmó con fecha y referencia. Hasta entonces es un compromiso con responsable. A quien se quiere ir, se le deja ir.',
      en: '“Done” is said only when the company’s system, or a person, has confirmed it with a date and a reference. Until then it is a commitment that somebody owns. Who wants to leave is let go.',
    },
  },
}
