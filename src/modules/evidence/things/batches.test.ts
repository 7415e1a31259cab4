/** Stories of one word changed on many exhibits: tried first, done in one signed act with its reason, put back by another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { sql } from '#platform/sql.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'
import { arrangePlans } from '../examples/property.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await arrangePlans(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('elsewhere', ['evidence-officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

const receive = async (n: number) =>
  lab.as('reneau').do(
    'evidence.receive-submission',
    aSubmission({
      items: Array.from({ length: n }, (_, i) => anItem({ seals: [], description: `Parcel ${i}` })),
    }),
  )
const act = (who: string, operation: string, input: object, reason?: string) =>
  lab.as(who).tell(operation, input, { stepUp: true, ...(reason ? { reason } : {}) })
const entries = async (batch: string) =>
  lab.db.direct.many<{ subject: string; action: string }>(
    sql`select subject, action from ledger.entry where act = (select act from ledger.entry where subject = ${`evidence.batch/${batch}`}) order by subject`,
  )
const types = async (ids: readonly string[]) =>
  (
    await lab.db.direct.many<{ type: string }>(
      sql`select type from evidence.thing_now where thing = any(${ids as string[]}::uuid[]) order by number`,
    )
  ).map((r) => r.type)

describe('B44 one word on many exhibits', () => {
  it('B44 tried first and counted, done in one signed act with its reason, put back by a correcting act; what was changed since stands', async () => {
    const { case: file, items } = await receive(5)
    const ids = items.map((i: { id: string }) => i.id)
    await lab.as('reneau').do('evidence.void-item', { item: ids[4] }, { reason: 'Counted twice' })
    const change = { what: 'type', code: 'firearm' }
    const tried = (
      await lab.as('reneau').ask('evidence.try-batch', { ...change, case: file.id, state: 'all' })
    ).body
    expect(tried).toMatchObject({ name: 'Firearm', good: 4, tooMany: false })
    expect(tried.rows).toHaveLength(5)
    expect(tried.rows[0]).toMatchObject({ before: 'Dried plant material', why: null })
    expect(tried.rows[4].why).toContain('entered by mistake')
    // Trying writes nothing.
    expect(await types(ids)).toEqual(Array(5).fill('plant-material'))
    expect((await act('reneau', 'evidence.change-together', { ...change, things: ids })).body.code).toBe(
      'reason-required',
    )
    const stopped = await act(
      'reneau',
      'evidence.change-together',
      { ...change, things: ids },
      'Wrong kind at intake',
    )
    expect(stopped.body).toMatchObject({ code: 'rows-refused', fields: [{ path: 'things.4' }] })
    const done = (
      await act(
        'reneau',
        'evidence.change-together',
        { ...change, things: ids, partly: true },
        'Wrong kind at intake',
      )
    ).body
    expect(done).toMatchObject({ things: 4, refused: [{ number: items[4].number }] })
    expect(await types(ids)).toEqual([...Array(4).fill('firearm'), 'plant-material'])
    // One act, one entry for the batch, and an entry of its own in the chain of each.
    expect((await entries(done.id)).map((e) => e.subject)).toEqual(
      [`evidence.batch/${done.id}`, ...ids.slice(0, 4).map((i: string) => `evidence.item/${i}`)].sort(),
    )
    const page = (await lab.as('reneau').ask('evidence.get-batch', { batch: done.id })).body
    expect(page).toMatchObject({ things: 4, reason: 'Wrong kind at intake', undoneBy: null, by: 'reneau' })
    expect((await lab.as('elsewhere').ask('evidence.get-batch', { batch: done.id })).status).toBe(404)
    await lab
      .as('reneau')
      .do(
        'evidence.correct-description',
        { item: ids[0], description: 'Knife', type: 'plant-material' },
        { reason: 'Looked again' },
      )
    const all = await act('reneau', 'evidence.put-back', { batch: done.id }, 'It was right before')
    expect(all.body).toMatchObject({ code: 'rows-refused', fields: [{ path: 'things.0' }] })
    const back = (
      await act('reneau', 'evidence.put-back', { batch: done.id, partly: true }, 'It was right before')
    ).body
    expect(back.things).toBe(3)
    expect(await types(ids)).toEqual(Array(5).fill('plant-material'))
    expect(
      (await act('reneau', 'evidence.put-back', { batch: done.id, partly: true }, 'Again')).body.code,
    ).toBe('evidence.batch-over')
    // Nothing that was covered is gone: each description stands.
    const { n } = await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from evidence.description where thing = ${ids[1]}`,
    )
    expect(n).toBe(3)
  })

  it('what is meant and a danger are said of many and taken back to nothing', async () => {
    const { items } = await receive(2)
    const things = items.map((i: { id: string }) => i.id)
    for (const change of [
      { what: 'intended', code: 'to-destroy' },
      { what: 'hazard', code: 'fentanyl' },
    ]) {
      const { id } = (await act('reneau', 'evidence.change-together', { ...change, things }, 'One seizure'))
        .body
      expect((await act('reneau', 'evidence.change-together', { ...change, things }, 'Again')).status).toBe(
        409,
      )
      expect((await act('reneau', 'evidence.put-back', { batch: id }, 'Another seizure')).status).toBe(200)
    }
    expect((await lab.as('reneau').ask('evidence.item-plans', { item: things[0] })).body).toMatchObject({
      intended: null,
      earlier: [{ name: 'To be destroyed' }],
    })
    expect((await lab.as('reneau').ask('evidence.get-item', { id: things[0] })).body.hazards).toEqual([])
    expect((await lab.as('elsewhere').ask('evidence.batches')).body.items).toEqual([])
  })

  it('five hundred exhibits change in one act', async () => {
    const things: string[] = []
    for (let n = 0; n < 3; n += 1)
      things.push(...(await receive(n < 2 ? 200 : 100)).items.map((i: { id: string }) => i.id))
    const started = performance.now()
    const { things: n } = (
      await act(
        'reneau',
        'evidence.change-together',
        { what: 'hazard', code: 'sharps', things },
        'Needles in every box',
      )
    ).body
    expect(n).toBe(500)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
