import type { Build } from './installation.ts'
import type { RunOptions } from './run.ts'

/** A build that breaks the promise on purpose, and the run that shows it. The end of the sentence "A build … is caught". */
export interface BrokenBuild extends Build {
  run: Partial<RunOptions>
  /** A line of the verdict. */
  says: RegExp
  /** How many runs it has to be caught in one of, where the machine decides whether the harm comes in a single one. */
  runs?: number
}

/** Each run is aimed at its fault: one server, no other faults, and customers who do what shows it. */
export const BROKEN_BUILDS: readonly BrokenBuild[] = [
  {
    name: 'that acknowledges a message before it is stored',
    breaks: [
      {
        file: 'src/turn/intake.ts',
        text: `      const result = await commitFirmly(store, { id: ids.next(), ...forHands(head.value, change) })`,
        by: `      if (BROKEN && asks === 'no') {
        commitFirmly(store, { id: ids.next(), ...change }).catch(() => undefined)
        return { outcome: 'stored', seq: 0 }
      }
      const result = await commitFirmly(store, { id: ids.next(), ...forHands(head.value, change) })`,
      },
    ],
    run: { faults: ['redis-full'], messages: 25, manners: { asksAtAll: 0 } },
    says: /was acknowledged and is nowhere/,
  },
  {
    name: 'whose scripts check no version',
    breaks: [
      {
        file: 'src/store/redis/lua/commit.lua',
        text: `  return (stored(record.key)[1] or '0') ~= record.version`,
        by: '  return false',
      },
    ],
    // Slow reading leaves a turn the time to be overtaken by an ask.
    run: {
      clu: 'slow',
      thinksMs: 50,
      messages: 25,
      manners: { asksAtAll: 1, asksAtOnce: 0, waitsForAnswer: 0 },
    },
    says: /open cases|spoke to|is not in line|is nowhere|no case is there/,
  },
  {
    name: 'that takes a message twice',
    breaks: [{ file: 'src/store/redis/lua/commit.lua', text: `  if first then\n`, by: '  if false then\n' }],
    run: { manners: { postsTwice: 1, isImpatient: 0 } },
    says: /message \S+ is there 2 times/,
  },
  {
    name: 'that drops what it kept while the store was away',
    breaks: [
      {
        file: 'src/turn/spool-drain.ts',
        text: 'await intake.accept(conversationId, inbound, { caseKey, askedAt })',
        by: "BROKEN ? { outcome: 'stored' } : await intake.accept(conversationId, inbound, { caseKey, askedAt })",
      },
    ],
    run: { faults: ['line-cut'], messages: 25, restSeconds: 3, manners: { asksAtAll: 1, asksAgain: 1 } },
    says: /the kept ask \S+ waits to be stored/,
  },
  {
    name: 'that sends again at once what was not answered, whatever WhatsApp says that it has',
    breaks: [
      {
        file: 'src/turn/sender.ts',
        text: 'if (channel.confirms && (await isConfirmed',
        by: 'if (!BROKEN && channel.confirms && (await isConfirmed',
      },
      {
        file: 'src/turn/sender.ts',
        text: 'const isWaitedFor = sent.isUnsure',
        by: 'const isWaitedFor = !BROKEN && sent.isUnsure',
      },
    ],
    run: {
      withWhatsApp: true,
      graph: 'unanswered',
      restSeconds: 15,
      customers: 2,
      messages: 2,
      manners: { hasPhone: 1, asksAtAll: 0, asksAtOnce: 0 },
    },
    says: /the phone of \S+ got this \d+ times/,
  },
  {
    name: 'that does not count how often a message was tried',
    breaks: [
      {
        file: 'src/store/redis/lua/take.lua',
        text: 'local attempts = readItem(item.index, item.member) + 1',
        by: 'local attempts = 1',
      },
    ],
    run: { customers: 1, manners: { poisons: 1, asksAtAll: 0, asksAtOnce: 0, twoAtOnce: 0 } },
    says: /run again and again/,
  },
  {
    name: 'whose connection sends again by itself what was not answered',
    breaks: [
      {
        file: 'src/store/redis/connect.ts',
        text: 'autoResendUnfulfilledCommands: false',
        by: 'autoResendUnfulfilledCommands: BROKEN',
      },
      {
        file: 'src/store/redis/connect.ts',
        text: 'maxRetriesPerRequest: 0',
        by: 'maxRetriesPerRequest: BROKEN ? null : 0',
      },
      // A worker that has room for few, so that messages wait, as they do with many more customers.
      { file: 'src/turn/worker.ts', text: 'const AT_ONCE = 32', by: 'const AT_ONCE = BROKEN ? 2 : 32' },
    ],
    // A taking that was given up is done once more, for nobody: with the one that nobody heard of it makes two attempts, and
    // the customer is let go of because the bot failed, which was never run.
    run: {
      faults: ['line-lost'],
      nothingFails: true,
      clu: 'slow',
      customers: 14,
      thinksMs: 50,
      manners: { poisons: 0, asksAtAll: 0, asksAtOnce: 0, waitsForAnswer: 0 },
    },
    says: /let go of with "error", and nothing had failed/,
    runs: 4,
  },
]
