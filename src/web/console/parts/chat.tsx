import type { JSX } from 'preact'
import type { CaseView } from '../../../http/wire.ts'
import { Icon } from '../icons.tsx'
import { KEYS } from '../keys.ts'
import { clockText } from '../model/time.ts'
import { nameOf, timeOfDay, words } from '../settings.ts'
import { aboutToLose, feed, missingKey, now, openCase, openKey } from '../state.ts'
import { CaseActions } from './case-actions.tsx'
import { ChatHead, Summary } from './chat-head.tsx'
import { Composer } from './composer.tsx'
import { useTools } from './context.ts'
import { Transcript } from './transcript.tsx'

/** The open case, or a calm place to begin from. */
export function ChatColumn(): JSX.Element {
  const w = words.value
  const view = openCase.value
  const key = openKey.value
  if (!view) {
    const isMissing = key !== undefined && missingKey.value === key
    return (
      <main class="chat chat--none" aria-label={w.columns.chat}>
        <div class="quiet">
          <p>{key === undefined ? w.nobodyOpen : isMissing ? w.caseNotFound : w.caseLoading}</p>
          {key === undefined && <p class="quiet__more">{w.nobodyOpenQuiet}</p>}
          {key === undefined && (
            <p class="quiet__more">
              <kbd>Alt</kbd> <kbd>N</kbd> {w.takeNext} · <kbd>?</kbd> {w.shortcuts}
            </p>
          )}
        </div>
        <StatusLine />
      </main>
    )
  }
  return (
    <main class="chat" aria-label={w.columns.chat}>
      <ChatHead view={view} />
      <Summary view={view} />
      <Transcript view={view} />
      <StatusLine view={view} />
      {view.mine ? (
        <>
          <Composer view={view} />
          <CaseActions view={view} />
        </>
      ) : (
        <ReadOnly view={view} />
      )}
    </main>
  )
}

const TYPING_SHOWN_MS = 6_000

/** One line of constant height: what matters most right now, and nothing otherwise. */
function StatusLine({ view }: { view?: CaseView }): JSX.Element {
  const { commands } = useTools()
  const w = words.value
  const losing = aboutToLose.value
  if (losing?.returnsAt) {
    const left = clockText(Date.parse(losing.returnsAt) - now.value)
    return (
      <div class="status status--losing">
        <Icon name="warning" />
        <span class="status__text">{w.aboutToLose(nameOf(losing.customerName, losing.key), left)}</span>
        <button type="button" class="button button--alert" onClick={() => void commands.stillHere()}>
          {w.stillHere} <kbd>{KEYS.stillHere}</kbd>
        </button>
      </div>
    )
  }
  const typedAt = view && feed.value.typing[view.key]
  if (view && typedAt !== undefined && now.value - typedAt < TYPING_SHOWN_MS) {
    return (
      <div class="status">
        <span class="status__text">{w.typing(nameOf(view.customer.name, view.key))}</span>
      </div>
    )
  }
  if (view?.checkingUntil && Date.parse(view.checkingUntil) > now.value) {
    return (
      <div class="status">
        <span class="status__text">{w.checkingNow(timeOfDay(view.checkingUntil))}</span>
      </div>
    )
  }
  return <div class="status" />
}

/** A case that is not this agent's: it can be read, and taken if nobody has it. */
function ReadOnly({ view }: { view: CaseView }): JSX.Element {
  const { commands } = useTools()
  const w = words.value
  const isFree = view.state.kind === 'queue' || view.state.kind === 'scheduled'
  return (
    <div class="read-only">
      <p>{whyReadOnly(view)}</p>
      {isFree && (
        <button
          type="button"
          class="button button--primary"
          title={KEYS.takeThis}
          onClick={() => void commands.claim(view.key)}
        >
          {w.takeThis}
        </button>
      )}
    </div>
  )
}

function whyReadOnly(view: CaseView): string {
  const w = words.value
  switch (view.state.kind) {
    case 'queue':
      return w.inQueueRead
    case 'scheduled':
      return w.scheduledRead
    case 'resolved':
      return w.resolvedRead
    case 'withdrawn':
      return w.withdrawnRead
    case 'agent':
      return w.notYoursRead(view.agentName ?? view.state.agentId)
  }
}
