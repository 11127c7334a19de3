import { signal } from '@preact/signals'
import { notificationsOn, soundOn } from './settings.ts'

export interface Notice {
  id: number
  text: string
  tone: 'good' | 'plain' | 'bad'
}
/** What just happened, in words: on screen for a while. */
export const notice = signal<Notice | undefined>(undefined)
/** What a screen reader is told, politely and once. */
export const announcements = signal<readonly { id: number; text: string }[]>([])

const SHOWN_MS = 7_000
const ANNOUNCED_KEPT = 8
let counter = 0
let hiding: ReturnType<typeof setTimeout> | undefined

export function announce(text: string): void {
  counter += 1
  announcements.value = [...announcements.value, { id: counter, text }].slice(-ANNOUNCED_KEPT)
}

export function notify(text: string, tone: Notice['tone'] = 'plain'): void {
  counter += 1
  notice.value = { id: counter, text, tone }
  announce(text)
  clearTimeout(hiding)
  hiding = setTimeout(() => {
    notice.value = undefined
  }, SHOWN_MS)
}

let audio: AudioContext | undefined

/** Two soft tones, made here: no file to load. Browsers allow it once the agent has used the page. */
export function chime(kind: 'arrival' | 'message' | 'warning'): void {
  if (!soundOn.value) return
  audio ??= new AudioContext()
  const tones = { arrival: [587, 880], message: [659], warning: [494, 494, 494] }[kind]
  for (const [place, hertz] of tones.entries()) {
    const from = audio.currentTime + place * 0.16
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(0.12, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.35)
    tone.connect(volume).connect(audio.destination)
    tone.start(from)
    tone.stop(from + 0.4)
  }
}

/** Only when the agent looks elsewhere; a second one of the same tag replaces the first. */
export function notifyDesktop(title: string, body: string, tag: string, onClick: () => void): void {
  if (!notificationsOn.value || !('Notification' in window)) return
  if (Notification.permission !== 'granted' || document.hasFocus()) return
  const shown = new Notification(title, { body, tag })
  shown.onclick = () => {
    window.focus()
    shown.close()
    onClick()
  }
}

export async function allowNotifications(): Promise<void> {
  if (!('Notification' in window)) return
  notificationsOn.value = (await Notification.requestPermission()) === 'granted'
}
