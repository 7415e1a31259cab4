/** Requests for records and by subpoena: who asks and how they showed it, a named person who decides, a fee by the list, and one release. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { benchOf, certificate } from '#modules/reports/examples.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { modules } from '../../app/modules.ts'
import { recordKinds } from './examples.ts'
import { owedForExamination, owedForRecords, stateOfRecords } from './rules/records.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await benchOf(lab as never)
  await recordKinds(lab as never)
  await lab.person('director', ['director'], { unit: null })
  await lab.person('counter', ['evidence-officer'], { unit: lab.units.counter, name: 'Reneau' })
  await lab.person('counsel', ['prosecutor'], { unit: lab.units.dpp, name: 'K. Usher' })
  await lab.person('clerk', ['officer'], { unit: lab.units.policeBelmopan, name: 'R. Noh' })
})
afterAll(() => lab?.close())
const records = async (who: string, show = 'all'): Promise<Said[]> =>
  (await lab.as(who).ask('portal.record-requests', { show })).body.items
const one = async (who: string, id: string): Promise<Said> => (await records(who)).find((r) => r.id === id)
const ask = (who: string, more: object = {}) =>
  lab.as(who).tell('portal.ask-for-records', {
    kind: 'copy',
    numbers: 'DG-CR-2026-0417',
    text: 'The certificate on the white powder, for the hearing',
    ...more,
  })
const decide = (request: string, more: object, who = 'director') =>
  lab.as(who).tell('portal.decide-records', { request, ...more }, { stepUp: true })
const file = async (who: string, report: string): Promise<number> =>
  (await lab.as(who).file('reports.report-file', { report })).status

test('A27 what is granted and costs is given when the receipt is written, once, and opens that certificate alone', async () => {
  const c = await certificate(lab as never, 'issued')
  const { body: asked } = await ask('clerk')
  expect((await one('counter', asked.id)).state).toBe('asked')
  expect((await records('counsel')).map((r) => r.id)).not.toContain(asked.id)
  expect(await file('clerk', c.report)).toBe(404)
  // Only who decides decides, showing who they are again.
  expect((await decide(asked.id, { decision: 'granted', reports: [c.report] }, 'counter')).status).toBe(404)
  expect((await decide(asked.id, { decision: 'granted' })).status).toBe(400)
  const granted = (await decide(asked.id, { decision: 'granted', reports: [c.report] })).body
  expect(granted).toMatchObject({
    state: 'owes',
    decidedBy: 'director',
    charge: { amount: '25.00', currency: 'BZD', settled: null },
    papers: [{ number: c.number, delivery: null }],
  })
  expect((await decide(asked.id, { decision: 'refused', reason: 'No' })).body.code).toBe(
    'portal.records-decided',
  )
  expect(await file('clerk', c.report)).toBe(404)
  const early = await lab
    .as('counter')
    .tell('portal.release-records', { request: asked.id }, { stepUp: true })
  expect(early.body.code).toBe('portal.records-owes')
  const pay = () =>
    lab.as('counter').tell('portal.record-payment', { charge: granted.charge.id, receipt: 'R-2201' })
  expect((await pay()).body).toMatchObject({ settled: 'paid', receipt: 'R-2201', settledBy: 'Reneau' })
  expect((await pay()).body.code).toBe('portal.charge-settled')
  const given = await one('clerk', asked.id)
  expect(given).toMatchObject({ state: 'released', papers: [{ number: c.number }] })
  // In the portal, by name: the link is theirs, the certificate opens, the case and its exhibits do not.
  const link = { delivery: given.papers[0].delivery }
  expect((await lab.as('clerk').ask('reports.received', link)).body).toMatchObject({ number: c.number })
  expect((await lab.as('counsel').ask('reports.received', link)).status).toBe(404)
  expect(await file('clerk', c.report)).toBe(200)
  expect((await lab.as('clerk').ask('portal.case-status', { case: c.case })).status).toBe(404)
  expect((await lab.as('clerk').ask('portal.my-cases', { show: 'all' })).body.items).toEqual([])
  const again = await lab
    .as('counter')
    .tell('portal.release-records', { request: asked.id }, { stepUp: true })
  expect(again.body.code).toBe('portal.records-released')
  const log = (await lab.as('director').ask('identity.read-log', {})).body
  expect(JSON.stringify(log)).toContain('reports.report-file')
})

test('A27 a subpoena needs its number, the prosecution pays nothing, and what is free is given with the decision', async () => {
  const c = await certificate(lab as never, 'issued')
  const without = await ask('counsel', { kind: 'subpoena' })
  expect([without.status, without.body.code]).toEqual([409, 'portal.records-authority'])
  const { body: asked } = await ask('counsel', { kind: 'subpoena', authority: 'SC 114/2026' })
  const done = (await decide(asked.id, { decision: 'granted', reports: [c.report] })).body
  expect(done).toMatchObject({ state: 'released', charge: null, authority: 'SC 114/2026' })
  expect(await file('counsel', c.report)).toBe(200)
})

test('A27 somebody without an account shows a document at the counter, pays or is let off, and takes paper once; a refusal is a sentence', async () => {
  const c = await certificate(lab as never, 'issued')
  expect((await ask('counter')).body.code).toBe('portal.records-who-asks')
  const asker = { name: 'Mrs. A. Coye', proof: 'document', document: 'Social security card 000-11' }
  expect((await ask('clerk', { asker })).body.code).toBe('portal.records-for-oneself')
  const order = await ask('counter', { asker: { ...asker, proof: 'order' } })
  expect(order.body.code).toBe('portal.records-proof-order')
  const { body: asked } = await ask('counter', { asker })
  expect(await one('counter', asked.id)).toMatchObject({
    asker: 'Mrs. A. Coye',
    proof: 'document',
    document: 'Social security card 000-11',
    by: 'Reneau',
  })
  // Nobody outside sees who asked, and the name stands in no entry of the ledger.
  expect(await one('clerk', asked.id)).toBeUndefined()
  const granted = (await decide(asked.id, { decision: 'granted', reports: [c.report] })).body
  const waive = (who: string) =>
    lab.as(who).tell('portal.waive-charge', { charge: granted.charge.id, words: 'Next of kin' })
  expect((await waive('counter')).status).toBe(404)
  expect((await waive('director')).body).toMatchObject({ settled: 'waived', words: 'Next of kin' })
  const hand = () => lab.as('counter').tell('portal.release-records', { request: asked.id }, { stepUp: true })
  expect((await hand()).body).toMatchObject({ state: 'released' })
  expect((await hand()).body.code).toBe('portal.records-released')

  const { body: other } = await ask('counter', { asker })
  await decide(other.id, { decision: 'refused', reason: 'The hearing is not over' })
  expect(await one('counter', other.id)).toMatchObject({
    state: 'refused',
    reason: 'The hearing is not over',
    decidedBy: 'director',
  })
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})

test('fees are what the lists say, by paper or by request, and nothing for whom they name', () => {
  const kind = { fee: '12.50', per: 'paper', currency: 'BZD', free: ['court'] } as const
  expect(owedForRecords('copy', kind, { agencyKind: null, papers: 3 })).toMatchObject({
    amount: '37.50',
    count: 3,
  })
  expect(owedForRecords('copy', kind, { agencyKind: 'court', papers: 3 })).toBeNull()
  expect(owedForRecords('copy', {}, { agencyKind: null, papers: 3 })).toBeNull()
  const rules = [
    { code: 'urine', data: { questions: ['screen'], fee: '40', per: 'item', currency: 'BZD' } as const },
  ]
  expect(owedForExamination(rules, { question: 'screen', items: 4 })?.amount).toBe('160.00')
  expect(owedForExamination(rules, { question: 'other', items: 4 })).toBeNull()
  expect(stateOfRecords({ decision: 'granted', owes: true, released: false })).toBe('owes')
})
