import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { WhatsAppSettings } from './channels/whatsapp/open.ts'
import { ConfigFault } from './errors.ts'

const url = z.url({ protocol: /^https?$/ })
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)
const secret = z.string().min(16, 'must have at least 16 characters')

/** Every setting, read from the environment. `.env.example` tells what each means. */
const settingsShape = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().optional(),
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().default('./data'),
  REDIS_URL: z.string().optional(),
  DESK_ID: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and -')
    .default('main'),
  DESK_FILE: z.string().default('desk.yaml'),
  SESSION_SECRET: list.pipe(z.array(secret).min(1)).optional(),
  ALLOWED_ORIGINS: list.pipe(z.array(url.transform((text) => new URL(text).origin))).default([]),
  DIRECT_LINE_SECRET: secret.optional(),
  IDENTITY_SECRET: secret.optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  BUSINESS_URL: url.optional(),
  BUSINESS_TOKEN: z.string().optional(),
  CLU_ENDPOINT: url.optional(),
  CLU_KEY: z.string().optional(),
  CLU_PROJECT: z.string().max(100, 'must have at most 100 characters').optional(),
  CLU_DEPLOYMENT: z.string().optional(),
  CLU_TIMEOUT_MS: z.coerce.number().int().min(50).max(10_000).default(700),
  WHATSAPP_APP_SECRET: secret.optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().min(8, 'must have at least 8 characters').optional(),
  WHATSAPP_ACCESS_TOKEN: z.string().regex(/^\S+$/, 'must have no spaces').optional(),
  WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{5,20}$/, 'must be the id of the phone number, digits only, and not the number itself')
    .optional(),
  WHATSAPP_TEMPLATE: z
    .string()
    .regex(/^[a-z0-9_]{1,512}$/, 'must be the name of a template: a-z, 0-9 and _')
    .optional(),
  WHATSAPP_GRAPH_URL: url.default('https://graph.facebook.com/v23.0'),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  MicrosoftAppType: z.string().optional(),
})
type Settings = z.infer<typeof settingsShape>

/** Settings about this machine alone: they leave demo mode as it is. Any other one means production. */
const MACHINE_SETTINGS = new Set([
  'PORT',
  'HOST',
  'DATA_DIR',
  'REDIS_URL',
  'DESK_ID',
  'DESK_FILE',
  'LOG_LEVEL',
  'CLU_TIMEOUT_MS',
  'WHATSAPP_GRAPH_URL',
])

/** Settings of parts that this version doesn't have yet: refused at start rather than silently ignored. */
const NOT_YET: readonly { settings: readonly (keyof Settings)[]; what: string }[] = [
  {
    settings: ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId', 'MicrosoftAppType'],
    what: 'the Teams channel',
  },
]

export interface Config {
  /** No settings but those about this machine: sandbox business, demo accounts, loopback only, secrets made and kept under the data folder. */
  demo: boolean
  port: number
  host: string
  /** Where customers and agents reach this installation; undefined in demo mode: the address it listens on. */
  publicUrl: string | undefined
  dataDir: string
  /** The store is Redis; undefined: the embedded one, in the data folder. */
  redisUrl: string | undefined
  deskId: string
  deskFile: string
  /** The first signs, all verify. Empty in demo mode: main makes and keeps one. */
  sessionSecrets: string[]
  allowedOrigins: string[]
  directLineSecret: string | undefined
  /** What the company's own site signs its customers' identity with. */
  identitySecret: string | undefined
  logLevel: Settings['LOG_LEVEL']
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined
  /** The company's systems over HTTP; undefined: the sandbox in demo mode, otherwise its people. */
  business: { url: string; token: string | undefined } | undefined
  /** Azure's conversational language understanding; undefined: messages are read locally alone. */
  clu: { endpoint: string; key: string; project: string; deployment: string; timeoutMs: number } | undefined
  /** The WhatsApp Cloud API; undefined: that channel isn't there. */
  whatsapp: WhatsAppSettings | undefined
}

/** Settings of parts that are wholly there or not at all. */
const WHOLE: readonly { what: string; settings: readonly (keyof Settings)[] }[] = [
  { what: 'CLU', settings: ['CLU_ENDPOINT', 'CLU_KEY', 'CLU_PROJECT', 'CLU_DEPLOYMENT'] },
  {
    what: 'WhatsApp',
    settings: [
      'WHATSAPP_APP_SECRET',
      'WHATSAPP_VERIFY_TOKEN',
      'WHATSAPP_ACCESS_TOKEN',
      'WHATSAPP_PHONE_NUMBER_ID',
    ],
  },
]

/** The names of all settings, for the documentation's own test. */
export const SETTING_NAMES: readonly string[] = Object.keys(settingsShape.shape)

