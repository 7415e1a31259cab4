/** Stories of deaths in the sums: what the examination says becomes what is counted, one person is one victim, and from a sum to a case goes only who may. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { aCase } from '#modules/cases/examples.ts'
import { analysed, officeOf, passed, told } from '#modules/death/examples.ts'
import { sectionOf } from '#modules/work/examples.ts'
import { growTree } from '#ledger/sequencer.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { keepAllUp } from '../../app/reactions.ts'
import { arrangeObservatory, words } from './examples.ts'
import { observatory } from './module.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
  await sectionOf(lab as never)
  await arrangeObservatory(lab as never)
  await words(lab as never, {
    manner: [['homicide'], ['accident'], ['natural']],
    'court-outcome': [['convicted', { final: true }]],
  })
  await lab.person('wendy', ['director'], { unit: null })
  await lab.person('noemi', ['observer'], { unit: lab.units.policeBelmopan, agency: lab.agencies.police })
}, 240_000)
afterAll(() => lab?.close())

const keepUp = async (): Promise<void> => {
  while ((await growTree(lab.ground)) > 0);
  await keepAllUp(lab.ground, observatory.followers ?? [])
}
const cube = async (params: Record<string, string>, who = 'wendy'): Promise<Record<string, number>> => {
  const { body } = await lab.as(who).ask('observatory.cube', params)
  return Object.fromEntries(
    body.rows.map((r: { code: string }, i: number) => [r.code, Number(body.cells[i][0])]),
  )
}

describe('deaths in the sums', () => {
  it('manner, cause, examination and substances of a death are counted as they are certified, and as they stood before', async () => {
    const known = await analysed(lab as never)
    await keepUp()
    const before = lab.ground.now()
    expect(await cube({ dataset: 'deaths', rows: 'manner' })).toEqual({ 'not-yet-determined': 1 })
    expect(await cube({ dataset: 'deaths', rows: 'autopsy' })).toEqual({ 'not-yet-determined': 1 })
    expect(await cube({ dataset: 'deaths', rows: 'drugs' })).toEqual({ 'not-yet-determined': 1 })
    await passed(lab as never, known.worksheet)
    await keepUp()
    const found = Object.keys(await cube({ dataset: 'deaths', rows: 'drugs' }))
    expect(found.length === 1 && found[0] !== 'not-yet-determined', found.join()).toBe(true)
    lab.clock.advance(3_600_000)
    await lab.as('hugo').do('death.record-finding', {
      examination: known.examination,
      section: 'death.external',
      answers: { clothing: { value: 'Shirt' } },
    })
    await lab.as('hugo').do('death.finish-examination', { examination: known.examination })
    await lab.as('hugo').do('death.give-manner', { death: known.death, manner: 'accident' })
    await keepUp()
    expect(await cube({ dataset: 'deaths', rows: 'manner' })).toEqual({ accident: 1 })
    expect(await cube({ dataset: 'deaths', rows: 'autopsy' })).toEqual({ full: 1 })
    expect(await cube({ dataset: 'deaths', rows: 'manner', asOf: before })).toEqual({
      'not-yet-determined': 1,
    })
    // The person of its case tells the same.
    expect(await cube({ rows: 'manner', where: 'autopsy:full' })).toEqual({ accident: 1 })
  }, 120_000)

  it('who stands in a case of killing as victim and comes to the morgue as a death is one victim, with what was coded and what was certified', async () => {
    const victim = lab.ground.newId()
    const file = await lab.as('hugo').do('cases.open-case', {
      ...aCase(),
      title: 'Shots on the square',
      offences: [{ code: 'murder' }],
      incident: { on: '2026-10-30', time: '22:30' },
      parties: [{ id: victim, role: 'victim', sex: 'male', age: 31 }],
    })
    await lab
      .as('hugo')
      .do('observatory.code-victim', { case: file.id, victim, means: 'firearm', relationship: 'stranger' })
    await keepUp()
    expect(await cube({ rows: 'means', where: 'iccs:0101' })).toEqual({ firearm: 1 })
    const { death } = await told(lab, { sex: 'male', age: { value: 31, unit: 'years' }, name: null })
    await lab.as('hugo').do('death.accept-jurisdiction', {
      death,
      profile: 'coroner',
      authority: { kind: 'order', number: 'CO-9', by: 'Magistrate' },
      case: file.id,
    })
    await lab.as('hugo').do('death.give-manner', { death, manner: 'homicide' })
    await keepUp()
    expect(await cube({ rows: 'means', where: 'iccs:0101' })).toEqual({ firearm: 1 })
    expect(await cube({ rows: 'manner', where: 'iccs:0101' })).toEqual({ homicide: 1 })
    expect(await cube({ dataset: 'incidents', rows: 'iccs', where: 'iccs:0101' })).toEqual({ '0101': 1 })
  }, 60_000)

  it('what becomes known later changes no day before: who was one person then is one person of that day for ever', async () => {
    lab.clock.advance(3_600_000)
    await keepUp()
    const then = lab.ground.now()
    const ask = { rows: 'manner', where: 'iccs:0101' }
    const before = await cube(ask)
    expect(before).toEqual({ homicide: 1 })
    const file = (await lab.as('hugo').ask('cases.find-cases', { q: 'Shots on the square' })).body.items[0].id
    const parties = (await lab.as('hugo').ask('cases.get-case', { case: file })).body.parties as {
      id: string
      role: string | { code: string }
    }[]
    const dead = parties.find((p) => JSON.stringify(p.role).includes('deceased'))
    expect(dead, JSON.stringify(parties)).toBeTruthy()
    lab.clock.advance(3_600_000)
    // The dead turns out to be a woman: two people, from now on.
    await lab
      .as('hugo')
      .do('cases.correct-party', { case: file, party: dead?.id, sex: 'female' }, { reason: 'Examined' })
    await keepUp()
    expect(await cube({ ...ask, asOf: then })).toEqual(before)
    expect(Object.values(await cube(ask)).reduce((a, b) => a + b, 0)).toBe(2)
  }, 60_000)

  it('I8 from a sum to the cases behind it goes who may see them: others learn of none, and not how many', async () => {
    const ask = { rows: 'iccs', row: '0101' }
    const seen = (await lab.as('wendy').ask('observatory.cases-behind', ask)).body
    expect(seen.items).toMatchObject([{ title: 'Shots on the square', n: 2 }])
    const none = await lab.as('noemi').ask('observatory.cases-behind', ask)
    expect([none.status, none.body]).toEqual([200, { items: [], nextCursor: null }])
    expect((await lab.as(null).ask('observatory.cases-behind', ask)).status).toBe(401)
  })

  it('who sees the case and not the death goes from a sum to the case, but not by what the examination of the death says', async () => {
    const wendys = (await lab.as('wendy').ask('observatory.cases-behind', { rows: 'iccs', row: '0101' })).body
    await lab
      .as('wendy')
      .do(
        'cases.give-access',
        { case: wendys.items[0].id, principal: lab.as('noemi').id },
        { reason: 'Investigates' },
      )
    const behind = async (ask: Record<string, string>, who = 'noemi') =>
      (await lab.as(who).ask('observatory.cases-behind', ask)).body.items.length
    expect(await behind({ rows: 'iccs', row: '0101' })).toBe(1)
    const told = [
      { rows: 'manner', row: 'homicide' },
      { rows: 'iccs', row: '0101', where: 'manner:homicide,accident,natural,not-yet-determined' },
      { dataset: 'deaths', rows: 'manner', row: 'homicide' },
      { dataset: 'deaths', rows: 'year' },
    ]
    for (const ask of told) expect(await behind(ask), JSON.stringify(ask)).toBe(0)
    for (const ask of told) expect(await behind(ask, 'wendy'), JSON.stringify(ask)).toBeGreaterThan(0)
  })

  it('I11 which substances were found month by month, as soon as a finding has passed review', async () => {
    const { rows, columns, cells } = (
      await lab.as('wendy').ask('observatory.cube', {
        dataset: 'findings',
        rows: 'month',
        columns: 'substance',
        where: 'kind:identity',
      })
    ).body
    expect(rows).toHaveLength(1)
    expect(columns[0].code).not.toBe('not-applicable')
    expect(cells[0][0]).toBe('1')
  })

  it('I14 who directs sees a board at once: every question that the laboratories set answers, and a board of another role is not there', async () => {
    for (const name of ['belize', 'ejemplo']) {
      const file = join(import.meta.dirname, '../../../labs', name, 'lists/board.yaml')
      const { codes } = parse(await readFile(file, 'utf8')) as { codes: { code: string; data: object }[] }
      expect(codes.length).toBeGreaterThan(2)
      await words(lab as never, { board: codes.map((c) => [c.code, c.data] as const) })
    }
    const { boards } = (await lab.as('wendy').ask('observatory.boards')).body
    expect(boards.map((b: { code: string }) => b.code).toSorted()).toEqual(['director', 'ministry'])
    for (const board of boards)
      for (const tile of board.tiles) {
        const answer = await lab.as('wendy').ask('observatory.cube', tile.question)
        expect(answer.status, `${tile.title} ${JSON.stringify(answer.body)}`).toBe(200)
      }
    expect(
      (await lab.as('noemi').ask('observatory.boards')).body.boards.map((b: { code: string }) => b.code),
    ).toEqual(['ministry'])
  }, 60_000)
})
