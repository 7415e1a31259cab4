/** The same click twice, under the same key: done once, answered alike, and the key fits nothing else. */
import { describe, expect, test } from 'vitest'
import { examples } from '../examples.ts'
import { all, record, tries } from './tries.ts'

const house = tries()

describe('the same click twice', () => {
  const commands = all.filter((op) => op.kind === 'command' && examples[op.name] && op.who !== 'anyone')
  let happened = 0
  test.each(commands.map((op) => [op.name, op] as const))('%s', async (name, op) => {
    const input = record(await examples[name]?.(house.lab))
    const key = `twice-${name}`
    const first = await house.send(op, input, { 'idempotency-key': key })
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(500)
    await house.written()
    if (first.status >= 300) {
      // A refusal is not remembered, and is none the less a refusal the second time.
      expect((await house.send(op, input, { 'idempotency-key': key })).status).toBe(first.status)
      expect(await house.written()).toEqual([])
      return
    }
    happened += 1
    const second = await house.send(op, input, { 'idempotency-key': key })
    if (op.answers === 'once') {
      expect(second.body).toMatchObject({ status: 409, code: 'answered-already' })
      expect(JSON.stringify(second.body)).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/)
    } else {
      expect(second.status, JSON.stringify(second.body)).toBe(first.status)
      expect(second.body).toEqual(first.body)
    }
    const other = await house.send(op, { ...input, surplus: 1 }, { 'idempotency-key': key })
    expect(other.status).toBe(400)
    const changed = await house.send(
      op,
      { ...input, id: house.lab.ground.newId() },
      { 'idempotency-key': key },
    )
    expect([400, 409]).toContain(changed.status)
    expect(await house.written(), 'something was done twice').toEqual([])
  })
  test('many of them did happen', () => {
    expect(happened).toBeGreaterThan(60)
  })
})
