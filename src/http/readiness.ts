import type { Store } from '../store/store.ts'
import type { Readiness } from './health.ts'

/** The store: without it nothing is served but asks for a person. */
export function storeReadiness(store: Pick<Store, 'health'>): Readiness {
  return {
    name: 'store',
    async missing() {
      const health = await store.health()
      return health.ok ? undefined : (health.detail ?? 'does not answer')
    },
    async warning() {
      const { durable, detail, short } = await store.health()
      return durable ? short : `the promise is not durable: ${detail}`
    },
  }
}

/** What serves in any case and has something to tell an operator now and then. */
export function noted(name: string, note: () => string | undefined): Readiness {
  return { name, missing: () => undefined, warning: note }
}
