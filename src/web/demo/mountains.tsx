import type { JSX } from 'preact'

/** A line of light from the valley to the last house: drawn, so that the page loads nothing. */
export function Mountains(): JSX.Element {
  return (
    <svg class="mountains" viewBox="0 0 520 360" aria-hidden="true">
      <circle class="sun" cx="396" cy="96" r="46" />
      <path class="far" d="M0 280 110 128l64 84 92-132 96 140 60-74 98 134v80H0Z" />
      <path class="snow" d="m266 80 31 45-20-6-12 14-14-16-19 10Z" />
      <path class="near" d="M0 330 96 226l76 66 88-92 100 96 74-58 86 74v48H0Z" />
      <path class="fibre" d="M-6 340C90 300 128 352 204 312s70-70 138-60 74-26 92-58" />
      <g class="house">
        <path d="M418 190h34v-26l-17-15-17 15Z" />
        <path class="window" d="M430 170h10v10h-10z" />
      </g>
      <g class="house">
        <path d="M186 318h38v-29l-19-17-19 17Z" />
        <path class="window" d="M199 296h12v11h-12z" />
      </g>
      <circle class="spark" cx="104" cy="325" r="5" />
      <circle class="spark" cx="318" cy="253" r="5" />
    </svg>
  )
}
