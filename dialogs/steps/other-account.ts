import type { Texts } from '../../src/kit.ts'

/**
 * Nothing was found on the account: many a household has two, so it is asked whether it is on another one before
 * anybody is passed on. Name the step `enter` where nothing is found; `text` says what is not there and asks, `person`
 * takes those for whom it is this account.
 */
export function otherAccount<const E extends string>({
  enter,
  text,
  again,
  person,
}: {
  enter: E
  text: Texts
  again: Texts
  person: Texts
}) {
  return {
    [enter]: {
      kind: 'confirm',
      text,
      again,
      labels: {
        yes: { es: 'Sí, en otra cuenta', en: 'Yes, another account' },
        no: { es: 'No, es en esta', en: 'No, it is this one' },
      },
      yes: 'otherAccount',
      no: 'notFound',
    },
    otherAccount: {
      kind: 'reject',
      question: 'account',
      text: { es: 'De acuerdo, busquemos en la otra.', en: 'All right, let us look at the other one.' },
    },
    notFound: { kind: 'person', text: person },
  } as unknown as OtherAccount<E>
}

/** The steps as they are named: a computed name is none that types can see. */
type OtherAccount<E extends string> = {
  readonly [K in E]: {
    readonly kind: 'confirm'
    readonly text: Texts
    readonly again: Texts
    readonly labels: { readonly yes: Texts; readonly no: Texts }
    readonly yes: 'otherAccount'
    readonly no: 'notFound'
  }
} & {
  readonly otherAccount: { readonly kind: 'reject'; readonly question: 'account'; readonly text: Texts }
  readonly notFound: { readonly kind: 'person'; readonly text: Texts }
}
