import type { DeskDeps } from '../../cases/desk.ts'
import { park, release, reply, resolve } from '../../cases/desk.ts'
import { claim, claimNext } from '../../cases/desk-claim.ts'
import { setPresence } from '../../cases/desk-presence.ts'
import { LANGUAGES } from '../../language.ts'

/** What an agent of a transcript can do: `@ Ana claims`. */
export const DEEDS = [
  'goes on duty',
  'goes off duty',
  'claims',
  'takes the next',
  'releases',
  'parks',
  'resolves',
] as const

/** Does it by the desk's own commands, to the case that the agent has before them. Answers what came of it. */
export async function doAs(
  deps: DeskDeps,
  name: string,
  does: string,
  caseKey: string | undefined,
): Promise<string> {
  const agent = agentCalled(name)
  switch (does) {
    case 'goes on duty':
      await setPresence(deps, agent, { status: 'available', capacity: 3 })
      return 'done'
    case 'goes off duty':
      await setPresence(deps, agent, { status: 'away' })
      return 'done'
    case 'takes the next':
      return (await claimNext(deps, agent.id, deps.ids.next())).outcome
  }
  if (caseKey === undefined) return 'no case'
  switch (does) {
    case 'claims':
      return (await claim(deps, agent.id, caseKey)).outcome
    case 'releases':
      return (await release(deps, caseKey, agent)).outcome
    case 'parks':
      return (await park(deps, caseKey, agent)).outcome
    case 'resolves': {
      const outcome = deps.desk.outcomes[0]?.name ?? ''
      const rootCause = deps.desk.rootCauses[0]?.name ?? ''
      return (await resolve(deps, caseKey, agent, { outcome, rootCause })).outcome
    }
    default:
      throw new SyntaxError(`an agent can't "${does}"; it is one of: ${DEEDS.join(', ')}`)
  }
}

/** An agent's words, under an id of the console's own. */
export async function sayAs(
  deps: DeskDeps,
  name: string,
  text: string,
  caseKey: string | undefined,
): Promise<string> {
  if (caseKey === undefined) return 'no case'
  return (await reply(deps, caseKey, agentCalled(name), { id: `${name}: ${text}`, text })).outcome
}

function agentCalled(name: string) {
  return { id: `agent-${name.toLowerCase()}`, name, role: 'agent' as const, languages: [...LANGUAGES] }
}
