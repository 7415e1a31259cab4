/** Stories of the case file, over HTTP on a real database. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'

let lab: Lab
beforeAll(async () => { lab = await openLab() })
afterAll(async () => { await lab?.close() })

test('the schema stands', async () => {
  expect(await lab.db.pool.query('select count(*)::int as n from cases.case').then((r) => r.rows[0].n)).toBe(0)
})
