import type { PushChannel } from '../channels/channel.ts'
import { startElection } from './elected.ts'
import type { Loop } from './loop.ts'
import { type SenderParts, startSender } from './sender.ts'

/**
 * Sends to a channel from one process of the desk at a time, since how much the channel takes is known in that process
 * alone. Which one it is, a lock says; when it dies another one goes on.
 */
export function startElectedSender(parts: Omit<SenderParts, 'isElected'>, channel: PushChannel): Loop {
  let sender: Loop | undefined
  const election = startElection({
    ...parts,
    name: `sender-${channel.channel}`,
    onElected: () => sender?.hint(),
  })
  const started = startSender({ ...parts, isElected: election.holds }, channel)
  sender = started
  return {
    hint: started.hint,
    async stop() {
      await started.stop()
      // What is in hand is done: the next process may begin at once.
      await election.stop()
    },
  }
}
