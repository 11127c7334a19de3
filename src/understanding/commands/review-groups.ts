import { createInterface } from 'node:readline/promises'
import { ConfigFault } from '../../errors.ts'
import { writeIntents } from '../intent-files.ts'
import { loadIntents } from '../intents.ts'
import { accept, describe, type Group, newIntentOf, readTarget } from '../review.ts'

/** What the question of a group takes. */
const CHOICES = 'another intent, near:INTENT, none, e edit, s skip, q quit'

/**
 * Asks a person about each group and writes what they accept. Whatever they write, nothing is lost: a name that can't be is
 * asked for again, and the end of the input is the end of the review.
 */
export async function askAbout(
  groups: readonly Group[],
  folder: string,
  streams: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream },
): Promise<string> {
  const terminal = createInterface(streams)
  const closed = new Promise<undefined>((resolve) => terminal.once('close', () => resolve(undefined)))
  /** Undefined at the end of the input (Ctrl-D), and when it is broken off (Ctrl-C). */
  const ask = async (question: string, prefilled = ''): Promise<string | undefined> => {
    const answer = terminal.question(question).catch(() => undefined)
    // What comes from a pipe is no line to edit.
    if (prefilled !== '' && terminal.terminal) terminal.write(prefilled)
    return (await Promise.race([answer, closed]))?.trim()
  }
  const tell = (text: string) => streams.output.write(`${text}\n`)
  let accepted = 0
  try {
    for (const [at, shown] of groups.entries()) {
      let group = shown
      tell(`\n${describe(group, at + 1)}`)
      for (;;) {
        const answer = await ask(`   [Enter] ${group.proposal.intent}, ${CHOICES}: `)
        if (answer === undefined || answer === 'q') return summary(accepted, groups.length)
        if (answer === 's') break
        if (answer === 'e') {
          group = await edit(group, ask)
          tell(describe(group, at + 1))
          continue
        }
        const target = readTarget(answer === '' ? group.proposal.intent : answer)
        if (!target) {
          tell(`   an intent is called like "cancel-visit"; "${answer}" can't be`)
          continue
        }
        const made = newIntentOf(target, loadIntents(folder))
        // A slip of the finger would make an intent that the server does not start with.
        const isNew = made !== undefined && target.as === 'utterance'
        if (isNew && (await ask(`   "${made}" is no intent yet. Make it one? y, n: `)) !== 'y') continue
        try {
          const written = writeGroup(folder, group, answer === '' ? group.proposal.intent : answer)
          tell(`   ${written.told}`)
          if (!written.any) continue
          accepted += 1
          break
        } catch (thrown) {
          if (!(thrown instanceof ConfigFault)) throw thrown
          tell(`   ${thrown.message}`)
        }
      }
    }
  } finally {
    terminal.close()
  }
  return summary(accepted, groups.length)
}

function summary(accepted: number, of: number): string {
  const next =
    accepted > 0
      ? '\nnpm run intents:check tells what the newcomers are confused with; servers read with them after their next start'
      : ''
  return `${accepted} of ${of} groups accepted${next}`
}

/** The sayings in other words: an empty line takes one away. */
async function edit(
  group: Group,
  ask: (question: string, prefilled: string) => Promise<string | undefined>,
): Promise<Group> {
  const sayings: Group['sayings'] = []
  for (const saying of group.sayings) {
    const text = await ask(`   ${saying.language}: `, saying.text)
    if (text !== '') sayings.push({ ...saying, text: text ?? saying.text })
  }
  return { ...group, sayings }
}

/**
 * Writes a group to where it belongs and says what came of it.
 *
 * @throws ConfigFault when an intent can't be called so, or the folder could not be loaded after it.
 */
export function writeGroup(folder: string, group: Group, where: string): { any: boolean; told: string } {
  const target = readTarget(where)
  if (!target) throw new ConfigFault(`An intent is called like "cancel-visit"; "${where}" can't be`)
  // Read again for each: one group may add to what another has just written.
  const before = loadIntents(folder)
  const made = newIntentOf(target, before)
  if (made !== undefined && target.as === 'near-miss')
    throw new ConfigFault(`"${made}" is no intent: nothing can be near it`)
  const { intents, added, masked } = accept(before, group, target)
  const left = masked > 0 ? `; left out: ${masked} with something masked` : ''
  if (added === 0) return { any: false, told: `nothing written${left}` }
  const changed = writeIntents(folder, intents)
  const hint =
    made === undefined
      ? ''
      : '; it is new: write its dialog (docs/first-dialog.md), the server does not start with an intent that nothing handles'
  return { any: true, told: `written to ${changed.join(', ')}${left}${hint}` }
}
