import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../../src/store/embedded/open.ts'
import { storeContract } from '../contract/store.ts'

storeContract('embedded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'escotilla-store-'))
  return {
    open: async (clock) => openEmbedded({ folder, clock }),
    elsewhere: { module: join(import.meta.dirname, 'open-embedded.ts'), argument: { folder } },
    remove: () => rm(folder, { recursive: true }),
  }
})
