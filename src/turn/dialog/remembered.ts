/** A function whose answer for one thing never changes, such as a dialog's steps: worked out once for each. */
export function remembered<K extends object, V>(workOut: (thing: K) => V): (thing: K) => V {
  const known = new WeakMap<K, { value: V }>()
  return (thing) => {
    const before = known.get(thing)
    if (before) return before.value
    const value = workOut(thing)
    known.set(thing, { value })
    return value
  }
}
