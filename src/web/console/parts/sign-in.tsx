import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { SignInView } from '../../../http/wire.ts'
import { language, words } from '../settings.ts'
import { useTools } from './context.ts'

const RETRY_MS = 3_000

export function SignIn(): JSX.Element {
  const { api, commands } = useTools()
  const [options, setOptions] = useState<SignInView>()
  const [trouble, setTrouble] = useState<'away' | 'failed'>()
  const w = words.value

  useEffect(() => {
    let retry: ReturnType<typeof setTimeout> | undefined
    const ask = async (): Promise<void> => {
      const reply = await api.signInOptions()
      if (reply.kind === 'ok') {
        setOptions(reply.body)
        setTrouble(undefined)
      } else {
        setTrouble('away')
        retry = setTimeout(() => void ask(), RETRY_MS)
      }
    }
    void ask()
    return () => clearTimeout(retry)
  }, [api])

  const signIn = async (account: string): Promise<void> => {
    if (!(await commands.signIn(account))) setTrouble('failed')
  }

  return (
    <main class="sign-in">
      <div class="sign-in__card">
        <p class="sign-in__company">{options?.company ?? 'Escotilla'}</p>
        <h1>{w.signInHeading}</h1>
        {options?.oidcUrl && (
          <a class="button button--primary button--wide" href={options.oidcUrl}>
            {w.signInCompany}
          </a>
        )}
        {options && options.demoAccounts.length > 0 && (
          <>
            <ul class="sign-in__accounts">
              {options.demoAccounts.map((account) => (
                <li key={account.id}>
                  <button type="button" class="account" onClick={() => void signIn(account.id)}>
                    <span class="unseen">{w.signInAs} </span>
                    <span class="account__mark" aria-hidden="true">
                      {account.name.slice(0, 1)}
                    </span>
                    <span class="account__name">{account.name}</span>
                    <span class="account__role">{w.role[account.role]}</span>
                  </button>
                </li>
              ))}
            </ul>
            <p class="sign-in__note">{w.signInDemoNote}</p>
          </>
        )}
        {options && !options.oidcUrl && options.demoAccounts.length === 0 && <p>{w.signInNone}</p>}
        <p class="sign-in__trouble" role="status">
          {trouble === 'away' ? w.signInAway : trouble === 'failed' ? w.signInFailed : ''}
        </p>
        <LanguageSwitch />
      </div>
    </main>
  )
}

export function LanguageSwitch(): JSX.Element {
  const names = { es: 'Español', en: 'English' } as const
  return (
    <fieldset class="switch">
      <legend class="unseen">{words.value.language}</legend>
      {(['es', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          class="switch__choice"
          lang={code}
          aria-pressed={language.value === code}
          onClick={() => {
            language.value = code
          }}
        >
          {names[code]}
        </button>
      ))}
    </fieldset>
  )
}
