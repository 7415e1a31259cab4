/** Records of others: whoever holds every right, but elsewhere, is told nothing of them and changes nothing. */
import { describe, expect, test } from 'vitest'
import { sql } from '../../src/platform/sql.ts'
import { examples } from '../examples.ts'
import { all, record, tries } from './tries.ts'

const house = tries()

describe('records of others', () => {
  const withExample = all.filter((op) => examples[op.name] && op.who !== 'anyone' && op.who !== 'signed-in')
  test.each(withExample.map((op) => [op.name, op] as const))(
    '%s, by somebody of another house who holds every right there: not there, and nothing is told',
    async (_name, op) => {
      const input = record(await examples[op.name]?.(house.lab))
      const mine = await protectedIn(input)
      const { proof: own } = await house.lab.as('elsewhere').do('identity.step-up', { pin: '246810' })
      await house.written()
      const answer = await house.send(op, input, { 'custodia-step-up': own as string }, 'elsewhere')
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
      if (mine.length === 0) return
      expect(
        [403, 404, 400, 409],
        `${op.name} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`,
      ).toContain(answer.status)
      expect(await house.written()).toEqual([])
      for (const word of mine) expect(JSON.stringify(answer.body)).not.toContain(word)
    },
  )
  /** Which of these ids are of records that hang on a case. */
  async function protectedIn(input: unknown): Promise<string[]> {
    const ids = [
      ...new Set(
        JSON.stringify(input).match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [],
      ),
    ]
    const rows = await house.lab.db.direct.many<{ id: string }>(sql`
      select id from cases.case where id = any(${ids}::uuid[]) union select id from evidence.thing where id = any(${ids}::uuid[])
      union select id from work.request where id = any(${ids}::uuid[]) union select id from results.worksheet where id = any(${ids}::uuid[]) union select id from reports.report where id = any(${ids}::uuid[])`)
    return rows.map((r) => r.id)
  }
})
