/** Stories of amounts that an instrument measured in portions of a specimen. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { described, opened } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.close())

test('an amount is worked out from portions with the uncertainty of the method; portions apart, too few or in another unit give none', async () => {
  const at = await opened(lab)
  await described(lab, at)
  const portions = (values: readonly string[], more: object = {}) =>
    lab.as('eugenio').tell('results.record-portions', {
      ...at.about,
      technique: 'gc-ms',
      substance: 'cocaine',
      unit: 'mg/l',
      portions: values.map((value, i) => ({ portion: i + 1, value })),
      equipment: [at.section.gcms],
      ...more,
    })
  expect((await portions(['0.21'], { unit: 'g/l' })).body.code).toBe('results.unit-of-method')
  expect((await portions(['0.21'], { technique: 'scott' })).body.code).toBe('results.not-measured-so')
  await portions(['0.21'])
  const conclude = () =>
    lab
      .as('eugenio')
      .tell('results.record-conclusion', { ...at.about, kind: 'quantity', substance: 'cocaine' })
  expect((await conclude()).body.code).toBe('formats.portions.too-few')
  expect((await portions(['0.22'])).body.code).toBe('results.portion-read')
  await lab.as('eugenio').do('results.record-portions', {
    ...at.about,
    technique: 'gc-ms',
    substance: 'cocaine',
    unit: 'mg/l',
    portions: [{ portion: 2, value: '0.19' }],
  })
  expect((await conclude()).body).toMatchObject({
    value: '0.200',
    uncertainty: '0.016',
    unit: 'mg/l',
    says: 'Cocaine: 0.200 ± 0.016 mg/l, k = 2, of 2 portions.',
  })
  const sheet = (await lab.as('eugenio').ask('results.worksheet', { worksheet: at.worksheet })).body
  expect(sheet.portions).toMatchObject([
    { portion: 1, value: '0.21', unit: 'mg/l' },
    { portion: 2, value: '0.19' },
  ])
})
