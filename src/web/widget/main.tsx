import { render } from 'preact'
import type { Language } from '../../language.ts'
import { App } from './app.tsx'
import { Conversation } from './conversation.ts'
import { raise, shelter } from './shelter.ts'
import { TEXTS } from './texts.ts'

/**
 * The one script that a site embeds:
 * `<script src="https://chat.example/widget.js" data-lang="es" data-company="Example" defer></script>`.
 */
function start(script: HTMLScriptElement | null): void {
  const { lang, company } = script?.dataset ?? {}
  const language = languageOf([lang, document.documentElement.lang, ...navigator.languages])
  const base = new URL('.', script?.src || location.href).href.replace(/\/$/, '')
  const { host, root } = shelter(language)
  const conversation = new Conversation(base, language)
  document.body.append(host)
  raise(root)
  render(
    <App
      conversation={conversation}
      language={language}
      company={company || TEXTS[language].help}
      onLanguage={(spoken) => {
        host.lang = spoken
        root.lang = spoken
      }}
    />,
    root,
  )
}

function languageOf(wanted: readonly (string | undefined)[]): Language {
  const primary = wanted.map((tag) => tag?.slice(0, 2).toLowerCase())
  return primary.find((tag): tag is Language => tag === 'es' || tag === 'en') ?? 'es'
}

// Asked now: later there is no current script. A script that was put in twice makes one widget.
const script = document.currentScript as HTMLScriptElement | null
if (!document.querySelector('escotilla-widget')) {
  if (document.body) start(script)
  else addEventListener('DOMContentLoaded', () => start(script))
}
