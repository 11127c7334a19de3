import { expect, test } from '@jest/globals'
import { readConfig } from '../src/config.ts'
import { ConfigFault } from '../src/errors.ts'

const PRODUCTION = {
  PUBLIC_URL: 'https://help.example.com/',
  SESSION_SECRET: 'first-secret-of-the-desk,second-secret-of-the-desk',
  OIDC_ISSUER: 'https://login.example.com',
  OIDC_CLIENT_ID: 'escotilla',
  OIDC_CLIENT_SECRET: 'known-to-nobody',
}

function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment)
    return ''
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(ConfigFault)
    return (thrown as Error).message
  }
}

test('with no settings at all it is a demo on this machine alone', () => {
  expect(readConfig({})).toMatchObject({ demo: true, host: '127.0.0.1', port: 3978, publicUrl: undefined })
})

test('settings about the machine leave the demo as it is', () => {
  expect(readConfig({ PORT: '0', DATA_DIR: 'elsewhere', LOG_LEVEL: 'silent' })).toMatchObject({
    demo: true,
    port: 0,
  })
})

test('an empty setting counts as not set', () => {
  expect(readConfig({ PUBLIC_URL: '', SESSION_SECRET: '' }).demo).toBe(true)
})

test('with production settings it is production', () => {
  expect(readConfig(PRODUCTION)).toMatchObject({
    demo: false,
    host: '0.0.0.0',
    publicUrl: 'https://help.example.com',
    sessionSecrets: ['first-secret-of-the-desk', 'second-secret-of-the-desk'],
    oidc: { clientId: 'escotilla' },
  })
})

test('every fault is told at once, each by the name of its setting', () => {
  const faults = faultsOf({ PORT: 'soon', PUBLIC_URL: 'help', LOG_LEVEL: 'loud' })
  for (const name of ['PORT', 'PUBLIC_URL', 'LOG_LEVEL', 'SESSION_SECRET', 'OIDC_ISSUER']) {
    expect(faults).toContain(`${name}:`)
  }
})

test('a fault never shows what was set: it may be a secret', () => {
  const faults = faultsOf({ ...PRODUCTION, SESSION_SECRET: 'hunter2', DIRECT_LINE_SECRET: 'hunter3' })
  expect(faults).toContain('SESSION_SECRET')
  expect(faults).not.toMatch(/hunter/)
})

test('production without a secret of its own does not start', () => {
  const { SESSION_SECRET: _, ...rest } = PRODUCTION
  expect(faultsOf(rest)).toContain('SESSION_SECRET: required')
})

test('the company’s systems are asked over HTTP where BUSINESS_URL says so, and are left to people without it', () => {
  expect(readConfig(PRODUCTION).business).toBeUndefined()
  const BUSINESS_URL = 'https://systems.example.com/escotilla'
  expect(readConfig({ ...PRODUCTION, BUSINESS_URL }).business).toEqual({
    url: BUSINESS_URL,
    token: undefined,
  })
  expect(readConfig({ ...PRODUCTION, BUSINESS_URL, BUSINESS_TOKEN: 'known to both' }).business).toMatchObject(
    {
      token: 'known to both',
    },
  )
  expect(faultsOf({ ...PRODUCTION, BUSINESS_URL: 'systems.example.com' })).toContain('BUSINESS_URL:')
  expect(faultsOf({ ...PRODUCTION, BUSINESS_TOKEN: 'known to both' })).toContain('BUSINESS_URL: required')
})

test('a part that this version does not have is refused, not ignored', () => {
  expect(faultsOf({ MicrosoftAppId: 'a' })).toContain(
    'MicrosoftAppId: this version does not have the Teams channel',
  )
})

const WHATSAPP = {
  WHATSAPP_APP_SECRET: '0123456789abcdef0123456789abcdef',
  WHATSAPP_VERIFY_TOKEN: 'a-word-of-our-own',
  WHATSAPP_ACCESS_TOKEN: 'EAAG-token',
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
}

test('WhatsApp is on when all four of its settings are there, and off without them', () => {
  expect(readConfig(PRODUCTION).whatsapp).toBeUndefined()
  expect(readConfig({ ...PRODUCTION, ...WHATSAPP }).whatsapp).toMatchObject({
    phoneNumberId: '106540352242922',
    graphUrl: 'https://graph.facebook.com/v23.0',
  })
})

test('a part of what WhatsApp needs is a fault that names the rest, and its token goes out by TLS alone', () => {
  const { WHATSAPP_ACCESS_TOKEN: _, WHATSAPP_VERIFY_TOKEN: __, ...some } = WHATSAPP
  const faults = faultsOf({
    ...PRODUCTION,
    ...some,
    WHATSAPP_TEMPLATE: 'Your case!',
    WHATSAPP_PHONE_NUMBER_ID: '+57 300 111 2233',
    WHATSAPP_GRAPH_URL: 'http://graph.example.com/v23.0',
  })
  for (const name of ['ACCESS_TOKEN', 'VERIFY_TOKEN']) {
    expect(faults).toContain(`WHATSAPP_${name}: required, because other settings of WhatsApp are set`)
  }
  expect(faults).toContain('WHATSAPP_PHONE_NUMBER_ID: must be the id of the phone number')
  expect(faults).toContain('WHATSAPP_GRAPH_URL: must be https://')
  expect(faults).toContain('WHATSAPP_TEMPLATE: must be the name of a template')
  expect(faultsOf({ ...PRODUCTION, WHATSAPP_TEMPLATE: 'your_case' })).toContain(
    'WHATSAPP_APP_SECRET: required',
  )
})

const CLU = {
  CLU_ENDPOINT: 'https://our-language.cognitiveservices.azure.com',
  CLU_KEY: 'key-of-the-resource',
  CLU_PROJECT: 'help-desk',
  CLU_DEPLOYMENT: 'production',
}

test('CLU is on when all four of its settings are there, and off without them', () => {
  expect(readConfig(PRODUCTION).clu).toBeUndefined()
  expect(readConfig({ ...PRODUCTION, ...CLU }).clu).toEqual({
    endpoint: CLU.CLU_ENDPOINT,
    key: CLU.CLU_KEY,
    project: 'help-desk',
    deployment: 'production',
    timeoutMs: 700,
  })
  expect(readConfig({ CLU_TIMEOUT_MS: '300' })).toMatchObject({ demo: true, clu: undefined })
})

test('CLU with one of its settings missing, or by plain HTTP, is refused', () => {
  const { CLU_KEY: _, ...keyless } = CLU
  expect(faultsOf({ ...PRODUCTION, ...keyless })).toMatch(/CLU_KEY: required/)
  const plain = { ...PRODUCTION, ...CLU, CLU_ENDPOINT: 'http://language.example.com' }
  expect(faultsOf(plain)).toMatch(/CLU_ENDPOINT: must be https/)
  const here = { ...PRODUCTION, ...CLU, CLU_ENDPOINT: 'http://127.0.0.1:8080' }
  expect(readConfig(here).clu?.endpoint).toBe(here.CLU_ENDPOINT)
})
