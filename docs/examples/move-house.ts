import { defineDialog, defineFacts } from '../../src/kit.ts'

const facts = defineFacts({
  account: { kind: 'account', of: 'customer', label: { es: 'Número de cuenta', en: 'Account number' } },
  newAddress: { kind: 'text', of: 'matter', label: { es: 'Dirección nueva', en: 'New address' } },
  moving: {
    kind: 'label',
    of: 'matter',
    label: { es: 'Cuándo se muda', en: 'When they move' },
    labels: {
      soon: { es: 'Este mes', en: 'This month' },
      later: { es: 'Más adelante', en: 'Later' },
    },
  },
})

export const moveHouse = defineDialog(facts, {
  id: 'move-house',
  title: { es: 'Mudanza', en: 'Moving house' },
  chip: { es: 'Me mudo', en: 'I am moving' },
  start: 'account',
  steps: {
    account: {
      kind: 'ask',
      fact: 'account',
      text: { es: '¿Cuál es su número de cuenta?', en: 'What is your account number?' },
      again: { es: 'Son seis cifras, arriba en su factura.', en: 'Six digits, at the top of your bill.' },
      next: 'when',
      refused: 'when',
    },
    when: {
      kind: 'choose',
      fact: 'moving',
      text: { es: '¿Cuándo se muda?', en: 'When are you moving?' },
      again: { es: '¿Será este mes o más adelante?', en: 'Will it be this month or later?' },
      next: { soon: 'address', later: 'tooEarly' },
    },
    tooEarly: {
      kind: 'done',
      text: {
        es: 'Un mes antes de la mudanza es buen momento: escríbanos aquí y la preparamos con usted.',
        en: 'A month before the move is a good time: write to us here and we prepare it with you.',
      },
    },
    address: {
      kind: 'ask',
      fact: 'newAddress',
      text: { es: '¿A qué dirección se muda?', en: 'What address are you moving to?' },
      again: { es: 'Dígame calle, número y ciudad.', en: 'Tell me street, number and city.' },
      next: 'handOver',
      refused: 'handOver',
    },
    handOver: {
      kind: 'person',
      text: {
        es: 'Con eso basta. Una persona comprobará si llegamos a esa dirección.',
        en: 'That is all I need. A person will check whether we reach that address.',
      },
    },
  },
})
