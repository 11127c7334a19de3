import type { Keep } from './keep.ts'

/** What is kept here is told apart by `space`, so that two installations on one site keep apart. */
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
