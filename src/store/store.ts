/**
 * The store port: one write verb, one lease verb, and reads. Adapters: `embedded/` (SQLite); a second one needs
 * only a constructor to run the same contract suite (`test/contract/store.ts`).
 *
 * A **record** is a versioned JSON text under a key, which carries the index entries (`terms`) it is found by.
 * A **log** is an append-only list of lines; the store assigns each line's sequence number, from 1.
 * An **index** is a set of members ordered by score, then by member. Its members are records (by their terms)
 * or logs (by lines appended with `wake` that nobody has consumed yet).
 * Bodies are opaque: the store never parses or re-encodes them.
 */
export type ChangeId = string
export type RecordKey = string
export type LogName = string
export type IndexName = string
/** An id given by the outside (a channel's message id), already made unique across channels. */
export type OutsideId = string

export interface Put {
  key: RecordKey
  /** The version this write was based on. 0: the record must not exist yet. Any other version: `stale`. */
  expect: number
  /** The schema version of the body; readers that don't know it leave the record alone. */
  schema: number
  body: string
  /** All index entries of this record; they replace the ones it had. Absent: it keeps them. `[]`: it has none. */
  terms?: readonly (readonly [IndexName, number])[]
}

export interface Append {
  log: LogName
  body: string
  /** Seen before (within 8 days): the whole change is refused as `duplicate`. */
  once?: OutsideId
  /**
   * The line waits to be consumed from this index (or from each of these): the log becomes a member, scored by the
   * time of append of its oldest line that waits there.
   */
  wake?: IndexName | readonly IndexName[]
  /** Keep only the newest so many lines of this log (for event streams). */
  keep?: number
}

export interface Change {
  /** Remembered for 15 minutes: the same id again answers `already` and writes nothing. */
  id: ChangeId
  /**
   * Answered only when a second server has it as well, in a store where one may take over: what not even that may lose.
   * `StoreAway` when none has it in time, although it may be stored: the same change again tells.
   */
  replicated?: boolean
  /**
   * Written only when a second server has the lines of this log that were there before: whoever was told what follows
   * from them is answered again by that server when it takes over. A second at most: one that hangs holds nobody up.
   */
  behind?: LogName
  /** Records this change was decided on without writing them. Another version than this: `stale`. */
  rely?: readonly { key: RecordKey; version: number }[]
  put?: readonly Put[]
  append?: readonly Append[]
  /**
   * Lines of `log` up to and including `upTo` are done with for `wake`. Resets attempts and frees the item. `after`:
   * how far they were done with when the change was decided (`Taken.after`); another place by now: `stale`. A lease
   * that has passed on is noticed by that and by nothing else.
   */
  consume?: readonly { log: LogName; upTo: number; wake: IndexName; after?: number }[]
  /**
   * Once its lines are appended, `log` is taken from `index` by the same change, as `take` would do next: who stores
   * an input can go on with it at once. Nothing is taken when somebody holds the log, or nothing waits there. `reads`:
   * what whoever takes it reads first.
   */
  take?: { log: LogName; index: IndexName; by: string; leaseMs: number; reads?: Reads }
  /** Names owned by at most one record. Owned by another: `stale`. `owner: null` frees the name; `insteadOf` may be taken over from. */
  unique?: readonly { name: string; owner: RecordKey | null; insteadOf?: RecordKey }[]
  /**
   * Replaces the body of a line by what may stay of it (`erasedLine`): the one exception to append-only, for
   * forgetting a customer. No such line: `stale`.
   */
  erase?: readonly { log: LogName; seq: number; body: string }[]
  /** Records that are let go of, with all their index entries. Another version than `expect`: `stale`. */
  drop?: readonly { key: RecordKey; expect: number }[]
  /**
   * Lines up to and including `upTo` are let go of. The newest line of a log always stays, so that its numbers go on;
   * `whole`: it goes too, with all that is known of the log, for one that nothing will be appended to any more. `upTo`
   * is its newest line then, else `stale`. No line is appended to such a log by the same change. Who lets go of lines
   * that somebody still waits for has lost them.
   */
  trim?: readonly { log: LogName; upTo: number; whole?: boolean }[]
}

/** What a taking is followed by at once: a store that is far away answers it together with the taking. */
export interface Reads {
  records: readonly RecordKey[]
  /** Unique names, each with the record that owns it. */
  owners: readonly string[]
  /** So many lines of the log that was taken, after what is consumed of it. */
  lines: number
}

/** What `Reads` asked for, as it was when the taking was stored. */
export interface Found {
  records: ReadonlyMap<RecordKey, Readonly<Stored> | undefined>
  owners: ReadonlyMap<string, RecordKey | undefined>
  lines: readonly StoredLine[]
  /** How many lines were asked for. */
  limit: number
}

