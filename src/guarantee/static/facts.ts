import { LANGUAGES, type Language, type Texts } from '../../language.ts'
import { type AnyStep, type Dialog, textsOf } from '../../turn/dialog/dialog.ts'
import { isHouseSlot, slotsOf } from '../../turn/dialog/template.ts'
import type { Certain } from './flow.ts'
import type { Found } from './found.ts'

/** Labels may show facts whose labels show facts; the runner goes no deeper. */
const MOST_NESTED = 3

/** What a step shows or hands on without being certain to know it: the customer would get an error in its place. */
export function unknownFacts(dialog: Dialog, name: string, step: AnyStep, certain: Certain): Found[] {
  const found: Found[] = []
  const missing = (fact: string, where: string, text?: string) => {
    found.push({
      rule: 'unknown-fact',
      step: name,
      ...(text === undefined ? {} : { text }),
      what: `${where} {${fact}}, which is not known on every way that leads here`,
      fix: wayToKnow(dialog, fact),
    })
  }
  for (const [key, texts] of Object.entries(textsOf(step))) {
    const known = new Set(certain.known)
    // Said only when the fact is known from before.
    if (key === 'known' && step.kind === 'ask') known.add(step.fact)
    for (const fact of new Set(shown(dialog, texts))) {
      const languages = LANGUAGES.filter((language) => shown(dialog, texts, [language]).includes(fact))
      if (!known.has(fact)) missing(fact, 'shows', `${key}.${languages.join('/')}`)
    }
  }
  const spec = step.kind === 'choose' ? dialog.facts[step.fact] : undefined
  if (spec?.kind === 'label') {
    const offered = Object.values(spec.labels).some((label) =>
      shown(dialog, label).every((fact) => certain.known.has(fact)),
    )
    if (!offered) {
      found.push({
        rule: 'empty-menu',
        step: name,
        what: 'every label shows a fact that may be unknown here: there could be nothing to choose from',
        fix: 'decide on one of those facts first, and lead elsewhere when it is unknown',
      })
    }
  }
  if (step.kind === 'call') {
    for (const fact of new Set(Object.values(step.args)))
      if (!certain.known.has(fact)) missing(fact, `calls ${step.verb} with`)
  }
  if (step.kind === 'promise') {
    if ('on' in step.due && !certain.known.has(step.due.on)) missing(step.due.on, 'is due on')
    if (step.confirmed && step.ref !== undefined && !certain.known.has(step.ref))
      missing(step.ref, 'is confirmed by')
  }
  return found
}

/** The facts that a text needs, with those that its label facts show. */
export function shown(
  dialog: Dialog,
  texts: Texts,
  languages: readonly Language[] = LANGUAGES,
  nested = 0,
): string[] {
  return languages
    .flatMap((language) => slotsOf(texts[language]))
    .flatMap((fact) => {
      if (isHouseSlot(fact)) return []
      const spec = dialog.facts[fact]
      if (spec?.kind !== 'label' || nested > MOST_NESTED) return [fact]
      return [
        fact,
        ...Object.values(spec.labels).flatMap((label) => shown(dialog, label, languages, nested + 1)),
      ]
    })
}

/** How the dialog could come to know a fact, from what it does elsewhere. */
function wayToKnow(dialog: Dialog, fact: string): string {
  const learner = Object.entries(dialog.steps).find(
    ([, step]) => step.kind === 'call' && (step.learns as readonly string[]).includes(fact),
  )
  const asker = Object.entries(dialog.steps).find(([, step]) => step.kind === 'ask' && step.fact === fact)
  if (learner) {
    return `decide on it first (kind: 'decide', fact: '${fact}') and show it where it is known: step ${learner[0]} may not have learnt it by then`
  }
  if (asker) {
    return `lead here from "next" of step ${asker[0]} only, not from its "refused", or leave {${fact}} out`
  }
  return `ask for it or learn it before, decide on it (kind: 'decide', fact: '${fact}'), or leave {${fact}} out`
}
