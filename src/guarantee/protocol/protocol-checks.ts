import path from 'node:path'
import { loadDesk } from '../../cases/load-desk.ts'
import type { Check } from '../checks.ts'
import { checkAsks } from './check-asks.ts'
import { checkOneAnswer, checkOneOwner } from './check-orders.ts'

/** Where the sources are: what intake imports is read from them. */
const ROOT = path.resolve(import.meta.dirname, '../../..')

/** What is checked of the message path, whatever the dialogs are. */
export const protocolChecks: readonly Check[] = [
  {
    name: 'asks',
    title: { es: 'Pedir una persona', en: 'Asking for a person' },
    promises: ['G1', 'G3', 'G7'],
    breaks: {
      'ask-not-stored': ['G1'],
      'ask-needs-bot': ['G1'],
      threw: ['G1'],
      'words-before-case': ['G3'],
      'acknowledged-before-stored': ['G3'],
      'more-than-one-commit': ['G3'],
      'place-lost': ['G7'],
    },
    run: async (_, { deskFile }) => await checkAsks(await loadDesk(deskFile), { root: ROOT }),
  },
  {
    name: 'one-owner',
    title: { es: 'Un solo dueño', en: 'One owner' },
    promises: ['G1', 'G3', 'G4', 'G7'],
    breaks: {
      'ask-not-stored': ['G1'],
      'words-before-case': ['G3'],
      'acknowledged-before-stored': ['G3'],
      'message-lost': ['G3'],
      'words-without-state': ['G3'],
      'bot-speaks-over-people': ['G4'],
      'bot-line-handed-on-over-agent': ['G4'],
      'two-open-cases': ['G4'],
      'left-waiting': ['G7'],
      'place-lost': ['G7'],
    },
    run: async (_, { deskFile, progress }) =>
      await checkOneOwner(await loadDesk(deskFile), progress ? { progress } : {}),
  },
  {
    name: 'one-answer',
    title: { es: 'Una sola respuesta', en: 'One answer' },
    promises: ['G3', 'G4'],
    breaks: { 'message-stored-twice': ['G3'], 'answered-twice': ['G4'] },
    run: async (_, { deskFile, progress }) =>
      await checkOneAnswer(await loadDesk(deskFile), progress ? { progress } : {}),
  },
]
