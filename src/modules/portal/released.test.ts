/** To whom a certificate is given out, who is told of a case, what a link in a mail opens, and how a case is looked up. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { growTree } from '#ledger/sequencer.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { aCase } from '#modules/cases/examples.ts'
import { benchOf, certificate, worked } from '#modules/reports/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { modules } from '../../app/modules.ts'
import { startReactions } from '../../app/reactions.ts'
import { onMoved } from './reactions/on-moved.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await benchOf(lab as never)
  await lab.person('director', ['director'], { unit: null })
  // Of the same formation as the investigator, of another formation, of the prosecution.
  await lab.person('sergeant', ['officer'], { unit: lab.units.policeDangriga, name: 'E. Ciego' })
  await lab.person('clerk', ['officer'], { unit: lab.units.policeBelmopan, name: 'R. Noh' })
  await lab.person('counsel', ['prosecutor'], { unit: lab.units.dpp, name: 'K. Usher' })
})
afterAll(() => lab?.close())
const id = (name: string): string => lab.people.get(name)?.id as string
const file = async (who: string, report: string): Promise<number> =>
  (await lab.as(who).file('reports.report-file', { report })).status
/** Worked on up to its reviewed results, for an investigator of Dangriga. */
const investigated = () =>
  worked(lab as never, {
    submission: { newCase: aCase({ investigator: { person: id('rp-officer') } }) },
  })
const kinds = async (who: string): Promise<string[]> =>
  (await lab.as(who).ask('identity.my-notices')).body.items.map((n: { kind: string }) => n.kind)
const react = async (): Promise<void> => {
  await growTree(lab.ground)
  const reactions = startReactions(lab.ground, [onMoved])
  await reactions.round()
  await reactions.stop()
}

test('A14 a certificate is given to all who see the case, to the agency that asked, to the person, or by name alone; prosecution, court and defence get it by name', async () => {
  const c = await certificate(lab as never, 'issued', await investigated())
  const see = (person: string) =>
    lab
      .as('director')
      .do('cases.give-access', { case: c.case, principal: id(person) }, { stepUp: true, reason: 'Asked' })
  for (const who of ['sergeant', 'clerk', 'counsel']) await see(who)
  const release = (level: string) =>
    lab
      .as('director')
      .do('reports.set-release', { case: c.case, level }, { reason: 'The complainant is a minor' })
  // Nobody said otherwise: whoever sees the case.
  expect([await file('rp-officer', c.report), await file('counsel', c.report)]).toEqual([200, 200])
  await release('agency')
  expect([
    await file('rp-officer', c.report),
    await file('sergeant', c.report),
    await file('clerk', c.report),
    await file('counsel', c.report),
  ]).toEqual([200, 200, 200, 409])
  await release('person')
  expect([await file('rp-officer', c.report), await file('sergeant', c.report)]).toEqual([200, 409])
  // Refused on every way to it, with a sentence and the next step; the case itself stays in sight.
  const no = await lab.as('sergeant').ask('reports.get-report', { report: c.report })
  expect(no.body).toMatchObject({
    code: 'reports.released-to-person',
    next: expect.stringContaining('gives you a copy by name'),
  })
  for (const way of ['report-data', 'report-proof', 'report-bundle', 'report-copy'])
    expect((await lab.as('sergeant').file(`reports.${way}`, { report: c.report })).status, way).toBe(409)
  const seen = (await lab.as('sergeant').ask('portal.case-status', { case: c.case })).body
  expect(seen.papers).toMatchObject([{ report: c.report, kept: expect.stringContaining('investigator') }])
  const packet = await lab.as('sergeant').file('portal.case-packet', { case: c.case, language: 'en' })
  expect(packet.status).toBe(200)
  expect(packet.bytes.toString('latin1')).not.toContain(`${c.number}.pdf`)
  await release('named')
  expect(await file('rp-officer', c.report)).toBe(409)
  await lab
    .as('rp-counter')
    .do('reports.deliver-report', { report: c.report, to: { person: id('counsel') }, words: 'For the trial' })
  expect([await file('counsel', c.report), await file('rp-officer', c.report)]).toEqual([200, 409])
  // Inside it is read as before; who may see nothing of the case learns nothing.
  expect(await file('rp-analyst', c.report)).toBe(200)
  expect((await lab.as('clerk').tell('reports.set-release', { case: c.case, level: 'case' })).status).toBe(
    400,
  )
})

