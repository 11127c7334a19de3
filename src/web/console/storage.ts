import { effect, type Signal, signal } from '@preact/signals'

const PREFIX = 'escotilla.'

/** What this browser kept under a name; undefined when nothing, or nothing readable. */
export function recall<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + name)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

/** Keeps a value through reloads. A full or forbidden storage loses only that. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // Private windows may forbid it: everything works on, without memory.
  }
}

/** A signal that is remembered in this browser. */
export function remembered<T>(name: string, first: T): Signal<T> {
  const value = signal(recall<T>(name) ?? first)
  effect(() => keep(name, value.value))
  return value
}
