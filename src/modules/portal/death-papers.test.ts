/** Stories of papers of a death: the laboratory's rule for each asker holds when records are decided, and again when they are given. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCause, arrangeWordsOf, finished, officeOf } from '#modules/death/examples.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { recordKinds } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
  await recordKinds(lab as never)
  const give = { parts: ['certificate', 'examination-report'], homicide: 'give', stage: 'any' }
  await arrangeWordsOf(lab, [
    [
      'death-records-rule',
      'next-of-kin',
      'Next of kin',
      'Familiar cercano',
      { parts: ['certificate', 'examination-report'], entitled: true },
    ],
    ['death-records-rule', 'court', 'Court', 'Tribunal', give],
    ['death-records-rule', 'insurer', 'Insurer', 'Aseguradora', { parts: ['certificate'] }],
  ])
  await lab.person('chief', ['director'], { unit: null, name: 'Director' })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter, name: 'Reneau' })
}, 60_000)
afterAll(() => lab?.close())

/** The report on a body, issued; the manner is given, and somebody stands among the relatives as entitled. */
async function reported(manner: string): Promise<{ death: string; report: string; sister: string }> {
  const { death, examination, request } = await finished(lab)
  const relative = { name: 'Maria Novelo', relation: 'sister', entitled: true }
  const { id: sister } = await lab.as('isela').do('death.add-relative', { death, ...relative })
  await lab.as('isela').do('death.add-relative', { death, name: 'Pablo Novelo', relation: 'cousin' })
  await lab.as('hugo').do('death.certify-cause', { death, ...aCause() })
  await lab.as('hugo').do('death.give-manner', { death, manner })
  await lab.as('loretta').do('death.review-examination', { examination, outcome: 'agreed' })
  const { id: report } = await lab.as('hugo').do('reports.draft-report', { request })
  await lab.as('loretta').do('reports.review-administratively', { report })
  await lab.as('hugo').do('reports.sign-report', { report })
  await lab.as('hugo').do('reports.issue-report', { report, to: [] })
  return { death, report, sister }
}
const ask = async (name = 'Maria Novelo'): Promise<string> =>
  (
    await lab.as('reneau').do('portal.ask-for-records', {
      kind: 'copy',
      numbers: 'PM-26-0001',
      text: 'The report on my brother',
      asker: { name, proof: 'document', document: 'Social security card 000123' },
    })
  ).id
const grant = (request: string, report: string, as?: string, relative?: string) =>
  lab.as('chief').tell(
    'portal.decide-records',
    {
      request,
      decision: 'granted',
      reports: [report],
      ...(as ? { as } : {}),
      ...(relative ? { relative } : {}),
    },
    { stepUp: true },
  )
const give = (request: string) =>
  lab.as('reneau').tell('portal.release-records', { request }, { stepUp: true })
const waive = async (charge: string) =>
  (await lab.as('chief').tell('portal.waive-charge', { charge, words: 'Next of kin' })).body

test('H47 a relative asks for a paper of a homicide: refused with the sentence; after the verdict it is given', async () => {
  const { death, report, sister } = await reported('homicide')
  const request = await ask()
  expect((await grant(request, report)).body).toMatchObject({
    status: 409,
    code: 'death.records-as-whom',
    title: 'One of these is a paper of a death: it does not say as whom the person asks.',
  })
  const held = await grant(request, report, 'next-of-kin')
  expect(held.body).toMatchObject({
    status: 409,
    title: 'A homicide: nothing goes until a verdict stands.',
    next: 'Point to the prosecution; record the verdict when there is one.',
  })
  // Refused is without a trace: the request still waits.
  const [row] = (await lab.as('reneau').ask('portal.record-requests', { show: 'all' })).body.items
  expect(row).toMatchObject({ id: request, state: 'asked', papers: [] })
  expect((await grant(await ask('The clerk of the court'), report, 'court')).body.state).toBe('owes')
  const reason = 'Homicide'
  await lab.as('isela').do('death.refer-to-inquest', { death, court: 'Magistrates’ Court', reason })
  const verdict = { court: 'Magistrates’ Court', onDay: '2026-12-01', verdict: 'Unlawful killing' }
  await lab.as('isela').do('death.record-verdict', { death, ...verdict })
  // Who is known as next of kin stands beside who asks; a person says which of them it is, and that is written down.
  const kin = (await lab.as('chief').ask('portal.next-of-kin', { request, reports: report })).body
  expect(kin).toMatchObject({ asker: 'Maria Novelo', document: 'Social security card 000123' })
  const told = kin.items.map((k: Record<string, unknown>) => [k['name'], k['entitled'], k['sameName']])
  expect(told.toSorted()).toEqual([
    ['Maria Novelo', true, true],
    ['Pablo Novelo', false, false],
  ])
  expect((await grant(request, report, 'next-of-kin')).body.code).toBe('death.records-which-relative')
  const cousin = kin.items.find((k: Record<string, unknown>) => k['entitled'] === false).id
  expect((await grant(request, report, 'next-of-kin', cousin)).body.code).toBe('death.records-which-relative')
  const granted = (await grant(request, report, 'next-of-kin', sister)).body
  expect(granted).toMatchObject({ state: 'owes', askedAs: 'Next of kin', relative: 'Maria Novelo, sister' })
  expect(await waive(granted.charge.id)).toMatchObject({ settled: 'waived' })
  expect((await give(request)).body.state).toBe('released')
})

test('H47 a family gets the paper of a natural death; an insurer does not, and what became a homicide meanwhile stays at the counter', async () => {
  const { death, report, sister } = await reported('natural')
  const insurer = await grant(await ask('Belmar Insurance'), report, 'insurer')
  expect(insurer.body).toMatchObject({
    code: 'death.records-not-theirs',
    title: 'The rule for “Insurer” does not give this paper.',
  })
  expect((await grant(await ask(), report, 'stranger')).body.code).toBe('death.records-as-whom')
  const first = await ask()
  const granted = (await grant(first, report, 'next-of-kin', sister)).body
  await waive(granted.charge.id)
  expect((await give(first)).body).toMatchObject({ state: 'released', askedAs: 'Next of kin' })
  const second = await ask()
  const again = (await grant(second, report, 'next-of-kin', sister)).body
  await lab.as('hugo').do('death.give-manner', { death, manner: 'homicide' }, { reason: 'New findings' })
  expect((await waive(again.charge.id)).settled).toBe('waived')
  expect((await give(second)).body.code).toBe('death.records-homicide')
})
