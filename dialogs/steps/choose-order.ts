import type { Texts } from '../../src/kit.ts'

/**
 * Finds the customer's orders and lets them say which one it is about. Enter at `findOrders`, after `identify`:
 *
 *     steps: { ...identify({ …, next: 'findOrders' }), ...chooseOrder({ text, next: 'look' }), look: { … } }
 */
export function chooseOrder<const T extends string>({ text, next }: { text: Texts; next: T }) {
  const take = (place: 1 | 2 | 3) =>
    ({
      kind: 'copy',
      facts: { orderId: `order${place}Id`, orderWhat: `order${place}What` },
      next,
    }) as const
  return {
    findOrders: {
      kind: 'call',
      verb: 'find-orders',
      args: { account: 'account' },
      learns: [
        'order1Id',
        'order1What',
        'order1Date',
        'order1State',
        'order2Id',
        'order2What',
        'order2Date',
        'order2State',
        'order3Id',
        'order3What',
        'order3Date',
        'order3State',
      ],
      trying: { es: 'Estoy buscando sus pedidos.', en: 'I am looking up your orders.' },
      ok: 'hasOrders',
      refused: { 'no-such-account': 'noSuchAccount', other: 'ordersFailed' },
      failed: 'ordersFailed',
      unknown: 'ordersFailed',
    },
    ordersFailed: {
      kind: 'person',
      text: {
        es: 'Ahora mismo no puedo ver sus pedidos desde aquí, y no he cambiado nada. Una persona los mirará con usted.',
        en: 'I cannot see your orders from here right now, and I have not changed anything. A person will look at them with you.',
      },
    },
    hasOrders: {
      kind: 'decide',
      fact: 'order1Id',
      when: { known: 'whichOrder', unknown: 'noOrders', refused: 'noOrders' },
    },
    noOrders: {
      kind: 'person',
      text: {
        es: 'No veo pedidos recientes en la cuenta {account}. Una persona puede buscar los anteriores, los de tienda y los de otra cuenta suya.',
        en: 'I see no recent orders on account {account}. A person can look for earlier ones, those bought in a shop, and those of another account of yours.',
      },
    },
    whichOrder: {
      kind: 'choose',
      fact: 'order',
      text,
      again: {
        es: '¿De cuál pedido se trata? Puede tocar uno, o decirme "el primero".',
        en: 'Which order is it? You can tap one, or say "the first one".',
      },
      next: { first: 'firstOrder', second: 'secondOrder', third: 'thirdOrder' },
    },
    firstOrder: take(1),
    secondOrder: take(2),
    thirdOrder: take(3),
  } as const
}