test('A15 a link in a mail opens the certificate for its own recipient for seven days; afterwards it is found by its number', async () => {
  const c = await certificate(lab as never, 'issued')
  await lab
    .as('rp-counter')
    .do('reports.deliver-report', { report: c.report, to: { person: id('counsel') }, words: 'By mail' })
  const [notice] = (await lab.as('counsel').ask('identity.my-notices')).body.items
  expect(notice.number).toBe(c.number)
  const delivery = notice.path.split('/').at(-1)
  const open = (who: string) => lab.as(who).ask('reports.received', { delivery })
  expect((await open('counsel')).body).toMatchObject({ number: c.number, report: expect.any(String) })
  // Another person who sees the case has another link, or none.
  expect((await open('rp-officer')).status).toBe(404)
  expect((await open('clerk')).status).toBe(404)
  const then = lab.clock.now()
  lab.clock.advance(7 * 86_400_000 + 1)
  const ended = await open('counsel')
  expect(ended.body).toMatchObject({
    status: 409,
    code: 'reports.link-ended',
    detail: `This link has ended. The certificate ${c.number} is found by its number.`,
  })
  const found = (await lab.as('counsel').ask('reports.find-reports', { q: c.number })).body.items
  expect(found.map((r: { id: string }) => r.id)).toContain(c.report)
  expect(await file('counsel', c.report)).toBe(200)
  lab.clock.set(then)
})

test('A13 the investigator’s side names who gets copies and who is only told, changes it while work goes on, and each is told and takes what that allows', async () => {
  const at = await investigated()
  const officer = lab.as('rp-officer')
  const name = (person: string, follows: string, who = officer) =>
    who.tell('portal.name-follower', { case: at.case, person: id(person), follows })
  expect((await name('sergeant', 'copy')).status).toBe(200)
  expect((await name('clerk', 'informed')).status).toBe(200)
  // People of another agency are named by the service; whoever only follows names nobody.
  expect((await name('counsel', 'copy')).body).toMatchObject({
    code: 'portal.other-agency',
    next: 'Ask the service on the case to tell somebody else.',
  })
  expect((await name('counsel', 'copy', lab.as('sergeant'))).body.code).toBe('portal.follows-only')
  expect((await name('rp-officer', 'copy')).body.code).toBe('portal.is-investigator')
  const c = await certificate(lab as never, 'issued', at)
  await react()
  expect(await kinds('sergeant')).toEqual(
    expect.arrayContaining(['portal.notice-follows', 'portal.notice-moved']),
  )
  expect(await kinds('clerk')).toContain('portal.notice-moved')
  expect([await file('sergeant', c.report), await file('clerk', c.report)]).toEqual([200, 409])
  const status = async (who: string) => (await lab.as(who).ask('portal.case-status', { case: at.case })).body
  expect((await status('clerk')).papers[0].kept).toContain('You are told how this case goes')
  expect((await status('rp-officer')).followers).toEqual([
    expect.objectContaining({ name: 'E. Ciego', follows: 'copy' }),
    expect.objectContaining({ name: 'R. Noh', follows: 'informed' }),
  ])
  // Edited after the submission, in either direction.
  expect((await name('clerk', 'copy')).status).toBe(200)
  expect(await file('clerk', c.report)).toBe(200)
  await officer.do('portal.end-follower', { case: at.case, person: id('clerk') })
  expect([
    await file('clerk', c.report),
    (await lab.as('clerk').ask('portal.case-status', { case: at.case })).status,
  ]).toEqual([404, 404])
  const moved = async (who: string): Promise<number> =>
    (await kinds(who)).filter((k) => k === 'portal.notice-moved').length
  const before = [await moved('clerk'), await moved('sergeant')]
  await lab
    .as('rp-head')
    .do('reports.withdraw-report', { report: c.report, words: 'Confused' }, { reason: 'Found at the count' })
  await react()
  expect([await moved('clerk'), await moved('sergeant')]).toEqual([before[0], (before[1] ?? 0) + 1])
})

