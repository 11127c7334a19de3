import type { JSX } from 'preact'
import type { CaseView, FactView } from '../../../http/wire.ts'
import { Icon } from '../icons.tsx'
import { announce } from '../notices.ts'
import { dateAndTime, language, nameOfLanguage, words } from '../settings.ts'
import { desk, dialog, now, openCase, settling } from '../state.ts'
import { Card } from './card.tsx'
import { useTools } from './context.ts'
import { Work } from './work.tsx'

/** What we know of this customer, so that nobody asks it twice. */
export function CustomerColumn(): JSX.Element {
  const w = words.value
  const view = openCase.value
  return (
    <aside class="customer" aria-label={w.columns.customer} id="customer" tabIndex={-1}>
      {view && (
        <>
          <Facts facts={view.facts} />
          <Why view={view} />
          <Work view={view} />
          <Commitments view={view} />
          <Earlier earlier={view.earlier} />
        </>
      )}
    </aside>
  )
}

function Facts({ facts }: { facts: FactView[] }): JSX.Element {
  const w = words.value
  return (
    <Card title={w.doNotAsk} tone="facts">
      {facts.length === 0 ? (
        <p class="card__none">{w.noFacts}</p>
      ) : (
        <dl class="facts">
          {facts.map((fact) => (
            <div class="fact" key={fact.name}>
              <dt>{fact.label}</dt>
              <dd>
                <span class="fact__value" dir="auto">
                  {fact.value}
                </span>
                <button
                  type="button"
                  class="fact__copy"
                  aria-label={w.copy(fact.label)}
                  title={w.copy(fact.label)}
                  onClick={() => void copy(fact.value)}
                >
                  <Icon name="copy" />
                </button>
                <span class="fact__how">
                  {w.learnt[fact.source]} · {dateAndTime(fact.at)}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    announce(words.peek().copied)
  } catch {
    // A page without the right to the clipboard: the text can still be selected.
  }
}

function Why({ view }: { view: CaseView }): JSX.Element {
  const w = words.value
  return (
    <Card title={w.whyHere}>
      <p class="why">{w.reason[view.reason]}</p>
      {view.supervisorAsked && view.reason !== 'supervisor' && <p class="why">{w.supervisorAsked}</p>}
      {view.speaks && <p class="why">{w.writesIn(nameOfLanguage(view.speaks))}</p>}
      {view.survey !== undefined && <p class="why__detail">{w.rated(view.survey)}</p>}
      {view.detail && (
        <p class="why__detail" dir="auto">
          {view.detail}
        </p>
      )}
      {view.asked && (
        <blockquote class="why__asked" aria-label={w.inTheirWords} dir="auto">
          {view.asked}
        </blockquote>
      )}
    </Card>
  )
}

/** What the company owes this customer: more can be promised, and each ends with a reference or a reason. */
function Commitments({ view }: { view: CaseView }): JSX.Element {
  const w = words.value
  const { commitments, mine } = view
  const settle = (id: string): void => {
    settling.value = id
    dialog.value = 'settle'
  }
  return (
    <Card title={w.commitments}>
      {commitments.length === 0 ? (
        <p class="card__none">{w.noCommitments}</p>
      ) : (
        <ul class="promises">
          {commitments.map((c) => {
            const isLate = c.state === 'open' && Date.parse(c.dueAt) < now.value
            return (
              <li key={c.id} class={isLate ? 'promises__item promises__item--late' : 'promises__item'}>
                <span dir="auto">{c.text}</span>
                <span class="promises__when">
                  {dateAndTime(c.dueAt)} · {w.commitmentState[c.state]}
                  {c.ref && ` · ${w.reference(c.ref)}`}
                </span>
                {mine && c.state === 'open' && !c.work && (
                  <button
                    type="button"
                    class="promises__settle"
                    aria-label={`${w.settleOpen} ${c.text}`}
                    onClick={() => settle(c.id)}
                  >
                    {w.settleOpen}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {mine && (
        <button
          type="button"
          class="button promises__add"
          onClick={() => {
            dialog.value = 'promise'
          }}
        >
          {w.promiseSomething}
        </button>
      )}
    </Card>
  )
}

function Earlier({ earlier }: { earlier: CaseView['earlier'] }): JSX.Element {
  const { commands } = useTools()
  const w = words.value
  return (
    <Card title={w.earlier}>
      {earlier.length === 0 ? (
        <p class="card__none">{w.noEarlier}</p>
      ) : (
        <ul class="earlier">
          {earlier.map((past) => (
            <li key={past.key}>
              <button type="button" class="earlier__open" onClick={() => void commands.open(past.key)}>
                <span class="earlier__when">
                  {dateAndTime(past.askedAt)} · {past.key} · {w.caseState[past.state] ?? past.state}
                </span>
                <span class="earlier__what" dir="auto">
                  {past.summary}
                </span>
                {past.outcome && <span class="earlier__how">{outcomeTitle(past.outcome)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The desk's own word for how a case ended. */
function outcomeTitle(name: string): string {
  return desk.value?.outcomes.find((outcome) => outcome.name === name)?.title[language.value] ?? name
}
