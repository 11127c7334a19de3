import { LANGUAGES } from '../../language.ts'
import type { AnyStep, Dialog } from '../../turn/dialog/dialog.ts'
import type { Box, Graph, Layout, Point } from './layout.ts'
import { html, inEach, type Markup } from './markup.ts'
import { breakLines, shorten, widthOf } from './measure.ts'
import { KINDS, merged, toneOf, type Way, waysOf, wordsOf } from './step-words.ts'

const STEP = { width: 176, padding: 10, head: 17, line: 14, words: 12, kind: 10.5, name: 9, most: 3 }
const LABEL = { size: 11, line: 13, width: 100, most: 4, padding: 4 }
const MARGIN = 12
/** Where the dialog begins: a dot above its first step. No step can be called so. */
const BEGIN = ' begin'
const DOT = 14

/**
 * A dialog as a graph, in SVG, with the steps marked that are `violated`. It is for the eye; the list of steps beside
 * it says the same in words.
 */
export function drawDialog(
  dialog: Dialog,
  layout: (graph: Graph) => Layout,
  violated: ReadonlySet<string>,
): Markup {
  const steps = Object.entries(dialog.steps)
  const arrows = steps.flatMap(([from, step]) =>
    merged(waysOf(step, dialog)).map((way, i) => ({ from, way, isFirst: i === 0 })),
  )
  const boxes = new Map<string, Box>([
    [BEGIN, { width: DOT, height: DOT }],
    ...steps.map(([name, step]) => [name, boxOf(step, dialog)] as const),
  ])
  const placed = layout({
    boxes,
    arrows: [
      { from: BEGIN, to: dialog.start, label: undefined, weight: 8 },
      ...arrows.map(({ from, way, isFirst }) => ({
        from,
        to: way.to,
        label: labelBox(way),
        // The likeliest way is drawn straight, what fails gives way.
        weight: isFirst ? 6 : way.fails ? 1 : 2,
      })),
    ],
  })
  const [first, ...rest] = placed.arrows
  const begin = placed.boxes.get(BEGIN) ?? { x: 0, y: 0 }
  const width = placed.width + 2 * MARGIN
  const height = placed.height + 2 * MARGIN
  return html`<svg class="graph" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" aria-hidden="true" focusable="false">
<circle class="begin" cx="${begin.x}" cy="${begin.y}" r="${DOT / 2}"/>
<path class="way" d="${first?.path}"/>
${rest.map((arrow, i) => drawWay(arrow.path, arrows[i]?.way, toPerson(arrows[i]?.way, dialog)))}
${steps.map(([name, step]) => drawStep(name, step, dialog, placed.boxes.get(name) ?? begin, boxes.get(name) ?? STEP_BOX, violated.has(name)))}
${rest.map((arrow, i) => drawLabel(arrow.label, arrows[i]?.way, toPerson(arrows[i]?.way, dialog)))}
</svg>`
}

const STEP_BOX: Box = { width: STEP.width, height: 60 }

/** The tips of all arrows, once per page. */
export const ARROW_TIPS = html`<svg class="tips" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<marker id="tip" class="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L10,5 L0,10 z"/></marker>
<marker id="tip-person" class="tip person" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L10,5 L0,10 z"/></marker>
</defs></svg>`

function toPerson(way: Way | undefined, dialog: Dialog): boolean {
  return way !== undefined && dialog.steps[way.to]?.kind === 'person'
}

function linesOf(text: string): string[] {
  return breakLines(text, STEP.width - 2 * STEP.padding - 4, STEP.words, STEP.most)
}

function boxOf(step: AnyStep, dialog: Dialog): Box {
  const words = wordsOf(step, dialog.facts)
  const lines = Math.max(...LANGUAGES.map((language) => linesOf(words[language]).length))
  return { width: STEP.width, height: STEP.head + lines * STEP.line + 14 }
}

function drawStep(
  name: string,
  step: AnyStep,
  dialog: Dialog,
  middle: Point,
  box: Box,
  isViolated: boolean,
): Markup {
  const x = middle.x - box.width / 2
  const y = middle.y - box.height / 2
  const words = wordsOf(step, dialog.facts)
  const kind = KINDS[step.kind]
  const left = STEP.padding + 4
  const right = box.width - STEP.padding
  const widest = Math.max(...LANGUAGES.map((language) => widthOf(kind[language], STEP.kind) * 1.08))
  return html`<g class="step tone-${toneOf(step.kind)}${isViolated ? ' violated' : ''}" transform="translate(${Math.round(x)} ${Math.round(y)})"><rect class="box" width="${box.width}" height="${box.height}" rx="${step.kind === 'person' ? 16 : 7}"/><text class="name" x="${right}" y="17">${shorten(name, right - left - widest - 8, STEP.name)}</text>${inEach(
    (language) => {
      const lines = linesOf(words[language])
      const whole = lines.at(-1)?.endsWith('…') ? html`<title>${words[language]}</title>` : html``
      return html`<g lang="${language}">${whole}<text class="kind" x="${left}" y="17">${kind[language]}</text><text y="18">${lines.map((line) => html`<tspan x="${left}" dy="${STEP.line}">${line}</tspan>`)}</text></g>`
    },
  )}</g>
`
}

function drawWay(path: string, way: Way | undefined, person: boolean): Markup {
  const tone = `${person ? ' person' : ''}${way?.fails ? ' fails' : ''}`
  return html`<path class="way${tone}" d="${path}"/>
`
}

function labelLines(text: string): string[] {
  return breakLines(text, LABEL.width, LABEL.size, LABEL.most)
}

function labelBox({ when }: Way): Box | undefined {
  if (!when) return undefined
  const lines = LANGUAGES.map((language) => labelLines(when[language]))
  const widest = Math.max(...lines.flat().map((line) => widthOf(line, LABEL.size)))
  return {
    width: widest + 2 * LABEL.padding,
    height: Math.max(...lines.map(({ length }) => length)) * LABEL.line + LABEL.padding,
  }
}

function drawLabel(middle: Point | undefined, way: Way | undefined, person: boolean): Markup {
  const when = way?.when
  if (!middle || !when) return html``
  return html`<g class="when${person ? ' person' : ''}" transform="translate(${Math.round(middle.x)} ${Math.round(middle.y)})">${inEach(
    (language) => {
      const lines = labelLines(when[language])
      const top = -((lines.length - 1) * LABEL.line) / 2 + LABEL.size * 0.35
      return html`<text lang="${language}" y="${Math.round(top - LABEL.line)}">${lines.map((line) => html`<tspan x="0" dy="${LABEL.line}">${line}</tspan>`)}</text>`
    },
  )}</g>
`
}
