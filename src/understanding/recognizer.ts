import type { Language } from '../language.ts'

/** A typed thing found in a message. */
export interface Entity {
  type: string
  /** The normalised value. */
  value: string | number | boolean
  /** As written. */
  text: string
}

/** What a message seems to be about. */
export interface Reading {
  /** The best intent when it is sure enough, else undefined (out of scope). */
  intent: string | undefined
  /** Best first, at most three, with calibrated scores from 0 to 1. */
  candidates: { intent: string; score: number }[]
  /** Intents of a long message that is about several things; absent when the recogniser doesn't look for them. */
  matters?: readonly string[]
  entities: Entity[]
  /** The language of this message; undefined when it can't be told. */
  language: Language | undefined
  /** Which recogniser answered. */
  by: string
  /** Another recogniser had another opinion, and this one was believed; see policy.ts. */
  overruled?: { by: string; intent: string | undefined }
}

/** Reads messages. Adapters: `local/` and `clu/`. May throw or be slow: the caller limits its time. */
export interface Recognizer {
  /** How long it may take, milliseconds, where that is more than the caller would wait by itself. */
  readonly limitMs?: number
  recognize(text: string, language: Language, signal?: AbortSignal): Reading | Promise<Reading>
}
