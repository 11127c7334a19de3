import type { CUSTOMER_VERBS } from '../../verbs/customer.ts'
import { DEMO_ACCOUNTS } from '../accounts.ts'
import { type AccountClerk, type AccountCounter, type Clerk, pesos, refused } from '../counter.ts'

/** Wrong proofs of an account within a day; after them a person proves it. */
const MOST_TRIES = 5
const TRIES_FOR_MS = 24 * 3_600_000
const MOVE_FEE = pesos(30_000)
/** A request about personal data is answered within so many days. */
const DATA_DAYS = 15

export const proveIdentity: AccountClerk = ({ account, made, args, now, found }) => {
  if (made.tries && now - made.tries.since > TRIES_FOR_MS) delete made.tries
  if ((made.tries?.count ?? 0) >= MOST_TRIES) return refused('too-many-tries')
  const lastInvoice = account.monthly.split(' ')[0]
  if ([account.document, account.document.slice(-4), lastInvoice].includes(String(args.proof))) {
    delete made.tries
    return found({ proven: account.number, holder: account.holder })
  }
  made.tries = { count: (made.tries?.count ?? 0) + 1, since: made.tries?.since ?? now }
  return refused(made.tries.count >= MOST_TRIES ? 'too-many-tries' : 'no-match')
}

export const findCustomer: Clerk = ({ args, state, found }) => {
  const wanted = plain(String(args.contact))
  const matching = DEMO_ACCOUNTS.filter((account) => {
    const made = state.accounts[account.number]
    const contacts = [made?.email ?? account.email, made?.phone ?? account.phone]
    return (
      (wanted.length >= MIN_CONTACT || wanted.includes('@')) &&
      contacts.some((contact) => plain(contact).endsWith(wanted))
    )
  })
  const [first, ...others] = matching
  if (!first) return refused('no-such-customer')
  return others.length > 0 ? refused('several-accounts') : found({ account: first.number })
}

export const checkCoverage: Clerk = ({ args, found }) => {
  const address = String(args.newAddress)
  if (address.trim().length < MIN_ADDRESS) return refused('not-valid')
  return found({ coverage: coverageOf(address) })
}

type ByAccount = Exclude<keyof typeof CUSTOMER_VERBS, 'find-customer' | 'check-coverage' | 'prove-identity'>
export const customerClerks: Record<ByAccount, AccountClerk> = {
  'find-profile': ({ account, made, found }) =>
    found({
      holder: account.holder,
      email: made.email ?? account.email,
      phone: made.phone ?? account.phone,
      address: made.address ?? account.address,
    }),

  'change-contact': ({ account, made, args, done }) => {
    const value = String(args.newContact).trim()
    const kind = args.contactKind === 'email' ? 'email' : 'phone'
    const isValid = kind === 'email' ? /^\S+@\S+\.\S+$/.test(value) : /^\+?[\d\s().-]{7,20}$/.test(value)
    if (!isValid) return refused('not-valid')
    if (plain(value) === plain(made[kind] ?? account[kind])) return refused('same-as-now')
    made[kind] = value
    return done('DAT', { [kind]: value })
  },

  'change-address': ({ account, made, args, done }) => {
    const address = String(args.newAddress).trim()
    if (address.length < MIN_ADDRESS) return refused('not-valid')
    if (plain(address) === plain(made.address ?? account.address)) return refused('same-as-now')
    made.address = address
    return done('DAT', { address })
  },

  'quote-move': (counter) => {
    const terms = moveTerms(counter)
    return typeof terms === 'string' ? refused(terms) : counter.found(terms)
  },

  'move-service': (counter) => {
    const terms = moveTerms(counter)
    if (typeof terms === 'string') return refused(terms)
    counter.made.moves = terms.moveDate
    counter.made.address = String(counter.args.newAddress).trim()
    const { monthly: _, ...told } = terms
    return counter.done('TRA', told)
  },

  'request-data-right': ({ made, args, day, done }) => {
    const request = `data ${args.dataRight}`
    if (made.filed.includes(request)) return refused('already-asked')
    made.filed.push(request)
    return done('DAT', { answerBy: day(DATA_DAYS) })
  },
}

const MIN_ADDRESS = 6
/** Digits of a telephone number that find its owner. */
const MIN_CONTACT = 7

/** There is service wherever the address doesn't say that there can't be. */
function coverageOf(address: string): 'covered' | 'not-covered' | 'unsure' {
  if (/vereda|isla|amazonas|island/i.test(address)) return 'not-covered'
  return /\d/.test(address) ? 'covered' : 'unsure'
}

function moveTerms({ account, made, args, day }: AccountCounter) {
  const address = String(args.newAddress)
  const moveDate = String(args.moveDate)
  if (made.cancelled) return 'already-cancelled'
  if (address.trim().length < MIN_ADDRESS) return 'not-valid'
  if (coverageOf(address) === 'not-covered') return 'no-coverage'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(moveDate) || moveDate < day(2)) return 'date-not-free'
  return { moveDate, moveFee: MOVE_FEE, monthly: account.monthly, newMonthly: account.monthly }
}

/** Letters and digits alone, so that "+57 300 111-2233" is found by "3001112233". */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '')
}
