import { defineDialog, defineFacts } from '../../../../../../src/kit.ts'

const facts = defineFacts({
  account: { kind: 'account', of: 'customer', label: { es: 'Número de cuenta', en: 'Account number' } },
})

/** Shows a fact that nobody declared. */
export const moveHouse = defineDialog(facts, {
  id: 'moving',
  title: { es: 'Mudanza', en: 'Moving house' },
  start: 'account',
  steps: {
    account: {
      kind: 'ask',
      fact: 'account',
      text: { es: '¿Cuál es su número de cuenta?', en: 'What is your account number?' },
      again: { es: 'Son seis cifras, arriba en su factura.', en: 'Six digits, at the top of your bill.' },
      next: 'handOver',
      refused: 'handOver',
    },
    handOver: {
      kind: 'person',
      text: {
        es: 'Con eso basta, {surname}. Sigue una persona.',
        en: 'That is all I need. A person goes on.',
      },
    },
  },
})
