import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { CaseRequests, CaseView, WorkView } from '../../../http/wire.ts'
import { words } from '../settings.ts'
import { desk, now } from '../state.ts'
import { Card } from './card.tsx'
import { useTools } from './context.ts'

/** What no system of the company does: the agent does it and enters the company's date and reference. */
export function Work({ view }: { view: CaseView }): JSX.Element | null {
  const w = words.value
  const items = view.commitments.flatMap(({ id, text, work }) => (work ? [{ id, text, work }] : []))
  const isManual = desk.value?.business === 'manual'
  if (items.length === 0 && !isManual) return null
  return (
    <Card title={w.workHeading}>
      {isManual && <p class="card__none">{w.manual}</p>}
      {items.map(({ id, text, work }) => (
        <WorkItem key={id} caseKey={view.key} id={id} text={text} work={work} mine={view.mine} />
      ))}
    </Card>
  )
}

function WorkItem(p: {
  caseKey: string
  id: string
  text: string
  work: WorkView
  mine: boolean
}): JSX.Element {
  const { commands } = useTools()
  const w = words.value
  const [isBusy, setBusy] = useState(false)
  const { work } = p

  async function send(body: CaseRequests['work']): Promise<void> {
    setBusy(true)
    await commands.finishWork(p.caseKey, body)
    setBusy(false)
  }

  function record(form: HTMLFormElement): void {
    const data = new FormData(form)
    const entered = (name: string) => String(data.get(name) ?? '').trim()
    const given = work.gives.flatMap(({ name }) => {
      const value = entered(`give-${name}`)
      return value === '' ? [] : [[name, value] as const]
    })
    void send({ id: p.id, ref: entered('ref'), on: entered('on'), facts: Object.fromEntries(given) })
  }

  function refuse(form: HTMLFormElement | null): void {
    const reason = form && new FormData(form).get('refused')
    if (typeof reason === 'string') void send({ id: p.id, refused: reason })
  }

  return (
    <form
      class="work"
      aria-label={p.text}
      onSubmit={(event) => {
        event.preventDefault()
        record(event.currentTarget)
      }}
    >
      <p class="work__what" dir="auto">
        {p.text}
      </p>
      <dl class="facts">
        {work.facts.map(({ name, label, value }) => (
          <div class="fact" key={name}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      {p.mine && (
        <fieldset class="work__answer" disabled={isBusy}>
          <label>
            {w.workDate}
            <input type="date" name="on" required defaultValue={today(now.value)} />
          </label>
          <label>
            {w.workRef}
            <input name="ref" required maxLength={100} autocomplete="off" />
          </label>
          {work.gives.map((give) => (
            <Give key={give.name} give={give} />
          ))}
          <button type="submit" class="button">
            {w.workDone}
          </button>
          <label>
            {w.workWhy}
            <select name="refused">
              {work.refuses.map(({ reason, title }) => (
                <option key={reason} value={reason}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="button" onClick={(event) => refuse(event.currentTarget.form)}>
            {w.workRefuse}
          </button>
        </fieldset>
      )}
    </form>
  )
}

/** What was found beside date and reference; each may stay empty. */
function Give({ give }: { give: WorkView['gives'][number] }): JSX.Element {
  const id = useId()
  return (
    <>
      <label for={id}>{give.label}</label>
      <GiveField id={id} give={give} />
    </>
  )
}

function GiveField({ id, give }: { id: string; give: WorkView['gives'][number] }): JSX.Element {
  const name = `give-${give.name}`
  if (give.kind === 'date') return <input id={id} name={name} type="date" />
  if (!give.choices) return <input id={id} name={name} autocomplete="off" />
  return (
    <select id={id} name={name}>
      <option value="" />
      {give.choices.map(({ value, title }) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
    </select>
  )
}

/** The day where the agent is, as a date field takes it. */
function today(at: number): string {
  return new Intl.DateTimeFormat('en-CA').format(at)
}
