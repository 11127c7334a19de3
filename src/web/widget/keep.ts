/**
 * What the widget keeps in this browser: the credential that brings the customer back, unsent messages, small
 * settings. Where the page may not use localStorage (private windows, blocked cookies) it lives as long as the page.
 */
export interface Keep {
  /** Whether what is kept outlives the page: only then may we say "saved". */
  readonly isLasting: boolean
  read<T>(name: string): T | undefined
  /** False when there was no room: what is too large lives as long as the page. */
  write(name: string, value: unknown): boolean
  remove(name: string): void
  /** Runs when another tab changed it. */
  onChange(name: string, changed: () => void): void
}

export function openKeep(space: string): Keep {
  const storage = usableStorage()
  const passing = new Map<string, string>()
  const keyOf = (name: string): string => `escotilla:${space}:${name}`
  return {
    isLasting: storage !== undefined,
    read<T>(name: string): T | undefined {
      const text = storage ? storage.getItem(keyOf(name)) : passing.get(name)
      if (text === null || text === undefined) return undefined
      try {
        return JSON.parse(text) as T
      } catch {
        return undefined
      }
    },
    write(name, value) {
      const text = JSON.stringify(value)
      if (!storage) {
        passing.set(name, text)
        return true
      }
      try {
        storage.setItem(keyOf(name), text)
        return true
      } catch {
        return false
      }
    },
    remove(name) {
      if (storage) storage.removeItem(keyOf(name))
      else passing.delete(name)
    },
    onChange(name, changed) {
      if (!storage) return
      addEventListener('storage', (event) => {
        if (event.key === keyOf(name)) changed()
      })
    },
  }
}

/** Merely naming localStorage throws where it is blocked; with no room left, writing does. */
function usableStorage(): Storage | undefined {
  try {
    const probe = 'escotilla:probe'
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    return undefined
  }
}

/** Runs `work` while no other tab of this site runs work of this name. Without Web Locks it just runs. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work()
  return (await navigator.locks.request(`escotilla:${name}`, work)) as T
}
