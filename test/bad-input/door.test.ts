/** The door itself: bodies that are too large or claim to be another kind, heads that do not fit, addresses that lead nowhere. */
import { describe, expect, test } from 'vitest'
import type { AnyOperation } from '../../src/platform/cx.ts'
import { wellFormed } from '../examples.ts'
import { operations, tries } from './tries.ts'

const house = tries()

describe('the door itself', () => {
  const openCase = operations.get('cases.open-case') as AnyOperation
  test('a body that is too large, of another kind, or claims to be', async () => {
    expect((await house.send(openCase, `{"title":"${'x'.repeat(5 * 1_048_576)}"}`)).status).toBe(413)
    for (const type of [
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      '',
    ])
      expect([400, 415], type).toContain(
        (await house.send(openCase, '<a/>', { 'content-type': type })).status,
      )
  })
  test('a head that does not fit', async () => {
    const good = await wellFormed(house.lab, openCase)
    for (const [name, value] of [
      ['idempotency-key', 'k'.repeat(10_000)],
      ['custodia-occurred-at', 'yesterday'],
      ['custodia-occurred-at', '2026-13-45T00:00:00Z'],
      ['custodia-reason', '%ff%fe'],
      ['custodia-step-up', 'x'.repeat(5_000)],
      ['accept-language', '\u00ff'.repeat(2_000)],
      ['authorization', `Bearer ${'x'.repeat(6_000)}`],
    ] as const) {
      const answer = await house.send(openCase, good, { [name]: value })
      expect(answer.status, `${name}: ${value.slice(0, 30)}`).toBeLessThan(500)
    }
  })
  test('addresses that lead nowhere', async () => {
    for (const path of [
      '/api/cases/drop-table',
      '/api/%2e%2e/%2e%2e/etc/passwd',
      '/api/cases/open-case/more',
      '/api/__proto__/constructor',
      '/api/cases/%00',
      '/api/cases/%ff',
      `/api/${'x'.repeat(8_000)}/y`,
    ]) {
      const answer = await fetch(`${house.lab.url}${path}`, { headers: house.headersFor('mighty') })
      expect(answer.status, path.slice(0, 60)).toBeGreaterThanOrEqual(400)
      expect(answer.status, path.slice(0, 60)).toBeLessThan(500)
    }
    expect((await fetch(house.pathOf(openCase), { headers: house.headersFor('mighty') })).status).toBe(404)
    expect(
      (await fetch(house.pathOf(openCase), { method: 'DELETE', headers: house.headersFor('mighty') })).status,
    ).toBe(404)
  })
})
