import type { Violation } from '../check.ts'

/** The rules of the protocol: where each is kept, and what to look at when it is broken. */
export const RULES = {
  'ask-not-stored': {
    file: 'src/turn/intake.ts',
    fix: 'Open or join the case, and write its receipt, in the very commit that stores the message that asks.',
  },
  'words-before-case': {
    file: 'src/turn/opening-change.ts',
    fix: 'Say words about a case in the commit that stores the case, or after it.',
  },
  'acknowledged-before-stored': {
    file: 'src/turn/intake.ts',
    fix: 'Answer the channel when the commit has been answered, not before.',
  },
  'bot-speaks-over-people': {
    file: 'src/turn/turn-change.ts',
    fix: 'Make every commit of the bot rely on the versions of head and case that it was decided on, and be silent while the case is open.',
  },
  'bot-line-handed-on-over-agent': {
    file: 'src/turn/sender.ts',
    fix: 'Look at the owner right before a line of the bot is handed to a channel, and withhold it from an agent’s chat.',
  },
  'answered-twice': {
    file: 'src/turn/turn-change.ts',
    fix: 'Put the bot’s record with the version that was read, and consume the input in the same commit.',
  },
  'words-without-state': {
    file: 'src/turn/turn-change.ts',
    fix: 'Write what a turn says and the bot’s state in one commit.',
  },
  'message-lost': {
    file: 'src/turn/intake.ts',
    fix: 'Acknowledge only what is stored, and never remove it.',
  },
  'message-stored-twice': {
    file: 'src/turn/intake.ts',
    fix: 'Append each message under the outside id that its channel gave it.',
  },
  'two-open-cases': {
    file: 'src/cases/case-change.ts',
    fix: 'Let every open case own its customer’s unique name for open cases.',
  },
  'place-lost': {
    file: 'src/cases/opening.ts',
    fix: 'A second ask keeps the key, the clock and the place of the first.',
  },
  'left-waiting': {
    file: 'src/turn/sweeper.ts',
    fix: 'Every input must be answered or reach a person, whatever process dies.',
  },
  'more-than-one-commit': {
    file: 'src/turn/intake.ts',
    fix: 'Store everything that a message changes in one commit.',
  },
  threw: {
    file: 'src/turn/intake.ts',
    fix: 'What is unreadable or busy must keep nobody from a person.',
  },
  'ask-needs-bot': {
    file: 'src/turn/intake.ts',
    fix: 'Take what is needed from a module that neither is the bot nor imports it.',
  },
} as const satisfies Record<string, { file: string; fix: string }>
export type Rule = keyof typeof RULES

/** What was seen to break a rule. */
export interface Finding {
  rule: Rule
  /** In one sentence. */
  what: string
}

export function violationOf(finding: Finding, transcript?: string): Violation {
  const { file, fix } = RULES[finding.rule]
  return {
    rule: finding.rule,
    where: { file },
    what: finding.what,
    fix,
    ...(transcript === undefined ? {} : { transcript }),
  }
}
