/** Stories of what laboratories answer about a death: our own bench and one outside, read by the pathologist before a cause is final. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseResource } from '#formats/fhir/json.ts'
import { readToxicologyMessage } from '#formats/fhir/mdi/read-toxicology-message.ts'
import { validate } from '#formats/fhir/validate.ts'
import { guideAtHand } from '../../../../test/fhir-guide.ts'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { realFolder } from '../../../../test/needs.ts'
import { aCause, analysed, officeOf, passed } from '../examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
}, 60_000)
afterAll(() => lab.close())
const seen = async (death: string) => (await lab.as('hugo').ask('death.get-death', { death })).body

test('H27 H28 what our own bench found is seen in the death when a second person passed it, and a cause is final only after it was read', async () => {
  const { death, request, order, worksheet } = await analysed(lab)
  expect((await seen(death)).answers).toEqual([])
  const early = await lab.as('hugo').tell('death.acknowledge-results', { death, request, reflects: 'event' })
  expect(early.status).toBe(404)
  await passed(lab, worksheet)
  expect((await seen(death)).answers).toMatchObject([
    {
      source: 'section',
      number: order,
      from: 'Seized drugs',
      holdsCause: true,
      results: [{ specimen: 'Blood, femoral, Left femoral vein', says: 'Cocaine was identified.' }],
      read: null,
    },
  ])
  const unread = await lab.as('hugo').tell('death.certify-cause', { death, ...aCause() }, { stepUp: true })
  expect([unread.body.code, unread.body.detail.includes(order)]).toEqual(['death.results-unread', true])
  expect(
    (await lab.as('isela').tell('death.acknowledge-results', { death, request, reflects: 'event' })).status,
  ).toBe(404)
  await lab.as('hugo').do('death.acknowledge-results', {
    death,
    request,
    reflects: 'treatment',
    words: 'Two litres of saline before the blood was taken',
  })
  expect((await seen(death)).answers[0].read).toMatchObject({
    by: 'Hugo Escalante',
    reflects: 'treatment',
    words: 'Two litres of saline before the blood was taken',
  })
  await lab.as('hugo').do('death.certify-cause', { death, ...aCause() })
})

test('H27 what our own bench found goes out as the toxicology message of the guide, and comes back as the same', async () => {
  const { death, number, request, order, worksheet } = await analysed(lab)
  const early = await lab.as('isela').tell('exchange.send-toxicology', { death, request })
  expect(early.body.code).toBe('exchange.no-reviewed-results')
  await passed(lab, worksheet)
  const sent = await lab.as('isela').do('exchange.send-toxicology', { death, request })
  expect(sent).toMatchObject({ about: number, state: 'draft' })
  const { bytes } = await lab.as('isela').file('exchange.message-file', { message: sent.id })
  const read = readToxicologyMessage(bytes, 'tox.json')
  if (!read.ok) throw new Error(read.code)
  expect(read.notUnderstood).toEqual([])
  expect(read.facts).toMatchObject({
    state: 'draft',
    caseNumber: { value: order },
    trackingNumbers: [{ kind: 'mdi-case-number', value: number }],
    specimens: [{ type: { text: 'Blood, femoral' }, containers: [{ description: 'Glass tube' }], notes: [] }],
    results: [{ analyte: { text: 'Cocaine' }, value: { kind: 'word', word: 'detected' } }],
  })
  if (realFolder) expect(validate(parseResource(bytes), guideAtHand(realFolder)).issues).toEqual([])
})
