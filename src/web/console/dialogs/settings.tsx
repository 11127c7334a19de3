import type { JSX } from 'preact'
import { allowNotifications } from '../notices.ts'
import { LanguageSwitch } from '../parts/sign-in.tsx'
import { notificationsOn, soundOn, type Theme, theme, words } from '../settings.ts'
import { Modal } from './modal.tsx'

const THEMES: Theme[] = ['auto', 'light', 'dark']

export function SettingsDialog(): JSX.Element {
  const w = words.value
  const isDenied = 'Notification' in window && Notification.permission === 'denied'
  return (
    <Modal title={w.settings}>
      <div class="modal__form">
        <div class="setting">
          <span aria-hidden="true">{w.language}</span>
          <LanguageSwitch />
        </div>
        <div class="setting">
          <span aria-hidden="true">{w.theme}</span>
          <fieldset class="switch">
            <legend class="unseen">{w.theme}</legend>
            {THEMES.map((name) => (
              <button
                key={name}
                type="button"
                class="switch__choice"
                aria-pressed={theme.value === name}
                onClick={() => {
                  theme.value = name
                }}
              >
                {w.themes[name]}
              </button>
            ))}
          </fieldset>
        </div>
        <label class="setting">
          <span>{w.sound}</span>
          <input
            type="checkbox"
            checked={soundOn.value}
            onChange={(e) => {
              soundOn.value = e.currentTarget.checked
            }}
          />
        </label>
        <label class="setting">
          <span>
            {w.notifications}
            {isDenied && <small> · {w.notificationsDenied}</small>}
          </span>
          <input
            type="checkbox"
            checked={notificationsOn.value}
            disabled={isDenied}
            onChange={(e) => {
              if (e.currentTarget.checked) void allowNotifications()
              else notificationsOn.value = false
            }}
          />
        </label>
      </div>
    </Modal>
  )
}
