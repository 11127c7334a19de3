import { openDiskSpool } from '../../src/spool/disk-spool.ts'
import { randomIds } from '../../src/system.ts'

/** A process that keeps asks until it is killed, and says each one only after it is kept. */
const folder = process.argv[2] ?? ''
const spool = openDiskSpool({ folder, ids: randomIds })
for (let n = 1; ; n += 1) {
  const kept = spool.keep({
    conversation: { id: `c${n}`, channel: 'web', outsideId: 'u', address: {}, language: 'es' },
    inbound: { messageId: `m${n}`, text: 'quiero hablar con una persona', attachments: [] },
    askedAt: n,
  })
  if (kept === 'full') throw new Error('full')
  process.stdout.write(`${n} ${kept.caseKey}\n`)
}
