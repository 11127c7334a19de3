import type { JSX } from 'preact'
import { dialog, openCase } from '../state.ts'
import { AwayDialog } from './away.tsx'
import { CheckingDialog } from './checking.tsx'
import { PromiseDialog } from './promise.tsx'
import { ResolveDialog } from './resolve.tsx'
import { SettingsDialog } from './settings.tsx'
import { SettleDialog } from './settle.tsx'
import { ShortcutsDialog } from './shortcuts.tsx'
import { TransferDialog } from './transfer.tsx'

/** At most one dialog is open. */
export function DialogHost(): JSX.Element | null {
  const view = openCase.value
  switch (dialog.value) {
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'settings':
      return <SettingsDialog />
    case 'away':
      return <AwayDialog />
    case 'sign-out':
      return <AwayDialog thenSignOut />
    case 'transfer':
      return view?.mine ? <TransferDialog view={view} /> : null
    case 'resolve':
      return view?.mine ? <ResolveDialog view={view} /> : null
    case 'checking':
      return view?.mine ? <CheckingDialog view={view} /> : null
    case 'promise':
      return view?.mine ? <PromiseDialog view={view} /> : null
    case 'settle':
      return view ? <SettleDialog view={view} /> : null
    default:
      return null
  }
}
