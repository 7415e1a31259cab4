/** Stories of partners who get results and papers in the form that their machines read. */
import { Hl7Message } from '@medplum/core'
import { modules } from '../../app/modules.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseResource } from '#formats/fhir/json.ts'
import { validate } from '#formats/fhir/validate.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import type { AnyOperation, Ground } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { perform } from '#platform/operation.ts'
import { aCause, analysed, finished, officeOf, passed } from '#modules/death/examples.ts'
import { guideAtHand } from '../../../test/fhir-guide.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { realFolder } from '../../../test/needs.ts'
import { aPartner } from './examples.ts'

let lab: Lab
let agency: string
let agreement: string
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
  await lab.person('wendy', ['director'], { unit: null })
  ;({ agency, agreement } = (await aPartner(lab as never)) as { agency: string; agreement: string })
}, 60_000)
afterAll(() => lab.close())
const agreed = (form: string) => lab.as('wendy').do('exchange.agree-form', { agency, agreement, form })
const fileOf = async (message: string, who = 'isela') =>
  (await lab.as(who).file('exchange.message-file', { message })).bytes
const read = (bytes: Buffer) => Hl7Message.parse(bytes.toString('utf8').replace(/\r$/, ''))
const issue = async (request: string, by: string, reviewer: string): Promise<{ id: string; pdf: Buffer }> => {
  const draft = await lab.as(by).do('reports.draft-report', { request })
  await lab.as(reviewer).do('reports.review-administratively', { report: draft.id })
  await lab.as(by).do('reports.sign-report', { report: draft.id })
  await lab.as(by).do('reports.issue-report', { report: draft.id, to: [] })
  return { id: draft.id, pdf: (await lab.as(by).file('reports.report-file', { report: draft.id })).bytes }
}

test('J7 a partner gets toxicology as HL7 v2.5.1, preliminary before the certificate and final with the signed paper in it; another asks for the paper alone', async () => {
  const { death, number, request, order, worksheet } = await analysed(lab)
  await passed(lab, worksheet)
  const send = () => lab.as('isela').tell('exchange.send-toxicology', { death, request, to: agency })
  const early = await send()
  expect([early.status, early.body.code]).toEqual([409, 'exchange.no-form'])
  await agreed('hl7-v2')
  const first = (await send()).body
  expect(first).toMatchObject({ about: number, state: 'draft', fileName: expect.stringMatching(/\.hl7$/) })
  const before = read(await fileOf(first.id))
  expect(before.getSegment('OBR')!.getField(25).toString()).toBe('P')
  expect(before.getSegment('OBX')!.getField(5).toString()).toBe('260373001^Detected^SCT')
  expect(before.getAllSegments('OBX').some((o) => o.getField(2).toString() === 'ED')).toBe(false)

  const { pdf } = await issue(request, 'eugenio', 'marva')
  lab.clock.advance(60_000)
  const sent = (await send()).body
  expect(sent).toMatchObject({ about: number, state: 'final' })
  const m = read(await fileOf(sent.id))
  expect(m.getSegment('MSH')!.getField(9).toString()).toBe('ORU^R01^ORU_R01')
  expect(m.getSegment('PID')!.getField(3).getComponent(1)).toBe(number)
  expect(m.getSegment('OBR')!.getField(3).getComponent(1)).toBe(order)
  expect([...new Set(m.getAllSegments('OBX').map((o) => o.getField(11).toString()))]).toEqual(['F'])
  const inside = m.getAllSegments('OBX').find((o) => o.getField(2).toString() === 'ED')!
  expect(Buffer.from(inside.getField(5).getComponent(5), 'base64').equals(pdf)).toBe(true)

  await agreed('pdf')
  const alone = (await send()).body
  expect((await fileOf(alone.id)).equals(pdf)).toBe(true)
  const seen = (await lab.as('isela').ask('exchange.get-message', { message: alone.id })).body
  expect(seen).toMatchObject({
    direction: 'out',
    form: 'pdf',
    recipient: expect.stringContaining('Partner'),
    kind: 'toxicology',
  })
})

