import { parseArgs } from 'node:util'
import { ConfigFault } from '../errors.ts'

/** What `npm run guarantee -- …` was told to do. */
export interface Arguments {
  help: boolean
  /** Runs just these checks; every one when empty. */
  only: readonly string[]
  /** How many simulated customers; 0: none. */
  customers: number
  seed: number
  /** Plays this simulated customer of the seed again, and checks nothing. */
  customer?: number
  /** The exhaustive check explores just these dialogs; every one when empty. */
  dialogs: readonly string[]
  /** Undefined: no page is made. */
  html: string | undefined
  json: string
  /** Folder that holds `dialogs/index.ts` and `intents/`; this installation's when undefined. */
  house: string | undefined
}

/** The check that `--dialog` is for. */
const EXPLORES = 'exhaustive'
/** The check that `--customers` is for, and how many there are when nobody says. */
const SIMULATES = 'customers'
const SOME_CUSTOMERS = '1000'

export const HELP = `npm run guarantee [-- OPTIONS]

Checks the dialogs and proves the promise over them. Ends with 0 when it holds, and with 1 on any violation.
The last line is a summary; guarantee.html tells the same to a manager, guarantee.json to a machine.

  --customers N   how many simulated customers talk to the bot (1000; 0: none)
  --seed S        which customers: the same seed, the same conversations (1)
  --customer K    only shows the conversation of customer K of that seed, as a violation names them
  --only NAME     runs one check; give it again for more. A run of some checks proves only these
  --dialog ID     explores one dialog alone, in seconds, and checks nothing else; give it again for more
  --html FILE     where the page goes (guarantee.html)
  --no-html       makes no page
  --json FILE     where the JSON goes (guarantee.json)
  --house FOLDER  checks dialogs/ and intents/ of another folder than this installation's
  --help          this text

The desk is read from DESK_FILE (desk.yaml), as npm start does.
`

/** Throws `ConfigFault` that names every argument that is wrong. `checks` are the names that `--only` takes. */
export function readArguments(args: readonly string[], checks: readonly string[]): Arguments {
  const { values, faults } = parse(args)
  const customers = wholeNumber('customers', values.customers ?? SOME_CUSTOMERS, faults)
  const seed = wholeNumber('seed', values.seed ?? '1', faults)
  const customer =
    values.customer === undefined ? undefined : wholeNumber('customer', values.customer, faults)
  const dialogs = values.dialog ?? []
  const only = values.only ?? (dialogs.length > 0 ? [EXPLORES] : [])
  for (const name of only) {
    if (!checks.includes(name))
      faults.push(`--only ${name}: there is no such check; use ${checks.join(', ')}`)
  }
  if (values.seed !== undefined && customers === 0 && customer === undefined) {
    faults.push('--seed is for simulated customers: --customers 0 leaves none')
  }
  if (customers === 0 && only.includes(SIMULATES)) {
    faults.push(`--only ${SIMULATES}: --customers 0 leaves none`)
  }
  if (dialogs.length > 0 && only.some((name) => name !== EXPLORES)) {
    faults.push(`--dialog is for the exhaustive check alone: leave --only out, or give --only ${EXPLORES}`)
  }
  if (values.html !== undefined && values['no-html']) faults.push('--html and --no-html: give one of them')
  for (const name of ['html', 'json', 'house'] as const) {
    if (values[name] === '') faults.push(`--${name} needs a path`)
  }
  if (faults.length > 0) {
    throw new ConfigFault(`${faults.join('\n')}\nSee npm run guarantee -- --help`)
  }
  return {
    help: values.help ?? false,
    only,
    customers,
    seed,
    ...(customer === undefined ? {} : { customer }),
    dialogs,
    html: values['no-html'] ? undefined : (values.html ?? 'guarantee.html'),
    json: values.json ?? 'guarantee.json',
    house: values.house,
  }
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        only: { type: 'string', multiple: true },
        customers: { type: 'string' },
        customer: { type: 'string' },
        seed: { type: 'string' },
        dialog: { type: 'string', multiple: true },
        html: { type: 'string' },
        'no-html': { type: 'boolean' },
        json: { type: 'string' },
        house: { type: 'string' },
      },
    })
    return { values, faults: [] as string[] }
  } catch (thrown) {
    throw new ConfigFault(`${(thrown as Error).message}\nSee npm run guarantee -- --help`, thrown)
  }
}

function wholeNumber(name: string, given: string, faults: string[]): number {
  const value = Number(given)
  if (/^\d{1,12}$/.test(given) && Number.isSafeInteger(value)) return value
  faults.push(`--${name} ${given}: give a whole number`)
  return 0
}
