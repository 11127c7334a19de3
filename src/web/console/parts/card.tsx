import type { ComponentChildren, JSX } from 'preact'

/** A part of what is known of the customer, under its heading. */
export function Card(p: { title: string; tone?: 'facts'; children: ComponentChildren }): JSX.Element {
  return (
    <section class={p.tone ? `card card--${p.tone}` : 'card'}>
      <h2 class="card__title">{p.title}</h2>
      {p.children}
    </section>
  )
}
