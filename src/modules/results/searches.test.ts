/** Stories of searches in systems that stand alone: what came is written down as it came, a person compares, another stands behind it, and a link reaches only who may see both cases. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../../app/modules.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { requested, sectionOf } from '#modules/work/examples.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { aSearch, systemsOf } from './examples/searches.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await sectionOf(lab as never)
  await systemsOf(lab as never)
}, 60_000)
afterAll(() => lab.close())

const anExhibit = async (): Promise<{ id: string; number: string; case: string }> => {
  const at = await requested(lab as never, 'started')
  const item = at.items[0] as { id: string; number: string }
  return { id: item.id, number: item.number, case: at.case }
}
const seen = async (item: string, who = 'eugenio') =>
  (await lab.as(who).ask('results.system-searches', { item })).body

test('J5 a cartridge case is searched in IBIS: the list stands as the system gave it, the candidate is compared by hand and verified by another, and both exhibits are bound', async () => {
  const here = await anExhibit()
  const there = await anExhibit()
  const list = Buffer.from('rank;name;score\r\n1;CC-2019-044;387\r\n2;CC-2021-310;112,5\r\n', 'latin1')
  const file = (await lab.as('eugenio').upload(list, 'ibis list.csv')).body.sha256 as string
  const wrong = await lab
    .as('eugenio')
    .tell('results.record-system-search', aSearch(here.id, { databases: ['National', 'Mars'] }))
  expect([wrong.status, wrong.body.code]).toEqual([409, 'results.no-such-database'])
  expect(wrong.body.detail).toContain('National, Regional')
  const made = await lab.as('eugenio').do('results.record-system-search', aSearch(here.id, { file }))

  const [search] = (await seen(here.id)).searches
  expect(search).toMatchObject({
    system: 'Ballistic imaging',
    databases: ['National'],
    searched: 'Breech face mark',
    reference: 'I-4711',
    searchedAt: '2026-11-20T15:00:00.000Z',
    by: 'Eugenio Cus',
    file: { name: 'ibis list.csv', sha256: createHash('sha256').update(list).digest('hex') },
    candidates: [
      { rank: 1, label: 'CC-2019-044', score: '387', followUps: [] },
      { rank: 2, label: 'CC-2021-310', score: '112,5', followUps: [] },
    ],
  })
  const kept = await lab.as('ingrid').file('results.system-search-file', { search: made.id })
  expect(kept.bytes.equals(list)).toBe(true)

  const [candidate] = made.candidates as string[]
  const followUp = await lab.as('eugenio').do('results.follow-up-candidate', {
    candidate,
    outcome: 'hit',
    words: 'Firing pin and breech face agree',
    other: there.id,
  })
  const own = await lab
    .as('eugenio')
    .tell('results.verify-follow-up', { followUp: followUp.id, agrees: true }, { stepUp: true })
  expect(own.body.code).toBe('results.own-follow-up')
  // Until somebody else stands behind it nothing binds the two.
  const links = async () =>
    (await lab.as('marva').ask('evidence.get-item', { id: here.id })).body.links as {
      item: { id: string }
      basis: string
    }[]
  expect(await links()).toEqual([])
  await lab.as('ingrid').do('results.verify-follow-up', { followUp: followUp.id, agrees: true })
  expect((await links()).map((l) => [l.item.id, l.basis])).toEqual([
    [there.id, 'Ballistic imaging: candidate 1 (CC-2019-044), compared and verified'],
  ])
  expect((await seen(here.id)).searches[0].candidates[0].followUps).toMatchObject([
    {
      outcome: 'hit',
      link: { item: { id: there.id, number: there.number }, ask: null },
      verified: { agrees: true, by: 'Ingrid Peña Ñúñez' },
    },
  ])
  expect((await seen(there.id)).linkedHere).toMatchObject([
    { outcome: 'hit', verified: true, link: { item: { id: here.id }, ask: null } },
  ])
  const again = await lab
    .as('eugenio')
    .tell('results.follow-up-candidate', { candidate, outcome: 'no-hit', words: 'Second thoughts' })
  expect(again.body.code).toBe('results.follow-up-stands')
})

test('J5 who may not see the other case learns of a link and whom to ask, from both ends, and does not verify it', async () => {
  const here = await anExhibit()
  const there = await anExhibit()
  const made = await lab.as('eugenio').do('results.record-system-search', aSearch(here.id))
  const followUp = await lab.as('eugenio').do('results.follow-up-candidate', {
    candidate: made.candidates[0],
    outcome: 'hit',
    words: 'Agrees',
    other: there.id,
  })
  await lab.person('amparo', ['analyst'], { unit: lab.units.toxicology, name: 'Amparo Tzul' })
  const give = (root: string, person: string) =>
    lab.arrange('cases.give-access', { case: root, principal: lab.people.get(person)?.id })
  await give(here.case, 'amparo')
  const mine = await seen(here.id, 'amparo')
  expect(mine.searches[0].candidates[0].followUps[0].link).toEqual({ item: null, ask: 'Eugenio Cus' })
  expect(JSON.stringify(mine)).not.toContain(there.number)
  const blind = await lab
    .as('amparo')
    .tell('results.verify-follow-up', { followUp: followUp.id, agrees: true }, { stepUp: true })
  expect([blind.status, blind.body.code]).toEqual([409, 'results.link-you-may-not-see'])
  expect(blind.body.detail).toContain('ask Eugenio Cus')

  await lab.person('basilio', ['analyst'], { unit: lab.units.toxicology, name: 'Basilio Ical' })
  await give(there.case, 'basilio')
  const theirs = await seen(there.id, 'basilio')
  expect(theirs.linkedHere).toMatchObject([{ verified: false, link: { item: null, ask: 'Eugenio Cus' } }])
  expect(JSON.stringify(theirs)).not.toContain(here.number)
  expect((await lab.as('basilio').ask('results.system-searches', { item: here.id })).status).toBe(404)
  expect((await lab.as('basilio').ask('results.system-search-file', { search: made.id })).status).toBe(404)
  expect(
    (
      await lab
        .as('basilio')
        .tell('results.follow-up-candidate', { candidate: made.candidates[1], outcome: 'no-hit', words: 'x' })
    ).status,
  ).toBe(404)
})

test('a second person who differs stays beside it, and it is compared again; a search that put nothing forward is one too', async () => {
  const here = await anExhibit()
  const nothing = await lab
    .as('eugenio')
    .do('results.record-system-search', aSearch(here.id, { candidates: [] }))
  expect(nothing.candidates).toEqual([])
  const twice = await lab.as('eugenio').tell(
    'results.record-system-search',
    aSearch(here.id, {
      candidates: [
        { rank: 1, label: 'A' },
        { rank: 1, label: 'B' },
      ],
    }),
  )
  expect(twice.status).toBe(400)
  const made = await lab.as('eugenio').do('results.record-system-search', aSearch(here.id))
  const say = (outcome: string) =>
    lab
      .as('eugenio')
      .do('results.follow-up-candidate', { candidate: made.candidates[0], outcome, words: outcome })
  const first = await say('no-hit')
  const mute = await lab
    .as('ingrid')
    .tell('results.verify-follow-up', { followUp: first.id, agrees: false }, { stepUp: true })
  expect(mute.status).toBe(400)
  await lab
    .as('ingrid')
    .do('results.verify-follow-up', { followUp: first.id, agrees: false, words: 'The ejector agrees' })
  const second = await say('inconclusive')
  const old = await lab
    .as('ingrid')
    .tell('results.verify-follow-up', { followUp: first.id, agrees: true }, { stepUp: true })
  expect(old.body.code).toBe('results.follow-up-verified')
  await lab.as('ingrid').do('results.verify-follow-up', { followUp: second.id, agrees: true })
  const [search] = (await seen(here.id)).searches.filter((s: { id: string }) => s.id === made.id)
  expect(search.candidates[0].followUps).toMatchObject([
    { outcome: 'no-hit', verified: { agrees: false, words: 'The ejector agrees' } },
    { outcome: 'inconclusive', verified: { agrees: true } },
  ])
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})
