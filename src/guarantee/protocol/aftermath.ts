import { indexName } from '../../store/keys.ts'
import { asks, headOf, openCaseOf, timesStored } from './judge.ts'
import { PARTS } from './parts.ts'
import { type Play, settled } from './play.ts'
import { membersOf } from './store-state.ts'

/** Longer than any hold, call and deadline: whatever can be settled without people is settled then. */
const AFTERMATH_MS = 150_000
/** Sweeps further apart are taken for an outage (turn/sweeper.ts). */
const PACE_MS = 5_000

/**
 * Kills everybody at this moment, starts the program again, has the channels send again what was not acknowledged,
 * lets some minutes pass, and looks at what is left: nobody waits for the bot, no message is lost or doubled, and
 * whoever asked has a case.
 */
export async function afterRestart(play: Play): Promise<void> {
  const sentThen = play.sent.map(({ isAcknowledged }) => isAcknowledged)
  play.killAll()
  await play.sendAgain()
  const { kill } = await play.start(...PARTS)
  for (let passed = 0; passed < AFTERMATH_MS; passed += PACE_MS) {
    play.clock.advance(PACE_MS)
    await settled()
  }
  kill()
  const { state } = play.store
  for (const [i, { conversation, inbound }] of play.sent.entries()) {
    const times = timesStored(state, conversation, inbound.clientId)
    const told = sentThen[i] ? 'was acknowledged before a crash' : 'was sent again after a crash'
    if (times === 0)
      play.findings.push({ rule: 'message-lost', what: `“${inbound.text}” ${told} and is gone` })
    if (times > 1) {
      play.findings.push({
        rule: 'message-stored-twice',
        what: `“${inbound.text}” ${told} and is there twice`,
      })
    }
    const head = headOf(state, conversation)
    if (
      asks(inbound) === 'clearly' &&
      head &&
      head.caseKey === undefined &&
      !openCaseOf(state, head.customerId)
    ) {
      play.findings.push({ rule: 'ask-not-stored', what: `“${inbound.text}” ${told}, and no case is there` })
    }
  }
  for (const { member } of membersOf(state, indexName.inputs())) {
    play.findings.push({ rule: 'left-waiting', what: `${member} waits for the bot minutes after a restart` })
  }
}
