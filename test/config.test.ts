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

test('a part that this version does not have is refused, not ignored', () => {
  expect(faultsOf({ WHATSAPP_APP_SECRET: 'a' })).toContain(
    'WHATSAPP_APP_SECRET: this version does not have the WhatsApp channel',
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
