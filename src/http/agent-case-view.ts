import { type Case, isOpen } from '../cases/case.ts'
import { type Customer, customerCodec } from '../cases/customer.ts'
import type { Desk } from '../cases/desk-file.ts'
import { returnsAt } from '../cases/leases.ts'
import { factsOfAll, sameHolder } from '../cases/same-holder.ts'
import { windowWords } from '../cases/when.ts'
import { wordsOfVerb } from '../cases/work.ts'
import { detailWords, type Names } from '../escape/details.ts'
import type { Language, Texts } from '../language.ts'
import { indexName, logName, recordKey } from '../store/keys.ts'
import type { Store } from '../store/store.ts'
import { headCodec } from '../turn/conversation.ts'
import { type Showing, show } from '../turn/dialog/template.ts'
import type { Vocabulary } from '../turn/dialog/vocabulary.ts'
import type { Facts } from '../turn/facts.ts'
import { decodeLine } from '../turn/transcript.ts'
import { commitmentsOf, eventPosition, iso, promisedOf, readCases } from './agent-queue-view.ts'
import type { Session } from './agent-session.ts'
import { type AttachmentUrl, readDelivery, readTranscript } from './agent-transcript.ts'
import { workView } from './agent-work-view.ts'
import type { CaseView, ChatRow, ChatsView, FactView, TranscriptLine } from './wire.ts'

const EARLIER_SHOWN = 10

export interface ViewDeps {
  store: Store
  desk: Desk
  attachmentUrl: AttachmentUrl
  /** What facts are called, and how their values read. */
  vocabulary: Vocabulary
  /** What dialogs are called, by id. */
  titles?: ReadonlyMap<string, Texts>
}

/** The whole case, so that the customer is asked nothing twice. */
export async function caseView(
  deps: ViewDeps,
  c: Case,
  reader: Pick<Session, 'id' | 'reads'>,
): Promise<CaseView> {
  const { store, desk } = deps
  const at = await eventPosition(store)
  // Read again after the position: what changed in between is in the events or in here, never in neither.
  const [latest = c] = await readCases(store, [recordKey.case(c.key)])
  const language = reader.reads ?? latest.language
  const customer = await readCustomer(store, latest.customerId)
  const others = customer ? await sameHolder(store, customer) : []
  const everywhere = [{ id: latest.customerId }, ...others]
  const [heads, transcript, commitments, earlier] = await Promise.all([
    store.read(latest.conversations.map((id) => recordKey.head(id))),
    readTranscript(store, latest.conversations, undefined, deps.attachmentUrl),
    commitmentsOf(store, everywhere, (one) =>
      // What another record of theirs waits for is finished from its own case.
      one.customerId === latest.customerId
        ? workView({ vocabulary: deps.vocabulary, desk, now: store.now() }, one, language)
        : undefined,
    ),
    earlierCases(store, latest, everywhere),
  ])
  const conversations = headCodec.readable(heads).map((record) => record.value)
  const human = latest.firstHumanWordsAt
  const returns = returnsAt(latest, desk)
  const promised = promisedOf(latest)
  return {
    at,
    key: latest.key,
    state: latest.state,
    mine: latest.state.kind === 'agent' && latest.state.agentId === reader.id,
    ...(latest.state.kind === 'agent' && latest.state.agentName ? { agentName: latest.state.agentName } : {}),
    customer: {
      id: latest.customerId,
      name: customer?.name ?? '',
      conversations: conversations.map(({ id, channel }) => ({ id, channel })),
    },
    channel: latest.channel,
    language: latest.language,
    ...(latest.speaks ? { speaks: latest.speaks } : {}),
    reason: latest.reason,
    ...(latest.detail ? { detail: detailWords(latest.detail, language, namesOf(deps)) } : {}),
    asked: latest.asked,
    summary: {
      wants: latest.summary || latest.asked,
      tried: tried(transcript.lines),
      promised: [
        ...(latest.schedule
          ? [windowWords(latest.schedule.window, store.now(), desk.timeZone, language)]
          : []),
        ...commitments.filter((one) => one.state === 'open').map((one) => one.text),
      ],
    },
    priority: latest.priority,
    queue: latest.queue,
    clock: {
      askedAt: iso(latest.askedAt),
      dueAt: iso(latest.dueAt),
      ...(human === undefined ? {} : { firstHumanWordsAt: iso(human) }),
      waitedSeconds: Math.max(0, Math.floor(((human ?? store.now()) - latest.askedAt) / 1000)),
    },
    ...(latest.owedSince === undefined ? {} : { owedSince: iso(latest.owedSince) }),
    ...(returns === undefined ? {} : { returnsAt: iso(returns) }),
    warned: latest.warnedAt !== undefined,
    ...(latest.checkingUntil === undefined ? {} : { checkingUntil: iso(latest.checkingUntil) }),
    facts: customer ? factViews(deps, factsOf(deps, customer, others), language) : [],
    transcript: transcript.lines,
    ...(transcript.before ? { transcriptBefore: transcript.before } : {}),
    commitments,
    ...(latest.supervisorAsked ? { supervisorAsked: true } : {}),
    ...(promised ? { promised } : {}),
    ...(latest.survey === undefined ? {} : { survey: latest.survey }),
    earlier,
  }
}

function namesOf({ titles }: ViewDeps): Names {
  return {
    dialog: (id, language) => titles?.get(id)?.[language],
    verb: (verb, language) => wordsOfVerb(verb)[language],
  }
}

