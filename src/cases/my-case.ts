import { Unreadable } from '../errors.ts'
import type { Language } from '../language.ts'
import { recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { type Head, headCodec } from '../turn/conversation.ts'
import { isSameMatter } from '../turn/history.ts'
import { type Agent, agentCodec } from './agent.ts'
import type { Case } from './case.ts'
import type { LinkSubject } from './case-link.ts'
import { type Commitment, commitmentCodec } from './commitments.ts'
import { commitmentsOfCustomer } from './customer-commitments.ts'
import type { Desk } from './desk-file.ts'
import { readDuty, standBefore } from './duty.ts'
import { readCaseNamed } from './reserved-key.ts'
import { when, windowWords } from './when.ts'

/** One promise as "Mi caso" tells it. Nothing of it says who the customer is. */
export interface Owed {
  what: string
  /** `changing`: its cancellation has been asked for and is not confirmed, so it is not spoken of as on. */
  state: 'done' | 'open' | 'late' | 'changing' | 'off' | 'not-done'
  /** Who owes it: an agent by name, or the team. */
  by?: string
  dueAt: number
  ref?: string
  doneAt?: number
}

export interface MyCase {
  language: Language
  promises: Owed[]
  /** The case that people have, or had. */
  case?: { key: string; state: Case['state']['kind']; words: string }
}

/** What a link is about, as it is now. Undefined when nothing of it is stored any more. */
export async function readMyCase(
  parts: { store: Store; desk: Desk },
  subject: LinkSubject,
  now: number,
  language?: Language,
): Promise<MyCase | undefined> {
  const found =
    'case' in subject
      ? await ofCase(parts.store, subject.case)
      : await ofPromise(parts.store, subject.promise)
  if (!found) return undefined
  const { head, promises } = found
  const spoken = language ?? found.case?.language ?? head.language
  const names = await agentNames(parts.store, promises)
  return {
    language: spoken,
    promises: promises.map((one) => owedOf(one, promises, now, names)),
    ...(found.case ? { case: await caseWords(parts, found.case, now, spoken) } : {}),
  }
}

/** Where an ask by a link goes. Undefined when nothing of what the link is about is stored any more. */
export async function conversationOfLink(store: Store, subject: LinkSubject): Promise<string | undefined> {
  if ('case' in subject) return (await readCase(store, subject.case))?.conversationId
  const [promised] = commitmentCodec.readable(await store.read([recordKey.commitment(subject.promise)]))
  return promised?.value.conversationId
}

interface Found {
  head: Head
  promises: Commitment[]
  case?: Case
}

async function ofCase(store: Store, key: string): Promise<Found | undefined> {
  const c = await readCase(store, key)
  const head = c && (await readHead(store, c.conversationId))
  if (!c || !head) return undefined
  const all = await commitmentsOfCustomer(store, c.customerId)
  return { head, case: c, promises: all.map((one) => one.value).filter((one) => one.caseKey === c.key) }
}

/** Everything that was promised in the same matter; without one, what was promised alone. */
async function ofPromise(store: Store, id: string): Promise<Found | undefined> {
  const [promised] = commitmentCodec.readable(await store.read([recordKey.commitment(id)]))
  const head = promised && (await readHead(store, promised.value.conversationId))
  if (!promised || !head) return undefined
  const { customerId, matter } = promised.value
  const all = (await commitmentsOfCustomer(store, customerId)).map((one) => one.value)
  const promises = all.filter(
    (one) => one.id === id || (matter && one.matter && isSameMatter(one.matter, matter)),
  )
  const key = promises.findLast((one) => one.caseKey !== undefined)?.caseKey ?? head.caseKey
  const c = key === undefined ? undefined : await readCase(store, key)
  return { head, promises, ...(c ? { case: c } : {}) }
}

function owedOf(
  c: Commitment,
  all: readonly Commitment[],
  now: number,
  names: ReadonlyMap<string, string>,
): Owed {
  const ref = c.confirmation?.ref ?? c.ref
  const by = c.owner.kind === 'agent' ? names.get(c.owner.agentId) : undefined
  return {
    what: c.text,
    state: stateOf(c, all, now),
    dueAt: c.dueAt,
    ...(by === undefined ? {} : { by }),
    ...(ref === undefined ? {} : { ref }),
    ...(c.confirmation ? { doneAt: c.confirmation.at } : {}),
  }
}

function stateOf(c: Commitment, all: readonly Commitment[], now: number): Owed['state'] {
  if (c.state === 'confirmed') return 'done'
  if (c.state === 'off') return 'off'
  if (c.state === 'broken') return 'not-done'
  const isBeingCancelled = all.some(
    (one) => one.state === 'open' && one.ends?.includes(c.kind) && one.matter?.object === c.matter?.object,
  )
  if (isBeingCancelled) return 'changing'
  return c.dueAt < now ? 'late' : 'open'
}

/** Where the case is now, in words: no words of the customer's, and nothing that only agents may know. */
async function caseWords(
  { store, desk }: { store: Store; desk: Desk },
  c: Case,
  now: number,
  language: Language,
): Promise<NonNullable<MyCase['case']>> {
  const { state } = c
  const words = WORDS[language]
  const told = (): string | Promise<string> => {
    switch (state.kind) {
      case 'queue':
        return readDuty(store, desk, now).then((duty) => {
          if (duty.onDuty) return words.inLine(standBefore(duty, c.queue, c.dueAt))
          return words.nobody(duty.opensAt && when(duty.opensAt, now, desk.timeZone, language))
        })
      case 'agent':
        return words.agent(state.agentName)
      case 'scheduled': {
        const window = windowWords(state.window, now, desk.timeZone, language)
        return state.what === 'call-back'
          ? words.callBack(window)
          : words.written(when(state.window.to, now, desk.timeZone, language))
      }
      case 'resolved':
        return words.resolved(when(state.at, now, desk.timeZone, language))
      case 'withdrawn':
        return words.withdrawn
    }
  }
  return { key: c.key, state: state.kind, words: await told() }
}

const WORDS = {
  es: {
    inLine: (before: number) =>
      before === 0
        ? 'Es la siguiente persona en la fila.'
        : `Hay ${before === 1 ? '1 persona' : `${before} personas`} delante en la fila.`,
    nobody: (opens: string | undefined | 0) =>
      `Su lugar en la fila está guardado. ${opens ? `Una persona le atenderá ${opens}.` : 'Avisamos al equipo.'}`,
    agent: (name: string | undefined) => (name ? `Le atiende ${name}.` : 'Le atiende una persona.'),
    callBack: (window: string) => `Le llamaremos ${window}.`,
    written: (by: string) => `Le responderemos por escrito, a más tardar ${by}.`,
    resolved: (at: string) => `Se dio por resuelto ${at}. Si algo quedó pendiente, díganoslo y sigue.`,
    withdrawn: 'Usted salió de la fila. Puede volver cuando quiera.',
  },
  en: {
    inLine: (before: number) =>
      before === 0
        ? 'You are next in line.'
        : `There ${before === 1 ? 'is 1 person' : `are ${before} people`} before you in line.`,
    nobody: (opens: string | undefined | 0) =>
      `Your place in line is kept. ${opens ? `A person will help you ${opens}.` : 'The team has been told.'}`,
    agent: (name: string | undefined) => (name ? `${name} is with you.` : 'A person is with you.'),
    callBack: (window: string) => `We will call you ${window}.`,
    written: (by: string) => `We will answer in writing, ${by} at the latest.`,
    resolved: (at: string) => `It was marked as resolved ${at}. If anything is left, tell us and it goes on.`,
    withdrawn: 'You left the line. You can come back at any time.',
  },
} as const

async function readCase(store: Store, key: string): Promise<Case | undefined> {
  try {
    return (await readCaseNamed(store, key))?.value
  } catch (thrown) {
    if (thrown instanceof Unreadable) return undefined
    throw thrown
  }
}

async function readHead(store: Store, id: string): Promise<Head | undefined> {
  return headCodec.readable(await store.read([recordKey.head(id)]))[0]?.value
}

async function agentNames(store: Store, promises: readonly Commitment[]): Promise<Map<string, string>> {
  const ids = promises.flatMap(({ owner }) => (owner.kind === 'agent' ? [owner.agentId] : []))
  const agents = agentCodec.readable(await store.read([...new Set(ids)].map((id) => recordKey.agent(id))))
  return new Map(agents.map(({ value }: { value: Agent }) => [value.id, value.name]))
}
