/** Stories of who comes to the counter when: free times by the clock of the laboratory, the last place goes once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setServiceZone } from '#kernel/calendar.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { modules } from '../../app/modules.ts'
import { mayBook, timesOf } from './rules/times.ts'

const hours = {
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  until: '16:00',
  minutes: 60,
  together: 2,
  closed: ['2026-12-25'],
}

describe('the hours of a counter', () => {
  it('are those of the clock on its wall, and end before it closes', () => {
    setServiceZone('America/Belize')
    const monday = timesOf({ ...hours, until: '10:30' }, '2026-11-30')
    expect(monday).toEqual(['2026-11-30T14:00:00.000Z', '2026-11-30T15:00:00.000Z'])
    expect([timesOf(hours, '2026-11-29'), timesOf(hours, '2026-12-25')]).toEqual([[], []])
    const at = '2026-11-30T14:00:00.000Z'
    const verdict = (when: string, taken: { starts_at: string; person: string }[] = []) => {
      const v = mayBook(hours, when, taken, 'me', '2026-11-27T14:00:00.000Z')
      return v.ok ? 'yes' : v.code
    }
    expect(verdict(at)).toBe('yes')
    expect(verdict('2026-11-30T14:30:00.000Z')).toBe('portal.counter-shut')
    expect(verdict('2026-11-26T14:00:00.000Z')).toBe('portal.time-passed')
    expect(verdict('2027-03-01T14:00:00.000Z')).toBe('portal.too-far-ahead')
    expect(verdict(at, [{ starts_at: at, person: 'me' }])).toBe('portal.booked-already')
    expect(
      verdict(
        at,
        ['a', 'b'].map((person) => ({ starts_at: at, person })),
      ),
    ).toBe('portal.time-full')
  })
})

describe('an appointment', () => {
  let lab: Lab
  let at: string
  const officers = ['choc', 'teck', 'pech', 'ku']
  beforeAll(async () => {
    lab = await openLab()
    await lab.arrange('catalogue.define-list', { list: 'counter-hours', en: 'Hours', es: 'Horario' })
    const units = (await lab.arrange('identity.list-units', { limit: 200 })).items
    const { code } = units.find((u: { id: string }) => u.id === lab.units.counter)
    await lab.arrange('catalogue.define-code', {
      list: 'counter-hours',
      code: 'counter',
      en: 'Counter',
      es: 'Recepción',
      data: { unit: code, ...hours },
    })
    await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
    await lab.person('tox', ['analyst'], { unit: lab.units.toxicology })
    for (const who of officers) await lab.person(who, ['officer'], { unit: lab.units.policeDangriga })
    const free = (
      await lab.as('choc').ask('portal.free-times', { counter: lab.units.counter, day: '2026-11-03' })
    ).body
    at = free.items[0].at
    expect(free.items).toHaveLength(8)
  })
  afterAll(() => lab?.close())
  const book = (who: string) =>
    lab.as(who).tell('portal.book-appointment', { counter: lab.units.counter, at })
  const seen = async (who: string) => (await lab.as(who).ask('portal.appointments')).body.items

  it('is booked by as many as the counter serves together, however many want it at once', async () => {
    const answers = await Promise.all(officers.map(book))
    expect(answers.map((a) => a.status).toSorted()).toEqual([200, 200, 409, 409])
    expect(answers.filter((a) => a.status === 409).map((a) => a.body.code)).toEqual([
      'portal.time-full',
      'portal.time-full',
    ])
  })

  it('is seen by who booked it and by the counter; given back, its place is free again', async () => {
    const list = await seen('reneau')
    expect(list.map((a: { by: string }) => a.by)).toHaveLength(2)
    expect(await seen('tox')).toEqual([])
    const [mine, other] = [list[0], list[1]]
    expect((await seen(mine.by)).map((a: { id: string }) => a.id)).toEqual([mine.id])
    const foreign = await lab.as(other.by).tell('portal.withdraw-appointment', { appointment: mine.id })
    expect(foreign.status).toBe(404)
    await lab.as('reneau').do('portal.withdraw-appointment', { appointment: mine.id })
    const again = await lab.as(mine.by).tell('portal.withdraw-appointment', { appointment: mine.id })
    expect(again.body.code).toBe('portal.given-back-already')
    const told = (await lab.as(mine.by).ask('identity.my-notices')).body.items
    expect(told[0].text).toBe('A time at the counter was given back')
    const loser = officers.find((who) => ![mine.by, other.by].includes(who)) as string
    expect((await book(loser)).status).toBe(200)
  })

  it('a page goes on where the last one ended; a mark that is not of this list is refused in words', async () => {
    const page = async (cursor?: string) =>
      (await lab.as('reneau').ask('portal.appointments', { limit: 1, ...(cursor ? { cursor } : {}) })).body
    const first = await page()
    const second = await page(first.nextCursor)
    expect(second.items[0].id).not.toBe(first.items[0].id)
    for (const cursor of ['x', Buffer.from('never\nx').toString('base64url')]) {
      const refused = await lab.as('reneau').ask('portal.appointments', { limit: 1, cursor })
      expect([refused.status, refused.body.code]).toEqual([400, 'portal.cursor'])
    }
  })

  it('what was written verifies', async () => {
    expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
  })
})
