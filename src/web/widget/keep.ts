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

/** Runs `work` while no other tab of this site runs work of this name. Without Web Locks it just runs. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work()
  return (await navigator.locks.request(`escotilla:${name}`, work)) as T
}
