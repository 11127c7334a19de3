import { expect, test } from '@jest/globals'
import { parseDesk } from '../../src/cases/desk-file.ts'
import { loadDesk } from '../../src/cases/load-desk.ts'
import { ConfigFault } from '../../src/errors.ts'
import { desk } from './fixtures.ts'

const written = { ...desk, hours: { monday: ['08:00-18:00'] }, holidays: [] }

test('the desk that ships has no fault', async () => {
  expect(await loadDesk('desk.yaml')).toMatchObject({ company: 'Fibra Andina', timeZone: 'America/Bogota' })
})

test('every fault is told at once, with its place', () => {
  const bad = {
    ...written,
    company: '',
    timeZone: 'America/Macondo',
    hours: { monday: ['18:00-08:00'], tuesday: ['8-18'], wednesday: ['08:00-12:00', '11:00-13:00'] },
    promise: { danger: -1, urgent: 90, normal: 180 },
    holidays: [{ date: '2026-02-30' }],
    colour: 'blue',
  }
  const told = faultsOf(() => parseDesk(bad, 'my.yaml'))
  for (const place of [
    'my.yaml',
    'company',
    'timeZone',
    'hours.monday.0',
    'hours.tuesday.0',
    'hours.wednesday',
    'promise.danger',
    'holidays.0.date',
    'colour',
  ]) {
    expect(told).toContain(place)
  }
})

test('a desk that never opens is refused: a case could wait for ever', () => {
  expect(faultsOf(() => parseDesk({ ...written, hours: {} }))).toContain('opening hours')
})

test('two queues of one name are refused', () => {
  const [queue] = desk.queues
  expect(faultsOf(() => parseDesk({ ...written, queues: [queue, queue] }))).toContain('same name')
})

test('a file that is not there says so', async () => {
  await expect(loadDesk('no-such-desk.yaml')).rejects.toThrow(ConfigFault)
})

function faultsOf(run: () => unknown): string {
  try {
    run()
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(ConfigFault)
    return (thrown as ConfigFault).message
  }
  throw new Error('no fault was found')
}
