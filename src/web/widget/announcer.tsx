import type { JSX } from 'preact'

export interface Announcement {
  id: number
  words: string
}

/**
 * The one live region: each announcement is added once and read once. It is there from the start, because screen
 * readers only follow regions that they have seen empty.
 */
export function Announcer({ announcements }: { announcements: readonly Announcement[] }): JSX.Element {
  return (
    <div class="spoken" aria-live="polite" aria-relevant="additions" data-announcer>
      {announcements.map(({ id, words }) => (
        <p key={id}>{words}</p>
      ))}
    </div>
  )
}