/** The agent's own open chats; who is owed an answer longest comes first, parked ones last. */
export async function chatsView(store: Store, desk: Desk, agentId: string): Promise<ChatsView> {
  const at = await eventPosition(store)
  const entries = await store.page(indexName.agentCases(agentId), undefined, 200)
  const cases = await readCases(
    store,
    entries.map((entry) => entry.member),
  )
  const mine = cases.filter((c) => c.state.kind === 'agent' && c.state.agentId === agentId)
  const rows = await Promise.all(mine.map((c) => chatRow(store, desk, c)))
  const rank = (row: ChatRow): string => `${row.parked ? 1 : 0}${row.owedSince ?? `~${row.lastAt}`}`
  return { at, chats: rows.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)) }
}

async function chatRow(store: Store, desk: Desk, c: Case): Promise<ChatRow> {
  const [stored, delivery, customer] = await Promise.all([
    store.linesBefore(logName.conversation(c.conversationId), undefined, 60),
    readDelivery(store, c.conversationId),
    readCustomer(store, c.customerId),
  ])
  const messages = stored.map(decodeLine).filter((line) => line.kind === 'message')
  const last = messages.findLast((line) => line.from.kind !== 'system') ?? messages.at(-1)
  const returns = returnsAt(c, desk)
  return {
    key: c.key,
    customerName: customer?.name ?? '',
    channel: c.channel,
    language: c.language,
    lastText: last?.text ?? '',
    lastFrom: last?.from.kind ?? 'system',
    lastAt: iso(last?.at ?? c.openedAt),
    unread: messages.filter((line) => line.from.kind === 'customer' && line.seq > delivery.agentReadTo)
      .length,
    ...(c.owedSince === undefined ? {} : { owedSince: iso(c.owedSince) }),
    parked: c.state.kind === 'agent' && c.state.parked === true,
    ...(returns === undefined ? {} : { returnsAt: iso(returns) }),
    warned: c.warnedAt !== undefined,
    ...(c.checkingUntil === undefined ? {} : { checkingUntil: iso(c.checkingUntil) }),
    ...(c.supervisorAsked ? { supervisorAsked: true } : {}),
  }
}

export async function readCustomer(store: Store, customerId: string): Promise<Customer | undefined> {
  const [record] = customerCodec.readable(await store.read([recordKey.customer(customerId)]))
  return record?.value
}

/** What the bot did: the steps it got to, each once and in order, and what the company's systems answered. */
function tried(lines: readonly TranscriptLine[]): string[] {
  const steps = lines.flatMap((line) => {
    if (line.kind === 'outcome') return [outcomeWords(line)]
    return line.about ? [line.about.title] : []
  })
  return [...new Set(steps)]
}

function outcomeWords(line: TranscriptLine): string {
  const { kind, ref, reason, why } = line.data ?? {}
  const detail = [ref, reason, why].find((one) => typeof one === 'string' && one !== '')
  return `${line.name ?? ''}: ${String(kind)}${detail ? ` (${String(detail)})` : ''}`
}

/** Who proved the same account elsewhere is asked nothing again that was said there. */
function factsOf({ vocabulary }: ViewDeps, customer: Customer, others: readonly Customer[]): Facts {
  return factsOfAll(customer, others, (name) => vocabulary[name]?.of === 'customer')
}

const REFUSED: Texts = { es: 'No lo sabe o prefirió no decirlo', en: 'Does not know or would not say' }

/** What is known, and what the customer was already asked in vain: neither is to be asked again. */
function factViews({ store, desk, vocabulary }: ViewDeps, facts: Facts, language: Language): FactView[] {
  const showing: Showing = {
    facts,
    vocabulary,
    company: desk.company,
    language,
    timeZone: desk.timeZone,
    region: desk.region,
    now: store.now(),
  }
  const known = Object.entries(facts).filter(([name]) => !vocabulary[name]?.isOption)
  return known.map(([name, fact]) => ({
    name,
    label: vocabulary[name]?.label[language] ?? name,
    value: fact.class === 'known' ? (shown(name, showing) ?? String(fact.value)) : REFUSED[language],
    source: fact.class === 'known' ? fact.source : 'customer',
    at: iso(fact.at),
  }))
}

/** A value as people read it; undefined where this version can't say it: the agent then sees it as it is stored. */
function shown(name: string, showing: Showing): string | undefined {
  try {
    return show(name, showing)
  } catch {
    return undefined
  }
}

async function earlierCases(
  store: Store,
  c: Case,
  customers: readonly Pick<Customer, 'id'>[],
): Promise<CaseView['earlier']> {
  const pages = await Promise.all(
    customers.map(({ id }) => store.page(indexName.casesOfCustomer(id), undefined, 200)),
  )
  const entries = pages.flat().toSorted((a, b) => a.score - b.score)
  const others = entries.map((entry) => entry.member).filter((key) => key !== recordKey.case(c.key))
  const cases = await readCases(store, others.slice(-EARLIER_SHOWN))
  return cases.toReversed().map((one) => ({
    key: one.key,
    state: isOpen(one) ? 'open' : one.state.kind,
    askedAt: iso(one.askedAt),
    summary: one.summary || one.asked,
    ...(one.state.kind === 'resolved' ? { outcome: one.state.outcome } : {}),
  }))
}
