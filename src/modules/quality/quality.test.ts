import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSight, oversight } from '#identity/sight.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import type { Cx } from '#platform/cx.ts'
import { command, plain } from '#platform/define.ts'
import { perform } from '#platform/operation.ts'
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import type { Verdict } from '#kernel/verdict.ts'
import { modules } from '../../app/modules.ts'
import { type Lab, openLab, testId } from '../../../test/lab.ts'
import { authorise, makeBalance, makeLot, makeMethod } from './examples.ts'
import {
  type Thing,
  authorisedFor,
  deviationsFor,
  equipmentUncertainty,
  isOutsideReviewer,
  mayRelyOn,
  relyOn,
} from './public.ts'

let lab: Lab
let ana: string
const root = testId(1)
const sheet = testId(2)
beforeAll(async () => {
  lab = await openLab()
  ana = await lab.person('ana', ['analyst'])
  await lab.person('quinn', ['quality-manager'], { unit: null })
  await lab.person('dora', ['director'], { unit: null })
  await lab.person('hector', ['section-head'])
  await within(async (cx) => openSight(cx, [{ root, principal: oversight, why: 'story' }]))
})
afterAll(() => lab.close())

/** Calls a step of the door as a higher module would: inside one act. */
async function within<T>(work: (cx: Cx) => Promise<T>): Promise<T> {
  let kept: T | undefined
  const op = command({
    name: 'quality.story',
    summary: 'A story.',
    who: 'signed-in',
    input: z.strictObject({}),
    output: z.object({}),
    async run(cx) {
      cx.allow(null)
      kept = await work(cx)
      await cx.record({ subject: ref('results.worksheet', sheet), root })
      return {}
    },
  })
  await perform(lab.ground, plain(op), { actor: await lab.actor('ana'), input: {} })
  return kept as T
}
const rely = (...things: Thing[]): Promise<Verdict> =>
  within((cx) => relyOn(cx, ref('results.worksheet', sheet), root, things))
const affected = async (thing: string) => (await lab.as('quinn').ask('quality.affected-by', { thing })).body

test('an overdue balance blocks weighing with a sentence and the next step; a calibration lets it weigh again', async () => {
  const balance = await makeBalance(lab, '2026-11-03')
  expect((await rely({ kind: 'equipment', id: balance, for: 'weighing' })).ok).toBe(true)
  lab.clock.advance(2 * 86_400_000)
  const verdict = await rely({ kind: 'equipment', id: balance, for: 'weighing' })
  expect(verdict).toMatchObject({
    ok: false,
    code: 'quality.calibration-overdue',
    next: 'quality.next-calibrate',
  })
  expect((await affected(balance)).total).toBe(1)
  const due = (await lab.as('ana').ask('quality.what-is-due', { days: 30 })).body.items
  expect(due.find((d: { id: string }) => d.id === balance)).toMatchObject({ kind: 'equipment', late: true })
  await lab.as('ana').do('quality.record-calibration', {
    equipment: balance,
    outcome: 'passed',
    on: '2026-11-04',
    due: '2027-11-04',
    uncertainty: { value: '0.002', unit: 'g', k: '2' },
  })
  expect((await rely({ kind: 'equipment', id: balance, for: 'weighing' })).ok).toBe(true)
  expect(await within((cx) => equipmentUncertainty(cx, balance, 'mg'))).toMatchObject({
    standardUncertainty: '1',
  })
})

test('a failed calibration and an instrument out of service block until it is returned', async () => {
  const balance = await makeBalance(lab)
  await lab.as('ana').do('quality.take-out-of-service', { equipment: balance, why: 'Drifts' })
  expect(await rely({ kind: 'equipment', id: balance })).toMatchObject({
    code: 'quality.out-of-service',
    values: { why: 'Drifts' },
  })
  expect(
    (await lab.as('ana').tell('quality.return-to-service', { equipment: balance, why: 'I want it' })).status,
  ).toBe(403)
  await lab.as('quinn').do('quality.return-to-service', { equipment: balance, why: 'Check weights fit' })
  expect((await rely({ kind: 'equipment', id: balance })).ok).toBe(true)
  await lab
    .as('ana')
    .do('quality.record-calibration', { equipment: balance, outcome: 'failed', on: '2026-11-04' })
  const seen = (await lab.as('ana').ask('quality.list-equipment', { q: 'BAL' })).body.items.find(
    (e: { id: string }) => e.id === balance,
  )
  expect(seen).toMatchObject({
    standing: 'failed',
    why: expect.stringContaining('failed its last calibration'),
  })
})

