/** Stories of kits and of work given elsewhere, in the sums: every deadline of the list is watched, and a request counts where it is answered. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kitStages } from '#modules/portal/examples.ts'
import { asked, sectionOf } from '#modules/work/examples.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { arrangeObservatory } from './examples.ts'

const LONG = 240_000
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await sectionOf(lab as never)
  await arrangeObservatory(lab as never)
  await kitStages(lab as never, ['police'])
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
  await lab.person('wendy', ['director'], { unit: null })
}, LONG)
afterAll(() => lab?.close())
const cube = async (params: Record<string, string>): Promise<Record<string, number>> => {
  const { body } = await lab.as('wendy').ask('observatory.cube', params)
  return Object.fromEntries(
    body.rows.map((r: { code: string }, i: number) => [r.code, Number(body.cells[i][0])]),
  )
}
const DAY = 86_400_000

test(
  'I10 I12 kits are counted where they stand, each stage against its deadline, as of any day',
  async () => {
    const begin = (serial: string) =>
      lab.as('choc').do('portal.begin-kit', { serial, to: lab.units.policeDangriga })
    await begin('SAK-2026-011')
    await begin('SAK-2026-012')
    const fresh = lab.ground.now()
    const deadline = (more: Record<string, string> = {}) =>
      cube({ dataset: 'kits', rows: 'deadline', ...more })
    expect(await deadline()).toEqual({ running: 2 })
    lab.clock.advance(DAY)
    await lab.as('choc').do('portal.scan-kit', { serial: 'SAK-2026-011', to: lab.units.counter })
    lab.clock.advance(5 * DAY)
    // One was picked up in time; of the other the clock ran out, and it still stands where it was.
    expect(await deadline({ where: 'stage:collected' })).toEqual({ kept: 1, overdue: 1 })
    expect(await cube({ dataset: 'kits', rows: 'stage', where: 'now:yes' })).toEqual({
      collected: 1,
      'picked-up': 1,
    })
    await lab.as('choc').do('portal.scan-kit', { serial: 'SAK-2026-012', to: lab.units.counter })
    expect(await deadline({ where: 'stage:collected' })).toEqual({ kept: 1, late: 1 })
    expect(await cube({ dataset: 'kits', rows: 'stage', where: 'now:yes' })).toEqual({ 'picked-up': 2 })
    expect(await deadline({ asOf: fresh })).toEqual({ running: 2 })
  },
  LONG,
)

test(
  'I12 a request that moved to another laboratory counts as moved, and with the section that answers it',
  async () => {
    const at = await asked(lab as never)
    await asked(lab as never)
    const before = lab.ground.now()
    expect(await cube({ dataset: 'requests', rows: 'moved' })).toEqual({ no: 2 })
    lab.clock.advance(DAY)
    await lab
      .as('marva')
      .do(
        'work.transfer-request',
        { request: at.request, toUnit: lab.units.toxicology },
        { reason: 'No instrument' },
      )
    expect(await cube({ dataset: 'requests', rows: 'moved' })).toEqual({ no: 1, yes: 1 })
    expect(await cube({ dataset: 'requests', rows: 'unit' })).toEqual({
      [lab.units.chemistry ?? '']: 1,
      [lab.units.toxicology ?? '']: 1,
    })
    expect(await cube({ dataset: 'requests', rows: 'moved', asOf: before })).toEqual({ no: 2 })
  },
  LONG,
)