test('A16 a case is found by its day, by any number, and by a person with their part in it; each search is written down, and nothing protected answers', async () => {
  const at = await worked(lab as never)
  await lab.arrange('cases.add-party', { case: at.case, role: 'accused', name: 'Alejandro Quetzal Moh' })
  await lab.arrange('cases.add-party', {
    case: at.case,
    role: 'victim',
    name: 'Xiomara Pech',
    born: '2014-05',
  })
  const find = async (params: object, who = 'rp-officer'): Promise<string[]> =>
    (await lab.as(who).ask('portal.search-cases', { ...params })).body.items.map((c: { id: string }) => c.id)
  expect(await find({ person: 'Quetzal', role: 'accused' })).toEqual([at.case])
  expect(await find({ person: 'Quetzal', role: 'victim' })).toEqual([])
  // A minor’s name is masked, and so answers nothing; another formation finds nothing of either.
  expect(await find({ person: 'Xiomara Pech' })).toEqual([])
  expect(await find({ person: 'Quetzal' }, 'clerk')).toEqual([])
  const day = lab.clock.now().slice(0, 10)
  expect(await find({ from: day, until: day })).toContain(at.case)
  expect(await find({ from: '2030-01-01' })).toEqual([])
  const { number } = (await lab.as('rp-officer').ask('portal.case-status', { case: at.case })).body
  expect(await find({ number })).toEqual([at.case])
  const log = (await lab.as('director').ask('identity.read-log', { person: id('rp-officer'), limit: 200 }))
    .body.items
  const searches = log.filter((l: { operation: string }) => l.operation === 'portal.search-cases')
  // Five searches: each its own line, and one for each case that it showed.
  expect(searches.filter((l: { root: string | null }) => l.root === null)).toHaveLength(6)
  expect(searches.filter((l: { root: string | null }) => l.root === at.case).length).toBeGreaterThanOrEqual(3)
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})

test('L2 to look, to take, to take all in one file, to give to somebody and to write beside are each on the record with who and when', async () => {
  const c = await certificate(lab as never, 'issued')
  const officer = lab.as('rp-officer')
  await officer.ask('reports.get-report', { report: c.report })
  await officer.file('reports.report-file', { report: c.report })
  await officer.file('portal.case-packet', { case: c.case })
  await lab
    .as('rp-counter')
    .do('reports.deliver-report', { report: c.report, to: { person: id('counsel') }, words: 'By hand' })
  await lab.as('rp-head').do('cases.add-note', { case: c.case, text: 'Read with counsel' })
  const log = (await lab.as('director').ask('identity.read-log', { root: c.case, limit: 200 })).body.items
  for (const operation of ['reports.get-report', 'reports.report-file', 'portal.case-packet'])
    expect(log, operation).toContainEqual(
      expect.objectContaining({ operation, person: officer.id, at: expect.any(String), root: c.case }),
    )
  const entries = await lab.db.direct.many<{ action: string; who: string }>(
    sql`select action, actor_id as who from ledger.entry where root = ${c.case}`,
  )
  const acts = entries.filter((e) => e.who !== null).map((e) => e.action)
  expect(acts).toEqual(expect.arrayContaining(['reports.deliver-report', 'cases.add-note']))
})