test('an authorisation is needed, ends on its day, and can be withdrawn; nobody authorises themselves', async () => {
  const { method, version, code } = await makeMethod(lab, 'AC-77')
  const asAnalyst: Thing = { kind: 'person', id: ana, for: `${version}:analyst` }
  expect(await rely({ kind: 'method-version', id: version }, asAnalyst)).toMatchObject({
    code: 'quality.not-authorised',
    next: 'quality.next-authorise',
  })
  const id = await authorise(lab, ana, method, 'analyst', '2026-11-30')
  expect((await rely({ kind: 'method-version', id: version }, asAnalyst)).ok).toBe(true)
  expect((await rely({ ...asAnalyst, for: `${code}:analyst` })).ok).toBe(true)
  expect(await rely({ ...asAnalyst, for: `${version}:reviewer` })).toMatchObject({ ok: false })
  expect((await within((cx) => authorisedFor(cx, code, 'analyst'))).map((p) => p.name)).toEqual(['ana'])
  expect(await within((cx) => authorisedFor(cx, code, 'analyst', '2026-12-01'))).toEqual([])
  await lab.as('hector').do('quality.withdraw-authorisation', { authorisation: id, why: 'Moved' })
  expect(await rely(asAnalyst)).toMatchObject({ code: 'quality.authorisation-ended' })
  expect(
    (
      await lab.as('hector').tell('quality.authorise-person', {
        person: lab.people.get('hector')?.id,
        method,
        as: 'reviewer',
        from: '2026-11-02',
      })
    ).body.code,
  ).toBe('quality.not-oneself')
})

test('a new version of a method ends the old one', async () => {
  const { method, version } = await makeMethod(lab)
  const example = (await lab.as('quinn').ask('quality.get-method', { method })).body.versions[0]
  await lab.as('quinn').do('quality.issue-method-version', {
    method,
    worksheet: example.worksheet,
    techniques: example.techniques,
    from: '2026-11-04',
  })
  expect(await rely({ kind: 'method-version', id: version })).toMatchObject({ code: 'quality.method-ended' })
})

test('a lot is verified before it is used; withdrawn, it blocks and names what was done with it', async () => {
  const lot = await makeLot(lab, '2027-01-31', false)
  expect(await rely({ kind: 'lot', id: lot })).toMatchObject({ code: 'quality.lot-not-verified' })
  await lab.as('ana').do('quality.verify-lot', { lot, outcome: 'verified', why: 'Fits' })
  expect((await rely({ kind: 'lot', id: lot, for: 'colour test' })).ok).toBe(true)
  await lab.as('ana').do('quality.withdraw-lot', { lot, why: 'Turned brown' })
  expect(await rely({ kind: 'lot', id: lot })).toMatchObject({ code: 'quality.lot-withdrawn' })
  const hit = await affected(lot)
  expect(hit).toMatchObject({
    total: 1,
    items: [{ subject: `results.worksheet/${sheet}`, usedFor: 'colour test' }],
  })
  const history = (await lab.as('quinn').ask('quality.lot-history', { lot })).body
  expect(history.steps.map((s: { state: string }) => s.state)).toEqual(['received', 'verified', 'withdrawn'])
  expect(history).toMatchObject({ uses: 1, usable: false })
})

test('who may not see a case does not see that something of it was affected', async () => {
  const balance = await makeBalance(lab)
  await rely({ kind: 'equipment', id: balance })
  expect((await affected(balance)).total).toBe(1)
  expect((await lab.as('hector').ask('quality.affected-by', { thing: balance })).body).toMatchObject({
    items: [],
    total: 0,
  })
})

test('a deviation needs director and quality manager, lets the overdue balance weigh for this sheet only, and ends', async () => {
  const balance = await makeBalance(lab, '2026-11-01')
  const input = {
    id: testId(40),
    text: 'BAL-03 while overdue',
    why: 'Calibrator comes Monday',
    subjects: [sheet],
    things: [balance],
    until: '2026-11-20',
  }
  expect((await lab.as('hector').tell('quality.grant-deviation', input, { stepUp: true })).status).toBe(403)
  expect(await lab.as('dora').do('quality.grant-deviation', input, { stepUp: true })).toMatchObject({
    state: 'waiting',
  })
  expect((await rely({ kind: 'equipment', id: balance })).ok).toBe(false)
  expect(
    (await lab.as('dora').tell('quality.grant-deviation', { deviation: input.id }, { stepUp: true })).body
      .code,
  ).toMatch(/deviation-(approved-already|two-people)/)
  expect(
    await lab.as('quinn').do('quality.grant-deviation', { deviation: input.id }, { stepUp: true }),
  ).toMatchObject({ state: 'in-force' })
  expect((await rely({ kind: 'equipment', id: balance })).ok).toBe(true)
  expect((await within((cx) => mayRelyOn(cx, [{ kind: 'equipment', id: balance }]))).ok).toBe(false)
  const stated = await within((cx) => deviationsFor(cx, [sheet]))
  expect(stated).toMatchObject([
    { id: input.id, until: '2026-11-20', approvedBy: [{ name: 'dora' }, { name: 'quinn' }] },
  ])
  await lab.as('quinn').do('quality.end-deviation', { deviation: input.id, why: 'Calibrated' })
  expect((await rely({ kind: 'equipment', id: balance })).ok).toBe(false)
})

