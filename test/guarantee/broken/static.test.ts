import { testsThatAreCaught } from './broken-build.ts'

const withoutTranscript = 'seen in the graph and the words, before anybody converses'

testsThatAreCaught([
  {
    name: 'with a text that says "llámenos al…"',
    breaks: [
      {
        file: 'dialogs/cancel-service.ts',
        text: "es: 'De acuerdo. No he cancelado nada: su servicio sigue igual.'",
        by: "es: 'Para eso llámenos al 018000 123 456.'",
      },
    ],
    check: 'static',
    rule: 'bounces-to-phone',
    withoutTranscript,
  },
  {
    name: 'with a dropped failure step',
    breaks: [{ file: 'dialogs/cancel-service.ts', text: "    failed: 'cancelFailed',\n", by: '' }],
    check: 'static',
    rule: 'missing-branch',
    withoutTranscript,
  },
  {
    name: 'with a loop that asks nobody',
    breaks: [
      {
        file: 'dialogs/cancel-service.ts',
        text: "when: { known: 'confirmWithEquipment', unknown: 'confirm', refused: 'confirm' }",
        by: "when: { known: 'confirmWithEquipment', unknown: 'confirm', refused: 'find' }",
      },
    ],
    check: 'static',
    rule: 'unbounded-loop',
    withoutTranscript,
  },
  {
    name: 'with a text that shows a fact which may be unknown',
    breaks: [
      {
        file: 'dialogs/cancel-service.ts',
        text: "es: 'De acuerdo. No he cancelado nada: su servicio sigue igual.'",
        by: "es: 'De acuerdo. La recogida era el {collectionDate}.'",
      },
    ],
    check: 'static',
    rule: 'unknown-fact',
    withoutTranscript,
  },
])