/** What an entry of an index ought to be, by whoever has looked at what it stands for. */
export interface Claim {
  index: IndexName
  member: string
  /**
   * By a record: the version it was read at (0: there is none), and where it says that it stands; undefined: not in
   * this index. Left out: the member is a log, and its lines that wait there say it.
   */
  record?: { version: number; score: number | undefined }
}

/** `passed`: the record is another one by now, so nothing was decided. */
export type Claimed = 'right' | 'mended' | 'passed'

export type CommitResult =
  /**
   * `seqs` holds the sequence number of each appended line, in the order of `append`; `taken` what the change took. A
   * change that was written `already` takes nothing again.
   */
  | { outcome: 'committed' | 'already'; seqs: number[]; taken?: Taken }
  /** The first line with this outside id. */
  | { outcome: 'duplicate'; log: LogName; seq: number }
  | { outcome: 'stale' }
  | { outcome: 'full' }

export interface Stored {
  key: RecordKey
  version: number
  schema: number
  body: string
}

export interface StoredLine {
  seq: number
  /** Store time of the append, milliseconds since the epoch. */
  at: number
  body: string
}

export interface Taken {
  index: IndexName
  /** A record's key or a log's name. */
  member: string
  score: number
  /**
   * How often this item has been taken, this time included, since it was last consumed, put, or yielded with
   * `'reset'`; takings that were yielded as `'uncounted'` are not among them. Counted before it is handed out, in what outlives the process, so that a crash counts too; after a loss
   * of power the count may begin anew.
   */
  attempts: number
  /** For a log: everything up to this sequence number is consumed. 0 for records. */
  after: number
  /** Names this taking: `yield` with an older token does nothing. */
  token: string
  /** Left out by a store that reads at once anyway. */
  found?: Found
}

export interface TakeOptions {
  by: string
  /** Only items whose score is at most this. */
  upTo: number
  n: number
  leaseMs: number
}

/** What becomes of an item's attempts when it is given back otherwise than after an attempt. */
export type YieldAttempts = 'reset' | 'uncounted'

export interface Store {
  /** All of it durably, or none. Throws `StoreAway` when the outcome is unknown: retry with the same id. */
  commit(change: Change): Promise<CommitResult>
  /**
   * The lowest free items of these indexes, atomically, each leased to the caller. A lease ends when its item is
   * consumed, put or yielded, when its time is over, or when the adapter knows that the holder is dead.
   */
  take(indexes: readonly IndexName[], options: TakeOptions): Promise<Taken[]>
  /**
   * Gives an item back; nobody takes it before `notBefore` (store time), unless it is a log and another line wakes it
   * first. `'reset'`: its attempts start anew; `'uncounted'`: this taking was none, those before it stay counted.
   * Does nothing when the lease has passed on to another taking, or the item was consumed or put meanwhile.
   */
  yield(taken: Taken, notBefore?: number, attempts?: YieldAttempts): Promise<void>
  /** What it answers is not to be changed: it may answer the same objects again. */
  read(keys: readonly RecordKey[]): Promise<(Readonly<Stored> | undefined)[]>
  /** The record that owns a unique name. */
  find(unique: string): Promise<RecordKey | undefined>
  /** At most `limit` lines in order, after a sequence number. */
  lines(log: LogName, after: number, limit: number): Promise<StoredLine[]>
  /** The newest `limit` lines before `before` (undefined: of the whole log), in order. */
  linesBefore(log: LogName, before: number | undefined, limit: number): Promise<StoredLine[]>
  /** A page of an index in order, after a member of it. */
  page(
    index: IndexName,
    after: { member: string; score: number } | undefined,
    limit: number,
  ): Promise<{ member: string; score: number }[]>
  /** How many members stand before this one (0: it is first), and how many there are. */
  rank(index: IndexName, member: string): Promise<{ before: number | undefined; size: number }>
  /**
   * Holds entries of indexes against what they stand for, inside one transaction, and puts right what disagrees: one that
   * stands for nothing goes, one that is missing or misplaced is placed, free. Answers in the order of the claims.
   * `strays`: what could have been taken from these indexes without being a member, and is gone now.
   */
  mend(claims: readonly Claim[]): Promise<{
    claimed: Claimed[]
    strays: { index: IndexName; member: string }[]
  }>
  /** Calls `hint` after a commit appended to one of these logs or added to one of these indexes, or a `signal` came. Hints may be doubled, and carry no data but a signal's. Returns the way to stop. */
  watch(names: readonly string[], hint: (name: string, signal?: string) => void): () => void
  /** Tells watchers of `name` something not worth storing (somebody is typing). May be lost. */
  signal(name: string, body: string): void
  /** The store's clock, milliseconds since the epoch: order and leases go by it. */
  now(): number
  /** `short`: what is about to run out. */
  health(): Promise<{ ok: boolean; adapter: string; durable: boolean; detail?: string; short?: string }>
  close(): Promise<void>
}
