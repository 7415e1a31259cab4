/** An observer of another agency tries to learn one victim's row from sums, headings, conditions, the clock, frozen figures and the way from a sum to a case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCase } from '#modules/cases/examples.ts'
import { growTree } from '#ledger/sequencer.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { keepAllUp } from '../../app/reactions.ts'
import { arrangeObservatory, words } from './examples.ts'
import { observatory } from './module.ts'

let lab: Lab
let number = 0
const districts = ['BZ-CY', 'BZ-SC', 'BZ-BZ']
const relationships = ['stranger', 'partner', 'relative']
beforeAll(async () => {
  lab = await openLab({ start: '2026-06-02T14:00:00.000Z' })
  await arrangeObservatory(lab as never)
  await words(lab as never, {
    district: [['BZ-TOL']],
    settlement: [['hopkins'], ['placencia']],
    'disclosure-rule': [
      ['small-places', { never: ['settlement'] }],
      ['killings', { dataset: 'victims', when: ['iccs:0101'], whole: ['year', 'sex'] }],
    ],
    indicator: [
      [
        'robbed-minors',
        {
          dataset: 'victims',
          where: ['minor:yes', 'iccs:0401'],
          year: 'year',
          series: 'month',
          owner: 'Observatory',
          meaning: 'Minors',
          meaningEs: 'Menores',
        },
      ],
    ],
  })
  await lab.person('marva', ['section-head', 'analyst'], { unit: lab.units.chemistry })
  await lab.person('director', ['director'], { unit: null })
  await lab.person('otto', ['observer'], { unit: lab.units.policeBelmopan, agency: lab.agencies.police })
  for (let i = 0; i < 40; i++)
    await robbed({
      district: districts[i % 3],
      sex: i % 4 ? 'male' : 'female',
      age: 20 + i,
      relationship: i === 7 ? 'relative' : relationships[i % 2],
      on: `2026-0${1 + (i % 5)}-1${i % 9}`,
    })
  await keepUp()
}, 120_000)
afterAll(() => lab?.close())

async function robbed(of: Record<string, string | number | undefined>): Promise<string> {
  const victim = lab.ground.newId()
  const { id } = await lab.as('marva').do('cases.open-case', {
    ...aCase(),
    title: `Case ${++number}`,
    offences: [{ code: of.offence ?? 'robbery' }],
    place: { district: of.district },
    incident: { on: of.on, time: '22:30' },
    parties: [{ id: victim, role: 'victim', name: 'A Person', sex: of.sex, age: of.age }],
    unit: lab.units.chemistry,
  })
  await lab.as('marva').do('observatory.code-victim', {
    case: id,
    victim,
    means: 'firearm',
    relationship: of.relationship ?? 'stranger',
  })
  return id
}
async function keepUp(): Promise<void> {
  lab.clock.advance(2 * 60_000)
  while ((await growTree(lab.ground)) > 0);
  await keepAllUp(lab.ground, observatory.followers ?? [])
}
const cube = async (who: string, question: Record<string, string>) =>
  (await lab.as(who).ask('observatory.cube', question)).body
const dimensions = ['district', 'sex', 'ageBand', 'relationship', 'month']
/** Every table that can be asked along two dimensions, under these conditions: what is told, without when. */
async function everything(who: string, where?: string): Promise<string> {
  const told: unknown[] = []
  for (const rows of dimensions)
    for (const columns of dimensions.filter((d) => d > rows)) {
      const { rows: r, columns: c, cells } = await cube(who, { rows, columns, ...(where ? { where } : {}) })
      told.push([rows, columns, r, c, cells])
    }
  return JSON.stringify(told)
}