/**
 * Environment to `Config`. Throws one `ConfigFault` that lists every fault at once, and never a value: a value
 * may be a secret.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, string> = {}
  for (const name of SETTING_NAMES) {
    const value = environment[name]
    if (value !== undefined && value !== '') given[name] = value
  }
  const demo = Object.keys(given).every((name) => MACHINE_SETTINGS.has(name))
  const faults: string[] = []
  const parsed = settingsShape.safeParse(given)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) faults.push(`${issue.path[0]?.toString()}: ${issue.message}`)
  }
  for (const part of NOT_YET) {
    for (const name of part.settings) {
      if (given[name] !== undefined) {
        faults.push(`${name}: this version does not have ${part.what} yet; remove the setting`)
      }
    }
  }
  if (!demo) {
    for (const name of ['SESSION_SECRET', 'PUBLIC_URL']) {
      if (given[name] === undefined) {
        faults.push(
          `${name}: required, because other settings are set (without any, Escotilla runs in demo mode)`,
        )
      }
    }
    if (given.BUSINESS_TOKEN !== undefined && given.BUSINESS_URL === undefined) {
      faults.push('BUSINESS_URL: required, because BUSINESS_TOKEN is set')
    }
    for (const { what, settings } of WHOLE) {
      const missing = settings.filter((name) => given[name] === undefined)
      const isNamed = what === 'WhatsApp' && given.WHATSAPP_TEMPLATE !== undefined
      if (missing.length === settings.length && !isNamed) continue
      for (const name of missing) faults.push(`${name}: required, because other settings of ${what} are set`)
    }
    if (isPlainHttpElsewhere(given.WHATSAPP_GRAPH_URL)) {
      faults.push(
        'WHATSAPP_GRAPH_URL: must be https://, because the token and what customers are told go there',
      )
    }
    if (isPlainHttpElsewhere(given.CLU_ENDPOINT)) {
      faults.push('CLU_ENDPOINT: must be https://, because the key and what customers write go there')
    }
    const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
    for (const name of oidc.filter((setting) => given[setting] === undefined)) {
      faults.push(`${name}: required, because agents sign in with it outside demo mode`)
    }
  }
  if (faults.length > 0 || !parsed.success) {
    throw new ConfigFault(`The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  }
  const s = parsed.data
  return {
    demo,
    port: s.PORT,
    host: s.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: s.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: path.resolve(s.DATA_DIR),
    redisUrl: s.REDIS_URL,
    deskId: s.DESK_ID,
    deskFile: path.resolve(s.DESK_FILE),
    sessionSecrets: s.SESSION_SECRET ?? [],
    allowedOrigins: s.ALLOWED_ORIGINS,
    directLineSecret: s.DIRECT_LINE_SECRET,
    identitySecret: s.IDENTITY_SECRET,
    logLevel: s.LOG_LEVEL,
    business: s.BUSINESS_URL ? { url: s.BUSINESS_URL, token: s.BUSINESS_TOKEN } : undefined,
    clu:
      s.CLU_ENDPOINT && s.CLU_KEY && s.CLU_PROJECT && s.CLU_DEPLOYMENT
        ? {
            endpoint: s.CLU_ENDPOINT,
            key: s.CLU_KEY,
            project: s.CLU_PROJECT,
            deployment: s.CLU_DEPLOYMENT,
            timeoutMs: s.CLU_TIMEOUT_MS,
          }
        : undefined,
    whatsapp:
      s.WHATSAPP_APP_SECRET &&
      s.WHATSAPP_VERIFY_TOKEN &&
      s.WHATSAPP_ACCESS_TOKEN &&
      s.WHATSAPP_PHONE_NUMBER_ID
        ? {
            appSecret: s.WHATSAPP_APP_SECRET,
            verifyToken: s.WHATSAPP_VERIFY_TOKEN,
            accessToken: s.WHATSAPP_ACCESS_TOKEN,
            phoneNumberId: s.WHATSAPP_PHONE_NUMBER_ID,
            graphUrl: s.WHATSAPP_GRAPH_URL,
            template: s.WHATSAPP_TEMPLATE,
          }
        : undefined,
    oidc:
      s.OIDC_ISSUER && s.OIDC_CLIENT_ID && s.OIDC_CLIENT_SECRET
        ? { issuer: s.OIDC_ISSUER, clientId: s.OIDC_CLIENT_ID, clientSecret: s.OIDC_CLIENT_SECRET }
        : undefined,
  }
}

/** Whether an address is plain HTTP and not of this machine. */
function isPlainHttpElsewhere(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** Reads `.env` in the working folder, if there is one, without overriding what is already set. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}
