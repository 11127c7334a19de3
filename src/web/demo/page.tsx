import type { JSX } from 'preact'
import { Mountains } from './mountains.tsx'
import { ACCOUNTS, HELP, PLANS, TEXTS } from './texts.ts'

/** The home page of the demo company: an internet provider in the mountains. */
export function Page({ language }: { language: 'es' | 'en' }): JSX.Element {
  const say = (name: keyof typeof TEXTS): string => TEXTS[name][language]
  return (
    <>
      <a class="skip" href="#content">
        {say('skip')}
      </a>
      <aside class="ribbon" aria-label={say('demoTitle')}>
        <span>{say('demo')}</span> <a href="/agent">{say('otherSide')}</a>
      </aside>
      <header class="top">
        <p class="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M4 24 13 9l5 8 3-4 7 11" />
          </svg>
          Fibra Andina
        </p>
        <nav aria-label={language === 'es' ? 'Principal' : 'Main'}>
          <a href="#plans">{say('plans')}</a>
          <a href="#help">{say('help')}</a>
          <a href="#try">{say('try')}</a>
          <a
            class="language"
            href={language === 'es' ? '?lang=en' : '?'}
            lang={language === 'es' ? 'en' : 'es'}
          >
            {say('other')}
          </a>
        </nav>
      </header>
      <main id="content">
        <section class="hero">
          <div>
            <h1>{say('headline')}</h1>
            <p class="lead">{say('lead')}</p>
            <a class="button" href="#plans">
              {say('seePlans')}
            </a>
            <p class="fact">{say('facts')}</p>
          </div>
          <Mountains />
        </section>
        <section id="plans">
          <h2>{say('plans')}</h2>
          <p class="lead">{say('plansLead')}</p>
          <ul class="cards">
            {PLANS.map((plan) => (
              <li key={plan.name}>
                <h3>{plan.name}</h3>
                <p>{plan.for[language]}</p>
                <p class="price">
                  <b>{plan.price[language]}</b> {say('perMonth')}
                </p>
                <p class="speed">{plan.speed}</p>
                <ul class="ticks">
                  {plan.has.map((one) => (
                    <li key={one.es}>{one[language]}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
        <section id="help">
          <h2>{say('helpTitle')}</h2>
          <p class="lead">{say('helpLead')}</p>
          <ul class="cards help">
            {HELP.map((one) => (
              <li key={one.title.es}>
                <h3>{one.title[language]}</h3>
                <p>{one.text[language]}</p>
                <p class="quote">{one.say[language]}</p>
              </li>
            ))}
          </ul>
        </section>
        <section id="try">
          <h2>{say('tryTitle')}</h2>
          <p class="lead">{say('tryLead')}</p>
          <ul class="accounts">
            {ACCOUNTS.map((one) => (
              <li key={one.number}>
                <b class="number">{one.number}</b>
                <span>
                  {one.holder} · {one.plan}
                </span>
                <span class="shows">{one.shows[language]}</span>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer>
        <p>{say('footer')}</p>
      </footer>
    </>
  )
}
