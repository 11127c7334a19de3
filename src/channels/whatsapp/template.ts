import { NotDeliverable } from '../../errors.ts'
import type { Language } from '../../language.ts'
import type { MessageLine } from '../../turn/line.ts'
import { size } from '../limits.ts'
import { TOO_LONG_FOR_TEMPLATE } from './graph-errors.ts'
import type { Content } from './render.ts'

/** What one field of a template carries. */
const FIELD = 1_024

/**
 * A line in the operator's template, whose body holds `{{1}}`: in one line, for a field takes no line breaks and no more
 * than four spaces together. Throws `NotDeliverable` for a text that doesn't fit whole.
 */
export function renderTemplate(
  line: Pick<MessageLine, 'text' | 'from'>,
  name: string,
  language: Language,
): Content {
  const words = line.text.replaceAll(/\s+/g, ' ').trim()
  const text = line.from.kind === 'agent' ? `${line.from.name}: ${words}` : words
  if (size(text) > FIELD) throw new NotDeliverable(TOO_LONG_FOR_TEMPLATE)
  return {
    type: 'template',
    template: {
      name,
      language: { code: language },
      components: [{ type: 'body', parameters: [{ type: 'text', text }] }],
    },
  }
}
