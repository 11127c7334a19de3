import { describe, expect, test } from '@jest/globals'
import { dialogs } from '../../dialogs/index.ts'
import { SandboxBusiness } from '../../src/business/sandbox/sandbox.ts'
import { botDesk } from '../../src/turn/bot-desk.ts'
import { BotHarness, readByWords } from '../support/bot-harness.ts'

const desk = botDesk({ company: 'Fibra Andina', timeZone: 'Europe/Madrid', dialogs })
const reader = readByWords({
  'cancel-service': /cancelar (el|mi)|cancel my/i,
  greeting: /^(hola|hello)/i,
  thanks: /gracias/i,
})

function conversation(language: 'es' | 'en' = 'es'): BotHarness {
  const now = Date.UTC(2026, 10, 22, 15, 0)
  const clock = { now: () => now, sleep: () => Promise.resolve() }
  const business = new SandboxBusiness({ clock, timeZone: 'Europe/Madrid' })
  return new BotHarness({ desk, reader, business, language })
}

describe('cancelling the service', () => {
  test('asks for the account, shows what it means, and is done after one yes', async () => {
    const c = conversation()
    await c.say('hola')
    await c.say('quiero cancelar mi internet')
    await c.say('445566')
    await c.say('Sí, cancelar')
    await c.say('gracias')
    expect(c.transcript).toEqual([
      '> hola',
      '< ¡Hola! Gracias por escribir.\n\n¿En qué le puedo ayudar?  [Cancelar] [Un cobro] [Sin internet] [Nada de esto]',
      '> quiero cancelar mi internet',
      '< Claro, le ayudo a cancelar. ¿Cuál es su número de cuenta? Está arriba en su factura.',
      '> 445566',
      expect.stringContaining('Tiene servicio hasta el 30 de noviembre'),
      '> Sí, cancelar',
      expect.stringContaining('queda cancelado con fin el 30 de noviembre'),
      '> gracias',
      '< Con mucho gusto.',
    ])
    expect(c.commitments).toMatchObject([
      { kind: 'cancellation', confirmation: { ref: 'BAJA-20261122-0002' } },
      { kind: 'visit' },
    ])
  })
})
