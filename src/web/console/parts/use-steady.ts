import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type SteadyRow, steadyOrder } from '../model/steady.ts'

/** True while a pointer moves over the element: then nothing in it may move. Keys give the list back its life. */
export function useHold(element: { current: HTMLElement | null }) {
  const held = useSignal(false)
  useEffect(() => {
    const list = element.current
    if (!list) return
    const hold = (e: PointerEvent): void => {
      if (e.pointerType !== 'touch') held.value = true
    }
    const letGo = (): void => {
      held.value = false
    }
    list.addEventListener('pointerenter', hold)
    list.addEventListener('pointermove', hold)
    list.addEventListener('pointerleave', letGo)
    addEventListener('keydown', letGo)
    return () => {
      list.removeEventListener('pointerenter', hold)
      list.removeEventListener('pointermove', hold)
      list.removeEventListener('pointerleave', letGo)
      removeEventListener('keydown', letGo)
    }
  }, [element, held])
  return held
}

/** Rows in the order to show; `items` undefined while they are not loaded. */
export function useSteadyRows<T>(
  items: readonly T[] | undefined,
  keyOf: (item: T) => string,
  held: boolean,
): { rows: SteadyRow<T>[]; changes: number } {
  const shown = useRef<SteadyRow<T>[]>(undefined)
  const steady = steadyOrder(shown.current ?? [], items ?? [], keyOf, held && shown.current !== undefined)
  if (items) shown.current = steady.rows
  return steady
}
