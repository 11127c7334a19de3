import { ModelStore } from '../../src/guarantee/protocol/model-store.ts'
import { emptyState } from '../../src/guarantee/protocol/store-state.ts'
import { storeContract } from '../contract/store.ts'

storeContract(
  'model',
  async () => {
    const state = emptyState()
    return { open: async (clock) => new ModelStore(clock, state), remove: () => Promise.resolve() }
  },
  { outlivesItsProcess: false },
)