test('J7 a certificate and a clearance for cremation go to a partner as documents, in its form; without one that is signed nothing goes', async () => {
  const { death, number } = await finished(lab)
  const send = (paper: string) =>
    lab.as('isela').tell('exchange.send-paper', { death, paper, to: agency }, { stepUp: true })
  await agreed('hl7-v2')
  expect((await send('death-certificate')).body.code).toBe('exchange.no-signed-paper')
  await lab.as('hugo').do('death.certify-cause', { death, ...aCause() })
  await lab.as('hugo').do('death.give-manner', { death, manner: 'natural' })
  expect((await send('cremation-clearance')).body.code).toBe('exchange.no-clearance')
  await lab.as('hugo').do('death.clear-cremation', { death, state: 'pending', number: 'CR-7' })
  expect((await send('cremation-clearance')).body.code).toBe('exchange.no-clearance')
  await lab.as('hugo').do('death.clear-cremation', { death, state: 'approved', number: 'CR-7' })

  const file = (await lab.as('hugo').ask('death.get-death', { death })).body
  expect((await send('death-certificate')).body.code).toBe('exchange.no-signed-paper')
  const { pdf } = await issue(file.certificateRequest, 'hugo', 'loretta')
  const certificate = (await send('death-certificate')).body
  const m = read(await fileOf(certificate.id))
  expect([m.getSegment('MSH')!.getField(9).toString(), m.getSegment('TXA')!.getField(17).toString()]).toEqual(
    ['MDM^T02^MDM_T02', 'LA'],
  )
  expect(m.getSegment('PID')!.getField(3).getComponent(1)).toBe(number)
  expect(Buffer.from(m.getSegment('OBX')!.getField(5).getComponent(5), 'base64').equals(pdf)).toBe(true)

  const clearance = (await send('cremation-clearance')).body
  const c = read(await fileOf(clearance.id))
  expect(c.getSegment('TXA')!.getField(12).getComponent(1)).toBe('CR-7')
  expect(
    Buffer.from(c.getSegment('OBX')!.getField(5).getComponent(5), 'base64').subarray(0, 5).toString(),
  ).toBe('%PDF-')

  await agreed('fhir')
  const asFhir = await fileOf((await send('death-certificate')).body.id)
  const resource = JSON.parse(asFhir.toString('utf8'))
  expect(resource).toMatchObject({
    resourceType: 'DocumentReference',
    status: 'current',
    content: [{ attachment: { contentType: 'application/pdf', data: pdf.toString('base64') } }],
  })
  if (realFolder) expect(validate(parseResource(asFhir), guideAtHand(realFolder)).issues).toEqual([])
  await agreed('pdf')
  expect((await fileOf((await send('death-certificate')).body.id)).equals(pdf)).toBe(true)
  // What was approved before the manner became homicide is sent no more.
  await lab.as('hugo').do('death.give-manner', { death, manner: 'homicide', how: 'Shot' })
  expect((await send('cremation-clearance')).body.code).toBe('exchange.no-clearance')
  // Who may not see the death finds no message of it.
  await lab.person('xavier', ['death-investigator'], { unit: lab.units.counter ?? null })
  expect((await lab.as('xavier').ask('exchange.get-message', { message: certificate.id })).status).toBe(404)
  expect(
    (
      await lab
        .as('xavier')
        .tell('exchange.send-paper', { death, paper: 'death-certificate', to: agency }, { stepUp: true })
    ).status,
  ).toBe(404)
})

test('nothing goes to a partner whose agreement is over, and the list says so', async () => {
  await agreed('pdf')
  const { death } = await finished(lab)
  await lab.as('hugo').do('death.certify-cause', { death, ...aCause() })
  await lab.as('hugo').do('death.give-manner', { death, manner: 'natural' })
  await lab.as('hugo').do('death.clear-cremation', { death, state: 'approved', number: 'CR-8' })
  const rows = async () => (await lab.as('isela').ask('exchange.recipients', {})).body.items
  expect(await rows()).toMatchObject([{ agency, form: 'pdf', holds: true }])
  await lab.arrange('identity.end-agreement', {
    agreement,
    endsOn: lab.ground.now().slice(0, 10),
    words: 'Over',
  })
  lab.clock.advance(2 * 86_400_000)
  expect(await rows()).toMatchObject([{ agency, holds: false }])
  const refused = await lab
    .as('isela')
    .tell('exchange.send-paper', { death, paper: 'cremation-clearance', to: agency }, { stepUp: true })
  expect(refused.body.code).toBe('exchange.no-agreement')
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})

test('however many partners there are, what they agreed is asked in as many statements as for one', async () => {
  const statements = async (operation: string): Promise<{ asked: number; items: number }> => {
    let asked = 0
    const counted = <Out>(tx: Tx, work: (tx: Tx) => Promise<Out>): Promise<Out> => {
      const count =
        <A extends unknown[], R>(ask: (...args: A) => R) =>
        (...args: A): R => {
          asked += 1
          return ask(...args)
        }
      return work({ ...tx, many: count(tx.many) as Tx['many'], maybe: count(tx.maybe) as Tx['maybe'] })
    }
    const db: Ground['db'] = {
      ...lab.ground.db,
      transaction: (work, how) => lab.ground.db.transaction((tx) => counted(tx, work), how),
    }
    const op = lab.ground.operations.get(operation) as AnyOperation
    const ground = { ...lab.ground, db }
    const answer = await perform(ground, op, { actor: await lab.actor('wendy'), input: {} })
    return { asked, items: (answer as { items: unknown[] }).items.length }
  }
  const partner = async (): Promise<void> => {
    const made = await aPartner(lab as never)
    await lab.as('wendy').do('exchange.subscribe', made)
    await lab
      .as('wendy')
      .do('exchange.agree-form', { agency: made.agency, agreement: made.agreement, form: 'pdf' })
  }
  await partner()
  const before = [await statements('exchange.recipients'), await statements('exchange.subscriptions')]
  for (let i = 0; i < 3; i++) await partner()
  const now = [await statements('exchange.recipients'), await statements('exchange.subscriptions')]
  console.log(`recipients, subscriptions: ${JSON.stringify(before)}, ${JSON.stringify(now)}`)
  expect(now.map((n) => n.asked)).toEqual(before.map((n) => n.asked))
  expect(now.map((n, i) => n.items - (before[i]?.items ?? 0))).toEqual([3, 3])
})