describe('who may not see each count', () => {
  it('learns of nobody by a heading, nor of any group of fewer than five by a number', async () => {
    const one = await cube('otto', {
      rows: 'relationship',
      where: 'ageBand:18-34;sex:female;district:BZ-CY;month:2026-01',
    })
    expect([one.rows, one.cells]).toEqual([[], [['0']]])
    for (const rows of dimensions)
      for (const columns of dimensions.filter((d) => d > rows)) {
        const [seen, is] = [await cube('otto', { rows, columns }), await cube('director', { rows, columns })]
        const at = (of: { code: string }[], code: string | undefined): number =>
          code === undefined ? of.length : of.findIndex((h) => h.code === code)
        for (const [i, line] of seen.cells.entries())
          for (const [j, shown] of line.entries()) {
            const n = Number(is.cells[at(is.rows, seen.rows[i]?.code)][at(is.columns, seen.columns[j]?.code)])
            expect(n < 5 ? shown : Math.abs(Number(shown) - n) < 5, `${rows} ${columns} ${n}`).toEqual(
              n < 5 ? '0' : true,
            )
          }
      }
  })

  it('learns nothing by leaving one person out: such a condition answers as if it were not there', async () => {
    const but = 'relationship:stranger,partner'
    expect((await cube('director', { rows: 'relationship' })).cells.map((l: string[]) => l[0])).toContain('1')
    expect(await everything('otto', but)).toBe(await everything('otto'))
    expect(await everything('director', but)).not.toBe(await everything('director'))
  }, 60_000)

  it('learns nothing by asking before and after: no number moves with one person, nor with three', async () => {
    const [before, instant] = [await everything('otto'), lab.ground.now()]
    for (let i = 0; i < 3; i++) {
      await robbed({ district: 'BZ-TOL', sex: 'female', age: 15, on: '2026-05-20', relationship: 'partner' })
      await keepUp()
      expect(await everything('otto')).toBe(before)
    }
    const then = await cube('otto', { rows: 'district', asOf: instant })
    const now = await cube('otto', { rows: 'district' })
    expect([now.rows, now.cells]).toEqual([then.rows, then.cells])
    for (let i = 0; i < 9; i++) await robbed({ district: 'BZ-TOL', sex: 'female', age: 15, on: '2026-05-20' })
    await keepUp()
    expect(await everything('otto')).not.toBe(before)
  }, 120_000)

  it('is told nothing along what the policy keeps, and all of what others publish whole', async () => {
    const kept = await lab.as('otto').ask('observatory.cube', { rows: 'settlement' })
    expect([kept.status, kept.body.code]).toEqual([409, 'observatory.never-released'])
    expect((await lab.as('director').ask('observatory.cube', { rows: 'settlement' })).status).toBe(200)
    // A thing handed in tells, by district and type of case, what was done to somebody.
    expect((await cube('otto', { dataset: 'items', rows: 'itemType', where: 'district:BZ-CY' })).care).toBe(
      'rounded',
    )
    await robbed({ district: 'BZ-CY', sex: 'male', age: 30, on: '2026-05-20', offence: 'murder' })
    await keepUp()
    const killed = { rows: 'sex', where: 'iccs:0101' }
    expect(await cube('otto', killed)).toMatchObject({ care: 'exact', cells: [['1'], ['1']] })
    expect((await cube('otto', { ...killed, columns: 'relationship' })).care).toBe('rounded')
  })

  it('sees a figure that was frozen exact as it would leave, and no hash by which it can be guessed', async () => {
    lab.clock.advance(2 * 60_000)
    const { id, value } = await lab
      .as('director')
      .do('observatory.freeze-figure', { indicator: 'robbed-minors', year: '2026' })
    expect(value).toBe('12')
    const [seen] = (await lab.as('otto').ask('observatory.figures')).body.items
    expect([seen.value, seen.sha256]).toEqual([null, ''])
    const again = (await lab.as('otto').ask('observatory.get-figure', { id })).body
    expect([['10', '15'].includes(again.value), again.sha256, again.same]).toEqual([true, '', true])
    expect((await lab.as('director').ask('observatory.get-figure', { id })).body).toMatchObject({
      value,
      again: value,
      same: true,
    })
  })

  it('reads the same sum of the same people on every page', async () => {
    const { body } = await lab.as('otto').ask('observatory.quality-of-data')
    const all = await cube('otto', { rows: 'sex' })
    expect(String(body.total)).toBe(all.cells.at(-1)[0])
    const motive = await cube('otto', { rows: 'motive' })
    expect(body.items.find((i: { key: string }) => i.key === 'motive').notYet).toBe(
      Number(motive.cells[0][0]),
    )
    expect(body.items.length).toBeGreaterThan(20)
  })
})
