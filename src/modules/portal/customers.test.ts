/** Agencies that are held to announce what they bring, and the counter that takes it all the same when there was no line. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSubmission, anAnnouncement, arrangeAnnouncing } from '#modules/evidence/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'

let lab: Lab
let agency = ''
beforeAll(async () => {
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  await lab.person('root', ['administrator'], { unit: null })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
  await lab.person('usher', ['prosecutor'], { unit: lab.units.dpp, name: 'K. Usher' })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter, name: 'S. Reneau' })
  const row = await lab.db.direct.one<{ agency: string }>(
    sql`select agency from identity.unit where id = ${lab.units.policeDangriga}`,
  )
  agency = row.agency
})
afterAll(() => lab?.close())
const id = (name: string): string => lab.people.get(name)?.id as string
const brought = (by: object, how: object = {}) =>
  lab.as('reneau').tell('evidence.receive-submission', aSubmission({ submittedBy: by }), how)

test('A2 one agency announces what it brings, another need not; without an announcement the counter receives it with the reason, and never turns it away', async () => {
  expect((await brought({ person: id('choc') })).status).toBe(200)
  await lab
    .as('root')
    .do(
      'identity.hold-agency',
      { agency, rule: 'prelog-required', holds: true },
      { stepUp: true, reason: 'agreed with the commissioner' },
    )
  for (const by of [{ person: id('choc') }, { name: 'A constable', unit: lab.units.policeBelmopan }])
    expect((await brought(by)).body).toMatchObject({
      code: 'evidence.prelog-due',
      next: expect.stringContaining('with the reason'),
    })
  expect((await brought({ person: id('usher') })).status).toBe(200)
  const night = await brought({ person: id('choc') }, { reason: 'No line at the station since Sunday' })
  expect(night.status).toBe(200)
  // Announced, it is taken up without a word.
  const said = await lab.as('choc').do('evidence.submit-prelog', anAnnouncement(lab as never))
  const form = (await lab.as('reneau').ask('evidence.get-prelog', { submission: said.id })).body
  const taken = await lab.as('reneau').tell(
    'evidence.receive-submission',
    aSubmission({
      submittedBy: { person: id('choc') },
      announced: { submission: said.id, seq: form.seq },
      items: form.things.map((t: { id: string; description: string }) => ({
        id: t.id,
        description: t.description,
      })),
    }),
  )
  expect(taken.body.code ?? 'done').not.toBe('evidence.prelog-due')
})
