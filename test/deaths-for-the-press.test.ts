/** What the press may know of deaths: tables of counts alone, small cells hidden, prepared by one and approved by another; nothing of a single death. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeWordsOf, officeOf, told } from '../src/modules/death/examples.ts'
import { growTree } from '../src/ledger/sequencer.ts'
import { keepAllUp } from '../src/app/reactions.ts'
import { arrangeObservatory } from '../src/modules/observatory/examples.ts'
import { observatory } from '../src/modules/observatory/module.ts'
import { type Lab, openLab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
  await arrangeObservatory(lab as never)
  await lab.person('one', ['observer'], { unit: null })
  await lab.person('other', ['observer'], { unit: null })
}, 240_000)
afterAll(() => lab?.close())

const deaths = async (n: number, manner: string): Promise<void> => {
  for (let i = 0; i < n; i++) {
    const { death } = await told(lab, { name: `Nobody ${manner} ${i}` })
    await lab.as('hugo').do('death.accept-jurisdiction', {
      death,
      profile: 'medical-examiner',
      authority: { kind: 'own' },
    })
    await lab.as('hugo').do('death.give-manner', { death, manner })
  }
}

test('H48 the press gets deaths as published tables alone: small counts hidden so that none can be worked out, and no papers of one', async () => {
  await deaths(12, 'accident')
  await deaths(9, 'natural')
  await deaths(7, 'suicide')
  await deaths(2, 'homicide')
  lab.clock.advance(5 * 60_000)
  while ((await growTree(lab.ground)) > 0);
  await keepAllUp(lab.ground, observatory.followers ?? [])
  const question = { dataset: 'deaths', rows: 'manner' }
  const made = await lab
    .as('one')
    .do('observatory.prepare-release', { title: 'Deaths by manner', titleEs: 'Muertes por manera', question })
  // The two homicides, and a second cell, so that the sum tells neither.
  expect(made.hidden).toBeGreaterThanOrEqual(2)
  expect((await lab.as(null).ask('observatory.open-data')).body.items).toEqual([])
  await lab
    .as('other')
    .do('observatory.approve-release', { release: made.id, legalBasis: 'Statistics Act' }, { stepUp: true })
  await lab.as('one').do('observatory.publish-release', { release: made.id }, { stepUp: true })
  const open = await lab.as(null).ask('observatory.open-data')
  const [table] = open.body.items
  expect(table.title).toBe('Deaths by manner')
  const shown = new Map(
    table.rows.map((r: { code: string }, i: number) => [r.code, table.cells[i][0] as number | null]),
  )
  expect([shown.get('homicide'), shown.get('accident')]).toEqual([null, 12])
  expect([...shown.values()].filter((n) => n === null).length).toBeGreaterThanOrEqual(2)
  // Nothing of a single one: no name, no number, and no list for anybody.
  expect(JSON.stringify(open.body)).not.toMatch(/Nobody|ME-2026|CALL-2026/)
  for (const name of ['death.calls', 'death.tally', 'exchange.export-deaths'])
    expect([name, (await lab.as(null).ask(name, {})).status]).toEqual([name, 401])
  await arrangeWordsOf(lab, [['death-records-rule', 'press', 'Press', 'Prensa', {}]])
  const { death } = await told(lab)
  expect((await lab.as('hugo').ask('death.records-for', { death })).body.items).toMatchObject([
    { code: 'press', ok: false, why: 'This asker gets no papers of a death.' },
  ])
}, 240_000)
