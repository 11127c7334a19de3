import type { JSX } from 'preact'
import { words } from '../settings.ts'
import { desk } from '../state.ts'

/** What is promised of stored messages does not hold for this store: told quietly, for as long as it is so. */
export function NotDurable(): JSX.Element | null {
  if (desk.value?.durable !== false) return null
  return (
    <aside class="house-note" aria-label={words.value.houseNote}>
      {words.value.notDurable}
    </aside>
  )
}