test('deviations are listed with who approved them, who may still, and how they ended', async () => {
  const list = async (who: string, ask: Record<string, unknown> = {}) =>
    (await lab.as(who).ask('quality.list-deviations', ask)).body
  const text = 'Two lots open at once'
  const { id } = await lab
    .as('dora')
    .do('quality.grant-deviation', { text, why: 'Stock', until: '2026-12-01' }, { stepUp: true })
  const verdict = (of: { actions: { operation: string; ok: boolean }[] }) =>
    of.actions.find((a) => a.operation === 'quality.grant-deviation')?.ok
  const [waiting] = (await list('quinn', { state: 'waiting' })).items
  expect(waiting).toMatchObject({ id, director: 'dora', qualityManager: null, state: 'waiting', uses: 0 })
  expect(verdict(waiting)).toBe(true)
  expect(verdict((await list('dora', { state: 'waiting' })).items[0])).toBe(false)
  await lab.as('quinn').do('quality.grant-deviation', { deviation: id }, { stepUp: true })
  expect((await list('ana', { q: 'two lots' })).items).toMatchObject([{ id, state: 'in-force' }])
  await lab.as('dora').do('quality.end-deviation', { deviation: id, why: 'Used up' })
  expect((await list('ana', { state: 'ended', q: text })).items).toMatchObject([
    { id, endedBy: 'dora', endedWhy: 'Used up' },
  ])
  expect((await list('ana', { state: 'in-force', q: text })).total).toBe(0)
})

test('non-conformities are read by who looks into them, and by who reported them', async () => {
  await lab.person('ben', ['analyst'])
  const { id, number } = await lab
    .as('ana')
    .do('quality.raise-nonconformity', { kind: 'equipment', text: 'The lid of BAL-01 is cracked' })
  const seen = async (who: string) =>
    (await lab.as(who).ask('quality.list-nonconformities', { kind: 'equipment' })).body.items
  expect(await seen('quinn')).toMatchObject([{ id, number, by: 'ana', case: null }])
  expect(await seen('ana')).toHaveLength(1)
  expect(await seen('ben')).toEqual([])
})

test('what may not be used is asked of the database, and is what the rule says of each', async () => {
  const all = (await lab.as('ana').ask('quality.list-equipment', { limit: 200 })).body.items
  const unfit = (await lab.as('ana').ask('quality.list-equipment', { fit: false, limit: 200 })).body
  const bad = all.filter((e: { why: string | null }) => e.why !== null)
  expect(bad.length).toBeGreaterThan(0)
  expect(unfit.items.map((e: { id: string }) => e.id)).toEqual(bad.map((e: { id: string }) => e.id))
  expect(unfit.total).toBe(bad.length)
  const lots = (await lab.as('ana').ask('quality.list-lots', { limit: 200 })).body.items
  const fit = (await lab.as('ana').ask('quality.list-lots', { usable: true, limit: 200 })).body
  expect(fit.items.map((l: { id: string }) => l.id)).toEqual(
    lots.filter((l: { usable: boolean }) => l.usable).map((l: { id: string }) => l.id),
  )
  const overdue = bad.find((e: { standing: string }) => e.standing === 'overdue')
  if (overdue) expect(overdue.why).toMatch(/ \d{2}\/\d{2}\/\d{4}\.$/)
})

test('an outside reviewer is known as such', async () => {
  const id = await lab.person('olga', ['outside-reviewer'])
  expect(await within((cx) => isOutsideReviewer(cx, id))).toBe(true)
  expect(await within((cx) => isOutsideReviewer(cx, ana))).toBe(false)
})

test('nothing of quality fails to verify', async () => {
  const report = await verifyInstallation(lab.ground, modules, {})
  expect(report.problems.filter((p) => p.table?.startsWith('quality.'))).toEqual([])
})
