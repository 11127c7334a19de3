import type { JSX } from 'preact'
import { DialogHost } from '../dialogs/host.tsx'
import { announcements } from '../notices.ts'
import { words } from '../settings.ts'
import { type Column, column, me, openKey } from '../state.ts'
import { ChatColumn } from './chat.tsx'
import { CustomerColumn } from './customer.tsx'
import { ListColumn } from './list.tsx'
import { NotDurable } from './not-durable.tsx'
import { SignIn } from './sign-in.tsx'
import { TopBar } from './top-bar.tsx'

export function App(): JSX.Element {
  const self = me.value
  return (
    <>
      {self ? <Desk /> : self === null ? <SignIn /> : <div class="blank" />}
      <Announcer />
    </>
  )
}

function Desk(): JSX.Element {
  return (
    <div class="desk" data-column={column.value}>
      <TopBar />
      <NotDurable />
      <ColumnTabs />
      <ListColumn />
      <ChatColumn key={openKey.value} />
      <CustomerColumn key={`customer-${openKey.value}`} />
      <DialogHost />
    </div>
  )
}

const COLUMNS: Column[] = ['list', 'chat', 'customer']

/** Narrow windows show one column at a time. */
function ColumnTabs(): JSX.Element {
  const w = words.value
  return (
    <nav class="tabs" aria-label={w.consoleHeading}>
      {COLUMNS.map((name) => (
        <button
          key={name}
          type="button"
          class="tab"
          aria-current={column.value === name ? 'page' : undefined}
          onClick={() => {
            column.value = name
          }}
        >
          {w.columns[name]}
        </button>
      ))}
    </nav>
  )
}

/** The one place that speaks to screen readers: polite, each thing once, the speaker first. */
function Announcer(): JSX.Element {
  return (
    <div class="unseen" role="log" aria-live="polite" aria-relevant="additions">
      {announcements.value.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  )
}
