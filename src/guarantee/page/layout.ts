import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { z } from 'zod'

/** Sizes are in CSS pixels. */
export interface Box {
  width: number
  height: number
}
export interface Point {
  x: number
  y: number
}

/** What is to be drawn: boxes by name, and arrows between them with room for a label. */
export interface Graph {
  boxes: ReadonlyMap<string, Box>
  arrows: readonly { from: string; to: string; label: Box | undefined; weight: number }[]
}

/** Where everything goes: the middle of each box, each arrow's curve, and the middle of its label. */
export interface Layout extends Box {
  boxes: ReadonlyMap<string, Point>
  arrows: readonly { path: string; label: Point | undefined }[]
}

/** Loads Graphviz once. Layouts of the same graph are the same in every run. */
export async function loadLayout(): Promise<(graph: Graph) => Layout> {
  const graphviz = await Graphviz.load()
  return (graph) => {
    const layouts = [true, false].map((weighs) =>
      read(placedShape.parse(JSON.parse(graphviz.layout(dot(graph, weighs), 'json', 'dot'))), graph),
    )
    // The likeliest way drawn straight reads best, unless it makes the drawing too wide to read at all.
    const [straight, compact] = layouts as [Layout, Layout]
    return straight.width > COMFORTABLE && compact.width < straight.width ? compact : straight
  }
}

const POINTS_PER_INCH = 72
/** Wider drawings are made smaller on a screen of 1,280 pixels. */
const COMFORTABLE = 1_100

/** Nothing of a dialog's author goes into it: boxes are numbered. */
function dot({ boxes, arrows }: Graph, weighs: boolean): string {
  const number = new Map([...boxes.keys()].map((name, i) => [name, i]))
  const inches = (pixels: number) => (pixels / POINTS_PER_INCH).toFixed(4)
  return [
    'digraph {',
    'nodesep=0.18; ranksep=0.4; node [shape=box fixedsize=true label=""]; edge [arrowsize=0.7]',
    ...[...boxes.values()].map(
      ({ width, height }, i) => `n${i} [width=${inches(width)} height=${inches(height)}]`,
    ),
    ...arrows.map(({ from, to, label, weight }) => {
      const room = label
        ? ` label=<<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true" width="${Math.ceil(label.width)}" height="${Math.ceil(label.height)}"><tr><td></td></tr></table>>`
        : ''
      return `n${number.get(from)} -> n${number.get(to)} [weight=${weighs ? weight : 1}${room}]`
    }),
    '}',
  ].join('\n')
}

/** What Graphviz answers: https://graphviz.org/docs/outputs/json/. Coordinates are points, from the lower left. */
const placedShape = z.object({
  bb: z.string(),
  objects: z.array(z.object({ pos: z.string() })),
  edges: z.array(z.object({ pos: z.string(), lp: z.string().optional() })).default([]),
})

function read(placed: z.infer<typeof placedShape>, graph: Graph): Layout {
  const [, , width = 0, height = 0] = placed.bb.split(',').map(Number)
  const point = (text: string): Point => {
    const [x = 0, y = 0] = text.split(',').map(Number)
    return { x: round(x), y: round(height - y) }
  }
  const names = [...graph.boxes.keys()]
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: new Map(placed.objects.map(({ pos }, i) => [names[i] ?? '', point(pos)])),
    arrows: placed.edges.map(({ pos, lp }) => ({
      path: curve(pos, point),
      label: lp ? point(lp) : undefined,
    })),
  }
}

/** `e,END START C1 C2 P1 …`: a curve of Bézier pieces, and the arrow's tip. */
function curve(pos: string, point: (text: string) => Point): string {
  const parts = pos.split(' ')
  const tip = parts.find((part) => part.startsWith('e,'))
  const points = parts.filter((part) => !/^[es],/.test(part)).map(point)
  const [start = { x: 0, y: 0 }, ...rest] = points
  const pieces = rest.map(({ x, y }) => `${x},${y}`).join(' ')
  const end = tip ? point(tip.slice(2)) : undefined
  return `M${start.x},${start.y} C${pieces}${end ? ` L${end.x},${end.y}` : ''}`
}

function round(value: number): number {
  return Math.round(value)
}
