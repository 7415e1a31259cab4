/** Calls and inquiries read again as a coroner’s officer and as somebody who means ill: what was taken and should not have been. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setServiceZone, serviceZone } from '#kernel/calendar.ts'
import { type Lab, type Said, openLab } from '../../../../test/lab.ts'
import { aCall, accepted, arrangeWordsOf, officeOf, told } from '../examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
  await arrangeWordsOf(lab, [['district', 'north', 'North', 'Norte']])
})
afterAll(() => lab.close())
const code = async (who: string, op: string, input: object, more: object = {}): Promise<string> =>
  (await lab.as(who).tell(op, input, more)).body.code
const seen = async (death: string): Promise<Said> =>
  (await lab.as('isela').ask('death.get-death', { death })).body

test('an emergency does not end the duty to obtain the order, and going on under the same law wipes no order out', async () => {
  const { death } = await accepted(lab, {}, { authority: { kind: 'emergency' } })
  const order = async (): Promise<boolean> =>
    (await seen(death)).duties.find((d: Said) => d.key === 'order').done
  expect(await order()).toBe(false)
  const why = { reason: 'The order came' }
  const same = { death, profile: 'coroner' }
  await lab
    .as('hugo')
    .do('death.change-authority', { ...same, authority: { kind: 'order', number: 'CO-9' } }, why)
  expect(await order()).toBe(true)
  expect(await code('hugo', 'death.change-authority', same, why)).toBe('death.nothing-changed')
  expect(await order()).toBe(true)
  const ahead = { kind: 'order', number: 'CO-10', at: '2027-01-01T00:00:00.000Z' }
  expect(await code('hugo', 'death.change-authority', { ...same, authority: ahead }, why)).toBe(
    'death.not-yet',
  )
})

test('a death at work is told to the labour inspection, and telling anybody else does not do it', async () => {
  await arrangeWordsOf(lab, [
    ['death-setting', 'work', 'At work', 'En el trabajo', { duties: ['tell-labour'] }],
    ['death-told', 'other', 'Other', 'Otro'],
    ['death-told', 'labour', 'Labour inspection', 'Inspección de trabajo'],
  ])
  const { death } = await told(lab, { setting: 'work' })
  const duty = async (): Promise<boolean> =>
    (await seen(death)).duties.find((d: Said) => d.key === 'tell-labour').done
  const tell = (whom: string): Promise<Said> =>
    lab.as('isela').do('death.record-notification', { death, whom, name: 'Mr Cal', outcome: 'reached' })
  await tell('other')
  expect(await duty()).toBe(false)
  await tell('labour')
  expect(await duty()).toBe(true)
})

test('a call and a place take no word that the laboratory does not have, no day that has not come and no place off the earth', async () => {
  const found = { text: 'Road' }
  for (const [more, why] of [
    [{ sex: 'no-such-sex' }, 'catalogue.no-such-code'],
    [{ found: { ...found, district: 'nowhere' } }, 'catalogue.no-such-code'],
    [{ found: { ...found, on: '2027-01' } }, 'death.not-yet'],
    [{ found: { ...found, latitude: '95.1', longitude: '10' } }, 'death.place-off'],
    [{ found: { ...found, latitude: '17.1' } }, 'death.place-off'],
    [{ found: { ...found, absent: 'unknown' } }, 'death.place-and-absent'],
  ] as const)
    expect([more, await code('isela', 'death.take-call', aCall(more))]).toEqual([more, why])
  const { death } = await told(lab)
  const place = { death, kind: 'injury' }
  expect(await code('isela', 'death.record-place', { ...place, settlement: 'nowhere' })).toBe(
    'catalogue.no-such-code',
  )
  expect(await code('isela', 'death.record-place', { ...place, on: '2026-11-03' })).toBe('death.not-yet')
  await lab.as('isela').do('death.record-place', {
    ...place,
    on: '2026-11-02',
    district: 'north',
    latitude: '17.19',
    longitude: '-88.50',
  })
})

test('an inquiry is never a blank that covers what was written, and answers to questions that nobody asks are not lost unsaid', async () => {
  await lab.arrange('catalogue.define-form', {
    key: 'death.gang',
    use: 'death-inquiry',
    en: 'Gang',
    es: 'Pandilla',
    questions: [{ key: 'gang', kind: 'yes-no', absent: true, en: 'Gang', es: 'Pandilla' }],
  })
  const { death } = await told(lab)
  const about = { death, section: 'death.gang' }
  await lab.as('isela').do('death.record-inquiry', { ...about, answers: { gang: { value: true } } })
  expect(await code('isela', 'death.record-inquiry', about)).toBe('death.inquiry-blank')
  expect(
    await code('isela', 'death.record-inquiry', { ...about, answers: {}, section: 'own.note', words: 'x' }),
  ).toBe('death.section-has-no-questions')
  // Words are added beside the answers that stand: they go out as data, and nobody took them back.
  await lab.as('isela').do('death.record-inquiry', { ...about, words: 'His brother says so.' })
  const [first] = (await seen(death)).inquiries
  expect(first).toMatchObject({ words: 'His brother says so.', answers: [{ text: 'Yes' }] })
})

test('the day of a list is the day of the house, not that of a far meridian', async () => {
  const zone = serviceZone()
  setServiceZone('America/Belize')
  try {
    lab.clock.advance(13 * 3_600_000)
    // Nine in the evening of the second, which is the third further east.
    const late = await told(lab, { name: 'Late Caller' })
    const listed = async (day: string): Promise<boolean> =>
      (await lab.as('isela').ask('death.calls', { from: day, until: day, limit: 200 })).body.items.some(
        (d: Said) => d.id === late.death,
      )
    expect([await listed('2026-11-02'), await listed('2026-11-03')]).toEqual([true, false])
    // A device that writes the day of Greenwich is not refused for it; the day after is.
    const on = (day: string): object => ({ death: late.death, kind: 'found', on: day })
    await lab.as('isela').do('death.record-place', on('2026-11-03'))
    expect(await code('isela', 'death.record-place', on('2026-11-04'))).toBe('death.not-yet')
  } finally {
    setServiceZone(zone)
  }
})
