/** Stories of the observatory: one row a victim, as known on any day; small counts that nobody can work out; figures that can be computed again; two people for what leaves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCase } from '#modules/cases/examples.ts'
import { growTree } from '#ledger/sequencer.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { keepAllUp } from '../../app/reactions.ts'
import { sha256Of } from './asking.ts'
import { arrangeObservatory, words } from './examples.ts'
import { observatory } from './module.ts'

let lab: Lab
let number = 0
const followers = observatory.followers ?? []
beforeAll(async () => {
  lab = await openLab()
  await arrangeObservatory(lab as never)
  await lab.person('marva', ['section-head', 'analyst'], { unit: lab.units.chemistry })
  await lab.person('director', ['director'], { unit: null })
  await lab.person('quality', ['quality-manager'], { unit: null })
  await lab.person('observer', ['observer'], { unit: lab.units.chemistry })
  await lab.person('observer2', ['observer'], { unit: lab.units.chemistry })
})
afterAll(() => lab?.close())

const keepUp = async (): Promise<void> => {
  await growTree(lab.ground)
  await keepAllUp(lab.ground, followers)
}
async function incident(
  more: {
    sex?: string
    age?: number
    district?: string
    on?: string
    offence?: string
    sealed?: boolean
  } = {},
): Promise<{ id: string; victim: string }> {
  const victim = lab.ground.newId()
  const { id } = await lab.as('marva').do('cases.open-case', {
    ...aCase(),
    title: `Case ${++number}`,
    offences: [{ code: more.offence ?? 'murder' }],
    place: { district: more.district ?? 'BZ-CY' },
    incident: { on: more.on ?? '2026-03-14', time: '22:30' },
    parties: [
      { id: victim, role: 'victim', name: 'A Person', sex: more.sex ?? 'male', age: more.age ?? 30 },
      { role: 'accused', name: 'Another Person', sex: 'male' },
    ],
    unit: lab.units.chemistry,
  })
  return { id, victim }
}
const cube = async (who: string, more: Record<string, string>) =>
  (await lab.as(who).ask('observatory.cube', more)).body
const cell = (
  of: { rows: { code: string }[]; cells: (string | null)[][] },
  code: string,
  column = 0,
): string | null | undefined => of.cells[of.rows.findIndex((r) => r.code === code)]?.[column]

describe('the sums', () => {
  it('counts each victim once, by the principal offence, with unknown, not applicable and not yet said apart', async () => {
    const one = await incident({ district: 'BZ-CY' })
    await incident({ district: 'BZ-CY', sex: 'female', age: 16, on: '2026-05' })
    await incident({ district: 'BZ-SC', offence: 'robbery' })
    await lab.as('marva').do('observatory.code-victim', {
      case: one.id,
      victim: one.victim,
      means: 'firearm',
      relationship: 'unknown',
      domestic: 'no',
    })
    await keepUp()
    const byOffence = await cube('director', { rows: 'iccs' })
    expect([cell(byOffence, '0101'), cell(byOffence, '0401'), byOffence.cells.at(-1)[0]]).toEqual([
      '2',
      '1',
      '3',
    ])
    const means = await cube('director', { rows: 'means', columns: 'relationship', where: 'iccs:0101' })
    expect(means.rows.map((r: { code: string }) => r.code)).toEqual(['firearm', 'not-yet-determined'])
    expect(means.columns.map((c: { label: string }) => c.label)).toEqual(['Unknown', 'Not yet said'])
    expect(means.cells).toEqual([
      ['1', '0', '1'],
      ['0', '1', '1'],
      ['1', '1', '2'],
    ])
    expect(cell(await cube('director', { rows: 'month' }), 'unknown')).toBe(undefined)
    const weekdays = await cube('director', { rows: 'weekday', where: 'sex:female' })
    expect(weekdays.rows[0].code).toBe('unknown')
    expect(cell(await cube('director', { rows: 'minor' }), 'yes')).toBe('1')
  })

  it('a day of the past is counted with what was known then', async () => {
    const before = lab.ground.now()
    lab.clock.advance(60_000)
    const late = await incident({ district: 'BZ-BZ' })
    await lab.as('marva').do('cases.set-incident', {
      case: late.id,
      incident: { on: '2026-06-01' },
      place: { district: 'BZ-SC' },
    })
    await keepUp()
    const [then, now] = [
      await cube('director', { rows: 'district', asOf: before }),
      await cube('director', { rows: 'district' }),
    ]
    expect([cell(then, 'BZ-BZ'), cell(then, 'BZ-SC'), then.cells.at(-1)[0]]).toEqual([undefined, '1', '3'])
    expect([cell(now, 'BZ-BZ'), cell(now, 'BZ-SC'), now.cells.at(-1)[0]]).toEqual([undefined, '2', '4'])
  })

  it('a sealed case and a duplicate are in no sum, from the moment on', async () => {
    const [sealed, twice] = [await incident({ district: 'BZ-BZ' }), await incident({ district: 'BZ-BZ' })]
    await keepUp()
    expect(cell(await cube('director', { rows: 'district' }), 'BZ-BZ')).toBe('2')
    await lab
      .as('director')
      .do('cases.seal-case', { case: sealed.id, authority: 'Order 4/2026' }, { reason: 'Order of the court' })
    await lab
      .as('marva')
      .do(
        'cases.mark-duplicate',
        { case: twice.id, of: (await incident({})).id },
        { reason: 'The same incident' },
      )
    await keepUp()
    expect(cell(await cube('director', { rows: 'district' }), 'BZ-BZ')).toBe(undefined)
  })

  it('who does not oversee sees rounded counts, the same for the same people whatever is asked, and learns of no dimension that is not', async () => {
    const seen = await cube('observer', { rows: 'district' })
    expect(seen.care).toBe('rounded')
    for (const n of seen.cells.flat()) expect(Number(n) % 5).toBe(0)
    const total = seen.cells.at(-1)[0]
    for (const rows of ['sex', 'means', 'year'])
      expect((await cube('observer', { rows })).cells.at(-1)[0]).toBe(total)
    const wrong = await lab.as('observer').ask('observatory.cube', { rows: 'name' })
    expect([wrong.status, wrong.body.code]).toEqual([400, 'observatory.no-such-dimension'])
  })

  it('what is coded is coded by who sees the case, in words of the lists', async () => {
    const { id, victim } = await incident({})
    const no = await lab
      .as('observer')
      .tell('observatory.code-victim', { case: id, victim, means: 'firearm' })
    expect(no.status).toBe(404)
    const bad = await lab.as('marva').tell('observatory.code-victim', { case: id, victim, means: 'magic' })
    expect(bad.body.code).toBe('observatory.no-such-value')
    await keepUp()
    const open = (await lab.as('marva').ask('observatory.victims-to-code')).body.items
    expect(open.find((v: { victim: string }) => v.victim === victim)).toMatchObject({
      missing: 4,
      actions: [{ ok: true }],
    })
  })
})

describe('figures and releases', () => {
  it('I3 a figure is frozen with its definition and hash, and computes to the same after more has come', async () => {
    lab.clock.advance(2 * 60_000)
    await keepUp()
    const { body } = await lab.as('director').ask('observatory.indicators', { year: '2026' })
    const rate = body.items.find((i: { key: string }) => i.key === 'homicide-rate')
    const count = body.items.find((i: { key: string }) => i.key === 'homicide-count')
    expect(rate.over).toBe('408487 (2019)')
    expect(rate.value).toBe(String(Math.round((Number(count.value) / 408_487) * 1e7) / 100))
    const frozen = await lab
      .as('director')
      .do('observatory.freeze-figure', { indicator: 'homicide-count', year: '2026' })
    await incident({})
    lab.clock.advance(5 * 60_000)
    await keepUp()
    const rated = await lab
      .as('director')
      .do('observatory.freeze-figure', { indicator: 'homicide-rate', year: '2026' })
    // People counted anew change no figure of before.
    await words(lab as never, { population: [['2022', { year: 2022, persons: 397_483 }]] })
    expect((await lab.as('director').ask('observatory.get-figure', { id: rated.id })).body).toMatchObject({
      again: rated.value,
      same: true,
    })
    const again = (await lab.as('director').ask('observatory.get-figure', { id: frozen.id })).body
    expect(again).toMatchObject({
      value: frozen.value,
      again: frozen.value,
      same: true,
      sha256: frozen.sha256,
    })
    const now = (await lab.as('director').ask('observatory.indicators', { year: '2026' })).body.items[0].value
    expect(Number(now)).toBe(Number(frozen.value) + 1)
  })

  it('is refused while the sums have not taken in what was recorded by then', async () => {
    await incident({})
    lab.clock.advance(5 * 60_000)
    const told = await lab
      .as('director')
      .tell('observatory.freeze-figure', { indicator: 'homicide-count', year: '2026' })
    expect([told.status, told.body.code]).toEqual([409, 'observatory.sums-are-behind'])
    await keepUp()
  })

  it('a release is prepared by one and approved by another, hides what is small and what a second table would lay open', async () => {
    for (let i = 0; i < 12; i++) await incident({ district: 'BZ-BZ', sex: 'male' })
    for (let i = 0; i < 7; i++) await incident({ district: 'BZ-BZ', sex: 'female' })
    for (let i = 0; i < 9; i++) await incident({ district: 'BZ-SC', sex: 'female' })
    lab.clock.advance(5 * 60_000)
    await keepUp()
    const question = { dataset: 'victims', rows: 'district', columns: 'sex' }
    const made = await lab
      .as('observer')
      .do('observatory.prepare-release', { title: 'Victims', titleEs: 'Víctimas', question })
    expect(made.hidden).toBeGreaterThan(1)
    const own = await lab
      .as('observer')
      .tell('observatory.approve-release', { release: made.id, legalBasis: 'Act' }, { stepUp: true })
    expect(own.body.code).toBe('observatory.own-release')
    const early = await lab
      .as('observer')
      .tell('observatory.publish-release', { release: made.id }, { stepUp: true })
    expect(early.body.code).toBe('observatory.not-approved')
    expect((await lab.as(null).ask('observatory.open-data')).body.items).toEqual([])
    expect((await lab.as(null).ask('observatory.release-data', { release: made.id })).status).toBe(404)
    await lab
      .as('observer2')
      .do('observatory.approve-release', { release: made.id, legalBasis: 'Statistics Act' })
    await lab.as('observer').do('observatory.publish-release', { release: made.id })
    const [open] = (await lab.as(null).ask('observatory.open-data')).body.items
    expect(open).toMatchObject({ number: 'D-0001', title: 'Victims' })
    for (const n of open.cells.flat()) expect(n === null || n === 0 || n >= 5).toBe(true)
    const map = JSON.parse(
      (
        await lab.as(null).file('observatory.release-data', { release: made.id, as: 'geojson' })
      ).bytes.toString('utf8'),
    )
    expect(map.features.map((f: { id: string }) => f.id)).toEqual(
      open.rows.map((r: { code: string }) => r.code),
    )
    const shown = (await lab.as('observer').ask('observatory.get-release', { release: made.id })).body
    expect(shown.narrowest === null || shown.narrowest >= 5).toBe(true)

    const narrower = await lab.as('quality').do('observatory.prepare-release', {
      title: 'Victims, adults and not said',
      titleEs: 'Víctimas',
      question: { ...question, where: { minor: ['no'] } },
    })
    const second = (await lab.as('observer').ask('observatory.get-release', { release: narrower.id })).body
    expect(second.near).toEqual([{ number: 'D-0001', cells: expect.any(Number) }])
    await lab
      .as('quality')
      .do('observatory.withdraw-release', { release: made.id, words: 'A case was counted twice' })
    expect((await lab.as(null).ask('observatory.open-data')).body.items[0]).toMatchObject({
      withdrawn: 'A case was counted twice',
      cells: [],
    })
  })

  it('two tables prepared at once are not both published: the second is looked at again; told anew only when enough have come; a correction names what was public', async () => {
    const make = async (more: object, extra: object = {}) =>
      lab.as('observer').tell('observatory.prepare-release', {
        title: 'By district',
        titleEs: 'Por distrito',
        question: { dataset: 'incidents', rows: 'district', ...more },
        ...extra,
      })
    const goes = async (release: string) => {
      await lab.as('observer2').do('observatory.approve-release', { release, legalBasis: 'Statistics Act' })
      return lab.as('observer').tell('observatory.publish-release', { release }, { stepUp: true })
    }
    await incident({ district: 'BZ-SC', on: '2026-05-05' })
    lab.clock.advance(5 * 60_000)
    await keepUp()
    const all = (await make({ where: { district: ['BZ-BZ', 'BZ-SC'] } })).body
    // All but a few, and prepared before the first was public.
    const but = (await make({ where: { district: ['BZ-BZ', 'BZ-SC'], month: ['2026-03'] } })).body
    expect((await goes(all.id)).status).toBe(200)
    const second = await goes(but.id)
    expect([second.status, second.body.code]).toEqual([409, 'observatory.public-since'])
    await incident({ district: 'BZ-SC' })
    lab.clock.advance(5 * 60_000)
    await keepUp()
    const again = await make({ where: { district: ['BZ-SC', 'BZ-BZ'] } })
    expect([again.status, again.body.code]).toEqual([409, 'observatory.same-but-few'])
    const [prepared, corrected] = [
      await make({ dataset: 'requests', rows: 'state' }, { corrects: but.id }),
      await make({ dataset: 'requests', rows: 'state' }, { corrects: all.id }),
    ]
    expect([prepared.body.code, corrected.status]).toEqual(['observatory.corrects-nothing-public', 200])
    const open = JSON.parse(
      (await lab.as(null).file('observatory.release-data', { release: all.id, as: 'json' })).bytes.toString(
        'utf8',
      ),
    )
    expect(open).toMatchObject({
      definition: expect.any(String),
      question: { rows: 'district' },
      asOf: expect.any(String),
    })
    // Whoever has the file can make the hash again.
    expect(
      sha256Of({ title: open.titles.en, question: open.question, asOf: open.asOf, shown: open.shown }),
    ).toBe(open.sha256)
  })

  it('a count of others stands beside ours, with named differences until nothing is left unexplained', async () => {
    const { id } = await lab.as('observer').do('observatory.record-external-count', {
      indicator: 'homicide-count',
      source: 'Press',
      year: '2026',
      district: 'BZ-SC',
      value: 20,
    })
    const wrong = await lab.as('observer').tell('observatory.record-external-count', {
      indicator: 'homicide-count',
      source: 'Press',
      year: '2026',
      until: '2025-06',
      value: 20,
    })
    expect([wrong.status, wrong.body.code]).toEqual([409, 'observatory.until-of-another-year'])
    const line = async () =>
      (await lab.as('director').ask('observatory.reconciliation')).body.items.find(
        (l: { id: string }) => l.id === id,
      )
    const first = await line()
    const apart = 20 - Number(first.ours)
    expect(first).toMatchObject({ of: 'Stann Creek, 2026', theirs: 20, unexplained: String(apart) })
    await lab
      .as('observer')
      .do('observatory.explain-difference', { count: id, reason: 'other-day', n: apart })
    expect(await line()).toMatchObject({ unexplained: '0', named: [{ reason: 'other-day', n: apart }] })
  })
})
