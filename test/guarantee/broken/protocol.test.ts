import { type BrokenBuild, testsThatAreCaught } from './broken-build.ts'

const INTAKE = 'src/turn/intake.ts'

const BUILDS: readonly BrokenBuild[] = [
  {
    name: 'whose dialogs read a message before it is looked at as an ask',
    breaks: [
      {
        file: INTAKE,
        text: `    const asks = danger || kept ? 'clearly' : askOf(inbound, read)`,
        by: `    const asks = danger ? 'clearly' : isWords ? 'no' : askOf(inbound, read)`,
      },
    ],
    check: 'asks',
    rule: 'ask-not-stored',
  },
  {
    name: 'that says where the customer stands before the case is stored',
    breaks: [
      {
        file: INTAKE,
        text: `      const result = await commitFirmly(store, { id: ids.next(), ...forHands(head.value, change) })`,
        by: `      if (escaped) await store.commit({ id: ids.next(), append: change.append?.slice(1) ?? [] })
      const asked = escaped ? { ...change, append: change.append?.slice(0, 1) ?? [] } : change
      const result = await commitFirmly(store, { id: ids.next(), ...asked })`,
      },
    ],
    check: 'asks',
    rule: 'words-before-case',
  },
  {
    name: 'that acknowledges a message before it is stored',
    breaks: [
      {
        file: INTAKE,
        text: `      const result = await commitFirmly(store, { id: ids.next(), ...forHands(head.value, change) })`,
        by: `      if (asks === 'no') {
        void commitFirmly(store, { id: ids.next(), ...change })
        return { outcome: 'stored', seq: 0 }
      }
      const result = await commitFirmly(store, { id: ids.next(), ...forHands(head.value, change) })`,
      },
    ],
    check: 'one-owner',
    rule: 'acknowledged-before-stored',
  },
  {
    name: 'that stores the case of an ask in a commit of its own',
    breaks: [
      {
        file: INTAKE,
        text: `      const result = await commitFirmly(store, { id: ids.next(), ...forHands(head.value, change) })`,
        by: `      const { append = [], ...rest } = change
      const result = await commitFirmly(store, { id: ids.next(), append: append.slice(0, 1) })
      await commitFirmly(store, { id: ids.next(), ...rest, append: append.slice(1) })`,
      },
    ],
    check: 'asks',
    rule: 'ask-not-stored',
  },
  {
    name: 'whose bot answers what waited for it after an agent has claimed the case',
    breaks: [
      {
        file: 'src/turn/worker.ts',
        text: `  if (conversation.case && isOpen(conversation.case.value)) {`,
        by: `  if (conversation.case && isOpen(conversation.case.value) && conversation.case.value.state.kind !== 'agent') {`,
      },
    ],
    check: 'one-owner',
    rule: 'bot-speaks-over-people',
  },
  {
    name: 'whose turns are written whatever has become of what they were decided on',
    breaks: [
      {
        file: 'src/turn/turn-change.ts',
        text: `  return {
    rely: relyOn(conversation),
    put: [
      botCodec`,
        by: `  return {
    put: [
      botCodec`,
      },
    ],
    check: 'one-owner',
    rule: 'bot-speaks-over-people',
  },
  {
    name: 'whose worker does not look whether its hold was over',
    breaks: [
      {
        file: 'src/turn/worker.ts',
        text: `({ ...done, after: taken.after })`,
        by: `({ ...done })`,
      },
    ],
    check: 'one-answer',
    rule: 'answered-twice',
  },
]

testsThatAreCaught(BUILDS)
