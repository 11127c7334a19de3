import { TEXT_RULES } from '../../wording/text-rules.ts'
import type { PromiseId } from '../checks.ts'

const GUARDS: Readonly<Record<(typeof TEXT_RULES)[number]['guards'], PromiseId>> = {
  Reach: 'G1',
  'Nothing asked twice': 'G5',
  'No bouncing': 'G6',
  'No dead line': 'G7',
  'Done means done': 'G8',
  // Who is argued with, blamed or sold to is being kept from what they came for.
  'House style': 'G1',
}

/** Which part of the promise each rule of the static check holds. A rule that isn't here counts against all. */
export const BREAKS: Readonly<Record<string, readonly PromiseId[]>> = {
  ...Object.fromEntries(TEXT_RULES.map((rule) => [rule.name, [GUARDS[rule.guards]]])),
  'no-way-out': ['G1', 'G2'],
  'unbounded-loop': ['G2'],
  'silent-circle': ['G2'],
  'failure-without-person': ['G8'],
  'done-without-reference': ['G8'],
  'label-asks-for-person': ['G1'],
  'label-means-none': ['G1'],
  'label-means-yes-or-no': ['G2'],
  'labels-alike': ['G2'],
  unanswerable: ['G2'],
  'empty-menu': ['G2'],
  'unknown-fact': ['G2'],
  'too-long': ['G6'],
  'label-too-long': ['G6'],
  'too-many-labels': ['G6'],
  'missing-intent': ['G2'],
  'missing-utterances': ['G2'],
  'stray-intent': ['G2'],
}
