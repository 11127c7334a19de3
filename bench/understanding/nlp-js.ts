import type { Example } from '../../src/understanding/local/classifier.ts'
import { asRecord, type Guess } from './judging.ts'

/** nlp.js 4.27 on the same examples: what a project that takes a library off the shelf would have. */
export async function nlpJs(
  examples: readonly Example[],
  language: string,
): Promise<(text: string) => Promise<Guess>> {
  const library = asRecord(await import('node-nlp' as string))
  const { NlpManager } = asRecord(library.default ?? library) as {
    NlpManager: new (options: object) => Manager
  }
  const manager = new NlpManager({
    languages: [language],
    forceNER: false,
    autoSave: false,
    nlu: { log: false },
  })
  for (const { text, label } of examples) manager.addDocument(language, text, label ?? 'None')
  await manager.train()
  return async (text) => {
    const { intent, score } = await manager.process(language, text)
    return { label: intent === 'None' ? undefined : intent, score: intent === 'None' ? 1 - score : score }
  }
}

/** The part of the library's manager that is used here; it ships no types. */
interface Manager {
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<void>
  process(language: string, text: string): Promise<{ intent: string; score: number }>
}
