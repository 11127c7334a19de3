import { otherAccount } from './other-account.ts'

/**
 * Finds the customer's technician visit and goes on by its state. Enter at `findVisit`, after `identify`; name the step
 * for each state. Without a visit it ends in a person, who can see more than the system says.
 */
export function findVisit<
  const B extends string,
  const O extends string,
  const M extends string,
  const D extends string,
  const C extends string,
>(next: { booked: B; onTheWay: O; missed: M; done: D; cancelled: C }) {
  return {
    findVisit: {
      kind: 'call',
      verb: 'find-visit',
      args: { account: 'account' },
      learns: ['visitId', 'visitWhat', 'visitState', 'visitDate', 'visitWindow'],
      trying: { es: 'Estoy buscando su visita.', en: 'I am looking up your visit.' },
      ok: 'visitIs',
      refused: { 'no-such-account': 'visitFailed', 'no-visit': 'noVisit', other: 'visitFailed' },
      failed: 'visitFailed',
      unknown: 'visitFailed',
    },
    visitIs: {
      kind: 'decide',
      fact: 'visitState',
      when: {
        booked: next.booked,
        'on-the-way': next.onTheWay,
        missed: next.missed,
        done: next.done,
        cancelled: next.cancelled,
        unknown: 'visitFailed',
        refused: 'visitFailed',
      },
    },
    ...otherAccount({
      enter: 'noVisit',
      text: {
        es: 'No veo ninguna visita en la cuenta {account}. ¿Está en otra cuenta?',
        en: 'I see no visit on account {account}. Is it on another account?',
      },
      again: {
        es: '¿La visita está en otra cuenta que la {account}? Dígame sí o no.',
        en: 'Is the visit on another account than {account}? Please say yes or no.',
      },
      person: {
        es: 'Una persona lo revisará con usted, con lo que le dijeron de la visita.',
        en: 'A person will check it with you, and what you were told of the visit.',
      },
    }),
    visitFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver su visita desde aquí, y no he cambiado nada. Una persona la mirará con usted.',
        en: 'I cannot see your visit from here right now, and I have not changed anything. A person will look at it with you.',
      },
    },
  } as const
}
